"""Lines without a number that are a note in the place of what is gone: "(Excluded by the Law ...)"."""

from __future__ import annotations

from lawdiff.sources.notes.grammar import is_in_place, read_note


def gone_in_place(words: str, language: str) -> str:
    """What the line says is gone, as the grammar names it: `al_2`, `para_2`, `art_32`, or `act` for what the
    line stands in, whatever that is. "" for words of the law.

    >>> gone_in_place("Часть вторая исключена Законом РК от 10.01.2006 № 115.", "ru")
    'al_2'
    >>> gone_in_place("пункт 2 исключить;", "ru")
    ''
    """
    if not is_in_place(words, language):
        return ""
    effects = read_note(words, language).effects
    is_told = words.startswith("(") or any(effect.adopted for effect in effects)
    target = effects[0].target
    return target if is_told or target == "act" else ""  # "пункт 2 исключить" is an amending law's own words
