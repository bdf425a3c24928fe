"""The rows of the file of comparisons: each thing stands in it once, and others name it by its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

NONE = -1


class Row(NamedTuple):
    """A change: its kind, what is said of it, its redline, its cautions, its place where that is no whole
    text, whether a list shows its words, and what is different in words that had another number."""

    kind: int
    said: int
    told: tuple[int, ...]
    redline: int
    cautions: tuple[int, ...]
    where: int
    is_shown: int
    behind: int = NONE


@dataclass(slots=True)
class Rows:
    """Things that stand in the file once; everything else names them by their place."""

    rows: list[Any] = field(default_factory=list)
    _at: dict[Any, int] = field(default_factory=dict)

    def at(self, row: Any) -> int:
        """The place of a row, put behind the others where it is new."""
        found = self._at.setdefault(row, len(self.rows))
        if found == len(self.rows):
            self.rows.append(row)
        return found
