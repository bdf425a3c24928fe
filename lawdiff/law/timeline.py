"""Timelines: for every text of an act, the row of wordings from before its enactment to beyond."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from lawdiff.law.act import Act
from lawdiff.law.effect import Effect
from lawdiff.law.eid import EId
from lawdiff.law.wording import Reason, Wording


class Clock(Enum):
    """Which day of a law cuts the timelines (R8, R11). `SEQUENCE` counts commits instead of days."""

    ENFORCED = "enforced"
    ADOPTED = "adopted"
    SEQUENCE = "sequence"


class EvidenceScope(Enum):
    """What may be used: the edition and its own notes alone, or the facts register too (R5)."""

    EDITION = "edition"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Timeline:
    """The wordings of one text: `wordings[i]` holds from `starts[i]` until `starts[i + 1]`.

    The first start is `date.min`, so that every day has its wording. `touched` are all laws that changed
    the text or may have, by commencement, those that facts clear of it left out.
    """

    starts: tuple[dt.date, ...]
    wordings: tuple[Wording, ...]
    touched: tuple[Reason, ...] = ()

    def on(self, day: dt.date) -> Wording:
        """The wording of that day."""
        return self.wordings[bisect_right(self.starts, day) - 1]

    def segments(self) -> Iterator[tuple[dt.date, Wording]]:
        return zip(self.starts, self.wordings, strict=True)


@dataclass(frozen=True, slots=True)
class Place:
    """A provision of whatever day: one the edition prints, or one that only other sources tell of.

    `printed` says whether the edition has it. `note` is what the edition prints in place of its words,
    or beside an excluded title.
    """

    eid: EId
    num: str
    printed: bool
    has_heading: bool
    children: tuple[Place, ...] = ()
    note: str = ""

    def walk(self) -> Iterator[Place]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class ActTimelines:
    """All that is known of an act: its places, the timeline of each own text and each heading, and the
    effects that cut them. Keys of `texts` are eIds; a heading's is `art_7__heading`."""

    act: Act
    language: str
    scope: EvidenceScope
    clock: Clock
    horizon: dt.date
    places: tuple[Place, ...]
    texts: Mapping[EId, Timeline]
    effects: Sequence[Effect]

    def walk(self) -> Iterator[Place]:
        """Every place, in the order of the text."""
        for place in self.places:
            yield from place.walk()
