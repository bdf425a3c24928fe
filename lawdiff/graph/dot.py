"""The graph as DOT for Graphviz: laws on the left, articles by chapter on the right."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.graph.amendment_graph import AmendmentGraph, LawNode
from lawdiff.graph.drawn_references import drawn_references, drawn_units
from lawdiff.graph.labels import by_chapter, label_of
from lawdiff.graph.matrix import Cell, Matrix, matrix_of
from lawdiff.graph.network import law_name, provision_name
from lawdiff.graph.quoting import dot_string, plain
from lawdiff.graph.reference_target import Outside


def graph_dot(graph: AmendmentGraph) -> str:
    """One node a law and one an article that a law touched; an edge says what the law did to the article.

    Dashed: not certain (a candidate). Dotted: only announced. `lawdiff graph --format dot | dot -Tpdf`.
    """
    return "\n".join(_lines(graph, matrix_of(graph))) + "\n"


def _lines(graph: AmendmentGraph, matrix: Matrix) -> Iterator[str]:
    yield f"digraph {dot_string(graph.act.id)} {{"
    title = f"Law No. {graph.act.number} “{graph.act.title}”"
    title = f"Amendments of the {title}" if graph.effects else title
    title += f": {graph.question}" if graph.question else ""
    note = "\\nLaws before one that reworded an article may be missing" if graph.reworded else ""
    yield f'  graph [rankdir=LR, ranksep=4, labelloc=t, label="{dot_string(title)[1:-1]}{note}"];'
    yield '  node [shape=box, fontname="sans-serif"];'
    yield '  edge [fontname="sans-serif", fontsize=10];'
    for law in matrix.laws:
        yield f"  {dot_string(law_name(law))} [{_law_look(law)}];"
    drawn = {unit for _, unit in matrix.cells} | drawn_units(graph)
    for index, (chapter, units) in enumerate(by_chapter(graph, drawn)):
        inner = "  "
        if chapter:
            yield f"  subgraph cluster_{index} {{"
            yield f"    label={dot_string(label_of(chapter, graph.language))};"
            inner = "    "
        for unit in units:
            name = dot_string(provision_name(graph, unit.eid))
            yield f"{inner}{name} [shape=ellipse, label={dot_string(label_of(unit, graph.language))}];"
        if chapter:
            yield "  }"
    names = {law.number: dot_string(law_name(law)) for law in matrix.laws}
    for law in matrix.laws:
        for cell in matrix.of_law(law.number):
            target = dot_string(provision_name(graph, cell.unit))
            yield f"  {names[law.number]} -> {target} [{_edge_look(cell)}];"
    yield from _references(graph)
    yield "}"


def _references(graph: AmendmentGraph) -> Iterator[str]:
    """References with an open arrow, and what they point at outside of the act."""
    found = list(drawn_references(graph))
    outside = {each.target.name: each.target for each in found if isinstance(each.target, Outside)}
    own = {law_name(law) for law in graph.laws}
    for name, there in outside.items():
        if plain(name) not in own:
            yield f"  {dot_string(plain(name))} [shape=note, label={dot_string(there.full_label)}];"
    for each in found:
        end = each.target
        target = plain(end.name) if isinstance(end, Outside) else provision_name(graph, end)
        ends = f"{dot_string(provision_name(graph, each.source))} -> {dot_string(target)}"
        style = "solid" if each.is_sure else "dashed"
        yield f"  {ends} [label={dot_string(each.words)}, style={style}, arrowhead=empty];"


def _law_look(law: LawNode) -> str:
    days = f"{law.number}\\nadopted {law.adopted}" if law.adopted else law.number
    label = "\\n".join(dot_string(part)[1:-1] for part in days.split("\\n"))
    return f'label="{label}"' + (', style="dashed"' if law.pending else "")


def _edge_look(cell: Cell) -> str:
    words = cell_words(cell)
    style = "dotted" if cell.pending else "solid" if cell.is_certain else "dashed"
    return f"label={dot_string(words)}, style={style}"


def cell_words(cell: Cell) -> str:
    """What a law did to an article, for an edge: "amended (no footnote)"."""
    words = [mark.word for mark in cell.marks]
    remarks = []
    if cell.pending:
        remarks.append(cell.pending)
    if not cell.is_certain:
        remarks.append("perhaps")
    if cell.is_silent:
        remarks.append("no footnote")
    return " + ".join(words) + (f" ({', '.join(remarks)})" if remarks else "")
