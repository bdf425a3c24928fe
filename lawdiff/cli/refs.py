"""`lawdiff refs`: what a provision refers to, and what refers to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from lawdiff.cli.asked_act import AskedAct, act_options
from lawdiff.cli.options import DAY, asked_provisions, evidence_option, json_option
from lawdiff.law.eid import EId

if TYPE_CHECKING:
    from pathlib import Path

    from lawdiff.cli.refs_forms import References
    from lawdiff.law.timeline import ActTimelines


@click.command("refs")
@click.argument("address", nargs=-1)
@click.option("--on", "day", type=DAY, help="The day. [default: the last day that the source proves]")
@json_option
@evidence_option
@act_options
@click.pass_context
def command(
    ctx: click.Context,
    address: Sequence[str],
    day: dt.date | None,
    as_json: bool,
    evidence: str,
    act: AskedAct,
) -> None:
    """What the provision at ADDRESS, or the whole act, refers to on a day, and what refers to it.

    Inside the act and outside of it, with everything inside the provision. A reference that may mean
    something else is marked as doubtful, and one to a provision that is not there says so. Exit code 1
    if the provision, or the act, is not part of the law that day.

    \b
    lawdiff refs art 14
    lawdiff refs "Article 39(2)" --on 2012-01-01 --json
    """
    timelines = act.timelines(evidence)
    asked = asked_provisions(address, timelines)
    shown = _shown(timelines, asked, day or timelines.horizon, act.archive.corpus)
    if as_json:
        from lawdiff.cli.page import print_json
        from lawdiff.cli.refs_forms import refs_json

        print_json(refs_json(shown))
    else:
        from lawdiff.cli.page import print_lines
        from lawdiff.cli.refs_forms import refs_lines

        print_lines(refs_lines(shown))
    ctx.exit(int(shown.is_absent))


def _shown(timelines: ActTimelines, asked: tuple[EId, ...], day: dt.date, corpus: Path) -> References:
    """All references of that day, and which of the provisions asked for are not part of the law on it."""
    from lawdiff.cli.refs_forms import References
    from lawdiff.history.provisions_there import provisions_on
    from lawdiff.history.references import references, unsearched
    from lawdiff.sources.act_register import known_acts

    there = provisions_on(timelines, day)
    found = references(timelines, day, known_acts(corpus))
    absent = tuple(eid for eid in asked if there.is_absent(eid))
    if not asked and there.is_empty:
        absent = (EId("act"),)
    return References(timelines, day, asked, found, unsearched(timelines, day, asked), absent)
