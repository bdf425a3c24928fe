"""An act as a work, and the laws that amend it, as the registers know them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from lawdiff.law.commencement import Clause, Commencement

_ACT_ID = re.compile(r"[a-z]{2}/\d{4}/[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*\Z")


@dataclass(frozen=True, slots=True)
class Act:
    """A law as a work (FRBR): `kz/2002/345`, with its own adoption and commencement."""

    id: str
    number: str
    adopted: dt.date
    title: str
    commencement: Commencement


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


def is_act_id(text: str) -> bool:
    """Whether the text has the form country/year/number. Keeps paths and git options out."""
    return bool(_ACT_ID.match(text))
