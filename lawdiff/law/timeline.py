"""Timelines: for every text of an act, the row of wordings from before its enactment to beyond."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
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


class Timeline(NamedTuple):
    """The wordings of one text: `wordings[i]` holds from `starts[i]` until `starts[i + 1]`.

    The first start is `date.min`, so that every day has its wording. `touched` are all laws that changed
    the text or may have, by commencement, those that facts clear of it left out. Where there are several
    editions, `editions[i]` is the file of the one whose words `wordings[i]` has, "" where it has none.
    """

    starts: tuple[dt.date, ...]
    wordings: tuple[Wording, ...]
    touched: tuple[Reason, ...] = ()
    editions: tuple[str, ...] = ()

    def on(self, day: dt.date) -> Wording:
        """The wording of that day."""
        return self.wordings[bisect_right(self.starts, day) - 1]

    def edition_on(self, day: dt.date) -> str:
        """The file of the edition whose words the text has that day, "" where that needs no saying."""
        return self.editions[bisect_right(self.starts, day) - 1] if self.editions else ""

    def existed(self, day: dt.date) -> bool:
        """Whether it is proved that the text was there that day, though no source has its words.

        A law had brought it before, or one ended it later. What only a container's rewording hides may not
        have existed.
        """
        at = bisect_right(self.starts, day) - 1
        hidden = self.wordings[at]
        if hidden.state.value != "unrecorded":
            return False
        if hidden.because and all(reason.kind in ("repeal", "move") for reason in hidden.because):
            return True
        older = (each for each in reversed(self.wordings[:at]) if each.state.value != "uncertain")
        before = next(older, hidden)
        brought = any(reason.kind in ("insert", "move") for reason in before.because)
        return before.state.value == "absent" and brought

    def segments(self) -> Iterator[tuple[dt.date, Wording]]:
        return zip(self.starts, self.wordings, strict=True)


class Place(NamedTuple):
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


class ActTimelines(NamedTuple):
    """All that is known of an act: its places, the timeline of each own text and each heading, and the
    effects that cut them. Keys of `texts` are eIds; a heading's is `art_7__heading`. Where there are several
    editions in the language, `editions` are their days by file, the oldest first."""

    act: Act
    language: str
    scope: EvidenceScope
    clock: Clock
    horizon: dt.date
    places: tuple[Place, ...]
    texts: Mapping[EId, Timeline]
    effects: Sequence[Effect]
    editions: tuple[tuple[str, dt.date], ...] = ()

    def walk(self) -> Iterator[Place]:
        """Every place, in the order of the text."""
        for place in self.places:
            yield from place.walk()
