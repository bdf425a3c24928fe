"""Tables of a page as lines: a row is one line, "| bread | 20 |", so that its figures number nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lawdiff.sources.importing.page_lines import PageLine

SIGNATURE = re.compile(
    r"(?:The )?President\b|Президент[іi]?\b|Қазақстан\s+Республикасының\s*(?:Президент[іi]\b|\Z)"
)
_SIGNATURE_LINES = 5


def with_table_rows(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """The lines, those of a table put together row by row. A table that only lays out the page, holds
    articles or the signature, gives its lines as they are."""
    for table, group in groupby(lines, lambda line: line.cell.table if line.cell else 0):
        inside = list(group)
        yield from _rows(inside) if table and _is_data(inside) else inside


def _is_data(lines: Sequence[PageLine]) -> bool:
    cells = [line.cell for line in lines if line.cell]
    return (
        len({cell.row for cell in cells}) > 1
        and max(cell.column for cell in cells) > 1
        and not any(line.is_structure or line.is_note for line in lines)
        and not (len(lines) <= _SIGNATURE_LINES and SIGNATURE.match(lines[0].words))
    )


def _rows(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    for _, group in groupby(lines, lambda line: line.cell.row if line.cell else 0):
        row = list(group)
        cells: dict[int, str] = {}
        for line in row:
            assert line.cell is not None
            cells[line.cell.column] = f"{cells.get(line.cell.column, '')} {line.words}".strip()
        columns = range(1, max(cells) + 1)
        words = "| " + " | ".join(cells.get(column, "") for column in columns) + " |"
        anchors = tuple(anchor for line in row for anchor in line.anchors)
        yield replace(row[0], words=" ".join(words.split()), level=0, is_bold=False, anchors=anchors)
