"""The matrix on a terminal: a column for each law by commencement, a row for each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import click

from lawdiff.cli.graph_list import incomplete
from lawdiff.cli.page import width, wrapped
from lawdiff.graph.amendment_graph import AmendmentGraph, LawNode, ProvisionNode
from lawdiff.graph.labels import chapter_of, label_of, unit_label
from lawdiff.graph.matrix import Cell, Mark, Matrix, matrix_of
from lawdiff.law.act_words import act_name
from lawdiff.law.eid import EId
from lawdiff.law.phrases import count

_LABEL = 14  # at least: "in force from "
_NOTHING = "· "


def matrix_lines(graph: AmendmentGraph, question: str) -> Iterator[str]:
    """The matrix in blocks that fit the page, its legend, and what it cannot show.

    Neighbours with the same row are one row: `47-1..47-11` were all inserted by 111-V.
    """
    matrix = matrix_of(graph)
    act = graph.act
    yield from wrapped(act_name(act, graph.language), "", "  ")
    laws = count(len([law for law in matrix.laws if not law.is_unknown]), "law")
    yield from wrapped(f"{question}: {laws} by commencement", "", "  ")
    label = _label(matrix)
    for block in _blocks(matrix.laws, width() - label):
        yield ""
        yield from _head(block, label)
        yield from _rows(graph, matrix, block, label)
    yield ""
    yield from _legend(matrix)
    yield from incomplete(graph)


def _label(matrix: Matrix) -> int:
    """Columns for the names of rows, the widest range of articles among them."""
    names = [len(unit_label(unit.eid)) for unit in matrix.units if unit.eid.kind != "art"]
    numbers = [2 * len(unit.eid.number) + 2 for unit in matrix.units if unit.eid.kind == "art"]
    return max(_LABEL, *(length + 2 for length in (*names, *numbers)))


@dataclass(frozen=True, slots=True)
class Group:
    """The laws of one year, by the first day on which they may be in force; those not in force yet apart."""

    year: str
    pending: str
    laws: tuple[LawNode, ...]

    def row(self, cells: Iterable[str]) -> str:
        """The cells of these laws with the rule before them."""
        return ("║" if self.pending else "│") + "".join(cells)


def _groups(laws: Sequence[LawNode]) -> list[Group]:
    by_year = groupby(laws, lambda law: (law.pending, _year(law)))
    return [Group(year, pending, tuple(found)) for (pending, year), found in by_year]


def _year(law: LawNode) -> str:
    return str(law.first.year) if law.commencements else "?"


def _blocks(laws: Sequence[LawNode], columns: int) -> Iterator[list[Group]]:
    """The groups in as many blocks as the width needs; a group that is too wide is cut."""
    room = max(columns, 12)
    block: list[Group] = []
    used = 0
    for group in _groups(laws):
        rest = group.laws
        while rest:
            fitting = max((room - used - 1) // 2, 0)
            if fitting < min(len(rest), 5) and block:
                yield block
                block, used = [], 0
                continue
            block.append(replace(group, laws=rest[:fitting]))
            used += 1 + 2 * len(rest[:fitting])
            rest = rest[fitting:]
    if block:
        yield block


def _head(block: list[Group], label: int) -> Iterator[str]:
    """The years, and the laws' numbers written downwards."""
    years = "".join(group.row(_short(group.year, 2 * len(group.laws))) for group in block)
    yield click.style(f"{'in force from':<{label}}{years}".rstrip(), bold=True)
    tall = max(len(law.label) for group in block for law in group.laws)
    for line in range(tall):
        cells = "".join(group.row(f"{law.label.rjust(tall)[line]} " for law in group.laws) for group in block)
        yield f"{'law' if line == tall - 1 else '':<{label}}{cells}".rstrip()


def _short(name: str, room: int) -> str:
    """A year in the room that its laws leave: 2005, or 06."""
    return (name if len(name) <= room else name[-2:]).ljust(room)


def _rows(graph: AmendmentGraph, matrix: Matrix, block: list[Group], label: int) -> Iterator[str]:
    chapter: ProvisionNode | None = None
    for first, last, cells in _alike(graph, matrix, block):
        of_row = chapter_of(graph, first.eid) if first.eid.kind == "art" else None
        if of_row != chapter and of_row:
            title, room = label_of(of_row, graph.language), width() - 1
            yield click.style(title if len(title) <= room else title[: room - 1] + "…", dim=True)
        chapter = of_row
        name = unit_label(first.eid, full=first.eid.kind != "art")
        name = name if first.eid == last.eid else f"{name}..{last.eid.number}"
        yield f"  {name:<{label - 2}}{cells}".rstrip()


def _alike(
    graph: AmendmentGraph, matrix: Matrix, block: list[Group]
) -> Iterator[tuple[ProvisionNode, ProvisionNode, str]]:
    """The rows, neighbours that are alike in one: the first and last article, and their cells."""
    place = {eid: index for index, eid in enumerate(graph.articles)}
    row: tuple[ProvisionNode, ProvisionNode, str] | None = None
    for unit in matrix.units:
        cells = _cells(matrix, unit, block)
        if row and row[2] == cells and _are_neighbours(graph, place, row[1].eid, unit.eid):
            row = (row[0], unit, cells)
            continue
        if row:
            yield row
        row = (unit, unit, cells)
    if row:
        yield row


def _are_neighbours(graph: AmendmentGraph, place: Mapping[EId, int], one: EId, next_: EId) -> bool:
    """Whether two articles follow one another in one chapter, with none left out between them."""
    both = one in place and next_ in place and place[next_] == place[one] + 1
    return both and chapter_of(graph, one) == chapter_of(graph, next_)


def _cells(matrix: Matrix, unit: ProvisionNode, block: list[Group]) -> str:
    return "".join(
        group.row(_cell(matrix.cells.get((law.number, unit.eid))) for law in group.laws) for group in block
    )


def _cell(cell: Cell | None) -> str:
    """A letter and a sign: "A ", "s*", "A+"."""
    if cell is None:
        return _NOTHING
    letter = cell.mark.letter if cell.is_certain else cell.mark.letter.lower()
    waiting = {"announced": ">", "proposed": "^"}.get(cell.pending)
    sign = waiting if waiting else "*" if cell.is_silent else "+" if cell.is_open else " "
    return letter + sign


def _legend(matrix: Matrix) -> Iterator[str]:
    cells = list(matrix.cells.values())
    for mark in Mark:
        if any(cell.mark is mark for cell in cells):
            yield from wrapped(mark.legend, f"  {mark.letter}  ", "     ")
    shown = "".join(_cell(cell) for cell in cells)
    signs = {
        "*": "no footnote that stands there names the law",
        "+": "the law may have done more there: it is one of several that did",
        ">": "only announced; laws that do nothing else stand behind ║",
        "^": "only proposed; nobody has adopted it",
    }
    if any(not cell.is_certain for cell in cells):
        example = next(cell.mark.letter.lower() for cell in cells if not cell.is_certain)
        yield from wrapped("small letter: perhaps; not proven for this law", f"  {example}  ", "     ")
    for sign, words in signs.items():
        if sign in shown:
            yield from wrapped(words, f"  {sign}  ", "     ")
    if any(law.is_unknown for law in matrix.laws):
        yield from wrapped("A law named ? is one that no source names, or several.", "", "")
    if any(when.is_window for law in matrix.laws for when in law.commencements):
        yield from wrapped("A year is that of the first day on which the law may be in force.", "", "")
