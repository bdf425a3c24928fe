"""The matrix of a graph: for each law and each article, the one mark that says most of what it did there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from lawdiff.graph.amendment_graph import (
    TEXT,
    AmendmentGraph,
    EffectEdge,
    LawNode,
    ProvisionNode,
    unit_of,
)
from lawdiff.law.effect import Kind
from lawdiff.law.eid import EId


class Mark(Enum):
    """What a law did to an article, the strongest first: a letter, the word for it, and what it takes in."""

    INSERTED = ("I", "inserted", "")
    EXCLUDED = ("X", "excluded", "")
    REWORDED = ("R", "reworded", " as a whole; laws before it may be missing")
    RENUMBERED = ("N", "renumbered", "")
    AMENDED = ("A", "amended", ", or something in it inserted or excluded")
    SUBSTITUTED = ("S", "words substituted", " throughout the text")
    TITLE = ("T", "title changed", ", and nothing else")

    @property
    def letter(self) -> str:
        return self.value[0]

    @property
    def word(self) -> str:
        return self.value[1]

    @property
    def legend(self) -> str:
        """The word with what it takes in."""
        return self.value[1] + self.value[2]


_WHOLE = {
    Kind.INSERT: Mark.INSERTED,
    Kind.REPEAL: Mark.EXCLUDED,
    Kind.REPLACE: Mark.REWORDED,
    Kind.MOVE: Mark.RENUMBERED,
    Kind.SUBSTITUTE: Mark.SUBSTITUTED,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one law did to one article, or to the preamble, a chapter or the text as a whole.

    `marks` are all that apply, the strongest first. `is_certain`: the law did touch it; otherwise it is
    one of several candidates, or the words it may have reached are not recorded. `is_open`: it did touch
    it, and is a candidate for a further effect there. `is_silent`: no note that stands there names it.
    """

    law: str
    unit: EId
    marks: tuple[Mark, ...]
    edges: tuple[EffectEdge, ...]

    @property
    def mark(self) -> Mark:
        return self.marks[0]

    @property
    def is_certain(self) -> bool:
        return any(edge.is_certain for edge in self.edges)

    @property
    def is_open(self) -> bool:
        return self.is_certain and any(not edge.is_certain for edge in self.edges)

    @property
    def is_silent(self) -> bool:
        return not any(edge.has_note for edge in self.edges)

    @property
    def pending(self) -> str:
        """ "announced" or "proposed" where nothing of it is in force yet, else ""."""
        return self.edges[0].pending if all(edge.pending for edge in self.edges) else ""


@dataclass(frozen=True)
class Matrix:
    """Laws by commencement, those only announced last; units in the order of the text; the cells filled."""

    laws: tuple[LawNode, ...]
    units: tuple[ProvisionNode, ...]
    cells: Mapping[tuple[str, EId], Cell]

    def of_law(self, number: str) -> list[Cell]:
        """A law's cells, in the order of the text."""
        return [self.cells[number, unit.eid] for unit in self.units if (number, unit.eid) in self.cells]

    def of_unit(self, unit: EId) -> list[Cell]:
        """A unit's cells, in the order of the laws."""
        return [self.cells[law.number, unit] for law in self.laws if (law.number, unit) in self.cells]


def matrix_of(graph: AmendmentGraph) -> Matrix:
    """The matrix of the graph, or of the part of it that was asked for."""
    edges: dict[tuple[str, EId], list[EffectEdge]] = {}
    for edge in graph.effects:
        edges.setdefault((edge.law, unit_of(edge.target)), []).append(edge)
        if edge.moved_to and unit_of(edge.moved_to) != unit_of(edge.target):
            edges.setdefault((edge.law, unit_of(edge.moved_to)), []).append(edge)
    cells = {
        (law, unit): Cell(law, unit, _marks(unit, found), tuple(found))
        for (law, unit), found in edges.items()
    }
    units = tuple(graph.units)
    touched = {unit for _, unit in cells}
    if not graph.is_whole:
        units = tuple(unit for unit in units if unit.eid in touched)
    return Matrix(graph.laws, units, cells)


def _marks(unit: EId, edges: Iterable[EffectEdge]) -> tuple[Mark, ...]:
    """The marks, first those of what certainly happened. What only tells the detail of another effect on
    the unit adds none: Article 1 was reworded by 354-IV, and that its items moved is a part of that."""
    every = list(edges)
    targets = {edge.target for edge in every}
    given = [edge for edge in every if edge.part_of not in targets or edge.part_of == TEXT]
    order = list(Mark)
    certain = {_mark(unit, edge) for edge in given if edge.is_certain}
    doubtful = {_mark(unit, edge) for edge in given if not edge.is_certain} - certain
    return (*sorted(certain, key=order.index), *sorted(doubtful, key=order.index))


def _mark(unit: EId, edge: EffectEdge) -> Mark:
    """What the effect is for the unit: an item inserted in an article amends the article."""
    if edge.is_rename:
        return Mark.TITLE
    if edge.kind is Kind.SUBSTITUTE:
        return Mark.SUBSTITUTED
    if edge.moved_to and unit_of(edge.moved_to) != unit_of(edge.target):
        return Mark.RENUMBERED
    if edge.target != unit or edge.own_text_only:
        return Mark.AMENDED
    return _WHOLE.get(edge.kind, Mark.AMENDED)


def article_ranges(wanted: Iterable[EId], articles: Sequence[EId]) -> list[tuple[EId, EId]]:
    """The articles wanted as ranges of neighbours: 10, 11, 12 and 13 are ("art_10", "art_13").

    `articles` are all that there are, in their order.
    """
    chosen = set(wanted)
    found: list[tuple[EId, EId]] = []
    previous = False
    for article in articles:
        if article in chosen:
            found[-1:] = [(found[-1][0], article)] if previous else [*found[-1:], (article, article)]
        previous = article in chosen
    return found
