"""A saved file, read as the text of a law: its lines, what it says of itself, and where that was found."""

from __future__ import annotations

from dataclasses import dataclass

from lawdiff.law.errors import SourceError
from lawdiff.sources.importing.encodings import decoded
from lawdiff.sources.importing.opening import FoundLine, Opening, read_opening
from lawdiff.sources.importing.saved_file import SavedFile
from lawdiff.sources.lines import LineKind, source_lines

_BODY = (LineKind.CHAPTER, LineKind.ARTICLE)
_NOTES = (LineKind.FOOTNOTE, LineKind.ANNOUNCEMENT)


@dataclass(frozen=True, slots=True)
class SavedLaw:
    """The text of a law out of a saved file.

    `is_verbatim`: the text's UTF-8 bytes are the file's own bytes. `language` is "" where nothing tells it.
    """

    file: SavedFile
    text: str
    encoding: str
    is_verbatim: bool
    opening: Opening
    language: str


def read_saved_law(file: SavedFile, encoding: str | None = None, language: str | None = None) -> SavedLaw:
    """The law in a saved file; `encoding` and `language` are what the user says of it.

    SourceError where the file has no article: it is not a law.
    """
    found = decoded(file, encoding)
    opening = read_opening(_first_lines(found.text, str(file.path)))
    told = language or (opening.name.language if opening.name else "")
    return SavedLaw(file, found.text, found.encoding, found.is_verbatim, opening, told)


def _first_lines(text: str, path: str) -> list[FoundLine]:
    """The lines before the first chapter or article that are no notes."""
    found: list[FoundLine] = []
    for line in source_lines(text):
        if line.kind in _BODY:
            return found
        if line.kind not in _NOTES:
            found.append(FoundLine(line.passage.lead.strip() + line.passage.text, line.passage.line))
    raise SourceError(
        f"{path}: no article found, so this is no law: a line such as 'Article 1. ...' is missing"
    )
