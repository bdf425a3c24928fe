"""A consolidated text, read into an edition: the tree of provisions with every note in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from lawdiff.law.edition import Edition, Note, Passage, Provision
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.sources.edition_body import NOTES, STRUCTURE, Body, Growing, add_passage, note_lines, whole_line
from lawdiff.sources.lines import LineKind, SourceLine, blank_lines, source_lines

MAX_BYTES = 20_000_000
_SIGNATURE = re.compile(r"(The )?President\b")


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


def read_edition(text: str, act: str, language: str, path: str = "") -> Edition:
    """The edition in a text: what is no provision and no note is opening or closing. Drops nothing.

    Raises SourceError where no article is found.
    """
    lines = list(source_lines(text))
    first = next((i for i, line in enumerate(lines) if line.kind in STRUCTURE), None)
    if first is None or not any(line.kind is LineKind.ARTICLE for line in lines):
        raise SourceError(
            f"{path or 'the text'}: no article found: a line such as 'Article 1. ...' is missing."
        )
    last = _closing_start(lines)
    opening, act_notes, preamble = _read_front(lines[:first])
    provisions = Body().read(lines[first:last])
    return Edition(
        act=act,
        language=language,
        title=opening[0].text if opening else "",
        opening=tuple(opening),
        notes=tuple(act_notes),
        provisions=(*preamble, *provisions),
        closing=tuple(line.passage for line in lines[last:]),
        line_count=text.count("\n") + 1,
        path=path,
        spacing=tuple(blank_lines(text)),
    )


def _closing_start(lines: Sequence[SourceLine]) -> int:
    """Where the signature begins: the last block of the file, if it opens with the President."""
    for index in range(len(lines) - 1, max(len(lines) - 6, 0), -1):
        line = lines[index]
        if line.kind in STRUCTURE:
            break
        if line.after_blank:
            return index if _SIGNATURE.match(line.passage.text) else len(lines)
    return len(lines)


def _read_front(lines: Sequence[SourceLine]) -> tuple[list[Passage], list[Note], list[Provision]]:
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
            taken = note_lines(lines, index)
            owner = preamble if preamble.text else None
            about = preamble.eid if owner else EId("act")
            note = Note(NOTES[line.kind], about, tuple(item.passage for item in taken))
            (owner.notes if owner else notes).append(note)
            index += len(taken)
            continue
        if line.kind is LineKind.FLUSH and not preamble.text:
            opening.append(line.passage)
        else:
            add_passage(preamble, whole_line(line))
        index += 1
    return opening, notes, [preamble.finished()] if preamble.text else []
