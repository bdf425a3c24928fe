"""The structural elements that a bill changes: the rows of the comparative table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lawdiff.drafting.documents.about_proposal import place_name
from lawdiff.drafting.documents.compared_lines import ComparedLine, Line
from lawdiff.drafting.places_in_words import in_words
from lawdiff.law.act_text import TextNode
from lawdiff.law.amendment import TEXT, Amendment, Change, Insert, Move, Reword, Substitute
from lawdiff.law.eid import EId


@dataclass(frozen=True, slots=True)
class ChangedElement:
    """The smallest provision that is changed; one that comes or goes is one element with all inside it.

    Words that move past others come in one place and go in another: `moved_to` and `moved_from` tell.
    """

    name: str
    lines: tuple[ComparedLine, ...]
    moved_to: EId | None = None
    moved_from: EId | None = None

    @property
    def is_new(self) -> bool:
        return all(line.old is None for line in self.lines)

    @property
    def is_gone(self) -> bool:
        """Whether nothing but, perhaps, its number is left."""
        return all(line.new is None or line.new.node.is_excluded for line in self.lines)


class ChangedElements:
    """The changed elements of one comparison, in the order of the law.

    A provision with others inside it that is given a new wording is one element, unless most of it stays.
    """

    def __init__(self, lines: Sequence[ComparedLine], changes: Sequence[Change]) -> None:
        self._moves = [change for change in changes if isinstance(change, Move)]
        self._reworded = frozenset(_reworded(lines, changes))
        self._changed = [line for line in lines if line.is_changed or self._whole(line)]
        self._stays = {line.old.node.eid for line in lines if _stays(line) and line.old}
        self._was = {line.new.node.eid for line in lines if line.old and line.new}

    def _whole(self, line: ComparedLine) -> EId | None:
        """The reworded provision that a line is part of."""
        return next((eid for eid in line.either.holders if eid in self._reworded), None)

    def __iter__(self) -> Iterator[ChangedElement]:
        for (eid, is_new), group in groupby(self._changed, self._element):
            lines = tuple(group)
            moved = {move.to: move.target for move in self._moves}
            moved_from = moved.get(eid) if is_new else None
            moved_to = next((to for to, target in moved.items() if target == eid and not is_new), None)
            yield ChangedElement(_name(eid, is_new, lines), lines, moved_to, moved_from)

    def _element(self, line: ComparedLine) -> tuple[EId, bool]:
        if whole := self._whole(line):
            return whole, False
        if line.old is None:
            assert line.new is not None
            return _outermost(line.new, self._was), True
        if line.old.node.eid not in self._stays:
            return _outermost(line.old, self._stays), False
        return line.old.eid, False


def _reworded(lines: Sequence[ComparedLine], changes: Sequence[Change]) -> Iterator[EId]:
    for change in changes:
        if isinstance(change, Reword) and not change.target.names_own_text:
            inside = [line for line in lines if change.target in line.either.holders]
            if len(inside) < 2 * sum(line.is_changed for line in inside):
                yield change.target


def _stays(line: ComparedLine) -> bool:
    return line.new is not None and not line.new.node.is_excluded


def _outermost(line: Line, others: set[EId]) -> EId:
    """The largest provision around a line that is not among the others."""
    return next((eid for eid in line.holders if eid not in others), line.node.eid)


def _name(eid: EId, is_new: bool, lines: Sequence[ComparedLine]) -> str:
    """What the element is called: "Subparagraph 12) of Article 1", "New Article 49-1"."""
    node = lines[0].either.node
    is_first_passage = eid == node.eid and len(lines) == 1 and _has_passages(node)
    own = eid.child("al", "1") if is_first_passage else eid
    return f"New {in_words(own).removeprefix('the ')}" if is_new else place_name(own)


def _has_passages(node: TextNode) -> bool:
    return node.text is not None and any(child.eid.kind == "al" for child in node.children)


def justifications(lines: Sequence[ComparedLine], amendments: Sequence[Amendment]) -> tuple[str, ...]:
    """Why the lines are changed, each reason once, in the order of the bill."""
    found = (
        amendment.justification
        for amendment in amendments
        if any(_reaches(amendment.change, line) for line in lines)
    )
    return tuple(dict.fromkeys(reason for reason in found if reason))


def _reaches(change: Change, line: ComparedLine) -> bool:
    """Whether a change is about a line: by the number before it, or what is new by the number after it."""
    old, new = line.old, line.new
    match change:
        case Insert():
            return old is None and new is not None and new.is_within(change.node.eid)
        case Move() if old is None:
            return new is not None and new.is_within(change.to)
        case Substitute() if old is None or change.old not in old.words:
            return False
        case _:
            return change.target == TEXT or (old or line.either).is_within(change.target)
