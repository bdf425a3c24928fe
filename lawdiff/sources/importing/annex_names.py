"""The names of annexes in a page, which stand on several lines at its right edge, as headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lawdiff.law.printed_number import printed_number
from lawdiff.sources.importing.page_lines import PageLine

_MOST_LINES = 8
_LONGEST = 400
_OF_WHAT = re.compile(r"(?:к|to)\s")
_GOES_ON = re.compile(r"[\"“«(]|[^\W\d_A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]|Республики\b|Republic\b|№|No\b")
_SENTENCE_ENDS = (".", ";", ":")


def with_annex_names(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """The lines, the name of an annex put together: "Приложение 1", "к Закону Республики Казахстан" and
    "О пчеловодстве" in the cell of a table are one line, a heading; on lines of their own the first is."""
    for cell, group in groupby(lines, lambda line: line.cell):
        inside = list(group)
        if cell is None:
            yield from _in_passages(inside)
        elif _is_name(_words(inside), len(inside)):
            yield _heading(inside)
        else:
            yield from inside


def _in_passages(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    at = 0
    while at < len(lines):
        end = _end_of_name(lines, at)
        named = end > at + 1 and _is_name(_words(lines[at:end]), end - at)
        yield _heading(lines[at : at + 1]) if named else lines[at]
        at += 1


def _end_of_name(lines: Sequence[PageLine], at: int) -> int:
    """The place behind the lines that may name an annex, from its number on."""
    found = printed_number(lines[at].words)
    if found is None or found.kind != "annex" or found.end < len(lines[at].words):
        return at
    end = at + 1
    while end < min(len(lines), at + _MOST_LINES) and _GOES_ON.match(lines[end].words):
        if lines[end].words.endswith(_SENTENCE_ENDS) or lines[end].is_note:
            break
        end += 1
    return end


def _is_name(words: str, count: int) -> bool:
    """Whether the words are nothing but an annex's name: its number, and of what it is one."""
    if count > _MOST_LINES or len(words) > _LONGEST or words.endswith(_SENTENCE_ENDS):
        return False
    found = printed_number(words)
    if found is None or found.kind != "annex":
        return False
    return found.end == len(words) or bool(_OF_WHAT.match(words, found.end))


def _words(lines: Sequence[PageLine]) -> str:
    return " ".join(line.words for line in lines)


def _heading(lines: Sequence[PageLine]) -> PageLine:
    anchors = tuple(anchor for line in lines for anchor in line.anchors)
    return replace(lines[0], words=_words(lines), level=1, is_structure=True, anchors=anchors)
