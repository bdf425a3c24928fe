"""Which provision of the edition a note is about: the one it names, or the one it stands under."""

from __future__ import annotations

from collections.abc import Callable

from lawdiff.law.edition import Edition, Note, NoteForm
from lawdiff.law.effect import Kind
from lawdiff.law.eid import EId, is_eid, number_order
from lawdiff.sources.notes.note import NoteEffect, NoteReading
from lawdiff.sources.notes.subjects import RELATIVE

ACT = EId("act")
_TITLE = EId("title")
_WHOLE = ("act", "title", "text")
_OUTER = ("chp", "sec", "part", "preamble")
_WORDS = {"art": "Article", "chp": "Chapter", "para": "paragraph", "subpara": "subparagraph"}
Find = Callable[[str, Note, str], None]


class NoteTargets:
    """The provisions of an edition, for its notes. What is doubtful goes to `find`: code, note and words."""

    def __init__(self, edition: Edition, find: Find) -> None:
        self._find = find
        self._known = {node.eid for node in edition.walk()}
        self._titled = {node.eid for node in edition.walk() if node.heading}
        self._worded = {node.eid for node in edition.walk() if not node.is_excluded}

    def title_of(self, note: Note) -> EId | None:
        """The title of what the note stands under, None where that has none."""
        if note.about == ACT:
            return _TITLE
        return note.about.heading if note.about in self._titled else None

    def named_in(self, note: Note, reading: NoteReading) -> set[str]:
        """All that the note names, without what stands inside; what it stands under too where it ends an
        article that stood behind that: it tells of both."""
        named = {stated.target.partition("__")[0] for stated in reading.effects}
        ended = {stated.target for stated in reading.effects if stated.kind == "repeal"}
        if any(self._stood_behind(note.about, EId(eid)) for eid in ended if eid.startswith("art_")):
            named.add(note.about)
        return named

    def of(self, note: Note, stated: NoteEffect, kind: Kind, named: set[str]) -> tuple[Kind, EId]:
        """What the note says was done, and to what. A paragraph without an article, at the head of the act,
        may be any article's: the act may have been amended."""
        if note.about == ACT and stated.target.startswith(RELATIVE):
            self._find("note-place-unknown", note, f"the note names {_in_words(stated.target)} of no article")
            return Kind.AMEND, ACT
        target = self._target(note, stated, named)
        if kind is Kind.INSERT and _is_of_another(target, stated.target):
            return Kind.AMEND, target  # a slip of the note, or an article that it stands under by chance
        return kind, target

    def certain(self, note: Note, kind: Kind, target: EId) -> tuple[Kind, EId]:
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
        self._find("note-place-unknown", note, f"there is no {place}; {holder} may have been amended")
        return Kind.AMEND, holder

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
            self._find("note-place-unknown", note, f"the note names {named!r}, which is no provision")
            return note.about
        gone = stated.kind == "repeal" and named not in self._known and note.about in self._worded
        if named.startswith(RELATIVE):
            return self._inside(note, EId(named), gone)
        if note.about in places or gone:  # what is no longer printed is excluded under its neighbour
            return EId(named)
        return self._footnote_target(note, EId(named))

    def _announced(self, note: Note, named: str, kind: str) -> EId:
        if note.about == "act" and is_eid(named) and not named.startswith(RELATIVE):
            return EId(named)  # ahead of the first article, or of the preamble
        if kind == "announce-insert" and is_eid(named) and EId(named).kind == "art":
            return EId(named)
        if kind == "announce-insert" and is_eid(named):
            head, _, rest = named.partition("__")
            inside = rest if note.about.endswith(head) else named
            return EId(f"{note.about}__{inside}") if inside else note.about
        if named == "al_1":  # "Part one", ahead of it: the own text of what it stands at
            return note.about
        self._find("note-wrong-number", note, f"the announcement names {named}, but {note.about} follows it")
        return note.about

    def _stood_behind(self, about: EId, ended: EId) -> bool:
        """Whether an article that the note ends and nobody prints now stood behind this: 14-1 behind 14."""
        if ended in self._known or {about.kind, ended.kind} != {"art"}:
            return False
        return number_order(ended.number)[0] == number_order(about.number)[0] and about.order < ended.order

    def _footnote_target(self, note: Note, named: EId) -> EId:
        about = note.about
        if named.within(about) or about == "act" or named.segments[0][0] in _OUTER:
            return named
        if named.segments[0][0] == about.segments[0][0]:
            outer = f"{named.segments[0][0]}_{named.segments[0][1]}"
            self._find(
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
            self._find("note-place-unknown", note, f"{_in_words(note.about)} has no {named}")
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


def _names(about: EId, named: str) -> bool:
    """Whether a name from a note is that of the provision it stands under, whose eId may say more."""
    return about == named or about.endswith("__" + named)


def _in_words(eid: str) -> str:
    kind, _, number = eid.partition("_")
    return f"{_WORDS[kind]} {number}" if kind in _WORDS and "__" not in number else eid
