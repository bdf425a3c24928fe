"""The engine: evidence in, the timelines of every text of the act out. Pure; nothing is read or written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lawdiff.history.clocks import Reading, reading_of
from lawdiff.history.event import Action, Event, Order
from lawdiff.history.known import Known, after, before, witnessed
from lawdiff.history.merge import events_of
from lawdiff.history.places import Slot, places_of, slots_of
from lawdiff.history.shape import with_text
from lawdiff.history.touch import Made, Reach, Touch
from lawdiff.history.verdict import Outcome, judge
from lawdiff.history.worlds import Choice, Window, World, choices_of, each_alone, worlds
from lawdiff.law.eid import EId
from lawdiff.law.evidence import Evidence
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope, Timeline
from lawdiff.law.wording import Reason, State, Wording


def fold(evidence: Evidence, scope: EvidenceScope, clock: Clock = Clock.ENFORCED) -> ActTimelines:
    """The timelines of an act: each own text and each heading, from before the enactment to beyond the
    horizon, cut at every day on which anything may change (DESIGN sections 3 to 5)."""
    engine = _Engine(evidence, clock)
    texts = {slot.eid: engine.timeline(slot) for slot in engine.slots.values()}
    return ActTimelines(
        act=evidence.act,
        language=evidence.edition.language,
        scope=scope,
        clock=clock,
        horizon=evidence.horizon,
        places=places_of(evidence),
        texts=texts,
        effects=evidence.effects,
    )


NOT_ENACTED = Wording(State.ABSENT, None)
_ACT: Window = ("", dt.date.min, dt.date.min)


class _Engine:
    """One fold: the indexes that all texts share, and the events of each text once they are known."""

    def __init__(self, evidence: Evidence, clock: Clock) -> None:
        self.evidence = evidence
        self.reading: Reading = reading_of(evidence, clock)
        self.slots: Mapping[EId, Slot] = {slot.eid: slot for slot in slots_of(evidence)}
        self.reach = Reach(evidence, frozenset(self.slots))
        self.choices = choices_of(evidence.effects)
        self._touches: dict[EId, tuple[Touch, ...]] = {}
        self._choices: dict[EId, tuple[Choice, ...]] = {}
        self._events: dict[tuple[EId, tuple[int, ...]], tuple[Event, ...]] = {}
        self._every_event: dict[EId, tuple[Event, ...]] = {}
        self._open_choices: dict[EId, tuple[Choice, ...]] = {}
        self._shape_keys: dict[tuple[EId, ...], object | None] = {}
        self._alike: dict[object, Timeline] = {}

    def timeline(self, slot: Slot) -> Timeline:
        """The wordings of one text in the order of days, equal neighbours joined.

        Texts under the same events have timelines of the same shape; it is worked out once.
        """
        key = self._shape_key(slot)
        if key is None:
            return self._cut(slot)
        if key not in self._alike:
            self._alike[key] = self._cut(slot)
        found = self._alike[key]
        return found if slot.printed is None else with_text(found, slot.printed)

    def _shape_key(self, slot: Slot) -> object | None:
        """What decides the shape of a timeline; None where it depends on the words or on another text."""
        siblings = self.reach.siblings(slot)
        if siblings is None:
            return self._told_key(slot)
        if siblings not in self._shape_keys:
            self._shape_keys[siblings] = self._told_key(slot)
        return self._shape_keys[siblings]

    def _told_key(self, slot: Slot) -> object | None:
        touches = self._touches_of(slot)
        if slot.printed is None or any(
            touch.action in _PECULIAR
            or touch.origin
            or touch.effect.text is not None
            or id(touch.effect) in self.choices
            for touch in touches
        ):
            return None
        rows = self.reach.unchanged(slot)
        near = [touch.distance for touch in touches] + [slot.chain.index(row.target) for row in rows]
        told = [id(touch.effect) for touch in touches] + [id(row) for row in rows]
        actions = tuple(touch.action.value for touch in touches)
        return (tuple(told), actions, _ranks(near), slot.is_heading, slot.is_excluded)

    def _cut(self, slot: Slot) -> Timeline:
        starts: list[dt.date] = []
        wordings: list[Wording] = []
        for day in self._days(slot):
            wording = self._on(slot, day)
            if not wordings or wordings[-1] != wording:
                starts.append(day)
                wordings.append(wording)
        return Timeline(tuple(starts), tuple(wordings), self._touched(slot))

    def _touched(self, slot: Slot) -> tuple[Reason, ...]:
        events = [
            event for choices in each_alone(self._choices_at(slot)) for event in self.events(slot, choices)
        ]
        by_order = sorted(events, key=lambda e: (e.order, e.reason.kind, e.reason.certainty, e.reason.source))
        return tuple(dict.fromkeys(event.reason for event in by_order))

    def _days(self, slot: Slot) -> list[dt.date]:
        """Every day on which the text may change: no other day can."""
        act = self.reading.act
        days = {dt.date.min, act.first, act.last}
        days |= {_next(self._horizon(slot))}
        for event in self._all_events(slot):
            days |= {event.first, event.last}
        return sorted(days)

    def _on(self, slot: Slot, day: dt.date) -> Wording:
        act = self.reading.act
        if day < act.first:
            return NOT_ENACTED
        choices = self._relevant_choices(slot)
        events = self._all_events(slot)
        windows = {e.window: e for e in events if e.first <= day < e.last}
        unsure = {e.window for e in events if _is_unsure(e) and e.first <= day}
        amending = frozenset(
            w for w in windows if all(e.action is Action.AMEND for e in events if e.window == w)
        )
        deciding = sorted((set(windows) | unsure) - amending)
        if act.first <= day < act.last:
            deciding.append(_ACT)
        found, is_partial = worlds(choices, amending - unsure, deciding)
        outcomes = [(world, self._outcome(slot, day, world)) for world in found]
        return judge(outcomes, events, is_partial)

    def _outcome(self, slot: Slot, day: dt.date, world: World) -> Outcome:
        if _ACT in world.open and _ACT not in world.begun:
            return Outcome(State.ABSENT, None, ())
        known = self._walk(slot, day, world, None)
        if known.state in (State.RECORDED, State.RESTORED) and day > self._horizon(slot):
            return Outcome(State.EARLIER, known.text, known.reasons)
        return Outcome(known.state, known.text, known.reasons)

    def _walk(self, slot: Slot, day: dt.date, world: World, floor: Order | None) -> Known:
        """What is known of the text that day, walking from the edition's wording across the events that
        have not begun. `floor`: no further back than just behind that event (for a text moved away)."""
        events = self.events(slot, dict(world.choices))
        proposed = [event for event in events if event.is_proposed and _in_force(event, day, world)]
        if proposed and floor is None:
            return self._as_proposed(slot, proposed[-1], day, world)
        return self._walk_along(slot, events, day, world, floor)

    def _walk_along(
        self, slot: Slot, events: Sequence[Event], day: dt.date, world: World, floor: Order | None
    ) -> Known:
        """The walk across these events of the text."""
        known = witnessed(slot, events)
        if floor is None:
            for event in events:
                if event.after_witness and _in_force(event, day, world):
                    known = after(known, event)
        for event in reversed(events):
            if floor is not None and event.order <= floor:
                break
            if event.after_witness or _in_force(event, day, world):
                continue
            known = self._before(known, event, day, world)
        return known

    def _as_proposed(self, slot: Slot, proposal: Event, day: dt.date, world: World) -> Known:
        """What a proposal would make of a text; with it the laws because of which the wording that it
        rests on is not proved, and those since its base that may have changed the text too."""
        others = tuple(event for event in self.events(slot, dict(world.choices)) if not event.is_proposed)
        rests_on = self._walk_along(slot, others, proposal.first, world, None)
        known = after(Known(State.ABSENT, None), proposal)
        if rests_on.state not in (State.RECORDED, State.RESTORED, State.ABSENT):
            known = replace(known, reasons=(*known.reasons, *rests_on.reasons))
        for event in others:
            if event.order > proposal.order and _in_force(event, day, world):
                known = after(known, event)
        return known

    def _before(self, known: Known, event: Event, day: dt.date, world: World) -> Known:
        if event.action is not Action.MOVE:
            return before(known, event)
        target = self.slots.get(event.origin) if event.origin else None
        if target is None:
            return Known(State.UNRECORDED, None, (event.reason,))
        there = self._walk(target, day, world, event.order)
        if event.same_words:
            return Known(there.state, there.text, there.reasons)
        if there.text is None:
            return Known(State.UNRECORDED, None, (event.reason,))
        return Known(State.LATER, there.text, (*there.reasons, event.reason))

    def events(self, slot: Slot, choices: Mapping[Choice, int]) -> tuple[Event, ...]:
        """The events on a text, with the choices made."""
        key = (slot.eid, tuple([choices[choice] for choice in self._choices_at(slot)]))
        if key not in self._events:
            made = tuple(self._made(self._touches_of(slot), choices))
            self._events[key] = events_of(slot, made, self.reach.unchanged(slot), self.reading)
        return self._events[key]

    def _made(self, touches: Iterable[Touch], choices: Mapping[Choice, int]) -> Iterator[Made]:
        for touch in touches:
            choice = self.choices.get(id(touch.effect))
            if choice:
                yield Made(touch, touch.effect.causes[choices[choice]])
            else:
                for cause in touch.effect.causes:
                    yield Made(touch, cause)

    def _touches_of(self, slot: Slot) -> tuple[Touch, ...]:
        if slot.eid not in self._touches:
            self._touches[slot.eid] = self.reach.touches(slot)
        return self._touches[slot.eid]

    def _choices_at(self, slot: Slot) -> tuple[Choice, ...]:
        if slot.eid not in self._choices:
            found = (self.choices.get(id(touch.effect)) for touch in self._touches_of(slot))
            self._choices[slot.eid] = tuple(dict.fromkeys(choice for choice in found if choice))
        return self._choices[slot.eid]

    def _relevant(self, slot: Slot) -> tuple[Slot, ...]:
        """The text and those whose words it had before they moved."""
        found = [slot]
        for place in found:
            for touch in self._touches_of(place):
                other = self.slots.get(touch.origin) if touch.origin else None
                if other is not None and other not in found:
                    found.append(other)
        return tuple(found)

    def _relevant_choices(self, slot: Slot) -> tuple[Choice, ...]:
        if slot.eid not in self._open_choices:
            found = (choice for place in self._relevant(slot) for choice in self._choices_at(place))
            self._open_choices[slot.eid] = tuple(dict.fromkeys(found))
        return self._open_choices[slot.eid]

    def _all_events(self, slot: Slot) -> tuple[Event, ...]:
        """Every event that any choice puts on the text or on one it stood in for."""
        if slot.eid not in self._every_event:
            rows = [
                self.events(place, choices)
                for place in self._relevant(slot)
                for choices in each_alone(self._choices_at(place))
            ]
            every = rows[0] if len(rows) == 1 else tuple(dict.fromkeys(e for row in rows for e in row))
            self._every_event[slot.eid] = every
        return self._every_event[slot.eid]

    def _horizon(self, slot: Slot) -> dt.date:
        """The last day for which the words are proved: a later edition with the same words extends it."""
        if self.reading.clock is Clock.SEQUENCE:
            return dt.date.max
        later = [row.until for row in self.reach.unchanged(slot) if row.since <= self.evidence.horizon]
        return max([self.evidence.horizon, *later])


def _ranks(distances: Sequence[int]) -> tuple[int, ...]:
    """The distances without the steps between containers on which nothing tells of a text: whether a
    thing tells of the text itself, and what tells more nearly of it than another, is all that counts."""
    rank = {far: place for place, far in enumerate(sorted({-1, 0, *distances}), start=-1)}
    return tuple(rank[far] for far in distances)


_PECULIAR = (Action.MOVE, Action.SUBSTITUTE)
_UNSURE = (Action.INSERT, Action.REPEAL)


def _is_unsure(event: Event) -> bool:
    """Whether nothing proves that an announced insertion or exclusion came to be (R9)."""
    return event.after_witness and event.action in _UNSURE and not event.is_proposed


def _in_force(event: Event, day: dt.date, world: World) -> bool:
    if _is_unsure(event) and event.first <= day:
        return event.window in world.begun
    if event.first <= day < event.last:
        return event.window in world.begun
    return day >= event.last


def _next(day: dt.date) -> dt.date:
    return day if day == dt.date.max else day + dt.timedelta(1)
