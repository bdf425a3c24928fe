"""The numbers of headings in three languages: "Article 7-1", "Глава 3", "14-1-бап", "§ 2", "РАЗДЕЛ IV"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawdiff.law.eid import EId

# What has a higher rank stands inside. A "подраздел" holds chapters, a "§" stands in one.
RANKS = {"annex": 0, "part": 1, "sec": 2, "subsec": 3, "chp": 4, "§": 5, "art": 8}
BELOW = {"roman": 6, "figure": 7}  # headings that are a bare number, "II. ..." and below that "1. ..."
_WORDS = {
    "art": "Article Art Статья",
    "chp": "Chapter Глава",
    "sec": "Section Раздел",
    "part": "Part Часть",
    "subsec": "Subsection Подраздел",
    "§": "Paragraph Параграф §",
}
_KAZAKH = {
    "art": "бап",
    "chp": "тарау",
    "sec": "бөл[іi]м",
    "part": "бөл[іi]к",
    "subsec": "к[іi]ш[іi] бөл[іi]м",
    "§": "параграф",
    "annex": "қосымша",
}
# "ЖАЛПЫ БӨЛІК": the two halves of a code have no number.
_HALVES = (
    ("general part", "общая часть", "жалпы бөлім", "жалпы бөлік"),
    ("special part", "особенная часть", "ерекше бөлім", "ерекше бөлік"),
)
_LONGEST_NAME = 400  # of an annex
_DIGITS = r"\d{1,4}(?:-\d{1,4})*"
_ROMAN = r"[IVXLІХivxlіх]{1,8}(?:-\d{1,3})?"
_ROMAN_VALUES = {"i": 1, "і": 1, "v": 5, "x": 10, "х": 10, "l": 50}


def _kinds() -> dict[str, str]:
    return {word.upper(): kind for kind, words in _WORDS.items() for word in words.split()}


_KINDS = _kinds()
_KAZAKH_KINDS = {word.replace("[іi]", "І").upper(): kind for kind, word in _KAZAKH.items()}
_NAMED = "|".join([word for kind in _WORDS.values() for word in kind.split()])
_UPPER = "|".join(word.upper() for word in _NAMED.split("|"))
_KAZAKH_NAMED = "|".join(sorted(_KAZAKH.values(), key=len, reverse=True))
# A full stop follows, or a title: "Статья 7. Компетенция", "Статья 7 Компетенция", "Article 42"
_END = r"(?:\.\s*|\s+(?=[^\W\d_a-zа-яёәғқңөұүһі]|[\"“«(\d])|\s*\Z)"
_BEFORE = re.compile(rf"(?P<word>{_NAMED}|{_UPPER})\s*(?:№\s*)?(?P<number>{_DIGITS}|{_ROMAN}){_END}")
_ANNEX = re.compile(
    rf"(?P<word>Annex|Appendix|Приложение|ANNEX|APPENDIX|ПРИЛОЖЕНИЕ|Қосымша|ҚОСЫМША)"
    rf"(?:\s+(?:№\s*)?(?P<number>{_DIGITS}))?(?:\.\s*|\s+(?=(?:к|to)\s)|\s*\Z)"
)
# "Қазақстан Республикасының «Ара шаруашылығы туралы» Заңына 1-қосымша": of what it is an annex stands first
_ANNEX_TO = re.compile(
    r"[^\n]{3,300}?\s(?:[Зз]аңына|[Кк]одексіне|[Бб]ұйрығына|[Ққ]аулысына|[Жж]арлығына|[Шш]ешіміне)\s+"
    rf"(?P<num>(?:(?P<number>{_DIGITS})\s?[-–‑]\s?)?қосымша)\Z"
)
_BEHIND = re.compile(
    rf"(?P<number>{_DIGITS}|{_ROMAN})\s?[-–‑]?\s?(?P<word>{_KAZAKH_NAMED}|(?i:{_KAZAKH_NAMED})){_END}"
)
_BARE = re.compile(r"(?:[IVXІХ]{1,6}|\d{1,2})(?:\.\s|\Z)")
_NOTED = re.compile(
    rf"(?:(?:Article|Chapter|Section|Статья|Глава|Раздел)\s+{_DIGITS}|{_DIGITS}-(?:бап|тарау|бөлім))(?=[\s(])"
)


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A heading's number: its eId's kind and number, the rank among containers, and the number as printed.

    `end` is where the title begins.
    """

    kind: str
    number: str
    rank: int
    num: str
    end: int


def printed_number(line: str) -> PrintedNumber | None:
    """The number that a heading begins with, None for a line that is no heading.

    >>> printed_number("14-1-бап. Балалардың құқықтары").number
    '14-1'
    """
    if annex := _ANNEX.match(line):
        num = line[: annex.end("number") if annex["number"] else annex.end("word")]
        return PrintedNumber("annex", annex["number"] or "1", RANKS["annex"], num, annex.end())
    if line.endswith("қосымша") and len(line) < _LONGEST_NAME and (annex := _ANNEX_TO.match(line)):
        return PrintedNumber("annex", annex["number"] or "1", RANKS["annex"], annex["num"], len(line))
    found = _BEFORE.match(line)
    kinds = _KINDS
    if found is None:
        found, kinds = _BEHIND.match(line), _KAZAKH_KINDS
    if found is None:
        return None
    word = found["word"].upper()
    kind = kinds[word if word in kinds else word.replace("I", "І")]  # "бөлiм" with a Latin letter
    number = in_figures(found["number"])
    if not number or (kind == "art" and not found["number"][0].isdigit()):
        return None
    num = line[: max(found.end("word"), found.end("number"))]
    return PrintedNumber("subsec" if kind == "§" else kind, number, RANKS[kind], num, found.end())


def has_number(title: str) -> bool:
    """Whether the title of a container begins with its number: "Chapter 3. Rights", "II. Partnerships"."""
    return printed_number(title) is not None or _BARE.match(title) is not None


def excluded_heading(line: str) -> PrintedNumber | None:
    """The number of `Article 42 is excluded by the Law ...`, where words of a note follow and no title."""
    found = _NOTED.match(line)
    return printed_number(line[: found.end()]) if found else None


def half_of_a_code(line: str) -> str:
    """The number "1" for a line that is "General part" alone, "2" for "Special part", else ""."""
    words = " ".join(line.lower().split()).rstrip(".")
    return next((str(place) for place, names in enumerate(_HALVES, 1) if words in names), "")


def container_eid(num: str) -> EId | None:
    """The eId that a printed number alone gives: `Chapter 3` is chp_3, `1-бөлім` is sec_1."""
    found = printed_number(num)
    return EId(f"{found.kind}_{found.number}") if found and found.num == num else None


_SIGNS = {
    "en": {"art": "Article {}", "chp": "Chapter {}"},
    "ru": {"art": "Статья {}", "chp": "Глава {}"},
    "kk": {"art": "{}-бап", "chp": "{}-тарау"},
}
_ITEMS = {"para": "{}.", "subpara": "{})"}


def sign_of(kind: str, number: str, language: str) -> str:
    """The number as an edition in that language prints it: `Article 14-1`, `4-1)`; "" for other kinds."""
    return _SIGNS.get(language, _SIGNS["en"]).get(kind, _ITEMS.get(kind, "")).format(number)


def in_figures(number: str) -> str:
    """The number with a Roman one in figures, as eIds have it; "" where the letters are no number."""
    head, hyphen, rest = number.partition("-")
    if head[0].isdigit():
        return number
    values = [_ROMAN_VALUES[letter] for letter in head.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return f"{sum(-value if value < after else value for value, after in pairs)}{hyphen}{rest}"
