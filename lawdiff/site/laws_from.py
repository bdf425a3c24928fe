"""Which laws begin to apply on a day, or may."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.timeline import ActTimelines
from lawdiff.law.wording import Reason, in_order


@dataclass(frozen=True, slots=True)
class LawsFrom:
    """The laws of a day: those surely in force from it on, and those whose window opens."""

    surely: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()


def laws_by_day(timelines: ActTimelines) -> Mapping[dt.date, LawsFrom]:
    """The laws of each day on which some begin to apply, or may."""
    surely: dict[dt.date, list[Reason]] = defaultdict(list)
    perhaps: dict[dt.date, list[Reason]] = defaultdict(list)
    for timeline in timelines.texts.values():
        for reason in timeline.touched:
            when = reason.commencement
            if when:
                surely[when.last].append(reason)
            if when and when.is_window:
                perhaps[when.first].append(reason)
    return {
        day: LawsFrom(_numbers(surely.get(day, [])), _numbers(perhaps.get(day, [])))
        for day in surely.keys() | perhaps.keys()
    }


def _numbers(reasons: list[Reason]) -> tuple[str, ...]:
    return tuple(reason.law for reason in in_order(reasons) if reason.law != UNKNOWN_LAW)
