"""A consolidated text, read into an edition: the tree of provisions with every note in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from lawdiff.law.edition import Edition, Note, NoteForm, Passage, Provision
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.sources.edition_body import Body, Growing, add_passage
from lawdiff.sources.edition_lines import edition_lines
from lawdiff.sources.editorial import is_remark
from lawdiff.sources.gone_passages import gone_in_place
from lawdiff.sources.lines import STRUCTURE, LineKind, SourceLine, blank_lines, whole_line
from lawdiff.sources.note_lines import NOTES, note_lines

MAX_BYTES = 20_000_000
_LONGEST_SIGNATURE = 5
_WIDEST_SIGNATURE = 120
_SIGNATURE = re.compile(
    r"(?:The )?President\b|Президент\b|(?:Қазақстан\s+Республикасының\s+)?Президент[іi]\b"
)
_WHOLE_SIGNATURE = re.compile(
    r"(?:(?:The )?President of the Republic of Kazakhstan|Президент Республики Казахстан"
    r"|Қазақстан Республикасының Президент[іi])(?:\s+[^\W\d_]\.?\s?[^\W\d_]*\.?\s?[\w-]+)?\Z"
)
_OF_KAZAKHSTAN = re.compile(r"Қазақстан\s+Республикасының\Z")


def read_edition_file(path: Path, act: str, language: str) -> Edition:
    """The edition in a file of UTF-8 text. Raises SourceError where it is no text of a law."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}). Check the file.") from error
    if len(data) > MAX_BYTES:
        raise SourceError(
            f"{path}: {len(data):,} bytes are more than any law has; the limit is {MAX_BYTES:,}."
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SourceError(f"{path}:{line}: not UTF-8. Save the text as UTF-8 and try again.") from error
    return read_edition(text, act, language, path.name)


@lru_cache(maxsize=4)  # several ask for the same one: the timelines, the findings, the pages
def read_edition(text: str, act: str, language: str, path: str = "") -> Edition:
    """The edition in a text: what is no provision and no note is opening or closing. Drops nothing.

    Raises SourceError where no article is found.
    """
    lines = edition_lines(text, language)
    first = next((i for i, line in enumerate(lines) if line.kind in STRUCTURE), None)
    if first is None or not any(line.kind is LineKind.ARTICLE for line in lines):
        raise SourceError(
            f"{path or 'the text'}: no article found: a line such as 'Article 1. ...' is missing."
        )
    start, end = _signature(lines, first)
    opening, act_notes, preamble = _read_front(lines[:first], language)
    provisions = Body(language).read([*lines[first:start], *lines[end:]])
    taken = {line.passage.line + below for line in lines for below in range(line.passage.height)}
    return Edition(
        act=act,
        language=language,
        title=opening[0].text if opening else "",
        opening=tuple(opening),
        notes=tuple(act_notes),
        provisions=(*preamble, *provisions),
        closing=tuple(line.passage for line in lines[start:end]),
        line_count=text.count("\n") + 1,
        path=path,
        spacing=tuple(blank for blank in blank_lines(text) if blank.line not in taken),
    )


def _signature(lines: Sequence[SourceLine], first: int) -> tuple[int, int]:
    """Where the signature begins and ends: the last block of the law, ahead of its annexes, if it opens with
    the President; (the number of lines, the same) where nobody signed."""
    annex = next((i for i in range(first, len(lines)) if lines[i].kind is LineKind.ANNEX), len(lines))
    for end in dict.fromkeys((annex, len(lines))):
        start = _signature_start(lines, first, end)
        if start < end:
            return start, end
    return len(lines), len(lines)


def _signature_start(lines: Sequence[SourceLine], first: int, end: int) -> int:
    for index in range(end - 1, max(end - 1 - _LONGEST_SIGNATURE, first), -1):
        line = lines[index]
        if line.kind in STRUCTURE:
            break
        if _WHOLE_SIGNATURE.match(line.passage.text):
            return index
        if line.after_blank:
            return index if _signs(lines, index, end) else end
    return end


def _signs(lines: Sequence[SourceLine], index: int, end: int) -> bool:
    """Whether the block that begins there is the President's: "Қазақстан Республикасының", "Президенті"."""
    words = lines[index].passage.text
    if any(_is_sentence(line.passage.text) for line in lines[index:end]):
        return False
    if _SIGNATURE.match(words):
        return True
    below = lines[index + 1].passage.text if index + 1 < end else ""
    return bool(_OF_KAZAKHSTAN.match(words) and _SIGNATURE.match(below))


def _is_sentence(words: str) -> bool:
    """Whether a line of the last block is rather the law's own words: "The President shall appoint ..."."""
    return len(words) > _WIDEST_SIGNATURE or words.endswith((".", ";", ":"))


def _read_front(
    lines: Sequence[SourceLine], language: str
) -> tuple[list[Passage], list[Note], list[Provision]]:
    """What stands before the first chapter or article: opening lines, notes on the act, the preamble.

    A footnote is the preamble's when it stands behind its words. A note right before the first heading
    would be an announcement about it; it is kept with the act.
    """
    opening: list[Passage] = []
    notes: list[Note] = []
    preamble = Growing(EId("preamble"))
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.kind in NOTES:
            taken = note_lines(lines, index, language)
            index += len(taken)
            if any(is_remark(item.passage) for item in taken):  # "Примечание РЦПИ!", "Для удобства ..."
                opening += [item.passage for item in taken]
                continue
            owner = preamble if preamble.text else None
            about = preamble.eid if owner else EId("act")
            note = Note(NOTES[line.kind], about, tuple(item.passage for item in taken))
            (owner.notes if owner else notes).append(note)
            continue
        if gone_in_place(whole_line(line).text, language):  # "Преамбула исключена Законом ...", unmarked
            notes.append(Note(NoteForm.FOOTNOTE, EId("act"), (whole_line(line),)))
        elif (line.kind is LineKind.FLUSH and not preamble.text) or is_remark(line.passage):
            opening.append(line.passage)
        else:
            add_passage(preamble, whole_line(line))
        index += 1
    return opening, notes, [preamble.finished()] if preamble.text else []
