"""The engine of most notes: what a note is about, what was done to it, and by which laws (R4)."""

from __future__ import annotations

from dataclasses import replace

from lawdiff.law.clause import Clause, ClauseKind
from lawdiff.sources.notes.clauses import on_day
from lawdiff.sources.notes.cursor import Cursor, Unread
from lawdiff.sources.notes.dates import take_date
from lawdiff.sources.notes.language import Language, Places
from lawdiff.sources.notes.laws import NO_LAW, Reference, clause_missing, take_clause, take_laws
from lawdiff.sources.notes.lexicon import words
from lawdiff.sources.notes.note import NoteEffect
from lawdiff.sources.notes.subjects import (
    RELATIVE,
    Subject,
    beside,
    first_subject,
    going_on,
    inside_only,
    named_subject,
    title_beside,
    told_of,
    under,
)

_LOOSE = words(", - :")
_RENAMES = {"replace": "rename-replace", "amend": "rename-amend"}
_DAY_ENDINGS = words("ға ге қа ке на не нан нен дан ден тан тен")  # "2013.01.01-ге дейін"
_INDEFINITE = words("a an new новым новой новыми")
_ITEMS = ("para", "subpara", "al")
_MOST_EFFECTS = 20_000  # more than any real note has; a note made of lists of lists stops here


def read_changes(cursor: Cursor, language: Language, targets: Places, announced: bool) -> list[NoteEffect]:
    """The changes told of these targets: `is in the wording of L1; as amended by L2; dated C No. 3`.

    A change may name a place of its own behind a semicolon: `Article 5 as amended by L1; paragraph 3 is
    excluded by L2`. What is told of an article that was put in is told of the article: `The Law is
    supplemented by Article 16-1 by L1; in the wording of L2`. Raises Unread where no change is told.
    """
    told = [first_subject(cursor, language, targets)]
    effects, put_in = _change(cursor, language, targets, announced)
    while True:
        inside = _take_in(told, put_in)
        mark = cursor.mark()
        if not language.joins.take(cursor) or cursor.at_end:
            cursor.reset(mark)
            return effects
        start = cursor.pos
        if named := language.take_places(cursor):
            places = beside(told[-1].places, title_beside(cursor, start, told[-1].places, named))
            subject = named_subject(cursor, language, start, places)
        else:
            subject = going_on(cursor, language, told, inside)
        told = told_of(told, subject)
        cursor.skip(_LOOSE)
        try:
            more, put_in = _change(cursor, language, told[-1].places, announced)
        except Unread:
            cursor.reset(mark)
            return effects
        effects += more
        if len(effects) > _MOST_EFFECTS:
            raise Unread


def _take_in(told: list[Subject], put_in: Subject | None) -> Subject | None:
    """What was put into the last subject. An article that was put in is what the note goes on about."""
    if put_in and not put_in.places[0].rpartition("__")[2].startswith(RELATIVE):
        told[-1:] = [put_in]
        return None
    return put_in


def _change(
    cursor: Cursor, language: Language, targets: Places, announced: bool
) -> tuple[list[NoteEffect], Subject | None]:
    """One verb and its laws, `is supplemented by Article 14-1 in accordance with the Law ...`, and what was
    put in."""
    put_in: Places = ()
    unnumbered = False
    start = cursor.pos
    if lapsed := read_lapse(cursor, language, targets):
        return lapsed, None
    if language.object_first:
        done = _laws_first(cursor, language, targets, announced)
        if done:
            return done, None
        put_in = language.take_places(cursor)  # "Заң 16-1-баппен толықтырылды"
        unnumbered = not put_in and _take_unnumbered(cursor, language)
    announced = _skip_helpers(cursor, language) or announced
    kind = language.verbs.take(cursor)
    if kind is None:
        raise Unread
    holder = _holder(cursor, language) if kind in ("supplement", "add") and not put_in else ()
    announced = _skip_helpers(cursor, language) or announced
    inside: Subject | None = None
    if kind in ("supplement", "add"):
        start = start if put_in else cursor.pos
        if holder:
            put_in, targets = inside_only(holder, targets), holder
        put_in = put_in or _put_in_last(cursor, language)
        targets = under(targets, put_in) or targets
        inside = named_subject(cursor, language, start, targets) if put_in else None
        unnumbered = unnumbered or (not put_in and _take_unnumbered(cursor, language))
        kind = "insert" if put_in or (kind == "add" and not unnumbered) else "amend"
    elif put_in or unnumbered:
        raise Unread
    laws = read_laws(cursor, language)
    return effects_of(kind, targets, laws, announced), inside


def _take_unnumbered(cursor: Cursor, language: Language) -> bool:
    """Whether something without a number was put in: `пункт 2 дополнен абзацем` amends paragraph 2."""
    mark = cursor.mark()
    cursor.skip(_INDEFINITE)
    language.by.take(cursor)
    cursor.skip(_INDEFINITE)
    if language.take_noun(cursor) in _ITEMS:
        return True
    cursor.reset(mark)
    return False


def _holder(cursor: Cursor, language: Language) -> Places:
    """What the subject was put into: `Paragraph 5 was added to Article 15`, `добавлен в статью 15`."""
    mark = cursor.mark()
    places = language.take_places(cursor) if cursor.take_any(language.leads) else ()
    if not places:
        cursor.reset(mark)
    return places


def _laws_first(cursor: Cursor, language: Language, targets: Places, announced: bool) -> list[NoteEffect]:
    """`8) ҚР 29.12.2014 № 269-V Заңымен алып тасталды (...)`: the laws, the verb, the last law's clause."""
    mark = cursor.mark()
    laws = take_laws(cursor, language)
    announced = _skip_helpers(cursor, language) or announced
    kind = language.verbs.take(cursor) if laws else None
    if kind is None or kind in ("supplement", "add"):
        cursor.reset(mark)
        return []
    announced = _skip_helpers(cursor, language) or announced
    clause = take_clause(cursor, language)
    if clause is not None:
        laws[-1] = replace(laws[-1], clause=on_day(clause, laws[-1].adopted))
        cursor.findings = [found for found in cursor.findings if found != clause_missing(laws[-1])]
    return effects_of(kind, targets, laws, announced)


def _skip_helpers(cursor: Cursor, language: Language) -> bool:
    """Move over words that only carry the verb; True if they say that it is still to come."""
    announced = False
    while True:
        cursor.skip(language.helpers)
        if not language.to_come.take(cursor):
            return announced
        announced = True


def _put_in_last(cursor: Cursor, language: Language) -> Places:
    """What was put in, where it stands behind the verb: `is supplemented by Article 14-1`."""
    mark = cursor.mark()
    language.by.take(cursor)
    places = language.take_places(cursor)
    if not places or places == ("act",):  # "supplemented by the Law of the Republic of Kazakhstan dated ..."
        cursor.reset(mark)
        return ()
    return places


def read_laws(cursor: Cursor, language: Language) -> list[Reference]:
    """The laws behind a verb; where none is named, a law "?" and a finding: `2. (Is excluded)`."""
    cursor.skip(_LOOSE)
    laws = take_laws(cursor, language)
    if laws:
        return laws
    if language.by.take(cursor):
        raise Unread
    clause = take_clause(cursor, language)
    cursor.find("law-missing", "the note names no law")
    return [Reference(NO_LAW.number, None, on_day(clause, None))] if clause else [NO_LAW]


def effects_of(kind: str, targets: Places, laws: list[Reference], announced: bool) -> list[NoteEffect]:
    """One effect a target and law, named as headings and announcements are."""
    return [
        NoteEffect(kind_on(kind, target, announced), target, law.number, law.adopted, law.clause)
        for target, law in each(targets, laws)
    ]


def each(targets: Places, laws: list[Reference]) -> list[tuple[str, Reference]]:
    """Every target with every law; Unread where a note is made of lists longer than any real one's."""
    if len(targets) * len(laws) > _MOST_EFFECTS:
        raise Unread
    return [(target, law) for target in targets for law in laws]


def kind_on(kind: str, target: str, announced: bool) -> str:
    """The kind as it is called on this target: a heading is renamed, a change to come is announced."""
    if announced:
        return f"announce-{'amend' if kind == 'substitute' else kind}"
    if target == "title" or target.endswith("__heading"):
        return _RENAMES.get(kind, kind)
    return kind


def read_lapse(cursor: Cursor, language: Language, targets: Places) -> list[NoteEffect]:
    """`Paragraph 3 is valid until 01.01.2016 in accordance with the Law ...`: from that day it is gone.

    [] where none is told. Raises Unread for one without a day.
    """
    mark = cursor.mark()
    day = take_date(cursor, language.code) if language.object_first else None
    if day and cursor.take("-"):
        cursor.take_any(_DAY_ENDINGS)
    _skip_helpers(cursor, language)
    if language.verbs.take(cursor) != "lapse":
        cursor.reset(mark)
        return []
    _skip_helpers(cursor, language)
    day = day or take_date(cursor, language.code)
    if day is None:
        raise Unread
    clause = Clause(ClauseKind.FROM, day=day)
    cursor.skip(_LOOSE)
    mark = cursor.mark()
    laws = take_laws(cursor, language) or [NO_LAW]
    del cursor.findings[mark[1] :]  # the day stands for the clause that the law has not
    return [
        NoteEffect("lapse", target, law.number, law.adopted, clause) for target, law in each(targets, laws)
    ]
