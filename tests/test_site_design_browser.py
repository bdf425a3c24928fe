"""The look of every kind of page in a real browser: narrow screens, fingers, the measure of a line, paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import opened
from whole_site import KINDS, LAW

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

# What can be touched and is smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8), without links inside a sentence.
SMALL = """() => {
  const found = [];
  const asked = "main a[href], header a[href], button, summary, select, input";
  for (const part of document.querySelectorAll(asked)) {
    const { width, height } = part.getBoundingClientRect();
    const isInSentence = part.tagName === "A" && getComputedStyle(part).display === "inline" &&
      part.parentElement.textContent.trim().length > part.textContent.trim().length + 3;
    const isTicked = ["checkbox", "radio"].includes(part.type) && part.closest("label")?.offsetHeight >= 24;
    if (width && (width < 24 || height < 24) && !part.closest("svg") && !isInSentence && !isTicked) {
      found.push(`${part.outerHTML.slice(0, 90)} ${width}x${height}`);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("path", KINDS)
def test_the_narrowest_screen_needs_no_sideways_scrolling(browser: Browser, folder: Path, path: str) -> None:
    """320 pixels: WCAG 2.2, 1.4.10."""
    page = opened(browser, folder, path, viewport={"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", KINDS)
def test_what_is_touched_is_large_enough(browser: Browser, folder: Path, path: str) -> None:
    """The names in the drawing of the graph are smaller; the table below it has the same links."""
    page = opened(browser, folder, path, viewport={"width": 390, "height": 800})
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("path", [f"{LAW}/index.html", f"{LAW}/art_13/2002-09-18/index.html"])
def test_a_line_of_the_law_can_be_read(browser: Browser, folder: Path, path: str) -> None:
    """No more than about ninety letters, which are a little less than half as wide as high."""
    page = opened(browser, folder, path, viewport={"width": 1600, "height": 900})
    lines = page.locator("article.text p.w").first
    width, size = lines.evaluate(
        "text => [text.getBoundingClientRect().width, parseFloat(getComputedStyle(text).fontSize)]"
    )
    assert width / (size * 0.43) < 95


def test_the_law_begins_on_the_first_screen(browser: Browser, folder: Path) -> None:
    """What its marks mean stands behind the text, one link away."""
    page = opened(browser, folder, f"{LAW}/index.html", viewport={"width": 1280, "height": 900})
    assert page.locator("article.text").bounding_box()["y"] < 700  # type: ignore[index]
    page.get_by_role("link", name="what they mean").click()
    assert page.get_by_role("heading", name="Marks").is_visible()
    assert page.evaluate("location.hash") == "#page-marks"


@pytest.mark.parametrize(("width", "height", "first"), [(1280, 900, 500), (390, 844, 780)])
def test_an_article_begins_on_the_first_screen(
    browser: Browser, folder: Path, width: int, height: int, first: int
) -> None:
    """Article 30 on a day in the window of 517-IV: a long title and a caution stand above it."""
    screen = {"width": width, "height": height}
    page = opened(browser, folder, f"{LAW}/art_30/2011-12-26/index.html", viewport=screen)
    assert page.locator("article.text").bounding_box()["y"] < first  # type: ignore[index]


@pytest.mark.parametrize("path", KINDS)
def test_everything_begins_at_one_edge_and_the_menu_takes_one_line(
    browser: Browser, folder: Path, path: str
) -> None:
    page = opened(browser, folder, path, viewport={"width": 1280, "height": 900})
    edges = page.evaluate(
        "['header.site .bar > *', 'main, .reading', 'footer.site p'].map((name) => {"
        " const part = document.querySelector(name);"
        " return part.getBoundingClientRect().left + parseFloat(getComputedStyle(part).paddingLeft); })"
    )
    assert max(edges) - min(edges) < 1
    assert page.locator("header.site").bounding_box()["height"] < 64  # type: ignore[index]


def test_what_stands_behind_the_law_is_at_the_foot(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, f"{LAW}/art_7/2012-08-20/index.html")
    page.get_by_role("navigation", name="About this law").get_by_role("link", name="Findings").click()
    page.wait_for_url("**/findings/index.html")
    assert page.locator("footer.site a[aria-current]").inner_text() == "Findings"


def test_the_first_page_leads_to_a_day(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, "index.html")
    page.get_by_label("What did it say on").fill("2013-01-01")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(f"**/{LAW}/2012-08-20/index.html#day=2013-01-01")


def test_the_versions_of_an_article_stand_beside_it(browser: Browser, folder: Path) -> None:
    path = f"{LAW}/art_7/2012-08-20/index.html"
    page = opened(browser, folder, path, viewport={"width": 1280, "height": 900})
    link = page.get_by_role("link", name="23 February 2014 to 5 July 2014")
    assert link.bounding_box()["x"] < page.locator("article.text").bounding_box()["x"]  # type: ignore[index]
    page = opened(browser, folder, path, viewport={"width": 390, "height": 800})
    assert page.get_by_role("link", name="23 February 2014 to 5 July 2014").is_hidden()


def test_focus_can_be_seen(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, f"{LAW}/art_7/2012-08-20/index.html")
    for _ in range(12):
        page.keyboard.press("Tab")
        style, width = page.evaluate(
            "(({ outlineStyle, outlineWidth }) => [outlineStyle, parseFloat(outlineWidth)])"
            "(getComputedStyle(document.activeElement))"
        )
        assert style != "none"
        assert width >= 2


def test_an_article_on_paper_has_its_sources_and_no_controls(browser: Browser, folder: Path) -> None:
    """A4, and of this article, which is a long one, no more than three pages."""
    page = opened(browser, folder, f"{LAW}/art_7/2012-08-20/index.html")
    paper = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert 1 <= len(sizes) <= 3
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {(595, 842)}
    page.emulate_media(media="print")
    words = page.locator("body").inner_text()
    assert "Laws named on this page" in words
    assert "SHA-256" in words
    assert "The sources prove the law up to 5 July 2014." in words
    assert "this version as JSON" not in words
    assert "What did it say on" not in words


def test_the_graph_on_paper_lies_on_its_side(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, f"{LAW}/graph/index.html")
    paper = page.pdf(prefer_css_page_size=True)
    width, height = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)[0]
    assert (round(float(width)), round(float(height))) == (842, 595)


def test_the_menu_of_a_phone_shows_where_one_is(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, f"{LAW}/proposals/index.html", viewport={"width": 390, "height": 800})
    box = page.locator("header.site a[aria-current]").bounding_box()
    assert box
    assert 0 <= box["x"] < box["x"] + box["width"] <= 390


def test_numbers_lead_to_what_they_count(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, f"{LAW}/statistics/index.html")
    page.get_by_role("link", name="Article 7", exact=True).click()
    page.wait_for_url("**/art_7/index.html")


def test_the_first_page_leads_everywhere(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, "index.html")
    page.get_by_role("link", name="Amending laws").click()
    page.wait_for_url(f"**/{LAW}/laws/index.html")
