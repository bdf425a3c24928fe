"""Words as the search compares them, without case and accents: as assets/search_words.js has them too."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

WORDS = "search/words"
_PREFIX = 2  # letters; `search_words.js` looks a word up by as many
_ACCENTED_I = "и\u0306"  # й taken apart: a letter of its own, and not an и with an accent
_WORD = re.compile(r"[^\W_]+")


def words_in(text: str) -> frozenset[str]:
    """Every word of a text, folded: small letters, no accents, е for ё.

    >>> sorted(words_in("Ребёнок, Café"))
    ['cafe', 'ребенок']
    """
    return frozenset(_WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFD", text).lower().replace(_ACCENTED_I, "й")
    return "".join(letter for letter in apart if not _is_dropped(letter))


@lru_cache(maxsize=4096)
def _is_dropped(letter: str) -> bool:
    return letter == "\u00ad" or unicodedata.category(letter).startswith("M")


class Vocabulary:
    """Which laws of a site have which words. A law is a bit, so that a word that many have costs little."""

    def __init__(self) -> None:
        self._laws: dict[str, int] = {}

    def add(self, number: int, words: Iterable[str]) -> None:
        """The words of a law, by its number on the site, counted from 0."""
        for word in words:
            self._laws[word] = self._laws.get(word, 0) | 1 << number

    def shards(self) -> Iterator[tuple[str, tuple[str, bytes]]]:
        """The words by their first letters, each with its file: the numbers of the laws for each word."""
        shards: dict[str, dict[str, list[int]]] = {}
        for word in sorted(self._laws):
            shards.setdefault(word[:_PREFIX], {})[word] = _bits(self._laws[word])
        for prefix, found in shards.items():
            yield prefix, (shard_file(prefix), script("words", found))


def shard_file(prefix: str) -> str:
    """The file of a shard, named by the codes of its letters: search/words/63-68.js for "ch"."""
    return f"{WORDS}/{'-'.join(f'{ord(letter):x}' for letter in prefix)}.js"


def script(name: str, value: object) -> bytes:
    """A value as a script that hands it over, for a page that lies in a folder may load nothing else."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"lawdiff.{name}({told});\n".encode()


def _bits(mask: int) -> list[int]:
    return [place for place in range(mask.bit_length()) if mask >> place & 1]
