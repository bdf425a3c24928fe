"""A law that is held in two languages: each is asked for by name, by every command and on the site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from conftest import Ran
from site_pages import SitePage

Lawdiff = Callable[..., Ran]
PAGES = Path(__file__).parent / "fixtures/pages"
RUSSIAN, KAZAKH = "О хлебе и пекарнях", "Нан және наубайханалар туралы"


@pytest.fixture
def both(lawdiff: Lawdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lawdiff:
    """The command over a corpus into which the Russian text went first, then the Kazakh one."""
    monkeypatch.setenv("LAWDIFF_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("LAWDIFF_REPO", str(tmp_path / "history"))
    assert lawdiff("import", str(PAGES / "ru.txt")).code == 0
    assert lawdiff("import", str(PAGES / "kk.txt")).code == 0
    return lawdiff


def test_the_next_command_shows_the_text_that_was_written(lawdiff: Lawdiff, tmp_path: Path) -> None:
    corpus = ("--corpus", str(tmp_path / "corpus"))
    first = lawdiff("import", str(PAGES / "ru.txt"), *corpus).out
    second = lawdiff("import", str(PAGES / "kk.txt"), *corpus).out
    assert f"Next: lawdiff asof 2014-12-29 --law kz/2007/266 --corpus {corpus[1]}" in first
    assert f"Next: lawdiff asof 2014-12-29 --law kz/2007/266 --language kk --corpus {corpus[1]}" in second


def test_each_language_has_its_words_and_its_title(both: Lawdiff) -> None:
    default, russian = (both("asof", "2015-01-01", "art 2", *more).out for more in ((), ("--language", "ru")))
    kazakh = both("asof", "2015-01-01", "2-бап", "--language", "kk").out
    assert default == russian
    assert RUSSIAN in russian
    assert KAZAKH in kazakh
    assert "Наубайхана таңертең ашылады." in kazakh
    assert "Наубайхана таңертең ашылады." not in russian


CITED = {
    "ru": ("Закон от 21 июня 2007 года № 266 «О хлебе и пекарнях»",
           "Пункт 2 статьи 2", "подпункт 3) статьи 1"),
    "kk": ("«Нан және наубайханалар туралы» 2007 жылғы 21 маусымдағы № 266 Заң", "2-баптың 2-тармағы",
           "1-баптың 3) тармақшасы"),
}  # fmt: skip


@pytest.mark.parametrize("language", CITED)
def test_the_law_and_its_provisions_are_named_in_the_language_of_the_text(
    both: Lawdiff, language: str
) -> None:
    law, second, excluded = CITED[language]
    asked = ("--language", language)
    out = both("asof", "2015-01-01", "art 2 para 2", *asked).out
    assert out.startswith(f"{law}\n")
    assert f"\n{second}\n" in out
    assert "Article" not in out
    assert f"\nlaws that touched {excluded}, newest first\n" in both("log", excluded, *asked).out
    changes = both("diff", "2004-01-01", "2010-01-01", *asked).out
    assert f"+ {second[0].lower()}{second[1:]}  inserted with the act itself\n" in changes
    assert "Article" not in changes


def test_the_site_names_them_so_too(both: Lawdiff, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert both("site", str(out)).code == 0
    for language, unit in (("ru", "статья 2"), ("kk", "2-бап")):
        page = next((out / f"kz/2007/266/{language}/art_2").glob("2*/index.html")).read_text("utf-8")
        assert f'<q class="plain">{CITED[language][0]}, {unit}, as it can be known for' in page


@pytest.mark.parametrize(
    "words",
    [
        ("asof", "2015-01-01"),
        ("diff", "2010-01-01", "2015-01-01"),
        ("log",),
        ("blame", "art 2"),
        ("refs",),
        ("pending",),
        ("export", "json"),
    ],
    ids=lambda words: words[0],
)
def test_every_answer_is_in_the_language_asked_for(both: Lawdiff, words: tuple[str, ...]) -> None:
    for language in ("ru", "kk"):
        told = json.loads(both(*words, "--json", "--language", language).out)
        assert told["language"] == language


def test_akoma_ntoso_names_the_language(both: Lawdiff) -> None:
    written = both("export", "akn", "--language", "kk").out
    assert '<FRBRlanguage language="kaz"/>' in written
    assert "Наубайхана таңертең ашылады." in written


def test_a_language_that_is_not_held_is_refused(both: Lawdiff, tmp_path: Path) -> None:
    ran = both("asof", "2015-01-01", "art 2", "--language", "en")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "lawdiff: kz/2007/266 has no edition in 'en'; it has: ru, kk.\n"
    ran = both("site", str(tmp_path / "site"), "--language", "en")
    assert ran.err == "lawdiff: no law is held in English; leave out --language.\n"
    assert not (tmp_path / "site").exists()


def test_the_site_has_both_and_each_leads_to_the_other(both: Lawdiff, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert both("site", str(out)).out.startswith(f"{out}: the site of 1 law\n")
    pages = {path: SitePage(path.read_bytes()) for path in out.rglob("*.html")}
    for own, other in (("ru", "kk"), ("kk", "ru")):
        law = out / f"kz/2007/266/{own}/index.html"
        there = {(law.parent / link).resolve() for link in pages[law].links if "://" not in link}
        assert (out / f"kz/2007/266/{other}/index.html").resolve() in there
    home = (out / "index.html").read_text("utf-8")
    assert RUSSIAN in home
    assert KAZAKH in home
    dead = [
        (path, link)
        for path, page in pages.items()
        for link in page.links
        if not (path.parent / urldefrag(link)[0].partition("?")[0]).resolve().exists()
    ]
    assert dead == []


def test_the_site_of_one_language(both: Lawdiff, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert both("site", str(out), "--language", "kk").code == 0
    assert [folder.name for folder in (out / "kz/2007/266").iterdir()] == ["kk"]
    law = (out / "kz/2007/266/kk/index.html").read_text("utf-8")
    assert "in Russian" not in law


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize("more", [(), ("--stat",)], ids=["whole", "stat"])
def test_a_comparison_names_places_in_the_language_of_the_text(
    both: Lawdiff, form: str, more: tuple[str, ...]
) -> None:
    told = both("diff", "2010-01-01", "2015-01-01", "--format", form, *more).out
    assert "статья 1" in told.replace("статьи 1", "статья 1")
    assert "Article" not in told
    assert "Preamble" not in told


def test_the_pages_of_changes_name_places_in_the_language_of_the_text(both: Lawdiff, tmp_path: Path) -> None:
    assert both("site", str(tmp_path / "site"), "--language", "ru").code == 0
    folder = tmp_path / "site/kz/2007/266/ru"
    for path in (folder / "art_1/index.html", folder / "2011-03-01/changes/index.html"):
        main = path.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
        assert "статьи 1" in main
        assert "Article 1" not in main
    contents = (folder / "index.html").read_text("utf-8").partition("</nav>")[2].partition("</nav>")[0]
    assert "<span>4-1</span>" in contents


def test_an_import_takes_the_language_by_either_name(lawdiff: Lawdiff, tmp_path: Path) -> None:
    for name in ("--lang", "--language"):
        ran = lawdiff(
            "import", str(PAGES / "ru.txt"), name, "ru", "--corpus", str(tmp_path / name.strip("-"))
        )
        assert ran.code == 0, ran.err


@pytest.mark.parametrize(
    ("language", "article", "chapter"),
    [("ru", "Статья 1", "Глава 1"), ("kk", "1-бап", "1-тарау")],
)
def test_the_graph_the_numbers_and_references_name_places_so_too(
    both: Lawdiff, tmp_path: Path, language: str, article: str, chapter: str
) -> None:
    """Whatever words stand around them: no "Article 1" of a Russian or Kazakh text."""
    asked = ("--law", "kz/2007/266", "--language", language)
    drawn = both("graph", "--format", "mermaid", *asked).out
    assert f"{article}#46; " in drawn
    assert f'["{chapter}#46; ' in drawn
    assert "Article" not in drawn
    told = json.loads(both("graph", "--format", "json", *asked).out)
    assert article.lower() in {each["cited"].lower() for each in told["provisions"]}
    assert both("refs", "art 1", *asked).out.count(article[0].lower() + article[1:]) > 0
    both("site", str(tmp_path / "public"), "--language", language)
    page = (tmp_path / f"public/kz/2007/266/{language}/statistics/index.html").read_text("utf-8")
    assert f"{article}</a>" in page
    assert "Article 1" not in page
