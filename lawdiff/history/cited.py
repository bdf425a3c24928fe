"""What a citation says beside its act: the edition that it must mean, and the provisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from lawdiff.history.asof import known_eids
from lawdiff.law.address import resolve_address
from lawdiff.law.effect import Cause
from lawdiff.law.eid import EId
from lawdiff.law.errors import UsageError
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.timeline import ActTimelines


@dataclass(frozen=True, slots=True)
class CitedEdition:
    """The days of which the cited text may be, one day where it is named, and the laws that began to apply
    in between: with any of them, the days do not all have one text."""

    first: dt.date
    last: dt.date
    laws: tuple[str, ...]


def cited_edition(timelines: ActTimelines, day: dt.date | None, year: int | None) -> CitedEdition | None:
    """The edition that a citation means which names a day of its text, or a year other than that of the
    act's adoption. None where it names no edition, or a year in which the act was not there."""
    if day is not None:
        return CitedEdition(day, day, ())
    if year is None or year <= timelines.act.adopted.year:
        return None
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    began = {cause.law: cause.order for cause in _causes(timelines, first, last)}
    return CitedEdition(first, last, tuple(sorted(began, key=began.__getitem__)))


def _causes(timelines: ActTimelines, first: dt.date, last: dt.date) -> Iterator[Cause]:
    """The laws of which some effect began, or may have begun, in those days."""
    for effect in timelines.effects:
        for cause in effect.causes:
            when = cause.commencement
            if cause.law != UNKNOWN_LAW and when.first <= last and when.last >= first:
                yield cause


def cited_provisions(timelines: ActTimelines, address: str) -> tuple[tuple[EId, ...], str]:
    """The provisions that the address in a citation names, of whatever day, and what is wrong with it."""
    if not address:
        return ((), "")
    try:
        return (resolve_address(address, known_eids(timelines)), "")
    except UsageError as wrong:
        return ((), str(wrong))
