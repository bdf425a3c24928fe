"""What the enforcement clauses of all three languages come to (R8)."""

from __future__ import annotations

import datetime as dt

from lawdiff.law.clause import Clause, ClauseKind
from lawdiff.sources.notes.cursor import Unread

ON_PUBLICATION = Clause(ClauseKind.ON_PUBLICATION)
ON_SIGNING = Clause(ClauseKind.FROM)  # its day is that of the law: `on_day`


def on_day(clause: Clause, adopted: dt.date | None) -> Clause:
    """The clause of a law of that day; an act is dated by its signing. Unread where the day is needed and
    nobody tells it."""
    if clause != ON_SIGNING:
        return clause
    if adopted is None:
        raise Unread
    return Clause(ClauseKind.FROM, day=adopted)


def reference(places: tuple[str, ...]) -> Clause | None:
    return Clause(ClauseKind.SEE, reference=places[0]) if len(places) == 1 else None


def term(count: int, unit: int) -> Clause:
    if unit:
        return Clause(ClauseKind.AFTER_PUBLICATION, count=count * unit, months=True)
    return Clause(ClauseKind.AFTER_PUBLICATION, count=count)
