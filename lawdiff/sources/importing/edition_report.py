"""What was read in an edition and what was not: articles, notes, the laws that they name."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from lawdiff.sources.edition_file import EditionFile
from lawdiff.sources.edition_text import read_edition_file
from lawdiff.sources.importing.named_laws import NamedLaw, named_laws
from lawdiff.sources.note_effects import latest_adoption, read_notes


@dataclass(frozen=True, slots=True)
class UnknownNote:
    """A note that no rule reads; its provision is `later` before the edition (R12)."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class EditionReport:
    """`latest` is the latest day of adoption that the notes mention, `provisions` how many the edition has of
    each kind (`art`, `para`, ...), `notes_read` how many notes are understood."""

    file: EditionFile
    latest: dt.date | None
    provisions: Counter[str]
    notes_read: int
    unknown: tuple[UnknownNote, ...]
    laws: tuple[NamedLaw, ...]

    @property
    def horizon(self) -> dt.date | None:
        """The last day that the edition proves anything about (R10)."""
        return self.file.date or self.latest


def edition_report(act_id: str, file: EditionFile) -> EditionReport:
    """What was read in that edition of the act."""
    edition = read_edition_file(file.path, act_id, file.language)
    notes = read_notes(edition)
    unknown = tuple(UnknownNote(each.note.line, each.note.sentence) for each in notes if each.reading.unknown)
    return EditionReport(
        file=file,
        latest=latest_adoption(notes),
        provisions=Counter(node.eid.kind for node in edition.walk()),
        notes_read=len(notes) - len(unknown),
        unknown=unknown,
        laws=named_laws(notes),
    )
