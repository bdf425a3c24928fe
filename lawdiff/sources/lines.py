"""The lines of a consolidated text, each told apart: heading, numbered item, passage, note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lawdiff.law.edition import Passage


class LineKind(Enum):
    """What a printed line is, before anything is known of its place."""

    CHAPTER = "chp"
    ARTICLE = "art"
    PARAGRAPH = "para"
    SUBPARAGRAPH = "subpara"
    PASSAGE = "al"
    FOOTNOTE = "footnote"
    ANNOUNCEMENT = "announcement"
    FLUSH = "flush"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line that is not blank: its kind, its number ("14-1", or "" without one) and its words.

    `num` is the number as printed ("Article 14-1", "4-1)"). `after_blank` says whether the line before
    it is empty.
    """

    kind: LineKind
    number: str
    num: str
    passage: Passage
    after_blank: bool


# "Article 41-1. Protection ...", "Chapter 6. Rights of disabled child"; a full stop may be missing.
_HEADING = re.compile(r"(Chapter|Article)\s+(\d{1,4}(?:-\d{1,4})*)(?:\.\s*|\s+|\Z)")
_PARAGRAPH = re.compile(r"(\d{1,4}(?:-\d{1,4})*)\.(?:\s+|\Z)")
_SUBPARAGRAPH = re.compile(r"(\d{1,4}(?:-\d{1,4})*)\)\s*")
_FOOTNOTE = re.compile(r"Footnote\b", re.IGNORECASE)
_ANNOUNCEMENT = re.compile(r"Note of RCLI\b", re.IGNORECASE)


def source_lines(text: str) -> Iterator[SourceLine]:
    """The lines of a text that are not blank, in order, each with its kind."""
    after_blank = True
    for index, raw in enumerate(text.split("\n"), start=1):
        words = raw.strip()
        if words:
            indent = raw[: len(raw) - len(raw.lstrip())]
            yield _tell_apart(index, indent, words, raw[len(indent) + len(words) :], after_blank)
        after_blank = not words


def blank_lines(text: str) -> Iterator[Passage]:
    """The blank lines that hold white space: they too come back byte for byte."""
    for index, raw in enumerate(text.split("\n"), start=1):
        if raw and not raw.strip():
            yield Passage("", index, lead=raw)


def _tell_apart(index: int, indent: str, words: str, trail: str, after_blank: bool) -> SourceLine:
    def line(kind: LineKind, number: str = "", num: str = "", skip: int = 0) -> SourceLine:
        passage = Passage(words[skip:], index, indent + words[:skip], trail)
        return SourceLine(kind, number, num, passage, after_blank)

    if _FOOTNOTE.match(words):
        return line(LineKind.FOOTNOTE)
    if _ANNOUNCEMENT.match(words):
        return line(LineKind.ANNOUNCEMENT)
    if heading := _HEADING.match(words):
        kind = LineKind.CHAPTER if heading[1] == "Chapter" else LineKind.ARTICLE
        if not indent:
            return line(kind, heading[2], f"{heading[1]} {heading[2]}", heading.end())
    if found := _PARAGRAPH.match(words):
        return line(LineKind.PARAGRAPH, found[1], f"{found[1]}.", found.end())
    if found := _SUBPARAGRAPH.match(words):
        return line(LineKind.SUBPARAGRAPH, found[1], f"{found[1]})", found.end())
    return line(LineKind.PASSAGE if indent else LineKind.FLUSH)
