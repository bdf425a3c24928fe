"""The graph as a Mermaid flowchart, which forges and many editors draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lawdiff.graph.amendment_graph import AmendmentGraph
from lawdiff.graph.dot import cell_words
from lawdiff.graph.drawn_references import drawn_references, drawn_units
from lawdiff.graph.labels import by_chapter, label_of
from lawdiff.graph.matrix import Matrix, matrix_of
from lawdiff.graph.network import law_name
from lawdiff.graph.quoting import mermaid_string
from lawdiff.graph.reference_target import Outside
from lawdiff.law.eid import EId


def graph_mermaid(graph: AmendmentGraph) -> str:
    """Laws on the left, the articles they touched by chapter on the right; the words on an edge say how.

    Thick lines are certain, dotted ones are not, or are only announced. Thin lines are references.
    """
    return "\n".join(_lines(graph, matrix_of(graph))) + "\n"


def _lines(graph: AmendmentGraph, matrix: Matrix) -> Iterator[str]:
    yield "flowchart LR"
    law_names = {law.number: f"law{index}" for index, law in enumerate(matrix.laws, start=1)}
    for law in matrix.laws:
        says = f"{law.number} of {law.adopted}" if law.adopted else law.number
        says += f", {law.pending}" if law.pending else ""
        yield f"  {law_names[law.number]}[{mermaid_string(says)}]"
    drawn = {unit for _, unit in matrix.cells} | drawn_units(graph)
    chapters = list(by_chapter(graph, drawn))
    nodes = (unit.eid for _, units in chapters for unit in units)
    unit_names = {eid: f"place{index}" for index, eid in enumerate(nodes, start=1)}
    for index, (chapter, units) in enumerate(chapters, start=1):
        inner = "  "
        if chapter:
            yield f"  subgraph chapter{index}[{mermaid_string(label_of(chapter, graph.language))}]"
            inner = "    "
        for unit in units:
            yield f"{inner}{unit_names[unit.eid]}({mermaid_string(label_of(unit, graph.language))})"
        if chapter:
            yield "  end"
    for law in matrix.laws:
        for cell in matrix.of_law(law.number):
            line = "==>" if cell.is_certain and not cell.pending else "-.->"
            words = mermaid_string(cell_words(cell))
            yield f"  {law_names[law.number]} {line}|{words}| {unit_names[cell.unit]}"
    laws = {law_name(law): law_names[law.number] for law in matrix.laws}
    yield from _references(graph, unit_names, laws)


def _references(
    graph: AmendmentGraph, unit_names: Mapping[EId, str], laws: Mapping[str, str]
) -> Iterator[str]:
    """References as thin lines, dotted where they are doubtful; an amending law that is cited is one node."""
    outside = dict(laws)
    for each in drawn_references(graph):
        end = each.target
        if isinstance(end, Outside):
            if end.name not in outside:
                outside[end.name] = f"outside{len(outside) - len(laws) + 1}"
                yield f"  {outside[end.name]}[/{mermaid_string(end.full_label)}/]"
            target = outside[end.name]
        else:
            target = unit_names[end]
        line = "-->" if each.is_sure else "-.->"
        yield f"  {unit_names[each.source]} {line}|{mermaid_string(each.words)}| {target}"
