"""The laws that the notes of an edition name, each once, with what the notes say of them and where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from lawdiff.law.clause import NO_CLAUSE, Clause
from lawdiff.law.law_order import UNKNOWN_LAW, law_order
from lawdiff.sources.note_effects import ReadNote


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A law that notes name. `clause` is the first that one of them states, None where none does; `line` is
    that note's, or the first that names the law."""

    number: str
    adopted: dt.date
    clause: Clause | None
    line: int


def named_laws(notes: Iterable[ReadNote]) -> tuple[NamedLaw, ...]:
    """Every law that the notes name with number and day, by its day of adoption.

    What is stated second and differs is for `check` to report (`law-two-days`, `clause-two-forms`).
    """
    found: dict[str, NamedLaw] = {}
    for note in notes:
        for effect in note.reading.effects:
            if effect.law == UNKNOWN_LAW or effect.adopted is None:
                continue
            clause = None if effect.clause == NO_CLAUSE else effect.clause
            known = found.get(effect.law)
            if known is None:
                found[effect.law] = NamedLaw(effect.law, effect.adopted, clause, note.note.line)
            elif known.clause is None and clause is not None:
                found[effect.law] = NamedLaw(effect.law, known.adopted, clause, note.note.line)
    return tuple(sorted(found.values(), key=lambda law: (law.adopted, law_order(law.number))))
