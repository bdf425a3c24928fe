"""Where given words stand in a text: as whole words, in their case and number."""

from __future__ import annotations

import re
from functools import lru_cache

Span = tuple[int, int]


def spans_of(text: str, words: str) -> tuple[Span, ...]:
    """The places of the words in the text, none overlapping; no part of a longer word counts.

    >>> spans_of("the Laws of the Republic", "Law")
    ()

    Where the words begin or end with a sign, such as ", which", a letter may stand beside it.
    """
    if not words or words not in text:
        return ()
    return tuple(found.span() for found in _pattern(words).finditer(text))


@lru_cache(maxsize=1024)
def _pattern(words: str) -> re.Pattern[str]:
    before = r"(?<!\w)" if words[0].isalnum() or words[0] == "_" else ""
    after = r"(?!\w)" if words[-1].isalnum() or words[-1] == "_" else ""
    return re.compile(before + re.escape(words) + after)
