"""A page: one file of the history as data, an article or the act's own README at one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lawdiff.law.edition import Note, NoteForm
from lawdiff.law.eid import EId
from lawdiff.law.wording import Reason, State, Wording


class Label(Enum):
    """What a quoted line of the edition is; the value is the bold word in front of it."""

    FOOTNOTE = "Footnote:"
    ANNOUNCED = "Announced:"
    PRINTED_HERE = "Printed here:"
    PRINTED_TITLE = "Printed title:"


_LABELS = {
    NoteForm.FOOTNOTE: Label.FOOTNOTE,
    NoteForm.ANNOUNCEMENT: Label.ANNOUNCED,
    NoteForm.INLINE: Label.PRINTED_HERE,
}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the edition that are not law: a note, or the title of what is excluded."""

    label: Label
    lines: tuple[str, ...]

    @classmethod
    def of(cls, note: Note) -> Quote:
        return cls(_LABELS[note.form], tuple(line.text for line in note.lines))


@dataclass(frozen=True, slots=True)
class Item:
    """A provision inside an article, as it stands there that day. `wording` is None without own text.

    `quotes` are the notes on it, and the article's footnotes that the edition prints behind its line.
    """

    eid: EId
    num: str
    wording: Wording | None
    quotes: tuple[Quote, ...] = ()
    children: tuple[Item, ...] = ()

    def walk(self) -> Iterator[Item]:
        """This item and everything inside it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Page:
    """An article. Its own text is the first of its `items`, with the article's own eId and no children:
    what it introduces follows it. `before` are the notes between heading and text, `after` those behind.

    `reasons` are all that any wording of the article has at any step, so that the table of laws stays
    the same through the history.
    """

    eid: EId
    num: str
    heading: Wording | None
    items: tuple[Item, ...]
    before: tuple[Quote, ...] = ()
    after: tuple[Quote, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An article in the contents. `heading` is None where there is none or its words are not known that
    day; `state` is that of the heading, or `absent` for an excluded article."""

    eid: EId
    num: str
    heading: str | None
    state: State


@dataclass(frozen=True, slots=True)
class Section:
    """A container of the act, such as a chapter or the preamble, with its own texts and what it holds."""

    eid: EId
    num: str
    heading: Wording | None
    items: tuple[Item, ...] = ()
    before: tuple[Quote, ...] = ()
    after: tuple[Quote, ...] = ()
    parts: tuple[Section | Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ActPage:
    """The README of an act: what is true of the act as a whole that day, and the way to its articles.

    `layout` tells how the edition's file differs from the usual form (lawdiff.store.layout).
    """

    title: Wording
    opening: tuple[str, ...]
    quotes: tuple[Quote, ...]
    facts: tuple[tuple[str, str], ...]
    preamble: Section | None
    contents: tuple[Section | Link, ...]
    closing: tuple[str, ...]
    reasons: tuple[Reason, ...]
    layout: str = "{}"


def links_of(parts: tuple[Section | Link, ...]) -> Iterator[Link]:
    """Every article of the contents, in the order of the text."""
    for part in parts:
        if isinstance(part, Link):
            yield part
        else:
            yield from links_of(part.parts)


def sections_of(parts: tuple[Section | Link, ...]) -> Iterator[Section]:
    """Every container of the contents, in the order of the text."""
    for part in parts:
        if isinstance(part, Section):
            yield part
            yield from sections_of(part.parts)
