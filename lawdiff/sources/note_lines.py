"""Which lines of an edition a note of the editors takes, from its marker on."""

from __future__ import annotations

from collections.abc import Sequence

from lawdiff.law.edition import NoteForm
from lawdiff.sources.gone_passages import gone_in_place
from lawdiff.sources.lines import STRUCTURE, LineKind, SourceLine
from lawdiff.sources.notes.grammar import read_note

NOTES = {LineKind.FOOTNOTE: NoteForm.FOOTNOTE, LineKind.ANNOUNCEMENT: NoteForm.ANNOUNCEMENT}


def note_lines(lines: Sequence[SourceLine], start: int, language: str) -> list[SourceLine]:
    """The lines of the note that starts there: an announcement of one bare line has the next one too
    ("Note of RCLI!"), with those below it that announce more; a note that ends in a colon goes on until a
    line ends in a full stop. A footnote has what is told below it, unmarked, of the laws that did it
    ("В тексте слова ... заменены словами ... - Законом РК от ...")."""
    taken = [lines[start]]
    words = lines[start].passage.text
    following = start + 1
    if lines[start].kind is LineKind.ANNOUNCEMENT and words.rstrip().endswith(("!", ":")):
        sentence = lines[following : following + 1]
        taken += [line for line in sentence if line.kind not in STRUCTURE and line.kind not in NOTES]
        while len(taken) > 1 and (more := lines[start + len(taken) : start + len(taken) + 1]):
            if not _announces(more[0], language):
                break
            taken += more
    elif words.endswith(":"):
        while following < len(lines) and lines[following].kind is LineKind.PASSAGE:
            taken.append(lines[following])
            if lines[following].passage.text.endswith("."):
                break
            following += 1
    if lines[start].kind is LineKind.FOOTNOTE:
        while more := _told_below(lines[start + len(taken) : start + len(taken) + 2], language):
            taken += more
    return taken


def _told_below(lines: Sequence[SourceLine], language: str) -> list[SourceLine]:
    """The next line, or the next two where the first is only where ("Throughout the text:"), if the grammar
    reads them to their last word and they name a law with its day; none where they are words of the law."""
    for taken in (list(lines[:1]), list(lines[:2])):
        if not taken or any(line.kind is not LineKind.PASSAGE for line in taken):
            return []
        words = "\n".join(line.passage.text for line in taken)
        if gone_in_place(words, language):
            return []
        effects = read_note(words, language).effects
        if effects and all(effect.adopted for effect in effects):
            return taken
        if not words.endswith(":"):
            return []
    return []


def _announces(line: SourceLine, language: str) -> bool:
    """Whether a line says by itself that a change is to come: "Пункт 2 предусмотрен в редакции Закона РК"."""
    if line.kind is not LineKind.PASSAGE:
        return False
    effects = read_note(line.passage.text, language).effects
    return bool(effects) and all(effect.kind.startswith("announce-") for effect in effects)
