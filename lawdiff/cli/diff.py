"""`lawdiff diff`: what changed between two days, word by word where both wordings are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import click

from lawdiff.cli.options import (
    DAY,
    asked_provisions,
    clock_option,
    corpus_options,
    evidence_option,
    json_option,
    open_timelines,
)


@click.command("diff")
@click.argument("old_day", type=DAY, metavar="DATE")
@click.argument("new_day", type=DAY, metavar="DATE")
@click.argument("address", nargs=-1)
@click.option("--stat", is_flag=True, help="Only count: the changed provisions by article and by law.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json", "html"]), default="text")
@json_option
@clock_option
@evidence_option
@corpus_options
def command(
    old_day: dt.date,
    new_day: dt.date,
    address: Sequence[str],
    stat: bool,
    form: str,
    as_json: bool,
    clock: str,
    evidence: str,
    law: str | None,
    corpus: str | None,
    repo: str | None,
) -> None:
    """What changed from the first DATE to the second: in the whole law, or in the provision at ADDRESS.

    [-deleted-] and {+inserted+} words are shown where both wordings are known. Where a wording is not
    known that is said, and nothing is made up for it.

    \b
    lawdiff diff 2009-01-01 2012-01-01 art 29
    lawdiff diff 01.01.2009 01.01.2012 --stat
    """
    from lawdiff.history.changes import compare

    timelines = open_timelines(law, corpus, repo, evidence, clock)
    comparison = compare(timelines, old_day, new_day, asked_provisions(address, timelines))
    if as_json or form == "json":
        from lawdiff.cli.diff_json import comparison_json
        from lawdiff.cli.page import print_json

        print_json(comparison_json(comparison, stat))
    elif form == "text":
        from lawdiff.cli.diff_text import comparison_lines, stat_lines
        from lawdiff.cli.page import print_lines

        print_lines(stat_lines(comparison) if stat else comparison_lines(comparison))
    else:
        from lawdiff.cli.diff_markup import comparison_html, comparison_markdown

        written = comparison_markdown if form == "markdown" else comparison_html
        click.echo(written(comparison, stat), nl=False)
