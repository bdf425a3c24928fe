"""The log of a provision as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import click

from lawdiff.cli.page import wrapped
from lawdiff.history.log import Log, LogEntry
from lawdiff.history.log_words import alike, days, places
from lawdiff.history.unknown_law import why_unknown
from lawdiff.law.act_words import act_name
from lawdiff.law.address import cite
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.commencement import Commencement
from lawdiff.law.eid import EId
from lawdiff.law.json_form import Json
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.phrases import in_words
from lawdiff.law.timeline import ActTimelines

Register = Mapping[str, AmendingLaw]


def log_lines(log: Log, timelines: ActTimelines, asked: Sequence[EId], register: Register) -> Iterator[str]:
    """The laws, newest first, and where the list is not complete."""
    act = timelines.act
    yield from wrapped(act_name(act, timelines.language), "", "  ")
    what = ", ".join(cite(eid, timelines.language) for eid in asked) or "the whole act"
    yield from wrapped(f"laws that touched {what}, newest first", "", "  ")
    for entry in log.entries:
        yield ""
        yield from _entry_lines(entry, register.get(entry.law), timelines.language)
    if not log.entries:
        yield from ("", "No law is known to have touched it.")
    yield from _incomplete(log, timelines.language)


def _entry_lines(entry: LogEntry, registered: AmendingLaw | None, language: str) -> Iterator[str]:
    if entry.law == UNKNOWN_LAW:
        yield from wrapped("An unknown law, or several, or none", "", "  ")
        for why in why_unknown(touch.source for touch in entry.touches):
            yield from wrapped(why, "  ", "  ")
    else:
        adopted = f" of {in_words(entry.adopted)}" if entry.adopted else ""
        announced = "  (announced)" if entry.announced else ""
        yield click.style(f"{entry.law}{adopted}{announced}", bold=True)
        if registered and registered.title:
            yield from wrapped(registered.title, "  ", "  ")
        yield from wrapped(days(entry.commencement, registered), "  ", "  ")
    for (verb, doubt, source), eids in alike(entry).items():
        yield from wrapped(f"{verb} {places(eids, language)}", "  * ", "    ")
        yield from wrapped(f"[{doubt}{source}]", "    ", "     ")


def _incomplete(log: Log, language: str) -> Iterator[str]:
    """Where older laws are no longer listed (R14)."""
    for effect in log.reworded:
        yield ""
        yield from wrapped(
            f"{effect.laws[0]} reworded {cite(effect.target, language)}: laws before it may have touched it "
            f"and are no longer listed by its note ({effect.source}).",
            "",
            "",
        )


def log_json(log: Log, timelines: ActTimelines, asked: Sequence[EId], register: Register) -> Json:
    """`log --json`."""
    return {
        "law": timelines.act.id,
        "language": timelines.language,
        "evidence": timelines.scope.value,
        "provision": f"{asked[0]}..{asked[-1]}" if len(asked) > 1 else asked[0] if asked else None,
        "laws": [_entry_json(entry, register.get(entry.law)) for entry in log.entries],
        "reworded": [
            {"law": effect.laws[0], "target": effect.target, "source": effect.source}
            for effect in log.reworded
        ],
    }


def _entry_json(entry: LogEntry, registered: AmendingLaw | None) -> Json:
    published = registered.published if registered else None
    return {
        "law": entry.law,
        "title": registered.title or None if registered else None,
        "adopted": entry.adopted.isoformat() if entry.adopted else None,
        "published": published.isoformat() if published else None,
        **commencement_json(entry.commencement),
        "announced": entry.announced,
        "effects": [
            {
                "target": touch.eid,
                "kind": touch.kind,
                "certainty": touch.certainty,
                "certain": touch.is_certain,
                "one_of": list(touch.candidates),
                "source": touch.source,
            }
            for touch in entry.touches
        ],
    }


def commencement_json(when: Commencement | None) -> Json:
    """The day in force and its basis; the last day of a window where there is one."""
    found: Json = {"in_force": when.first.isoformat() if when else None}
    found["basis"] = when.basis.value if when else "unknown"
    if when and when.is_window:
        found["in_force_latest"] = when.last.isoformat()
    return found
