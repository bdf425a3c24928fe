"""Pages that work: every link alive, every page valid, small and reachable, whatever the law says."""

from __future__ import annotations

import datetime as dt
import posixpath
from pathlib import Path
from urllib.parse import unquote, urldefrag

import html5lib
import pytest
from conftest import law_timelines
from history_corpus import write_act
from site_pages import SitePage
from whole_site import KINDS, page, pages, site, small_site

from lawdiff.law.timeline import EvidenceScope
from lawdiff.site.addresses import CHANGES
from lawdiff.site.render import ASSETS
from lawdiff.site.version import version_on, versions_of


def _target(link: str) -> tuple[str, str]:
    """The file that a link leads to, and the place in it. What a script reads behind `?` is no part of it."""
    target, fragment = urldefrag(link)
    return target.partition("?")[0], fragment


def test_every_link_and_fragment_leads_somewhere() -> None:
    ids = {path: frozenset(read.ids) for path, read in pages()}
    dead = []
    for path, read in pages():
        for link in read.links:
            target, fragment = _target(link)
            place = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
            place = place if target else path
            if place not in site() or (fragment and unquote(fragment) not in ids[place]):
                dead.append((path, link))
    assert dead == []


def test_no_page_is_an_orphan() -> None:
    """Every page can be reached from the first one."""
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for link in page(path).links:
            target, _ = _target(link)
            place = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
            if target.endswith(".html") and place not in reached:
                reached.add(place)
                waiting.append(place)
    assert reached == {path for path in site() if path.endswith(".html")}


def test_every_page_has_what_a_page_needs() -> None:
    for path, read in pages():
        content = site()[path].decode()
        assert content.startswith('<!DOCTYPE html>\n<html lang="en">'), path
        assert len(read.ids) == len(set(read.ids)), path
        assert read.tags.count("main") == read.tags.count("h1") == 1, path
        assert content.index("<title>") < content.index("</head>"), path
        assert 'class="skip" href="#page-main"' in content, path
        assert '<link rel="canonical" href="' in content, path
        assert "default-src 'none'" in content, path


def test_nothing_inline_runs_or_styles() -> None:
    for path, read in pages():
        assert all(read.scripts), path
        assert "style" not in read.tags, path
        assert not {name for name in read.attributes if name == "style" or name.startswith("on")}, path


@pytest.mark.parametrize("path", KINDS)
def test_each_kind_of_page_is_valid_html(path: str) -> None:
    """The largest ones are left to the slow test."""
    if len(site()[path]) < 40_000:
        html5lib.HTMLParser(strict=True).parse(site()[path])


@pytest.mark.slow
def test_every_page_is_valid_html() -> None:
    for path, content in site().items():
        if path.endswith(".html"):
            html5lib.HTMLParser(strict=True).parse(content)


def test_pages_are_small() -> None:
    for path, content in site().items():
        if not path.endswith(".html"):
            continue
        limit = 60_000 if "/art_" in path or "/preamble" in path else 300_000
        assert len(content) < limit, path


def test_the_version_of_a_day() -> None:
    """13 and 40 are in force from 2005-01-01; then nothing changes until 125 may be, on 2006-02-11."""
    found = version_on(versions_of(law_timelines(EvidenceScope.ALL)), dt.date(2005, 6, 1))
    assert found
    assert (found.first, found.last) == (dt.date(2005, 1, 1), dt.date(2006, 2, 10))
    assert found.words == "1 January 2005 to 10 February 2006"
    assert version_on(versions_of(law_timelines(EvidenceScope.ALL)), dt.date(2002, 8, 8)) is None


# Hostile words

NOTE = (
    "      Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan dated 05.05.2003 "
    "No. 77-II (shall be enforced from 01.07.2003).\n"
)
HOSTILE = (
    "<script>alert(1)</script>",
    "</bdi></p></article></main>",
    "javascript:alert(1) ]]> & &amp; &lt; 'x' \"y\"",
    "\u202eright to left\u202c and \u2067isolated",
    "a" * 10_000,
    "{{ 7 * 7 }} {% raw %} --> <!-- <a href='javascript:1'>x</a>",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_the_law_stay_words(words: str, tmp_path: Path) -> None:
    text = f"On {words[:60]}\n\nArticle 1. {words[:200]}\n\n      1. {words}\n      2. Bees.\n{NOTE}"
    write_act(tmp_path, "kz/2001/11", text.replace("\u202c", "").replace('"', "”"))
    found = small_site(tmp_path, "kz/2001/11")
    for path, content in found.items():
        if path.endswith(".html"):
            html5lib.HTMLParser(strict=True).parse(content)
            read = SitePage(content)
            scripts = {posixpath.basename(script or "") for script in read.scripts}
            assert scripts <= {*ASSETS, CHANGES}, path
            assert not any(link.startswith("javascript") for link in read.links), path
    shown = SitePage(found["kz/2001/11/en/index.html"])
    expected = words.replace("\u202c", "").replace('"', "”")
    assert any(each.words == expected for each in shown.wordings)
