"""What an act is called where it is cited: by its kind, who made it, its day and number, in its language."""

from __future__ import annotations

import datetime as dt
import re

from lawdiff.law.act import Act
from lawdiff.law.phrases import in_words

_RUSSIAN = {
    "constitution": "Конституция",
    "constitutional-law": "Конституционный закон",
    "code": "Кодекс",
    "law": "Закон",
    "decree": "Указ",
    "regulatory-resolution": "Нормативное постановление",
    "resolution": "Постановление",
    "order": "Приказ",
}
# Alone, and behind the name of who made it: "Бұйрық", "Министрдің бұйрығы".
_KAZAKH = {
    "constitution": ("Конституция", "Конституциясы"),
    "constitutional-law": ("Конституциялық заң", "Конституциялық заңы"),
    "code": ("Кодекс", "Кодексі"),
    "law": ("Заң", "Заңы"),
    "decree": ("Жарлық", "Жарлығы"),
    "regulatory-resolution": ("Нормативтік қаулы", "Нормативтік қаулысы"),
    "resolution": ("Қаулы", "қаулысы"),
    "order": ("Бұйрық", "бұйрығы"),
}
OF_THE_MONTH_RU = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля",
    "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_OF_THE_MONTH_KK = (
    "қаңтардағы", "ақпандағы", "наурыздағы", "сәуірдегі", "мамырдағы", "маусымдағы", "шілдедегі",
    "тамыздағы", "қыркүйектегі", "қазандағы", "қарашадағы", "желтоқсандағы",
)  # fmt: skip


_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_YEAR_BEHIND = re.compile(r"(?<=\d)-(?=\d{4}\Z)")


def act_name(act: Act, language: str) -> str:
    """The act as it is cited in the language of the edition that is shown."""
    return cited_act(act.number, act.adopted, act.title, act.kind, act.issuer, language)


def cited_act(
    number: str, adopted: dt.date, title: str, kind: str = "law", issuer: str = "", language: str = "en"
) -> str:
    """An act as it is cited. `kind` is a value of ActKind; `issuer` are the words for who made it, in that
    language and in the case in which they stand there, "" where the kind says enough.

    >>> cited_act("345", dt.date(2002, 8, 8), "On the Rights of the Child")
    'Law of 8 August 2002 No. 345 “On the Rights of the Child”'
    >>> cited_act("30", dt.date(2005, 3, 4), "О пчеловодстве", language="ru")
    'Закон от 4 марта 2005 года № 30 «О пчеловодстве»'
    """
    number = _as_printed(number)
    match language:
        case "ru":
            day = f"от {adopted.day} {OF_THE_MONTH_RU[adopted.month - 1]} {adopted.year} года"
            words = (_RUSSIAN.get(kind, kind), issuer, day, number and f"№ {number}", title and f"«{title}»")
        case "kk":
            day = f"{adopted.year} жылғы {adopted.day} {_OF_THE_MONTH_KK[adopted.month - 1]}"
            noun = _KAZAKH.get(kind, (kind, kind))[bool(issuer)]
            words = (title and f"«{title}»", issuer, day, number and f"№ {number}", noun)
        case _:
            noun = kind.replace("-", " ").capitalize()
            day = f"of {in_words(adopted)}"
            words = (noun, issuer and f"of {issuer}", day, number and f"No. {number}", title and f"“{title}”")
    return " ".join(word for word in words if word)


def _as_printed(number: str) -> str:
    """The number of an order as it is printed: "ҚР ДСМ-175/2020" for ҚР-ДСМ-175-2020."""
    if not number[:1].isalpha():
        return number
    return _YEAR_BEHIND.sub("/", _BETWEEN_LETTERS.sub(" ", number))
