"""The outline of an amending text: its sentences, the wordings below them, the justifications."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lawdiff.sources.instructions.bill_frame import BillFrame, read_frame
from lawdiff.sources.instructions.plain_markdown import MarkdownLine

_NUMBER = re.compile(r"([0-9]{1,4}(?:-[0-9]{1,4})*[.)]) +(?=\S)")
_JUSTIFICATION = re.compile(r"\**Justification\**\s*[:.]\**\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a bill orders in one paragraph, and the new wording quoted below it, one provision a line.

    `depth` counts the lists that it stands in; `begins_item`: it is the first of its list item.
    """

    text: str
    line: int
    depth: int
    wording: tuple[str, ...] = ()
    begins_item: bool = False


@dataclass(frozen=True, slots=True)
class Justification:
    """Why the amendments before it in the same item are proposed."""

    text: str
    line: int
    depth: int


Entry = Sentence | Justification | BillFrame


def outline(lines: Iterable[MarkdownLine]) -> Iterator[Entry]:
    """The entries of an amending text. Lines of one paragraph that end in a colon or semicolon stand alone;
    others are one sentence, wherever an editor broke them."""
    pending: list[MarkdownLine] = []
    wording: list[str] = []
    quotation: list[MarkdownLine] = []  # a wording in quotation marks that is not closed yet
    open_marks = 0
    for line in lines:
        if quotation or (pending and not wording and _begins_wording(pending[-1], line)):
            quotation.append(line)
            open_marks += _marks_opened(line.text)
            if open_marks <= 0:
                wording += _without_marks(quotation)
                quotation, open_marks = [], 0
            continue
        if line.is_quoted:
            wording.append(_numbered(line))
            continue
        parted = pending and (wording or not _goes_on(pending[-1], line))
        if parted:
            yield _entry(pending, wording)
            pending, wording = [], []
        pending.append(line if pending else _as_item(line))
    pending += quotation  # the sentence that it belongs to is refused, with its line
    if pending:
        yield _entry(pending, wording)


def _as_item(line: MarkdownLine) -> MarkdownLine:
    """A line that begins an item with a number that Markdown takes for words: "1-1) Article 5 shall ..."."""
    number = None if line.item else _NUMBER.match(line.text)
    return replace(line, item=number[1], text=line.text[number.end() :]) if number else line


def _begins_wording(before: MarkdownLine, line: MarkdownLine) -> bool:
    """Whether a line opens a wording in quotation marks: “Article 41-2. ...”, behind a colon."""
    is_plain = not (line.is_quoted or line.item)
    return is_plain and before.text.rstrip().endswith(":") and line.text.lstrip()[:1] in ("“", "«")


def _marks_opened(text: str) -> int:
    """How many more quotations a line opens than it closes."""
    return sum((sign in "“«") - (sign in "”»") for sign in text)


def _without_marks(quotation: list[MarkdownLine]) -> list[str]:
    """The lines of a wording without the marks around it and the sign behind it."""
    lines = [_numbered(line).strip() for line in quotation]
    lines[0] = lines[0][1:]
    last = lines[-1].rstrip(" ;.,")
    lines[-1] = last[:-1] if last.endswith(("”", "»")) else lines[-1]
    return [line for line in lines if line.strip()]


def _numbered(line: MarkdownLine) -> str:
    """A quoted line with its number again, which Markdown took for that of a list."""
    return " ".join(part for part in (line.item, line.text) if part)


def _goes_on(before: MarkdownLine, line: MarkdownLine) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    broken = line.goes_on and line.depth == before.depth and not line.item
    is_wording = before.text.rstrip().endswith(":") and line.text.lstrip().startswith(("“", "«", '"'))
    return broken and (is_wording or not before.text.rstrip().endswith((":", ";")))


def _entry(lines: list[MarkdownLine], wording: list[str]) -> Entry:
    first = lines[0]
    text = " ".join(line.text.strip() for line in lines)
    justification = _JUSTIFICATION.match(text)
    if justification:
        words = " ".join((text[justification.end() :], *wording)).strip()
        return Justification(words, first.line, first.depth)
    if not wording and (frame := read_frame(text, first.line)):
        return frame
    return Sentence(text, first.line, first.depth, tuple(wording), bool(first.item))
