"""From an imported text back to the place on the publisher's page that it was saved from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

from lawdiff.law.errors import SourceError
from lawdiff.sources.source_pages import source_pages

Lawdiff = Callable[..., Ran]
PAGE = Path(__file__).parent / "fixtures/pages/ru.html"
URL = "https://adilet.zan.kz/rus/docs/Z070000266_"
ACT = "kz/2007/266"


@pytest.fixture
def bread(lawdiff: Lawdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus with the law on bread, imported from its page."""
    monkeypatch.setenv("LAWDIFF_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("LAWDIFF_REPO", str(tmp_path / "history"))
    assert lawdiff("import", str(PAGE)).code == 0
    return tmp_path / "corpus" / ACT


def line_of(folder: Path, words: str) -> int:
    lines = (folder / "ru.txt").read_text("utf-8").split("\n")
    return next(at for at, line in enumerate(lines, 1) if line.strip().startswith(words))


def test_a_line_with_an_anchor_has_its_address(bread: Path) -> None:
    pages = source_pages(bread)
    assert pages.address("ru.txt", line_of(bread, "Статья 1.")) == f"{URL}#z6"
    assert pages.address("ru.txt", line_of(bread, "Сноска. Статья 1")) == URL
    assert (pages.address("ru.txt"), pages.address("en.txt", 3)) == (URL, "")


def test_a_note_leads_to_what_it_stands_below(bread: Path) -> None:
    line = line_of(bread, "3) исключен")
    pages = source_pages(bread)
    assert pages.told_by(f"note in place, ru.txt line {line}") == f"{URL}#z8"
    assert pages.told_by("a fact of the register") == ""


@pytest.mark.usefixtures("bread")
def test_show_names_the_place_on_the_page(lawdiff: Lawdiff) -> None:
    assert f"  {URL}#z8\n" in lawdiff("show", "269-V").out
    effects = json.loads(lawdiff("show", "269-V", "--json").out)["effects"]
    assert f"{URL}#z8" in {each["source_address"] for each in effects}


@pytest.mark.usefixtures("bread")
def test_the_site_links_to_it(lawdiff: Lawdiff, tmp_path: Path) -> None:
    assert lawdiff("site", str(tmp_path / "site")).code == 0
    page = next((tmp_path / f"site/{ACT}/ru/art_1").glob("2*/index.html")).read_text("utf-8")
    assert f'source <a href="{URL}#z6" rel="external">ru.txt</a>, SHA-256 ' in page


def test_anchors_that_cannot_be_read_have_a_line(bread: Path) -> None:
    (bread / "ru.anchors.tsv").write_text("1\tz1\nz2\n", "utf-8")
    with pytest.raises(SourceError, match=r"ru\.anchors\.tsv:2: write a line's number"):
        source_pages(bread)
