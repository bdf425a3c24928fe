"""`lawdiff graph`: which law touched which provision, as a matrix, lists, numbers and files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from lawdiff.cli.asked_act import AskedAct, act_options
from lawdiff.cli.options import DAY, evidence_option, json_option, with_option
from lawdiff.law.errors import LawdiffError

if TYPE_CHECKING:
    from lawdiff.cli.graph_question import Asked
    from lawdiff.graph.amendment_graph import AmendmentGraph
    from lawdiff.law.amending_law import AmendingLaw
    from lawdiff.law.timeline import ActTimelines
    from lawdiff.store.archive import Archive

_KINDS = ("insert", "replace", "amend", "substitute", "repeal", "rename", "move", "reference")
_FORMS = ("table", "json", "csv", "dot", "graphml", "gexf", "mermaid", "svg")


class NothingFound(LawdiffError):
    """No effect and no reference is what was asked for: the answer is "none"."""

    exit_code = 1


@click.command("graph")
@click.option("--by", "by", metavar="LAW", help="All that one law touched, or may have: 354-IV.")
@click.option("--touching", metavar="ADDRESS", help='Every law that touched a provision: "art 7".')
@click.option(
    "--between", type=(DAY, DAY), metavar="DATE DATE", help="Effects that began on or between two days."
)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(_KINDS),
    multiple=True,
    help="Effects of one kind; can be repeated. `reference`: what refers to what.",
)
@click.option("--stats", is_flag=True, help="Numbers: most amended articles, laws by reach, years, states.")
@click.option(
    "--on",
    "day",
    type=DAY,
    help="The day of the states in --stats, and of references. [default: the horizon]",
)
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="table", show_default=True, help="How to print it."
)
@json_option
@evidence_option
@with_option
@act_options
def command(
    by: str | None,
    touching: str | None,
    between: tuple[dt.date, dt.date] | None,
    kinds: tuple[str, ...],
    stats: bool,
    day: dt.date | None,
    form: str,
    as_json: bool,
    evidence: str,
    proposal: str | None,
    proposals: str | None,
    act: AskedAct,
) -> None:
    """Which law touched which provision: a matrix of laws and articles, by commencement.

    --by, --touching, --between and --kind ask for a part of it; all formats print that part. What is
    not certain is marked: a law that is one of several candidates is never shown as the one. Exit code 1
    where nothing is what was asked for.

    References between provisions are edges of their own kind. json, graphml and gexf have them unless --kind
    asks for something else; --kind reference lists them, or draws them with dot and mermaid.

    \b
    lawdiff graph
    lawdiff graph --by 354-IV
    lawdiff graph --touching "art 7" --kind repeal
    lawdiff graph --format svg > matrix.svg
    lawdiff graph --kind reference --touching "art 39"
    lawdiff graph --with disability-terms
    """
    from lawdiff.cli.graph_question import Asked

    asked = Asked(by, touching, between, kinds, stats, day, "json" if as_json else form)
    if proposal is None:
        timelines = act.timelines(evidence)
    else:
        from lawdiff.cli.propose.as_proposed import open_as_proposed

        timelines = open_as_proposed(proposal, act, proposals, evidence).with_it
    _answer(asked, timelines, act._replace(law=timelines.act.id).register(), act.archive)


def _answer(
    asked: Asked, timelines: ActTimelines, register: Mapping[str, AmendingLaw], archive: Archive
) -> None:
    """Print the part of the graph that was asked for."""
    from lawdiff.cli.graph_print import print_graph, print_stats

    day = asked.day or timelines.horizon
    graph = _graph(timelines, register, day if asked.wants_references else None, archive)
    question = asked.question(graph, timelines, register)
    part = question.part(graph)
    if not question.is_answered_by(part):
        scope = timelines.scope.value
        raise NothingFound(f"Nothing is known that answers “{question.words}”, on evidence “{scope}”.")
    if asked.stats:
        print_stats(part, timelines, day, asked.form)
    else:
        print_graph(part, question, asked.form)


def _graph(
    timelines: ActTimelines, register: Mapping[str, AmendingLaw], day: dt.date | None, archive: Archive
) -> AmendmentGraph:
    """The graph, with the references of the day if there is one."""
    from lawdiff.graph.build import graph_of
    from lawdiff.history.references import references_on
    from lawdiff.sources.act_register import known_acts

    found = references_on(timelines, day, known_acts(archive.corpus)) if day else None
    return graph_of(timelines, register, references=found)
