"""What one edition tells: the events on its texts, and what walking from its words to a day finds (R2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lawdiff.history.clocks import Reading
from lawdiff.history.event import Action, Event, Order
from lawdiff.history.given_words import or_given
from lawdiff.history.known import Known, after, before, witnessed
from lawdiff.history.merge import events_of
from lawdiff.history.places import Slot
from lawdiff.history.room import rewords
from lawdiff.history.touch import Made, Reach, Touch
from lawdiff.history.verdict import Outcome
from lawdiff.history.worlds import Choice, Window, World, each_alone
from lawdiff.law.eid import EId
from lawdiff.law.evidence import LAW_TEXT
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.timeline import Clock
from lawdiff.law.wording import Reason, State

ACT_WINDOW: Window = ("", dt.date.min, dt.date.min)


class View:
    """One edition's part in a fold: an index of what reaches its texts, and the events once they are known.

    `newer` are the views of the editions after it, the next one last.
    """

    def __init__(
        self,
        name: str,
        slots: Mapping[EId, Slot],
        reach: Reach,
        reading: Reading,
        choices: Mapping[int, Choice],
        newer: tuple[View, ...] = (),
    ) -> None:
        self.name = name
        self.slots = slots
        self.reach = reach
        self.reading = reading
        self.choices = choices
        self.newer = newer
        self._touches: dict[EId, tuple[Touch, ...]] = {}
        self._choices: dict[EId, tuple[Choice, ...]] = {}
        self._events: dict[tuple[EId, tuple[int, ...]], tuple[Event, ...]] = {}
        self._every_event: dict[EId, tuple[Event, ...]] = {}
        self._open_choices: dict[EId, tuple[Choice, ...]] = {}
        self._proved: dict[EId, dt.date] = {}

    def outcome(self, slot: Slot, day: dt.date, world: World) -> Outcome | None:
        """What this edition tells of the text on a day in a world, None if it is too old to tell anything.

        Past what it proves, an older edition does not prove absence: a law in between may have brought
        the text (the newest does, with a caution, R10).
        """
        known = self._walk(slot, day, world, None)
        state = known.state
        if day > self.proved(slot):
            if state in (State.RECORDED, State.RESTORED):
                state = State.EARLIER
            elif state is State.ABSENT and self.newer:
                return None
        elif state is State.ABSENT and self._may_be_ahead(slot, day):
            return None
        doubts = tuple(self._doubts(slot, day, world)) if self.newer else ()
        return Outcome(state, known.text, known.reasons, self.name, doubts)

    def _walk(self, slot: Slot, day: dt.date, world: World, floor: Order | None) -> Known:
        """What is known of the text that day, walking from the edition's wording across the events that
        have not begun. `floor`: no further back than just behind that event (for a text moved away)."""
        events = self.events(slot, dict(world.choices))
        proposed = [event for event in events if event.is_proposed and in_force(event, day, world)]
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
                if event.after_witness and in_force(event, day, world) and not self._denies(event, day):
                    known = _after(known, event, slot)
        for event in reversed(events):
            if floor is not None and event.order <= floor:
                break
            if event.after_witness or in_force(event, day, world):
                continue
            known = self._before(known, event, slot, day, world)
        return (
            known if floor is not None else or_given(known, slot, events, lambda e: in_force(e, day, world))
        )

    def _denies(self, event: Event, day: dt.date) -> bool:
        """Whether the edition, by its date, says that a law which it does not mention was not in force."""
        return event.unmentioned and self.reading.clock is Clock.ENFORCED and day <= self.reading.horizon

    def _doubts(self, slot: Slot, day: dt.date, world: World) -> Iterator[Reason]:
        for event in self.events(slot, dict(world.choices)):
            if event.after_witness and in_force(event, day, world) and self._denies(event, day):
                yield event.reason

    def _as_proposed(self, slot: Slot, proposal: Event, day: dt.date, world: World) -> Known:
        """What a proposal would make of a text; with it the laws because of which the wording that it
        rests on is not proved, and those since its base that may have changed the text too."""
        others = tuple(event for event in self.events(slot, dict(world.choices)) if not event.is_proposed)
        rests_on = self._walk_along(slot, others, proposal.first, world, None)
        known = after(Known(State.ABSENT, None), proposal)
        if rests_on.state not in (State.RECORDED, State.RESTORED, State.ABSENT):
            known = replace(known, reasons=(*known.reasons, *rests_on.reasons))
        for event in others:
            if event.order > proposal.order and in_force(event, day, world):
                known = after(known, event)
        return known

    def _before(self, known: Known, event: Event, slot: Slot, day: dt.date, world: World) -> Known:
        if event.action is not Action.MOVE:
            may_end = slot.is_loose or self._was_given(slot)
            if may_end and known.state is State.ABSENT and event.action in _MAY_HAVE_REMOVED:
                return Known(State.UNRECORDED, None, (event.reason,))
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

    def _may_be_ahead(self, slot: Slot, day: dt.date) -> bool:
        """Whether only the text of a law tells that an older edition was reworded ahead of its start: it may
        not have been, and what it lacks may have come then."""
        return (
            bool(self.newer)
            and slot.is_missing
            and any(
                event.reason.source.startswith(LAW_TEXT) and self.reading.horizon < event.first <= day
                for event in self.all_events(slot)
                if not event.after_witness and event.action is Action.REPLACE
            )
        )

    def _was_given(self, slot: Slot) -> bool:
        """Whether a law gave words to a text that the edition does not print: a later one ended it."""
        return slot.printed is None and any(
            touch.effect.text is not None and not touch.effect.is_proposed for touch in self.touches_of(slot)
        )

    def events(self, slot: Slot, choices: Mapping[Choice, int]) -> tuple[Event, ...]:
        """The events on a text, with the choices made."""
        key = (slot.eid, tuple([choices[choice] for choice in self.choices_at(slot)]))
        if key not in self._events:
            made = tuple(self._made(self.touches_of(slot), choices))
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

    def touches_of(self, slot: Slot) -> tuple[Touch, ...]:
        """Every effect that reaches the text."""
        if slot.eid not in self._touches:
            self._touches[slot.eid] = self.reach.touches(slot)
        return self._touches[slot.eid]

    def choices_at(self, slot: Slot) -> tuple[Choice, ...]:
        """The choices that decide which law made an effect on the text."""
        if slot.eid not in self._choices:
            found = (self.choices.get(id(touch.effect)) for touch in self.touches_of(slot))
            self._choices[slot.eid] = tuple(dict.fromkeys(choice for choice in found if choice))
        return self._choices[slot.eid]

    def _relevant(self, slot: Slot) -> tuple[Slot, ...]:
        """The text and those whose words it had before they moved."""
        found = [slot]
        for place in found:
            for touch in self.touches_of(place):
                other = self.slots.get(touch.origin) if touch.origin else None
                if other is not None and other not in found:
                    found.append(other)
        return tuple(found)

    def relevant_choices(self, slot: Slot) -> tuple[Choice, ...]:
        """The choices on the text and on those it stood in for."""
        if slot.eid not in self._open_choices:
            found = (choice for place in self._relevant(slot) for choice in self.choices_at(place))
            self._open_choices[slot.eid] = tuple(dict.fromkeys(found))
        return self._open_choices[slot.eid]

    def all_events(self, slot: Slot) -> tuple[Event, ...]:
        """Every event that any choice puts on the text or on one it stood in for."""
        if slot.eid not in self._every_event:
            rows = [
                self.events(place, choices)
                for place in self._relevant(slot)
                for choices in each_alone(self.choices_at(place))
            ]
            every = rows[0] if len(rows) == 1 else tuple(dict.fromkeys(e for row in rows for e in row))
            self._every_event[slot.eid] = every
        return self._every_event[slot.eid]

    def proved(self, slot: Slot) -> dt.date:
        """The last day for which the edition's words are proved: its own, or that of a later edition with
        the same words, or of one whose notes on the text are complete since then (R5, R14)."""
        day = self._day_proved(slot)
        if self.reading.clock is not Clock.SEQUENCE:
            return day
        newest = self.newer[0] if self.newer else self
        return dt.date.max if day >= newest.reading.horizon else self.reading.day(day)

    def _day_proved(self, slot: Slot) -> dt.date:
        """The same by the calendar. What the next edition proves, this one does if nothing can have come
        between them unseen."""
        if slot.eid not in self._proved:
            horizon = self.reading.horizon
            later = [row.until for row in self.reach.unchanged(slot) if row.since <= horizon]
            day = max([horizon, *later])
            if self.newer:
                following = self.newer[-1]
                there = following.slots[slot.eid]
                if day >= following.reading.horizon or following.tells_all_since(self, there):
                    day = max(day, following._day_proved(there))
            self._proved[slot.eid] = day
        return self._proved[slot.eid]

    def tells_all_since(self, older: View, slot: Slot) -> bool:
        """Whether the notes name every law that touched the text since an older edition: none of them is a
        rewording, or cannot be read, by a law which that edition does not have (R14)."""
        there = {e.reason.law for e in older.all_events(older.slots[slot.eid]) if not e.after_witness}
        return not any(
            touch.is_noted and not touch.is_coming and _may_hide(touch, slot) and law not in there
            for touch in self.touches_of(slot)
            for law in touch.effect.laws
        )

    def tells_nothing_new(self, older: View, slot: Slot) -> bool:
        """Whether the edition before this one tells the same of the text on every day: the same words, the
        same events around them, proved up to the same day."""
        there = older.slots[slot.eid]
        return (
            replace(there, chain=slot.chain) == slot
            and older.all_events(there) == self.all_events(slot)
            and older.proved(there) == self.proved(slot)
            and not any(event.unmentioned for event in self.all_events(slot))
        )


_MAY_HAVE_REMOVED = (Action.AMEND, Action.SUBSTITUTE)
_UNSURE = (Action.INSERT, Action.REPEAL)


def _after(known: Known, event: Event, slot: Slot) -> Known:
    """Past an event that the edition lacks: what it does not print, that law may have brought."""
    if slot.is_missing and known.text is None and event.action not in _UNSURE:
        return Known(State.UNRECORDED, None, (event.reason,))
    return after(known, event)


def _may_hide(touch: Touch, slot: Slot) -> bool:
    """Whether notes on the text from before this one are lost, or cannot be read."""
    unread = UNKNOWN_LAW in touch.effect.laws and touch.action not in _UNSURE
    return unread or rewords(slot, touch.effect)


def is_unsure(event: Event) -> bool:
    """Whether nothing proves that an announced insertion or exclusion came to be (R9)."""
    if not event.after_witness or event.is_confirmed or event.is_proposed:
        return False
    return event.action in _UNSURE


def in_force(event: Event, day: dt.date, world: World) -> bool:
    """Whether the event has begun to apply by that day, in that world."""
    if event.after_witness and event.first <= day and is_unsure(event):
        return event.window in world.begun
    if event.first <= day < event.last:
        return event.window in world.begun
    return day >= event.last
