"""What the pages tell programs: schema.org and ELI, as the notes have it, and nothing unproved."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import law_timelines
from history_corpus import write_act
from site_pages import SitePage
from whole_site import LAW, page, pages, site, site_law, small_site

from lawdiff.law.timeline import EvidenceScope
from lawdiff.site.pages import pages_of
from lawdiff.site.render import Renderer
from lawdiff.sources.corpus import corpus_root

READ = (f"{LAW}/index.html", f"{LAW}/2012-08-20/index.html", f"{LAW}/art_7/index.html")


def graph(path: str) -> list[dict[str, Any]]:
    return of(page(path))


def of(read: SitePage) -> list[dict[str, Any]]:
    found = json.loads(read.metadata)
    assert found["@context"][0] == "https://schema.org"
    assert found["@context"][1]["eli"] == "http://data.europa.eu/eli/ontology#"
    nodes = found["@graph"]
    assert isinstance(nodes, list)
    return nodes


@cache
def published(path: str) -> list[dict[str, Any]]:
    """What a page says where the address of the site is known."""
    law = site_law(corpus_root(), "kz/2002/345", law_timelines(EvidenceScope.ALL))
    found = next(each for each in pages_of(law) if each.path == path)
    return of(SitePage(Renderer("https://example.org/law").html(found)))


def test_a_version_of_the_law() -> None:
    """36-V is surely in force from 20 August 2012, and 102-V may be from 24 June 2013."""
    version, law = published(f"{LAW}/2012-08-20/index.html")
    assert version["@id"] == f"https://example.org/law/{LAW}/2012-08-20/"
    assert version["@type"] == ["Legislation", "eli:LegalExpression"]
    assert version["legislationDateVersion"] == "2012-08-20"
    assert version["temporalCoverage"] == "2012-08-20/2013-06-23"
    assert version["exampleOfWork"] == version["eli:realizes"] == {"@id": law["@id"]}
    assert version["eli:language"] == {"@id": "http://publications.europa.eu/resource/authority/language/ENG"}
    assert law["@id"] == f"https://example.org/law/{LAW}/"
    assert law["@type"] == ["Legislation", "eli:LegalResource"]
    assert (law["legislationIdentifier"], law["legislationDate"]) == ("345", "2002-08-08")
    assert law["eli:date_document"] == {"@value": "2002-08-08", "@type": "xsd:date"}
    changed = {
        each["@id"].removeprefix(f"https://example.org/law/{LAW}/laws/") for each in law["eli:changed_by"]
    }
    assert {"354-IV/", "36-V/"} <= changed


def test_a_day_that_nothing_proves_is_not_told() -> None:
    """The act came into force between 19 August and 18 September 2002; 227-V is only announced."""
    nodes = [node for path in READ for node in graph(path)]
    assert not [node for node in nodes if "eli:first_date_entry_in_force" in node]
    assert not [node for node in nodes if "legislationLegalForce" in node or "eli:in_force" in node]
    _, law = graph(f"{LAW}/index.html")
    assert not [each for each in law["eli:changed_by"] if "227-V" in each["@id"]]


@pytest.mark.parametrize(("day", "past"), [("2014-03-31", False), ("2014-07-06", True), ("2019-04-02", True)])
def test_days_past_the_horizon_are_said_to_be_so(day: str, past: bool) -> None:
    version, *_ = graph(f"{LAW}/{day}/index.html")
    assert version.get("creativeWorkStatus", "").startswith("the last recorded wording, not proof") is past


def test_an_article_is_a_part_of_the_law() -> None:
    version, article, law = published(f"{LAW}/art_39/2002-09-18/index.html")
    assert article["@type"] == ["Legislation", "eli:LegalResourceSubdivision"]
    assert article["isPartOf"] == article["eli:is_part_of"] == {"@id": law["@id"]}
    assert version["eli:realizes"] == {"@id": article["@id"]}
    assert version["eli:title"]["@value"] == "Article 39"  # "Title of Article 39 is in the wording of" 354-IV


def test_a_title_that_is_certain_is_told() -> None:
    version, *_ = graph(f"{LAW}/art_39/2011-01-03/index.html")
    assert version["eli:title"]["@value"].startswith("Article 39. Protection of a child from information")


def test_an_amending_law_changes_the_law() -> None:
    amending, law = published(f"{LAW}/laws/354-IV/index.html")
    assert amending["legislationChanges"] == amending["eli:changes"] == {"@id": law["@id"]}
    assert (amending["legislationIdentifier"], amending["legislationDate"]) == ("354-IV", "2010-11-23")


def test_every_page_of_a_law_or_article_tells_what_it_is() -> None:
    known = {f"https://example.org/law/{path.removesuffix('index.html')}" for path in site()}
    for path in READ:
        text = json.dumps(published(path))
        named = {word for word in text.split('"') if word.startswith("https://example.org/law/")}
        assert {word.partition("#")[0] for word in named} <= known, path
    silent = [path for path, read in pages() if "/art_" in path and not read.metadata]
    assert silent == []


def test_words_of_a_law_cannot_leave_it(tmp_path: Path) -> None:
    note = (
        "Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan dated 05.05.2003 No. 77-II"
    )
    title = "</script><script>alert(1)</script>"
    write_act(tmp_path, "kz/2001/12", f"On {title}\n\nArticle 1. {title}\n\n      1. Bees.\n      {note}.\n")
    for path, content in small_site(tmp_path, "kz/2001/12").items():
        if path.endswith(".html"):
            assert b"<script>alert" not in content, path
            assert "alert(1)</script>" not in SitePage(content).metadata
