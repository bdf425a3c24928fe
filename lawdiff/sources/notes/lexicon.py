"""A lexicon: phrases that mean the same, as a tree of words in which the longest match wins."""

from __future__ import annotations

import re
from typing import Generic, TypeVar

from lawdiff.sources.notes.cursor import Cursor, folded

T = TypeVar("T")
_SLOT = re.compile(r"\[[^\]]*\]|\([^)]*\)|[^\s\[(]+")
_WORD = re.compile(r"\d+|[^\W\d_]+|\S")


class _Node(Generic[T]):
    __slots__ = ("next", "value")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.value: T | None = None


class Lexicon(Generic[T]):
    """Phrases and what each of them stands for.

    A pattern is words; `[a|b]` may be left out, `(a|b)` needs one of them: `in the [new] (wording|edition)
    of`. Looking up takes as many steps as the phrase has words, however many phrases there are.
    """

    __slots__ = ("_root",)

    def __init__(self, phrases: dict[str, T]) -> None:
        self._root: _Node[T] = _Node()
        for pattern, value in phrases.items():
            self._add(pattern, value)

    def _add(self, pattern: str, value: T) -> None:
        nodes = [self._root]
        for slot in _SLOT.findall(pattern):
            options = slot[1:-1].split("|") if slot[0] in "[(" else [slot]
            reached = nodes if slot[0] == "[" else []
            nodes = [*reached, *(_walk(node, option) for node in nodes for option in options)]
        for node in nodes:
            node.value = value

    def take(self, cursor: Cursor) -> T | None:
        """What the longest phrase at the cursor stands for, None if there is none; moves behind it."""
        words, place = cursor.words, cursor.pos
        node = self._root.next.get(words[place])
        found = None
        while node is not None:
            place += 1
            if node.value is not None:
                found, cursor.pos = node.value, place
            node = node.next.get(words[place])
        return found


def _walk(node: _Node[T], option: str) -> _Node[T]:
    for word in _WORD.findall(option):
        node = node.next.setdefault(folded(word), _Node())
    return node


def phrases(patterns: str) -> Lexicon[bool]:
    """A lexicon of phrases, one a line, that only come or do not come."""
    return Lexicon(dict.fromkeys(_lines(patterns), True))


def meanings(patterns: dict[str, str]) -> Lexicon[str]:
    """A lexicon of phrases, one a line, under the word that they all stand for; lines with # are remarks."""
    return Lexicon({line: meaning for meaning, lines in patterns.items() for line in _lines(lines)})


def _lines(patterns: str) -> list[str]:
    lines = (line.strip() for line in patterns.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def words(text: str) -> frozenset[str]:
    """A set of single words, for what may be skipped."""
    return frozenset(map(folded, text.split()))
