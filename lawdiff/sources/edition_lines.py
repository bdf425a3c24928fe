"""The lines of an edition as its text is laid out: glued ones apart, a title with its number above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lawdiff.law.edition import Passage
from lawdiff.law.printed_number import RANKS, excluded_heading, half_of_a_code, printed_number
from lawdiff.sources.bracket_notes import bracket_note
from lawdiff.sources.lines import STRUCTURE, LineKind, SourceLine, follows, tell_apart
from lawdiff.sources.notes.grammar import end_of_note, is_in_place
from lawdiff.sources.sub_headings import with_sub_headings

_MOST_CUTS = 8  # of one line: more is no slip of a printer
# "Chapter 1. General provisions Article 1. Basic definitions": an article behind a chapter's title
_SECOND_HEADING = re.compile(r"\s(?=(?:Article|Статья)\s+\d|\d{1,4}(?:-\d+)*-бап\.)")
# "... official publication). 2. A child": a numbered provision or a heading behind a note
_BEHIND_NOTE = re.compile(
    r"(?<=[.;)])\s*(?=\d{1,4}(?:-\d{1,4})*[.)]\s+\S|(?:Article|Chapter|Статья|Глава)\s+\d"
    r"|\d{1,4}(?:-\d+)*-(?:бап|тарау)\.)"
)
# "... by this Law. Footnote. Article 5 as amended": a note behind the words that it is about
_NOTE_BEHIND = re.compile(r"(?<=[.;:)»”\"])\s*(?=(?:Footnote|Сноска|Ескерту)\.\s)")
_NOTE_SIGN = re.compile(r"\s*<\*>$")  # old editions mark by it what a note is about
_WORDLESS = re.compile(r"(\d{1,4}(?:-\d{1,4})*)\.\s+(?=[^\W\d_])(?=\S*[^\W\d_])")


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a text sets its headings: `indented` like its passages, or flush left, and the lines of the flush
    titles that lack the word "Article"."""

    indented: bool
    wordless: frozenset[int]


def edition_lines(text: str, language: str) -> list[SourceLine]:
    """The lines of a text that are not blank, each with its kind; one that holds several things is several.

    A title on a line below its number is one line with it.
    """
    layout = _layout_of(text)
    raws = text.split("\n")
    found: list[SourceLine] = []
    after_blank = True
    for index, raw in enumerate(raws, start=1):
        words = raw.strip()
        if words:
            found += _told(index, raw, words, after_blank, layout, language)
        after_blank = not words
    return list(_with_titles(with_sub_headings(found, language), raws))


def _told(
    index: int, raw: str, words: str, after_blank: bool, layout: _Layout, language: str
) -> Iterator[SourceLine]:
    indent = raw[: len(raw) - len(raw.lstrip())]
    words = _NOTE_SIGN.sub("", words) or words
    rest = Passage(words, index, indent, raw[len(indent) + len(words) :])
    for cuts_left in range(_MOST_CUTS, -1, -1):
        line = _one(rest, after_blank, layout, language)
        cut = _cut(line, rest, language) if cuts_left else None
        if cut is None:
            yield line
            return
        ahead, behind = rest.text[:cut], rest.text[cut:]
        space = behind[: len(behind) - len(behind.lstrip())]
        yield _one(replace(rest, text=ahead, trail=space), after_blank, layout, language)
        rest = Passage(behind.lstrip(), index, "", rest.trail, rest.column + 1)
        after_blank = False


def _one(whole: Passage, after_blank: bool, layout: _Layout, language: str) -> SourceLine:
    """A line, or the part of one behind a cut, as this text's layout makes it."""
    if whole.line in layout.wordless and not whole.column and (found := _WORDLESS.match(whole.text)):
        title = Passage(whole.text[found.end() :], whole.line, whole.text[: found.end()], whole.trail)
        return SourceLine(LineKind.ARTICLE, found[1], found[1], title, after_blank, RANKS["art"])
    if not whole.lead and not whole.column and (half := half_of_a_code(whole.text)):
        return SourceLine(LineKind.PART, half, "", whole, after_blank, 1)
    may_be_heading = layout.indented or bool(whole.column) or not whole.lead
    line = tell_apart(whole, after_blank, may_be_heading)
    if line.kind in (LineKind.FLUSH, LineKind.PASSAGE) and bracket_note(whole.text, language) == 0:
        return replace(line, kind=LineKind.FOOTNOTE)
    if may_be_heading and line.kind in (LineKind.FLUSH, LineKind.PASSAGE):
        number = excluded_heading(whole.text)
        if number and is_in_place(whole.text, language):
            words = whole.text[number.end :].lstrip()
            lead = whole.lead + whole.text[: len(whole.text) - len(words)]
            passage = replace(whole, text=words, lead=lead)
            return SourceLine(
                LineKind(number.kind), number.number, number.num, passage, after_blank, number.rank
            )
    return line


def _cut(line: SourceLine, whole: Passage, language: str) -> int | None:
    """Where a second thing begins on the line, None where there is only one."""
    if line.kind in STRUCTURE and line.kind is not LineKind.ARTICLE:
        found = _SECOND_HEADING.search(whole.text, len(whole.text) - len(line.passage.text))
        return found.start() if found else None
    if line.kind is LineKind.FOOTNOTE:
        return _end_of_note(whole.text, language)
    if line.kind in STRUCTURE:
        return _bracket(line, whole, language)
    if line.kind is LineKind.ANNOUNCEMENT:
        return None
    if found := _NOTE_BEHIND.search(whole.text):
        return found.start()
    return _bracket(line, whole, language)


def _bracket(line: SourceLine, whole: Passage, language: str) -> int | None:
    """Where a note in brackets ends the words of a line, None where there is none or nothing ahead of it."""
    words = line.passage.text
    ahead = words[: bracket_note(words, language, line.kind in STRUCTURE) or 0].rstrip()
    return len(whole.text) - len(words) + len(ahead) if ahead else None


def _end_of_note(words: str, language: str) -> int | None:
    """Where a footnote ends that something is glued to: it is a note up to there and not as a whole, and a
    number or a heading follows."""
    if not _BEHIND_NOTE.search(words):
        return None
    end = end_of_note(words, language)
    return end if end < len(words) and _BEHIND_NOTE.match(words, end) else None


def _with_titles(lines: Sequence[SourceLine], raws: Sequence[str]) -> Iterator[SourceLine]:
    """The lines with each container's title taken up to its number: "Глава 1", then "Общие положения"."""
    index = 0
    while index < len(lines):
        line = lines[index]
        below = lines[index + 1] if index + 1 < len(lines) else None
        if below and _is_title_of(line, below):
            between = raws[line.passage.line : below.passage.line - 1]
            lead = "\n".join((line.passage.printed, *between, below.passage.lead))
            title = replace(below.passage, line=line.passage.line, lead=lead, column=line.passage.column)
            line = replace(line, passage=title)
            index += 1
        yield line
        index += 1


def _is_title_of(line: SourceLine, below: SourceLine) -> bool:
    return (
        line.kind in STRUCTURE
        and line.kind is not LineKind.ARTICLE
        and not line.passage.text
        and below.kind is LineKind.FLUSH
        and below.passage.column == 0
    )


def _layout_of(text: str) -> _Layout:
    lines = text.split("\n")
    flush: dict[int, str] = {}
    indented = False
    for index, raw in enumerate(lines, start=1):
        found = printed_number(raw.strip()) if len(raw) > 3 else None
        if found and found.kind == "art":
            if raw[0].isspace():
                indented = True
            else:
                flush[index] = found.number
    return _Layout(indented and not flush, _wordless(lines, flush))


def _wordless(lines: Sequence[str], flush: dict[int, str]) -> frozenset[int]:
    """The flush lines "8. Title" where an Article 8 is missing: the number follows the article before it,
    no other line has it, and the words below are indented as no title is."""
    taken = set(flush.values())
    last = ""
    found: set[int] = set()
    for index, raw in enumerate(lines, start=1):
        if index in flush:
            last = flush[index]
        elif (title := _WORDLESS.match(raw)) and not raw.rstrip().endswith((".", ";", ":", ",")):
            number = title[1]
            below = next((line for line in lines[index : index + 3] if line.strip()), "")
            if number not in taken and below[:1].isspace() and follows(last, number):
                found.add(index)
                taken.add(number)
                last = number
    return frozenset(found)
