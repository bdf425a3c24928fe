"""Notes that give words: `the words “Legislative acts” are substituted by the words “Laws”` (R6)."""

from __future__ import annotations

from lawdiff.sources.notes.changes import each, kind_on, read_laws
from lawdiff.sources.notes.cursor import Cursor, Unread
from lawdiff.sources.notes.language import Language, Places
from lawdiff.sources.notes.lexicon import words
from lawdiff.sources.notes.note import NoteEffect

_LOOSE = words(", - :")
_COMMAS = words(", ; and и және")
_MOST_PAIRS = 1_000
Pairs = tuple[tuple[str | None, str | None], ...]


def read_substitutions(cursor: Cursor, language: Language, announced: bool) -> list[NoteEffect]:
    """The substitutions throughout the text, or in one place; several may follow each other.

    `Through the whole text: words “A” are substituted by the words “B” in accordance with L1; words “C” are
    supplemented by the words “D” in accordance with L2`. Raises Unread for any other note.
    """
    targets = _take_scope(cursor, language)
    cursor.skip(_LOOSE)
    effects = _item(cursor, language, targets, announced)
    while True:
        mark = cursor.mark()
        if not language.joins.take(cursor) or not _another(cursor, language):
            cursor.reset(mark)
            return effects
        effects += _item(cursor, language, targets, announced)


def _take_scope(cursor: Cursor, language: Language) -> Places:
    if language.substituted.scope.take(cursor):
        mark = cursor.mark()
        cursor.take("of")
        if language.take_places(cursor) != ("act",):  # "through the whole text of the Law"
            cursor.reset(mark)
        return ("text",)
    cursor.take_any(language.leads)
    places = language.take_places(cursor)
    if not places:
        raise Unread
    return places


def _another(cursor: Cursor, language: Language) -> bool:
    mark = cursor.mark()
    language.substituted.scope.take(cursor)
    cursor.skip(_LOOSE | language.substituted.small)
    started = cursor.word in ('"', "“", "«", "„") or language.substituted.noun.take(cursor) is not None
    cursor.reset(mark)
    return started


def _item(cursor: Cursor, language: Language, targets: Places, announced: bool) -> list[NoteEffect]:
    """One substitution and its laws, of as many words as it gives."""
    forms = language.substituted
    forms.scope.take(cursor)
    cursor.skip(_LOOSE | forms.small)
    named = forms.noun.take(cursor)
    olds = _take_list(cursor)
    if not named and not olds:
        raise Unread
    if forms.verb_last:
        kind, news = _verb_last(cursor, language)
    else:
        kind, news = _verb_first(cursor, language)
    pairs = _pairs(kind, olds, news)
    cursor.skip(forms.small | _LOOSE)
    return [
        NoteEffect(
            kind_on("substitute", target, announced), target, law.number, law.adopted, law.clause, pairs
        )
        for target, law in each(targets, read_laws(cursor, language))
    ]


def _verb_first(cursor: Cursor, language: Language) -> tuple[str, list[str]]:
    """`are substituted respectively by the words “Laws”`: the verb, then the new words if they are given."""
    forms = language.substituted
    cursor.skip(forms.small | language.helpers)
    kind = forms.verbs.take(cursor)
    if kind is None:
        raise Unread
    cursor.skip(forms.small)
    mark = cursor.mark()
    forms.with_words.take(cursor)
    cursor.skip(forms.small)
    forms.noun.take(cursor)
    news = _take_list(cursor)
    if not news:
        cursor.reset(mark)
    return kind, news


def _verb_last(cursor: Cursor, language: Language) -> tuple[str, list[str]]:
    """`деген сөздер тиісінше "B" деген сөздермен ауыстырылды`: the new words, then the verb."""
    forms = language.substituted
    cursor.skip(forms.small)
    forms.noun.take(cursor)
    cursor.skip(forms.small | _LOOSE)
    news = _take_list(cursor)
    cursor.skip(forms.small)
    forms.with_words.take(cursor)
    kind = forms.verbs.take(cursor)
    if kind is None:
        raise Unread
    return kind, news


def _take_list(cursor: Cursor) -> list[str]:
    """Words in quotation marks, one or a list: `“Law”, “Laws”`."""
    found: list[str] = []
    while True:
        mark = cursor.mark()
        if found:
            cursor.skip(_COMMAS)
        quoted = cursor.take_quoted()
        if quoted is None:
            cursor.reset(mark)
            return found
        found.append(quoted)
        if len(found) > _MOST_PAIRS:
            raise Unread


def _pairs(kind: str, olds: list[str], news: list[str]) -> Pairs:
    """Old and new words side by side; where two lists differ in length each old word has no new one."""
    if kind == "repeal":
        return tuple((old, "") for old in olds)
    if not olds:
        return ((None, news[0] if len(news) == 1 else None),)
    if len(news) != len(olds):
        return tuple((old, None) for old in olds)
    if kind == "supplement":
        return tuple((old, f"{old} {new}") for old, new in zip(olds, news, strict=True))
    return tuple(zip(olds, news, strict=True))
