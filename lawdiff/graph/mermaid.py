"""The graph as a Mermaid flowchart, which forges and many editors draw."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.graph.amendment_graph import AmendmentGraph
from lawdiff.graph.dot import cell_words
from lawdiff.graph.labels import by_chapter, label_of
from lawdiff.graph.matrix import Matrix, matrix_of
from lawdiff.graph.quoting import mermaid_string


def graph_mermaid(graph: AmendmentGraph) -> str:
    """Laws on the left, the articles they touched by chapter on the right; the words on an edge say how.

    Thick lines are certain, dotted ones are not, or are only announced.
    """
    return "\n".join(_lines(graph, matrix_of(graph))) + "\n"


def _lines(graph: AmendmentGraph, matrix: Matrix) -> Iterator[str]:
    yield "flowchart LR"
    law_names = {law.number: f"law{index}" for index, law in enumerate(matrix.laws, start=1)}
    for law in matrix.laws:
        says = f"{law.number} of {law.adopted}" if law.adopted else law.number
        yield f"  {law_names[law.number]}[{mermaid_string(says + (', announced' if law.announced else ''))}]"
    unit_names = {unit.eid: f"place{index}" for index, unit in enumerate(matrix.units, start=1)}
    for index, (chapter, units) in enumerate(by_chapter(graph, matrix), start=1):
        inner = "  "
        if chapter:
            yield f"  subgraph chapter{index}[{mermaid_string(label_of(chapter))}]"
            inner = "    "
        for unit in units:
            yield f"{inner}{unit_names[unit.eid]}({mermaid_string(label_of(unit))})"
        if chapter:
            yield "  end"
    for law in matrix.laws:
        for cell in matrix.of_law(law.number):
            line = "==>" if cell.is_certain and not cell.is_announced else "-.->"
            words = mermaid_string(cell_words(cell))
            yield f"  {law_names[law.number]} {line}|{words}| {unit_names[cell.unit]}"
