"""Lists of items with passages between them: which passages belong to the item that they stand under."""

from __future__ import annotations

from collections.abc import Sequence

from lawdiff.law.eid import number_order
from lawdiff.sources.lines import LineKind, SourceLine

_PASSAGES = (LineKind.PASSAGE, LineKind.FLUSH)
_NOTES = (LineKind.FOOTNOTE, LineKind.ANNOUNCEMENT)


def continues(lines: Sequence[SourceLine]) -> frozenset[int]:
    """The places of the unnumbered passages that stand inside a list: behind `1)` and before its `2)`.

    They are further passages of item 1. A passage before an item that counts anew introduces another list.
    """
    found: set[int] = set()
    pending: list[int] = []
    last = ""
    for place, line in enumerate(lines):
        if line.kind in _NOTES:
            continue
        if line.kind in _PASSAGES:
            if last:
                pending.append(place)
            continue
        if line.kind is not LineKind.SUBPARAGRAPH:
            last, pending = "", []
            continue
        if last and _counts_on(last, line.number):
            found.update(pending)
        last, pending = line.number, []
    return frozenset(found)


def _counts_on(last: str, number: str) -> bool:
    """Whether the number is the next in the list: 2) behind 1) or 1-3), 4-1) behind 4)."""
    before, after = number_order(last), number_order(number)
    if len(after) == 1:
        return after[0][0] == before[0][0] + 1
    return before < after and after[:1] == before[:1]
