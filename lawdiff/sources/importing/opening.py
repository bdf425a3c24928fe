"""What a text says of itself in its first lines: the act's kind, number, day of adoption, title, language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lawdiff.law.known_act import ActKind
from lawdiff.sources.notes.cursor import Cursor
from lawdiff.sources.notes.dates import take_date

_LONGEST_LINE = 400
_FIRST_LINES = 60


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Words that were found, and the line on which they stand."""

    words: str
    line: int


@dataclass(frozen=True, slots=True)
class ActName:
    """An act as its text names itself: "The Law of the Republic of Kazakhstan dated ... No. 345".

    `issuer` are its words for who made it, "" for a law, which the Parliament makes.
    """

    kind: ActKind
    number: str
    adopted: dt.date
    language: str
    line: int
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first lines of a text say; None for what they do not."""

    name: ActName | None
    title: FoundLine | None
    is_translation: bool


# What an act calls itself, and whose it is; the order matters: a Constitutional Law is no plain Law.
_KINDS = {
    "en": (
        (ActKind.CONSTITUTIONAL_LAW, r"Constitutional\s+Law"),
        (ActKind.CODE, r"Code"),
        (ActKind.LAW, r"Law"),
        (ActKind.DECREE, r"Decree|Edict"),
        (ActKind.REGULATORY_RESOLUTION, r"(?:Regulatory|Normative)\s+Resolution"),
        (ActKind.RESOLUTION, r"Resolution|Decision"),
        (ActKind.ORDER, r"Order"),
    ),
    "ru": (
        (ActKind.CONSTITUTIONAL_LAW, r"Конституционный\s+закон"),
        (ActKind.CODE, r"Кодекс"),
        (ActKind.LAW, r"Закон"),
        (ActKind.DECREE, r"Указ"),
        (ActKind.REGULATORY_RESOLUTION, r"Нормативное\s+постановление"),
        (ActKind.RESOLUTION, r"Постановление|Решение"),
        (ActKind.ORDER, r"Приказ"),
    ),
    "kk": (
        (ActKind.CONSTITUTIONAL_LAW, r"Конституциялық\s+заңы"),
        (ActKind.CODE, r"Кодексі"),
        (ActKind.LAW, r"Заңы"),
        (ActKind.DECREE, r"Жарлығы"),
        (ActKind.REGULATORY_RESOLUTION, r"Нормативтік\s+қаулысы"),
        (ActKind.RESOLUTION, r"Қаулысы|Шешімі"),
        (ActKind.ORDER, r"Бұйрығы"),
    ),
}
_COUNTRY = {
    "en": re.compile(r"\b(?:Republic\s+of\s+Kazakhstan|RK|RoK)\b", re.I),
    "ru": re.compile(r"\b(?:Республик[аи]\s+Казахстан|РК)\b", re.I),
    "kk": re.compile(r"\b(?:Қазақстан\s+Республикасы\w*|ҚР)\b", re.I),
}
_KIND = {
    language: re.compile("|".join(rf"\b(?P<{kind.name}>{words})\b" for kind, words in kinds), re.I)
    for language, kinds in _KINDS.items()
}
# "No. 345", "N 345", "№ 414-V ЗРК", "N345-II"; the Roman figures may be Cyrillic letters
_NUMBER = re.compile(
    r"(?:№|\bN[oо]?\b|\bN(?=\d)|\bNo(?=\d))\s*\.?\s*"
    r"(?:(?P<code>(?-i:[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]{2,6}(?:\s[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]{2,6})?))-)?"
    r"(?P<digits>\d{1,6})"
    r"(?:/(?P<year>\d{4})\b|\s?[-/]\s?(?P<part>[IVXLІХӀ]{1,5}|[^\W\d_]{1,4})\b)?",
    re.I,
)
_OF_PARLIAMENT = (ActKind.CONSTITUTION, ActKind.CONSTITUTIONAL_LAW, ActKind.LAW)
_LONGEST_ISSUER = 160
_ISSUER = {
    "en": re.compile(
        r"\s+of\s+(?P<issuer>[^\d\"“«№]{3,200}?)\s*,?\s*(?:\b(?:dated|of|from|as of)\s+)?(?=\d|No\b|№)", re.I
    ),
    "ru": re.compile(r"\s+(?P<issuer>[^\d\"“«№]{3,200}?)\s*,?\s+от\s+(?=\d)", re.I),
    "kk": re.compile(r"(?P<issuer>[^\d\"“«№]{3,200}?)\s+(?=\d{4}\s*(?:жылғы|ж\.))", re.I),
}
_ROMAN = str.maketrans("ІХӀivxіх", "IXIIVXIX")
_TRANSLATION = re.compile(r"\bunofficial\s+translation\b|неофициальный\s+перевод|бейресми\s+аударма", re.I)
_NO_TITLE = re.compile(
    r"unofficial\s+translation|неофициальный\s+перевод|(?:table\s+of\s+)?contents|оглавление|содержание|мазмұны",
    re.I,
)


def read_opening(lines: Sequence[FoundLine]) -> Opening:
    """What the lines before the first article say. The title stands before the act's name, or behind it."""
    looked_at = [line for line in lines if line.words.strip()][:_FIRST_LINES]
    at, name = next(
        ((at, name) for at, line in enumerate(looked_at) if (name := read_act_name(line))), (-1, None)
    )
    before = [line for line in looked_at[: max(at, 0)] if _may_be_title(line)]
    behind = [line for line in looked_at[at + 1 :] if _may_be_title(line)]
    title = before[-1] if before else behind[0] if behind else None
    return Opening(
        name=name,
        title=FoundLine(title.words.strip(" ."), title.line) if title else None,
        is_translation=any(_TRANSLATION.search(line.words) for line in looked_at),
    )


def _may_be_title(line: FoundLine) -> bool:
    return not is_no_title(line.words) and any(sign.isalpha() for sign in line.words)


def is_no_title(words: str) -> bool:
    """Whether a line of the opening says something else: "Unofficial translation", "Contents"."""
    return _NO_TITLE.match(words.strip()) is not None


def read_act_name(line: FoundLine) -> ActName | None:
    """The act that a line names with kind, country, day and number; None where one of them is missing."""
    if len(line.words) > _LONGEST_LINE or not any(sign.isdigit() for sign in line.words):
        return None
    for language, country in _COUNTRY.items():
        kind, number = _KIND[language].search(line.words), _NUMBER.search(line.words)
        if kind and number and country.search(line.words):
            day = _day(line.words, language)
            if day:
                found = next(each for each in ActKind if kind.groupdict().get(each.name))
                issuer = "" if found in _OF_PARLIAMENT else _issuer(line.words, kind, language)
                return ActName(found, _number(number), day, language, line.line, issuer)
    return None


def _issuer(words: str, kind: re.Match[str], language: str) -> str:
    """Who made the act: "Министра здравоохранения Республики Казахстан" between its kind and its day; in
    Kazakh ahead of the day. "" where anything else stands there."""
    is_ahead = language == "kk"
    told = _ISSUER[language].match(words, 0 if is_ahead else kind.end())
    found = " ".join(told["issuer"].split()) if told else ""
    if is_ahead:
        found = found.removesuffix(kind[0]).rstrip()
    return found if len(found) <= _LONGEST_ISSUER and _COUNTRY[language].search(found) else ""


def _number(found: re.Match[str]) -> str:
    """The number in one word: 345-II, 312-НҚ, ҚР-ДСМ-175-2020 for "ҚР ДСМ-175/2020"."""
    if found["code"]:
        return "-".join((*found["code"].split(), found["digits"], *filter(None, [found["year"]])))
    part = found["part"] or ""
    roman = part.translate(_ROMAN)
    return found["digits"] + (f"-{roman if set(roman) <= set('IVXL') else part}" if part else "")


def _day(words: str, language: str) -> dt.date | None:
    """The first day that the words name."""
    cursor = Cursor(words)
    while not cursor.at_end:
        start = cursor.pos
        day = take_date(cursor, language)
        if day:
            return day
        cursor.pos = start + 1
    return None
