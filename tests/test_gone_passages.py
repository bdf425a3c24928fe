"""Notes without a marker and a number: what they tell of is gone, and none is taken for words of the law."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_other_notes import AFTER, BEFORE, LAW, codes, law, state

from lawdiff.law.edition import NoteForm
from lawdiff.sources.edition_text import read_edition
from lawdiff.sources.gone_passages import gone_in_place

NEXT = "Article 3. B\n      Two.\n"


def test_a_note_in_the_place_of_an_article_s_words(tmp_path: Path) -> None:
    found = law(tmp_path, f"Article 2. A\n      (Is excluded {LAW}).\n{NEXT}")
    assert state(found, BEFORE, "art 2") == ("unrecorded", ("20-IV",))
    assert state(found, AFTER, "art 2") == ("absent", ("20-IV",))
    assert state(found, BEFORE, "art 3") == ("recorded", ())


def test_a_bracket_that_is_not_closed_changes_nothing(tmp_path: Path) -> None:
    found = law(tmp_path, f"Article 2. A\n      (Is excluded {LAW}.\n{NEXT}")
    assert state(found, AFTER, "art 2") == ("absent", ("20-IV",))
    assert "slip" in codes(found)


def test_a_passage_that_is_gone_leaves_those_around_it(tmp_path: Path) -> None:
    found = law(
        tmp_path, f"Article 2. A\n      One.\n      Part two is excluded {LAW}.\n      Three.\n{NEXT}"
    )
    assert state(found, BEFORE, "art 2 passage 2") == ("unrecorded", ("20-IV",))
    assert state(found, AFTER, "art 2 passage 2") == ("absent", ("20-IV",))
    for day in (BEFORE, AFTER):
        assert found.asof(day, "art 2 passage 3").node.wording.text == "Three."
        assert state(found, day, "art 2 passage 3") == ("recorded", ())


def test_the_first_passage_that_is_gone(tmp_path: Path) -> None:
    found = law(tmp_path, f"Article 2. A\n      (Excluded {LAW}).\n      Two.\n{NEXT}")
    assert state(found, BEFORE, "art 2 passage 1") == ("unrecorded", ("20-IV",))
    assert state(found, AFTER, "art 2 passage 1") == ("absent", ("20-IV",))
    assert state(found, AFTER, "art 2 passage 2") == ("recorded", ())


def test_articles_that_are_named_behind_another(tmp_path: Path) -> None:
    gone = f"Articles 2 - 3 (are excluded {LAW})"
    found = law(tmp_path, f"Article 1. A\n      One.\n      {gone}\nArticle 4. D\n      Four.\n")
    for article in ("art 2", "art 3"):
        assert state(found, BEFORE, article) == ("unrecorded", ("20-IV",))
        assert state(found, AFTER, article) == ("absent", ("20-IV",))
    assert state(found, AFTER, "art 1") == ("recorded", ())
    assert "number-missing" not in codes(found)


def test_a_paragraph_that_is_named_between_others(tmp_path: Path) -> None:
    gone = f"Paragraph 2 is excluded {LAW}."
    found = law(tmp_path, f"Article 1. A\n      1. One.\n      {gone}\n      3. Three.\n")
    assert state(found, BEFORE, "art 1 para 2") == ("unrecorded", ("20-IV",))
    assert state(found, AFTER, "art 1 para 2") == ("absent", ("20-IV",))
    assert state(found, BEFORE, "art 1 para 1") == ("recorded", ())
    assert not {"number-missing", "note-place-unknown", "target-unknown"} & codes(found)


@pytest.mark.parametrize(
    ("language", "words", "named"),
    [
        (
            "ru",
            "(Исключена - Законом РК от 10.01.2006 N 115 (вводится в действие с 01.02.2006).",
            "act",
        ),
        ("ru", "Утратила силу Законом РК от 10 января 2006 года N 115.", "act"),
        ("ru", "Абзац третий исключен Законом РК от 1 июля 1998 г. N 256;", "al_3"),
        ("ru", "Статьи 32 - 33 (исключены - Законом РК от 1 июля 1998 г. N 256)", "art_32"),
        ("kk", "екінші бөлік алып тасталды - ҚР 2006.01.10 N 115 Заңымен.", "al_2"),
        ("kk", "(алып тасталды - ҚР 2006.01.10 N 115 Заңымен).", "act"),
        ("ru", "Признать утратившим силу Закон Республики Казахстан от 5 мая 1999 года N 5.", ""),
        ("ru", "Закон Республики Казахстан от 5 мая 1999 года N 5 утратил силу.", ""),
        ("ru", "пункт 2 исключить;", ""),
        ("en", "The Law of the Republic of Kazakhstan dated 10.01.2006 No. 115 shall become invalid.", ""),
    ],
)
def test_what_such_a_line_says(language: str, words: str, named: str) -> None:
    assert gone_in_place(words, language) == named


def test_every_byte_comes_back() -> None:
    text = (
        "О банкротстве\n\n      Преамбула исключена Законом РК от 24.11.2004 N 604.\n\n"
        "Статья 25. Заявление\n\n"
        "      (Исключена - Законом РК от 10 января 2006 года N 115).\n"
        "      Статьи 32 - 33 (исключены - Законом РК от 1 июля 1998 г. N 256)\n"
    )
    found = read_edition(text, "kz/1997/67", "ru")
    assert found.printed() == text
    told = [(note.about, note.form) for note in found.all_notes()]
    assert told == [
        ("act", NoteForm.FOOTNOTE),
        ("art_25", NoteForm.FOOTNOTE),
        ("art_25", NoteForm.INLINE),
    ]


def test_the_sign_of_a_note_is_no_word() -> None:
    note = "Сноска. Статья 26 исключена Законом РК от 20.12.2004 N 13."
    text = f"Статья 26. <*>\n\n      {note}\n\nСтатья 27. Суд <*>\n\n      Суд.\n"
    found = read_edition(text, "kz/1997/67", "ru")
    assert found.printed() == text
    titles = {node.eid: node.heading.text if node.heading else "" for node in found.walk()}
    assert titles == {"art_26": "", "art_27": "Суд"}


IN_BRACKETS = "(in the wording of the Law dated 01.02.2010 No. 20-IV (shall be enforced from 01.03.2010))"


def test_a_note_in_brackets_is_no_word_of_the_law(tmp_path: Path) -> None:
    text = f"Article 1. A\n      1. One. {IN_BRACKETS}\nArticle 2. B {IN_BRACKETS}\n      Two.\n{NEXT}"
    found = law(tmp_path, text)
    assert found.asof(AFTER, "art 1 para 1").node.wording.text == "One."
    assert found.asof(AFTER, "art 2 heading").node.wording.text == "B"
    for place in ("art 1 para 1", "art 2"):
        assert state(found, BEFORE, place) == ("unrecorded", ("20-IV",))
        assert state(found, AFTER, place) == ("recorded", ())
    assert state(found, BEFORE, "art 3") == ("recorded", ())


def test_a_title_behind_which_brackets_say_that_the_article_is_gone(tmp_path: Path) -> None:
    found = law(tmp_path, f"Article 2. B (is excluded {LAW})\n\n{NEXT}")
    assert state(found, BEFORE, "art 2") == ("unrecorded", ("20-IV",))
    assert state(found, AFTER, "art 2") == ("absent", ("20-IV",))


def test_brackets_behind_the_name_of_another_law_are_words_of_this_one(tmp_path: Path) -> None:
    words = f"taxes under the Law “On Taxes” {IN_BRACKETS};"
    found = law(tmp_path, f"Article 1. A\n      1) {words}\n      2) fees.\n")
    assert found.asof(BEFORE, "art 1 sub 1").node.wording.text == words
    assert state(found, BEFORE, "art 1 sub 1") == ("recorded", ())


def test_russian_words_that_look_like_a_note_are_a_finding(tmp_path: Path) -> None:
    words = "сборы по Закону «О сборах» (с изменениями, внесенными Законом РК от 05.05.2003 № 408)."
    found = law(tmp_path, f"Article 1. A\n      {words}\n")
    assert "looks-like-note" in codes(found)
