"""What the drawn matrix says in words: its description, its rows and its signs, for who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from lawdiff.graph.amendment_graph import AmendmentGraph, LawNode
from lawdiff.graph.labels import unit_label, unit_list
from lawdiff.graph.matrix import Cell, Mark, Matrix
from lawdiff.graph.quoting import one_line
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.phrases import count, listed


def description(graph: AmendmentGraph, matrix: Matrix) -> str:
    """What the drawing shows, with its sums."""
    announced = [law.number for law in matrix.laws if law.pending == "announced"]
    proposed = [law.number for law in matrix.laws if law.pending == "proposed"]
    reached = {cell.unit for cell in matrix.cells.values() if cell.unit.kind == "art"}
    articles = len([unit for unit in matrix.units if unit.eid.kind == "art"])
    said = (
        f"A matrix of {count(len(matrix.laws), 'law')} and {count(articles, 'article')}, on the evidence "
        f"“{graph.scope.value}”. Each row is a law, by commencement, each column an article, by chapter; a "
        f"sign says what the law did to the article. {count(len(reached), 'article')} "
        f"{'was' if len(reached) == 1 else 'were'} touched."
    )
    if graph.question:
        said = f"Only a part: {graph.question}. {said}"
    if announced:
        said += f" Only announced: {listed(announced)}."
    if proposed:
        said += f" Only proposed: {listed(proposed)}."
    return one_line(said)


def law_summary(law: LawNode, cells: Sequence[Cell], graph: AmendmentGraph) -> str:
    """A row in words: "354-IV of 2010-11-23, in force from 2010-12-04 ... – inserted: Articles 16-1 ..."."""
    when = law.commencements[0] if law.commencements else None
    said = f"{'unknown law' if law.is_unknown else law.number}{f' of {law.adopted}' if law.adopted else ''}"
    if when:
        window = f"a day between {when.first} and {when.last}"
        said += f", in force from {window if when.is_window else when.first}"
    if law.pending:
        said += f", {law.pending}"
    parts = []
    for mark in Mark:
        for certain in (True, False):
            eids = [cell.unit for cell in cells if cell.mark is mark and cell.is_certain is certain]
            if eids:
                parts.append(f"{'' if certain else 'perhaps '}{mark.word}: {unit_list(eids, graph.articles)}")
    return one_line(f"{said}{' – ' if parts else ''}{'; '.join(parts)}.")


def unit_summary(name: str, cells: Sequence[Cell]) -> str:
    """A column in words: "Article 14. Housing: reworded by 126-V (laws before it may be missing); ..."."""
    parts = []
    for mark in Mark:
        for certain in (True, False):
            laws = [_law_name(cell) for cell in cells if cell.mark is mark and cell.is_certain is certain]
            if laws:
                missing = " (laws before it may be missing)" if mark is Mark.REWORDED else ""
                parts.append(f"{'' if certain else 'perhaps '}{mark.word} by {listed(laws)}{missing}")
    return one_line(f"{name}: {'; '.join(parts) or 'no source names a law that touched it'}.")


def _law_name(cell: Cell) -> str:
    name = "an unknown law" if cell.law == UNKNOWN_LAW else cell.law
    return f"{name} ({cell.pending})" if cell.pending else name


def sign_words(cell: Cell) -> str:
    """A sign in words: "354-IV, Article 32: words substituted throughout the text; no footnote there"."""
    words = " and ".join(mark.word for mark in cell.marks)
    remarks = [words if cell.is_certain else f"perhaps {words}"]
    if cell.pending:
        remarks.append(cell.pending)
    elif cell.is_silent:
        remarks.append("no footnote there names the law")
    if cell.is_open:
        remarks.append("may have done more there")
    return one_line(f"{cell.law}, {unit_label(cell.unit, full=True)}: {'; '.join(remarks)}")
