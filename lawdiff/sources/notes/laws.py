"""Which law did it: its number, its day and its clause, in the orders that the translators chose."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from lawdiff.law.clause import NO_CLAUSE, Clause
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.sources.notes.clauses import on_day
from lawdiff.sources.notes.cursor import Cursor, Unread
from lawdiff.sources.notes.dates import take_date
from lawdiff.sources.notes.language import Language
from lawdiff.sources.notes.lexicon import words
from lawdiff.sources.notes.note import NoteFinding

_NUMBER_SIGNS = words("no n № nо nº n° #")
_REPUBLIC = words("рк rk қр")
_OF_KAZAKHSTAN = words("of the republic kazakhstan rk rok республики казахстан рк")
_AUTHORITY = words("зрк қрз зқр zrk")  # "№ 322-VI ЗРК": Закон Республики Казахстан
_ROMAN = str.maketrans({"і": "I", "i": "I", "l": "I", "ӏ": "I", "v": "V", "ѵ": "V", "x": "X", "х": "X"})
_ROMAN_DIGITS = {"1": "I", "11": "II", "111": "III"}  # "No. 420-1": the first Parliament, set as a digit
_CONVOCATIONS = words("I II III IV V VI VII VIII IX X XI XII XIII XIV XV")
_ISSUER_WORDS = 30
_TITLE_BEGINS = words("о об on about")
_AND = words("and и және ,")


@dataclass(frozen=True, slots=True)
class Reference:
    """A law as a note names it: `dated 23.11.2010 No. 354-IV (shall be enforced from 01.01.2011)`."""

    number: str
    adopted: dt.date | None
    clause: Clause


NO_LAW = Reference(UNKNOWN_LAW, None, NO_CLAUSE)


def take_laws(cursor: Cursor, language: Language) -> list[Reference]:
    """The laws named here, one or a list; empty if none is. Each has its own clause (R4).

    `the Laws of the Republic of Kazakhstan dated 15.05.2007 No. 253; dated 23.11.2010 No. 354-IV`
    """
    laws: list[Reference] = []
    without = False  # a clause, one of those before
    while True:
        mark = cursor.mark()
        if laws and not language.joins.take(cursor):
            return laws
        if laws:
            cursor.take("-")  # "от 21 декабря 1995 г. N 2708; - Законом РК от"
        start = cursor.pos
        found, is_joint = _take_law(cursor, language)
        in_plural = not language.plurals.isdisjoint(cursor.words[start : cursor.pos])
        if found and without and in_plural and found[-1].clause != NO_CLAUSE:
            raise Unread  # "законами РК от A № 1; от B № 2 (вводятся в действие с D)": both of them?
        if not found:
            cursor.reset(mark)
            return laws
        if is_joint and found[-1].clause != NO_CLAUSE:  # its ending stands behind all of its numbers
            laws = [replace(law, clause=found[-1].clause) if law.clause == NO_CLAUSE else law for law in laws]
        without = without or found[-1].clause == NO_CLAUSE
        laws += found


def _take_law(cursor: Cursor, language: Language) -> tuple[list[Reference], bool]:
    """One law with its clause, and whether its ending says that it is joint; a joint order has several
    numbers: `... № 982 and the Minister ... № 110`."""
    language.by.take(cursor)
    dash = cursor.pos > 0 and cursor.words[cursor.pos - 1] == "-"
    head = language.heads.take(cursor)
    if head == "named" and not dash:
        return [], False
    if head in ("issued", "joint"):
        _skip_issuer(cursor)
    _skip_title(cursor)
    named = _take_name(cursor, language, head in ("issued", "joint"))
    if named is None:
        return [], False
    names = [named]
    while head == "joint" and (more := _take_joint(cursor, language)):
        names.append(more)
    _skip_title(cursor)
    clause = take_clause(cursor, language)
    tail = language.tails.take(cursor)
    if tail and clause is None:
        clause = take_clause(cursor, language)
    laws = [Reference(number, adopted, on_day(clause or NO_CLAUSE, adopted)) for number, adopted in names]
    if clause is None:
        cursor.findings += map(clause_missing, laws)
    return laws, tail == "joint"


def _skip_title(cursor: Cursor) -> None:
    """Move over a law's title: `Законом РК от 26.12.2011 № 518-IV "О браке (супружестве) и семье"`."""
    if cursor.ahead(1) in _TITLE_BEGINS:
        cursor.take_quoted()


def _take_joint(cursor: Cursor, language: Language) -> tuple[str, dt.date | None] | None:
    """The number and day that another issuer of a joint order gave it; not those of another law."""
    mark = cursor.mark()
    if cursor.take_any(_AND) and not language.heads.take(cursor):
        start = cursor.pos
        _skip_issuer(cursor)
        named = _take_name(cursor, language, True) if cursor.pos > start else None
        if named:
            return named
    cursor.reset(mark)
    return None


def clause_missing(law: Reference) -> NoteFinding:
    """What is found of a law that has no clause: the statutory term holds (R8)."""
    message = f"no enforcement clause for the law {law.number} of {law.adopted or UNKNOWN_LAW}"
    return NoteFinding("clause-missing", message)


def _skip_issuer(cursor: Cursor) -> None:
    """Move over who issued it: `Decree of the Government of the Republic of Kazakhstan No. 850`."""
    short = False  # "и.о. Министра": an acting minister
    for _ in range(_ISSUER_WORDS):
        word = cursor.word
        if short and word == ".":
            cursor.pos += 1
            continue
        if word in _NUMBER_SIGNS or word in ("dated", "от") or not (word.isalpha() or word in ("-", ",")):
            return
        short = len(word) == 1
        cursor.pos += 1


def _take_name(cursor: Cursor, language: Language, headed: bool) -> tuple[str, dt.date | None] | None:
    """The number and the day, in either order; "?" and a finding where there is only a day. The issuer of
    what has a head may stand between them: `Order № 222 of the Acting Minister dated April 30, 2025`."""
    number = _take_number(cursor, language, signed=True)
    adopted = _take_adopted(cursor, language)
    if number is not None and adopted is None:
        mark = cursor.mark()
        start = cursor.pos
        if headed:
            _skip_issuer(cursor)
        else:  # "Law No. 376-V of the Republic of Kazakhstan dated 29.10.2015"
            cursor.skip(_OF_KAZAKHSTAN)
        another = any(_is_head(cursor, language, place) for place in range(start, cursor.pos))
        adopted = None if another else _take_adopted(cursor, language)
        if adopted is None:
            cursor.reset(mark)
    if number is None and adopted is None:
        return None
    if number is None:
        mark = cursor.mark()
        if cursor.word == "." and cursor.ahead(1) in _NUMBER_SIGNS:  # "1999.05.06. N 375"
            cursor.pos += 1
        cursor.take(",")
        number = _take_number(cursor, language, signed=False)
        if number is None:
            cursor.reset(mark)
            cursor.find("law-missing", f"the law of {adopted} is named without its number")
    elif adopted is None:
        cursor.find("date-missing", f"the law {number} is named without its day")
    return number or UNKNOWN_LAW, adopted


def _is_head(cursor: Cursor, language: Language, place: int) -> bool:
    """Whether another law is named at that lexeme."""
    mark = cursor.mark()
    cursor.pos = place
    found = language.heads.take(cursor) is not None
    cursor.reset(mark)
    return found


def _take_adopted(cursor: Cursor, language: Language) -> dt.date | None:
    mark = cursor.mark()
    cursor.take(",")
    if language.dated.take(cursor) and cursor.word in _REPUBLIC:  # "dated РК dated 20.12.2004 No. 13"
        start = cursor.pos
        cursor.pos += 1
        language.dated.take(cursor)
        cursor.find("slip", f'"{cursor.written(start)}" stands between the words of the date')
    day = take_date(cursor, language.code)
    if day is None:
        cursor.reset(mark)
    return day


_LONGEST_CODE = 6  # letters of the code that a ministry numbers its orders with: ҚР ДСМ


def _take_number(cursor: Cursor, language: Language, signed: bool) -> str | None:
    """A law's number in its mended spelling: `No. 354-IV`, `№ 66-IV`, `NO. 126-V`, `464IV`.

    `signed`: only one with a number sign. Without a sign it must have its convocation ("23.11.2010 354-IV").
    """
    mark = cursor.mark()
    start = cursor.pos
    glued = cursor.glued
    sign = cursor.take_any(_NUMBER_SIGNS)
    if signed and not sign:
        return None
    if sign:
        cursor.take(".")
    spelled = cursor.written(start)
    if sign and glued:
        cursor.find("missing-space", f'no space before "{spelled}"')
    if sign not in ("", "№", "#") and cursor.glued:
        cursor.find("missing-space", f'no space behind "{spelled}"')
    start = cursor.pos
    coded = _take_coded(cursor) if sign else None
    number = coded or _take_digits(cursor)
    if number is None or (not sign and "-" not in number):
        cursor.reset(mark)
        return None
    if language.code == "en" and spelled not in ("№", "No."):
        cursor.find("no-spelling", f'"{spelled}" is written for "No."')
    if not coded and cursor.written(start) != number:
        cursor.find("law-spelling", f'"{cursor.written(start)}" for "{number}"')
    cursor.take_any(_AUTHORITY)
    if cursor.word == "(" and cursor.glued:
        cursor.find("missing-space", f'no space between "{number}" and its bracket')
    return number


def _take_coded(cursor: Cursor) -> str | None:
    """The number of a ministry's order that begins with its code, as one word: "ҚР ДСМ-175/2020" is
    ҚР-ДСМ-175-2020."""
    mark = cursor.mark()
    code: list[str] = []
    while len(code) < 2 and cursor.word.isalpha() and len(cursor.word) <= _LONGEST_CODE:
        cursor.pos += 1
        code.append(cursor.written(cursor.pos - 1))
    if code and all(word.isupper() for word in code) and cursor.take("-") and cursor.glued:
        numbers = cursor.word.split("/")
        cursor.pos += 1
        if len(numbers) <= 2 and all(one.isascii() and one.isdigit() and len(one) <= 6 for one in numbers):
            return "-".join((*code, *numbers))
    cursor.reset(mark)
    return None


def _take_digits(cursor: Cursor) -> str | None:
    digits = cursor.word
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 6:
        return None
    cursor.pos += 1
    start = cursor.pos
    dash = cursor.word in ("-", "/")
    glued = cursor.glued
    if dash:
        cursor.pos += 1
        glued = glued and cursor.glued
    convocation = _ROMAN_DIGITS.get(cursor.word, cursor.word.translate(_ROMAN)) if dash or glued else ""
    if convocation in _CONVOCATIONS and (glued or not cursor.word.isdigit()):
        cursor.pos += 1
        return f"{digits}-{convocation}"
    if dash and glued and cursor.word.isalpha() and len(cursor.word) <= 4:  # an order: "№ 312-НҚ"
        cursor.pos += 1
        return f"{digits}-{cursor.written(cursor.pos - 1)}"
    cursor.pos = start
    return digits


def take_clause(cursor: Cursor, language: Language) -> Clause | None:
    """The enforcement clause behind a law, in brackets or behind a comma; None if there is none.

    `(shall be enforced from 01.01.2005)`; a closing bracket that is missing at the end is a finding.
    """
    if cursor.take("("):
        clause = language.take_clause(cursor)
        if clause is None:
            raise Unread
        cursor.take(".")
        if not cursor.take(")"):
            if not cursor.at_end and cursor.word not in (";", "."):
                raise Unread
            cursor.find("slip", "the bracket of an enforcement clause is not closed")
        return clause
    mark = cursor.mark()
    if cursor.take(",") or cursor.take("-"):
        clause = language.take_clause(cursor)
        if clause is not None:
            return clause
    cursor.reset(mark)
    return None
