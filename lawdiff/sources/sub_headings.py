"""Headings that are a bare number: "II. Товарищества" below a "§", "1. Общие положения" below that.

Nothing in such a line tells it from the last passage of the article before it. What tells is the row: each of
them stands between an article and the next, ends as a title does, and the next one of the chapter goes on
counting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lawdiff.law.printed_number import BELOW, in_figures
from lawdiff.sources.lines import STRUCTURE, LineKind, SourceLine, follows, whole_line
from lawdiff.sources.note_lines import NOTES, note_lines
from lawdiff.sources.notes.grammar import is_in_place

_LONGEST = 200
_CAPITAL = r"(?=[^\W\d_a-zа-яёәғқңөұүһі])"
_ROMAN = re.compile(rf"(?P<number>[IVXІХ]{{1,6}}(?:-\d{{1,2}})?)(?:\.\s*|\s+){_CAPITAL}")
_FIGURE = re.compile(rf"(?P<number>\d{{1,2}}(?:-\d{{1,2}})?)\.\s+{_CAPITAL}")
_NO_TITLE = (".", ";", ":", ",")
_WORDS = (LineKind.FLUSH, LineKind.PASSAGE, LineKind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that may be such a heading: its place among the lines, its number in figures and as printed, how
    many of its signs are no title, and whether a note tells that it is gone."""

    at: int
    number: str
    num: str
    skip: int
    is_gone: bool


def with_sub_headings(lines: Sequence[SourceLine], language: str) -> list[SourceLine]:
    """The lines, with those that are such headings told apart."""
    found = list(lines)
    for sign, pattern in (("roman", _ROMAN), ("figure", _FIGURE)):
        for row in _rows(found, pattern, BELOW[sign], language):
            for heading in row:
                found[heading.at] = _as_heading(found[heading.at], heading, BELOW[sign])
    return found


def _rows(
    lines: Sequence[SourceLine], pattern: re.Pattern[str], rank: int, language: str
) -> Iterator[list[_Heading]]:
    """The headings of each chapter, § or the like: at least two with titles, that count up from one."""
    row: list[_Heading] = []
    for at, line in enumerate(lines):
        if line.kind in STRUCTURE and line.kind is not LineKind.ARTICLE and line.rank < rank:
            yield from _whole(row)
            row = []
        heading = _heading(lines, at, pattern, language, row[-1].at if row else -1)
        if heading and follows(row[-1].number if row else "", heading.number):
            row.append(heading)
    yield from _whole(row)


def _whole(row: list[_Heading]) -> Iterator[list[_Heading]]:
    if sum(not heading.is_gone for heading in row) > 1:
        yield row


def _heading(
    lines: Sequence[SourceLine], at: int, pattern: re.Pattern[str], language: str, last: int
) -> _Heading | None:
    """The line as a heading behind the `last` one. None where it ends as a sentence does and is no note in a
    heading's place, is owed to its article, goes on counting its paragraphs, or no article follows."""
    line = lines[at]
    if line.kind not in _WORDS or line.passage.column:
        return None
    words = whole_line(line).text
    found = pattern.match(words)
    if not found or len(words) > _LONGEST:
        return None
    is_gone = is_in_place(words, language)
    is_title = is_gone or not words.endswith(_NO_TITLE)
    if not is_title or _is_owed(lines, at, language) or not _opens(lines, at, language):
        return None
    number = in_figures(found["number"])
    if line.kind is LineKind.PARAGRAPH and _goes_on(lines, at, last):
        return None
    return _Heading(at, number, found["number"], found.end(), is_gone)


def _is_owed(lines: Sequence[SourceLine], at: int, language: str) -> bool:
    """Whether the article before it has no words yet, or none that end its sentence: then these are its
    words."""
    if not at:
        return False
    before = lines[at - 1]
    words = before.passage.text
    if before.kind is LineKind.ARTICLE:
        return not is_in_place(words, language)
    return before.kind not in STRUCTURE and words.endswith((":", ";", ","))


def _opens(lines: Sequence[SourceLine], at: int, language: str) -> bool:
    """Whether an article follows, behind the heading's notes and at most two more lines such as it."""
    index = at + 1
    for _ in range(3):
        while index < len(lines) and lines[index].kind in NOTES:
            index += len(note_lines(lines, index, language))
        if index == len(lines) or lines[index].kind is LineKind.ARTICLE:
            return index < len(lines)
        if not any(pattern.match(whole_line(lines[index]).text) for pattern in (_ROMAN, _FIGURE)):
            return False
        index += 1
    return False


def _goes_on(lines: Sequence[SourceLine], at: int, last: int) -> bool:
    """Whether it counts on from the last paragraph of the article before it, and is set as that is."""
    for before in reversed(lines[last + 1 : at]):
        if before.kind in STRUCTURE:
            return False
        if before.kind is LineKind.PARAGRAPH:
            is_set_alike = bool(whole_line(before).lead) == bool(whole_line(lines[at]).lead)
            return is_set_alike and follows(before.number, lines[at].number)
    return False


def _as_heading(line: SourceLine, heading: _Heading, rank: int) -> SourceLine:
    whole = whole_line(line)
    title = replace(whole, text=whole.text[heading.skip :], lead=whole.lead + whole.text[: heading.skip])
    return SourceLine(LineKind.SUBSECTION, heading.number, heading.num, title, line.after_blank, rank)
