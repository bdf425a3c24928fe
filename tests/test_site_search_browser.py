"""The search in a real browser, from a folder: words, phrases, days, states, the keyboard, no JavaScript."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from chromium import opened
from history_corpus import write_act
from whole_site import LAW, site_law

from lawdiff.site.search_words import words_in
from lawdiff.site.server import server_of
from lawdiff.site.write import write_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.slow

SEARCH = f"{LAW}/search/index.html"
NOTE = (
    "      Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan dated 05.05.2003 "
    "No. 77-II (shall be enforced from 01.07.2003).\n"
)
CHILDREN = """\
Права ребёнка

Article 1. Бала құқықтары

      1. Әрбір баланың өмір сүруге құқығы бар.
      2. Каждый ребёнок имеет право на жизнь; права ребенка защищает Café Ёлка.
"""


def asked(page: Page, words: str) -> Page:
    """The page when the search for these words has ended."""
    page.get_by_label("Words", exact=True).fill(words)
    page.get_by_label("Words", exact=True).press("Enter")
    return ended(page)


def ended(page: Page) -> Page:
    page.wait_for_function(
        "() => /result|Nothing|not in force|cannot/.test(document.getElementById('page-found').textContent)"
    )
    return page


def deep_link(browser: Browser, folder: Path, question: str) -> Page:
    """The page that an address with a question leads to, when the search has ended."""
    page = opened(browser, folder, "about/index.html")
    page.goto(f"{(folder / SEARCH).as_uri()}#{question}")
    return ended(page)


def found(page: Page) -> list[str]:
    """The articles found, in their order."""
    links = page.locator("article.result :is(h2, h3) a")
    return [text.partition(".")[0] for text in links.all_inner_texts()]


def result(page: Page, name: str) -> Locator:
    return page.locator("article.result").filter(has=page.get_by_role("link", name=f"{name}.")).first


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of seven laws: six on bees, each with a word of its own, one in Russian and Kazakh."""
    corpus = tmp_path_factory.mktemp("corpus")
    acts = [f"kz/2001/{number}" for number in range(10, 17)]
    for number, act in enumerate(acts[:-1]):
        words = f"Bees are kept in hive{number} houses. Honey{'comb' * (number % 2)} is sold."
        write_act(corpus, act, f"On Bees {number}\n\nArticle 1. Hives\n\n      {words}\n{NOTE}")
    write_act(corpus, acts[-1], CHILDREN + NOTE)
    out = tmp_path_factory.mktemp("several") / "out"
    write_site(out, corpus, (site_law(corpus, act) for act in acts))
    return out


def test_words_that_are_law_no_more_are_found(browser: Browser, folder: Path) -> None:
    """ "Legislative acts" stand nowhere in the edition but in the note that tells of their substitution by
    354-IV: Articles 32(2), 33(2), 38(2) and 48(1) carry no footnote of it."""
    page = asked(opened(browser, folder, SEARCH), '"legislative acts"')
    assert {"Article 32", "Article 33", "Article 38", "Article 48"} <= set(found(page))
    hit = result(page, "Article 32")
    assert hit.locator(".what").all_inner_texts() == ["Article 32(2)"]
    assert hit.locator("mark").all_inner_texts() == ["Legislative acts"]
    assert hit.locator(".known li").all_inner_texts() == [
        "19 August 2002 to 17 September 2002 uncertain one of several possible wordings",
        "18 September 2002 to 3 December 2010 restored put back from a note",
        "4 December 2010 to 2 January 2011 uncertain one of several possible wordings",
    ]
    assert hit.get_by_text("not in the text of 5 July 2014").is_visible()
    hit.get_by_role("link", name="18 September 2002 to 3 December 2010").click()
    page.wait_for_url(f"**/{LAW}/art_32/2002-09-18/index.html#art_32__para_2")
    assert "The Legislative acts of the Republic" in page.locator(".w.restored").inner_text()


def test_a_later_wording_says_that_it_is_one(browser: Browser, folder: Path) -> None:
    """Article 7(1)(8) has its words surely only since 23 February 2014, behind the laws of its footnote."""
    page = asked(opened(browser, folder, SEARCH), "prompt sheets")
    assert found(page) == ["Article 7"]
    known = result(page, "Article 7").locator(".known li").all_inner_texts()
    assert any("later only a later wording is recorded" in line for line in known)
    assert "23 February 2014 to 5 July 2014 recorded" in known


def test_all_words_are_wanted_and_beginnings_will_do(browser: Browser, folder: Path) -> None:
    """ "Prostitution" stands in Article 40 and its title; "entail" beside it."""
    page = asked(opened(browser, folder, SEARCH), "PROSTIT entails")
    assert page.locator("#page-found").inner_text().startswith("Nothing found for PROSTIT entails")
    asked(page, "PROSTIT entail")
    assert found(page) == ["Article 40"]
    assert set(result(page, "Article 40").locator("mark").all_inner_texts()) >= {"prostitution", "entail"}


def test_words_in_quotation_marks_stand_side_by_side(browser: Browser, folder: Path) -> None:
    """Article 40: "Involvement of a child in prostitution shall entail responsibility"."""
    page = asked(opened(browser, folder, SEARCH), '"prostitution shall entail"')
    assert found(page) == ["Article 40"]
    for words in ('"prostitution entail"', '"prostitut"', "“entail shall”"):
        assert found(asked(page, words)) == [], words
    assert found(asked(page, '"prostitution shall en*"')) == ["Article 40"]


def test_a_day_shows_the_words_of_that_day(browser: Browser, folder: Path) -> None:
    page = deep_link(browser, folder, "q=%22legislative+acts%22&day=2009-01-01")
    hit = result(page, "Article 32")
    assert hit.locator(".known li").all_inner_texts() == [
        "18 September 2002 to 3 December 2010 restored put back from a note"
    ]
    page.get_by_label("In force on").fill("2014-07-05")
    page.wait_for_function("() => document.querySelectorAll('article.result').length === 0")
    assert "Search without the day" in ended(page).locator("#page-found").inner_text()
    page.get_by_label("In force on").fill("2001-01-01")
    page.get_by_text("The law was not in force on that day.").wait_for()


def test_a_day_past_the_horizon_is_said(browser: Browser, folder: Path) -> None:
    page = deep_link(browser, folder, "q=prostitution&day=2020-01-01")
    assert "The sources prove the law up to 5 July 2014" in page.locator("#page-unsearched").inner_text()
    known = result(page, "Article 40").locator(".known li").all_inner_texts()
    assert known
    assert all("earlier the last recorded wording, no proof for these days" in line for line in known)


def test_states_and_articles_narrow_it(browser: Browser, folder: Path) -> None:
    page = asked(opened(browser, folder, SEARCH), "legislative acts")
    page.get_by_text("Only some days, articles or states").click()
    page.get_by_label("restored").check()
    ended(page)
    chips = page.locator("article.result .known li").all_inner_texts()
    assert chips
    assert all("restored" in line for line in chips)
    page.get_by_label("Article", exact=True).select_option("art_48")
    page.wait_for_function("() => document.querySelectorAll('article.result').length === 1")
    assert found(page) == ["Article 48"]
    page.get_by_label("restored").uncheck()
    page.get_by_label("later").check()
    page.get_by_text("Nothing found for legislative acts.").wait_for()


def test_what_was_not_searched_is_said(browser: Browser, folder: Path) -> None:
    """On 1 January 2014 nobody has the words of Article 7(1)(2), which 159-V excluded on 13.01.2014."""
    page = deep_link(browser, folder, "q=child&day=2014-01-01&article=art_7")
    assert "Not searched: " in page.locator("#page-unsearched").inner_text()


def test_the_address_keeps_the_question(browser: Browser, folder: Path) -> None:
    page = asked(opened(browser, folder, SEARCH), "labour market")
    address = page.evaluate("location.hash")
    assert address == "#q=labour+market"
    first = found(page)
    asked(page, "prostitution")
    page.go_back()
    page.wait_for_function("() => document.getElementById('page-words').value === 'labour market'")
    assert found(ended(page)) == first


def test_every_page_leads_to_the_search(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, f"{LAW}/art_7/2012-08-20/index.html")
    field = page.get_by_role("searchbox")
    field.fill("prostitution")
    field.press("Enter")
    page.wait_for_url("**/search/index.html#q=prostitution")
    assert found(ended(page))[0] == "Article 40"  # its title has the word


def test_the_keyboard_is_enough(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, SEARCH)
    page.get_by_label("Words", exact=True).focus()
    page.keyboard.type("prostitution")
    page.keyboard.press("Enter")
    ended(page)
    assert page.locator("#page-found").get_attribute("role") == "status"
    for _ in range(3):  # the button, the filters, the first result
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("Article 40. Protection of a child")
    page.keyboard.press("Enter")
    page.wait_for_url("**/art_40/**")


def test_without_javascript_the_lists_are_named(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder, SEARCH, java_script_enabled=False)
    assert page.locator("form[data-search]").is_hidden()
    assert page.get_by_text("The search needs JavaScript, which is off here.").is_visible()
    page.get_by_role("main").get_by_role("link", name="all days").click()
    page.wait_for_url("**/versions/index.html")


def test_other_alphabets_are_folded(browser: Browser, several: Path) -> None:
    page = opened(browser, several, "kz/2001/16/en/search/index.html")
    for words, marked in {
        "РЕБЕНОК": ["ребёнок"],
        "ребён": ["ребёнка", "ребёнок", "ребенка"],
        '"права ребёнка"': ["Права ребёнка", "права ребенка"],
        "қҰқ": ["құқықтары", "құқығы"],
        "бала": ["Бала", "баланың"],
        "cafe елка": ["Café", "Ёлка"],
    }.items():
        asked(page, words)
        assert sorted(page.locator("mark").all_inner_texts()) == sorted(marked), words


def test_both_sides_fold_alike(browser: Browser, several: Path) -> None:
    """The words of a site are folded in Python, what is asked in the browser."""
    page = opened(browser, several, "search/index.html")
    text = (
        "Ёлка ЙОД й И\u0306 Әрбір Өмір ҮҰҒҚҢҺІ за\u0301мок Café Straße 354-IV child’s co\u00adop "
        "½ x² naïve _a_ ŒÆ"
    )
    folded = page.evaluate("(text) => lawdiff.wordsIn(text).map((each) => each.word)", text)
    assert frozenset(folded) == words_in(text)


def test_one_search_for_all_laws(browser: Browser, several: Path) -> None:
    """It reads the laws that have all the words, and no other."""
    page = opened(browser, several, "search/index.html")
    asked(page, "hive3 honeyc")
    assert page.locator("#page-found").inner_text() == "1 result in 1 law."
    heading = page.get_by_role("heading", level=2, name="Law of 1 March 2001 No. 13 “On Bees 3”")
    assert heading.is_visible()
    loaded = page.evaluate("[...document.head.querySelectorAll('script')].map((each) => each.src)")
    assert [src for src in loaded if "part-1.js" in src] == [
        (several / "kz/2001/13/en/search/part-1.js").as_uri()
    ]
    heading.get_by_role("link").click()
    page.wait_for_url("**/kz/2001/13/en/search/index.html#q=hive3+honeyc")
    assert found(ended(page)) == ["Article 1"]


def test_many_laws_are_read_a_few_at_a_time(browser: Browser, several: Path) -> None:
    page = asked(opened(browser, several, "search/index.html"), "bees")
    assert page.locator("#page-found").inner_text() == "10 results in 5 laws; 1 law not read yet."
    page.get_by_role("button", name="Search 1 more law").click()
    page.get_by_text("12 results in 6 laws.").wait_for()
    assert page.evaluate("document.activeElement.closest('section').textContent").startswith(
        "Law of 1 March 2001 No. 15"
    )
    asked(page, "wolves")
    assert page.locator("#page-found").inner_text().startswith("Nothing found for wolves.")
    page.get_by_text("Only some days, laws or states").click()
    page.get_by_label("Law", exact=True).select_option("kz/2001/12/en")
    asked(page, "bees")
    assert page.locator("#page-found").inner_text() == "2 results in 1 law."


def test_an_index_that_is_not_there_is_said(browser: Browser, several: Path, tmp_path: Path) -> None:
    import shutil

    broken = shutil.copytree(several, tmp_path / "broken")
    (broken / "kz/2001/10/en/search/part-1.js").unlink()
    page = asked(opened(browser, broken, "kz/2001/10/en/search/index.html"), "bees")
    assert "part-1.js cannot be loaded" in page.locator("#page-found").inner_text()


def test_it_works_from_a_server_too(browser: Browser, folder: Path) -> None:
    with server_of(folder, 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        problems: list[str] = []
        page.on("console", lambda message: problems.append(message.text))
        page.goto(f"http://127.0.0.1:{server.server_port}/{LAW}/search/#q=%22legislative+acts%22")
        assert "Article 32" in found(ended(page))
        result(page, "Article 32").locator("h2 a").click()
        page.wait_for_url("**/art_32/2010-12-04/index.html")
        assert "Legislative acts" in page.get_by_role("main").inner_text()
        assert problems == []
        page.close()
        server.shutdown()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [SEARCH, "search/index.html"])
def test_axe_finds_nothing(browser: Browser, folder: Path, path: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, folder, path, color_scheme=scheme, bypass_csp=True)
    page.locator("form.search summary").click()
    asked(page, "disabled child")
    assert found(page)
    violations = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []


@pytest.mark.parametrize("path", [SEARCH, "search/index.html"])
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, folder: Path, path: str) -> None:
    page = opened(browser, folder, path, viewport={"width": 390, "height": 800})
    page.locator("form.search summary").click()
    asked(page, "legislative acts")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
