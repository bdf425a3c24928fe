"""What the stages hand on: an entry, the words found in it, and the act that they mean."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum

from lawdiff.law.known_act import ActKind, KnownAct


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a bibliography: its printed number ("[3]", "" without one), first line, and words."""

    number: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """One part of a citation: what it is ("number", "title", ...), its words and their span in the text."""

    name: str
    words: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of an act as it is written, before anyone asks which act it means.

    `number` is without its sign: "345-I". `day` is a full date, `year` a year that stands alone.
    `edition` are words such as "as amended on 20-04-2023", `edition_day` the day in them. `address` names
    provisions of the act, as written. `unread` are parts that could not be understood.
    """

    text: str
    kind: ActKind
    found: tuple[Found, ...]
    day: dt.date | None = None
    edition_day: dt.date | None = None
    unread: tuple[str, ...] = ()

    def said(self, name: str) -> str:
        """The words of that part, "" where the citation has none."""
        return next((part.words for part in self.found if part.name == name), "")

    @property
    def number(self) -> str:
        return self.said("number")

    @property
    def title(self) -> str:
        return self.said("title")

    @property
    def year(self) -> int | None:
        year = self.said("year")
        return int(year) if year else None

    @property
    def edition_year(self) -> int | None:
        """The year in words such as "as amended 2011", where they name no day."""
        years = re.findall(r"\b[12][0-9]{3}\b", self.said("edition"))
        return int(years[-1]) if years and self.edition_day is None else None


@dataclass(frozen=True, slots=True)
class NotAnAct:
    """An entry that cites no act: a book, a report, a treaty; `why` in words."""

    text: str
    why: str


class Outcome(Enum):
    """`HELD`: an act of this corpus; `KNOWN`: an act of the register, whose text is not held; `UNKNOWN`: a
    citation of an act, but of which cannot be told; `NOT_AN_ACT`: no citation of an act at all."""

    HELD = "held"
    KNOWN = "known"
    UNKNOWN = "unknown"
    NOT_AN_ACT = "not-an-act"


@dataclass(frozen=True, slots=True)
class Citation:
    """What an entry means: the act with reasons and doubts, or why no act could be told.

    `candidates` are acts that it may mean where it is not sure, best first.
    """

    text: str
    outcome: Outcome
    cited: Cited | None = None
    act: KnownAct | None = None
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    candidates: tuple[KnownAct, ...] = ()
