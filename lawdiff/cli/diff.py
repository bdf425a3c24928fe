"""`lawdiff diff`: what changed between two days, word by word where both wordings are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from lawdiff.cli.asked_act import AskedAct, act_options
from lawdiff.cli.options import (
    asked_provisions,
    clock_option,
    evidence_option,
    json_option,
    parse_day,
    with_option,
)
from lawdiff.law.errors import UsageError

if TYPE_CHECKING:
    from lawdiff.history.changes import Comparison


@click.command("diff")
@click.argument("words", nargs=-1, metavar="DATE DATE [ADDRESS]...")
@click.option("--stat", is_flag=True, help="Only count: the changed provisions by article and by law.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json", "html"]), default="text")
@json_option
@clock_option
@evidence_option
@with_option
@act_options
def command(
    words: Sequence[str],
    stat: bool,
    form: str,
    as_json: bool,
    clock: str,
    evidence: str,
    proposal: str | None,
    proposals: str | None,
    act: AskedAct,
) -> None:
    """What changed from the first DATE to the second: in the whole law, or in the provision at ADDRESS.

    With --with the second day is the same day as the proposal would make it: the DATEs can be left out.
    [-deleted-] and {+inserted+} words are shown where both wordings are known. Where a wording is not
    known that is said, and nothing is made up for it.

    \b
    lawdiff diff 2009-01-01 2012-01-01 art 29
    lawdiff diff 01.01.2009 01.01.2012 --stat
    lawdiff diff --with disability-terms art 31
    """
    if proposal is None:
        comparison = _between_days(words, act, evidence, clock)
    else:
        comparison = _with_proposal(proposal, words, act, proposals, evidence, clock)
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


def _days(words: Sequence[str], most: int) -> tuple[list[dt.date], Sequence[str]]:
    """The days that the words begin with, and the words of the address behind them."""
    days: list[dt.date] = []
    for word in words[:most]:
        try:
            days.append(parse_day(word))
        except UsageError:
            if most == 2:
                raise
            break
    return days, words[len(days) :]


def _between_days(words: Sequence[str], act: AskedAct, evidence: str, clock: str) -> Comparison:
    """The two days that the words begin with, compared."""
    from lawdiff.history.changes import compare

    days, address = _days(words, 2)
    if len(days) < 2:
        raise click.UsageError("Two days are compared: lawdiff diff DATE DATE [ADDRESS]...")
    timelines = act.timelines(evidence, clock)
    return compare(timelines, days[0], days[1], asked_provisions(address, timelines))


def _with_proposal(
    name: str,
    words: Sequence[str],
    act: AskedAct,
    proposals: str | None,
    evidence: str,
    clock: str,
) -> Comparison:
    """One day without a proposal and with it: its base day, where the words begin with none."""
    from lawdiff.cli.propose.as_proposed import open_as_proposed
    from lawdiff.history.proposed_changes import compare_with

    days, address = _days(words, 1)
    found = open_as_proposed(name, act, proposals, evidence, clock)
    day = days[0] if days else found.proposal.file.base
    return compare_with(
        found.without, found.with_it, found.law, day, asked_provisions(address, found.with_it)
    )
