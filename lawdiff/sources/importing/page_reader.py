"""A saved page read as lines: an element opens, words come, it closes; scripts and menus are dropped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lawdiff.law.edition import Passage
from lawdiff.law.printed_number import excluded_heading, printed_number
from lawdiff.sources.importing.page_lines import Cell, Page, PageLine
from lawdiff.sources.lines import STRUCTURE, tell_apart
from lawdiff.sources.note_lines import NOTES
from lawdiff.sources.notes.lexicon import words

_DROPPED = words(
    "script style noscript template head title nav footer aside button select textarea iframe object embed"
    " svg math canvas map audio video dialog menu"
)
_HEADINGS = words("h1 h2 h3 h4 h5 h6")
_BLOCKS = _HEADINGS | words(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form"
    " header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul"
)
# What holds one passage and never the law as a whole.
_PASSAGES = _HEADINGS | words("p li dt dd caption pre span b strong i em u a font tr")
_BOLD = _HEADINGS | words("b strong th")
_BLANKS = re.compile(r"[\s\u00a0\u2007\u202f\u3000]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_ADDRESS = re.compile(r"https?://[^\s\"<>]{1,500}")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = {ord(raised): digit for digit, raised in zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True)}
# "Статья 14¹.", "4¹)": a number with a raised figure is 14-1, 4-1 in the numbering of today
_RAISED_NUMBER = re.compile(r"\A([^\W\d_]+\s+\d{1,4}|\d{1,4}(?=[⁰¹²³⁴⁵⁶⁷⁸⁹]+[.)\-]))([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
_MOST_ANCHORS = 8


def read_page(markup: str) -> Page:
    """The page that the markup makes. No network, no entities but HTML's own; linear in its length."""
    from lxml import etree  # 32 ms, and only a page needs it

    reader = _PageReader()
    parser = etree.HTMLParser(target=reader, no_network=True, huge_tree=True, encoding="utf-8")
    parser.feed(markup.encode("utf-8", "replace"))
    parser.close()
    return reader.page()


@dataclass(slots=True)
class _Element:
    """An element that is open: the first line in it, and how many titles of articles it has so far."""

    tag: str
    first: int
    titles: int = 0
    level: int = 0
    bold: bool = False
    link: bool = False
    items: int = 0


@dataclass(slots=True)
class _Line:
    """A line that grows."""

    parts: list[str] = field(default_factory=list)
    level: int = 0
    is_bold: bool = True
    is_link: bool = True


class _PageReader:
    """What the parser tells: elements that open and close, and words."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self.open: list[_Element] = [_Element("", 0)]
        self.line = _Line()
        self.anchors: list[str] = []
        self.dropped = 0
        self.in_title = False
        self.title: list[str] = []
        self.pictures: list[int] = []
        self.address = ""
        self.asks_password = False
        self.best = _Element("", 0)
        self.best_end = 0
        self.tables = 0
        self.cells: list[list[int]] = []
        self.nests: set[int] = set()
        self.number = ""

    # --- what the parser calls

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._notice(tag, attributes)
        if self.dropped or tag in _DROPPED or self._is_hidden(attributes):
            self.dropped += 1
            return
        outer = self.open[-1]
        if tag in _BLOCKS or (tag == "br" and not outer.level):
            self._end_line()
        elif tag == "br":
            self.line.parts.append(" ")
        level = outer.level or (int(tag[1]) if tag in _HEADINGS else 0)
        bold = outer.bold or tag in _BOLD or bool(_HEAVY.search(attributes.get("style", "")))
        link = outer.link or (tag == "a" and attributes.get("href", "").startswith("#"))
        self.open.append(_Element(tag, len(self.lines), 0, level, bold, link))
        self._keep_anchor(tag, attributes)
        self._open_list_or_table(tag, outer)

    def end(self, tag: str) -> None:
        if self.dropped:
            self.dropped -= 1
            self.in_title = False
            return
        if tag in _BLOCKS:
            self._end_line()
        element = self.open.pop()
        has_words = len(self.lines) - element.first > element.titles
        if element.titles > self.best.titles and has_words and tag not in _PASSAGES:
            self.best, self.best_end = element, len(self.lines)
        self.open[-1].titles += element.titles
        if tag == "table" and self.cells:
            self.cells.pop()

    def data(self, words: str) -> None:
        if self.in_title:
            self.title.append(words)
        if self.dropped:
            return
        element = self.open[-1]
        if element.tag == "pre" and "\n" in words:
            for each in words.split("\n"):
                self._add(each, element)
                self._end_line()
            return
        self._add(words, element)

    def comment(self, words: str) -> None:
        found = _SAVED_FROM.search(words)
        if found and _ADDRESS.fullmatch(found[1]):
            self.address = found[1]

    def close(self) -> None:
        self._end_line()

    # --- what is made of it

    def page(self) -> Page:
        title = _plain("".join(self.title))
        lines = tuple(
            replace(line, cell=None) if line.cell and line.cell.table in self.nests else line
            for line in self.lines
        )
        return Page(
            title,
            lines,
            self.best.first,
            self.best_end,
            tuple(self.pictures),
            self.address,
            self.asks_password,
        )

    def _notice(self, tag: str, attributes: Mapping[str, str]) -> None:
        """What is of interest wherever it stands."""
        if tag == "title" and not self.title:
            self.in_title = True
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical" and not self.address:
            found = _ADDRESS.fullmatch(attributes.get("href", ""))
            self.address = found[0] if found else ""
        elif tag == "input" and attributes.get("type", "").lower() == "password":
            self.asks_password = True
        elif tag == "img" and not self.dropped:
            self.pictures.append(len(self.lines))

    @staticmethod
    def _is_hidden(attributes: Mapping[str, str]) -> bool:
        return (
            "hidden" in attributes
            or attributes.get("role", "") == "navigation"
            or bool(_HIDDEN.search(attributes.get("style", "")))
        )

    def _keep_anchor(self, tag: str, attributes: Mapping[str, str]) -> None:
        for name in ("id", "name") if tag == "a" else ("id",):
            anchor = attributes.get(name, "")
            if anchor and len(anchor) <= 64 and len(self.anchors) < _MOST_ANCHORS and not anchor.isspace():
                self.anchors.append(anchor)

    def _open_list_or_table(self, tag: str, outer: _Element) -> None:
        if tag == "li" and outer.tag == "ol":
            outer.items += 1
            self.number = f"{outer.items}. "
        elif tag == "table":
            if self.cells:
                self.nests.add(self.cells[-1][0])
            self.tables += 1
            self.cells.append([self.tables, 0, 0])
        elif tag == "tr" and self.cells:
            self.cells[-1][1] += 1
            self.cells[-1][2] = 0
        elif tag in ("td", "th") and self.cells:
            self.cells[-1][2] += 1

    def _add(self, words: str, element: _Element) -> None:
        if element.tag == "sup" and words.strip().isdecimal() and words.isascii():
            words = words.strip().translate(_RAISED)
        self.line.parts.append(words)
        if not words.isspace():
            self.line.level = element.level
            self.line.is_bold &= element.bold
            self.line.is_link &= element.link

    def _end_line(self) -> None:
        """The line as it is, if it has words; the next one begins."""
        grown, self.line = self.line, _Line()
        words = _plain("".join(grown.parts))
        if not words:
            return
        if self.number and not words[0].isdigit():
            words = self.number + words
        self.number = ""
        words = _with_level_number(words)
        cell = Cell(*self.cells[-1]) if self.cells else None
        kind = tell_apart(Passage(words, 1), False, True).kind
        is_title, is_note = kind in STRUCTURE or bool(excluded_heading(words)), kind in NOTES
        if is_title and not grown.is_link:
            self.open[-1].titles += 1
        set_as = (grown.level, grown.is_bold, grown.is_link)
        self.lines.append(PageLine(words, *set_as, is_title, is_note, cell, tuple(self.anchors)))
        self.anchors.clear()


def _with_level_number(words: str) -> str:
    """The line with the raised figure of its number behind a hyphen; any other stays raised: "10² loaves"."""
    found = _RAISED_NUMBER.match(words)
    if not found:
        return words
    level = f"{found[1]}-{found[2].translate(_LOWERED)}{words[found.end() :]}"
    return level if words[0].isdigit() or printed_number(level) else words


def _plain(words: str) -> str:
    """The words as they are seen: one space for any white space, nothing for what has no width."""
    return _BLANKS.sub(" ", _INVISIBLE.sub("", words)).strip()
