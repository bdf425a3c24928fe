"""When a law starts to apply, where its own text says so: "This Law shall be enforced from 1 July 2005."."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lawdiff.law.clause import Clause, ClauseKind
from lawdiff.law.edition import Edition
from lawdiff.law.eid import EId
from lawdiff.sources.note_effects import ReadNote
from lawdiff.sources.notes.grammar import read_clause

# The words that open such a sentence, and those without which it is about something else.
_OPENINGS = {
    "en": re.compile(
        r"(?:This|The)\s+(?:Constitutional\s+)?(?:Law|Code|Decree|Resolution|Order)\s+(?=shall|is|enters)"
    ),
    "ru": re.compile(
        r"Настоящ(?:ий|ее)\s+(?:Конституционный\s+закон|Закон|Кодекс|Указ|[Пп]риказ|[Пп]остановление)\s+"
        r"(?=вводится|вступает)"
    ),
    "kk": re.compile(r"Осы\s+(?:Конституциялық\s+)?(?:[Зз]аң|[Кк]одекс|[Жж]арлық|[Ққ]аулы|[Бб]ұйрық)\s+"),
}
_STARTS = {
    "en": re.compile(r"\b(?:enforced(?!\s+by\b)|into\s+force|(?:take|into)\s+effect)\b"),
    "ru": re.compile(r"\b(?:в\s+действие|в\s+силу)\b"),
    "kk": re.compile(r"қолданысқа\s+енгізіл|күшіне\s+ен"),
}


@dataclass(frozen=True, slots=True)
class OwnClause:
    """The enforcement clause of a law, the line that states it, and the provision that the line is in."""

    clause: Clause
    line: int
    stands_in: EId


def own_clause(edition: Edition, notes: Iterable[ReadNote], adopted: dt.date) -> OwnClause | None:
    """The own clause of the law of that day, None where neither its text nor a note says when it starts.

    Where a sentence is about it and cannot be read to its last word, or two differ, the clause is `see:` its
    article: the statutory default must not hold then.
    """
    found = list(_stated(edition, adopted))
    if found:
        first = found[0]
        is_one = len({each.clause for each in found}) == 1
        return first if is_one else replace(first, clause=_see(first.stands_in))
    for note in notes:
        for effect in note.reading.effects:
            if (effect.kind, effect.target) == ("commencement", "act"):
                return OwnClause(effect.clause, note.note.line, note.note.about)
    return None


def _stated(edition: Edition, adopted: dt.date) -> Iterator[OwnClause]:
    opening, starts = _OPENINGS[edition.language], _STARTS[edition.language]
    for node in edition.walk():
        begun = opening.match(node.text.text) if node.text else None
        if node.text and begun and starts.search(node.text.text):
            clause = read_clause(node.text.text[begun.end() :], edition.language, adopted)
            yield OwnClause(clause or _see(node.eid), node.text.line, node.eid)


def _see(eid: EId) -> Clause:
    return Clause(ClauseKind.SEE, reference=eid.partition("__")[0])
