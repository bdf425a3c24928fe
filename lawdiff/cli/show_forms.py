"""What one law did, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from lawdiff.cli.log_forms import commencement_json
from lawdiff.cli.page import wrapped
from lawdiff.history.amendment import Amendment, Deed
from lawdiff.history.log_words import reach_in_words
from lawdiff.law.act_words import act_name
from lawdiff.law.address import cite
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.effect_words import clause_in_words, effect_in_words
from lawdiff.law.json_form import Json
from lawdiff.law.phrases import count, in_force, in_words
from lawdiff.law.timeline import ActTimelines
from lawdiff.sources.source_pages import SourcePages


def amendment_lines(
    shown: Amendment, timelines: ActTimelines, registered: AmendingLaw | None, pages: SourcePages
) -> Iterator[str]:
    """The register's data, then each effect, those of one source together."""
    yield click.style(f"Law {shown.law}{_adopted(shown, registered)}", bold=True)
    if registered and registered.title:
        yield from wrapped(registered.title, "  ", "  ")
    if registered and registered.title_official:
        yield from wrapped(registered.title_official, "  ", "  ")
    yield ""
    for name, value in _data(shown, registered):
        yield from wrapped(value, f"  {name + ':':<14}", " " * 16) if value else ()
    act = timelines.act
    yield ""
    told = f"told by {count(shown.from_notes, 'note')}, {count(shown.from_facts, 'fact')}"
    the = "the " if timelines.language == "en" else ""
    what = f"What it did to {the}{act_name(act._replace(title=''), timelines.language)}"
    yield from wrapped(f"{what}, {told}", "", "  ")
    source = ""
    for deed in shown.deeds:
        if deed.effect.source != source:
            source = deed.effect.source
            yield ""
            yield from wrapped(f"{source}", "  ", "    ")
            if address := pages.told_by(source):
                yield f"  {address}"
        yield from _deed_lines(deed, shown.law, timelines.language)


def _adopted(shown: Amendment, registered: AmendingLaw | None) -> str:
    days = {cause.adopted for cause in shown.causes if cause.adopted}
    day = registered.adopted if registered else min(days, default=None)
    return f" of {in_words(day)}" if day else ""


def _data(shown: Amendment, registered: AmendingLaw | None) -> Iterator[tuple[str, str]]:
    """The law's days and where they were read."""
    published = registered.published if registered else None
    yield "published", str(published) if published else "on a day that is not known"
    for cause in shown.causes:
        when = cause.commencement
        yield "in force", f"{in_force(when)} (basis: {when.basis.value})"
    if registered:
        yield "clause", clause_in_words(registered.clause)
        yield "also written", ", ".join(registered.also_written)
        yield "source", registered.source
        yield "note", registered.note
    else:
        yield "note", "the register laws.toml does not have this law"
    if shown.announced:
        yield "announced", "a note says that this law will change the act, and does not give its words"
    if shown.only_facts:
        yield "notes", "no note of the edition names it: what it changed was reworded since"


def _deed_lines(deed: Deed, law: str, language: str) -> Iterator[str]:
    yield from wrapped(effect_in_words(deed.effect, law, language), "  * ", "    ")
    if deed.reached:
        yield from wrapped(f"reached {count(len(deed.reached), 'text')}:", "    ", "    ")
        for reached in deed.reached:
            yield from wrapped(
                f"{cite(reached.eid, language)}{reach_in_words(reached)}", "      ", "        "
            )


def amendment_json(
    shown: Amendment, timelines: ActTimelines, registered: AmendingLaw | None, pages: SourcePages
) -> Json:
    """`show --json`."""
    return {
        "law": timelines.act.id,
        "language": timelines.language,
        "evidence": timelines.scope.value,
        "amending_law": law_json(shown, registered),
        "effects": [_deed_json(deed, shown.law, pages) for deed in shown.deeds],
    }


def law_json(shown: Amendment, registered: AmendingLaw | None) -> Json:
    """A law of the register with its three days."""
    adopted = (
        registered.adopted
        if registered
        else min((c.adopted for c in shown.causes if c.adopted), default=None)
    )
    published = registered.published if registered else None
    return {
        "number": shown.law,
        "also_written": list(registered.also_written) if registered else [],
        "title": registered.title or None if registered else None,
        "title_official": registered.title_official or None if registered else None,
        "adopted": adopted.isoformat() if adopted else None,
        "published": published.isoformat() if published else None,
        "clause": str(registered.clause) if registered else None,
        "commencements": [commencement_json(cause.commencement) for cause in shown.causes],
        "effects": len(shown.deeds),
        "effects_from_notes": shown.from_notes,
        "effects_from_facts": shown.from_facts,
        "announced": shown.announced,
        "only_facts": shown.only_facts,
        "registered": registered is not None,
        "source": registered.source if registered else None,
        "note": registered.note or None if registered else None,
    }


def _deed_json(deed: Deed, law: str, pages: SourcePages) -> Json:
    effect = deed.effect
    cause = next(cause for cause in effect.causes if cause.law == law)
    found: Json = {
        "target": effect.target,
        "kind": effect.kind.value,
        "certainty": effect.certainty.value,
        "one_of": _several(effect.laws),
        "announced": effect.announced,
        "own_text_only": effect.own_text_only,
        **commencement_json(cause.commencement),
        "source": effect.source,
        "source_address": pages.told_by(effect.source) or None,
        "line": effect.line,
        "moved_to": effect.moved_to,
        "substitutions": [{"old": old, "new": new} for old, new in effect.substitutions],
    }
    if deed.reached:
        found["reached"] = [
            {"eid": each.eid, "footnote": each.has_note, "words_known": each.is_known}
            for each in deed.reached
        ]
    return found


def _several(laws: Sequence[str]) -> list[str]:
    return list(laws) if len(laws) > 1 else []
