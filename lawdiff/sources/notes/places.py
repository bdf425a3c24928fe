"""What a note is about: "Article 7", "подпункт 9) пункта 1", "5-баптың 2-тармағы", as eIds (R1)."""

from __future__ import annotations

from collections import Counter

from lawdiff.sources.notes.counts import take_ordinal
from lawdiff.sources.notes.cursor import Cursor, Unread
from lawdiff.sources.notes.lexicon import words

RANK = {
    "act": 0,
    "annex": 1,
    "part": 2,
    "sec": 3,
    "chp": 4,
    "subsec": 5,
    "preamble": 6,
    "art": 6,
    "para": 7,
    "subpara": 8,
    "al": 9,
}
ITEMS = {"part": "para"}  # what the numbered parts of a code's article are
_ROMAN_NUMERALS = {"i": 1, "v": 5, "x": 10, "і": 1, "х": 10}
_JOINS = words(", and и")
_LONGEST_RANGE = 300
_LONGEST_LIST = 1000
_MOST_HYPHENS = 3  # "4-1-2" is seen, more is no number
Groups = list[tuple[str, list[str]]]


def numbered(
    cursor: Cursor, kind: str, ordinal: int | None, language: str, plural: bool = False
) -> tuple[str, list[str]] | None:
    """The noun's group, with the numbers behind it where it must have some; `plural`: of several things."""
    if kind in ("preamble", "act", "heading", "text"):
        return (kind, []) if ordinal is None else None
    if ordinal is None and cursor.glued and cursor.word[:1].isdecimal():
        cursor.find("missing-space", f'"{cursor.glued_words()}" lacks a space before "{cursor.word}"')
    numbers = take_numbers(cursor, _JOINS, bracket=kind == "subpara") if ordinal is None else []
    if plural:
        numbers = of_several(numbers, cursor.words[cursor.pos - 1] == ")")
    if not numbers:
        ordinal = ordinal or take_ordinal(cursor, language)
        numbers = [str(ordinal)] if ordinal is not None else []
    if kind in ("part", "para") and ordinal is not None:
        kind = "al"  # "part two of Article 5" is its second passage
    elif kind == "part":
        kind = "para"  # "часть 3-1" of an article of a code is numbered as a paragraph is
    if not numbers and kind == "annex":
        numbers = ["1"]
    return (kind, numbers) if numbers else None


def take_numbers(cursor: Cursor, joins: frozenset[str], bracket: bool) -> list[str]:
    """Numbers, listed or in a row: `14-1`, `3), 4-1)`, `3 and 4`, `47-1 - 47-11`."""
    numbers: list[str] = []
    while True:
        mark = cursor.mark()
        if numbers:
            ranged = cursor.take("-") or (cursor.ahead(1).isdigit() and cursor.take("to"))
            if not ranged and not cursor.take_any(joins):
                return numbers
        number = take_number(cursor)
        if number and bracket:
            cursor.take(")")  # the bracket of "paragraph 2)" closes something else
        if not number:
            cursor.reset(mark)
            return numbers
        numbers += between(numbers[-1], number) if numbers and ranged else [number]
        if len(numbers) > _LONGEST_LIST:
            raise Unread


def of_several(numbers: list[str], bracketed: bool = False) -> list[str]:
    """The numbers of a plural noun: its only "5-8" is a row. Unread where "1-2" beside 3 may be either; not
    beside "1-3", nor with a bracket: "18-19), 20)"."""
    if any(number.count("-") == _MOST_HYPHENS for number in numbers):
        raise Unread  # "Статьи 3-1-3-5": a row of hyphened numbers
    rows = [number for number in numbers if _may_be_row(number)]
    if rows and len(numbers) == 1:
        first, _, last = numbers[0].partition("-")
        return [first, *between(first, last)]
    heads = Counter(number.partition("-")[0] for number in numbers)
    if not bracketed and any(heads[number.partition("-")[0]] == 1 for number in rows):
        raise Unread
    return numbers


def _may_be_row(number: str) -> bool:
    first, _, last = number.partition("-")
    return last.isdigit() and int(first) < int(last)


def take_number(cursor: Cursor) -> str:
    """A provision's number, "" if there is none: `14-1`, `IV`; without the bracket or dot behind it."""
    word = cursor.word
    if not (word.isascii() and word.isdigit()) or len(word) > 5:
        return _take_roman(cursor)
    cursor.pos += 1
    number = word
    for _ in range(_MOST_HYPHENS):
        mark = cursor.mark()
        part = cursor.ahead(1)
        if not (cursor.glued and cursor.take("-") and cursor.glued and part.isascii() and part.isdigit()):
            cursor.reset(mark)
            break
        cursor.pos += 1
        number += "-" + part
    return number


def _take_roman(cursor: Cursor) -> str:
    """A Roman number in figures, as eIds have it: `Section IV` is `sec_4`."""
    word = cursor.word
    if not 0 < len(word) <= 6 or not all(letter in _ROMAN_NUMERALS for letter in word):
        return ""
    values = [_ROMAN_NUMERALS[letter] for letter in word]
    cursor.pos += 1
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-value if value < after else value for value, after in pairs))


def between(first: str, last: str) -> list[str]:
    """The numbers behind the first of a row up to its last: 47-1 ... 47-11."""
    head, _, low = first.rpartition("-")
    other, _, high = last.rpartition("-")
    if head != other or not 0 < int(high) - int(low) <= _LONGEST_RANGE:
        raise Unread
    return [f"{head}-{number}" if head else str(number) for number in range(int(low) + 1, int(high) + 1)]


def eids(groups: Groups) -> tuple[str, ...]:
    """The eIds of groups from the innermost out; containers of an article do not belong to its eId."""
    if not groups:
        return ()
    if len(groups) > len(RANK):
        raise Unread
    if groups[0][0] == "heading":
        outer = eids(groups[1:]) or ("act",)
        return tuple("title" if eid == "act" else f"{eid}__heading" for eid in outer)
    innermost, numbers = groups[0]
    if innermost == "text" and groups[1:] and groups[1][0] != "act":
        return eids(groups[1:])  # "the text of Article 5"
    if innermost in ("act", "text", "preamble"):
        return (innermost,)
    named = [f"{innermost}_{number}" for number in numbers]
    rank = RANK[innermost]
    for kind, outer_numbers in groups[1:]:
        if kind not in RANK or RANK[kind] >= rank or len(outer_numbers) > 1:
            raise Unread  # "Article 5 of paragraph 3"
        inside = rank > RANK["art"] and RANK[kind] >= RANK["art"]
        anew = innermost == "subsec" and kind in ("sec", "chp")  # "§ 2" counts anew in each chapter
        if outer_numbers and (inside or anew or kind == "annex"):
            named = [f"{kind}_{outer_numbers[0]}__{eid}" for eid in named]
            rank = RANK[kind]
    return tuple(named)
