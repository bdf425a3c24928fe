"""Notes that give words: `the words “Legislative acts” are substituted by the words “Laws”` (R6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawdiff.sources.notes.changes import each, kind_on, read_laws
from lawdiff.sources.notes.cursor import Cursor, Unread
from lawdiff.sources.notes.language import Language, Places
from lawdiff.sources.notes.laws import NO_LAW, Reference
from lawdiff.sources.notes.lexicon import words
from lawdiff.sources.notes.note import NoteEffect

_LOOSE = words(", - :")
_COMMAS = words(", ; and и және")
_QUOTES = ('"', "“", "«", "„")
_MOST_PAIRS = 1_000
Pairs = tuple[tuple[str | None, str | None], ...]


def read_substitutions(cursor: Cursor, language: Language, announced: bool) -> list[NoteEffect]:
    """The substitutions throughout the text, or in one place; several may follow each other.

    `Through the whole text: words “A” are substituted by the words “B” in accordance with L1; words “C” are
    supplemented by the words “D” in accordance with L2`. Raises Unread for any other note.
    """
    targets = _take_scope(cursor, language)
    cursor.skip(_LOOSE)
    told: list[_Item] = [_item(cursor, language, targets)]
    while True:
        mark = cursor.mark()
        if not language.joins.take(cursor) or not _another(cursor, language):
            cursor.reset(mark)
            break
        told.append(_item(cursor, language, targets))
    return list(_effects(told, announced))


@dataclass(frozen=True, slots=True)
class _Item:
    """Words that were substituted in some places, by the laws named behind them, if any are."""

    targets: Places
    pairs: Pairs
    laws: list[Reference]


def _effects(told: list[_Item], announced: bool) -> Iterator[NoteEffect]:
    """The effects of all items; one without a law of its own has that of the next: `the words A are
    substituted by B; the words C are substituted by D by the Law ...`"""
    laws: list[Reference] = []
    found: list[list[NoteEffect]] = []
    for item in reversed(told):
        laws = item.laws or laws or [NO_LAW]
        found.append(
            [
                NoteEffect(
                    kind_on("substitute", target, announced),
                    target,
                    law.number,
                    law.adopted,
                    law.clause,
                    item.pairs,
                )
                for target, law in each(item.targets, laws)
            ]
        )
    for effects in reversed(found):
        yield from effects


def _take_scope(cursor: Cursor, language: Language) -> Places:
    """Where words were substituted; empty for a sentence that begins with them ("Слова ... по тексту")."""
    if language.substituted.scope.take(cursor):
        mark = cursor.mark()
        cursor.take("of")
        if language.take_places(cursor) != ("act",):  # "through the whole text of the Law"
            cursor.reset(mark)
        return ("text",)
    mark = cursor.mark()
    cursor.take_any(language.leads)
    places = language.take_places(cursor)
    if places:
        mark = cursor.mark()
        if language.joins.take(cursor) and language.substituted.scope.take(cursor):
            return (*places, "text")  # "В заголовке и по всему тексту"
        cursor.reset(mark)
        return places
    cursor.reset(mark)
    if not _starts_words(cursor, language):
        raise Unread
    return ()


def _starts_words(cursor: Cursor, language: Language) -> bool:
    mark = cursor.mark()
    started = cursor.word in _QUOTES or language.substituted.noun.take(cursor) is not None
    cursor.reset(mark)
    return started


def _another(cursor: Cursor, language: Language) -> bool:
    mark = cursor.mark()
    language.substituted.scope.take(cursor)
    cursor.skip(_LOOSE | language.substituted.small)
    started = _starts_words(cursor, language)
    cursor.reset(mark)
    return started


def _item(cursor: Cursor, language: Language, targets: Places) -> _Item:
    """One substitution and its laws, of as many words as it gives."""
    forms = language.substituted
    forms.scope.take(cursor)
    ahead = _take_word_ahead(cursor, language)
    cursor.skip(_LOOSE | forms.small)
    named = forms.noun.take(cursor)
    olds = _take_list(cursor)
    if not named and not olds:
        raise Unread
    cursor.skip(_LOOSE)
    if forms.scope.take(cursor):
        targets = targets or ("text",)
    if not targets:
        raise Unread
    kind, news = _verb_last(cursor, language) if forms.verb_last else _verb_first(cursor, language)
    pairs = _pairs(kind, olds, news)
    if ahead is not None:
        pairs = tuple((_behind(ahead, old), _behind(ahead, new)) for old, new in pairs)
    cursor.skip(forms.small | _LOOSE)
    return _Item(targets, pairs, _laws(cursor, language))


def _laws(cursor: Cursor, language: Language) -> list[Reference]:
    """The laws of an item; none where another item follows, which will name them."""
    mark = cursor.mark()
    if language.joins.take(cursor) and _another(cursor, language):
        cursor.reset(mark)
        return []
    cursor.reset(mark)
    return read_laws(cursor, language)


def _take_word_ahead(cursor: Cursor, language: Language) -> str | None:
    """The word that the substituted ones stand behind: `after the word “Section” the numbers “I – II”`. None
    where what follows is no other word: `after the words “A” shall be supplemented by the words “B”`."""
    forms = language.substituted
    mark = cursor.mark()
    if forms.behind.take(cursor) and forms.noun.take(cursor):
        word = cursor.take_quoted()
        cursor.take(",")
        if word is not None and _starts_words(cursor, language):
            return word
    cursor.reset(mark)
    return None


def _behind(ahead: str, words_there: str | None) -> str | None:
    return None if words_there is None else f"{ahead} {words_there}".rstrip()


def _verb_first(cursor: Cursor, language: Language) -> tuple[str, list[str]]:
    """`are substituted respectively by the words “Laws”`: the verb, then the new words if they are given."""
    forms = language.substituted
    cursor.skip(forms.small | language.helpers)
    if forms.everywhere.take(cursor):
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
