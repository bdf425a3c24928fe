"""An edition: one consolidated text of an act in one language, as a tree that keeps every line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lawdiff.law.eid import EId


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of the source: the words, and what stands around them on the line.

    The printed line is `lead + text + trail`: the lead is the indent and the number with its space. Where
    a title stands below its number ("Глава 1" and then "Общие положения"), the lead has both lines; where
    one line has several passages ("Chapter 1. General Article 1. Terms"), `column` is the place of each.
    """

    text: str
    line: int
    lead: str = ""
    trail: str = ""
    column: int = 0

    @property
    def printed(self) -> str:
        return self.lead + self.text + self.trail

    @property
    def height(self) -> int:
        """How many lines of the file it takes."""
        return self.lead.count("\n") + 1


class NoteForm(Enum):
    """Where a note of the editors stands: below what it is about, before it, or in place of its text."""

    FOOTNOTE = "footnote"
    ANNOUNCEMENT = "announcement"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the editors and the eId of what it stands under (or, an announcement, ahead of).

    An inline note is the printed line "2) is excluded by the Law ..." whole, its number in the lead.
    """

    form: NoteForm
    about: EId
    lines: tuple[Passage, ...]

    @property
    def line(self) -> int:
        return self.lines[0].line

    @property
    def sentence(self) -> str:
        """The words of the note, one line for each that it takes."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Provision:
    """A node of the act as the edition prints it.

    `num` is the printed number ("Article 7", "1.", "2)", "Chapter 2"; "" for an unnumbered passage).
    `text` is the node's own text, None where it has none or the provision is excluded. `children` and
    `notes` stand in the order of the text.
    """

    eid: EId
    num: str
    heading: Passage | None = None
    text: Passage | None = None
    children: tuple[Provision, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def line(self) -> int:
        """The line on which the provision itself begins, its number or its words."""
        for passage in (self.heading, self.text):
            if passage:
                return passage.line
        return self.notes[0].line if self.notes else 0

    @property
    def is_excluded(self) -> bool:
        """Whether the edition prints the number (or title) alone, without any words of law under it."""
        return self.text is None and not self.children

    def walk(self) -> Iterator[Provision]:
        """This node and everything inside it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def passages(self) -> Iterator[Passage]:
        """Every line that this node and its inside take, notes included, in no particular order."""
        for node in self.walk():
            if node.heading:
                yield node.heading
            if node.text:
                yield node.text
            for note in node.notes:
                yield from note.lines


@dataclass(frozen=True, slots=True)
class Edition:
    """A consolidated text with its notes (DESIGN section 2). It witnesses the wording on its day.

    `opening` and `closing` are the lines before and behind the law's own words ("Unofficial
    translation", "The President ..."). `notes` are about the whole act. `provisions` are the preamble,
    the chapters and articles outside chapters. `line_count` counts the file's lines, the blank ones too;
    `spacing` are blank lines that are not quite empty.
    """

    act: str
    language: str
    title: str
    opening: tuple[Passage, ...]
    notes: tuple[Note, ...]
    provisions: tuple[Provision, ...]
    closing: tuple[Passage, ...]
    line_count: int
    path: str
    date: dt.date | None = None
    spacing: tuple[Passage, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Every provision, in the order of the text."""
        for provision in self.provisions:
            yield from provision.walk()

    def all_notes(self) -> Iterator[Note]:
        """Every note, the act's first."""
        yield from self.notes
        for provision in self.walk():
            yield from provision.notes

    def printed(self) -> str:
        """The whole file again, byte for byte: nothing that was read is dropped."""
        lines: list[str | None] = [""] * self.line_count
        for passage in sorted(self.passages(), key=lambda each: (each.line, each.column)):
            at = passage.line - 1
            while lines[at] is None:  # behind a title that is printed with its number above
                at -= 1
            lines[at] = (lines[at] or "") + passage.printed
            for below in range(1, passage.height):
                lines[at + below] = None
        return "\n".join(line for line in lines if line is not None)

    def passages(self) -> Iterator[Passage]:
        """Every line that is not blank, and the blank ones that hold white space, in no particular order."""
        yield from self.opening
        yield from self.closing
        yield from self.spacing
        for note in self.notes:
            yield from note.lines
        for provision in self.provisions:
            yield from provision.passages()
