"""`lawdiff import` of saved pages: the plain lines of the law out of markup, in any declared encoding."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ACT, Ran

from lawdiff.sources.corpus import corpus_root
from lawdiff.sources.edition_text import read_edition
from lawdiff.sources.importing.page_text import LeftOut
from lawdiff.sources.importing.saved_file import SavedFile
from lawdiff.sources.importing.saved_law import SavedLaw, read_saved_law

Lawdiff = Callable[..., Ran]
PAGES = Path(__file__).parent / "fixtures/pages"
ACTS = Path(__file__).parent / "fixtures/acts"


def law_in(markup: str, encoding: str = "utf-8") -> SavedLaw:
    """The law in a page that is saved in that encoding; what it cannot write is a reference, `&#1179;`."""
    return read_saved_law(SavedFile(Path("page.html"), markup.encode(encoding, "xmlcharrefreplace")))


def plain(text: str) -> str:
    """The text with the publisher's indent in the spaces of the fixtures."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ru", "windows-1251"),
        ("ru", "koi8-r"),
        ("ru", "utf-8"),
        ("kk", "utf-8"),
        ("kk", "kz1048"),
        ("kk", "windows-1251"),
    ],
)
def test_a_page_is_the_text_that_a_reader_sees(language: str, encoding: str) -> None:
    """Scripts, styles, menus, hidden words and a table of contents are gone; `<br>`, entities, unclosed
    paragraphs, raised figures and tables are plain lines."""
    markup = (PAGES / f"{language}.html").read_text("utf-8")
    law = law_in(re.sub(r'(charset="?)[\w-]+', rf"\g<1>{encoding}", markup), encoding)
    assert plain(law.text) == (PAGES / f"{language}.txt").read_text("utf-8")
    assert (law.encoding, law.language) == (encoding, language)
    assert law.opening.name
    assert (law.opening.name.number, str(law.opening.name.adopted)) == ("266", "2007-06-21")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_a_mark_at_the_start_tells_the_encoding(encoding: str) -> None:
    markup = (PAGES / "ru.html").read_text("utf-8")  # which declares windows-1251
    assert plain(law_in(markup, encoding).text) == (PAGES / "ru.txt").read_text("utf-8")


def test_what_is_left_out_of_a_page_is_told() -> None:
    law = law_in((PAGES / "ru.html").read_text("utf-8"))
    assert law.address == "https://adilet.zan.kz/rus/docs/Z070000266_"
    assert LeftOut("Статья 1. Основные понятия", "a link within the page") in law.left_out
    assert LeftOut("2. Цены меняются.", "a picture before these words") in law.left_out
    assert LeftOut("Посетителей: 123", "around the text") in law.left_out
    lines = law.text.split("\n")
    anchored = {anchor: lines[line - 1].strip() for line, anchor in law.anchors}
    assert anchored["z6"] == "Статья 1. Основные понятия"
    assert anchored["z8"].startswith("3) исключен")


def as_page(text: str) -> str:
    """A text as the page that it would have been saved from, with furniture around it."""
    lines = [line for line in text.split("\n") if line.strip()]
    opening, body = lines[:2], lines[2:]
    blocks = [
        f"<p>&nbsp;&nbsp; {html.escape(line.strip())}</p>"
        if line[0].isspace()
        else f"<h3>{html.escape(line)}</h3>"
        for line in body
    ]
    return (
        f"<html><head><meta charset='utf-8'><title>{opening[0]}</title></head><body>"
        f"<div><a href='/'>Home</a><h1>{opening[0]}</h1><p>{opening[1]}</p></div>"
        f"<div>{''.join(blocks)}</div><div>Institute of Legislation</div></body></html>"
    )


TEXTS = [corpus_root() / ACT / "en.txt", ACTS / "ru.txt", ACTS / "kk.txt"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_law_as_a_page_is_the_law_as_a_text(path: Path) -> None:
    """Line by line, but for blank lines. The text of this law that came from the same publisher, too."""
    text = path.read_text("utf-8")
    law = law_in(as_page(text))
    assert [*filter(None, map(str.strip, law.text.split("\n")))] == [
        *filter(None, map(str.strip, text.split("\n")))
    ]
    same = read_saved_law(SavedFile(path, path.read_bytes()))
    assert law.language == same.language == path.stem
    assert law.opening == same.opening


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_page_goes_all_the_way(lawdiff: Lawdiff, tmp_path: Path, language: str) -> None:
    """Import, answers, findings, history, verify, site; and the page once more changes nothing."""
    page = tmp_path / f"{language}.html"
    page.write_text((PAGES / f"{language}.html").read_text("utf-8").replace("windows-1251", "utf-8"), "utf-8")
    corpus, built, site = (str(tmp_path / name) for name in ("corpus", "built", "site"))
    ran = lawdiff("import", str(page), "--corpus", corpus, "--json")
    assert ran.code == 0, ran
    report = json.loads(ran.out)
    (told,) = report["imported"]
    assert (told["law"], told["language"], told["horizon"]) == ("kz/2007/266", language, "2014-12-29")
    assert told["notes"]["unknown"] == []
    assert told["original_sha256"] != told["sha256"]
    asked = ("--corpus", corpus, "--repo", str(tmp_path / "repo"))
    node = json.loads(lawdiff("asof", "2012-01-01", "art 2 para 1", "--json", *asked).out)["node"]
    words = {"ru": "Пекарня открыта утром.", "kk": "Наубайхана таңертең ашылады."}[language]
    assert (node["text"], node["state"]) == (words, "recorded")
    gone = {"ru": "art 1 sub 3", "kk": "art 1 sub 2"}[language]
    assert (
        json.loads(lawdiff("asof", "2012-01-01", gone, "--json", *asked).out)["node"]["state"] == "unrecorded"
    )
    checked = json.loads(lawdiff("check", "--corpus", corpus, "--json").out)
    assert checked["findings"] == report["findings"]
    assert lawdiff("build", built, "--corpus", corpus).code == 0
    assert lawdiff("verify", built, "--corpus", corpus).code == 0
    assert lawdiff("site", site, "--corpus", corpus).code == 0
    shown = (Path(site) / "kz/2007/266" / language / "index.html").read_text("utf-8")
    assert f'<article class="text" lang="{language}">' in shown
    again = lawdiff("import", str(page), "--corpus", corpus)
    assert (again.code, "nothing was written" in again.out) == (0, True)


def test_two_languages_of_one_law_go_together(lawdiff: Lawdiff, tmp_path: Path) -> None:
    corpus = str(tmp_path / "corpus")
    ran = lawdiff(
        "import", *(str(ACTS / f"{code}.txt") for code in ("ru", "kk")), "--corpus", corpus, "--json"
    )
    assert ran.code == 0, ran
    told = json.loads(ran.out)
    assert [each["law"] for each in told["imported"]] == ["kz/2005/30", "kz/2005/30"]
    assert [each["language"] for each in told["imported"]] == ["ru", "kk"]
    assert lawdiff("check", "--corpus", corpus).code == 0


NAME = "Law of the Republic of Kazakhstan dated 5 May 2005 No. 50"
SET = f"<html><head></head><body><h1>On bread</h1><p>{NAME}</p>"
QUIRKS = {
    # markup behind the opening: the lines of the law
    "a word is no title": (
        "<div><p><b>Article 1. Bread</b></p><p>Article 2 of this Law is about ovens.</p>"
        "<p><b>Article 2. Ovens</b></p><p>Hot.</p></div>",
        ["Article 1. Bread", "      Article 2 of this Law is about ovens.", "Article 2. Ovens", "      Hot."],
    ),
    "one article": ("<div><h3>Article 1. Bread</h3><p>Hot.</p></div>", ["Article 1. Bread", "      Hot."]),
    "articles in boxes of their own": (
        "<main><section><h3>Article 1. Bread</h3><p>Baked.</p></section>"
        "<section><h3>Article 2. Ovens</h3><p>Hot.</p></section></main>",
        ["Article 1. Bread", "      Baked.", "Article 2. Ovens", "      Hot."],
    ),
    "a raised figure in a title": (
        "<div><h3>Article 1<sup>1</sup>. Bread</h3><p>On 10<sup>2</sup> loaves.</p></div>",
        ["Article 1-1. Bread", "      On 10² loaves."],
    ),
    "a table that lays out": (
        "<table><tr><td>Menu</td><td><h3>Article 1. Bread</h3><p>1) baked;</p></td></tr>"
        "<tr><td>News</td><td>More</td></tr></table>",
        ["Article 1. Bread", "      1) baked;"],
    ),
    "a table of contents without links": (
        "<div><p>Article 1. Bread</p><p>Article 2. Ovens</p><h3>Article 1. Bread</h3><p>Baked.</p>"
        "<h3>Article 2. Ovens</h3><p>Hot.</p></div>",
        ["Article 1. Bread", "      Baked.", "Article 2. Ovens", "      Hot."],
    ),
    "preformatted": (
        "<pre>Article 1. Bread\nBaked.\nHot.</pre>",
        ["Article 1. Bread", "      Baked.", "      Hot."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", QUIRKS)
def test_quirks_of_markup(what: str) -> None:
    markup, expected = QUIRKS[what]
    lines = [line for line in plain(law_in(f"{SET}{markup}</body></html>").text).split("\n") if line]
    assert lines == ["On bread", NAME, *expected]


def test_articles_of_an_annex_go_all_the_way(lawdiff: Lawdiff, tmp_path: Path) -> None:
    """The annex counts its articles anew: each has a file of its own in the history."""
    corpus, built = str(tmp_path / "corpus"), tmp_path / "built"
    assert lawdiff("import", str(PAGES / "annex.txt"), "--corpus", corpus).code == 0
    assert lawdiff("build", str(built), "--corpus", corpus).code == 0
    assert lawdiff("verify", str(built), "--corpus", corpus).code == 0
    names = {path.name for path in (built / "kz/2005/50/ru").iterdir()}
    assert names == {"README.md", "art_1.md", "annex_1__art_1.md", "annex_1__art_2.md"}
    asked = ("--corpus", corpus, "--repo", str(tmp_path / "repo"), "--json")
    told = json.loads(lawdiff("asof", "2006-01-01", "annex_1__art_2", *asked).out)
    assert told["node"]["state"] == "unrecorded"  # "Статья 2 в редакции Закона РК от 06.06.2006 N 60"


SIGNED = (
    "<h1>{title}</h1><p>{name}</p><h3>{article}</h3><p>{words}</p>"
    "<table><tr><td>{office}<br>{of}</td><td>N. Name</td></tr></table>"
    "<table><tr><td>&nbsp;</td><td>{annex}</td></tr></table><p><b>{list}</b></p><p>1. One.</p><p>2. Two.</p>"
)
RUSSIAN = {
    "title": "О пчелах",
    "name": "Закон Республики Казахстан от 12 января 2002 года № 155",
    "article": "Статья 1. Пчелы",
    "words": "Пчелы летают.",
    "office": "Президент",
    "of": "Республики Казахстан",
    "annex": "Приложение 2<br>к Закону Республики Казахстан<br>«О пчелах»",
    "list": "Перечень",
}
KAZAKH = {
    "title": "Аралар туралы",
    "name": "Қазақстан Республикасының 2002 жылғы 12 қаңтардағы N 155 Заңы",
    "article": "1-бап. Аралар",
    "words": "Аралар ұшады.",
    "office": "Қазақстан Республикасының",
    "of": "Президенті",
    "annex": "Қазақстан Республикасының<br>«Аралар туралы»<br>Заңына<br>2-қосымша",
    "list": "Тізбе",
}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (RUSSIAN, "Приложение 2 к Закону Республики Казахстан «О пчелах»"),
        (KAZAKH, "Қазақстан Республикасының «Аралар туралы» Заңына 2-қосымша"),
    ],
)
def test_an_annex_named_in_a_cell_is_no_part_of_the_last_article(words: dict[str, str], name: str) -> None:
    saved = law_in(f"<html><body>{SIGNED.format(**words)}</body></html>")
    assert f"\n\n{name}\n\n" in saved.text
    found = read_edition(saved.text, "kz/2002/155", saved.language)
    assert [line.text for line in found.closing] == [words["office"], words["of"], "N. Name"]
    assert [str(node.eid) for node in found.walk()] == [
        "art_1",
        "annex_2",
        "annex_2__para_1",
        "annex_2__para_2",
    ]
    assert found.printed() == saved.text


def test_an_annex_named_at_the_edge_without_a_table() -> None:
    lines = [*RUSSIAN["annex"].split("<br>"), "от 12 января 2002 года № 155"]
    edge = "".join(f'<p align="right">{line}</p>' for line in lines)
    before, _, behind = SIGNED.format(**RUSSIAN).partition("<table><tr><td>&nbsp;")
    saved = law_in(f"<html><body>{before}{edge}{behind.partition('</table>')[2]}</body></html>")
    assert "\n\nПриложение 2\n\n" in saved.text
    found = read_edition(saved.text, "kz/2002/155", "ru")
    assert [str(node.eid) for node in found.walk()][1] == "annex_2"


def test_a_sentence_about_an_annex_is_no_heading() -> None:
    words = "</p><p>Приложение 1</p><p>к настоящему Закону применяется к пчелам.</p><p>Приложение 3 к Закону."
    saved = law_in(f"<html><body>{SIGNED.format(**RUSSIAN | {'words': words})}</body></html>")
    assert plain(saved.text).count("\n      Приложение") == 2
