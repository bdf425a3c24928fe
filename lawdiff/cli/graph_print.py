"""The graph in the form that was asked for: table, list, numbers, or a format for other programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

import click

from lawdiff.cli.page import print_json, print_lines

if TYPE_CHECKING:
    from lawdiff.cli.graph_question import Question
    from lawdiff.graph.amendment_graph import AmendmentGraph
    from lawdiff.law.timeline import ActTimelines


def print_stats(graph: AmendmentGraph, timelines: ActTimelines, day: dt.date, form: str) -> None:
    from lawdiff.graph.stats import stats_json, stats_of

    found = stats_of(graph, timelines, day)
    if form == "json":
        print_json(stats_json(found, graph))
    else:
        from lawdiff.cli.graph_stats import stats_lines

        print_lines(stats_lines(found, graph))


def print_graph(graph: AmendmentGraph, question: Question, form: str) -> None:
    """The table, a list of effects where one law or one provision was asked about; or another format."""
    if form == "table":
        print_lines(_table_lines(graph, question))
    elif form == "csv" and not question.wants_effects:
        from lawdiff.graph.csv_form import references_csv

        click.echo(references_csv(graph), nl=False)
    else:
        _print_file(graph, form)


def _table_lines(graph: AmendmentGraph, question: Question) -> Iterator[str]:
    if graph.effects and question.wants_list:
        from lawdiff.cli.graph_list import list_lines

        yield from list_lines(graph, question.words)
    elif graph.effects:
        from lawdiff.cli.graph_matrix import matrix_lines

        yield from matrix_lines(graph, question.words)
    if question.wants_references:
        from lawdiff.cli.graph_references import reference_lines

        yield from reference_lines(graph, question.words)


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
        from lawdiff.graph.json_form import graph_json

        print_json(graph_json(graph))
    else:
        module, writer = _WRITERS[form]
        write = getattr(import_module(f"lawdiff.graph.{module}"), writer)
        click.echo(write(graph), nl=False)
