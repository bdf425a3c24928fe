"""`lawdiff asof`: what a law said on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import click

from lawdiff.cli.asked_act import AskedAct, act_options
from lawdiff.cli.options import DAY, asked_provisions, clock_option, evidence_option, json_option, with_option
from lawdiff.history.asof import act_on
from lawdiff.law.answer import Answer, Node
from lawdiff.law.eid import EId
from lawdiff.law.errors import NotKnownError
from lawdiff.law.wording import State, Wording

_CERTAIN = (State.RECORDED, State.RESTORED, State.ABSENT)


@click.command("asof")
@click.argument("day", type=DAY, metavar="DATE")
@click.argument("address", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json", "html"]), default="text")
@click.option("--strict", is_flag=True, help="Fail (exit code 4) rather than show what is not certain.")
@json_option
@clock_option
@evidence_option
@with_option
@act_options
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
    proposal: str | None,
    proposals: str | None,
    act: AskedAct,
) -> None:
    """What the law said on DATE: the whole of it, or the provision at ADDRESS.

    DATE is 2012-01-01, 01.01.2012 or today. ADDRESS is written as people write it: art 7,
    "Article 7(1)(2)", art. 7 para 1 sub 2, 7.1.2, chapter 3, preamble, art 7..9.

    \b
    lawdiff asof 2012-01-01 art 7
    lawdiff asof 01.06.2009 "Article 29(4)" --json
    lawdiff asof --with disability-terms 2014-07-05 art 31
    """
    told: tuple[str, ...] = ()
    if proposal is None:
        timelines = act.timelines(evidence, clock)
    else:
        from lawdiff.cli.propose.as_proposed import open_as_proposed

        found = open_as_proposed(proposal, act, proposals, evidence, clock)
        timelines, told = found.with_it, found.cautions(day)
    asked = asked_provisions(address, timelines)
    answer = act_on(timelines, day, asked)
    answer = answer._replace(cautions=(*told, *answer.cautions))
    if strict:
        _refuse_doubt(answer)
    _print(answer, "json" if as_json else form)
    ctx.exit(1 if answer.node.wording.state is State.ABSENT else 0)


def _refuse_doubt(answer: Answer) -> None:
    """Raise where anything shown is not certain: the first such place, and how many more there are."""
    doubtful = [
        (eid, wording)
        for node in answer.node.walk()
        for eid, wording in _texts(node)
        if wording.state not in _CERTAIN or (wording.state is State.ABSENT and answer.day > answer.horizon)
    ]
    if doubtful:
        from lawdiff.law.address import capitalised, cite
        from lawdiff.law.marks import names
        from lawdiff.law.phrases import count

        (eid, wording), *others = doubtful
        nor = "Nor is" if len(others) == 1 else "Nor are"
        more = f" {nor} {count(len(others), 'other place')}." if others else ""
        raise NotKnownError(
            f"{capitalised(cite(eid, answer.language))} on {answer.day} is {wording.state.value}, not certain"
            f"{' because of ' + names(wording.because) if wording.because else ''}.{more} "
            "Leave --strict out to see what is known."
        )


def _texts(node: Node) -> Iterator[tuple[EId, Wording]]:
    """The heading and the own text of a node, each with its eId."""
    if node.heading:
        yield EId("title") if node.eid == "act" else node.eid.heading, node.heading
    if node.has_own_text:
        yield node.eid, node.wording


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
