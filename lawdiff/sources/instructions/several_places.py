"""Several places in one sentence: "in the title and paragraphs 1 and 2 of Article 31"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.address_words import RANKS, AddressWords, read_address

_Levels = tuple[tuple[str, str], ...]

# A comma or "and" parts places where a new one begins behind it; "paragraphs 1 and 2" is one address.
_PARTED = re.compile(
    r"(?P<sign>, and |, | and )(?=(?:also )?(?:in |of )?(?:the )?"
    r"(?:(?:\w+ )?(?:sub-?paragraph|paragraph|part|passage|sentence)s?|articles?|chapters?|titles?|headings?"
    r"|preamble|text)\b)",
    re.IGNORECASE,
)
_TEXT = re.compile(r"(?:the )?text(?: of )?", re.IGNORECASE)
_LEADING = re.compile(r"(?:also )?(?:in |of )?", re.IGNORECASE)


def read_places(text: str) -> tuple[AddressWords, ...]:
    """The places that the words name, each with one number. SourceError for words that are none.

    What a place leaves out is said by the next one ("paragraph 1 and subparagraph 2) of paragraph 3 of
    Article 7") or by the one before a comma ("Article 7, the title and paragraph 1").

    >>> [place.levels for place in read_places("paragraphs 1 and 3 of Article 39")]
    [(('art', '39'), ('para', '1')), (('art', '39'), ('para', '3'))]
    """
    words = " ".join(text.split()).strip(" ,;")
    try:
        return read_address(words).each
    except SourceError:
        pieces = _pieces(words)
        if len(pieces) == 1:
            raise
    found: list[AddressWords] = []
    outer: _Levels = ()  # what stands before a comma and is gone into
    for at, (_, place) in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        whole = _with_outer(place, outer)
        if following and following[0] == ", " and not place.others and _goes_into(place, following[1]):
            outer = whole.levels
        else:
            found.append(whole)
    for at in reversed(range(len(found) - 1)):
        found[at] = completed(found[at], found[at + 1].levels)
    return tuple(one for place in found for one in place.each)


def _pieces(words: str) -> list[tuple[str, AddressWords]]:
    """The places as they are written, each with the sign before it."""
    found: list[tuple[str, AddressWords]] = []
    at, sign = 0, ""
    for parted in (*_PARTED.finditer(words), None):
        piece = words[at : parted.start() if parted else len(words)]
        found.append((sign, _read(piece[_matched(_LEADING, piece) :] if at else piece)))
        if parted:
            at, sign = parted.end(), parted["sign"]
    return found


def _read(piece: str) -> AddressWords:
    """One place; "the text of Article 5" is all of it but its title."""
    return read_address(piece[_matched(_TEXT, piece) :])


def _matched(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _goes_into(place: AddressWords, following: AddressWords) -> bool:
    """Whether the place behind a comma lies in the one before it: "Article 7, paragraph 1"."""
    if not place.levels or place.is_heading:
        return False
    rank = RANKS[place.levels[-1][0]]
    return rank < RANKS[following.levels[0][0]] if following.levels else rank <= RANKS["art"]


def _with_outer(place: AddressWords, outer: _Levels) -> AddressWords:
    rank = RANKS[place.levels[0][0]] if place.levels else len(RANKS)
    levels = tuple(_outside(outer, rank))
    return AddressWords(
        (*levels, *place.levels), place.others, place.is_heading, place.is_act, place.is_inside
    )


def completed(place: AddressWords, next_one: _Levels) -> AddressWords:
    """A place with the levels that only the next one says; "the title and paragraph 1 of Article 5" are both
    of Article 5."""
    if place.is_act or place.levels == next_one:
        return place
    if not place.levels:  # a title, or the text beside one
        return _with_outer(place, tuple(_outside(next_one, RANKS["para"])))
    return _with_outer(place, next_one[:-1])


def _outside(levels: _Levels, rank: int) -> Iterator[tuple[str, str]]:
    return ((kind, number) for kind, number in levels if RANKS[kind] < rank)
