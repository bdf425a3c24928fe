"""Headings that are a bare number, as the Civil Code has them: told from the words of the article before."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from bees_corpus import bees_corpus
from site_pages import SitePage
from test_languages import run_through
from whole_site import small_site

from lawdiff.law.edition import Edition
from lawdiff.sources.edition_text import read_edition

TEXT = (Path(__file__).parent / "fixtures/acts/code_ru.txt").read_text("utf-8")
# From a reading of the text: the two indented paragraphs of Article 5 and the two passages of Article 7
# lack their full stops, and are no headings.
EIDS = """
chp_1
chp_1__subsec_1 art_1 art_1__para_1 art_1__para_2
chp_1__subsec_2
chp_1__subsec_2__subsec_1 art_2
chp_1__subsec_2__subsec_2
chp_1__subsec_2__subsec_2__subsec_1 art_3 art_3__para_1 art_3__para_2
chp_1__subsec_2__subsec_2__subsec_2 art_4
chp_1__subsec_2__subsec_3 art_5 art_5__para_1 art_5__para_2 art_6
chp_2
chp_2__subsec_1 art_7 art_7__al_2 art_8
chp_2__subsec_2 art_9
"""


def read(text: str) -> Edition:
    return read_edition(text, "kz/1994/1", "ru")


def eids(text: str) -> list[str]:
    return [node.eid for node in read(text).walk()]


def test_each_heading_holds_its_articles() -> None:
    assert eids(TEXT) == EIDS.split()
    titles = {str(node.eid): node.heading.text for node in read(TEXT).walk() if node.heading}
    assert titles["chp_1__subsec_2__subsec_2"] == "Товарищества"
    assert titles["chp_1__subsec_2__subsec_2__subsec_1"] == "Общие положения"
    assert titles["chp_1__subsec_2__subsec_3"] == "Кооперативы"


def test_every_byte_comes_back() -> None:
    assert read(TEXT).printed() == TEXT


def test_the_history_and_akoma_ntoso_have_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_through(bees_corpus(tmp_path / "corpus", "ru", "code_ru"), tmp_path, monkeypatch)


CHAPTER = """\
О кодексе

Глава 1. Вещи

Статья 1. Вещь

      1. Вещь есть.
{}
Статья 2. Дело

      Дело есть.
{}"""
MORE = """

Статья 3. Слово

      Слово есть.
"""
NO_HEADINGS = {
    "one alone": ("\n1. Дела\n", ""),
    "not the first": ("\n2. Дела\n", f"\n3. Слова{MORE}"),
    "a sentence": ("\n1. Дела.\n", f"\n2. Слова.{MORE}"),
    "no article behind": ("\n1. Дела\n\n      Дела есть.\n", f"\n2. Слова{MORE}"),
    "the article's next paragraph": ("      2. Вещи нет\n", f"      3. Дела нет{MORE}"),
    "a small letter": ("\n1. дела\n", f"\n2. слова{MORE}"),
    "a gap": ("\n1. Дела\n", f"\n3. Слова{MORE}"),
}


@pytest.mark.parametrize("why", NO_HEADINGS)
def test_what_is_no_heading_stays_with_its_article(why: str) -> None:
    text = CHAPTER.format(*NO_HEADINGS[why])
    assert not [eid for eid in eids(text) if "subsec" in eid]
    assert read(text).printed() == text


def test_headings_below_a_chapter() -> None:
    expected = "chp_1 art_1 art_1__para_1 chp_1__subsec_1 art_2 chp_1__subsec_2 art_3"
    assert " ".join(eids(CHAPTER.format("\n1. Дела\n", f"\n2. Слова{MORE}"))) == expected


def test_a_paragraph_set_like_the_one_before_it_goes_on_with_it() -> None:
    """No passage of this text is indented: "2. Слова" may be the second paragraph of Article 1."""
    text = (
        "О кодексе\n\nГлава 1. Вещи\n\n1. Дела\n\nСтатья 1. Вещь\n\n1. Вещь есть.\n2. Слова\n\n"
        "Статья 2. Дело\n\nДело есть.\n"
    )
    assert eids(text) == ["chp_1", "art_1", "art_1__para_1", "art_1__para_2", "art_2"]


ROWS = {
    "a note below a heading": (
        "I. Дела\n\nСноска. Заголовок I в редакции Закона РК от 20.12.2006 N 209.\n\n"
        "Статья 1. А\n\n      Слова.\n\nII. Иное\n\nСтатья 2. Б\n\n      Слова.\n",
        "chp_1 chp_1__subsec_1 art_1 chp_1__subsec_2 art_2",
    ),
    "an announcement between": (
        "1. Дела\n\n      Примечание РЦПИ!\n"
        "      Статья 1 предусмотрена в редакции Закона РК от 20.12.2016 N 209.\n"
        "Статья 1. А\n\n      Слова.\n\n2. Иное\n\nСтатья 2. Б\n\n      Слова.\n",
        "chp_1 chp_1__subsec_1 art_1 chp_1__subsec_2 art_2",
    ),
    "one put in later": (
        "1. Дела\n\nСтатья 1. А\n\n      Слова.\n\n1-1. Новое\n\nСтатья 1-1. Б\n\n      Слова.\n\n"
        "2. Иное\n\nСтатья 2. Б\n\n      Слова.\n",
        "chp_1 chp_1__subsec_1 art_1 chp_1__subsec_1-1 art_1-1 chp_1__subsec_2 art_2",
    ),
    "one excluded": (
        "1. Дела\n\nСтатья 1. А\n\n      Слова.\n\n2. Исключен Законом РК от 20.12.2006 N 209.\n\n"
        "3. Иное\n\nСтатья 2. Б\n\n      Слова.\n",
        "chp_1 chp_1__subsec_1 art_1 chp_1__subsec_2 chp_1__subsec_3 art_2",
    ),
    "what a colon introduces": (
        "Статья 1. А\n\n      Дела:\n      I. Первое\n\nСтатья 2. Б\n\n      Слова:\n      II. Второе\n\n"
        "Статья 3. В\n\n      Слова.\n",
        "chp_1 art_1 art_1__al_2 art_2 art_2__al_2 art_3",
    ),
    "all that an article has": (
        "Статья 1. А\n\n      1. Слова есть\n\nСтатья 2. Б\n\n      2. Слов нет\n\n"
        "Статья 3. В\n\n      Слова.\n",
        "chp_1 art_1 art_1__para_1 art_2 art_2__para_2 art_3",
    ),
}


@pytest.mark.parametrize("what", ROWS)
def test_what_a_row_may_hold(what: str) -> None:
    lines, expected = ROWS[what]
    text = f"О кодексе\n\nГлава 1. Вещи\n\n{lines}"
    assert " ".join(eids(text)) == expected
    assert read(text).printed() == text


def test_the_site_lists_every_article_and_skips_no_level(tmp_path: Path) -> None:
    """Also those that a § and what stands below it hold."""
    corpus = bees_corpus(tmp_path, "ru", "code_ru")
    read = SitePage(small_site(corpus, "kz/2005/30")["kz/2005/30/ru/index.html"])
    assert [link for link in read.links if link.startswith("#art_")] == [f"#art_{n}" for n in range(1, 10)]
    levels = [int(tag[1]) for tag in read.tags if tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    assert max(levels) == 6  # Chapter 1, § 2, II, 1, Article 3
    assert all(below <= above + 1 for above, below in pairwise(levels))
