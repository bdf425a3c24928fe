"""The outline of an amending text: its sentences, the wordings below them, the justifications."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lawdiff.sources.instructions.plain_markdown import MarkdownLine

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


Entry = Sentence | Justification


def outline(lines: Iterable[MarkdownLine]) -> Iterator[Entry]:
    """The entries of an amending text. Lines of one paragraph that end in a colon or semicolon stand alone;
    others are one sentence, wherever an editor broke them."""
    pending: list[MarkdownLine] = []
    wording: list[str] = []
    for line in lines:
        if line.is_quoted:
            wording.append(_numbered(line))
            continue
        if pending and (wording or not _goes_on(pending[-1], line)):
            yield _entry(pending, wording)
            pending, wording = [], []
        pending.append(line)
    if pending:
        yield _entry(pending, wording)


def _numbered(line: MarkdownLine) -> str:
    """A quoted line with its number again, which Markdown took for that of a list."""
    return " ".join(part for part in (line.item, line.text) if part)


def _goes_on(before: MarkdownLine, line: MarkdownLine) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    broken = line.line == before.line + 1 and line.depth == before.depth and not line.item
    is_wording = before.text.rstrip().endswith(":") and line.text.lstrip().startswith(("“", "«", '"'))
    return broken and (is_wording or not before.text.rstrip().endswith((":", ";")))


def _entry(lines: list[MarkdownLine], wording: list[str]) -> Entry:
    first = lines[0]
    text = " ".join(line.text.strip() for line in lines)
    justification = _JUSTIFICATION.match(text)
    if justification:
        words = " ".join((text[justification.end() :], *wording)).strip()
        return Justification(words, first.line, first.depth)
    return Sentence(text, first.line, first.depth, tuple(wording), bool(first.item))
