"""A substitution of given words, applied and undone: whole words, in their case and number (R6)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from lawdiff.law.words_found import spans_of

Pairs = tuple[tuple[str, str], ...]


def apply(text: str, pairs: Pairs) -> str | None:
    """The text with each old wording replaced by its new one, in one pass; None where it is not certain what
    the law replaced: an old wording begins a sentence with a capital letter that the law does not give it.

    >>> apply("the Legislative acts of the Republic", (("Legislative acts", "Laws"),))
    'the Laws of the Republic'
    """
    return None if _begins_sentence(text, tuple(old for old, _ in pairs)) else _replace(text, pairs)


def undo(text: str, pairs: Pairs) -> str | None:
    """The text as it was before, None where that cannot be known, the text itself where nothing matches.

    It is known when applying the substitution to the result gives the text again: an old wording that is
    still there, or an empty new one, leaves it open where the words had been; so does one that begins a
    sentence with a capital letter which the law does not give it.
    """
    new_words = tuple(new for _, new in pairs)
    if not all(new_words) or _begins_sentence(text, new_words):
        return None
    if not any(_has(text, new) for _, new in pairs):
        return text
    older = _replace(text, tuple((new, old) for old, new in pairs))
    return older if _replace(older, pairs) == text and older != text else None


def apply_once(text: str, pairs: Pairs) -> str | None:
    """The text with each old wording, which stands in it once, replaced; None where one does not.

    >>> apply_once("a child and a parent", (("child", "minor"),))
    'a minor and a parent'
    """
    cuts = []
    for old, new in pairs:
        found = spans_of(text, old)
        if len(found) != 1:
            return None
        cuts.append((*found[0], new))
    cuts.sort()
    if any(one[1] > other[0] for one, other in pairwise(cuts)):
        return None
    for start, end, new in reversed(cuts):
        text = text[:start] + new + text[end:]
    return text


def undo_once(text: str, pairs: Pairs) -> str | None:
    """The text as it was before each old wording, which stood in it once, was replaced; None where that is
    in doubt: the new words stand elsewhere too, or not at all, or the old ones still do."""
    older = apply_once(text, tuple((new, old) for old, new in pairs))
    return older if older is not None and apply_once(older, pairs) == text else None


def touches(text: str, pairs: Pairs) -> bool:
    """Whether the new words stand in the text, or could have: words removed may have stood anywhere, and a
    sentence that begins with them has its own capital letter."""
    new_words = tuple(new for _, new in pairs)
    return any(not new or _has(text, new) for new in new_words) or _begins_sentence(text, new_words)


_SENTENCE = r"(?:^|[.!?…:][”»\")]*\s+)[“«„\"(]*"


def _begins_sentence(text: str, words: Sequence[str]) -> bool:
    """Whether a sentence begins with words that the law gives in small letters alone: «Маслихаты утверждают»,
    where «маслихаты» took the place of other words. A capital form that the law gives too is no doubt."""
    capital = (_capital(each) for each in words if each and each[0].islower())
    return any(
        form in text and form not in words and re.search(rf"{_SENTENCE}{re.escape(form)}(?!\w)", text)
        for form in capital
    )


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _has(text: str, words: str) -> bool:
    """Whether the words stand in the text; most texts do not even have their letters."""
    return words in text and _pattern((words,)).search(text) is not None


def _replace(text: str, pairs: Pairs) -> str:
    by_old = {old: new for old, new in pairs if old}
    if not by_old:
        return text
    return _pattern(tuple(by_old)).sub(lambda found: by_old[found[0]], text)


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, the longest first, not inside a longer word."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
