"""A note as a row of lexemes, and the cursor that walks it once, from left to right."""

from __future__ import annotations

import re
import unicodedata

from lawdiff.sources.notes.note import NoteFinding

# "23.11.2010" and "06/19/2007" are one lexeme each; "No.30-V(" is six: no . 30 - v (
_LEXEME = re.compile(r"\d[\d./]*\d|[^\W\d_]+|\S")
_SAME = (
    ("ё", "е"),
    ("Ё", "Е"),
    ("–", "-"),
    ("—", "-"),
    ("‑", "-"),
    ("−", "-"),
    ("\u00ad", " "),
    ("\u200b", " "),
)
_LATIN = "aceopxyikmtbh"
_CYRILLIC = "асеорхуікмтвһ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_CLOSING = {"“": '”“"', "”": "”", "„": "“”", "«": "»", '"': '"', "″": "″", "'": "'", "‘": "’"}
MARK = tuple[int, int]


def folded(word: str) -> str:
    """A word in lower case with the letters of one script, where a few look-alikes of the other were typed:
    "Cтатья" with a Latin C, "өзгерiс" with a Latin i."""
    if word.isascii() or not word.isalpha():
        return word
    latin = sum(letter.isascii() for letter in word)
    if not latin:
        return word
    return (
        word.translate(_TO_CYRILLIC if 2 * latin < len(word) else _TO_LATIN)
        if 2 * latin != len(word)
        else word
    )


class Unread(Exception):
    """The note does not go on as the rule wants it; the next rule may try."""


class Cursor:
    """A place in a note: `words` are its lexemes in lower case (an empty one at the end), `pos` the next.

    `take` moves on over what it names and says whether it did, `expect` raises `Unread` where it cannot.
    What is odd is noted in `findings`, and forgotten again when a rule goes back to its mark.
    """

    __slots__ = ("_matches", "findings", "pos", "text", "words")

    def __init__(self, text: str) -> None:
        if not text.isascii():
            self.text = text = unicodedata.normalize("NFC", text)
            for old, new in _SAME:  # one letter for one, so that places in `text` stay right
                text = text.replace(old, new)
        else:
            self.text = text
        self._matches = list(_LEXEME.finditer(text))
        self.words = [folded(match[0].lower()) for match in self._matches]
        self.words.append("")
        self.pos = 0
        self.findings: list[NoteFinding] = []

    @property
    def word(self) -> str:
        """The next lexeme, "" at the end."""
        return self.words[self.pos]

    @property
    def at_end(self) -> bool:
        return self.pos >= len(self._matches)

    @property
    def glued(self) -> bool:
        """Whether no white space stands before the next lexeme: the bracket of "30-V(shall be"."""
        if not 0 < self.pos < len(self._matches):
            return False
        return self._matches[self.pos - 1].end() == self._matches[self.pos].start()

    def ahead(self, count: int) -> str:
        """The lexeme that many places on, "" behind the end."""
        place = self.pos + count
        return self.words[place] if place < len(self.words) else ""

    def written(self, start: int) -> str:
        """The note's own spelling of what was taken since the lexeme at `start`."""
        if start >= self.pos:
            return ""
        return self.text[self._matches[start].start() : self._matches[self.pos - 1].end()]

    @property
    def reached(self) -> int:
        """The place in `text` behind the last lexeme taken."""
        return self._matches[self.pos - 1].end() if self.pos else 0

    def glued_words(self) -> str:
        """The lexeme before the cursor and the one under it as the note prints them: "Article2"."""
        return self.text[self._matches[self.pos - 1].start() : self._matches[self.pos].end()]

    def mark(self) -> MARK:
        return self.pos, len(self.findings)

    def reset(self, mark: MARK) -> None:
        self.pos = mark[0]
        del self.findings[mark[1] :]

    def take(self, *words: str) -> bool:
        """Whether these lexemes come next; moves behind them."""
        end = self.pos + len(words)
        if tuple(self.words[self.pos : end]) != words:
            return False
        self.pos = end
        return True

    def take_any(self, words: frozenset[str]) -> str:
        """The next lexeme if it is one of these, otherwise ""; moves behind it."""
        word = self.words[self.pos]
        if word not in words or not word:
            return ""
        self.pos += 1
        return word

    def skip(self, words: frozenset[str]) -> None:
        """Move over any of these, however many come."""
        while self.words[self.pos] in words:
            self.pos += 1

    def expect(self, *words: str) -> None:
        if not self.take(*words):
            raise Unread

    def take_quoted(self) -> str | None:
        """The words between quotation marks of any of the kinds in use, None if none are opened here."""
        closing = _CLOSING.get(self.word)
        if not closing:
            return None
        start = self.pos + 1
        for place in range(start, len(self._matches)):
            if self.words[place] in closing:
                self.pos = place + 1
                return self.text[self._matches[start - 1].end() : self._matches[place].start()].strip()
        raise Unread

    def find(self, code: str, message: str) -> None:
        self.findings.append(NoteFinding(code, message))
