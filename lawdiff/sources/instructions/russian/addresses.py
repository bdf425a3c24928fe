"""Places as amending laws write them in Russian: "подпункты 2) и 7) пункта 1 статьи 7", "часть вторая"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.address_words import LONGEST_RANGE, RANKS, AddressWords, holds
from lawdiff.sources.instructions.several_places import completed

_NOUNS = {
    "chp": r"глав(?:а|ы|е|у|ой|ам|ами|ах)?",
    "art": r"стат(?:ья|ьи|ье|ью|ьей|ьёй|ей|ьям|ьями|ьях)",
    "subpara": r"подпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?",
    "para": r"пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?",
    "part": r"част(?:ь|и|ью|ей|ям|ями|ях)",
    "line": r"абзац(?:а|у|ем|е|ы|ев|ам|ами|ах)?",
    "sentence": r"предложени(?:е|я|ю|ем|и|й|ям|ями|ях)",
    "preamble": r"преамбул(?:а|ы|е|у|ой)",
    "heading": r"заголов(?:ок|ка|ку|ком|ке)|(?:наименовани|названи)(?:е|я|ю|ем|и)",
    "text": r"текст(?:а|у|ом|е)?",
    "act": r"(?:настоящ(?:ий|его|ему|им|ем) )?(?:закон|кодекс)(?:а|у|ом|е)?",
}
_KINDS = {"part": "al", "line": "al"}  # "часть вторая", "абзац второй": unnumbered passages
_STEM_WORDS = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат "
    "пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
)
_ENDINGS = "ый|ой|ий|ая|ья|ое|ье|ые|ьи|ого|ьего|ому|ьему|ым|ьим|ом|ьем|ую|ью|ей|ьей|ых|ьих|ыми|ьими"
_STEMS = _STEM_WORDS.split()
ORDINAL = rf"(?:{'|'.join(_STEMS)})(?:{_ENDINGS})"
_NUMBER = rf"(?:[0-9]{{1,4}}(?:-[0-9]{{1,4}})*[.)]?|{ORDINAL}\b)"
# "1) – 3)" is a row, "4-1" a number
_LIST = rf"{_NUMBER}(?:(?:, и |, | и |(?: [-–—] |(?<=\))[-–—] ?)){_NUMBER})*"
_LEVEL = re.compile(
    rf"(?:(?P<before>{ORDINAL}(?:(?:, | и ){ORDINAL})*) )?(?:"
    + "|".join(rf"(?P<{kind}>\b(?:{pattern})\b)" for kind, pattern in _NOUNS.items())
    + rf")(?: (?P<behind>{_LIST}))?"
)
_SIGN = re.compile(r"(?P<new>, а также | а также |, и |, | и )(?:(?:также )?(?:в|по|из) )?| (?:в )?")
_LEADING = re.compile(r"(?:(?:в|во|по|из) )?")
_PARTS = re.compile(rf"({_NUMBER})( [-–—] |[-–—] ?)?")
_ROW = re.compile(r"[-–—]")


@dataclass(slots=True)
class _Named:
    """One place while it is read: its levels as they are written, each with its numbers."""

    levels: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    is_heading: bool = False
    is_act: bool = False
    is_text: bool = False
    is_inside: bool = False


def read_russian_places(text: str) -> tuple[AddressWords, ...]:
    """The places that the words name, each with one number. SourceError for words that are none.

    >>> [place.levels for place in read_russian_places("подпунктах 1) и 2) пункта 3 статьи 7")]
    [(('art', '7'), ('para', '3'), ('subpara', '1')), (('art', '7'), ('para', '3'), ('subpara', '2'))]
    """
    named = list(_named(" ".join(text.split()).strip(" ,;").lower().replace("ё", "е"), text))
    found = [_address(each, text) for each in named]
    for at in reversed(range(len(found) - 1)):
        found[at] = completed(found[at], found[at + 1].levels)
    return tuple(one for place in found for one in place.each)


def read_russian_address(text: str) -> AddressWords:
    """What one address names, with all its numbers: "пунктами 4 и 5"."""
    named = _named(" ".join(text.split()).strip(" ,;").lower().replace("ё", "е"), text)
    if len(named) != 1:
        raise SourceError(f"“{text.strip()}” names several places where one is wanted")
    return _address(named[0], text)


def _named(words: str, text: str) -> list[_Named]:
    leading = _LEADING.match(words)
    at = leading.end() if leading else 0
    found = [_Named()]
    while True:
        level = _LEVEL.match(words, at)
        if not level:
            raise _no_place(text)
        _take(found[-1], level, text)
        at = level.end()
        if at == len(words):
            return found
        sign = _SIGN.match(words, at)
        if not sign:
            raise _no_place(text)
        at = sign.end()
        if sign["new"] and not _goes_into(found[-1], words, at, sign["new"]):
            found.append(_Named())


def _take(place: _Named, level: re.Match[str], text: str) -> None:
    kind = next(name for name in _NOUNS if level[name])
    numbers = _numbers(level["before"] or level["behind"] or "", text)
    if kind in ("heading", "text", "act", "preamble"):
        if numbers or (kind in ("heading", "text") and (place.levels or place.is_heading)):
            raise _no_place(text)
        place.is_heading |= kind == "heading"
        place.is_act |= kind == "act"
        place.is_text |= kind == "text"
        if kind == "preamble":
            place.levels.append(("preamble", ("",)))
    elif not numbers or (level["before"] and level["behind"]):
        raise _no_place(text)
    elif kind == "sentence":
        place.is_inside = True
    else:
        place.levels.append((kind, numbers))


def _goes_into(place: _Named, words: str, at: int, sign: str) -> bool:
    """Whether what stands behind a comma lies in the place before it: "в статье 7, в пункте 1"."""
    level = _LEVEL.match(words, at)
    if sign != ", " or not level or len(place.levels) != 1 or len(place.levels[0][1]) > 1:
        return False
    kind = next(name for name in _NOUNS if level[name])
    inner = RANKS.get(_KINDS.get(kind, kind))
    outer = place.levels[0][0]
    return inner is not None and outer in ("art", "chp") and RANKS[outer] < inner


def _address(place: _Named, text: str) -> AddressWords:
    levels = _counted(place)
    for turned in (levels[::-1], levels):
        if all(holds(outer, inner) for outer, inner in pairwise(turned)):
            levels = turned
            break
    else:
        raise SourceError(f"“{text.strip()}” names its places in no order")
    if any(len(numbers) > 1 for _, numbers in levels[:-1]):
        raise SourceError(f"“{text.strip()}” names several places inside several; name them one by one")
    named = tuple((kind, numbers[0]) for kind, numbers in levels)
    others = levels[-1][1][1:] if levels else ()
    return AddressWords(named, others, place.is_heading, place.is_act and not named, place.is_inside)


def _counted(place: _Named) -> list[tuple[str, tuple[str, ...]]]:
    """The levels that provisions have. A line inside a part is none: our passages are counted through, and
    where the parts before it end is not told; only what both stand in is sure."""
    kinds = dict(place.levels)
    if "part" in kinds and kinds.get("line", ("1",)) != ("1",):
        place.is_inside = True
        return [level for level in place.levels if level[0] not in _KINDS]
    return [(_KINDS.get(kind, kind), numbers) for kind, numbers in place.levels]


def _numbers(words: str, text: str) -> tuple[str, ...]:
    found: list[str] = []
    is_row = False
    for part in _PARTS.finditer(words):
        number = _number(part[1])
        if is_row:
            first = found[-1]
            if not (first.isdigit() and number.isdigit() and 0 < int(number) - int(first) <= LONGEST_RANGE):
                raise SourceError(f"“{text.strip()}” is no range that can be counted; name each number")
            found += [str(each) for each in range(int(first) + 1, int(number))]
        found.append(number)
        is_row = bool(part[2])
    return tuple(found)


def _number(word: str) -> str:
    if word[0].isdigit():
        return word.rstrip(".)")
    return next(
        str(at)
        for at, stem in enumerate(_STEMS, 1)
        if word.startswith(stem) and re.fullmatch(_ENDINGS, word[len(stem) :])
    )


def _no_place(text: str) -> SourceError:
    return SourceError(
        f"“{text.strip()}” is no place in a law; write one such as “подпункт 2) пункта 1 статьи 7”"
    )
