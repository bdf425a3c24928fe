"""`lawdiff blame`: for each line the law and the day from which its wording is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from lawdiff.cli.asked_act import AskedAct, act_options
from lawdiff.cli.options import DAY, asked_provisions, clock_option, evidence_option, json_option

if TYPE_CHECKING:
    from lawdiff.history.blame import BlameLine
    from lawdiff.law.eid import EId
    from lawdiff.law.json_form import Json
    from lawdiff.law.timeline import ActTimelines


@click.command("blame")
@click.argument("address", nargs=-1)
@click.option("--on", "day", type=DAY, help="The day to look at. [default: the last that the source proves]")
@json_option
@clock_option
@evidence_option
@act_options
@click.pass_context
def command(
    ctx: click.Context,
    address: Sequence[str],
    day: dt.date | None,
    as_json: bool,
    clock: str,
    evidence: str,
    act: AskedAct,
) -> None:
    """Each line of the provision at ADDRESS: the last law that touched it, and since when it is known.

    The law is the last that changed the line or may have; the act's own number where none did. The day
    is the first from which the wording shown is known.

    \b
    lawdiff blame art 7
    lawdiff blame art 14 --on 2012-01-01
    """
    from lawdiff.history.blame import blame

    timelines = act.timelines(evidence, clock)
    asked = asked_provisions(address, timelines)
    shown_day = day or timelines.horizon
    lines = blame(timelines, shown_day, asked)
    if as_json:
        from lawdiff.cli.page import print_json

        print_json(_json(lines, timelines, shown_day, asked))
    else:
        from lawdiff.cli.page import print_lines

        print_lines(_lines(lines, timelines, shown_day))
    ctx.exit(0 if lines else 1)


_COLUMNS = 22  # the mark, the law and the day


def _lines(lines: Sequence[BlameLine], timelines: ActTimelines, day: dt.date) -> Iterator[str]:
    from lawdiff.cli.answer_text import caution_lines, legend_lines
    from lawdiff.cli.page import wrapped
    from lawdiff.history.cautions import cautions
    from lawdiff.law.act_words import act_name
    from lawdiff.law.phrases import in_words

    act = timelines.act
    yield from wrapped(act_name(act, timelines.language), "", "  ")
    yield f"since when each line is known, on {in_words(day)}"
    article = ""
    for line in lines:
        top = line.eid.partition("__")[0]
        if top != article:
            yield ""
            article = top
        yield from _line(line, act.number, timelines.language)
    if not lines:
        yield from ("", "Nothing of it was part of the law that day.")
    else:
        yield ""
        yield from wrapped(
            f"First the last law that touched the line or may have ({act.number}: the act itself), then "
            "the day from which these words are known.",
            "",
            "",
        )
    yield from legend_lines({line.wording.state for line in lines})
    reasons = [reason for line in lines for reason in (*line.wording.because, line.by) if reason]
    yield from caution_lines(tuple(cautions(timelines, (day,), reasons, bool(lines))))


def _line(line: BlameLine, act: str, language: str) -> Iterator[str]:
    from lawdiff.cli.page import wrapped
    from lawdiff.law.marks import MARKS

    law = line.by.law if line.by else act
    start = f"{MARKS[line.wording.state]} {law:<8} {line.known_from or ''!s:<10}"
    start = f"{start:<{_COLUMNS}} "
    num = f"{line.num}{'.' if line.eid.kind == 'heading' else ''} " if line.num else ""
    indent = " " * (_COLUMNS + 1)
    if line.wording.text is None:
        yield from wrapped(f"{num}[{_why(line, language)}]", start, indent)
        return
    lines = wrapped(f"{num}{line.wording.text}", start, indent)
    yield from (click.style(each, bold=True) if line.eid.kind == "heading" else each for each in lines)
    if why := _why(line, language):
        yield from wrapped(f"[{why}]", indent, indent)


def _why(line: BlameLine, language: str) -> str:
    """How the wording is known, where that is not plain."""
    from lawdiff.law.marks import explanation, names, one_of

    said = explanation(line.wording)
    if line.wording.state.value == "later":
        laws = line.wording.because
        may_have = f"{one_of(laws)}{names(laws)} may have changed it before"
        said = f"recorded only after {names(laws[-1:])}; {may_have}"
    doubt = ""
    if line.by and line.by.law == "?":
        doubt = "an unknown law may have changed it before that day"
    elif line.by and line.by.certainty in ("one_of", "inferred"):
        doubt = f"{line.by.law} is one of several laws that may have done it"
    moved = ""
    if line.moved_from:
        from lawdiff.law.address import cite

        moved = f"under this number since {line.moved_on}, before as {cite(line.moved_from, language)}"
    return "; ".join(each for each in (said, moved, doubt) if each)


def _json(lines: Sequence[BlameLine], timelines: ActTimelines, day: dt.date, asked: Sequence[EId]) -> Json:
    from lawdiff.cli.diff_json import wording_json
    from lawdiff.law.json_form import reason_json

    return {
        "law": timelines.act.id,
        "language": timelines.language,
        "date": day.isoformat(),
        "clock": timelines.clock.value,
        "evidence": timelines.scope.value,
        "provision": f"{asked[0]}..{asked[-1]}" if len(asked) > 1 else asked[0] if asked else None,
        "lines": [
            {
                "eid": line.eid,
                "num": line.num,
                "by": reason_json(line.by) if line.by else None,
                "known_from": line.known_from.isoformat() if line.known_from else None,
                "moved_from": line.moved_from,
                "moved_on": line.moved_on.isoformat() if line.moved_on else None,
                **wording_json(line.wording),
            }
            for line in lines
        ],
    }
