"""Quoted words in a sentence: taken out, so that the sentence around them can be read by its form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lawdiff.law.errors import SourceError

_PAIRS = {"“": "”", "«": "»", "„": "“"}
_SIGN = re.compile(r"⟦(\d+)⟧")


def without_quotations(text: str) -> tuple[str, tuple[str, ...]]:
    """The sentence with ⟦0⟧, ⟦1⟧ ... in the place of its quotations, and their words.

    Quotation marks inside a quotation belong to it: the law names other laws by their titles. SourceError
    where a quotation is not closed.

    >>> without_quotations("the words “the Law “On Education”” shall be excluded")
    ('the words ⟦0⟧ shall be excluded', ('the Law “On Education”',))
    """
    if "⟦" in text or "⟧" in text:
        raise SourceError("the signs ⟦ and ⟧ cannot stand in an amending text")
    form, found = "", list[str]()
    at = 0
    while at < len(text):
        sign = text[at]
        if sign in _PAIRS:
            end = _closing(text, at, sign)
        elif sign == '"':
            end = text.find('"', at + 1)
        else:
            form += sign
            at += 1
            continue
        if end < 0:
            raise SourceError(
                f"the quotation {text[at : at + 40]}... is not closed; end it with {_PAIRS.get(sign, sign)}"
            )
        form += f"⟦{len(found)}⟧"
        found.append(text[at + 1 : end])
        at = end + 1
    return form, tuple(found)


def _closing(text: str, start: int, opening: str) -> int:
    closing, depth = _PAIRS[opening], 0
    for at in range(start, len(text)):
        if text[at] == closing and at > start:
            depth -= 1
            if depth == 0:
                return at
        elif text[at] == opening:
            depth += 1
    return -1


def is_quotable(words: str) -> bool:
    """Whether words can stand in “quotation marks” and be told apart again: their own are in pairs.

    >>> is_quotable("of the Law “On")
    False
    """
    depth = 0
    for sign in words:
        depth += (sign == "“") - (sign == "”")
        if depth < 0:
            return False
    return depth == 0 and "⟦" not in words and "⟧" not in words


def quoted_words(form: str, quotations: Sequence[str]) -> tuple[str, ...]:
    """The words that the signs in a piece of a sentence stand for."""
    return tuple(quotations[int(number)] for number in _SIGN.findall(form))
