"""The references in one text, found by their words alone; what they mean is asked later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lawdiff.history.mention_words import (
    ANY,
    CARDINALS,
    KINDS,
    LEVEL,
    NUMBER_OF_LAW,
    NUMBERS,
    OF_ACT,
    RANGE,
    TITLE,
)
from lawdiff.law.reference import ActWords, Level, Mention

_ACTS = {
    "this": ActWords.THIS,
    "named": ActWords.NAMED,
    "numbered": ActWords.NAMED,
    "dated": ActWords.NAMED,
    "constitution": ActWords.NAMED,
    "code": ActWords.NAMED,
    "unnamed": ActWords.UNNAMED,
    "bare": ActWords.BARE,
    "laws": ActWords.LEGISLATION,
    "treaties": ActWords.LEGISLATION,
    "legislation": ActWords.LEGISLATION,
    "strange": ActWords.STRANGE,
}


@lru_cache(maxsize=4096)  # most words are the same on most days
def mentions(text: str) -> tuple[Mention, ...]:
    """The references of the text in its order, none inside another.

    >>> [found.words for found in mentions("mentioned in paragraph 1 of this Article, the measures")]
    ['paragraph 1 of this Article']
    """
    return tuple(_mentions(text))


def _mentions(text: str) -> Iterator[Mention]:
    at = 0
    while found := ANY.search(text, at):
        act = found
        if found["chain"] is not None:
            act = OF_ACT.match(text, found.end()) or found
        start, at = found.start(), act.end()
        yield _mention(text[start:at], (start, at), found["chain"] or "", act)


def _mention(words: str, span: tuple[int, int], chain: str, act: re.Match[str]) -> Mention:
    form = next((name for name in _ACTS if act.groupdict().get(name) is not None), "")
    if not form:
        return Mention(words, span, _levels(chain), ActWords.NONE)
    said = act[form]
    quoted, number = TITLE.search(said), NUMBER_OF_LAW.search(said)
    title = quoted[1].strip() if quoted else ""
    if form in ("constitution", "code"):
        title = said.removeprefix("the ").removeprefix("The ")
    return Mention(words, span, _levels(chain), _ACTS[form], title, number[1] if number else "")


def _levels(chain: str) -> tuple[Level, ...]:
    """The levels of "subparagraph 3) of paragraph 1 of this Article", from the outermost in."""
    return tuple(_level(found) for found in reversed(list(LEVEL.finditer(chain))))


def _level(found: re.Match[str]) -> Level:
    words = found[0].lower().replace("sub-p", "subp")
    if found.lastgroup == "last":
        return Level(
            KINDS[words.split()[-1]],
            pointer="the" if words.startswith("the ") and "present" not in words else "this",
        )
    noun, _, rest = words.partition(" ")
    kind = KINDS[noun.removesuffix("s")]
    if found.lastgroup == "passage":
        return Level(kind, (CARDINALS.get(rest, rest),))
    return Level(
        kind, tuple(NUMBERS.findall(rest)), found.lastgroup == "several" and bool(RANGE.search(rest))
    )
