"""`lawdiff asof`: what a law said on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

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
from lawdiff.history.asof import act_on
from lawdiff.law.answer import Answer
from lawdiff.law.errors import NotKnownError
from lawdiff.law.wording import State

_CERTAIN = (State.RECORDED, State.RESTORED, State.ABSENT)


@click.command("asof")
@click.argument("day", type=DAY, metavar="DATE")
@click.argument("address", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json", "html"]), default="text")
@click.option("--strict", is_flag=True, help="Fail (exit code 4) rather than show what is not certain.")
@json_option
@clock_option
@evidence_option
@corpus_options
@click.pass_context
def command(
    ctx: click.Context,
    day: dt.date,
    address: Sequence[str],
    form: str,
    strict: bool,
    as_json: bool,
    clock: str,
    evidence: str,
    law: str | None,
    corpus: Path | None,
    repo: Path | None,
) -> None:
    """What the law said on DATE: the whole of it, or the provision at ADDRESS.

    DATE is 2012-01-01, 01.01.2012 or today. ADDRESS is written as people write it: art 7,
    "Article 7(1)(2)", art. 7 para 1 sub 2, 7.1.2, chapter 3, preamble, art 7..9.

    \b
    lawdiff asof 2012-01-01 art 7
    lawdiff asof 01.06.2009 "Article 29(4)" --json
    """
    timelines = open_timelines(law, corpus, repo, evidence, clock)
    asked = asked_provisions(address, timelines)
    answer = act_on(timelines, day, asked)
    if strict:
        _refuse_doubt(answer)
    _print(answer, "json" if as_json else form)
    ctx.exit(1 if answer.node.wording.state is State.ABSENT else 0)


def _refuse_doubt(answer: Answer) -> None:
    """Raise where anything shown is not certain."""
    for node in answer.node.walk():
        texts = [node.heading] if node.heading else []
        for wording in [*texts, node.wording] if node.has_own_text else texts:
            past = wording.state is State.ABSENT and answer.day > answer.horizon
            if wording.state not in _CERTAIN or past:
                raise NotKnownError(
                    f"{node.eid} on {answer.day} is {wording.state.value}, not certain"
                    f"{' because of ' + ', '.join(wording.laws) if wording.laws else ''}. "
                    "Leave --strict out to see what is known."
                )


def _print(answer: Answer, form: str) -> None:
    if form == "json":
        from lawdiff.cli.page import print_json
        from lawdiff.law.json_form import answer_json

        print_json(answer_json(answer))
    elif form == "text":
        from lawdiff.cli.answer_text import answer_lines
        from lawdiff.cli.page import print_lines

        print_lines(answer_lines(answer))
    else:
        from lawdiff.cli.answer_markup import answer_html, answer_markdown

        click.echo(answer_markdown(answer) if form == "markdown" else answer_html(answer), nl=False)
