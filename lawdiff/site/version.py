"""A version: the days on which a law, or one article of it, reads the same and is known equally well."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from lawdiff.history.inside import eids_inside
from lawdiff.law.eid import EId
from lawdiff.law.phrases import in_words
from lawdiff.law.timeline import ActTimelines

_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class Version:
    """From the first day to the last, both included; `last` is None where nothing ends it."""

    first: dt.date
    last: dt.date | None

    @property
    def name(self) -> str:
        """The first day as it stands in addresses: 2012-08-20."""
        return self.first.isoformat()

    @property
    def before(self) -> dt.date:
        """The day before it begins."""
        return self.first - _DAY

    @property
    def words(self) -> str:
        """The days as people read them: "20 August 2012 to 23 June 2013"."""
        if self.last is None:
            return f"{in_words(self.first)} and later"
        if self.last == self.first:
            return in_words(self.first)
        return f"{in_words(self.first)} to {in_words(self.last)}"


def versions_of(timelines: ActTimelines, asked: Sequence[EId] = ()) -> tuple[Version, ...]:
    """Every version of the provisions asked for, the oldest first; of the whole act without any.

    A version begins where a wording, its state or the laws that decide it change: also on both days of a
    window, and on the day after the horizon. Before the first there is no law.
    """
    starts = {start for eid in eids_inside(timelines, asked) for start in timelines.texts[eid].starts}
    days = sorted(starts - {dt.date.min})
    lasts: list[dt.date | None] = [day - _DAY for day in days[1:]]
    return tuple(Version(day, last) for day, last in zip(days, [*lasts, None], strict=True))


def version_on(versions: Sequence[Version], day: dt.date) -> Version | None:
    """The version of that day, None before the first."""
    at = bisect_right([version.first for version in versions], day)
    return versions[at - 1] if at else None
