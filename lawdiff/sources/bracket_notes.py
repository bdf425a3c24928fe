"""Notes in brackets behind the words that they are about, as old pages have them."""

from __future__ import annotations

import re

from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.sources.notes import read_note

_LONGEST = 2_000
_ENDS = " .;,"
_STEMS = {
    "en": ("amend", "wording", "reword", "supplement", "edition", "exclud", "invalid"),
    "ru": ("измен", "редакци", "дополн", "исключ", "утрат"),
    "kk": ("өзгер", "редакция", "толықтыр"),
}
_KINDS = ("amend", "replace", "rename-amend", "rename-replace")
_SENTENCE_ENDS = (".", ";", ":")
_NEAR = 80  # characters: "предусмотренных Законом (в редакции Закона РК от ...)" tells of that other law
_ANOTHER_LAW = re.compile(
    r"\b(?:закон|кодекс|указ|постановлени|приказ|заң|law|code|decree|act\b)", re.IGNORECASE
)


def bracket_note(words: str, language: str, is_title: bool = False) -> int | None:
    """Where the note in brackets begins that ends these words, None where there is none.

    "(ҚР 2010.11.23 N 354-IV Заңымен өзгертілді)" is one. Only a note that names its law and tells of a
    change counts: that its place is gone ("алып тасталды") is told by a note in the place of its words, or
    behind a title. One behind the name of another law, in the middle of a sentence, is a word of the law.
    """
    start = _last_bracket(words)
    if start is None or not any(stem in words[start:].lower() for stem in _STEMS.get(language, ())):
        return None
    ahead = words[:start].rstrip()
    if not ahead.endswith(_SENTENCE_ENDS) and _ANOTHER_LAW.search(ahead[-_NEAR:]):
        return None
    effects = read_note(words[start:], language).effects
    kinds = (*_KINDS, "repeal") if is_title else _KINDS
    is_told = all(each.kind in kinds and each.law != UNKNOWN_LAW for each in effects)
    return start if effects and is_told else None


def _last_bracket(words: str) -> int | None:
    """Where the bracket opens that closes at the end of the words, with those inside it."""
    end = len(words.rstrip(_ENDS))
    if not words[:end].endswith(")"):
        return None
    depth = 0
    for at in range(end - 1, max(-1, end - _LONGEST), -1):
        depth += (words[at] == ")") - (words[at] == "(")
        if depth == 0:
            return at
    return None
