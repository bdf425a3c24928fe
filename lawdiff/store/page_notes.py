"""The notes of an article or chapter, sorted by where the edition prints them among its lines."""

from __future__ import annotations

from collections.abc import Iterator, Set

from lawdiff.law.edition import NoteForm, Provision
from lawdiff.law.eid import EId
from lawdiff.store.page import Quote

HOLDERS = frozenset({"art", "chp", "sec", "subsec", "part", "annex"})


class PageNotes:
    """The notes `before` the text, those `after` it, and those in the middle, `between` its provisions."""

    def __init__(self, node: Provision | None) -> None:
        self.before: tuple[Quote, ...] = ()
        self.after: tuple[Quote, ...] = ()
        self._lines: list[tuple[int, EId]] = []
        self._between: list[tuple[int, Quote]] = []
        if node:
            self._sort(node)

    def _sort(self, node: Provision) -> None:
        self._lines = sorted(_lines_of(node))
        first, last = (self._lines[0][0], self._lines[-1][0]) if self._lines else (0, 0)
        heading = node.heading.line if node.heading else 0
        for note in node.notes:
            quote = Quote.of(note)
            ahead = note.form is NoteForm.ANNOUNCEMENT and note.line < heading
            if ahead or note.line < first:
                self.before += (quote,)
            elif note.line > last:
                self.after += (quote,)
            else:
                self._between.append((note.line, quote))

    @property
    def has_between(self) -> bool:
        """Whether any note stands in the middle: few articles have one."""
        return bool(self._between)

    def between(self, shown: Set[EId]) -> dict[EId, tuple[Quote, ...]]:
        """The notes in the middle, each by the provision shown that the edition prints last before it."""
        found: dict[EId, tuple[Quote, ...]] = {}
        for line, quote in self._between:
            ahead = [eid for at, eid in self._lines if at < line and eid in shown]
            holder = ahead[-1] if ahead else EId("act")
            found[holder] = (*found.get(holder, ()), quote)
        return found


def _lines_of(node: Provision) -> Iterator[tuple[int, EId]]:
    """The lines of the texts that stand in one file with the node: not those of articles inside it."""
    if node.text:
        yield (node.text.line, node.eid)
    for child in node.children:
        if child.eid.kind not in HOLDERS:
            yield from ((each.line, each.eid) for each in child.walk())
