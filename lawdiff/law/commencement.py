"""When an effect starts to apply: the day, or the window of days, and how it is known (R8)."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    import datetime as dt


class Basis(Enum):
    """How the day of a commencement is known (R8)."""

    STATED = "stated"
    COMPUTED = "computed"
    WINDOW = "window"
    DEFAULT = "default"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


class _Days(NamedTuple):
    first: dt.date
    last: dt.date
    basis: Basis = Basis.STATED


class Commencement(_Days):
    """The first day on which an effect may be in force, and the day from which it certainly is.

    The two are equal where the day is known. A day with `first <= day < last` is inside the window.
    """

    __slots__ = ()

    def __new__(cls, first: dt.date, last: dt.date, basis: Basis = Basis.STATED) -> Self:
        if last < first:
            raise ValueError(f"a commencement cannot close ({last}) before it opens ({first})")
        return super().__new__(cls, first, last, basis)

    @property
    def is_window(self) -> bool:
        return self.first != self.last

    def has_begun(self, day: dt.date) -> bool | None:
        """True in force, False not yet, None for a day inside the window."""
        if day >= self.last:
            return True
        return None if day >= self.first else False
