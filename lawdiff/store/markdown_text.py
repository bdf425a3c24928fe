"""Law text as one line of Markdown: whatever the words are, CommonMark reads the same words back."""

from __future__ import annotations

import re
from functools import lru_cache

from lawdiff.law.errors import SourceError

# "]", "!" and ">" mean nothing while every "[" and "<" is escaped, nor does "_" inside a word; "&" only where
# an entity could start; "$" is no CommonMark, but forges set what stands between two of them as a formula.
_SPECIAL = re.compile(r"[\\`*\[<~|#$]|&(?=[#A-Za-z])|(?<![^\W_])_|_(?![^\W_])")
_LEADING = re.compile(r"(?=[-+=>])|(?P<number>\d{1,9})(?=[.)])")
_ENTITIES = {ord(char): f"&#{ord(char)};" for char in "\t\n\f\r\u2028\u2029"}


@lru_cache(maxsize=4096)
def escape(text: str) -> str:
    """The text for the start of a line of CommonMark. It must have no white space at its ends.

    >>> print(escape("2014. [year]"))
    2014\\. \\[year]

    SourceError for a NUL character, which CommonMark cannot hold.
    """
    escaped = escape_inside(text)
    return _LEADING.sub(r"\g<number>\\", escaped, count=1) if _LEADING.match(escaped) else escaped


@lru_cache(maxsize=4096)
def escape_inside(text: str) -> str:
    """The text for the inside of a line, where "2014." is no number of a list."""
    if "\0" in text:
        raise SourceError(f"{text[:40]!r}... has a NUL character; remove it from the source")
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return escaped if escaped.isprintable() else escaped.translate(_ENTITIES)
