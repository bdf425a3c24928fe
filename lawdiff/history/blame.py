"""Blame: for each line of a provision the law and the day from which its wording is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lawdiff.history.inside import Text, days_of, texts_inside
from lawdiff.law.effect import Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, Clock, Timeline
from lawdiff.law.wording import Reason, State, Wording


@dataclass(frozen=True, slots=True)
class BlameLine:
    """One text as it can be known on a day, and whence.

    `by` is the last law that had touched it by that day or may have, None for the act itself; its certainty
    is `one_of` or `inferred` where the sources leave open which of several laws it was. `known_from` is the
    first day from which this wording is known, for a `later` one the day of the last law in between; None
    where no wording is known. Where a law only renumbered the words, they are known from earlier on:
    `moved_from` is where they stood before `moved_on`, the day from which they certainly have their number.
    """

    eid: EId
    num: str
    wording: Wording
    by: Reason | None
    known_from: dt.date | None
    moved_from: EId | None = None
    moved_on: dt.date | None = None


def blame(timelines: ActTimelines, day: dt.date, asked: Sequence[EId] = ()) -> tuple[BlameLine, ...]:
    """The lines of the provisions asked for as they stood on a day; what is absent that day has no line."""
    return tuple(
        _followed(
            BlameLine(
                text.eid,
                text.num,
                text.timeline.on(day),
                _last_touch(text, day, timelines.clock),
                _known_from(text.timeline, day, timelines.clock),
            ),
            timelines,
        )
        for text in texts_inside(timelines, asked)
        if text.timeline.on(day).state is not State.ABSENT
    )


def _followed(line: BlameLine, timelines: ActTimelines) -> BlameLine:
    """The line with its words followed back through a renumbering that kept them: 1(2) was 1(1) before."""
    known_from = line.known_from
    if known_from is None or line.wording.state not in (State.RECORDED, State.RESTORED):
        return line
    for move in timelines.effects:
        origin = _origin(move, line.eid)
        if origin is None or origin not in timelines.texts or len(move.causes) > 1:
            continue
        cause = move.causes[0]
        adopted = cause.adopted if timelines.clock is Clock.ADOPTED else None
        first, last = adopted or cause.commencement.first, adopted or cause.commencement.last
        timeline, before = timelines.texts[origin], first - dt.timedelta(1)
        there = timeline.on(before)
        if last == known_from and (there.state, there.text) == (line.wording.state, line.wording.text):
            since = _known_from(timeline, before, timelines.clock)
            return replace(line, known_from=since, moved_from=origin, moved_on=last)
    return line


def _origin(move: Effect, eid: EId) -> EId | None:
    """Where a text stood before a renumbering that kept its words, None where it was not part of it."""
    if move.kind is not Kind.MOVE or not move.same_words or move.moved_to is None:
        return None
    within = eid == move.moved_to if move.own_text_only else eid.within(move.moved_to)
    return EId(move.target + eid[len(move.moved_to) :]) if within else None


def _last_touch(text: Text, day: dt.date, clock: Clock) -> Reason | None:
    """The last law that had begun to apply to the text by that day, None where only the act itself had.

    A law that decides what is not known of the wording (it is still to come, or its window is open) did
    not make it.
    """
    undecided = text.timeline.on(day).laws
    for reason in reversed(text.touched):
        span = days_of(reason, clock)
        if reason.law not in undecided and (span is None or span[0] <= day):
            return reason
    return None


def _known_from(timeline: Timeline, day: dt.date, clock: Clock) -> dt.date | None:
    """The first day from which the words of that day are known."""
    wording = timeline.on(day)
    if wording.text is None:
        return None
    if wording.state is State.LATER:
        span = days_of(wording.because[-1], clock) if wording.because else None
        return span[1] if span else _first_recorded(timeline, day)
    since = day
    for start, other in reversed([segment for segment in timeline.segments() if segment[0] <= day]):
        if (other.state, other.text) != (wording.state, wording.text):
            break
        since = start
    return since


def _first_recorded(timeline: Timeline, day: dt.date) -> dt.date | None:
    """The first day after that one from which a wording is recorded."""
    return next((s for s, other in timeline.segments() if s > day and other.state is State.RECORDED), None)
