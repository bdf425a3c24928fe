"""What the site is given of the amendment graph: a drawing, its table, and numbers.

The graph is another house of the same floor; the command line takes it from there and hands it in.
"""

from __future__ import annotations

from dataclasses import dataclass

from lawdiff.law.eid import EId


@dataclass(frozen=True, slots=True)
class GraphSign:
    """One sign of the matrix: what a law did to an article, in words."""

    unit: EId
    words: str


@dataclass(frozen=True, slots=True)
class GraphRow:
    """One law of the matrix with its signs, in the order of the text."""

    law: str
    signs: tuple[GraphSign, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers under their headings; the first cell of a row names it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The matrix as SVG, the same as rows, and the statistics of the law."""

    svg: str = ""
    rows: tuple[GraphRow, ...] = ()
    tables: tuple[Table, ...] = ()
