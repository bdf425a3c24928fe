"""What an Akoma Ntoso file holds: the answer for a day, on an act or a provision of it, and all around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lawdiff.law.answer import Answer, Node
from lawdiff.law.commencement import Commencement
from lawdiff.law.edition import Note
from lawdiff.law.effect import Effect
from lawdiff.law.eid import EId
from lawdiff.law.wording import Reason, Wording
from lawdiff.store.akn.linked_words import Links

TITLE = EId("title")
_ACT = EId("act")


@dataclass(frozen=True, slots=True)
class Period:
    """The days on which a wording is the answer: from `first`, until the day before `until`.

    None where it is open: before the act, or beyond all that is known.
    """

    first: dt.date | None
    until: dt.date | None

    @property
    def order(self) -> tuple[dt.date, dt.date]:
        """A key that sorts periods by their first day, then by their end."""
        return (self.first or dt.date.min, self.until or dt.date.max)


@dataclass(frozen=True, slots=True)
class LawReference:
    """An amending law that the document refers to. `title` is "" and the days are None where not known."""

    number: str
    adopted: dt.date | None
    title: str = ""
    published: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ActDocument:
    """An act on a day, whole or one provision of it, as one file.

    `periods` has one entry for each text: an own text by the eId of its node, a heading by its own, the
    title as `title`. `marks` are the short names of the reasons, in the order of the table of laws. `opening`
    and `closing` are the edition's lines around the law's own words, none on a day on which there is no act.
    `notes` are those of the edition, whatever day it is. `links` are the words of each text that surely
    refer to something.
    """

    answer: Answer
    commencement: Commencement
    periods: Mapping[EId, Period]
    marks: Mapping[Reason, str]
    laws: tuple[LawReference, ...]
    effects: tuple[Effect, ...]
    notes: tuple[Note, ...]
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    links: Links

    @property
    def held(self) -> frozenset[EId]:
        """The eIds of ours that the file has: provisions, their headings, the title."""
        nodes = [node for node in self.answer.node.walk() if node.eid != _ACT]
        headings = {node.eid.heading for node in nodes if node.heading}
        title = {TITLE} if self.answer.provision is None else set()
        return frozenset({*title, *headings, *(node.eid for node in nodes)})


def texts_of(top: Node) -> Iterator[tuple[EId, Wording]]:
    """Every text of an act or a provision with its wording: the title, then headings and own texts."""
    for node in top.walk():
        if node.heading:
            yield (TITLE if node.eid == _ACT else node.eid.heading), node.heading
        if node.has_own_text:
            yield node.eid, node.wording


def reasons_of(top: Node) -> Iterator[Reason]:
    """Every reason of any wording, those of containers too."""
    yield from top.reasons()
    for node in top.walk():
        yield from node.wording.because
