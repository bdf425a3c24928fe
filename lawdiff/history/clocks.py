"""The three ways to date an event: by commencement, by adoption, or by its place in the history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lawdiff.history.event import Order
from lawdiff.law.commencement import Commencement
from lawdiff.law.effect import Cause, Certainty
from lawdiff.law.evidence import Evidence
from lawdiff.law.law_order import UNKNOWN_LAW, law_order, unadopted
from lawdiff.law.timeline import Clock

Tick = Callable[[Cause], tuple[dt.date, dt.date]]


@dataclass(frozen=True, slots=True)
class Reading:
    """By which clock events are dated: `tick` gives a cause's first and last day, `day` places a bare date.

    `pending` are the causes of all laws, for what an old edition may have printed ahead of time; `act`
    is the act's own commencement. `is_older`: another edition is newer, and shows what came to be.
    """

    clock: Clock
    tick: Tick
    day: Callable[[dt.date], dt.date]
    horizon: dt.date
    pending: tuple[Cause, ...]
    act: Commencement
    is_older: bool = False

    def order(self, cause: Cause) -> Order:
        return (self.tick(cause)[0], cause.adopted or unadopted(cause.law), law_order(cause.law))


def causes_of(evidence: Evidence) -> tuple[Cause, ...]:
    """Every law of the effects with its commencement, once each, in the order of the history; with them the
    unknown laws whose work a comparison of editions shows."""
    found = {
        (cause.law, cause.commencement.first): cause
        for effect in evidence.effects
        for cause in effect.causes
        if cause.law != UNKNOWN_LAW or effect.certainty is Certainty.COMPARED
    }
    return tuple(sorted(found.values(), key=lambda cause: cause.order))


def tick_day(tick: int) -> dt.date:
    """The day that stands for a place in the history: 0 is the enactment, 1 the first amending law."""
    return dt.date.min + dt.timedelta(tick + 1)


def reading_of(evidence: Evidence, clock: Clock) -> Reading:
    """How events are dated by a clock."""
    causes = causes_of(evidence)
    act = evidence.act
    if clock is Clock.SEQUENCE:
        ticks = {(c.law, c.commencement.first): tick_day(i) for i, c in enumerate(causes, start=1)}
        return Reading(
            clock,
            _Ticks(ticks),
            _Count(causes),
            evidence.horizon,
            causes,
            Commencement(tick_day(0), tick_day(0)),
        )
    if clock is Clock.ADOPTED:
        return Reading(
            clock, _adopted, _same, evidence.horizon, causes, Commencement(act.adopted, act.adopted)
        )
    return Reading(clock, _enforced, _same, evidence.horizon, causes, act.commencement)


def _enforced(cause: Cause) -> tuple[dt.date, dt.date]:
    return (cause.commencement.first, cause.commencement.last)


def _adopted(cause: Cause) -> tuple[dt.date, dt.date]:
    day = cause.adopted or cause.commencement.first
    return (day, day)


def _same(day: dt.date) -> dt.date:
    return day


class _Ticks:
    """A cause's place in the history; an unknown law comes right before the edition."""

    def __init__(self, ticks: Mapping[tuple[str, dt.date], dt.date]) -> None:
        self._ticks = ticks

    def __call__(self, cause: Cause) -> tuple[dt.date, dt.date]:
        day = self._ticks.get((cause.law, cause.commencement.first))
        if day is None:
            day = max(self._ticks.values(), default=tick_day(0))
        return (day, day)


class _Count:
    """A bare day's place in the history: that of the last law that had begun by then."""

    def __init__(self, causes: tuple[Cause, ...]) -> None:
        self._firsts = [cause.commencement.first for cause in causes]

    def __call__(self, day: dt.date) -> dt.date:
        return tick_day(sum(first <= day for first in self._firsts))
