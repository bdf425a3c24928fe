"""`lawdiff graph`: which law touched which provision, as a matrix, lists, numbers and files."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

import click

from lawdiff.cli.options import (
    DAY,
    corpus_options,
    evidence_option,
    json_option,
    open_register,
    open_timelines,
)
from lawdiff.law.errors import LawdiffError, UsageError

if TYPE_CHECKING:
    from lawdiff.cli.graph_question import Question
    from lawdiff.graph.amendment_graph import AmendmentGraph
    from lawdiff.law.timeline import ActTimelines

_KINDS = ("insert", "replace", "amend", "substitute", "repeal", "rename", "move")
_FORMS = ("table", "json", "csv", "dot", "graphml", "gexf", "mermaid", "svg")


class NothingFound(LawdiffError):
    """No effect is what was asked for: the answer is "none"."""

    exit_code = 1


@click.command("graph")
@click.option("--by", "by", metavar="LAW", help="All that one law touched, or may have: 354-IV.")
@click.option("--touching", metavar="ADDRESS", help='Every law that touched a provision: "art 7".')
@click.option(
    "--between", type=(DAY, DAY), metavar="DATE DATE", help="Effects that began on or between two days."
)
@click.option(
    "--kind", "kinds", type=click.Choice(_KINDS), multiple=True, help="Effects of one kind; can be repeated."
)
@click.option("--stats", is_flag=True, help="Numbers: most amended articles, laws by reach, years, states.")
@click.option("--on", "day", type=DAY, help="The day of the states in --stats. [default: the horizon]")
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="table", show_default=True, help="How to print it."
)
@json_option
@evidence_option
@corpus_options
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
    law: str | None,
    corpus: str | None,
    repo: str | None,
) -> None:
    """Which law touched which provision: a matrix of laws and articles, by commencement.

    --by, --touching, --between and --kind ask for a part of it; all formats print that part. What is
    not certain is marked: a law that is one of several candidates is never shown as the one. Exit code 1
    where no law did what is asked for.

    \b
    lawdiff graph
    lawdiff graph --by 354-IV
    lawdiff graph --touching "art 7" --kind repeal
    lawdiff graph --format svg > matrix.svg
    """
    from lawdiff.cli.graph_question import read_question
    from lawdiff.graph.build import graph_of

    form = "json" if as_json else form
    _refuse_what_does_not_go_together(between, stats, day, form)
    timelines = open_timelines(law, corpus, repo, evidence)
    register = open_register(law, corpus, repo)
    graph = graph_of(timelines, register)
    question = replace(read_question(graph, timelines, register, by, touching), between=between, kinds=kinds)
    part = question.part(graph)
    if not part.effects:
        raise NothingFound(f"No effect is known that answers “{question.words}”, on evidence “{evidence}”.")
    if stats:
        _print_stats(part, timelines, day or timelines.horizon, form)
    else:
        _print(part, question, form)


def _refuse_what_does_not_go_together(
    between: tuple[dt.date, dt.date] | None, stats: bool, day: dt.date | None, form: str
) -> None:
    if between and between[1] < between[0]:
        raise UsageError(
            f"--between runs backwards, from {between[0]} to {between[1]}; put the earlier first."
        )
    if day and not stats:
        raise UsageError("--on is the day of the states in --stats; add --stats, or use --between.")
    if stats and form not in ("table", "json"):
        raise UsageError(f"--stats prints a table or JSON, no {form}.")


def _print_stats(graph: AmendmentGraph, timelines: ActTimelines, day: dt.date, form: str) -> None:
    from lawdiff.cli.page import print_json, print_lines
    from lawdiff.graph.stats import stats_json, stats_of

    found = stats_of(graph, timelines, day)
    if form == "json":
        print_json(stats_json(found, graph))
    else:
        from lawdiff.cli.graph_stats import stats_lines

        print_lines(stats_lines(found, graph))


def _print(graph: AmendmentGraph, question: Question, form: str) -> None:
    """The table, a list of effects where one law or one provision was asked about; or another format."""
    from lawdiff.cli.page import print_lines

    if form != "table":
        _print_file(graph, form)
    elif question.wants_list:
        from lawdiff.cli.graph_list import list_lines

        print_lines(list_lines(graph, question.words))
    else:
        from lawdiff.cli.graph_matrix import matrix_lines

        print_lines(matrix_lines(graph, question.words))


_WRITERS = {
    "csv": ("csv_form", "graph_csv"),
    "dot": ("dot", "graph_dot"),
    "graphml": ("network", "graph_graphml"),
    "gexf": ("gexf", "graph_gexf"),
    "mermaid": ("mermaid", "graph_mermaid"),
    "svg": ("svg", "graph_svg"),
}


def _print_file(graph: AmendmentGraph, form: str) -> None:
    """Print a format for other programs; only its own module is imported."""
    if form == "json":
        from lawdiff.cli.page import print_json
        from lawdiff.graph.json_form import graph_json

        print_json(graph_json(graph))
    else:
        module, writer = _WRITERS[form]
        write = getattr(import_module(f"lawdiff.graph.{module}"), writer)
        click.echo(write(graph), nl=False)
