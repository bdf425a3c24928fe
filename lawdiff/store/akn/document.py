"""What an Akoma Ntoso file of an act holds: the answer for a day, and all that surrounds it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lawdiff.history.asof import act_on
from lawdiff.history.references import references
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.answer import Answer, Node
from lawdiff.law.commencement import Commencement
from lawdiff.law.edition import Edition, Note, Passage
from lawdiff.law.effect import Effect
from lawdiff.law.eid import EId
from lawdiff.law.known_act import KnownAct
from lawdiff.law.law_order import UNKNOWN_LAW, law_order
from lawdiff.law.timeline import ActTimelines, Timeline
from lawdiff.law.wording import Reason, State, Wording
from lawdiff.store.akn.linked_words import Links, links_of

TITLE = EId("title")


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
    """An act on a day, whole, as one file.

    `periods` has one entry for each text: an own text by the eId of its node, a heading by its own, the
    title as `title`. `opening` and `closing` are the edition's lines around the law's own words, none on a
    day on which there is no act. `notes` are those of the edition, whatever day it is. `links` are the words
    of each text that surely refer to something.
    """

    answer: Answer
    commencement: Commencement
    periods: Mapping[EId, Period]
    laws: tuple[LawReference, ...]
    effects: tuple[Effect, ...]
    notes: tuple[Note, ...]
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    links: Links


def document_on(
    timelines: ActTimelines,
    edition: Edition,
    register: Mapping[str, AmendingLaw],
    day: dt.date,
    acts: Sequence[KnownAct] = (),
) -> ActDocument:
    """The act as it can be known on that day. The edition must be the one the timelines were made from;
    `acts` are those that its words may refer to."""
    answer = act_on(timelines, day)
    effects = tuple(timelines.effects)
    is_there = answer.node.wording.state is not State.ABSENT
    opening = [line.text for line in edition.opening if line.text != edition.title]
    return ActDocument(
        answer=answer,
        commencement=timelines.act.commencement,
        periods={eid: _period(timelines.texts[eid], day) for eid, _ in texts_of(answer.node)},
        laws=tuple(_laws(effects, answer.node, register)),
        effects=effects,
        notes=tuple(_plain(note) for note in edition.all_notes()),
        opening=tuple(opening) if is_there else (),
        closing=tuple(line.text for line in edition.closing) if is_there else (),
        links=links_of(references(timelines, day, acts), _shown(answer.node)),
    )


def texts_of(act: Node) -> Iterator[tuple[EId, Wording]]:
    """Every text of the act with its wording: the title, then headings and own texts."""
    for node in act.walk():
        if node.heading:
            yield (TITLE if node is act else node.eid.heading), node.heading
        if node.has_own_text:
            yield node.eid, node.wording


def _shown(act: Node) -> set[EId]:
    """The texts that have words in the file, but for the title."""
    return {eid for eid, wording in texts_of(act) if wording.text and eid != TITLE}


def reasons_of(act: Node) -> Iterator[Reason]:
    """Every reason of any wording, those of containers too."""
    yield from act.reasons()
    for node in act.walk():
        yield from node.wording.because


def _period(timeline: Timeline, day: dt.date) -> Period:
    at = bisect_right(timeline.starts, day)
    first = timeline.starts[at - 1]
    until = timeline.starts[at] if at < len(timeline.starts) else None
    return Period(None if first == dt.date.min else first, until)


def _laws(
    effects: tuple[Effect, ...], act: Node, register: Mapping[str, AmendingLaw]
) -> Iterator[LawReference]:
    """The laws that effects and reasons name, by adoption and number."""
    named = {(reason.law, reason.adopted) for reason in reasons_of(act)}
    named |= {(cause.law, cause.adopted) for effect in effects for cause in effect.causes}
    for number, day in sorted(named, key=lambda law: (law[1] or dt.date.min, law_order(law[0]))):
        registered = register.get(number)
        if number == UNKNOWN_LAW:
            continue
        if registered and registered.adopted == day:
            yield LawReference(number, day, registered.title, registered.published)
        else:
            yield LawReference(number, day)


def _plain(note: Note) -> Note:
    """The note without what stands around its words on the line."""
    return Note(note.form, note.about, tuple(Passage(line.text, line.line) for line in note.lines))
