"""Elements that many files of one act have in common, each made and written once."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence

from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, Place
from lawdiff.store.akn.xml_tree import Element, Written, written

_UNITS = frozenset({"art", "annex"})


class SharedElements:
    """What has been written for files of one act by one maker of documents, to be put into the next.

    An article stands in every file of the act, and reads the same in all of them until a wording of it, its
    state or its reasons change.
    """

    def __init__(self, timelines: ActTimelines) -> None:
        self._written: dict[Hashable, Written] = {}
        self._starts = {
            place.eid: _starts(timelines, place) for place in timelines.walk() if place.eid.kind in _UNITS
        }

    def element(self, key: Hashable, make: Callable[[], Element]) -> Element:
        """The element of that key; equal keys must mean equal elements."""
        found = self._written.get(key)
        if found is None:
            found = self._written[key] = written(make())
        return found

    def span(self, eid: EId, day: dt.date) -> int | None:
        """The span of days, by its place in their order, in which an article reads as on that day; None for
        what is no article or annex."""
        starts = self._starts.get(eid)
        return None if starts is None else bisect_right(starts, day)


def _starts(timelines: ActTimelines, place: Place) -> Sequence[dt.date]:
    return sorted({start for eid in _texts(timelines, place) for start in timelines.texts[eid].starts})


def _texts(timelines: ActTimelines, place: Place) -> Iterator[EId]:
    for inside in place.walk():
        for eid in (inside.eid, inside.eid.heading):
            if eid in timelines.texts:
                yield eid
