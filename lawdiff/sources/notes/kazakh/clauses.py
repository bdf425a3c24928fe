"""Enforcement clauses in Kazakh: "(01.01.2015 бастап қолданысқа енгізіледі)"."""

from __future__ import annotations

from lawdiff.law.clause import Clause, ClauseKind
from lawdiff.sources.notes.clauses import ON_PUBLICATION, ON_SIGNING, reference, term
from lawdiff.sources.notes.counts import take_count
from lawdiff.sources.notes.cursor import Cursor
from lawdiff.sources.notes.dates import take_date
from lawdiff.sources.notes.kazakh.places import kazakh_places
from lawdiff.sources.notes.lexicon import Lexicon, phrases, words

_ENFORCED = phrases("""
    қолданысқа (енгізіледі|енгізілді|енгізілетін|енеді)
    күшіне енеді
""")
_UNITS = Lexicon({"күн": 0, "ай": 1, "айдан": 1, "күннен": 0, "жыл": 12})
_PUBLISHED = Lexicon(
    {
        "(жарияланғанынан|жарияланғаннан|жарияланғанан|жарияланғаннан) (кейін|соң)": 0,
        "жарияланған (күнінен|күннен) (кейін|соң)": 0,
        "(жарияланғанынан|жарияланғаннан) бастап": 1,
        "жарияланған (күнінен|күннен) бастап": 1,
    }
)
_SIGNED = phrases("қол қойылған (күнінен|күннен|күнiнен) бастап")
_ORDER = phrases("қолданысқа (енгізілу|енгізу|енгiзiлу) (тәртібін|тәртібі|тәртiбiн)")
_SEE = words("қараңыз қараңыздар қара")
_FIRST = words("алғашқы алғаш рет ресми оның олар ол")


def kazakh_clause(cursor: Cursor) -> Clause | None:
    """`алғашқы ресми жарияланғанынан кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі`."""
    mark = cursor.mark()
    order = kazakh_order(cursor)
    clause = order[1] if order else _kazakh_when(cursor)
    if clause is None:
        cursor.reset(mark)
    return clause


def kazakh_order(cursor: Cursor) -> tuple[tuple[str, ...], Clause] | None:
    """`Осы Заңның қолданысқа енгізілу тәртібін 63-баптан қараңыз`."""
    mark = cursor.mark()
    about = kazakh_places(cursor) or ("act",)
    if _ORDER.take(cursor):
        clause = reference(kazakh_places(cursor))
        if clause and cursor.take_any(_SEE):
            return about, clause
    cursor.reset(mark)
    return None


def _kazakh_when(cursor: Cursor) -> Clause | None:
    day = take_date(cursor, "kk")
    if day is not None:  # "01.01.2015 бастап", "2015.01.01-нан бастап"
        if cursor.take("-"):
            cursor.take_any(words("нан нен дан ден тан тен"))
        cursor.take("бастап")
        return Clause(ClauseKind.FROM, day=day) if _ENFORCED.take(cursor) else None
    if _SIGNED.take(cursor):
        return ON_SIGNING if _ENFORCED.take(cursor) else None
    cursor.skip(_FIRST)
    published = _PUBLISHED.take(cursor)
    if published is None:
        return None
    clause = ON_PUBLICATION if published else term(0, 0)
    cursor.take("күнтізбелік")
    count = take_count(cursor, "kk")
    if count is not None:
        cursor.take("күнтізбелік")
        unit = _UNITS.take(cursor)
        if unit is None:
            return None
        cursor.take("өткен")
        cursor.take_any(words("соң кейін"))
        clause = term(count, unit)
    return clause if _ENFORCED.take(cursor) else None
