"""The laws that amend an act, as the registers know them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lawdiff.law.clause import Clause


@dataclass(frozen=True, slots=True)
class AmendingLaw:
    """A law that changes the act, as the register tells it. What was not seen is None or empty.

    `also_written` are other forms of its number that sources use ("320-III" for 320).
    """

    number: str
    adopted: dt.date
    clause: Clause
    title: str = ""
    title_official: str = ""
    published: dt.date | None = None
    source: str = ""
    note: str = ""
    also_written: tuple[str, ...] = ()
