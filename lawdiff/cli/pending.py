"""`lawdiff pending`: changes that are announced and not in force yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawdiff.cli.asked_act import AskedAct, act_options
from lawdiff.cli.options import DAY, evidence_option, json_option

if TYPE_CHECKING:
    from lawdiff.history.pending import Pending
    from lawdiff.law.json_form import Json
    from lawdiff.law.timeline import ActTimelines


@click.command("pending")
@click.option(
    "--on", "day", type=DAY, help="The day to look from. [default: the last that the source proves]"
)
@json_option
@evidence_option
@act_options
def command(
    day: dt.date | None,
    as_json: bool,
    evidence: str,
    act: AskedAct,
) -> None:
    """The changes that a note announces and that are not in force on a day.

    \b
    lawdiff pending
    lawdiff pending --on 2014-12-31 --json
    """
    from lawdiff.history.pending import pending

    timelines = act.timelines(evidence)
    shown_day = day or timelines.horizon
    found = pending(timelines, shown_day)
    notes = _notes(timelines, act.archive.corpus)
    if as_json:
        from lawdiff.cli.page import print_json

        print_json(_json(found, timelines, shown_day, notes))
    else:
        from lawdiff.cli.page import print_lines

        print_lines(_lines(found, timelines, shown_day, notes))


def _notes(timelines: ActTimelines, corpus: Path) -> Mapping[int, str]:
    """The words of every note of the edition, by the line it starts on."""
    from lawdiff.sources.corpus import read_act
    from lawdiff.sources.edition_text import read_edition_file
    from lawdiff.sources.evidence import edition_file

    file = edition_file(read_act(corpus, timelines.act.id), timelines.language)
    edition = read_edition_file(file.path, timelines.act.id, file.language)
    return {note.line: " ".join(note.sentence.split()) for note in edition.all_notes()}


def _lines(
    found: tuple[Pending, ...], timelines: ActTimelines, day: dt.date, notes: Mapping[int, str]
) -> Iterator[str]:
    from lawdiff.cli.page import wrapped
    from lawdiff.law.act_words import act_name
    from lawdiff.law.address import cite
    from lawdiff.law.effect_words import VERBS, WILL
    from lawdiff.law.phrases import in_force, in_words

    act = timelines.act
    yield from wrapped(act_name(act, timelines.language), "", "  ")
    yield f"announced changes not in force on {in_words(day)}"
    for each in found:
        effect, cause = each.effect, each.cause
        adopted = f" of {in_words(cause.adopted)}" if cause.adopted else ""
        yield ""
        what = (
            f"{cause.law}{adopted} will {WILL[effect.kind.value]} {cite(effect.target, timelines.language)}"
        )
        yield from (click.style(line, bold=True) for line in wrapped(what, "", "  "))
        yield from wrapped(f"in force {in_force(cause.commencement)}", "  ", "  ")
        if note := notes.get(effect.line or 0):
            yield from wrapped(f"“{note}”", "  ", "  ")
        yield from wrapped(f"[{effect.source}]", "  ", "  ")
        for detail in each.details:
            what = f"{detail.source}: {VERBS[detail.kind.value]} {cite(detail.target, timelines.language)}"
            yield from wrapped(what, "  ", "    ")
    if not found:
        yield from ("", "No note announces any.")


def _json(
    found: tuple[Pending, ...], timelines: ActTimelines, day: dt.date, notes: Mapping[int, str]
) -> Json:
    from lawdiff.cli.log_forms import commencement_json

    return {
        "law": timelines.act.id,
        "language": timelines.language,
        "date": day.isoformat(),
        "evidence": timelines.scope.value,
        "pending": [
            {
                "law": each.cause.law,
                "target": each.effect.target,
                "kind": each.effect.kind.value,
                "adopted": each.cause.adopted.isoformat() if each.cause.adopted else None,
                **commencement_json(each.cause.commencement),
                "certainty": each.effect.certainty.value,
                "source": each.effect.source,
                "line": each.effect.line,
                "note": notes.get(each.effect.line or 0),
                "facts": [
                    {"target": detail.target, "kind": detail.kind.value, "source": detail.source}
                    for detail in each.details
                ],
            }
            for each in found
        ],
    }
