"""The documents of one act: whole or a provision of it, on any of its days."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lawdiff.history.asof import act_on
from lawdiff.history.references import references
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.answer import Answer, Node
from lawdiff.law.edition import Edition, Note, Passage
from lawdiff.law.effect import Effect
from lawdiff.law.eid import EId
from lawdiff.law.known_act import KnownAct
from lawdiff.law.law_order import UNKNOWN_LAW, law_order
from lawdiff.law.reference import Reference
from lawdiff.law.timeline import ActTimelines, Place, Timeline
from lawdiff.law.wording import Reason, State
from lawdiff.store.akn.document import TITLE, ActDocument, LawReference, Period, reasons_of, texts_of
from lawdiff.store.akn.linked_words import links_of
from lawdiff.store.law_table import ordered

_THROUGHOUT = frozenset({EId("text"), EId("act")})  # no provision: such effects reach every one


@dataclass(frozen=True)
class ActDocuments:
    """What the documents of an act are made of. The edition must be the one the timelines were made from;
    `acts` are those that its words may refer to. What several days share is worked out once."""

    timelines: ActTimelines
    edition: Edition
    register: Mapping[str, AmendingLaw]
    acts: Sequence[KnownAct] = ()

    def on(self, day: dt.date, asked: EId | None = None, answer: Answer | None = None) -> ActDocument:
        """The act, or the article, chapter, annex or preamble asked for, as it can be known on that day.
        `answer` is that of `act_on`, where it has been worked out already."""
        answer = answer or act_on(self.timelines, day, (asked,) if asked else ())
        node = answer.node
        part = self._part(asked)
        texts = dict(texts_of(node))
        is_act = asked is None and node.wording.state is not State.ABSENT
        opening = [line.text for line in self.edition.opening if line.text != self.edition.title]
        return ActDocument(
            answer=answer,
            commencement=self.timelines.act.commencement,
            periods={eid: _period(self.timelines.texts[eid], day) for eid in texts},
            marks=self._marks_in(node),
            laws=tuple(_laws(part.effects, node, self.register)),
            effects=part.effects,
            notes=part.notes,
            opening=tuple(opening) if is_act else (),
            closing=tuple(line.text for line in self.edition.closing) if is_act else (),
            links=links_of(self._references(day), {eid for eid in texts if texts[eid].text} - {TITLE}),
        )

    @cached_property
    def _marks(self) -> Mapping[Reason, str]:
        """The short names of all reasons, `r1` for the first law of the table: the same on every day, in the
        file of the act and in that of each provision."""
        wordings = [each for text in self.timelines.texts.values() for each in text.wordings]
        reasons = {reason for each in wordings for reason in each.because}
        reasons |= {reason for each in wordings for other in each.possibilities for reason in other.because}
        return {reason: f"r{number}" for number, reason in enumerate(ordered(reasons), start=1)}

    def _marks_in(self, node: Node) -> Mapping[Reason, str]:
        used = frozenset(reasons_of(node))
        return {reason: mark for reason, mark in self._marks.items() if reason in used}

    def _references(self, day: dt.date) -> tuple[Reference, ...]:
        if day not in self._found:
            self._found[day] = references(self.timelines, day, self.acts)
        return self._found[day]

    @cached_property
    def _found(self) -> dict[dt.date, tuple[Reference, ...]]:
        return {}

    def _part(self, asked: EId | None) -> _Part:
        if asked is None:
            return self._all
        if asked not in self._parts:
            self._parts[asked] = _part_of(self._all, self.timelines.places, asked)
        return self._parts[asked]

    @cached_property
    def _all(self) -> _Part:
        notes = (_plain(note) for note in self.edition.all_notes())
        return _Part(tuple(self.timelines.effects), tuple(notes))

    @cached_property
    def _parts(self) -> dict[EId, _Part]:
        return {}


@dataclass(frozen=True, slots=True)
class _Part:
    """What is told of an act or of one of its provisions, whatever the day."""

    effects: tuple[Effect, ...]
    notes: tuple[Note, ...]


def _part_of(whole: _Part, places: Sequence[Place], asked: EId) -> _Part:
    """The effects on the provision, on anything inside it or on what it stands in, and the notes that stand
    at it or inside it."""
    *containers, provision = _around(places, asked)
    around = {place.eid for place in containers} | _THROUGHOUT
    inside = {place.eid for place in provision.walk() if place.eid.parent is None}

    def is_inside(eid: EId) -> bool:
        return eid.partition("__")[0] in inside

    def is_about(effect: Effect) -> bool:
        ends = [end for end in (effect.target, effect.moved_to) if end]
        return any(end in around or is_inside(end) for end in ends)

    return _Part(
        tuple(effect for effect in whole.effects if is_about(effect)),
        tuple(note for note in whole.notes if is_inside(note.about)),
    )


def document_on(
    timelines: ActTimelines,
    edition: Edition,
    register: Mapping[str, AmendingLaw],
    day: dt.date,
    acts: Sequence[KnownAct] = (),
    asked: EId | None = None,
) -> ActDocument:
    """One document of the act."""
    return ActDocuments(timelines, edition, register, acts).on(day, asked)


def _around(places: Sequence[Place], eid: EId) -> Iterator[Place]:
    """The provisions that a provision stands in, and itself as the last: an article's chapter too, which its
    eId does not tell."""
    for place in places:
        if any(inside.eid == eid for inside in place.walk()):
            yield place
            yield from _around(place.children, eid)


def _period(timeline: Timeline, day: dt.date) -> Period:
    at = bisect_right(timeline.starts, day)
    first = timeline.starts[at - 1]
    until = timeline.starts[at] if at < len(timeline.starts) else None
    return Period(None if first == dt.date.min else first, until)


def _laws(
    effects: tuple[Effect, ...], top: Node, register: Mapping[str, AmendingLaw]
) -> Iterator[LawReference]:
    """The laws that effects and reasons name, by adoption and number."""
    named = {(reason.law, reason.adopted) for reason in reasons_of(top)}
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
