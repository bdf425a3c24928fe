"""The engine: evidence in, the timelines of every text of the act out. Pure; nothing is read or written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from lawdiff.history.clocks import Reading, reading_of
from lawdiff.history.event import Action, Event
from lawdiff.history.places import Slot, places_of, slots_of_each
from lawdiff.history.shape import with_text
from lawdiff.history.strongest import strongest
from lawdiff.history.touch import Reach
from lawdiff.history.verdict import Outcome, judge
from lawdiff.history.view import ACT_WINDOW, View, is_unsure
from lawdiff.history.worlds import Choice, World, choices_of, each_alone, worlds
from lawdiff.law.eid import EId
from lawdiff.law.evidence import Evidence
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope, Timeline
from lawdiff.law.wording import Reason, State, Wording


def fold(evidence: Evidence, scope: EvidenceScope, clock: Clock = Clock.ENFORCED) -> ActTimelines:
    """The timelines of an act: each own text and each heading, from before the enactment to beyond the
    horizon, cut at every day on which anything may change (DESIGN sections 3 to 5)."""
    engine = _Engine(evidence, clock)
    texts = {slot.eid: engine.timeline(slot) for slot in engine.newest.slots.values()}
    return ActTimelines(
        act=evidence.act,
        language=evidence.edition.language,
        scope=scope,
        clock=clock,
        horizon=evidence.horizon,
        places=places_of(evidence),
        texts=texts,
        effects=evidence.effects,
        editions=tuple((each.edition.path, each.horizon) for each in evidence.witnesses),
    )


NOT_ENACTED = Wording(State.ABSENT, None)


class _Engine:
    """One fold: the views of all editions, the newest first, and the texts whose timelines are alike."""

    def __init__(self, evidence: Evidence, clock: Clock) -> None:
        self.reading = reading_of(evidence, clock)
        self.views = _views(evidence, self.reading)
        self.newest = self.views[0]
        self._shape_keys: dict[tuple[EId, ...], object | None] = {}
        self._alike: dict[object, Timeline] = {}
        self._telling: dict[EId, tuple[tuple[View, Slot], ...]] = {}
        self._events: dict[EId, tuple[Event, ...]] = {}

    def timeline(self, slot: Slot) -> Timeline:
        """The wordings of one text in the order of days, equal neighbours joined.

        Texts under the same events have timelines of the same shape; it is worked out once.
        """
        key = self._shape_key(slot) if len(self.views) == 1 else None
        if key is None:
            return self._cut(slot)
        if key not in self._alike:
            self._alike[key] = self._cut(slot)
        found = self._alike[key]
        return found if slot.printed is None else with_text(found, slot.printed)

    def _shape_key(self, slot: Slot) -> object | None:
        """What decides the shape of a timeline; None where it depends on the words or on another text."""
        siblings = self.newest.reach.siblings(slot)
        if siblings is None:
            return self._told_key(slot)
        if siblings not in self._shape_keys:
            self._shape_keys[siblings] = self._told_key(slot)
        return self._shape_keys[siblings]

    def _told_key(self, slot: Slot) -> object | None:
        touches = self.newest.touches_of(slot)
        if slot.printed is None or any(
            touch.action in _PECULIAR
            or touch.origin
            or touch.effect.text is not None
            or id(touch.effect) in self.newest.choices
            for touch in touches
        ):
            return None
        rows = self.newest.reach.unchanged(slot)
        near = [touch.distance for touch in touches] + [slot.chain.index(row.target) for row in rows]
        told = [id(touch.effect) for touch in touches] + [id(row) for row in rows]
        actions = tuple(touch.action.value for touch in touches)
        return (tuple(told), actions, _ranks(near), slot.is_heading, slot.is_excluded)

    def _cut(self, slot: Slot) -> Timeline:
        starts: list[dt.date] = []
        wordings: list[Wording] = []
        editions: list[str] = []
        for day in self._days(slot):
            wording, edition = self._on(slot, day)
            if not wordings or wordings[-1] != wording:
                starts.append(day)
                wordings.append(wording)
                editions.append(edition)
        named = tuple(editions) if len(self.views) > 1 else ()
        return Timeline(tuple(starts), tuple(wordings), self._touched(slot), named)

    def _touched(self, slot: Slot) -> tuple[Reason, ...]:
        events = [
            event
            for view, here in self._each(slot)
            for choices in each_alone(view.choices_at(here))
            for event in view.events(here, choices)
        ]
        by_order = sorted(events, key=lambda e: (e.order, e.reason.kind, e.reason.certainty, e.reason.source))
        return tuple(dict.fromkeys(event.reason for event in by_order))

    def _each(self, slot: Slot) -> tuple[tuple[View, Slot], ...]:
        """The views that tell something of the text, with the text as each edition has it; the newest first.

        Of editions that follow each other and tell the same the oldest is enough.
        """
        if len(self.views) == 1:
            return ((self.newest, slot),)
        if slot.eid not in self._telling:
            older = self.views[1:]
            telling = [
                (view, view.slots[slot.eid])
                for at, view in enumerate(older)
                if at + 1 == len(older) or not view.tells_nothing_new(older[at + 1], view.slots[slot.eid])
            ]
            self._telling[slot.eid] = ((self.newest, slot), *telling)
        return self._telling[slot.eid]

    def _days(self, slot: Slot) -> list[dt.date]:
        """Every day on which the text may change: no other day can."""
        act = self.reading.act
        days = {dt.date.min, act.first, act.last}
        for view, here in self._each(slot):
            days |= {_next(view.proved(here))}
            if len(self.views) > 1 and self.reading.clock is not Clock.SEQUENCE:
                days |= {_next(view.reading.horizon)}
            for event in view.all_events(here):
                days |= {event.first, event.last}
        return sorted(days)

    def _on(self, slot: Slot, day: dt.date) -> tuple[Wording, str]:
        """The wording of a day, and the edition whose words it has."""
        act = self.reading.act
        if day < act.first:
            return NOT_ENACTED, ""
        choices, events = self._relevant_choices(slot), self._all_events(slot)
        windows = {e.window: e for e in events if e.first <= day < e.last}
        unsure = {e.window for e in events if e.after_witness and e.first <= day and is_unsure(e)}
        amending = frozenset(
            w for w in windows if all(e.action is Action.AMEND for e in events if e.window == w)
        )
        deciding = sorted((set(windows) | unsure) - amending)
        if act.first <= day < act.last:
            deciding.append(ACT_WINDOW)
        found, is_partial = worlds(choices, amending - unsure, deciding)
        outcomes = [(world, each) for world in found for each in self._outcomes(slot, day, world)]
        wording = judge(outcomes, events, is_partial)
        return wording, outcomes[0][1].edition if wording.text is not None else ""

    def _outcomes(self, slot: Slot, day: dt.date, world: World) -> Sequence[Outcome]:
        """What is known in one world: one thing, or all that editions say which contradict each other."""
        if ACT_WINDOW in world.open and ACT_WINDOW not in world.begun:
            return (Outcome(State.ABSENT, None, ()),)
        if len(self.views) == 1:
            alone = self.newest.outcome(slot, day, world)
            return (alone,) if alone else ()
        found = [
            (view.reading.horizon, outcome)
            for view, here in self._each(slot)
            if (outcome := view.outcome(here, day, world))
        ]
        return strongest(found, day if self.reading.clock is Clock.ENFORCED else dt.date.max)

    def _relevant_choices(self, slot: Slot) -> tuple[Choice, ...]:
        if len(self.views) == 1:
            return self.newest.relevant_choices(slot)
        found = (choice for view, here in self._each(slot) for choice in view.relevant_choices(here))
        return tuple(dict.fromkeys(found))

    def _all_events(self, slot: Slot) -> tuple[Event, ...]:
        if len(self.views) == 1:
            return self.newest.all_events(slot)
        if slot.eid not in self._events:
            found = (event for view, here in self._each(slot) for event in view.all_events(here))
            self._events[slot.eid] = tuple(dict.fromkeys(found))
        return self._events[slot.eid]


def _views(evidence: Evidence, reading: Reading) -> tuple[View, ...]:
    """A view for each edition, the newest first."""
    choices = choices_of(evidence.effects)
    each = slots_of_each(evidence)
    reach = Reach(evidence.standings, evidence.unchanged, frozenset(each[0]))
    found = [View(evidence.edition.path, each[0], reach, reading, choices)]
    for witness, slots in zip(evidence.older, each[1:], strict=True):
        reach = Reach(witness.effects, evidence.unchanged, frozenset(slots))
        then = replace(reading, horizon=witness.horizon, is_older=True)
        found.append(View(witness.edition.path, slots, reach, then, choices, tuple(found)))
    return tuple(found)


def _ranks(distances: Sequence[int]) -> tuple[int, ...]:
    """The distances without the steps between containers on which nothing tells of a text: whether a
    thing tells of the text itself, and what tells more nearly of it than another, is all that counts."""
    rank = {far: place for place, far in enumerate(sorted({-1, 0, *distances}), start=-1)}
    return tuple(rank[far] for far in distances)


_PECULIAR = (Action.MOVE, Action.SUBSTITUTE)


def _next(day: dt.date) -> dt.date:
    return day if day == dt.date.max else day + dt.timedelta(1)
