"""Sentences that look like law: a walk over the word pairs of a real text, the same for the same seed."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from random import Random

_NOTE = re.compile(r"\s*(Footnote|Note of RCLI|Article |Chapter |\d)")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*,?\Z")


class Prose:
    """Makes sentences out of the word pairs of a real law's passages, without its numbers and notes."""

    def __init__(self, source: Path) -> None:
        self._followers: dict[str, list[str]] = {}
        self._words: list[str] = []
        for line in source.read_text("utf-8").splitlines():
            if not _NOTE.match(line):
                self._learn([word for word in line.split() if _WORD.match(word)])

    def _learn(self, words: list[str]) -> None:
        self._words += words
        for word, follower in pairwise(words):
            self._followers.setdefault(word, []).append(follower)

    def sentence(self, random: Random, end: str = ".") -> str:
        """A sentence of eight to forty-two words."""
        return self.words(random, random.randint(8, 42)) + end

    def words(self, random: Random, count: int) -> str:
        """So many words, the first with a capital letter."""
        word = random.choice(self._words)
        found = [word]
        while len(found) < count:
            word = random.choice(self._followers.get(word, self._words))
            found.append(word)
        said = " ".join(found).rstrip(",")
        return said[0].upper() + said[1:]
