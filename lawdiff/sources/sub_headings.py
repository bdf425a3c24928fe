"""Headings that are a bare number: "II. Товарищества" below a "§", "1. Общие положения" below that.

Nothing in such a line tells it from the last passage of the article before it. What tells is the row: each of
them stands right before an article, ends as a title does, and the next one of the chapter goes on counting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lawdiff.law.printed_number import BELOW, in_figures
from lawdiff.sources.lines import STRUCTURE, LineKind, SourceLine, whole_line

_LONGEST = 200
_ROMAN = re.compile(r"(?P<number>[IVXІХ]{1,6})(?:\.\s*|\s+)(?=[^\W\d_a-zа-яёәғқңөұүһі])")
_FIGURE = re.compile(r"(?P<number>\d{1,2})\.\s+(?=[^\W\d_a-zа-яёәғқңөұүһі])")
_NO_TITLE = (".", ";", ":", ",")
_NOTES = (LineKind.FOOTNOTE, LineKind.ANNOUNCEMENT)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that may be such a heading: its place among the lines, its number, and how many of its signs are
    no title."""

    at: int
    number: str
    num: str
    skip: int

    @property
    def value(self) -> int:
        return int(self.number)


def with_sub_headings(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, with those that are such headings told apart."""
    found = list(lines)
    for sign, pattern in (("roman", _ROMAN), ("figure", _FIGURE)):
        for row in _rows(found, pattern, BELOW[sign]):
            for heading in row:
                found[heading.at] = _as_heading(found[heading.at], heading, BELOW[sign])
    return found


def _rows(lines: Sequence[SourceLine], pattern: re.Pattern[str], rank: int) -> Iterator[list[_Heading]]:
    """The headings of each chapter, § or the like: at least two of them that count up from one."""
    row: list[_Heading] = []
    for at, line in enumerate(lines):
        if line.kind in STRUCTURE and line.kind is not LineKind.ARTICLE and line.rank < rank:
            if len(row) > 1:
                yield row
            row = []
        heading = _heading(lines, at, pattern)
        if heading and heading.value == (row[-1].value + 1 if row else 1):
            row.append(heading)
    if len(row) > 1:
        yield row


def _heading(lines: Sequence[SourceLine], at: int, pattern: re.Pattern[str]) -> _Heading | None:
    """The line as a heading, None where it ends as a sentence does, no article follows, or it goes on
    counting the paragraphs of its article."""
    line = lines[at]
    if line.kind not in (LineKind.FLUSH, LineKind.PASSAGE, LineKind.PARAGRAPH) or line.passage.column:
        return None
    words = whole_line(line).text
    found = pattern.match(words)
    if not found or len(words) > _LONGEST or words.endswith(_NO_TITLE) or not _opens(lines, at):
        return None
    number = in_figures(found["number"])
    if not number or (line.kind is LineKind.PARAGRAPH and _goes_on(lines, at)):
        return None
    return _Heading(at, number, found["number"], found.end())


def _opens(lines: Sequence[SourceLine], at: int) -> bool:
    """Whether an article follows, or a first heading of the next level and then an article."""
    behind = [line for line in lines[at + 1 : at + 12] if line.kind not in _NOTES][:2]
    kinds = [line.kind for line in behind]
    if kinds[:1] == [LineKind.ARTICLE]:
        return True
    is_first = bool(behind) and re.match(r"1\.\s", whole_line(behind[0]).text) is not None
    return is_first and kinds[1:] == [LineKind.ARTICLE]


def _goes_on(lines: Sequence[SourceLine], at: int) -> bool:
    """Whether it counts on from the last paragraph of the article before it, and is set as that is."""
    for before in reversed(lines[:at]):
        if before.kind in STRUCTURE:
            return False
        if before.kind is LineKind.PARAGRAPH:
            follows = before.number.partition("-")[0] == str(int(lines[at].number) - 1)
            return follows and bool(_indent(before)) == bool(_indent(lines[at]))
    return False


def _indent(line: SourceLine) -> str:
    return whole_line(line).lead


def _as_heading(line: SourceLine, heading: _Heading, rank: int) -> SourceLine:
    whole = whole_line(line)
    title = replace(whole, text=whole.text[heading.skip :], lead=whole.lead + whole.text[: heading.skip])
    return SourceLine(LineKind.SUBSECTION, heading.number, heading.num, title, line.after_blank, rank)
