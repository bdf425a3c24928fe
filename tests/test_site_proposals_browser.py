"""The pages of proposals in a real browser: on a phone, in the dark, on paper, and their documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import opened
from proposal_site import EVERY, KINDS, LIST, proposal_site
from whole_site import LAW

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That site as a folder."""
    folder = tmp_path_factory.mktemp("proposals")
    for name, content in proposal_site().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_from_the_law_to_a_document_for_word(browser: Browser, place: Path) -> None:
    page = opened(browser, place, f"{LAW}/index.html")
    page.get_by_role("link", name="Proposals", exact=True).click()
    page.get_by_role("link", name="On introducing amendments and additions").click()
    page.wait_for_url("**/every-change/index.html")
    assert page.get_by_role("note").inner_text().startswith("proposed This is not the law.")
    row = page.get_by_role("row", name="Comparative table")
    with page.expect_download() as download:
        row.get_by_role("link", name="docx").click()
    taken = download.value.path().read_bytes()
    assert taken == proposal_site()[f"{LAW}/proposals/every-change/comparative-table.docx"]


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, place: Path, path: str, width: int) -> None:
    page = opened(browser, place, path, viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_each_cell_of_the_table_says_what_it_is(browser: Browser, place: Path) -> None:
    page = opened(browser, place, EVERY, viewport={"width": 390, "height": 700})
    cells = page.locator(".comparative-table tbody tr").first.locator("td[data-column]")
    said = [
        cells.nth(at).evaluate("cell => getComputedStyle(cell, '::before').content")
        for at in range(cells.count())
        if cells.nth(at).is_visible()
    ]
    assert said == ['"Current wording"', '"Proposed wording"', '"Justification"']


def test_marks_differ_without_colour(browser: Browser, place: Path) -> None:
    page = opened(browser, place, EVERY)
    line = "element => getComputedStyle(element).textDecorationLine"
    assert page.locator(".comparative-table del").first.evaluate(line) == "line-through"
    assert page.locator(".comparative-table ins").first.evaluate(line) == "underline"


def test_paper_has_the_table_and_says_that_it_is_no_law(browser: Browser, place: Path) -> None:
    page = opened(browser, place, EVERY)
    page.emulate_media(media="print")
    assert page.get_by_text("This is not the law.").is_visible()
    assert page.locator(".comparative-table").is_visible()
    assert page.locator("nav.local").is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [LIST, EVERY])
def test_axe_finds_nothing(browser: Browser, place: Path, path: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, place, path, color_scheme=scheme, bypass_csp=True)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
