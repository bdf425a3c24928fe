"""Notes without an act: those of a file, told apart, each with the language it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawdiff.sources.notes.grammar import opens_note, read_note
from lawdiff.sources.notes.note import NoteReading

_KAZAKH = re.compile(r"[әғқңөұүһӘҒҚҢӨҰҮҺ]|\b(?:Ескерту|бап|тарау|редакцияда|тасталды|жойылды)\b")
_CYRILLIC = re.compile("[А-Яа-яЁё]")
_LATIN = re.compile("[A-Za-z]")
# "2) is excluded by the Law ...": a line that stands in the place of a provision
_MARK = re.compile(r"\d{1,4}(?:-\d{1,4})*[.)]\s*[^\W\d(]|\d{1,4}(?:-\d{1,4})*[.)]\s*\(")
_GOES_ON = (":", "!", ";", ",")
_CASE_END = "."


@dataclass(frozen=True, slots=True)
class LooseNote:
    """A note that stands in no act: its words, its language and what was read in it."""

    sentence: str
    language: str
    reading: NoteReading


def read_notes_in(text: str, language: str | None = None) -> tuple[LooseNote, ...]:
    """Every note of a text, read; `language` where it is not to be told from the letters.

    Notes are told apart by empty lines. Without one, a line begins another note if it opens as a note does
    ("Footnote.", "Сноска."), begins with a number ("2) is excluded"), or stands behind a line that ends as a
    sentence. A text of fixture cases (title, ".", note, ".", effects, ".") gives the notes of its cases.
    """
    found = []
    for sentence in _sentences(text):
        readings = (
            LooseNote(sentence, tongue, read_note(sentence, tongue))
            for tongue in ((language,) if language else languages_of(sentence))
        )
        first = next(readings)
        others = readings if first.reading.unknown else ()
        found.append(next((note for note in others if not note.reading.unknown), first))
    return tuple(found)


def languages_of(note: str) -> tuple[str, ...]:
    """The languages that a note may be in, the likeliest first: `en` where most letters are Latin, else `kk`
    and `ru`, in the order that the letters and words of Kazakh tell."""
    plain = note if note.isascii() else re.sub(r"[\"“«„][^\"”»“]*[\"”»]", " ", note)  # words it quotes
    cyrillic, latin = len(_CYRILLIC.findall(plain)), len(_LATIN.findall(plain))
    if cyrillic <= latin:
        return ("en",)
    return ("kk", "ru") if _KAZAKH.search(plain) else ("ru", "kk")


def _sentences(text: str) -> Iterator[str]:
    lines = [line.strip() for line in text.removeprefix("\ufeff").splitlines()]
    if lines.count(_CASE_END) >= 2:
        yield from _cases(lines)
        return
    block: list[str] = []
    for line in [*lines, ""]:
        if line:
            block.append(line)
        elif block:
            yield from _in_block(block)
            block = []


def _cases(lines: Sequence[str]) -> Iterator[str]:
    """The second part of every three."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if line == _CASE_END:
            parts.append([])
        else:
            parts[-1].append(line)
    yield from (note for part in parts[1::3] if (note := "\n".join(part).strip()))


def _in_block(lines: Sequence[str]) -> Iterator[str]:
    note: list[str] = []
    for line in lines:
        if note and _begins(line, note[-1]):
            yield "\n".join(note)
            note = []
        note.append(line)
    yield "\n".join(note)


def _begins(line: str, before: str) -> bool:
    """Whether a line begins another note than the one that the line before it belongs to."""
    if any(opens_note(line, language) for language in languages_of(line)):
        return True
    if before.endswith("!"):  # "Note of RCLI!" and then its sentence
        return False
    return bool(_MARK.match(line)) or not (before.endswith(_GOES_ON) or not before.endswith((".", ")")))
