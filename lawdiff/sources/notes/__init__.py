"""The grammar of the editors' notes: from "Article 4 as amended by the Law ..." to what that states."""

from lawdiff.sources.notes.grammar import is_in_place, read_note
from lawdiff.sources.notes.note import NoteEffect, NoteFinding, NoteReading

__all__ = ["NoteEffect", "NoteFinding", "NoteReading", "is_in_place", "read_note"]
