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
from lawdiff.law.eid import EId, is_eid, number_order
from lawdiff.law.finding import Finding, Severity
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.sources.editorial import is_about_contents
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
_RELATIVE = ("para_", "subpara_", "al_")  # names no article
_OUTER = ("chp", "sec", "part", "preamble")
_ACT = EId("act")
_TITLE = EId("title")
# What starts on a day was not there, or not with these words, before; what lapses may be gone after it.
_AS_CHANGES = {"commencement": "amend", "lapse": "repeal"}
_WHOLE = ("act", "title", "text")
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
        self._known = {node.eid for node in edition.walk()}
        self._titled = {node.eid for node in edition.walk() if node.heading}
        self._worded = {node.eid for node in edition.walk() if not node.is_excluded}
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
        named = {stated.target.partition("__")[0] for stated in reading.effects}
        ended = {stated.target for stated in reading.effects if stated.kind == "repeal"}
        if any(self._stood_behind(note.about, EId(eid)) for eid in ended if eid.startswith("art_")):
            named.add(note.about)  # the note tells of both
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
        if note.about in self._titled or note.about == "act":
            title = _TITLE if note.about == "act" else note.about.heading
            yield Effect(Kind.RENAME_AMEND, title, (cause,), Certainty.STATED, source, line=note.line)

    def _effect(self, note: Note, stated: NoteEffect, named: set[str]) -> Effect | None:
        announced = stated.kind.startswith("announce-") or (
            stated.kind == "lapse" and note.form is not NoteForm.INLINE  # in its place: it has lapsed
        )
        kind = _KINDS.get(_AS_CHANGES.get(stated.kind, stated.kind).removeprefix("announce-"))
        if kind is None or (stated.kind == "commencement" and stated.target == "act"):
            return None  # the start of the act itself is in act.toml
        target = self._target(note, stated, named)
        if kind is Kind.INSERT and _is_of_another(target, stated.target):
            kind = Kind.AMEND  # a slip of the note, or an article that it stands under by chance
        if kind is Kind.SUBSTITUTE and any(None in pair for pair in stated.substitutions):
            kind, target = Kind.AMEND, _ACT if target == "text" else target  # the words are not known
        if kind is not Kind.REPEAL and not (kind is Kind.INSERT and announced):
            kind, target = self._certain(note, kind, target)
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

    def _certain(self, note: Note, kind: Kind, target: EId) -> tuple[Kind, EId]:
        """The change, or where the edition has no such place an amendment of what holds it: the place may be
        printed under another number, and its words may not pass for older than they are."""
        place = target.parent if target.kind == "heading" and target.parent else target
        if place in self._known or place.own in self._known or place in _WHOLE:
            return kind, target
        holder: EId | None = place.parent
        while holder and holder not in self._known:
            holder = holder.parent
        if holder is None:
            return kind, target
        self.find("note-place-unknown", note, f"there is no {place}; {holder} may have been amended")
        return Kind.AMEND, holder

    def _source(self, note: Note) -> str:
        form = {NoteForm.FOOTNOTE: "footnote", NoteForm.INLINE: "note in place"}.get(
            note.form, "announcement"
        )
        return f"{form}, {self._edition.path} line {note.line}"

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

    def _target(self, note: Note, stated: NoteEffect, places: set[str]) -> EId:
        """What the note is about. A footnote with another article's number is taken to be about the one
        it stands under (R12), unless the note names that one too ("Articles 1 - 3 as amended by"); a
        relative name ("Subparagraph 14)") is the provision itself or inside it. `places`: all it names."""
        named = stated.target
        if named == "act":  # "Abolished by the Law ...": what it stands under
            return note.about
        if named == "title" and note.about in self._titled:  # "Title as amended by", under an article
            return note.about.heading
        if named == "text" and stated.kind.removeprefix("announce-") != "substitute":
            return note.about  # "Text as amended by the Law ..."
        if named in ("text", "title"):
            return EId(named)
        if note.form is NoteForm.INLINE:
            return _in_row(note.about, named)
        if _names(note.about, named.removesuffix("__heading")):  # "§ 2" under the second chapter's
            return note.about.heading if named.endswith("__heading") else note.about
        if note.form is NoteForm.ANNOUNCEMENT:
            return self._announced(note, named, stated.kind)
        if not is_eid(named):
            self.find("note-place-unknown", note, f"the note names {named!r}, which is no provision")
            return note.about
        gone = stated.kind == "repeal" and named not in self._known and note.about in self._worded
        if named.startswith(_RELATIVE):
            return self._inside(note, EId(named), gone)
        if note.about in places or gone:  # what is no longer printed is excluded under its neighbour
            return EId(named)
        return self._footnote_target(note, EId(named))

    def _announced(self, note: Note, named: str, kind: str) -> EId:
        if (
            note.about == "act"
            and is_eid(named)
            and EId(named).segments[0][0] not in ("para", "subpara", "al")
        ):
            return EId(named)  # ahead of the first article, or of the preamble
        if kind == "announce-insert" and is_eid(named) and EId(named).kind == "art":
            return EId(named)
        if kind == "announce-insert" and is_eid(named):
            head, _, rest = named.partition("__")
            inside = rest if note.about.endswith(head) else named
            return EId(f"{note.about}__{inside}") if inside else note.about
        if named == "al_1":  # "Part one", ahead of it: the own text of what it stands at
            return note.about
        self.find("note-wrong-number", note, f"the announcement names {named}, but {note.about} follows it")
        return note.about

    def _stood_behind(self, about: EId, ended: EId) -> bool:
        """Whether an article that the note ends and nobody prints now stood behind this: 14-1 behind 14."""
        if ended in self._known or {about.kind, ended.kind} != {"art"}:
            return False
        return number_order(ended.number)[0] == number_order(about.number)[0] and about.order < ended.order

    def _footnote_target(self, note: Note, named: EId) -> EId:
        about = note.about
        if (
            named.within(about)
            or about == "act"
            or named.segments[0][0] in ("chp", "sec", "part", "preamble")
        ):
            return named
        if named.segments[0][0] == about.segments[0][0]:
            outer = f"{named.segments[0][0]}_{named.segments[0][1]}"
            self.find(
                "note-wrong-number",
                note,
                f"the note says {_in_words(outer)} and stands under {_in_words(about)}; it is taken to be "
                f"about {_in_words(about)}",
            )
            return EId(about + named[len(outer) :])
        return self._inside(note, named, False)

    def _inside(self, note: Note, named: EId, gone: bool) -> EId:
        """A relative name in a footnote: "Paragraph 2" of the article the note stands under. What is `gone`
        need not be printed."""
        inside = EId(f"{note.about}__{named}")
        if inside not in self._known and not gone:
            self.find("note-place-unknown", note, f"{_in_words(note.about)} has no {named}")
        return inside


def _is_of_another(target: EId, named: str) -> bool:
    """Whether an insertion that names another article was taken to be of one with a plain number, as the act
    had from its start."""
    return target.kind == "art" and named.startswith("art_") and named != target and "-" not in target.number


def _in_row(about: EId, named: str) -> EId:
    """What a note in place is about: "5) - 7) are excluded" stands at 5) and tells of its neighbours too. Of
    passages the place counts: editors number them in more ways than one."""
    if about.kind == "al":
        return about
    kind, _, number = named.partition("_")
    printed = about.number.partition("-x")[0]  # a number that stands twice
    if about.parent and kind == about.kind and "__" not in number and number != printed:
        return about.parent.child(kind, number)
    return about


def _pairs(stated: NoteEffect) -> tuple[tuple[str, str], ...]:
    return tuple((old, new) for old, new in stated.substitutions if old and new is not None)


def _names(about: EId, named: str) -> bool:
    """Whether a name from a note is that of the provision it stands under, whose eId may say more."""
    return about == named or about.endswith("__" + named)


def _disagree(registered: Clause, stated: Clause) -> bool:
    return registered != stated and stated != NO_CLAUSE and registered != NO_CLAUSE


_WORDS = {"art": "Article", "chp": "Chapter", "para": "paragraph", "subpara": "subparagraph"}


def _in_words(eid: str) -> str:
    kind, _, number = eid.partition("_")
    return f"{_WORDS[kind]} {number}" if kind in _WORDS and "__" not in number else eid
