"""When an imported law starts to apply: what its own text says, never the default against it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

Lawdiff = Callable[..., Ran]
OPENINGS = {
    "en": ("On bread", "Law of the Republic of Kazakhstan dated 5 May 2005 No. 50", "Article {}. Title"),
    "ru": ("О хлебе", "Закон Республики Казахстан от 5 мая 2005 года N 50", "Статья {}. Заголовок"),
    "kk": ("Нан туралы", "Қазақстан Республикасының 2005 жылғы 5 мамырдағы N 50 Заңы", "{}-бап. Тақырып"),
}
SAID = [
    # language, the words of Article 2, the clause; "" where none is found
    ("en", "This Law shall be enforced from 1 July 2005.", "from:2005-07-01"),
    ("en", "This Law shall be enforced upon expiry of ten days after publication.", "after_publication:10"),
    ("en", "This Law shall be enforced from 1 July 2005, except for Article 1.", "see:art_2"),
    ("en", "This Law shall be enforced by the Government.", ""),
    ("en", "This Law shall apply to bread.", ""),
    ("ru", "Настоящий Закон вводится в действие с 1 июля 2005 года.", "from:2005-07-01"),
    ("ru", "Настоящий Закон вводится в действие со дня его официального опубликования.", "on_publication"),
    ("ru", "Настоящий Закон вводится в действие с 1 июля 2005 года, за исключением статьи 1.", "see:art_2"),
    ("kk", "Осы Заң 2005 жылғы 1 шілдеден бастап қолданысқа енгізіледі.", "from:2005-07-01"),
    ("kk", "Осы Заң нанға қолданылады.", ""),
]  # fmt: skip


def text(language: str, *articles: str) -> str:
    """A law whose articles have these words."""
    title, name, heading = OPENINGS[language]
    told = "".join(f"{heading.format(at)}\n\n      {words}\n\n" for at, words in enumerate(articles, 1))
    return f"{title}\n\n{name}\n\n{told}"


def imported(lawdiff: Lawdiff, folder: Path, content: str) -> str:
    """The clause that an import finds, "" for none."""
    (folder / "law.txt").write_text(content, "utf-8")
    asked = ("--corpus", str(folder / "corpus"), "--edition-date", "2006-01-01", "--json")
    ran = lawdiff("import", str(folder / "law.txt"), *asked)
    assert ran.code == 0, ran
    return json.loads(ran.out)["imported"][0]["clause"] or ""


@pytest.mark.parametrize(("language", "words", "clause"), SAID, ids=[words for _, words, _ in SAID])
def test_the_text_says_when_it_starts(
    lawdiff: Lawdiff, tmp_path: Path, language: str, words: str, clause: str
) -> None:
    other = {"en": "Bread.", "ru": "Хлеб.", "kk": "Нан."}[language]
    assert imported(lawdiff, tmp_path, text(language, other, words)) == clause


def test_it_is_absent_before_that_day(lawdiff: Lawdiff, tmp_path: Path) -> None:
    """By the statutory default it would have been in force in June."""
    words = "Настоящий Закон вводится в действие с 1 июля 2005 года."
    imported(lawdiff, tmp_path, text("ru", "Хлеб.", words))
    asked = ("--json", "--corpus", str(tmp_path / "corpus"), "--repo", str(tmp_path / "repo"))
    for day, state in (("2005-06-30", "absent"), ("2005-07-01", "recorded")):
        told = json.loads(lawdiff("asof", day, "art 1", *asked).out)
        assert told["node"]["state"] == state


def test_two_sentences_that_differ_are_no_clause(lawdiff: Lawdiff, tmp_path: Path) -> None:
    words = ("from 1 July 2005.", "from 1 August 2005.")
    content = text("en", *(f"This Law shall be enforced {each}" for each in words))
    assert imported(lawdiff, tmp_path, content) == "see:art_1"


def test_a_note_says_where_it_is_said(lawdiff: Lawdiff, tmp_path: Path) -> None:
    note = "      Note of RCLI! The order of enforcement of this Law see Article 2.\n\n"
    content = text("en", "Bread.", "Hot.").replace("Article 1.", f"{note}Article 1.", 1)
    assert imported(lawdiff, tmp_path, content) == "see:art_2"
