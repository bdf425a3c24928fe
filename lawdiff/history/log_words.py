"""What a law of a log did, in words: where, how surely, and from when."""

from __future__ import annotations

from collections.abc import Sequence

from lawdiff.history.amendment import ReachedText
from lawdiff.history.log import LogEntry, LoggedTouch
from lawdiff.law.address import cite
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.commencement import Commencement
from lawdiff.law.effect_words import VERBS, WILL
from lawdiff.law.eid import EId
from lawdiff.law.phrases import in_force


def days(when: Commencement | None, registered: AmendingLaw | None) -> str:
    """Publication and commencement; adoption stands beside the number."""
    published = str(registered.published) if registered and registered.published else "on an unknown day"
    basis = f" ({when.basis.value})" if when else ""
    return f"published {published}; in force {in_force(when)}{basis}"


def alike(entry: LogEntry) -> dict[tuple[str, str, str], list[EId]]:
    """The places by verb, doubt and source, so that what one source tells of many places takes one line."""
    found: dict[tuple[str, str, str], list[EId]] = {}
    for touch in entry.touches:
        verb = VERBS[touch.kind] if touch.is_certain else f"may have {VERBS[touch.kind]}"
        verb = f"will {WILL[touch.kind]}" if entry.announced else verb
        found.setdefault((verb, doubt(touch), touch.source), []).append(touch.eid)
    return found


def doubt(touch: LoggedTouch) -> str:
    """How well it is known that this law did it."""
    if touch.candidates:
        return f"one of {', '.join(touch.candidates)}; "
    if touch.certainty == "unknown":
        return ""
    if touch.certainty in ("one_of", "inferred"):
        return "the only candidate, not proven; "
    return "the note does not say where; " if not touch.is_certain else f"{touch.certainty}; "


def places(eids: Sequence[EId], language: str = "en") -> str:
    """Several places at once: "heading of Article 7; Article 7(1)(2); 7(1)(7)"."""
    said: list[str] = []
    for place in (cite(eid, language) for eid in eids):
        known = any(other.startswith("Article ") for other in said)
        said.append(place.removeprefix("Article ") if known else place)
    return "; ".join(said)


def reach_in_words(reached: ReachedText) -> str:
    """What is doubtful of a place that a substitution throughout the text reached, "" where nothing is."""
    remarks = []
    if not reached.has_note:
        remarks.append("no footnote tells of it")
    if not reached.is_known:
        remarks.append("perhaps: its words are not recorded")
    return f"  [{'; '.join(remarks)}]" if remarks else ""
