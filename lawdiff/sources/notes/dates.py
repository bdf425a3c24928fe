"""Days as notes write them, each form by its name: 04.07.2013 is 4 July, 31.02.2010 is no day."""

from __future__ import annotations

import datetime as dt

from lawdiff.law.act_words import OF_THE_MONTH_RU
from lawdiff.law.phrases import MONTHS
from lawdiff.sources.notes.cursor import Cursor
from lawdiff.sources.notes.lexicon import words

_KAZAKH = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
_KAZAKH_ENDINGS = words("дағы дегі тағы тегі нан нен дан ден тан тен да де та те ға ге қа ке") | {""}
_MONTHS = {
    "en": {name: place for place, name in enumerate(map(str.lower, MONTHS), 1)},
    "ru": {name: place for place, name in enumerate(OF_THE_MONTH_RU, 1)},
    "kk": {name: place for place, name in enumerate(_KAZAKH.split(), 1)},
}
_MONTHS["en"] |= {name[:3]: place for name, place in _MONTHS["en"].items()} | {"sept": 9}
_ORDINAL = words("st nd rd th")
_YEAR = {"en": words("year"), "ru": words("г год года"), "kk": words("ж жылғы жылы жылдың")}
_FIRST_SHORT_YEAR = 90
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def take_date(cursor: Cursor, language: str) -> dt.date | None:
    """The day written here, None if none is; an ambiguous one, and one in English words, leaves a finding.

    `23.11.2010`, `2010.11.23`, `2005-01-01`, `06/19/2007`; `27 July 2007`, `July 7, 2006`, `1 January, 2005`;
    `20 декабря 2004 г.`; `2010 жылғы 23 қарашадағы`.
    """
    mark = cursor.mark()
    start = cursor.pos
    if not cursor.word[:1].isdecimal() and cursor.word not in _MONTHS["en"] and cursor.word != "the":
        return None
    found = _numeric(cursor)
    if found is None:
        cursor.reset(mark)
        found = _iso(cursor)
    if found is None:
        cursor.reset(mark)
        found = _year_first(cursor) if language == "kk" else _in_words(cursor, language)
        if found is not None and language == "en":
            cursor.find(
                "date-spelled",
                f'the day is written "{cursor.written(start)}", not "{found:%d.%m.%Y}" as elsewhere',
            )
    if found is None:
        cursor.reset(mark)
        return None
    _skip_year_word(cursor, language)
    return found


def _numeric(cursor: Cursor) -> dt.date | None:
    word = cursor.word
    parts = word.split("." if "." in word else "/")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    cursor.pos += 1
    sizes = tuple(len(part) for part in parts)
    first, second, third = (int(part[:4]) for part in parts)
    if sizes[0] == 4 and max(sizes[1:]) <= 2 and "." in word:
        return _day(first, second, third)
    if sizes[2] == 2 and "." in word and third >= _FIRST_SHORT_YEAR and max(sizes[:2]) <= 2:
        return _day(1900 + third, second, first)  # "9.12.98": no other part can be 98
    if sizes[2] != 4 or max(sizes[:2]) > 2:
        return None
    if "." in word or first > 12:
        return _day(third, second, first)
    if second <= 12 and first != second:
        cursor.find("ambiguous-date", f'"{word}" is read as month/day/year; it may be day/month/year')
    return _day(third, first, second)


def _iso(cursor: Cursor) -> dt.date | None:
    year, month, day = cursor.word, cursor.ahead(2), cursor.ahead(4)
    if (len(year), len(month), len(day)) != (4, 2, 2) or cursor.ahead(1) != "-" or cursor.ahead(3) != "-":
        return None
    cursor.pos += 5
    return _day(_number(year), _number(month), _number(day))


def _in_words(cursor: Cursor, language: str) -> dt.date | None:
    """`27 July 2007`, `the 27th of July, 2007`, `July 7, 2006`, `20 декабря 2004`."""
    cursor.take("the")
    month = _take_month(cursor, language)
    day = _take_small(cursor)
    if day is None:
        return None
    cursor.take_any(_ORDINAL)
    if month is None:
        cursor.take("of")
        month = _take_month(cursor, language)
    cursor.take(",")
    year = _take_small(cursor, 4)
    return _day(year, month, day) if month and year else None


def _year_first(cursor: Cursor) -> dt.date | None:
    """`2010 жылғы 23 қарашадағы`, `2012 ж. 1 қаңтардан`."""
    year = _take_small(cursor, 4)
    if year is None or not cursor.take_any(_YEAR["kk"]):
        return None
    cursor.take(".")
    day = _take_small(cursor)
    month = _take_month(cursor, "kk")
    return _day(year, month, day) if day and month else None


def _take_month(cursor: Cursor, language: str) -> int | None:
    word = cursor.word
    month = _MONTHS[language].get(word)
    if month is None and language == "kk":
        for name, place in _MONTHS["kk"].items():
            if word.startswith(name) and word[len(name) :] in _KAZAKH_ENDINGS:
                month = place
    if month is not None:
        cursor.pos += 1
        if language == "en" and len(word) < 5:
            cursor.take(".")
    return month


def _take_small(cursor: Cursor, size: int = 2) -> int | None:
    word = cursor.word
    if not (word.isascii() and word.isdigit()) or len(word) > size or (size == 4 and len(word) != 4):
        return None
    cursor.pos += 1
    return int(word)


def _skip_year_word(cursor: Cursor, language: str) -> None:
    word = cursor.take_any(_YEAR[language])
    if word in ("г", "ж"):
        cursor.take(".")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _day(year: int, month: int, day: int) -> dt.date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
