"""Notes as other laws have them: what must stay unknown, what a place means, and that none can stall."""

from __future__ import annotations

import time

import pytest
from test_notes import FIXTURES, cases

from lawdiff.sources.notes import read_note

WILD = sorted(FIXTURES.glob("wild_*.txt"))
# Each could be meant in more than one way, or says what no form of effect can hold.
UNKNOWN = cases(FIXTURES.parent / "notes_unknown.txt")


@pytest.mark.parametrize(("title", "note", "effects", "language"), UNKNOWN)
def test_what_cannot_be_meant_certainly_is_unknown(
    title: str, note: str, effects: str, language: str
) -> None:
    reading = read_note(note, language)
    assert reading.unknown, (title, [str(effect) for effect in reading.effects])
    assert effects == "unknown"


PLACES = [
    ("en", "Articles 20-22", "art_20 art_21 art_22"),
    ("en", "Article 20-22", "art_20-22"),
    ("en", "Articles 12-1 and 12-2", "art_12-1 art_12-2"),
    ("en", "Paragraph 3 of Annex 2", "annex_2__para_3"),
    ("en", "Article 3 of Annex 2", "annex_2__art_3"),
    ("en", "Chapter 1 of Annex 2", "annex_2__chp_1"),
    ("en", "Subsection 2 of Chapter 4", "chp_4__subsec_2"),
    ("en", "Article 5 of Chapter 2", "art_5"),
    ("en", "The text of Article 5", "art_5"),
    ("kk", "5-баптың мәтіні", "art_5"),
    ("ru", "Статьи 5-8", "art_5 art_6 art_7 art_8"),
    ("ru", "Пункт 3 статьи 5-8", "art_5-8__para_3"),
    ("ru", "Пункты 2-4", "para_2 para_3 para_4"),
    ("ru", "Статьи 47-1 - 47-3", "art_47-1 art_47-2 art_47-3"),
    ("ru", "Параграф 2 главы 4", "chp_4__subsec_2"),
    ("ru", "Подраздел 2 раздела 1", "sec_1__subsec_2"),
    ("kk", "5-8-баптар", "art_5 art_6 art_7 art_8"),
    ("kk", "5-8-бап", "art_5-8"),
]
GONE = {
    "en": "{} excluded by the Law dated 29.12.2014 No. 269-V.",
    "ru": "{} исключены Законом РК от 29.12.2014 № 269-V.",
    "kk": "{} алып тасталды - ҚР 29.12.2014 № 269-V Заңымен.",
}


@pytest.mark.parametrize(("language", "place", "eids"), PLACES, ids=[place for _, place, _ in PLACES])
def test_place(language: str, place: str, eids: str) -> None:
    effects = read_note(GONE[language].format(place), language).effects
    assert [effect.target for effect in effects] == eids.split()


def test_there_are_enough_of_them() -> None:
    distinct = {note for path in WILD for _, note, _, _ in cases(path)}
    assert len(distinct) >= 150


HOSTILE = [
    "Статья с изменениями ",
    "2. (Is excluded). ",
    "after the word “a” the words “b” ",
    "the words “a” are substituted by the words “b”; ",
    "Слова \"а\" по тексту заменены словами \"б\"; ",
    "by the joint order of the Minister No. 1 and ",
    "joint order No. 1 and the Minister No. 1 ",
    "Order No. 1 of the Minister of ",
    "приказа и.о. ",
    "Закон дополнен статьей 1; в редакции Закона РК от 01.01.2001 № 1; ",
    "пункт 1 исключен Законом РК от 01.01.2001 № 1; ",
    "1999.05.06. N ",
    "5-8-баптар ",
    "aа",
    "іi ",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("pattern", HOSTILE)
def test_a_note_made_to_be_slow_is_not(pattern: str) -> None:
    """100 KB of each, behind openings that lead deep into the grammar, in processor time."""
    for language, opening in (
        ("en", "Footnote. Article 1 as amended by "),
        ("en", "Throughout the text "),
        ("ru", "Сноска. Статья 1 с изменениями, внесенными "),
        ("ru", "Сноска. "),
        ("kk", "Ескерту. 7-бапқа өзгеріс енгізілді - ҚР "),
    ):
        note = (opening + pattern * (100_000 // len(pattern)))[:100_000]
        start = time.process_time()
        read_note(note, language)
        assert time.process_time() - start < 5.0, (opening, pattern)
