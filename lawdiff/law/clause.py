"""An enforcement clause: what a law says of its own start, and the day or window it resolves to (R8)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum

from lawdiff.law.commencement import Basis, Commencement

PUBLICATION_TERM = 30  # days from signing to publication: Law No. 213 art. 30(2-1); No. 480-V art. 37(3)
DEFAULT_DELAY = 10  # days after publication: Law No. 213 art. 36; No. 480-V art. 42(3)
ELSEWHERE_BOUND = 180  # days after adoption; ours, no source: every answer that rests on it says so


class ClauseKind(Enum):
    """The forms of an enforcement clause, by the names of the canonical form."""

    FROM = "from"
    AFTER_PUBLICATION = "after_publication"
    ON_PUBLICATION = "on_publication"
    SEE = "see"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Clause:
    """An enforcement clause as read: "(shall be enforced from 01.01.2005)" is `from:2005-01-01`.

    `day` is for FROM, `count` (calendar days, or months where `months`) for AFTER_PUBLICATION,
    `reference` (an eId of the amending law) for SEE.
    """

    kind: ClauseKind
    day: dt.date | None = None
    count: int = 0
    months: bool = False
    reference: str = ""

    @classmethod
    def parse(cls, text: str) -> Clause:
        """Read the canonical form: `from:2005-01-01`, `after_publication:10`, `after_publication:3m`,
        `on_publication`, `see:art_2`, `none`. Raises ValueError for anything else."""
        name, _, rest = text.partition(":")
        kind = ClauseKind(name)
        if kind is ClauseKind.FROM:
            return cls(kind, day=dt.date.fromisoformat(rest))
        if kind is ClauseKind.AFTER_PUBLICATION:
            found = re.fullmatch(r"(\d{1,4})(m?)", rest)
            if not found:
                raise ValueError(f"{text!r} does not say after how many days")
            return cls(kind, count=int(found[1]), months=bool(found[2]))
        if kind is ClauseKind.SEE:
            return cls(kind, reference=rest)
        if rest:
            raise ValueError(f"{text!r}: {name} takes nothing behind a colon")
        return cls(kind)

    def __str__(self) -> str:
        match self.kind:
            case ClauseKind.FROM:
                return f"from:{self.day}"
            case ClauseKind.AFTER_PUBLICATION:
                return f"after_publication:{self.count}{'m' if self.months else ''}"
            case ClauseKind.SEE:
                return f"see:{self.reference}"
            case _:
                return str(self.kind.value)


NO_CLAUSE = Clause(ClauseKind.NONE)


def resolve(clause: Clause, adopted: dt.date, published: dt.date | None) -> Commencement:
    """The commencement of a law adopted that day under that clause (R8).

    >>> resolve(Clause.parse("after_publication:10"), dt.date(2010, 11, 23), None).first
    datetime.date(2010, 12, 4)
    """
    match clause.kind:
        case ClauseKind.FROM:
            assert clause.day is not None
            return Commencement(clause.day, clause.day, Basis.STATED)
        case ClauseKind.SEE:
            return Commencement(adopted, adopted + dt.timedelta(ELSEWHERE_BOUND), Basis.ELSEWHERE)
        case ClauseKind.ON_PUBLICATION:
            return _after(Clause(ClauseKind.ON_PUBLICATION, count=-1), adopted, published, Basis.WINDOW)
        case ClauseKind.AFTER_PUBLICATION:
            return _after(clause, adopted, published, Basis.WINDOW)
        case _:
            delay = Clause(ClauseKind.AFTER_PUBLICATION, count=DEFAULT_DELAY)
            return _after(delay, adopted, published, Basis.DEFAULT)


def _after(clause: Clause, adopted: dt.date, published: dt.date | None, unknown: Basis) -> Commencement:
    if published is not None:
        day = _expiry(published, clause)
        return Commencement(day, day, Basis.DEFAULT if unknown is Basis.DEFAULT else Basis.COMPUTED)
    latest = adopted + dt.timedelta(PUBLICATION_TERM)
    return Commencement(_expiry(adopted, clause), _expiry(latest, clause), unknown)


def _expiry(published: dt.date, clause: Clause) -> dt.date:
    """The day after the term has run out; a term of -1 days is publication itself."""
    if not clause.months:
        return published + dt.timedelta(clause.count + 1)
    month = published.month - 1 + clause.count
    year, month = published.year + month // 12, month % 12 + 1
    day = min(published.day, calendar.monthrange(year, month)[1])
    return dt.date(year, month, day) + dt.timedelta(1)
