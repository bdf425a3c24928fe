"""Addresses as amending laws write them: "subparagraphs 2) and 7) of paragraph 1 of Article 7"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from lawdiff.law.errors import SourceError
from lawdiff.law.number_words import COUNTED, ORDINALS

_WORDS = {word: str(at) for words in (COUNTED, ORDINALS) for at, word in enumerate(words, 1)}
KINDS = {
    "chapter": "chp",
    "article": "art",
    "paragraph": "para",
    "subparagraph": "subpara",
    "sub-paragraph": "subpara",
    "part": "al",
    "passage": "al",
    "sentence": "sentence",  # no provision: what it is said of holds it
}
LONGEST_RANGE = 500
RANKS = {"chp": 0, "preamble": 1, "art": 1, "para": 2, "al": 3, "subpara": 4}

_Level = tuple[str, tuple[str, ...]]

_NOUN = r"(?P<noun>chapter|article|sub-?paragraph|paragraph|part|passage|sentence)s?"
_NUMBER = rf"(?:[0-9]{{1,4}}(?:-[0-9]{{1,4}})*[.)]?|(?:{'|'.join(COUNTED)})\b)"
_LIST = rf"{_NUMBER}(?:(?:, and |, | and | to | ?– ?){_NUMBER})*"
_ORDINAL = rf"(?P<ordinal>{'|'.join(ORDINALS)}) "
_LEVEL = re.compile(rf"(?:the )?(?:{_ORDINAL})?{_NOUN}(?: (?P<numbers>{_LIST}))?", re.IGNORECASE)
_HEADING = re.compile(r"(?:the )?(?:title|heading)s?(?: of |$)", re.IGNORECASE)
_THE_LAW = re.compile(r"(?:the |this )?(?:Law|Code|act)\b", re.IGNORECASE)
_SPLIT = re.compile(
    r"\s+(?P<of>of|in)\s+(?:the\s+)?|,\s+(?:in\s+)?|\s+(?=(?:article|sub-?paragraph|paragraph|part|passage|sentence)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AddressWords:
    """The levels from the outermost in, each (kind, number), of which only the last may have several numbers.

    `is_heading`: the title of what they name. No levels: the act, or what the sentences around speak of.
    `is_inside`: a part of it that no number of ours tells, such as a sentence, or a line of a part.
    """

    levels: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()
    is_heading: bool = False
    is_act: bool = False
    is_inside: bool = False

    @property
    def each(self) -> tuple[AddressWords, ...]:
        """One address for each number: "subparagraphs 2) and 7)" are two."""
        if not self.others:
            return (self,)
        head, (kind, first) = self.levels[:-1], self.levels[-1]
        return tuple(
            AddressWords((*head, (kind, number)), (), self.is_heading, False, self.is_inside)
            for number in (first, *self.others)
        )


NOWHERE = AddressWords()


def read_address(text: str) -> AddressWords:
    """What an address names. SourceError, one sentence, for words that are none.

    >>> read_address("paragraph 1 of Article 39").levels
    (('art', '39'), ('para', '1'))
    """
    words = " ".join(text.split()).strip(" ,;")
    heading = _HEADING.match(words)
    rest = words[heading.end() :] if heading else words
    levels: list[_Level] = []
    is_act = False
    pieces, has_of = _pieces(rest)
    for piece in pieces:
        if _THE_LAW.fullmatch(piece) or piece.lower().startswith(("the law ", "this law")):
            is_act = True
        elif piece.lower().removeprefix("the ") == "preamble":
            levels.append(("preamble", ("",)))
        else:
            levels.append(_level(piece, text))
    is_inside = any(kind == "sentence" for kind, _ in levels)
    levels = [level for level in levels if level[0] != "sentence"]
    levels = _outermost_first(levels, has_of, text)
    if any(len(numbers) > 1 for _, numbers in levels[:-1]):
        raise SourceError(f"“{text.strip()}” names several places inside several; name them one by one")
    others = levels[-1][1][1:] if levels else ()
    named = tuple((kind, numbers[0]) for kind, numbers in levels)
    return AddressWords(named, others, bool(heading), is_act and not levels, is_inside)


def _pieces(rest: str) -> tuple[list[str], bool]:
    """The levels as they are written, and whether "of" stands between them; a list's own commas do not part
    levels."""
    found: list[str] = []
    at, has_of = 0, False
    while at < len(rest):
        level = _LEVEL.match(rest, at)
        end = level.end() if level else len(rest)
        split = _SPLIT.match(rest, end) if level else _SPLIT.search(rest, at)
        if split:
            found.append(rest[at : split.start()])
            at = split.end()
            has_of = has_of or (split["of"] or "").lower() == "of"
        else:
            found.append(rest[at:])
            break
    return [piece for piece in found if piece], has_of


def _level(piece: str, text: str) -> _Level:
    found = _LEVEL.fullmatch(piece)
    if not found or bool(found["numbers"]) == bool(found["ordinal"]):
        raise SourceError(
            f"“{text.strip()}” is no place in a law; "
            "write one such as “subparagraph 2) of paragraph 1 of Article 7”"
        )
    kind = KINDS[found["noun"].lower()]
    if found["ordinal"]:
        return kind, (_WORDS[found["ordinal"].lower()],)
    return kind, _numbers(found["numbers"], text)


def _numbers(words: str, text: str) -> tuple[str, ...]:
    """The numbers of a list; a range of plain numbers counts up."""
    joined = re.split(r", and |, | and ", words)
    found: list[str] = []
    for part in joined:
        first, *last = [_number(one) for one in re.split(r" to | ?– ?", part)]
        if not last:
            found.append(first)
        elif first.isdigit() and last[0].isdigit() and int(first) < int(last[0]):
            if int(last[0]) - int(first) > LONGEST_RANGE:
                raise SourceError(f"“{text.strip()}” names more places than a law has; write a shorter range")
            found += [str(number) for number in range(int(first), int(last[0]) + 1)]
        else:
            raise SourceError(f"“{text.strip()}” is no range that can be counted; name each number")
    return tuple(found)


def _number(word: str) -> str:
    return _WORDS.get(word.lower(), word.rstrip(".)"))


def _outermost_first(levels: list[_Level], has_of: bool, text: str) -> list[_Level]:
    """The levels turned round: "of" goes from the inside out, a comma ("in Article 7, in paragraph 1") the
    other way. A passage holds items and an item passages: there "of" alone tells which is the outer one."""
    inside_out, outside_in = levels[::-1], levels
    for turned in (inside_out, outside_in) if has_of else (outside_in, inside_out):
        if all(holds(outer, inner) for outer, inner in pairwise(turned)):
            return turned
    raise SourceError(f"“{text.strip()}” names its places in no order; go from the inside out with “of”")


def holds(outer: _Level, inner: _Level) -> bool:
    """Whether one level can stand in the other: "part one of part five" are the words of a passage that has
    items below it, "part two of subparagraph 3)" is a passage of an item."""
    return may_hold(outer[0], inner[0]) or (outer[0] == "al" and inner == ("al", ("1",)))


def may_hold(outer: str, inner: str) -> bool:
    """Whether a provision of one kind can have one of the other under it."""
    return RANKS[outer] < RANKS[inner] or (outer, inner) == ("subpara", "al")
