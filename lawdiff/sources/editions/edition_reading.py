"""One edition with what its own notes tell: its effects, its last day, and what was doubtful in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from lawdiff.law.edition import Edition
from lawdiff.law.effect import Effect
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.law.finding import Finding, Severity
from lawdiff.sources.act_source import ActSource
from lawdiff.sources.edition_file import EditionFile
from lawdiff.sources.edition_text import read_edition_file
from lawdiff.sources.inference import inferred_ends, inferred_insertions, with_candidates
from lawdiff.sources.note_effects import NoteEffects, latest_adoption, read_notes


@dataclass(frozen=True, slots=True)
class EditionReading:
    """An edition with its notes read. `stated` are the effects that the notes tell, `inferred` those that
    numbers betray (R7); `horizon` is the last day it proves anything about (R10)."""

    edition: Edition
    horizon: dt.date
    stated: tuple[Effect, ...]
    inferred: tuple[Effect, ...]
    findings: tuple[Finding, ...]

    @property
    def effects(self) -> tuple[Effect, ...]:
        return (*self.stated, *self.inferred)

    @property
    def past(self) -> tuple[Effect, ...]:
        """What its notes tell of as done, without what they only announce."""
        return tuple(effect for effect in self.effects if not effect.announced)

    def line_of(self, target: EId) -> int | None:
        """The line on which a provision begins, None where the edition does not print it."""
        eid = target.parent if target.kind == "heading" else target
        return next((node.line for node in self.edition.walk() if node.eid == eid), None)


def read_with_notes(source: ActSource, file: EditionFile) -> EditionReading:
    """The edition in a file. SourceError where nothing tells its day."""
    edition = replace(read_edition_file(file.path, source.act.id, file.language), date=file.date)
    notes = read_notes(edition)
    horizon = file.date or latest_adoption(notes)
    if horizon is None:
        raise SourceError(
            f"{file.path}: no note names a law, so nothing tells the edition's day. Set `date`."
        )
    read = NoteEffects(edition, source.laws, horizon)
    stated = with_candidates(edition, read.read(notes), source.act, horizon)
    ends = tuple(inferred_ends(edition, stated, horizon))
    inferred = (*inferred_insertions(edition, stated, source.act, horizon), *ends)
    findings = (*read.findings, *(_without_end(edition, end) for end in ends))
    return EditionReading(edition, horizon, stated, inferred, findings)


def _without_end(edition: Edition, end: Effect) -> Finding:
    message = f"a note puts in {end.target}, which is not printed, and no note says which law excluded it"
    return Finding("note-place-unknown", end.target, end.line, message, Severity.WARNING, edition.path)
