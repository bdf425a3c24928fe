"""The layout of an edition's file: its lines in the usual form, and how the file differs from it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

from lawdiff.law.edition import Edition, Passage


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of the edition's file that is not blank, and the blank lines before it as they are."""

    text: str
    lead: str = ""
    trail: str = ""
    before: tuple[str, ...] = ()


Lines = Sequence[PrintedLine]

USUAL_INDENT = "\u00a0" * 5 + " "


def lines_of(edition: Edition) -> tuple[list[PrintedLine], tuple[str, ...]]:
    """The lines of an edition in order, and the blank lines at its end."""
    spaces = {passage.line: passage.lead + passage.trail for passage in edition.spacing}
    found: list[PrintedLine] = []
    last = 0
    passages = sorted(_passages(edition), key=lambda passage: (passage.line, passage.column))
    for line, sharing in groupby(passages, key=lambda passage: passage.line):
        before = tuple(spaces.get(blank, "") for blank in range(last + 1, line))
        passage, *others = sharing
        if others:  # a line of several passages is no usual line of the pages
            passage = Passage("".join(each.printed for each in (passage, *others)), line)
        found.append(PrintedLine(passage.text, passage.lead, passage.trail, before))
        last = line + passage.height - 1
    return found, tuple(spaces.get(line, "") for line in range(last + 1, edition.line_count + 1))


def printed(lines: Lines, end: Sequence[str]) -> str:
    """The file that has these lines."""
    rows = [row for line in lines for row in (*line.before, line.lead + line.text + line.trail)]
    return "\n".join((*rows, *end))


def common_indent(lines: Lines) -> str:
    """The white space that most of the indented lines begin with."""
    indents = Counter(line.lead[: len(line.lead) - len(line.lead.lstrip())] for line in lines)
    del indents[""]
    return min(indents, key=lambda indent: (-indents[indent], indent), default=USUAL_INDENT)


def indent_of(text: str) -> str:
    """The indent in what `exceptions` wrote."""
    indent: str = json.loads(text).get("indent", USUAL_INDENT)
    return indent


def exceptions(usual: Lines, lines: Lines, end: Sequence[str], indent: str = USUAL_INDENT) -> str:
    """How the lines differ from the usual ones with that indent, as JSON; `{}` where they do not.

    `lines` has the exceptions by the line's place among all lines: only what differs, and the words too
    where the usual lines lack them. `left_out` are the places of usual lines that the file has not.
    """
    matched, left_out = _matched(usual, lines)
    by_place: dict[str, dict[str, Any]] = {}
    for place, line in enumerate(lines):
        usually = matched.get(place)
        differs = _difference(usually, line)
        if differs:
            by_place[str(place)] = differs
    found: dict[str, Any] = {}
    if by_place:
        found["lines"] = by_place
    if left_out:
        found["left_out"] = left_out
    if indent != USUAL_INDENT:
        found["indent"] = indent
    if end:
        found["end"] = list(end)
    return json.dumps(found, ensure_ascii=True, sort_keys=True).replace(">", "\\u003e")


def with_exceptions(usual: Lines, text: str) -> tuple[list[PrintedLine], tuple[str, ...]]:
    """The lines of the file again, from the usual ones and what `exceptions` wrote."""
    found = json.loads(text)
    left_out = set(found.get("left_out", ()))
    kept = iter([line for place, line in enumerate(usual) if place not in left_out])
    by_place = {int(place): differs for place, differs in found.get("lines", {}).items()}
    return list(_lines(kept, by_place)), tuple(found.get("end", ()))


def _lines(kept: Iterator[PrintedLine], by_place: dict[int, dict[str, Any]]) -> Iterator[PrintedLine]:
    place = 0
    while True:
        differs = by_place.pop(place, {})
        line = PrintedLine("") if "text" in differs else next(kept, None)
        if line is None:
            return
        if "before" in differs:
            differs["before"] = tuple(differs["before"])
        yield replace(line, **differs) if differs else line
        place += 1


def _difference(usual: PrintedLine | None, line: PrintedLine) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if usual is None:
        usual = PrintedLine("")
        found["text"] = line.text
    for name in ("lead", "trail"):
        if getattr(usual, name) != getattr(line, name):
            found[name] = getattr(line, name)
    if usual.before != line.before:
        found["before"] = list(line.before)
    return found


def _matched(usual: Lines, lines: Lines) -> tuple[dict[int, PrintedLine], list[int]]:
    """The usual line for each place, where their words are the same and in order; and the rest of them."""
    mine, theirs = [line.text for line in usual], [line.text for line in lines]
    if mine == theirs:
        return dict(enumerate(usual)), []
    pairs = {
        block.b + step: block.a + step
        for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
        for step in range(block.size)
    }
    taken = set(pairs.values())
    left_out = [place for place in range(len(usual)) if place not in taken]
    return {place: usual[at] for place, at in pairs.items()}, left_out


def _passages(edition: Edition) -> Iterator[Passage]:
    yield from edition.opening
    yield from edition.closing
    for note in edition.notes:
        yield from note.lines
    for provision in edition.provisions:
        yield from provision.passages()
