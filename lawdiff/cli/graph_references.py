"""The references of the graph on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.cli.page import wrapped
from lawdiff.cli.refs_forms import outward_lines, unsearched_lines
from lawdiff.graph.amendment_graph import AmendmentGraph
from lawdiff.law.act_words import act_name
from lawdiff.law.phrases import in_words


def reference_lines(graph: AmendmentGraph, question: str) -> Iterator[str]:
    """What refers to what on the day; behind the effects, where the graph has some too."""
    act, found = graph.act, graph.day_references
    if found is None:
        return
    if graph.effects:
        yield from ("", f"references on {in_words(found.day)}")
    else:
        yield from wrapped(act_name(act, graph.language), "", "  ")
        yield from wrapped(f"{question} on {in_words(found.day)}", "", "  ")
    if found.found:
        yield from outward_lines(found.found, graph.language)
    yield from unsearched_lines(found.unsearched, graph.language)
