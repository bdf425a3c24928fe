"""In which language a law's text is: that of its headings, which must be the same in all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from lawdiff.law.errors import SourceError
from lawdiff.law.phrases import language_name
from lawdiff.sources.lines import LineKind, SourceLine

_WORDS = (
    ("en", re.compile(r"art", re.I)),
    ("ru", re.compile(r"статья", re.I)),
    ("kk", re.compile(r".*бап", re.I)),
)
_FEW = 0.1  # a heading of another language may be a slip of the publisher


def text_language(lines: Iterable[SourceLine], path: str) -> str:
    """`en`, `ru` or `kk` by the titles of the articles; "" where they do not tell.

    SourceError where the articles are in several languages: such a text holds more than one law.
    """
    found: Counter[str] = Counter()
    for line in lines:
        if line.kind is LineKind.ARTICLE:
            found.update(code for code, word in _WORDS if word.match(line.num))
    told = found.most_common()
    if len(told) > 1 and told[1][1] > max(_FEW * told[0][1], 1):
        counted = " and ".join(f"{number} in {language_name(code)}" for code, number in told)
        raise SourceError(
            f"{path}: its articles are in several languages, {counted}; save each text by itself"
        )
    return told[0][0] if told else ""
