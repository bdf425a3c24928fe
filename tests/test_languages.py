"""Whole laws in Russian and Kazakh: their structure, their truth tables, and the way through the history."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest
from bees_corpus import ACT, bees_corpus, bees_text
from hypothesis import given, settings
from hypothesis import strategies as st

from lawdiff.api import Law, open_law
from lawdiff.cli.main import main
from lawdiff.law.edition import Edition, NoteForm
from lawdiff.sources.edition_text import read_edition
from lawdiff.sources.note_effects import NoteEffects, read_notes

LANGUAGES = ("ru", "kk")
TRUTH = Path(__file__).parent / "truth"


@cache
def edition(language: str) -> Edition:
    return read_edition(bees_text(language), ACT, language)


@cache
def opened(language: str, corpus: Path) -> Law:
    return open_law(ACT, corpus=bees_corpus(corpus, language))


@pytest.fixture(scope="session")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {language: tmp_path_factory.mktemp(f"bees-{language}") for language in LANGUAGES}


def rows() -> list[tuple[str, str, str, str, str]]:
    found = []
    for language in LANGUAGES:
        for line in (TRUTH / f"bees_{language}.tsv").read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                day, address, state, laws = line.split("\t")[:4]
                found.append((language, day, address, state, laws))
    return found


@pytest.mark.parametrize(("language", "day", "address", "state", "laws"), rows())
def test_row(language: str, day: str, address: str, state: str, laws: str, corpora: dict[str, Path]) -> None:
    wording = opened(language, corpora[language]).asof(dt.date.fromisoformat(day), address).node.wording
    assert (wording.state.value, ",".join(wording.laws) or "-") == (state, laws)


RESTORED = [
    ("ru", "ст. 3 п. 1", "Учет ульев ведет уполномоченный орган."),
    ("ru", "ст. 7", "Надзор ведется уполномоченным органом."),
    ("kk", "7-бап", "Қадағалауды уәкілетті орган жүргізеді."),
]


@pytest.mark.parametrize(("language", "address", "words"), RESTORED)
def test_the_words_before_a_substitution(
    language: str, address: str, words: str, corpora: dict[str, Path]
) -> None:
    law = opened(language, corpora[language])
    assert law.asof(dt.date(2009, 1, 1), address).node.wording.text == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_history_gives_the_edition_back(
    language: str, corpora: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`build` replays all commits and compares the last with the edition byte for byte; `verify` again."""
    opened(language, corpora[language])
    run_through(corpora[language], tmp_path, monkeypatch)


def test_a_code_of_five_levels_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Markdown has six levels of headings: four of them for halves, sections, chapters and §."""
    run_through(bees_corpus(tmp_path / "corpus", "ru", "deep_ru"), tmp_path, monkeypatch)


def run_through(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAWDIFF_REPO", str(tmp_path / "history.git"))
    monkeypatch.setenv("LAWDIFF_CORPUS", str(corpus))
    for arguments in (["build"], ["verify"], ["check"], ["export", "akn"]):
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert not left.value.code, arguments


EIDS = {
    "ru": """preamble sec_1 chp_1 art_1 art_1__subpara_1 art_1__subpara_2 art_1__subpara_2__al_2
        art_1__subpara_2__al_3 art_1__subpara_3 art_1__subpara_4 art_2 art_2__para_1 art_2__para_2 art_3
        art_3__para_1 art_3__para_2 art_3__para_3 chp_2 chp_2__subsec_1 art_4 art_4__al_2 art_5
        art_5__para_1 chp_2__subsec_2 art_6 art_6-1 sec_2 chp_3 art_7 art_8 art_9 art_10 annex_1
        annex_1__para_1 annex_1__para_2""",
    "kk": """preamble chp_1 art_1 art_1__subpara_1 art_1__subpara_2 art_1__subpara_3 art_1__subpara_4 art_2
        art_2__para_1 art_2__para_2 art_3 art_3__para_1 art_3__para_2 chp_2 art_4 art_5 art_5__para_1 art_6
        art_6-1 chp_3 art_7 art_8 art_9 art_10""",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_provision_is_in_its_place(language: str) -> None:
    assert [node.eid for node in edition(language).walk()] == EIDS[language].split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_byte_comes_back(language: str) -> None:
    assert edition(language).printed() == bees_text(language)


def test_opening_and_closing_lines() -> None:
    assert [line.text for line in edition("ru").closing] == ["Президент", "Республики Казахстан"]
    assert [line.text for line in edition("kk").closing] == ["Қазақстан Республикасының", "Президенті"]
    assert [line.text for line in edition("ru").opening] == [
        "О пчеловодстве",
        "Закон Республики Казахстан от 4 марта 2005 года № 30",
    ]


def test_an_announcement_stands_with_what_follows_it() -> None:
    for language in LANGUAGES:
        announced = {
            note.about for note in edition(language).all_notes() if note.form is NoteForm.ANNOUNCEMENT
        }
        assert announced - {"act"} == {"art_3__para_2"}


def eids(text: str, language: str = "ru") -> list[str]:
    read = read_edition(text, ACT, language)
    assert read.printed() == text
    return [node.eid for node in read.walk()]


def test_chapters_that_count_anew_in_each_section() -> None:
    text = "Раздел 1. А\nГлава 1. Б\nСтатья 1. В\nРаздел 2. Г\nГлава 1. Д\nСтатья 2. Е\n"
    assert eids(text) == ["sec_1", "chp_1", "art_1", "sec_2", "sec_2__chp_1", "art_2"]


def test_the_halves_of_a_code_have_no_number() -> None:
    text = "ОБЩАЯ ЧАСТЬ\n\nРАЗДЕЛ 1. А\nСтатья 1. Б\nОСОБЕННАЯ ЧАСТЬ\nГлава 2. В\nСтатья 2. Г\n"
    assert eids(text) == ["part_1", "sec_1", "art_1", "part_2", "chp_2", "art_2"]


def test_headings_that_are_indented_as_passages_are() -> None:
    text = "   Глава 1. А\n   Статья 1. Б\n   1. Слова.\n   Статья 2. В\n   Слова.\n"
    assert eids(text) == ["chp_1", "art_1", "art_1__para_1", "art_2"]


def test_an_indented_line_is_no_heading_where_headings_stand_flush() -> None:
    text = "Статья 1. Б\n   Слова:\n   Статья 5. Закона другого государства.\nСтатья 2. В\n"
    assert eids(text) == ["art_1", "art_1__al_2", "art_2"]


@pytest.mark.parametrize(
    "line",
    ["7. Слова закона.", "9. Споры", "2. Споры", "3. Ловля;"],
    ids=["a sentence", "no successor", "there is another", "an item"],
)
def test_a_flush_number_is_no_article_by_chance(line: str) -> None:
    text = f"Статья 1. А\n   Слова.\nСтатья 2. Б\n   Слова.\n{line}\n   Слова.\nСтатья 4. В\n"
    assert [eid for eid in eids(text) if "__" not in eid] == ["art_1", "art_2", "art_4"]


def test_a_second_list_hangs_under_its_own_passage() -> None:
    text = "Статья 1. А\n   Слова:\n   1) а;\n   2) б.\n   Иные:\n   1) в;\n   2) г.\n"
    assert eids(text)[-4:] == [
        "art_1__subpara_2", "art_1__al_2", "art_1__al_2__subpara_1", "art_1__al_2__subpara_2"
    ]  # fmt: skip


def test_a_paragraph_glued_to_a_note_before_any_article() -> None:
    text = (
        "РАЗДЕЛ I\n   Сноска. Статья 1 в редакции Закона РК от 10.01.2011 № 383-IV. 2. Слова.\nСтатья 9. Имя"
    )
    assert eids(text) == ["sec_1", "art_9"]


BRACKETS = """Омарта туралы

Қазақстан Республикасының 2005 жылғы 4 наурыздағы N 30 Заңы

1-бап. Омарта

      1. Омарта (балалар үшін) таза болады. (ҚР 2010.11.23 N 354-IV Заңымен өзгертілді)
      2. Ара ұшады (қанат қағып).

2-бап. Бал

      Бал тәтті.
      (2-бап ҚР 2011.01.10 N 383-IV (2011.03.01 бастап қолданысқа енгізіледі) Заңымен жаңа редакцияда)
"""


def test_notes_in_brackets_are_no_words_of_the_law() -> None:
    """A note that names no place is about the article that it stands in."""
    read = read_edition(BRACKETS, ACT, "kk")
    assert read.printed() == BRACKETS
    texts = {node.eid: node.text.text for node in read.walk() if node.text}
    assert texts == {
        "art_1__para_1": "Омарта (балалар үшін) таза болады.",
        "art_1__para_2": "Ара ұшады (қанат қағып).",
        "art_2": "Бал тәтті.",
    }
    effects = NoteEffects(read, {}, dt.date(2014, 12, 29)).read(read_notes(read))
    told = [(each.kind.value, each.target, each.laws) for each in effects]
    assert told == [("amend", "art_1", ("354-IV",)), ("replace", "art_2", ("383-IV",))]


def test_a_note_glued_to_a_title_below_its_number_comes_back_on_its_line() -> None:
    text = (
        "Статья 1. Мед\n\n      Мед собирают.\n\nГлава 2\n\n"
        "Надзор и споры. Сноска. Заголовок главы 2 в редакции Закона РК от 21.07.2007 № 307.\n\n"
        "Статья 2. Споры\n\n      Споры решает суд.\n"
    )
    read = read_edition(text, ACT, "ru")
    assert read.printed() == text
    chapter = next(node for node in read.walk() if node.eid == "chp_2")
    assert chapter.heading is not None
    assert chapter.heading.text == "Надзор и споры."
    assert [note.line for note in chapter.notes] == [7]


LINES = st.lists(
    st.sampled_from(
        [
            "",
            " \u00a0",
            "РАЗДЕЛ I",
            "Общие положения",
            "ОБЩАЯ ЧАСТЬ",
            "Глава 1. Общее Статья 1. Имя",
            "Статья 2-1. Имя ",
            "Статья 3. Исключена Законом РК от 29.12.2014 № 269-V (вводится в действие с 01.01.2015).",
            "§ 2. Знак",
            "1-тарау. Жалпы 7-бап. Атау",
            "3-1-бап. Атау",
            "   1. Пункт;",
            "   1) подпункт;",
            "   4-1) еще;",
            "   Слова.\r",
            "   2) исключен Законом РК от 29.12.2014№ 269-V (вводится в действие с 01.01.2015);",
            "   Сноска. Статья 1 в редакции Закона РК от 10.01.2011 № 383-IV. 2. Пчелы летают.",
            "   Слова. Сноска. Статья 1 в редакции Закона РК от 10.01.2011 № 383-IV.",
            "   Примечание РЦПИ!",
            "   Пункт 1 предусмотрено дополнить пп. 9) в соответствии с Законом РК от 05.07.2011 № 452-IV.",
            "   ЗҚАИ-ның ескертпесі!",
            "   Ескерту. 4-бап жаңа редакцияда - ҚР 2011.01.10 N 383-IV Заңымен.",
            "Президент Республики Казахстан   Н. Назарбаев",
            "      Қазақстан Республикасының",
            "      Президенті",
            "Приложение 1",
            "4. Имя",
        ]
    )
    | st.text(st.characters(exclude_characters="\n"), max_size=12),
    max_size=30,
)


@settings(max_examples=400, derandomize=True)
@given(LINES, st.sampled_from(("en", *LANGUAGES)))
def test_any_text_with_an_article_comes_back_whole(lines: list[str], language: str) -> None:
    text = "\n".join([*lines, "Статья 9. Последняя"])
    read = read_edition(text, ACT, language)
    assert read.printed() == text
    taken = sorted(
        line
        for passage in read.passages()
        if passage.text or passage.lead.strip()
        for line in range(passage.line, passage.line + passage.height)
    )
    assert set(taken) >= {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}
    found = [node.eid for node in read.walk()]
    assert len(found) == len(set(found))
