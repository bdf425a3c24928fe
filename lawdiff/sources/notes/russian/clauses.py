"""Enforcement clauses in Russian: "(вводится в действие с 01.01.2005)"."""

from __future__ import annotations

from lawdiff.law.clause import Clause, ClauseKind
from lawdiff.sources.notes.clauses import ON_PUBLICATION, ON_SIGNING, reference, term
from lawdiff.sources.notes.counts import take_count
from lawdiff.sources.notes.cursor import Cursor
from lawdiff.sources.notes.dates import take_date
from lawdiff.sources.notes.lexicon import Lexicon, phrases, words
from lawdiff.sources.notes.russian.places import russian_places

_ENFORCED = phrases("""
    (вводится|вводятся|введен|введена|введено|введены|вводимым|вводимыми) в действие
    (вступает|вступают|вступил|вступила) в силу
""")
_UNITS = Lexicon(
    {
        "[календарных|календарного] (дней|дня|день)": 0,
        "[календарных|календарного] (месяцев|месяца|месяц)": 1,
        "(лет|года)": 12,
    }
)
_ORDER = phrases("(порядок|срок|сроки) (введения|ввода|вступления) (в действие|в силу)")
_COMMA = words(", - :")
_SEE = words("см смотри смотреть определен установлен . в")
_BEHIND = words("после со с")
_SIGNED = phrases("(дня|даты|момента) [его|ее|их] подписания")
_PUBLICATION_WORDS = words("дня даты момента его ее их первого первой официального официальной")
_PUBLICATION = words("опубликования опубликованию публикации")


def russian_clause(cursor: Cursor) -> Clause | None:
    """`вводится в действие по истечении десяти календарных дней после дня его официального опубликования`."""
    mark = cursor.mark()
    order = russian_order(cursor)
    clause = order[1] if order else None
    if clause is None and cursor.take("см"):
        cursor.skip(_SEE)
        clause = reference(russian_places(cursor))
    elif clause is None and _ENFORCED.take(cursor):
        clause = _russian_when(cursor)
    if clause is None:
        cursor.reset(mark)
    return clause


def russian_order(cursor: Cursor) -> tuple[tuple[str, ...], Clause] | None:
    """`Порядок введения в действие настоящего Закона см. ст. 63`."""
    mark = cursor.mark()
    if _ORDER.take(cursor):
        about = russian_places(cursor) or ("act",)
        cursor.take_any(_COMMA)
        cursor.skip(_SEE)
        clause = reference(russian_places(cursor))
        if clause:
            return about, clause
    cursor.reset(mark)
    return None


def _russian_when(cursor: Cursor) -> Clause | None:
    if cursor.take("по", "истечении") or cursor.take("через"):
        count = take_count(cursor, "ru")
        unit = _UNITS.take(cursor)
        if unit is None or not cursor.take_any(_BEHIND) or not _take_russian_publication(cursor):
            return None
        return term(1 if count is None else count, unit)
    leading = cursor.take_any(_BEHIND)
    day = take_date(cursor, "ru")
    if day is not None:
        return Clause(ClauseKind.FROM, day=day) if leading != "после" else None
    if leading in ("с", "со") and _SIGNED.take(cursor):
        return ON_SIGNING
    if not leading or not _take_russian_publication(cursor):
        return None
    return term(0, 0) if leading == "после" else ON_PUBLICATION


def _take_russian_publication(cursor: Cursor) -> bool:
    cursor.skip(_PUBLICATION_WORDS)
    return bool(cursor.take_any(_PUBLICATION))
