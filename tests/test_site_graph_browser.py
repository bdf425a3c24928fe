"""The page of the graph in a real browser: pointer, arrow keys, filter, address, phone and paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import opened
from playwright.sync_api import expect
from whole_site import LAW

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

GRAPH = f"{LAW}/graph/index.html"


def said(page: Page) -> str:
    return page.get_by_role("status").filter(has_not_text="signs").first.inner_text()


def sign(law: str, unit: str) -> str:
    return f'svg g[data-law="{law}"] g[data-unit="{unit}"]'


def test_the_pointer_marks_the_row_and_the_column(browser: Browser, folder: Path) -> None:
    """354-IV amended Article 14, and its note names 126-V alone."""
    page = opened(browser, folder, GRAPH)
    page.locator(sign("354-IV", "art_14")).hover()
    assert said(page) == "354-IV, Article 14: amended; no footnote there names the law."
    marked = page.locator("svg g.at")
    names = [
        marked.nth(at).get_attribute("data-law") or marked.nth(at).get_attribute("data-unit")
        for at in range(3)
    ]
    assert sorted(name or "" for name in names) == ["354-IV", "art_14", "art_14"]
    page.locator('svg g[data-law="36-V"] text').first.hover()
    assert said(page).startswith("36-V of 2012-07-10, in force from a day between 2012-07-21 and 2012-08-20")
    page.locator('svg > g[data-unit="art_44"] text').first.hover()
    assert said(page).endswith(": no source names a law that touched it.")
    page.locator("h1").hover()
    assert page.locator("svg g.at").count() == 0


def test_the_arrow_keys_go_from_sign_to_sign(browser: Browser, folder: Path) -> None:
    """253 of 2007 amended Article 16 alone; above it stands the article's own name."""
    page = opened(browser, folder, GRAPH)
    page.locator(".drawing").focus()
    page.keyboard.press("Tab")
    assert said(page).startswith("13 of 2004-12-20, in force from 2005-01-01")
    for key in ("ArrowDown", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    assert said(page).startswith("253 of 2007-05-15")
    page.keyboard.press("ArrowRight")
    assert said(page) == "253, Article 16: amended."
    page.keyboard.press("ArrowDown")
    assert said(page) == "354-IV, Article 16: amended."
    page.keyboard.press("Home")
    assert said(page).startswith("354-IV of 2010-11-23")
    page.keyboard.press("Enter")
    page.wait_for_url("**/laws/354-IV/index.html")


def test_an_article_leads_to_its_page(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, GRAPH)
    page.locator('svg > g[data-unit="art_16"] a').click()
    page.wait_for_url("**/art_16/index.html")


def test_the_keyboard_leaves_the_drawing(browser: Browser, folder: Path) -> None:
    """One stop, not a hundred."""
    page = opened(browser, folder, GRAPH)
    page.locator(".drawing").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Amendments by law"


def test_the_address_keeps_the_filter(browser: Browser, folder: Path) -> None:
    """Articles 14-1, 16-1, 40-1, 41-1 and 47-1 to 47-11 were inserted, by 126-V, 354-IV and 111-V."""
    page = opened(browser, folder, GRAPH)
    page.get_by_label("What it did").select_option("inserted")
    assert page.url.endswith("#kind=inserted")
    page.reload()
    assert page.get_by_label("What it did").input_value() == "inserted"
    rows = page.locator("table.graph tbody tr:visible th")
    assert rows.all_inner_texts() == ["354-IV", "111-V", "126-V"]
    assert page.locator("table.graph li:visible").count() == 15
    assert page.locator("output").inner_text() == "15 of 72 signs, 3 laws"
    assert page.locator('svg g[data-law="13"].off').count() == 1
    page.locator("select[name=year]").select_option("2010")
    assert page.locator("table.graph li:visible").all_inner_texts() == [
        "Article 16-1 inserted",
        "Article 40-1 inserted",
        "Article 41-1 inserted and renumbered",
    ]
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("table.graph tbody tr:visible")).to_have_count(25)
    assert page.evaluate("location.hash") == ""
    assert page.locator("svg .off").count() == 0


@pytest.mark.parametrize(
    "hash", ["#law=no-such&kind=%3Cscript%3E", "#page-table", "#=&&law", "#law=354-IV&law=13&x=y"]
)
def test_a_strange_address_breaks_nothing(browser: Browser, folder: Path, hash: str) -> None:
    page = browser.new_context().new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{(folder / GRAPH).as_uri()}{hash}")
    assert problems == []
    shown = page.locator("table.graph tbody tr:visible").count()
    assert shown == (1 if "354-IV" in hash else 25)


def test_an_old_address_comes_back_with_the_back_button(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, GRAPH)
    page.evaluate("location.hash = '#law=13'")
    expect(page.locator("table.graph tr[hidden]")).to_have_count(24)
    page.go_back()
    expect(page.locator("table.graph tr[hidden]")).to_have_count(0)


def test_without_javascript_both_are_whole(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, GRAPH, java_script_enabled=False)
    assert page.locator("form.filter").is_hidden()
    assert page.locator("#page-said").is_hidden()
    assert page.locator("svg").first.is_visible()
    page.locator('svg g[data-law="354-IV"] > a').click()
    page.wait_for_url("**/laws/354-IV/index.html")


def test_paper_has_the_drawing_and_no_filter(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, GRAPH)
    page.emulate_media(media="print")
    assert page.locator("form.filter").is_hidden()
    assert page.locator("svg").first.is_visible()
    assert page.locator("table.graph").is_visible()


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_scrolls_the_drawing_and_not_the_page(browser: Browser, folder: Path, width: int) -> None:
    page = opened(browser, folder, GRAPH, viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".drawing").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert page.evaluate("document.querySelector('.drawing').scrollLeft") > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_part(browser: Browser, folder: Path, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, folder, GRAPH, color_scheme=scheme, bypass_csp=True)
    page.get_by_label("What it did").select_option("inserted")
    page.locator(sign("354-IV", "art_16-1")).hover()
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
