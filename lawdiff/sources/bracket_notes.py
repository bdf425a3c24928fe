"""Notes in brackets behind the words that they are about, as old Kazakh pages have them."""

from __future__ import annotations

from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.sources.notes import read_note

_LONGEST = 2_000
_ENDS = " .;,"
_STEMS = {"kk": ("өзгер", "редакция", "толықтыр")}
_KINDS = ("amend", "replace", "rename-amend", "rename-replace")


def bracket_note(words: str, language: str) -> int | None:
    """Where the note in brackets begins that ends these words, None where there is none.

    "(ҚР 2010.11.23 N 354-IV Заңымен өзгертілді)" is one. Only a note that names its law and tells of a
    change counts: that its place is gone ("алып тасталды") is told by a note in the place of its words.
    """
    start = _last_bracket(words)
    if start is None or not any(stem in words[start:].lower() for stem in _STEMS.get(language, ())):
        return None
    effects = read_note(words[start:], language).effects
    is_told = all(each.kind in _KINDS and each.law != UNKNOWN_LAW for each in effects)
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
