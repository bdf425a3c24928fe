"""Two days beside each other in a real browser: from a folder, from a server, without a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal

import pytest
from chromium import opened
from history_corpus import write_act
from whole_site import LAW, small_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

COMPARE = f"{LAW}/compare/index.html"


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without telling the terminal of it."""

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="session")
def served(folder: Path) -> Iterator[str]:
    """The address at which the site of this corpus is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(params=["file", "http"])
def place(request: pytest.FixtureRequest, folder: Path, served: str) -> str:
    """Where the site stands: a folder, or a server."""
    return folder.as_uri() + "/" if request.param == "file" else served


@pytest.fixture
def go(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages; at the end none of them had trouble with its policy or its scripts."""
    problems: list[str] = []

    def to(address: str, **context: Any) -> Page:
        page = browser.new_context(**context).new_page()
        page.on("console", lambda message: problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(address)
        return page

    yield to
    assert problems == []


def said(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def block(page: Page, name: str) -> str:
    """What is shown of one text."""
    inside = page.locator(".change", has=page.get_by_text(name, exact=True))
    return " ".join(inside.first.inner_text().split())


def test_an_address_shows_its_comparison(go: Callable[..., Page], place: str) -> None:
    """354-IV put "Laws" for "Legislative acts" in Article 39(2), and reworded the title."""
    page = go(f"{place}{COMPARE}?from=2009-12-04&to=2014-01-01&of=art_39")
    assert said(page) == "Article 39, 4 December 2009 to 1 January 2014: 1 changed, 1 reworded."
    assert page.get_by_label("From", exact=True).input_value() == "2009-12-04"
    assert page.get_by_label("Of", exact=True).input_value() == "art_39"
    row = page.locator(".change", has_text="Article 39(2)")
    assert row.locator("del").inner_text() == "Legislative acts"
    assert row.locator("ins").inner_text() == "Laws"
    assert "restored" in row.locator(".side").first.inner_text()
    title = block(page, "heading of Article 39")
    assert "unrecorded [no source has the wording of that day, reworded by 354-IV]" in title
    assert page.locator(".change", has_text="heading of Article 39").locator("del, ins").count() == 0


def test_a_hash_does_too(go: Callable[..., Page], place: str) -> None:
    page = go(f"{place}{COMPARE}#from=2009-12-04&to=2014-01-01&of=art_39")
    assert said(page).startswith("Article 39, 4 December 2009 to 1 January 2014")


def test_any_two_days_by_keyboard(go: Callable[..., Page], place: str) -> None:
    page = go(place + COMPARE)
    page.get_by_label("From", exact=True).focus()
    page.get_by_label("From", exact=True).fill("2009-12-04")
    page.get_by_label("To", exact=True).fill("2014-01-01")
    page.keyboard.press("Enter")
    assert said(page).startswith("The whole Law, 4 December 2009 to 1 January 2014: ")
    assert "from=2009-12-04&to=2014-01-01" in page.url
    page.reload()
    assert said(page).startswith("The whole Law, 4 December 2009 to 1 January 2014: ")
    page.get_by_role("button", name="Swap the days").focus()
    page.keyboard.press("Enter")
    assert said(page).startswith("The whole Law, 1 January 2014 to 4 December 2009: ")
    page.go_back()
    page.wait_for_function(
        "document.querySelector('[role=status]').textContent.includes('2009 to 1 January')"
    )
    assert page.get_by_label("From", exact=True).input_value() == "2009-12-04"


def test_in_one_text(go: Callable[..., Page], place: str) -> None:
    page = go(f"{place}{COMPARE}?from=2009-12-04&to=2014-01-01&of=art_39")
    page.get_by_label("in one text").check()
    assert "established by the Legislative actsLaws of the Republic" in block(page, "Article 39(2)")
    assert "view=inline" in page.url
    page.get_by_label("with every text").uncheck()
    assert page.locator(".change", has_text="Article 39(1)").count() == 0


def test_a_window_a_day_past_the_horizon_and_one_before_the_act(
    go: Callable[..., Page], folder: Path
) -> None:
    """354-IV may be in force from 4 December 2010 on; the sources prove the law up to 5 July 2014."""
    place = folder.as_uri() + "/"
    page = go(f"{place}{COMPARE}?from=2010-12-10&to=2016-01-01&of=art_9")
    assert (
        "354-IV came into force between 2010-12-04 and 2011-01-03"
        in page.locator("details.banner").inner_text()
    )
    assert (
        "What is shown for 2016-01-01 is the last recorded wording"
        in page.locator("details.banner").inner_text()
    )
    assert "uncertain" in block(page, "Article 9")
    assert page.locator("#page-result del, #page-result ins").count() == 0
    page = go(f"{place}{COMPARE}?from=2001-01-01&to=2009-01-01&of=art_12")
    assert "1 January 2001: not in force" in " ".join(page.locator(".heads").inner_text().split())
    page = go(f"{place}{COMPARE}?from=2012-01-01&to=2012-01-01")
    assert said(page) == "The whole Law, 1 January 2012 to 1 January 2012: both days are the same."


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ("?from=never&to=2014-01-01", "“never” is no day."),
        ("?from=2013-02-31&to=2014-01-01", "“2013-02-31” is no day."),
        ("?from=12014-01-01", "“12014-01-01” is no day."),
        ("?from=2013-01-01&to=2014-01-01&of=art_22-1", "“art_22-1” is no article of this Law."),
        ("#from=%00&of=art_999", "“\0” is no day, and “art_999” is no article of this Law."),
    ],
)
def test_a_wrong_address_is_not_answered_with_other_days(
    go: Callable[..., Page], folder: Path, terms: str, says: str
) -> None:
    page = go(f"{folder.as_uri()}/{COMPARE}{terms}")
    assert said(page) == f"Nothing is compared: {says} Choose the days and what is to be compared."
    assert page.locator("#page-result").is_hidden()
    page.get_by_role("button", name="Compare", exact=True).click()
    assert page.locator("#page-result").is_visible()
    assert "Nothing is compared" not in said(page)


def test_without_a_script_there_are_lists(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, COMPARE, java_script_enabled=False)
    assert page.locator("#page-compare").is_hidden()
    page.get_by_role("link", name="4 December 2010 → 3 January 2011").click()
    page.wait_for_url("**/2011-01-03/changes/index.html")
    assert page.locator("ins", has_text="Laws").first.is_visible()


def test_without_a_script_it_is_said_what_needs_one(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, COMPARE, java_script_enabled=False)
    assert page.get_by_text("Comparing any two days needs JavaScript, which is off here.").is_visible()
    page = opened(browser, folder, COMPARE)
    assert page.get_by_text("Comparing any two days needs JavaScript").count() == 0


def test_the_script_closes_the_lists(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, COMPARE)
    assert page.get_by_role("link", name="4 December 2010 → 3 January 2011").is_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_a_phone_and_a_desk(browser: Browser, folder: Path, width: int) -> None:
    page = opened(browser, folder, COMPARE, viewport={"width": width, "height": 800})
    page.get_by_label("From", exact=True).fill("2009-12-04")
    page.get_by_label("with every text").check()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    row = page.locator(".change", has_text="Article 39(2)")
    left, right = (side.bounding_box() for side in row.locator(".side").all())
    assert left
    assert right
    assert (left["x"] < right["x"]) is (width == 1280)
    assert (left["y"] < right["y"]) is (width == 390)


def test_paper_has_both_days(go: Callable[..., Page], folder: Path) -> None:
    page = go(f"{folder.as_uri()}/{COMPARE}?from=2009-12-04&to=2014-01-01&of=art_39")
    page.emulate_media(media="print")
    assert page.locator("#page-compare").is_hidden()
    assert page.locator("details.pairs").is_hidden()
    assert page.locator(".heads").is_visible()
    assert page.locator("#page-said").is_visible()
    assert "source en.txt, SHA-256 " in page.locator("#page-result .cite").inner_text()
    assert page.locator(".change del").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("terms", ["from=2009-12-04&to=2014-01-01", "from=2010-12-10&to=2016-01-01&of=art_9"])
def test_axe_finds_nothing(
    browser: Browser, folder: Path, scheme: Literal["light", "dark"], terms: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_context(bypass_csp=True).new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{folder.as_uri()}/{COMPARE}?{terms}")
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_words_of_a_law_run_nothing(go: Callable[..., Page], tmp_path: Path) -> None:
    words = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
    note = (
        "Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan dated 05.05.2003 No. 77-II"
    )
    write_act(
        tmp_path / "c", "kz/2001/12", f"On words\n\nArticle 1. Words\n\n      1. {words}\n      {note}.\n"
    )
    for name, content in small_site(tmp_path / "c", "kz/2001/12").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    address = f"{tmp_path.as_uri()}/kz/2001/12/en/compare/index.html?from=2001-01-01&to=2004-01-01&all=1"
    page = go(address)
    assert words in page.locator("#page-result").inner_text()
    assert page.locator("#page-result img, #page-result script").count() == 0
