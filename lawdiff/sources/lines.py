"""The lines of a consolidated text, each told apart: heading, numbered item, passage, note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from lawdiff.law.edition import Passage
from lawdiff.law.eid import number_order
from lawdiff.law.printed_number import printed_number


class LineKind(Enum):
    """What a printed line is, before anything is known of its place."""

    ANNEX = "annex"
    PART = "part"
    SECTION = "sec"
    SUBSECTION = "subsec"
    CHAPTER = "chp"
    ARTICLE = "art"
    PARAGRAPH = "para"
    SUBPARAGRAPH = "subpara"
    PASSAGE = "al"
    FOOTNOTE = "footnote"
    ANNOUNCEMENT = "announcement"
    FLUSH = "flush"


STRUCTURE = (
    LineKind.ANNEX,
    LineKind.PART,
    LineKind.SECTION,
    LineKind.SUBSECTION,
    LineKind.CHAPTER,
    LineKind.ARTICLE,
)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line that is not blank: its kind, its number ("14-1", or "" without one) and its words.

    `num` is the number as printed ("Article 14-1", "4-1)"). `after_blank` says whether the line before
    it is empty. `rank` is that of a heading among containers: a section holds chapters.
    """

    kind: LineKind
    number: str
    num: str
    passage: Passage
    after_blank: bool
    rank: int = 0


_PARAGRAPH = re.compile(r"(\d{1,4}(?:-\d{1,4})*)\.(?:\s+|\Z)")
_SUBPARAGRAPH = re.compile(r"(\d{1,4}(?:-\d{1,4})*)\)\s*")
_FOOTNOTE = re.compile(r"Footnote\b|(?:Footnotes|Сноск[аи]|Ескерту(?:лер)?|Ескертпе)\s*[.:]", re.IGNORECASE)
_ANNOUNCEMENT = re.compile(
    r"Note of (?:the )?(?:RCLI|ILLI|ILPI|IZPI|ILC|RTSPI)\b|(?:RCLI|ILLI|IZPI)(?:[’']s)? note\b"
    r"|Примечание\s+(?:РЦПИ|ИЗПИ|РЦПИИ)\b"
    r"|(?:ҚР\s+)?(?:РҚАО|ЗҚАИ|РҚАИ)(?:\s?[-–]\s?\w+)?\s+ескерт",
    re.IGNORECASE,
)


def source_lines(text: str) -> Iterator[SourceLine]:
    """The lines of a text that are not blank, in order, each with its kind; headings stand flush left."""
    after_blank = True
    for index, raw in enumerate(text.split("\n"), start=1):
        words = raw.strip()
        if words:
            indent = raw[: len(raw) - len(raw.lstrip())]
            trail = raw[len(indent) + len(words) :]
            yield tell_apart(Passage(words, index, indent, trail), after_blank, not indent)
        after_blank = not words


def blank_lines(text: str) -> Iterator[Passage]:
    """The blank lines that hold white space: they too come back byte for byte."""
    for index, raw in enumerate(text.split("\n"), start=1):
        if raw and not raw.strip():
            yield Passage("", index, lead=raw)


def tell_apart(whole: Passage, after_blank: bool, may_be_heading: bool) -> SourceLine:
    """What the words of a line, number and all, are. `whole` has only white space around its text."""
    words = whole.text

    def line(kind: LineKind, number: str = "", num: str = "", skip: int = 0, rank: int = 0) -> SourceLine:
        lead = whole.lead + words[:skip]
        passage = Passage(words[skip:], whole.line, lead, whole.trail, whole.column)
        return SourceLine(kind, number, num, passage, after_blank, rank)

    if _FOOTNOTE.match(words):
        return line(LineKind.FOOTNOTE)
    if _ANNOUNCEMENT.match(words):
        return line(LineKind.ANNOUNCEMENT)
    if may_be_heading and (heading := printed_number(words)):
        return line(LineKind(heading.kind), heading.number, heading.num, heading.end, heading.rank)
    if found := _PARAGRAPH.match(words):
        return line(LineKind.PARAGRAPH, found[1], f"{found[1]}.", found.end())
    if found := _SUBPARAGRAPH.match(words):
        return line(LineKind.SUBPARAGRAPH, found[1], f"{found[1]})", found.end())
    return line(LineKind.PASSAGE if whole.lead else LineKind.FLUSH)


def whole_line(line: SourceLine) -> Passage:
    """The line with its number taken for words: "1." before any article numbers nothing."""
    indent = line.passage.lead[: len(line.passage.lead) - len(line.passage.lead.lstrip())]
    words = line.passage.lead[len(indent) :] + line.passage.text
    return replace(line.passage, text=words, lead=indent)


def follows(last: str, number: str) -> bool:
    """Whether a number may stand right behind another: 8 behind 7 or 7-2, 7-1 behind 7; 1 behind none."""
    if not last:
        return number == "1"
    before, after = number_order(last), number_order(number)
    if len(after) == 1:
        return after[0][0] == before[0][0] + 1
    same = len(before) == len(after) and before[:-1] == after[:-1]
    return (same and after[-1][0] == before[-1][0] + 1) or (before == after[:-1] and after[-1][0] == 1)
