"""`lawdiff refs`: what a provision refers to, and what refers to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import click

from lawdiff.cli.options import (
    DAY,
    asked_provisions,
    corpus_options,
    evidence_option,
    json_option,
    open_archive,
    open_timelines,
)


@click.command("refs")
@click.argument("address", nargs=-1)
@click.option("--on", "day", type=DAY, help="The day. [default: the last day that the source proves]")
@json_option
@evidence_option
@corpus_options
@click.pass_context
def command(
    ctx: click.Context,
    address: Sequence[str],
    day: dt.date | None,
    as_json: bool,
    evidence: str,
    law: str | None,
    corpus: str | None,
    repo: str | None,
) -> None:
    """What the provision at ADDRESS, or the whole act, refers to on a day, and what refers to it.

    Inside the act and outside of it, with everything inside the provision. A reference that may mean
    something else is marked as doubtful, and one to a provision that is not there says so. Exit code 1
    if the provision is not part of the law that day.

    \b
    lawdiff refs art 14
    lawdiff refs "Article 39(2)" --on 2012-01-01 --json
    """
    from lawdiff.cli.refs_forms import References, refs_json, refs_lines
    from lawdiff.history.provisions_there import provisions_on
    from lawdiff.history.references import references, unsearched
    from lawdiff.sources.act_register import known_acts

    timelines = open_timelines(law, corpus, repo, evidence)
    asked = asked_provisions(address, timelines)
    on = day or timelines.horizon
    found = references(timelines, on, known_acts(open_archive(corpus, repo).corpus))
    existing = provisions_on(timelines, on).existing
    absent = tuple(
        eid for eid in asked if existing.get(eid.parent or eid if eid.kind == "heading" else eid) is False
    )
    shown = References(timelines, on, asked, found, unsearched(timelines, on, asked), absent)
    if as_json:
        from lawdiff.cli.page import print_json

        print_json(refs_json(shown))
    else:
        from lawdiff.cli.page import print_lines

        print_lines(refs_lines(shown))
    ctx.exit(int(bool(asked) and len(absent) == len(asked)))
