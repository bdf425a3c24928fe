"""The notes of an edition, read and turned into effects on the provisions they stand under."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.clause import NO_CLAUSE, Clause, resolve
from lawdiff.law.commencement import Basis, Commencement
from lawdiff.law.edition import Edition, Note, NoteForm
from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.law.finding import Finding, Severity
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.sources.editorial import is_about_contents
from lawdiff.sources.note_targets import ACT, NoteTargets
from lawdiff.sources.notes.grammar import read_note
from lawdiff.sources.notes.note import NoteEffect, NoteReading


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note of the edition with what the grammar made of it."""

    note: Note
    reading: NoteReading


def read_notes(edition: Edition) -> tuple[ReadNote, ...]:
    """Every note of the edition, read, in the order of the text."""
    notes = sorted(edition.all_notes(), key=lambda note: note.line)
    return tuple(ReadNote(note, read_note(_sentence(note), edition.language)) for note in notes)


def _sentence(note: Note) -> str:
    """The note's words; an inline note has its number in front ("2) is excluded by ...")."""
    if note.form is not NoteForm.INLINE:
        return note.sentence
    return f"{note.lines[0].lead.strip()} {note.sentence}"


def latest_adoption(notes: tuple[ReadNote, ...]) -> dt.date | None:
    """The latest adoption day that the notes mention: the horizon of an edition without a date (R10)."""
    days = [effect.adopted for each in notes for effect in each.reading.effects if effect.adopted]
    return max(days, default=None)


_KINDS = {kind.value: kind for kind in Kind}
# What starts on a day was not there, or not with these words, before; what lapses may be gone after it.
_AS_CHANGES = {"commencement": "amend", "lapse": "repeal"}
_FORMS = {
    NoteForm.FOOTNOTE: "footnote",
    NoteForm.INLINE: "note in place",
    NoteForm.ANNOUNCEMENT: "announcement",
}


class NoteEffects:
    """Effects out of notes: where each applies, by which law, from when; and what was doubtful in them."""

    def __init__(self, edition: Edition, laws: Mapping[str, AmendingLaw], horizon: dt.date) -> None:
        self._edition = edition
        self._laws = laws
        self._horizon = horizon
        self._targets = NoteTargets(edition, self.find)
        self.findings: list[Finding] = []

    def read(self, notes: tuple[ReadNote, ...]) -> tuple[Effect, ...]:
        """The effects of all notes, in the order of the text."""
        return tuple(effect for each in notes for effect in self._effects(each))

    def find(self, code: str, note: Note, message: str, severity: Severity = Severity.WARNING) -> None:
        """Record a finding at the note's line."""
        self.findings.append(Finding(code, note.about, note.line, message, severity, self._edition.path))

    def _effects(self, each: ReadNote) -> Iterator[Effect]:
        note, reading = each.note, each.reading
        for finding in reading.findings:
            self.find(finding.code, note, finding.message)
        if reading.unknown and is_about_contents(_sentence(note), self._edition.language):
            return
        if reading.unknown:
            self.find("note-unknown", note, f"this note cannot be read: {note.sentence[:120]!r}")
            yield from self._unreadable(note)
        named = self._targets.named_in(note, reading)
        for stated in reading.effects:
            effect = self._effect(note, stated, named)
            if effect:
                yield effect

    def _unreadable(self, note: Note) -> Iterator[Effect]:
        """An unreadable note makes its provision, title and all, `later` before the edition (R12); one at the
        head of the act the act's title too."""
        day = Commencement(self._horizon, self._horizon, Basis.UNKNOWN)
        cause = Cause(UNKNOWN_LAW, None, day, NO_CLAUSE)
        source = f"unreadable {self._source(note)}"
        yield Effect(Kind.AMEND, note.about, (cause,), Certainty.STATED, source, line=note.line)
        if title := self._targets.title_of(note):
            yield Effect(Kind.RENAME_AMEND, title, (cause,), Certainty.STATED, source, line=note.line)

    def _effect(self, note: Note, stated: NoteEffect, named: set[str]) -> Effect | None:
        announced = stated.kind.startswith("announce-") or (
            stated.kind == "lapse" and note.form is not NoteForm.INLINE  # in its place: it has lapsed
        )
        kind = _KINDS.get(_AS_CHANGES.get(stated.kind, stated.kind).removeprefix("announce-"))
        if kind is None or (stated.kind == "commencement" and stated.target == "act"):
            return None  # the start of the act itself is in act.toml
        kind, target = self._targets.of(note, stated, kind, named)
        if kind is Kind.SUBSTITUTE and any(None in pair for pair in stated.substitutions):
            kind, target = Kind.AMEND, ACT if target == "text" else target  # the words are not known
        if kind is not Kind.REPEAL and not (kind is Kind.INSERT and announced):
            kind, target = self._targets.certain(note, kind, target)
        return Effect(
            kind=kind,
            target=target,
            causes=(self._cause(note, stated),),
            certainty=Certainty.STATED,
            source=self._source(note),
            substitutions=_pairs(stated) if kind is Kind.SUBSTITUTE else (),
            announced=announced,
            line=note.line,
        )

    def _source(self, note: Note) -> str:
        return f"{_FORMS[note.form]}, {self._edition.path} line {note.line}"

    def _cause(self, note: Note, stated: NoteEffect) -> Cause:
        if stated.kind in _AS_CHANGES and stated.clause.day:  # the day is told, whoever told it
            day = Commencement(stated.clause.day, stated.clause.day, Basis.STATED)
            return Cause(stated.law, stated.adopted, day, stated.clause)
        if stated.law == UNKNOWN_LAW or stated.adopted is None:
            day = Commencement(self._horizon, self._horizon, Basis.UNKNOWN)
            return Cause(stated.law, stated.adopted, day, stated.clause)
        registered = self._laws.get(stated.law)
        self._compare(note, stated, registered)
        published = registered.published if registered else None
        day = resolve(stated.clause, stated.adopted, published)
        return Cause(stated.law, stated.adopted, day, stated.clause)

    def _compare(self, note: Note, stated: NoteEffect, registered: AmendingLaw | None) -> None:
        if registered is None:
            self.find("law-unregistered", note, f"the register has no law {stated.law} of {stated.adopted}")
        elif registered.adopted != stated.adopted:
            self.find(
                "law-two-days",
                note,
                f"the note dates {stated.law} {stated.adopted}, the register {registered.adopted}",
            )
        elif _disagree(registered.clause, stated.clause):
            self.find(
                "clause-two-forms",
                note,
                f"{stated.law} commences {stated.clause} by this note, {registered.clause} by the register",
            )


def _pairs(stated: NoteEffect) -> tuple[tuple[str, str], ...]:
    return tuple((old, new) for old, new in stated.substitutions if old and new is not None)


def _disagree(registered: Clause, stated: Clause) -> bool:
    return registered != stated and stated != NO_CLAUSE and registered != NO_CLAUSE
