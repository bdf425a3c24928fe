"""The texts inside a provision: its heading, its own words and those of everything that hangs under it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from lawdiff.law.effect import Kind
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, Clock, Place, Timeline
from lawdiff.law.wording import Reason, State

TITLE = EId("title")


@dataclass(frozen=True, slots=True)
class Text:
    """One text with its timeline. `num` is the printed number of its provision, "" where it has none.

    `touched` are the laws that changed it or may have, by commencement, each once and only while there was
    anything to change: the footnote of Article 7 says nothing of what 188-IV of 2009 did to 1(9), which
    452-IV brought in 2011. `told` is all that is told of these laws, what says most first: of two that may
    have renumbered a text, the one that did not may have amended it.
    """

    eid: EId
    num: str
    timeline: Timeline
    touched: tuple[Reason, ...]
    told: tuple[Reason, ...]


def texts_inside(timelines: ActTimelines, asked: Sequence[EId] = ()) -> Iterator[Text]:
    """The texts inside the provisions asked for, in the order of the text; without any, the whole act's.

    An eId of a heading, `art_7__heading`, means that heading alone.
    """
    for eid, num in _eids(timelines, asked):
        yield _text(eid, num, timelines)


def eids_inside(timelines: ActTimelines, asked: Sequence[EId] = ()) -> Iterator[EId]:
    """The eIds of the same texts, for who asks for nothing else."""
    return (eid for eid, _ in _eids(timelines, asked))


def _eids(timelines: ActTimelines, asked: Sequence[EId]) -> Iterator[tuple[EId, str]]:
    """The eId of each text with the number of its provision."""
    if not asked and TITLE in timelines.texts:
        yield TITLE, ""
    for place, is_inside in _places(timelines.places, frozenset(asked), not asked):
        for eid in (place.eid.heading, place.eid):
            if (is_inside or eid in asked) and eid in timelines.texts:
                yield eid, place.num


def _places(places: Iterable[Place], asked: Set[EId], inside: bool) -> Iterator[tuple[Place, bool]]:
    """Every place, and whether it is asked for or stands in one that is: an article stands in its chapter,
    which its eId does not say."""
    for place in places:
        is_inside = inside or place.eid in asked
        yield place, is_inside
        if is_inside or _may_hold(place, asked):
            yield from _places(place.children, asked, is_inside)


_AROUND_ARTICLES = ("part", "sec", "subsec", "chp")


def _may_hold(place: Place, asked: Set[EId]) -> bool:
    """Whether what is asked for can stand in the place: inside an article everything is named after it."""
    return place.eid.kind in _AROUND_ARTICLES or any(eid.within(place.eid) for eid in asked)


def _text(eid: EId, num: str, timelines: ActTimelines) -> Text:
    timeline = timelines.texts[eid]
    there = [reason for reason in timeline.touched if _was_there(timeline, reason, timelines.clock)]
    telling = {(reason.law, reason.commencement): reason for reason in sorted(there, key=_telling)}
    touched = tuple(reason for reason in there if reason in telling.values())
    return Text(eid, num, timeline, touched, tuple(sorted(there, key=_telling, reverse=True)))


def _telling(reason: Reason) -> bool:
    """A law that brought a text or ended it says more by that than by its article's "as amended by"."""
    return reason.kind not in (Kind.AMEND.value, Kind.SUBSTITUTE.value)


def _was_there(timeline: Timeline, reason: Reason, clock: Clock) -> bool:
    """Whether the text was part of the law before the law began to apply, or after."""
    span = days_of(reason, clock)
    if span is None:
        return True
    before = max(span[0], dt.date.min + dt.timedelta(1)) - dt.timedelta(1)
    return any(timeline.on(day).state is not State.ABSENT for day in (before, *span))


def days_of(reason: Reason, clock: Clock) -> tuple[dt.date, dt.date] | None:
    """The first day on which a law may have applied, and the day from which it certainly did."""
    if clock is Clock.ADOPTED and reason.adopted is not None:
        return (reason.adopted, reason.adopted)
    when = reason.commencement
    return (when.first, when.last) if when else None
