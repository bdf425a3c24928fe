"""An act as a work, as the registers know it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lawdiff.law.commencement import Commencement

_ACT_ID = re.compile(r"[a-z]{2}/\d{4}/[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*\Z")


class Act(NamedTuple):
    """A law as a work (FRBR): `kz/2002/345`, with its own adoption and commencement. `kind` is a value of
    ActKind; `issuer` are the words in the title's language for who made it, "" for the Parliament."""

    id: str
    number: str
    adopted: dt.date
    title: str
    commencement: Commencement
    kind: str = "law"
    issuer: str = ""


def is_act_id(text: str) -> bool:
    """Whether the text has the form country/year/number. Keeps paths and git options out."""
    return bool(_ACT_ID.match(text))
