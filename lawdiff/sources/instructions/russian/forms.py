"""The forms of amending sentences in Russian, each with its pattern; its parts are named as in English."""

from __future__ import annotations

import re

from lawdiff.sources.instructions.forms import Form, Pattern, compiled, matched, orders_of
from lawdiff.sources.instructions.instruction import Verb
from lawdiff.sources.instructions.russian.addresses import ORDINAL

_THE_WORDS = (
    r"(?:слов(?:а|о|ами|ом)?|цифр(?:ы|у|а|ами|ой)?|букв(?:ы|у|ами|ой)|знак(?:и|ом|ами)?(?: препинания)?) "
)
_QUOTES = rf"⟦\d+⟧(?:(?:,? и |, )(?:{_THE_WORDS})?⟦\d+⟧)*"
_AT = r"(?:(?:в|во|из) )?(?P<at>[^⟦⟧]*?),? ?"
_OLD = rf"{_THE_WORDS}(?P<old>{_QUOTES})"
_EVERYWHERE = r"(?P<all>,? (?:по всему тексту|во всех случаях|везде),?)?"
_BEHIND = r",? (?:в|из) (?P<at>[^⟦⟧]+?)"  # "слова «А» в пункте 2 исключить"
_RESPECTIVELY = r"(?:,? соответственно)?"
_NEW = rf"(?:{_THE_WORDS})?(?P<new>{_QUOTES}){_RESPECTIVELY}"
_CHANGE = rf"(?:заменить|заменяются|заменяется){_RESPECTIVELY}(?: на)?"
_ADD = r"(?:дополнить|дополняется|дополняются)"
_OUT = r"(?:исключить|исключается|исключаются)"
_INVALID = r"(?:признать|считать) утративш(?:им|ей|ими) силу"
_STATE = r"(?:изложить|излагается|излагаются)"
_WORDING = r"в (?:следующей|новой) редакции"
_CONTENT = r" следующего содержания"
_SENTENCES = rf"(?:(?:новым|новыми) )?(?:{ORDINAL} )?предложени(?:ем|ями)(?: {ORDINAL})?"
_WHAT = (
    r"(?P<what>(?:(?:новой|новым|новыми) )?(?:стать[её]й|статьями|пунктом|пунктами|подпунктом|подпунктами|"
    r"частью|частями|абзацем|абзацами|главой|главами) [^⟦⟧]+?)"
)

_PATTERNS: tuple[Pattern, ...] = (
    (Verb.SUBSTITUTE, rf"{_AT}{_OLD}{_EVERYWHERE} {_CHANGE} {_NEW}"),
    (Verb.SUBSTITUTE, rf"{_AT}заменить {_OLD}{_EVERYWHERE}{_RESPECTIVELY}(?: на)? {_NEW}"),
    (Verb.SUBSTITUTE, rf"{_OLD}{_BEHIND}{_EVERYWHERE} {_CHANGE} {_NEW}"),
    (Verb.OMIT, rf"{_AT}{_OLD}{_EVERYWHERE} {_OUT}"),
    (Verb.OMIT, rf"{_AT}исключить {_OLD}{_EVERYWHERE}"),
    (Verb.OMIT, rf"{_OLD}{_BEHIND}{_EVERYWHERE} {_OUT}"),
    *(
        (verb, pattern)
        for verb, side in ((Verb.AFTER, "после"), (Verb.BEFORE, "перед"))
        for pattern in (
            rf"{_AT}{side} {_OLD}{_EVERYWHERE},? {_ADD} {_NEW}",
            rf"{_AT}{_ADD} {side} {_OLD}{_EVERYWHERE},? {_NEW}",
            rf"{_AT}{_ADD} {_NEW} {side} {_OLD}{_EVERYWHERE}",
        )
    ),
    (Verb.APPEND, rf"{_AT}{_ADD} {_THE_WORDS}(?P<new>⟦\d+⟧)"),
    (Verb.APPEND, rf"{_AT}{_ADD} {_SENTENCES}{_CONTENT}"),
    (Verb.APPEND, rf"{_ADD} (?P<at>[^⟦⟧]+?) {_SENTENCES}{_CONTENT}"),
    (Verb.SUPPLEMENT, rf"{_AT}{_ADD} {_WHAT}{_CONTENT}"),
    (Verb.SUPPLEMENT, rf"{_ADD} (?P<at>[^⟦⟧]+?) {_WHAT}{_CONTENT}"),
    (Verb.REWORD, rf"(?:в )?(?P<at>[^⟦⟧]*?) ?{_STATE} {_WORDING}"),
    (Verb.REWORD, rf"{_STATE} (?P<at>[^⟦⟧]*?) {_WORDING}"),
    (Verb.EXCLUDE, rf"(?P<at>[^⟦⟧]+?) (?:{_OUT}|{_INVALID}|отменить)"),
    (Verb.EXCLUDE, rf"(?:{_OUT}|{_INVALID}|отменить) (?P<at>[^⟦⟧]+)"),
    (Verb.RENUMBER, rf"(?P<at>[^⟦⟧]+?) считать{_RESPECTIVELY} (?P<what>[^⟦⟧]+)"),
    (Verb.IN, r"(?:в|во) (?P<at>[^⟦⟧]+)"),
    (Verb.IN, r"(?P<at>(?:стать|пункт|подпункт|част|абзац|глав)[^⟦⟧]+)"),
)
_FORMS = compiled(_PATTERNS)

# Where another order begins: "после слова «А» дополнить словом «Б», слова «В» заменить словами «Г»".
_SECOND = re.compile(
    r"(?:, и | и |, )(?=(?:(?:в|во|после|перед) )?(?:слов|цифр|букв|знак|заменить|исключить|дополнить|"
    r"изложить|стать|пункт|подпункт|част|абзац|предложени|[а-яё]{4,14} предложени|после|перед))",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"\b(?:заменить|исключить|дополнить|изложить|признать|считать|отменить)\b", re.IGNORECASE
)


def russian_forms(words: str) -> tuple[Form, ...]:
    """The orders of a statement by their verbs; () for none of the forms.

    >>> [verb.value for verb, _ in russian_forms("в пункте 2 статьи 7 слова ⟦0⟧ заменить словами ⟦1⟧")]
    ['substitute']
    """
    return orders_of(words, lambda part: matched(_FORMS, part), _SECOND, _ORDERS)
