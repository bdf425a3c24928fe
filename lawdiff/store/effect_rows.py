"""Effects as rows of the file that keeps an act's timelines, and back."""

from __future__ import annotations

import datetime as dt

from lawdiff.law.clause import Clause
from lawdiff.law.commencement import Commencement
from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.store.timeline_file import Row, commencement_of, day_or_none


def effect_row(effect: Effect) -> Row:
    return [
        effect.kind.value,
        effect.target,
        [[c.law, iso(c.adopted), commencement_row(c.commencement), str(c.clause)] for c in effect.causes],
        effect.certainty.value,
        effect.source,
        int(effect.own_text_only),
        [list(pair) for pair in effect.substitutions],
        effect.text,
        effect.moved_to,
        int(effect.same_words),
        int(effect.announced),
        effect.line,
        int(effect.from_facts),
    ]


def _cause(row: Row) -> Cause:
    return Cause(row[0], day_or_none(row[1]), commencement_of(row[2]), Clause.parse(row[3]))


def effect_of(row: Row) -> Effect:
    return Effect(
        kind=Kind(row[0]),
        target=EId(row[1]),
        causes=tuple(_cause(each) for each in row[2]),
        certainty=Certainty(row[3]),
        source=row[4],
        own_text_only=bool(row[5]),
        substitutions=tuple((old, new) for old, new in row[6]),
        text=row[7],
        moved_to=EId(row[8]) if row[8] else None,
        same_words=bool(row[9]),
        announced=bool(row[10]),
        line=row[11],
        from_facts=bool(row[12]),
    )


def commencement_row(when: Commencement) -> Row:
    return [iso(when.first), iso(when.last), when.basis.value]


def iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
