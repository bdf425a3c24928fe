"""A document as data: titles, paragraphs and tables, before it is Markdown, HTML or a file for Word."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from lawdiff.history.redline import Op, Redline


class Style(Enum):
    """What a paragraph is; each form shows that in its own way. The values name the styles in Word."""

    MARK = "Draft mark"  # the word in the corner: "Draft"
    TITLE = "Document title"
    SUBTITLE = "Document subtitle"
    HEADING = "Section heading"
    BODY = "Body of text"
    LIST = "List entry"
    CELL = "Table cell"
    COLUMN = "Table heading"
    REMARK = "Remark"
    ASIDE = "Remark in place"  # stands behind a passage of the law and is no part of it
    LAW_TITLE = "Law heading"
    LAW = "Law text"
    SIGNATURE = "Signature line"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike. `op` says whether they are in both wordings, only in the new or only in the
    old one."""

    text: str
    bold: bool = False
    italic: bool = False
    op: Op = Op.EQUAL


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `label` is the number or bullet of a list entry, `level` how deep that list is.

    `op` says whether the paragraph as such is new or goes away.
    """

    runs: tuple[Run, ...]
    style: Style = Style.BODY
    label: str = ""
    level: int = 0
    op: Op = Op.EQUAL

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `columns` are the words above the columns, `widths` their shares of the width in percent."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A document. `author` and `day` are what its changes are signed with.

    `tracks_changes`: the inserted and deleted words are changes that a word processor can accept or reject,
    else they are only marked.
    """

    title: str
    language: str
    author: str
    day: dt.date
    blocks: tuple[Block, ...]
    is_landscape: bool = False
    tracks_changes: bool = False


def paragraph(text: str, style: Style = Style.BODY, label: str = "") -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Run(text),), style, label)


def cell(*texts: str) -> Cell:
    """A cell of plain paragraphs."""
    return tuple(paragraph(text, Style.CELL) for text in texts if text)


def runs_of(pieces: Redline, bold: bool = False) -> tuple[Run, ...]:
    """A redline as runs."""
    return tuple(Run(text, bold=bold, op=op) for op, text in pieces)
