"""A saved file, read as the text of a law: its lines, what it says of itself, and where that was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lawdiff.law.errors import SourceError
from lawdiff.law.known_act import ActKind
from lawdiff.sources.edition_lines import edition_lines
from lawdiff.sources.edition_text import MAX_BYTES
from lawdiff.sources.importing.encodings import decoded
from lawdiff.sources.importing.opening import FoundLine, Opening, read_opening
from lawdiff.sources.importing.page_text import LeftOut, is_page, page_text
from lawdiff.sources.importing.saved_file import SavedFile
from lawdiff.sources.importing.text_language import text_language
from lawdiff.sources.lines import STRUCTURE, LineKind, SourceLine
from lawdiff.sources.note_lines import NOTES

_OF_ITEMS = (ActKind.ORDER, ActKind.RESOLUTION, ActKind.DECREE, ActKind.REGULATORY_RESOLUTION)


@dataclass(frozen=True, slots=True)
class SavedLaw:
    """The text of a law out of a saved file.

    `is_verbatim`: the text's UTF-8 bytes are the file's own bytes. `language` is "" where nothing tells it.
    Of a page there is also what of it is not in the text, the anchors by line, and the address it was at.
    """

    file: SavedFile
    text: str
    encoding: str
    is_verbatim: bool
    opening: Opening
    language: str
    left_out: tuple[LeftOut, ...] = ()
    anchors: tuple[tuple[int, str], ...] = ()
    address: str = ""


def read_saved_law(
    file: SavedFile, encoding: str | None = None, language: str | None = None, *, may_be_items: bool = False
) -> SavedLaw:
    """The law in a saved file; `encoding` and `language` are what the user says of it.

    SourceError where the file has no article: it is not a law. `may_be_items`: an order of numbered items,
    in a text file, is one too.
    """
    found = decoded(file, encoding)
    path = str(file.path)
    suffix = ".html" if file.archived else file.path.suffix
    page = page_text(found.text, path) if is_page(found.text, suffix) else None
    text = page.text if page else found.text
    if len(text) > MAX_BYTES:
        raise SourceError(f"{path}: {len(text):,} letters are more than any law has")
    lines = edition_lines(text, language or "en")
    found_language = text_language(lines, path)
    told = language or found_language
    if found_language and told != found_language:
        raise SourceError(
            f"{path}: its articles are in {found_language!r}, not in {told!r}; leave out --lang"
        )
    items = may_be_items and page is None and not any(line.kind is LineKind.ARTICLE for line in lines)
    opening = read_opening(_lines_before_items(lines)) if items else None
    if opening and opening.name and opening.name.kind in _OF_ITEMS:
        told = told or opening.name.language
    else:
        opening = read_opening(_first_lines(lines, path))
    is_verbatim = page is None and found.is_verbatim
    law = SavedLaw(file, text, found.encoding, is_verbatim, opening, told)
    if page is None:
        return law
    address = page.address or (file.archived.address if file.archived else "")
    return replace(law, left_out=page.left_out, anchors=page.anchors, address=address)


def _lines_before_items(lines: Sequence[SourceLine]) -> list[FoundLine]:
    """The lines before "1. Внести ..."."""
    first = next((at for at, line in enumerate(lines) if line.kind is LineKind.PARAGRAPH), 0)
    return [
        FoundLine(line.passage.lead.strip() + line.passage.text, line.passage.line) for line in lines[:first]
    ]


def _first_lines(lines: Sequence[SourceLine], path: str) -> list[FoundLine]:
    """The lines before the first heading that are no notes."""
    first = next((at for at, line in enumerate(lines) if line.kind in STRUCTURE), None)
    if first is None or not any(line.kind is LineKind.ARTICLE for line in lines):
        raise SourceError(
            f"{path}: no article found, so this is no law: a line such as 'Article 1. ...' is missing"
        )
    return [
        FoundLine(line.passage.lead.strip() + line.passage.text, line.passage.line)
        for line in lines[:first]
        if line.kind not in NOTES
    ]
