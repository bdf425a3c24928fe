"""The rules of the grammar in the order they are tried; each reads a whole sentence of a note, or nothing."""

from __future__ import annotations

from lawdiff.law.clause import NO_CLAUSE
from lawdiff.sources.notes.changes import (
    each,
    effects_of,
    read_changes,
    read_lapse,
    read_laws,
)
from lawdiff.sources.notes.clauses import on_day
from lawdiff.sources.notes.cursor import Cursor, Unread
from lawdiff.sources.notes.language import Language, Places
from lawdiff.sources.notes.laws import NO_LAW, Reference, take_laws
from lawdiff.sources.notes.lexicon import words
from lawdiff.sources.notes.note import NoteEffect
from lawdiff.sources.notes.places import between, of_several, take_number
from lawdiff.sources.notes.subjects import RELATIVE, beside
from lawdiff.sources.notes.substitutions import read_substitutions

_BEHIND_PLACE = words(", - : .")
_BETWEEN_MARKS = words(", and и және")
_PUT_IN = ("пен", "бен", "мен")  # the Kazakh instrumental
_MOST_MARKS = 1_000
_PLAIN_CHANGES = ("replace", "amend", "repeal")
_MARK_ENDS = {")": "subpara", ".": "para"}


def words_substituted(cursor: Cursor, language: Language, announced: bool) -> list[NoteEffect]:
    """`Throughout the whole text, the words “Legislative acts” are substituted by the words “Laws” by ...`"""
    return read_substitutions(cursor, language, announced)


def order_of_enforcement(cursor: Cursor, language: Language, _announced: bool) -> list[NoteEffect]:
    """`The order of enforcement of this Law see Article 63`: the start is told elsewhere."""
    order = language.take_order(cursor)
    if order is None:
        raise Unread
    about, clause = order
    return [NoteEffect("commencement", target, NO_LAW.number, None, clause) for target in about]


def marked_in_place(cursor: Cursor, language: Language, announced: bool) -> list[NoteEffect]:
    """`2) is excluded by the Law ...;`, `3. (deleted - No. 264 dated 06/19/2007)`, where the text was."""
    marks = _take_marks(cursor)
    if not marks:
        raise Unread
    if len(marks) == 1 and cursor.word in language.plurals:  # "5-7) are excluded"
        kind, _, number = marks[0].partition("_")
        marks = tuple(f"{kind}_{each_number}" for each_number in of_several([number]))
    effects = _started(cursor, language, marks)
    if effects:
        return effects
    mark = cursor.mark()
    named = language.take_places(cursor)  # "3. Paragraph 3 is excluded"
    if named and named != marks:
        cursor.reset(mark)
    if not cursor.take("("):
        return read_changes(cursor, language, marks, announced)
    mark = cursor.mark()
    if language.take_noun(cursor) != marks[0].partition("_")[0]:  # "3. (Пункт исключен - Законом РК ...)"
        cursor.reset(mark)
    effects = read_changes(cursor, language, marks, announced)
    _close(cursor)
    return effects


def changes_named_first(cursor: Cursor, language: Language, announced: bool) -> list[NoteEffect]:
    """`Amendments to Article 5 are provided by the Law ...`"""
    announced = bool(language.to_come.take(cursor)) or announced
    kind = language.changes_in.take(cursor)
    if kind is None:
        raise Unread
    targets = language.take_places(cursor)
    cursor.skip(language.helpers)
    announced = bool(language.to_come.take(cursor)) or announced
    cursor.skip(language.helpers)
    if not targets:
        raise Unread
    return effects_of(kind, targets, read_laws(cursor, language), announced)


def place_changed(cursor: Cursor, language: Language, announced: bool) -> list[NoteEffect]:
    """`Article 7 as amended by the Laws ...`, `Title of Article 39 is in the wording of the Law ...`"""
    cursor.take_any(language.leads)
    targets = _take_targets(cursor, language)
    if language.object_first and cursor.words[cursor.pos - 1].endswith(_PUT_IN):
        raise Unread  # "193-1-баппен толықтырылды": the article is put in, into the act
    cursor.skip(_BEHIND_PLACE)
    if cursor.take("("):  # "Article 42. (Excluded by the Law ...)"
        effects = read_changes(cursor, language, targets, announced)
        _close(cursor)
        return effects
    return _started(cursor, language, targets) or read_changes(cursor, language, targets, announced)


def changes_by_one_law(cursor: Cursor, language: Language, announced: bool) -> list[NoteEffect]:
    """`Заголовок в редакции, преамбула исключена Законом ...`: several changes and then their one law."""
    told: list[tuple[str, Places]] = []
    subject: Places = ()
    mark = cursor.mark()
    while item := _change_without_law(cursor, language, subject):
        told.append(item)
        subject = item[1]
        mark = cursor.mark()
        if len(told) > _MOST_MARKS:
            raise Unread
    cursor.reset(mark)
    if not told:
        raise Unread
    try:
        last = words_substituted(cursor, language, announced)
    except Unread:
        cursor.reset(mark)
        last = _last_change(cursor, language, subject, announced)
    laws = list(dict.fromkeys(Reference(each.law, each.adopted, each.clause) for each in last))
    if len(laws) > 1 or laws == [NO_LAW]:
        raise Unread  # which of them did the first change?
    found = [effects_of(kind, targets, laws, announced) for kind, targets in told]
    return [*(effect for effects in found for effect in effects), *last]


def _change_without_law(cursor: Cursor, language: Language, subject: Places) -> tuple[str, Places] | None:
    """One change with a comma or "and" instead of its law behind it, None where there is no such one."""
    cursor.take_any(language.leads)
    try:
        targets = _take_targets(cursor, language)
    except Unread:
        return None
    if subject:
        targets = beside(subject, targets)
    cursor.skip(_BEHIND_PLACE | language.helpers)
    kind = language.verbs.take(cursor)
    cursor.skip(language.helpers)
    if kind not in _PLAIN_CHANGES or not cursor.take_any(_BETWEEN_MARKS):
        return None
    return kind, targets


def _last_change(cursor: Cursor, language: Language, subject: Places, announced: bool) -> list[NoteEffect]:
    cursor.take_any(language.leads)
    targets = beside(subject, _take_targets(cursor, language))
    cursor.skip(_BEHIND_PLACE)
    return read_changes(cursor, language, targets, announced)


def verb_first(cursor: Cursor, language: Language, announced: bool) -> list[NoteEffect]:
    """`Исключена статья 12 - Законом РК от 22 февраля 2002 г. N 296`: what is gone, named behind the verb."""
    if language.verbs.take(cursor) != "repeal":
        raise Unread
    targets = language.take_places(cursor)
    if not targets or targets == ("act",):
        raise Unread
    return effects_of("repeal", targets, read_laws(cursor, language), announced)


def in_brackets(cursor: Cursor, language: Language, announced: bool) -> list[NoteEffect]:
    """`(7-бапқа өзгеріс енгізілді - ҚР 2010.11.23 N 354-IV Заңымен)`: the whole sentence in brackets."""
    cursor.expect("(")
    effects = place_changed(cursor, language, announced)
    _close(cursor)
    return effects


def act_changed(cursor: Cursor, language: Language, announced: bool) -> list[NoteEffect]:
    """`Abolished by the Law ...`, `It became invalid by the Code ...`: no place named, so it is the act."""
    effects = _started(cursor, language, ("act",))
    if effects:
        return effects
    bracket = cursor.take("(")
    effects = read_changes(cursor, language, ("act",), announced)
    if bracket:
        _close(cursor)
    return effects


def same_place_changed(
    cursor: Cursor, language: Language, announced: bool, subject: Places
) -> list[NoteEffect]:
    """A sentence about what the one before it was about: `Статья 1 в редакции L1. Статья с изменениями,
    внесенными Законом L2`. Unread where that was no single provision of the kind named."""
    kind = language.take_noun(cursor)
    if len(subject) != 1 or not kind or subject[0].rpartition("__")[2].partition("_")[0] != kind:
        raise Unread
    cursor.skip(_BEHIND_PLACE - {"."})
    return read_changes(cursor, language, subject, announced)


RULES = (
    words_substituted,
    order_of_enforcement,
    marked_in_place,
    changes_named_first,
    changes_by_one_law,
    place_changed,
    verb_first,
    in_brackets,
    act_changed,
)


def _close(cursor: Cursor) -> None:
    """The bracket around a note; many lack it behind the brackets of their clause."""
    cursor.take(".")
    if cursor.take(")"):
        return
    cursor.take(";")
    if not cursor.at_end:
        raise Unread
    cursor.find("slip", "the bracket around the note is not closed")


def _take_targets(cursor: Cursor, language: Language) -> Places:
    """What the sentence is about, one place or several: `The title of the Law and Article 4`."""
    targets = language.take_places(cursor)
    if not targets:
        raise Unread
    while True:
        mark = cursor.mark()
        more = language.take_places(cursor) if language.joins.take(cursor) else ()
        if not more:
            cursor.reset(mark)
            return targets
        if more[0].startswith(RELATIVE) or len(targets) > _MOST_MARKS:
            raise Unread  # "Article 5 and paragraph 3": whose paragraph?
        targets += tuple(eid for eid in more if eid not in targets)


def _started(cursor: Cursor, language: Language, targets: Places) -> list[NoteEffect]:
    """`shall be enforced from 01.01.2013 in accordance with the Law ...`: only its start is told."""
    mark = cursor.mark()
    cursor.skip(language.helpers)
    clause = language.take_clause(cursor)
    if clause is None:
        cursor.reset(mark)
        return []
    lapsed = _lapsed_too(cursor, language, targets)
    if lapsed:
        laws = list(dict.fromkeys(Reference(effect.law, effect.adopted, NO_CLAUSE) for effect in lapsed))
    else:
        cursor.skip(_BEHIND_PLACE - {"."})
        findings = len(cursor.findings)
        laws = take_laws(cursor, language) or [NO_LAW]
        del cursor.findings[findings:]  # the clause stands before the law, so it is not missing
    begun = [
        NoteEffect("commencement", target, law.number, law.adopted, on_day(clause, law.adopted))
        for target, law in each(targets, laws)
    ]
    return [*begun, *lapsed]


def _lapsed_too(cursor: Cursor, language: Language, targets: Places) -> list[NoteEffect]:
    """`... and becomes invalid from 01.01.2013`: its end, told behind its start."""
    mark = cursor.mark()
    lapsed = read_lapse(cursor, language, targets) if language.joins.take(cursor) else []
    if not lapsed:
        cursor.reset(mark)
    return lapsed


def _take_marks(cursor: Cursor) -> Places:
    """The printed numbers before the note, as relative eIds: `2)`, `3-1.`, `2), 3)`."""
    marks: list[str] = []
    while True:
        mark = cursor.mark()
        ranged = bool(marks) and cursor.take("-")
        if marks and not ranged:
            cursor.take_any(_BETWEEN_MARKS)
        number, kind = _take_mark(cursor)
        if not number or (marks and kind != marks[0].partition("_")[0]):
            cursor.reset(mark)
            return tuple(marks)
        row = between(marks[-1].partition("_")[2], number) if ranged else [number]
        marks += [f"{kind}_{each_number}" for each_number in row]
        if len(marks) > _MOST_MARKS:
            raise Unread


def _take_mark(cursor: Cursor) -> tuple[str, str]:
    """The number and the kind of provision that its sign stands for; "" where there is no mark."""
    number = take_number(cursor) if cursor.word.isdigit() else ""
    kind = _MARK_ENDS.get(cursor.word)
    if not number or kind is None:
        return "", ""
    cursor.pos += 1
    return number, kind
