"""The lines of a saved page as a reader sees them, each with how it is set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table that has no table inside: the table, its row, the cell in the row."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page.

    `level` is that of a heading (`h1`: 1, else 0); `is_bold` and `is_link` say that all its words are;
    `is_structure` that it reads as the title of an article or chapter, `is_note` that it reads as a note.
    """

    words: str
    level: int = 0
    is_bold: bool = False
    is_link: bool = False
    is_structure: bool = False
    is_note: bool = False
    cell: Cell | None = None
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its title, its lines, and the part of them that is the smallest with all titles of articles.

    `pictures` are the numbers of the lines before which a picture stands, `address` where it was saved from.
    """

    title: str
    lines: tuple[PageLine, ...]
    start: int
    end: int
    pictures: tuple[int, ...]
    address: str
    asks_password: bool
