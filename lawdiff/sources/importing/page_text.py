"""The text of a law out of a saved page: the same plain lines that a text of the law has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from lawdiff.law.errors import SourceError
from lawdiff.law.printed_number import printed_number
from lawdiff.sources.importing.annex_names import with_annex_names
from lawdiff.sources.importing.opening import FoundLine, is_no_title, read_act_name
from lawdiff.sources.importing.page_lines import Page, PageLine
from lawdiff.sources.importing.page_reader import read_page
from lawdiff.sources.importing.table_rows import SIGNATURE, with_table_rows

_INDENT = "\u00a0" * 5 + " "  # as the texts of the same publisher have it
_MARKUP = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|\?xml|html|head|body|div|p|article|table|h\d|span)\b",
    re.I | re.S,
)
_LOOKED_AT = 20_000
_TAIL = 8_192
_SUFFIXES = (".htm", ".html", ".xhtml")
_SITE_NAME = re.compile(r"\s+[-–—|]\s+[^-–—|]*\Z")
# What a site says to its readers among the words of the law.
_TO_READERS = re.compile(
    r"Вниманию пользователей|Для удобства пользования\b.*\b(?:ОГЛАВЛЕНИЕ|СОДЕРЖАНИЕ)"
    r"|(?:Қолданушылар|Пайдаланушылар)\w*\s+назарына|Қолдан\w*\s+ыңғайлы\w*\s+үшін\b.*\bмазмұн"
    r"|Attention of users|For the convenience of users\b.*\bcontents",
    re.I,
)
_SIGNATURE_LINES = 6
# "Article 7. ...", "7-бап. ...": a title also where it is not set as one; "Article 7 of this Law" is none.
_NUMBERED = re.compile(r"[^\W\d]+\s+\d[\d-]*\.|\d[\d-]*\s?-\s?[^\W\d]+\.")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of a page that are not in the text, and why they are not."""

    words: str
    why: str


AROUND = "around the text"


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of the law in a page, what of the page is not in it, the anchors by line, and its address."""

    text: str
    left_out: tuple[LeftOut, ...]
    anchors: tuple[tuple[int, str], ...]
    address: str


def is_page(text: str, suffix: str) -> bool:
    """Whether the text of a saved file is the markup of a page."""
    return suffix.lower() in _SUFFIXES or bool(_MARKUP.match(text[:_LOOKED_AT]))


def page_text(markup: str, path: str) -> PageText:
    """The law in a page. SourceError where there is none, and where the page was cut off."""
    if "<html" in markup[:_LOOKED_AT].lower() and "</html" not in markup[-_TAIL:].lower():
        raise SourceError(f"{path}: the page is cut off, its end (</html>) is missing; save it again")
    page = read_page(markup)
    inside, left_out = _inside(page)
    first = next((at for at, line in enumerate(inside) if _is_title(line)), None)
    if first is None:
        what = "it asks for a password: a login page" if page.asks_password else "this is no law"
        raise SourceError(f"{path}: no article found, {what}; save the page with the text of the law")
    opening = _opening_outside(page, inside[:first])
    left_out += [
        LeftOut(line.words, AROUND)
        for line in (*page.lines[: page.start], *page.lines[page.end :])
        if line not in opening
    ]
    text = _Text()
    for line in (*opening, *inside[:first]):
        text.add(line, _Place.TITLE if _opens(line) else _Place.PASSAGE)
    for line, place in _placed(list(with_annex_names(list(with_table_rows(inside[first:]))))):
        text.add(line, place)
    return PageText("\n".join(text.lines) + "\n", tuple(left_out), tuple(text.anchors), page.address)


def _inside(page: Page) -> tuple[list[PageLine], list[LeftOut]]:
    """The lines of the law, and what stands among them and is none of it."""
    lines = page.lines[page.start : page.end]
    last = {line.words: at for at, line in enumerate(lines) if line.is_structure}
    kept: list[PageLine] = []
    left_out: list[LeftOut] = []
    for at, line in enumerate(lines):
        listed = line.is_structure and last[line.words] > at and _in_a_list(lines, at)
        if line.is_link:
            left_out.append(LeftOut(line.words, "a link within the page"))
        elif listed:
            left_out.append(LeftOut(line.words, "contents"))
        elif _TO_READERS.search(line.words):
            left_out.append(LeftOut(line.words, "said to the readers"))
        else:
            kept.append(line)
    left_out += [
        LeftOut(page.lines[at].words, "a picture before these words")
        for at in page.pictures
        if page.start <= at < page.end
    ]
    return kept, left_out


def _in_a_list(lines: Sequence[PageLine], at: int) -> bool:
    """Whether titles stand right before and behind a title: a table of contents."""
    near = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
    return any(line.is_structure for line in near)


def _is_title(line: PageLine) -> bool:
    """Whether the line is the title of an article or chapter, by how it is set or how it is numbered."""
    return line.is_structure and bool(line.level or line.is_bold or _NUMBERED.match(line.words))


def _opens(line: PageLine) -> bool:
    """Whether a line before the first article is one of the law's opening, and not of its preamble."""
    if line.is_note:
        return False
    return bool(line.level or line.is_bold or is_no_title(line.words) or _names_act(line))


def _names_act(line: PageLine) -> bool:
    return not line.is_note and read_act_name(FoundLine(line.words, 0)) is not None


def _opening_outside(page: Page, front: Sequence[PageLine]) -> list[PageLine]:
    """Title and name of the act where the page has them above the text: "<h1>On bread</h1>"."""
    above = page.lines[: page.start]
    named = any(map(_names_act, front))
    titled = any(_opens(line) and not _names_act(line) and not is_no_title(line.words) for line in front)
    names = [line for line in above if _names_act(line) and not line.level]
    titles = [line for line in above if line.level == 1]
    if not titles and page.title:
        titles = [PageLine(_SITE_NAME.sub("", page.title), level=1)]
    return [*([] if titled else titles[-1:]), *([] if named else names[-1:])]


class _Place(Enum):
    """How a line stands in the text."""

    TITLE = "flush left, between blank lines"
    PASSAGE = "indented"
    SIGNATURE = "indented, behind a blank line"


def _placed(body: Sequence[PageLine]) -> Iterator[tuple[PageLine, _Place]]:
    """The lines of the law with their places; the signature, the last lines ahead of the annexes, begins a
    block of its own."""
    annex = next((at for at, line in enumerate(body) if _heads_annex(line)), len(body))
    near_end = annex - _SIGNATURE_LINES
    signed = False
    for at, line in enumerate(body):
        if _is_title(line):
            yield line, _Place.TITLE
        elif near_end <= at < annex and not signed and SIGNATURE.match(line.words):
            signed = True
            yield line, _Place.SIGNATURE
        else:
            yield line, _Place.PASSAGE


def _heads_annex(line: PageLine) -> bool:
    found = printed_number(line.words) if _is_title(line) else None
    return found is not None and found.kind == "annex"


class _Text:
    """A text that grows, line by line, with the anchors of its lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.anchors: list[tuple[int, str]] = []

    def add(self, line: PageLine, place: _Place) -> None:
        if place is not _Place.PASSAGE and self.lines and self.lines[-1]:
            self.lines.append("")
        self.lines.append(line.words if place is _Place.TITLE else _INDENT + line.words)
        self.anchors += [(len(self.lines), anchor) for anchor in line.anchors]
        if place is _Place.TITLE:
            self.lines.append("")
