"""The provisions that exist on a day, for references to be resolved against: which, and how surely."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lawdiff.law.edition import Edition, Provision
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, Place
from lawdiff.law.wording import State, Wording

_CONTAINERS = ("part", "sec", "subsec", "chp", "art", "annex", "preamble")


@dataclass(frozen=True, slots=True)
class ProvisionsThere:
    """`existing` has every provision of all days: True where it is part of the law that day, False where it
    is not, None where that is not known. `parents` go beyond eIds: an article's is its chapter."""

    existing: Mapping[EId, bool | None]
    parents: Mapping[EId, EId]
    by_end: Mapping[tuple[EId, tuple[str, str]], tuple[EId, ...]]

    @property
    def is_empty(self) -> bool:
        """Whether no provision is, or may be, part of the law that day: it has not begun (R11)."""
        return all(there is False for there in self.existing.values())

    def is_absent(self, eid: EId) -> bool:
        """Whether the provision is surely not part of the law that day; a heading goes with what it heads."""
        headed = eid.parent if eid.kind == "heading" else None
        return self.existing.get(headed or eid) is False

    def around(self, source: EId, kind: str) -> EId | None:
        """The provision of that kind in which the source stands, itself included."""
        at: EId | None = source.parent if source.kind in ("heading", "intro") else source
        while at is not None and at.kind != kind:
            at = self.parents.get(at) or at.parent
        return at

    def named(self, root: EId, levels: tuple[tuple[str, str], ...]) -> tuple[EId, ...]:
        """The provisions under the root that the levels name; some levels may be left out in between.

        Only provisions of the day count while there are any: 7(1)(2) after its exclusion is no candidate.
        """
        if not levels:
            return (root,) if root in self.existing else ()
        found = [eid for eid in self.by_end.get((root, levels[-1]), ()) if _has(eid, levels)]
        there = [eid for eid in found if self.existing[eid] is not False] or found
        full = [eid for eid in there if len(eid.segments) == len(root.segments) + len(levels)]
        return tuple(full or there)


def _has(eid: EId, levels: tuple[tuple[str, str], ...]) -> bool:
    segments = iter(eid.segments)
    return all(level in segments for level in levels)


def provisions_on(timelines: ActTimelines, day: dt.date) -> ProvisionsThere:
    """The provisions as they exist on that day."""
    existing: dict[EId, bool | None] = {}
    parents: dict[EId, EId] = {}
    for place in timelines.places:
        _place(place, timelines, day, existing, parents)
    return ProvisionsThere(existing, parents, _by_end(tuple(existing)))


def provisions_of(edition: Edition) -> ProvisionsThere:
    """The provisions as the edition prints them; an excluded number is none."""
    existing: dict[EId, bool | None] = {}
    parents: dict[EId, EId] = {}

    def add(node: Provision) -> bool:
        inside = [add(child) for child in node.children]
        parents.update({child.eid: node.eid for child in node.children})
        existing[node.eid] = there = node.text is not None or any(inside)
        return there

    for provision in edition.provisions:
        add(provision)
    return ProvisionsThere(existing, parents, _by_end(tuple(existing)))


def _place(
    place: Place,
    timelines: ActTimelines,
    day: dt.date,
    existing: dict[EId, bool | None],
    parents: dict[EId, EId],
) -> bool | None:
    found = [
        _is_there(timelines.texts[eid].on(day))
        for eid in (place.eid, place.eid.heading)
        if eid in timelines.texts
    ]
    for child in place.children:
        parents[child.eid] = place.eid
        found.append(_place(child, timelines, day, existing, parents))
    there = True if True in found else (None if None in found else False)
    existing[place.eid] = there
    return there


def _is_there(wording: Wording) -> bool | None:
    """Whether the text is part of the law; `unrecorded` counts as there."""
    if wording.state is State.ABSENT:
        return False
    if wording.state is State.UNCERTAIN:
        states = {possibility.state for possibility in wording.possibilities}
        return None if State.ABSENT in states else True
    return True


@lru_cache(maxsize=8)  # an act has the same provisions on all days, there or not
def _by_end(eids: tuple[EId, ...]) -> Mapping[tuple[EId, tuple[str, str]], tuple[EId, ...]]:
    """The provisions by the container they stand in and their own kind and number."""
    found: dict[tuple[EId, tuple[str, str]], list[EId]] = {}
    for eid in eids:
        at = eid.parent
        while at is not None:
            if at.kind in _CONTAINERS or at.kind in ("para", "subpara", "al"):
                found.setdefault((at, eid.segments[-1]), []).append(eid)
            at = at.parent
    return {key: tuple(sorted(those, key=lambda eid: eid.order)) for key, those in found.items()}
