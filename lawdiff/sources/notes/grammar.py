"""The way in: a note as it stands in the text, and what it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from lawdiff.law.clause import Clause
from lawdiff.law.errors import UsageError
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.sources.notes.clauses import ON_SIGNING, on_day
from lawdiff.sources.notes.cursor import Cursor, Unread
from lawdiff.sources.notes.language import Language, Places
from lawdiff.sources.notes.lexicon import words
from lawdiff.sources.notes.note import UNREAD, NoteEffect, NoteReading
from lawdiff.sources.notes.rules import RULES, same_place_changed
from lawdiff.sources.notes.subjects import RELATIVE, beside

_END = words(". ;")
_LONGEST_IN_PLACE = 2_000
_LONGEST_OPENING = 60
_GONE = {"en": ("exclud", "delet", "repeal"), "ru": ("исключ", "утрат"), "kk": ("таста", "жойы", "жойғ")}
_IN_PLACE_STEMS = {
    "en": (
        "exclud",
        "delet",
        "repeal",
        "remov",
        "abolish",
        "cancel",
        "invalid",
        "void",
        "force",
        "annul",
        "until",
        "abrogat",
    ),
    "ru": ("исключ", "утрат", "отмен", "действовал", "действует до"),
    "kk": ("таста", "жойы", "жойд", "жойғ", "дейін"),
}


@lru_cache(maxsize=512)  # an act is read several times: for its timelines, its findings, its proposals
def read_note(sentence: str, language: str = "en") -> NoteReading:
    """The effects that a note states, in its order, and what is odd about it.

    `sentence` is the whole note, of one line or several, with or without its opening ("Footnote.", "Note of
    RCLI!", "Сноска.", "Ескерту."), or a line that stands in the place of a provision's text ("2) is excluded
    by ..."). `language` is en, ru or kk. A note not read to its last word is `unknown`, without effects.

    >>> str(read_note("Footnote. Article 15 as amended by the Law dated 27.07.2007 No. 320.").effects[0])
    'amend art_15 320 2007-07-27 none'
    """
    cursor = Cursor(sentence)
    try:
        told = list(_sentences(cursor, _language(language)))
    except Unread:
        return UNREAD
    effects = tuple(effect for sentence_effects in told for effect in sentence_effects)
    if not effects:
        return UNREAD
    return NoteReading(effects, False, tuple(dict.fromkeys(cursor.findings)))


def read_clause(words: str, language: str, adopted: dt.date | None = None) -> Clause | None:
    """The enforcement clause that the words are, to their full stop; None where they are not one.
    "From the day of its signing" is from the day of adoption.

    >>> str(read_clause("shall be enforced from 1 July 2005.", "en"))
    'from:2005-07-01'
    """
    cursor = Cursor(words)
    try:
        clause = _language(language).take_clause(cursor)
    except Unread:
        return None
    cursor.skip(_END)
    if clause == ON_SIGNING and adopted is None:
        return None
    return on_day(clause, adopted) if clause and cursor.at_end else None


def is_in_place(line: str, language: str = "en") -> bool:
    """Whether a numbered provision's line is nothing but the note that it is gone.

    True for `2) is excluded by the Law ... No. 159-V (...);` and `2. (Is excluded)`, with or without the
    number; False for a provision that has words of its own, and for a footnote.
    """
    opening = line[:_LONGEST_IN_PLACE].lower()
    if len(line) > _LONGEST_IN_PLACE or not any(stem in opening for stem in _IN_PLACE_STEMS[_code(language)]):
        return False
    if _language(language).marker.take(Cursor(line)) is not None:
        return False
    effects = read_note(line, language).effects
    kinds = {effect.kind for effect in effects}
    if kinds == {"lapse"}:  # "2. Действовал до 01.01.2014 в соответствии с Законом РК от ..."
        return all(effect.adopted for effect in effects)
    if kinds != {"repeal"}:
        return False
    if any(effect.adopted or effect.law != UNKNOWN_LAW for effect in effects) or "(" in line:
        return True
    return any(stem in opening for stem in _GONE[language])  # "2) cancelled;" may be the law's own words


def opens_note(line: str, language: str) -> bool:
    """Whether a line begins as a note does: "Footnote.", "Примечание РЦПИ!"."""
    return _language(language).marker.take(Cursor(line[:_LONGEST_OPENING])) is not None


def end_of_note(text: str, language: str) -> int:
    """How far a text is a note that can be read, sentence by sentence: the place where something else begins,
    the text's length where all of it is a note, 0 where its first sentence is none."""
    cursor = Cursor(text)
    end = 0
    try:
        for _ in _sentences(cursor, _language(language)):
            end = cursor.reached
    except Unread:
        pass
    return end if len(cursor.text) == len(text) else 0


def _sentences(cursor: Cursor, language: Language) -> Iterator[list[NoteEffect]]:
    """The effects of each sentence. Unread where one cannot be read or nothing ends it."""
    subject: Places = ()
    announced = False
    while not cursor.at_end:
        marker = language.marker.take(cursor)
        if marker is not None:
            announced = marker == "announce"
        told = _placed(_sentence(cursor, language, announced, subject), subject)
        subject = tuple(dict.fromkeys(effect.target for effect in told))
        start = cursor.pos
        cursor.skip(_END)
        if cursor.word == "№" and not cursor.ahead(1):
            cursor.pos += 1
            cursor.find("slip", 'a "№" without a number stands at the end')
        yield told
        if cursor.pos == start and not cursor.at_end:
            raise Unread


def _placed(told: list[NoteEffect], subject: Places) -> list[NoteEffect]:
    """The effects of a sentence with its places inside what the one before it was about: `Article 5 as
    amended by L1. Paragraph 3 is excluded by L2`."""
    if not subject or subject[0].startswith(RELATIVE):
        return told
    return [
        replace(effect, target=beside(subject, (effect.target,))[0])
        if effect.target.startswith(RELATIVE)
        else effect
        for effect in told
    ]


def _sentence(cursor: Cursor, language: Language, announced: bool, subject: Places) -> list[NoteEffect]:
    """What the first rule that fits makes of the sentence at the cursor; `subject` is what those before it
    were about."""
    for rule in RULES:
        mark = cursor.mark()
        try:
            return rule(cursor, language, announced)
        except Unread:
            cursor.reset(mark)
    return same_place_changed(cursor, language, announced, subject)


def _code(language: str) -> str:
    if language not in _IN_PLACE_STEMS:
        raise UsageError(f"notes are read in en, ru and kk, not in {language!r}")
    return language


@lru_cache(maxsize=3)
def _language(language: str) -> Language:
    """The words of one language; the others are not even built."""
    match _code(language):
        case "ru":
            from lawdiff.sources.notes.russian.words import RUSSIAN

            return RUSSIAN
        case "kk":
            from lawdiff.sources.notes.kazakh.words import KAZAKH

            return KAZAKH
        case _:
            from lawdiff.sources.notes.english.words import ENGLISH

            return ENGLISH
