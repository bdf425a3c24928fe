"""A TimeMap: the versions of a law or an article as RFC 7089 lists them, for archives and their clients."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from lawdiff.site.version import Version

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def timemap(original: str, own: str, versions: Sequence[tuple[Version, str]]) -> str:
    """The list in link format. `original` is the address without a day, `own` that of the list, and each
    version comes with its address. The day of a version is the first on which it holds."""
    first, last = _stamp(versions[0][0].first), _stamp(versions[-1][0].first)
    links = [
        f'<{original}>; rel="original"',
        f'<{own}>; rel="self"; type="application/link-format"; from="{first}"; until="{last}"',
        *_mementos(versions),
    ]
    return ",\n".join(links) + "\n"


def _mementos(versions: Sequence[tuple[Version, str]]) -> Iterator[str]:
    for index, (version, address) in enumerate(versions):
        ends = [name for name, at in (("first", 0), ("last", len(versions) - 1)) if index == at]
        yield f'<{address}>; rel="{" ".join([*ends, "memento"])}"; datetime="{_stamp(version.first)}"'


def _stamp(day: dt.date) -> str:
    """The beginning of a day as HTTP writes it, whatever the locale: Mon, 19 Aug 2002 00:00:00 GMT."""
    weekday, month = _WEEKDAYS[day.weekday()], _MONTHS[day.month - 1]
    return f"{weekday}, {day.day:02} {month} {day.year:04} 00:00:00 GMT"
