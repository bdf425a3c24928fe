"""The site in a real browser: from a folder, without JavaScript, on a phone, in the dark, on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import opened
from whole_site import KINDS, LAW

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow


def test_a_day_leads_to_the_version_in_force(browser: Browser, folder: Path) -> None:
    """36-V is surely in force from 2012-08-20, and 102-V may be from 2013-06-24: 1 January lies between."""
    page = opened(browser, folder, f"{LAW}/index.html")
    page.get_by_label("What did it say on").fill("2013-01-01")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/2012-08-20/index.html#day=2013-01-01")
    assert page.get_by_label("What did it say on").input_value() == "2013-01-01"
    assert page.get_by_text("1 January 2013 is one of these days.").is_visible()
    assert page.locator(".as-of strong").inner_text() == "20 August 2012 to 23 June 2013"


def test_a_day_is_told_its_version_before_one_goes_there(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, f"{LAW}/art_7/2012-08-20/index.html")
    page.get_by_label("What did it say on").fill("2013-07-20")
    page.get_by_label("What did it say on").blur()
    assert page.get_by_text("in the version of 14 July 2013 to 23 July 2013").is_visible()
    page.get_by_label("What did it say on").fill("2012-12-31")
    page.keyboard.press("Enter")
    page.get_by_text("31 December 2012 is one of these days.").wait_for()


@pytest.mark.parametrize(
    ("place", "leads"),
    [
        ("2012-08-20/index.html", "/2011-01-17/index.html"),
        ("index.html", "/2011-01-17/index.html"),
        ("versions/index.html", "/2011-01-17/index.html"),
        ("art_7/index.html", "/art_7/2010-04-29/index.html"),
        ("art_7/2012-08-20/index.html", "/art_7/2010-04-29/index.html"),
    ],
)
def test_an_address_with_a_day_leads_to_its_version(
    browser: Browser, folder: Path, place: str, leads: str
) -> None:
    """On that day 378-IV may be in force, from 17 January on. It touched Article 7 too, but what can be
    known of that reads the same since 29 April 2010, when 258-IV surely was in force."""
    page = opened(browser, folder, f"{LAW}/{place}")
    page.goto(f"{page.url}#day=2011-01-20")
    page.wait_for_url(f"**{leads}#day=2011-01-20")
    assert page.get_by_text("20 January 2011 is one of these days.").is_visible()
    assert page.get_by_label("What did it say on").input_value() == "2011-01-20"


@pytest.mark.parametrize("day", ["2011-02-30", "x", "2001-01-01"])
def test_a_day_that_is_none_leads_nowhere(browser: Browser, folder: Path, day: str) -> None:
    page = opened(browser, folder, f"{LAW}/art_7/2012-08-20/index.html")
    page.goto(f"{page.url}#day={day}")
    assert page.url.endswith(f"/art_7/2012-08-20/index.html#day={day}")
    assert page.locator("form[data-day] output").inner_text() == (
        "The law was not in force on that day." if day == "2001-01-01" else ""
    )


def test_a_day_before_the_law_is_said_to_be_so(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, f"{LAW}/versions/index.html")
    page.get_by_label("What did the law say on").fill("2002-01-01")
    page.get_by_role("button", name="Show").click()
    assert page.get_by_text("The law was not in force on that day.").is_visible()


def test_without_javascript_the_list_leads_there(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, f"{LAW}/art_7/2012-08-20/index.html", java_script_enabled=False)
    assert page.locator("form[data-day]").is_hidden()
    page.get_by_text("17 versions by day").click()
    page.get_by_role("link", name="23 February 2014 to 5 July 2014").click()
    page.wait_for_url("**/art_7/2014-02-23/index.html")
    assert page.locator("h1").inner_text().startswith("Article 7. Powers of central and local executive")


def test_what_is_copied_has_the_marks(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, f"{LAW}/art_7/2012-08-20/index.html")
    copied = page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('article')), getSelection().toString()"
    )
    words = " ".join(copied.split())
    assert "2) unrecorded [it was there; no source has its wording, 159-V excluded it]" in words
    assert "8) later development and approval of the forms" in words


@pytest.mark.parametrize("path", KINDS)
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, folder: Path, path: str) -> None:
    page = opened(browser, folder, path, viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_dark_is_dark(browser: Browser, folder: Path) -> None:
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    light = opened(browser, folder, f"{LAW}/index.html", color_scheme="light").evaluate(colour)
    dark = opened(browser, folder, f"{LAW}/index.html", color_scheme="dark").evaluate(colour)
    assert (light, dark) == ("rgb(253, 252, 249)", "rgb(23, 23, 21)")


def test_paper_has_the_law_and_its_sources(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, f"{LAW}/art_7/2012-08-20/index.html")
    page.emulate_media(media="print")
    assert page.locator("header.site").is_hidden()
    assert page.locator("nav.days").is_hidden()
    assert page.locator("article.text").is_visible()
    assert page.get_by_role("heading", name="Cite this").is_visible()
    assert page.get_by_role("heading", name="Laws named on this page").is_visible()


def test_the_keyboard_skips_to_the_text(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, f"{LAW}/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "page-main"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing(browser: Browser, folder: Path, path: str, scheme: str) -> None:
    """axe-core's rules for WCAG 2.2 and its best practices. The policy of the pages keeps scripts of others
    out, axe too, so it is set aside here."""
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, folder, path, color_scheme=scheme, bypass_csp=True)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
