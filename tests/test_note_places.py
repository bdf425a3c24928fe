"""Where notes stand and what they reach: no wording may pass for older than it is proved to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_other_notes import BEFORE, codes, law, state

from lawdiff.sources.notes import is_in_place

ONE = "Article 1. Nests\n      Words are here.\n"
L = "by the Law of the Republic of Kazakhstan dated 01.02.2010 No. 20-IV (shall be enforced from 01.03.2010)"
AFTER = "2012-01-01"


@pytest.mark.parametrize(
    "words", ["the words are substituted", "the words “A”, “B” are substituted by the words “C”"]
)
def test_words_that_are_not_known_may_have_been_anywhere(tmp_path: Path, words: str) -> None:
    found = law(tmp_path, f"On Nests\n\n      Footnote. In the whole text of the Law, {words} {L}.\n\n{ONE}")
    assert state(found, BEFORE, "art 1") == ("later", ("20-IV",))
    assert state(found, BEFORE, "art 1 heading") == ("later", ("20-IV",))
    assert state(found, AFTER, "art 1") == ("recorded", ())


def test_words_of_one_article_that_are_not_known(tmp_path: Path) -> None:
    text = f"{ONE}      Footnote. In Article 1 the words “A”, “B” are substituted by the words “C” {L}.\n"
    found = law(tmp_path, text + "Article 2. B\n      Two.\n")
    assert state(found, BEFORE, "art 1") == ("later", ("20-IV",))
    assert state(found, BEFORE, "art 2") == ("recorded", ())


def test_a_title_without_a_place_is_that_of_the_article(tmp_path: Path) -> None:
    found = law(tmp_path, f"{ONE}      Footnote. Title as amended {L}.\n")
    assert state(found, BEFORE, "art 1 heading") == ("later", ("20-IV",))
    assert state(found, BEFORE, "art 1") == ("recorded", ())


def test_the_text_alone_is_that_of_what_the_note_stands_under(tmp_path: Path) -> None:
    text = f"{ONE}      Footnote. Text is in the wording{L.removeprefix('by')}.\nArticle 2. B\n      Two.\n"
    found = law(tmp_path, text.replace("wording the", "wording of the"))
    assert state(found, BEFORE, "art 1") == ("unrecorded", ("20-IV",))
    assert state(found, BEFORE, "art 2") == ("recorded", ())


def test_the_text_of_the_law(tmp_path: Path) -> None:
    found = law(tmp_path, f"On Nests\n\n      Footnote. The text of the Law as amended {L}.\n\n{ONE}")
    assert state(found, BEFORE, "art 1") == ("later", ("20-IV",))


@pytest.mark.parametrize("change", ["as amended", "is in the wording", "is supplemented by subparagraph 2)"])
def test_a_place_that_is_not_printed_counts_for_what_holds_it(tmp_path: Path, change: str) -> None:
    found = law(tmp_path, f"{ONE}      Footnote. Paragraph 7 {change} {L}.\n")
    assert state(found, BEFORE, "art 1") == ("later", ("20-IV",))
    assert "note-place-unknown" in codes(found)


def test_a_row_of_numbers_in_place(tmp_path: Path) -> None:
    text = f"Article 1. Nests\n      1) a;\n      2) - 3) are excluded {L};\n      4) d.\n"
    found = law(tmp_path, text)
    for number in (2, 3):
        assert state(found, BEFORE, f"art 1 sub {number}") == ("unrecorded", ("20-IV",))
        assert state(found, AFTER, f"art 1 sub {number}") == ("absent", ("20-IV",))
    for number in (1, 4):
        assert state(found, BEFORE, f"art 1 sub {number}") == ("recorded", ())


def test_a_number_that_stands_twice_and_is_gone_once(tmp_path: Path) -> None:
    found = law(tmp_path, f"Article 1. Nests\n      1) a;\n      1) is excluded {L};\n")
    assert state(found, AFTER, "art_1__subpara_1") == ("recorded", ())
    assert state(found, AFTER, "art_1__subpara_1-x2") == ("absent", ("20-IV",))


def test_a_chapter_that_counts_anew(tmp_path: Path) -> None:
    text = (
        "Section 1. A\nChapter 1. B\nArticle 1. C\n      One.\nSection 2. D\nChapter 1. E\n"
        f"      Footnote. Chapter 1 is in the wording of the Law{L.removeprefix('by the Law')}.\n"
        "Article 2. F\n      Two.\n"
    )
    found = law(tmp_path, text)
    assert state(found, BEFORE, "art 1") == ("recorded", ())
    assert state(found, BEFORE, "art 2") == ("unrecorded", ("20-IV",))


def test_a_note_glued_to_the_next_paragraph(tmp_path: Path) -> None:
    text = (
        "Article 1. Nests\n      1. One.\n"
        f"      Footnote. Paragraph 1 as amended {L}. 2. Two.\n      3. Three.\n"
    )
    found = law(tmp_path, text)
    assert state(found, BEFORE, "art 1 para 1") == ("later", ("20-IV",))
    assert state(found, BEFORE, "art 1 para 2") == ("recorded", ())
    assert found.asof("2012-01-01", "art 1 para 2").node.wording.text == "Two."


def test_what_cannot_be_cut_from_a_note_is_no_law(tmp_path: Path) -> None:
    """The rest may be the note's own, so the whole is one unread note, and shakes the article."""
    found = law(tmp_path, f"{ONE}      Footnote. Article 1 as amended {L}. Except for the last line.\n")
    assert state(found, BEFORE, "art 1") == ("later", ("?",))
    assert "note-unknown" in codes(found)


def test_an_article_that_is_gone_without_a_title(tmp_path: Path) -> None:
    text = f"{ONE}Article 2 is excluded {L}.\nArticle 3. (Excluded {L})\nArticle 4. D\n      Four.\n"
    found = law(tmp_path, text)
    for article in ("art 2", "art 3"):
        assert state(found, BEFORE, article) == ("unrecorded", ("20-IV",))
        assert state(found, AFTER, article) == ("absent", ("20-IV",))
    assert state(found, AFTER, "art 4") == ("recorded", ())


REMARKS = [
    "      Unofficial translation\n\n",
    "      Вниманию пользователей!\n      Для удобства пользования РЦПИ создано ОГЛАВЛЕНИЕ.\n\n",
    "      Примечание РЦПИ!\n      Для удобства пользования РЦПИ создано оглавление.\n\n",
    "      Қолданушылардың назарына!\n      Қолданушыларға ыңғайлы болуы үшін РҚАО мазмұнды жасады.\n\n",
]


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_to_the_reader_is_no_preamble(tmp_path: Path, remark: str) -> None:
    found = law(tmp_path, f"On Nests\n\n{remark}      The preamble.\n\n{ONE}")
    assert found.asof(AFTER, "preamble").node.wording.text == "The preamble."
    assert state(found, BEFORE, "art 1") == ("recorded", ())


def test_the_table_of_contents_is_no_law(tmp_path: Path) -> None:
    found = law(tmp_path, f"On Nests\n\n      Footnote. Table of contents is excluded {L}.\n\n{ONE}")
    assert state(found, BEFORE, "art 1") == ("recorded", ())
    assert "note-unknown" not in codes(found)


def test_more_than_the_table_of_contents(tmp_path: Path) -> None:
    note = f"Footnote. Table of contents is excluded {L}; Article 1 is in another hand."
    found = law(tmp_path, f"On Nests\n\n      {note}\n\n{ONE}")
    assert state(found, BEFORE, "art 1") == ("later", ("?",))


def test_an_announcement_ahead_of_the_first_article(tmp_path: Path) -> None:
    coming = "by the Law of the RK dated 01.12.2013 No. 30-V (shall be enforced from 01.01.2016)"
    note = f"      Note of RCLI!\n      Article 1 is provided to be amended {coming}.\n\n"
    found = law(tmp_path, f"On Nests\n\n{note}{ONE}Article 2. B\n      Two.\n")
    assert state(found, "2016-02-01", "art 1") == ("earlier", ("30-V",))
    assert state(found, "2016-02-01", "art 2") == ("earlier", ())  # past the horizon alone


def test_what_lapses_is_not_certain_after_its_day(tmp_path: Path) -> None:
    note = "      Note of RCLI!\n      Paragraph 2 is valid until 01.01.2012 in accordance with the Law dated"
    text = f"Article 1. A\n      1. One.\n{note} 01.02.2010 No. 20-IV.\n      2. Two.\n"
    found = law(tmp_path, text)
    assert state(found, "2011-12-31", "art 1 para 2") == ("recorded", ())
    assert state(found, "2012-01-01", "art 1 para 2") == ("uncertain", ("20-IV",))
    assert state(found, "2012-01-01", "art 1 para 1") == ("recorded", ())


@pytest.mark.parametrize(
    ("by", "laws"), [(" in accordance with the Law dated 01.02.2010 No. 20-IV", "20-IV"), ("", "?")]
)
def test_what_starts_on_a_day_is_not_certain_before_it(tmp_path: Path, by: str, laws: str) -> None:
    note = f"      Note of RCLI!\n      Paragraph 2 shall be enforced from 01.01.2012{by}.\n"
    found = law(tmp_path, f"Article 1. A\n      1. One.\n{note}      2. Two.\n")
    assert state(found, "2011-12-31", "art 1 para 2") == ("later", (laws,))
    assert state(found, "2012-01-01", "art 1 para 2") == ("recorded", ())
    assert state(found, "2011-12-31", "art 1 para 1") == ("recorded", ())


def test_the_start_of_the_act_shakes_nothing(tmp_path: Path) -> None:
    note = "      Note of RCLI! The order of enforcement of this Law see Article 63.\n\n"
    found = law(tmp_path, f"On Nests\n\n{note}{ONE}")
    assert state(found, BEFORE, "art 1") == ("recorded", ())


def test_a_passage_below_an_excluded_number_was_never_its_words(tmp_path: Path) -> None:
    text = f"Article 1. Nests\n      1. One.\n      2. Excluded {L}.\n      Remark. A nest is a home.\n"
    found = law(tmp_path, text)
    assert state(found, BEFORE, "art 1 para 2") == ("unrecorded", ("20-IV",))
    assert state(found, AFTER, "art 1 para 2") == ("absent", ("20-IV",))
    assert state(found, BEFORE, "art_1__al_2") == ("recorded", ())
    assert "excluded-and-printed" not in codes(found)


def test_a_passage_behind_an_excluded_item_breaks_no_list(tmp_path: Path) -> None:
    text = (
        f"Article 1. Nests\n      Birds:\n      1) build;\n      2) excluded {L};\n"
        "      other words;\n      3) fly.\n"
    )
    found = law(tmp_path, text)
    assert state(found, BEFORE, "art 1 sub 2") == ("unrecorded", ("20-IV",))
    assert state(found, BEFORE, "art 1 sub 3") == ("recorded", ())
    assert state(found, BEFORE, "art_1__al_2") == ("recorded", ())


def test_an_announcement_about_the_first_part_stands_ahead_of_it(tmp_path: Path) -> None:
    note = f"      Note of RCLI!\n      Part one is provided to be amended {L}.\n"
    found = law(tmp_path, f"Article 1. Nests\n{note}      One.\n      Two.\n")
    assert "note-wrong-number" not in codes(found)


def test_the_own_start_of_a_law_is_no_lost_note(tmp_path: Path) -> None:
    start = "Article 2. Start\n      This Law shall be enforced from 1 July 2005.\n"
    assert "looks-like-note" not in codes(law(tmp_path, ONE + start))


END = "      Footnote. Repealed by the Law dated 01.02.2013 No. 70-V (shall be enforced from 01.03.2013).\n"
BACK = "in accordance with the Law dated 01.02.2011 No. 50-IV (shall be enforced from 01.03.2011)"
GONE = f"      Footnote. Article 2 is excluded {L}.\n"


@pytest.mark.parametrize("gone", [f"Article 2. Excluded {L}.\n", GONE])
def test_what_was_excluded_before_the_act_was_repealed_stays_so(tmp_path: Path, gone: str) -> None:
    found = law(tmp_path, f"On Nests\n\n{END}\n{ONE}{gone}Article 3. C\n      Three.\n")
    assert state(found, BEFORE, "art 2") == ("unrecorded", ("20-IV",))
    assert state(found, AFTER, "art 2") == ("absent", ("20-IV",))
    assert state(found, "2013-06-01", "art 2") == ("absent", ("20-IV",))
    assert state(found, AFTER, "art 3") == ("recorded", ())


def test_an_article_that_came_back_ends_with_the_act(tmp_path: Path) -> None:
    notes = f"{GONE}      Footnote. The Law is supplemented by Article 2 {BACK}.\n{END}"
    found = law(tmp_path, f"On Nests\n\n{notes}\n{ONE}Article 3. C\n      Three.\n")
    assert state(found, "2010-06-01", "art 2") == ("absent", ("50-IV",))
    assert state(found, AFTER, "art 2") == ("unrecorded", ("70-V",))
    assert state(found, "2013-06-01", "art 2") == ("absent", ("70-V",))


PUT_IN = (
    "The Law is supplemented by {} by the Law dated 01.02.2008 No. 60 (shall be enforced from 01.03.2008)"
)


def test_an_inserted_article_that_is_no_longer_printed_stood_behind_its_neighbour(tmp_path: Path) -> None:
    note = f"      Footnote. {PUT_IN.format('Article 1-1')}; is excluded {L}.\n"
    found = law(tmp_path, f"{ONE}{note}Article 2. B\n      Two.\n")
    assert state(found, "2007-01-01", "art 1") == ("recorded", ())
    assert state(found, "2007-01-01", "art 1-1") == ("absent", ("60",))
    assert state(found, "2009-01-01", "art 1-1") == ("unrecorded", ("20-IV",))
    assert state(found, AFTER, "art 1-1") == ("absent", ("20-IV",))
    assert "note-wrong-number" not in codes(found)


@pytest.mark.parametrize("article", ["Article 7-1", "Article 1-1"])
def test_no_note_about_another_article_says_that_a_plain_one_was_put_in(tmp_path: Path, article: str) -> None:
    note = f"      Footnote. {PUT_IN.format(article)}.\n"
    found = law(tmp_path, f"{ONE}{note}Article 2. B\n      Two.\n")
    assert state(found, "2007-01-01", "art 1") == ("later", ("60",))
    assert "note-wrong-number" in codes(found)


def test_an_inserted_article_whose_end_no_note_tells_ended_by_an_unknown_law(tmp_path: Path) -> None:
    found = law(tmp_path, f"On Nests\n\n      Footnote. {PUT_IN.format('Article 1-1')}.\n\n{ONE}")
    assert state(found, "2007-01-01", "art 1-1") == ("absent", ("60",))
    assert state(found, AFTER, "art 1-1")[0] == "uncertain"
    assert state(found, "2014-01-01", "art 1-1")[0] == "absent"
    assert "note-place-unknown" in codes(found)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Was valid until 01.03.2010 in accordance with the Law dated 01.02.2008 No. 60."),
        ("ru", "Действовал до 01.03.2010 в соответствии с Законом РК от 01.02.2008 № 60."),
        ("kk", "01.03.2010 дейін қолданыста болды - ҚР 01.02.2008 № 60 Заңымен."),
    ],
)
def test_what_has_lapsed_in_its_place_is_no_wording(language: str, words: str) -> None:
    assert is_in_place(f"2. {words}", language)


def test_what_has_lapsed_was_there_before(tmp_path: Path) -> None:
    lapsed = "2. Was valid until 01.03.2010 in accordance with the Law dated 01.02.2008 No. 60."
    found = law(tmp_path, f"Article 1. Nests\n      1. One.\n      {lapsed}\n      3. Three.\n")
    assert state(found, "2009-01-01", "art 1 para 2") == ("unrecorded", ("60",))
    assert state(found, AFTER, "art 1 para 2") == ("absent", ("60",))


def test_the_law_s_own_words_about_a_term_are_no_note() -> None:
    assert not is_in_place("2. The permit is valid until 01.03.2010.", "en")
    assert not is_in_place("2) действует до 01.01.2020;", "ru")


def test_a_paragraph_of_no_article_at_the_head_of_the_act_may_be_any(tmp_path: Path) -> None:
    """Article 1 lacks its paragraph 2; whose paragraph the note means nobody can tell."""
    note = f"Footnote. Paragraph 2 is excluded {L}."
    found = law(tmp_path, f"On Nests\n\n      {note}\n\nArticle 1. A\n      1. One.\n      3. Three.\n")
    assert state(found, BEFORE, "art 1 para 1") == ("later", ("20-IV",))
    assert state(found, AFTER, "art 1 para 1") == ("recorded", ())
    assert "note-place-unknown" in codes(found)
    assert "target-unknown" not in codes(found)
