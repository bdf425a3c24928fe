"""What the enforcement clauses of all three languages come to (R8)."""

from __future__ import annotations

from lawdiff.law.clause import Clause, ClauseKind

ON_PUBLICATION = Clause(ClauseKind.ON_PUBLICATION)


def reference(places: tuple[str, ...]) -> Clause | None:
    return Clause(ClauseKind.SEE, reference=places[0]) if len(places) == 1 else None


def term(count: int, unit: int) -> Clause:
    if unit:
        return Clause(ClauseKind.AFTER_PUBLICATION, count=count * unit, months=True)
    return Clause(ClauseKind.AFTER_PUBLICATION, count=count)
