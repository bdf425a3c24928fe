"""What the site has for programs and other sites: JSON, TimeMaps, the feed, the sitemap."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from conftest import law_timelines
from whole_site import LAW, site, site_law

from lawdiff.law.timeline import EvidenceScope
from lawdiff.site.data_files import published_files
from lawdiff.site.pages import pages_of
from lawdiff.sources.corpus import corpus_root


def published() -> dict[str, bytes]:
    """The small part of the site that stands on the web."""
    law = site_law(corpus_root(), "kz/2002/345", law_timelines(EvidenceScope.ALL))
    return dict(published_files(law, list(pages_of(law)), "https://example.org/law"))


def test_each_version_is_there_as_json() -> None:
    """Article 7: "1. Powers of central ...", "2. (Is excluded)", "3. Powers of local ..."."""
    found = json.loads(site()[f"{LAW}/art_7/2012-08-20/version.json"])
    assert (found["provision"], found["date"], found["horizon"]) == ("art_7", "2012-08-20", "2014-07-05")
    states = {child["num"]: child["state"] for child in found["node"]["children"]}
    assert states == {"1.": "recorded", "2.": "absent", "3.": "recorded"}
    assert json.loads(site()[f"{LAW}/2012-08-20/version.json"])["provision"] is None


def test_a_timemap_lists_the_versions() -> None:
    """RFC 7089, section 5. Article 16 was amended by 253, perhaps from 2007-05-26, surely from 2007-06-25."""
    lines = published()[f"{LAW}/art_16/timemap.link"].decode().split("\n")
    place = f"https://example.org/law/{LAW}/art_16/"
    assert lines[0] == f'<{place}>; rel="original",'
    assert lines[1].startswith(f'<{place}timemap.link>; rel="self"; type="application/link-format"; from="')
    assert lines[2] == f'<{place}2002-08-19/>; rel="first memento"; datetime="Mon, 19 Aug 2002 00:00:00 GMT",'
    assert f'<{place}2007-06-25/>; rel="memento"; datetime="Mon, 25 Jun 2007 00:00:00 GMT",' in lines
    assert lines[-2].partition("; ")[2].startswith('rel="last memento"; datetime="')


def test_the_feed_has_each_law_newest_first() -> None:
    """236-V of 5 July 2014 is the last adopted, 13 of 20 December 2004 the first of 25."""
    read = ElementTree.fromstring(published()[f"{LAW}/amendments.atom"])
    atom = "{http://www.w3.org/2005/Atom}"
    titles = [entry.findtext(f"{atom}title") for entry in read.iter(f"{atom}entry")]
    assert len(titles) == 25
    assert titles[0] == "Law 236-V of 5 July 2014"
    assert titles[-1] == "Law 13 of 20 December 2004"
    assert read.findtext(f"{atom}updated") == "2014-07-05T00:00:00Z"


def test_the_sitemap_names_every_page_of_the_law() -> None:
    read = ElementTree.fromstring(published()[f"{LAW}/sitemap.xml"])
    found = {element.text for element in read.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    pages_there = {path for path in site() if path.startswith(LAW) and path.endswith(".html")}
    assert found == {f"https://example.org/law/{path.removesuffix('index.html')}" for path in pages_there}


def test_without_an_address_nothing_claims_one() -> None:
    assert not [path for path in site() if path.endswith((".atom", ".link", "sitemap.xml"))]
