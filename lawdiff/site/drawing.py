"""What the site is given of the amendment graph: a drawing, its table, and numbers.

The graph is another house of the same floor; the command line takes it from there and hands it in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lawdiff.law.eid import EId


@dataclass(frozen=True, slots=True)
class GraphSign:
    """One sign of the matrix: what a law did to an article, in words.

    `kinds` are what it did, "amended" or "title changed", `certainty` is "certain", "perhaps" or "announced".
    """

    unit: EId
    words: str
    kinds: tuple[str, ...]
    certainty: str


@dataclass(frozen=True, slots=True)
class GraphRow:
    """One law of the matrix with its signs, in the order of the text.

    `year` is that of the first day on which it may be in force, "" where no day is known.
    """

    law: str
    year: str
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

    @property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """What the rows and signs can be filtered by, and the values of each that occur."""
        signs = [sign for row in self.rows for sign in row.signs]
        found = {
            "law": [row.law for row in self.rows],
            "year": sorted({row.year for row in self.rows} - {""}),
            "kind": sorted({kind for sign in signs for kind in sign.kinds}),
            "certainty": sorted({sign.certainty for sign in signs}),
        }
        return {name: tuple(values) for name, values in found.items()}
