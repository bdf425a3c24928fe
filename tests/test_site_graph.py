"""The page of the graph without a script: a whole drawing with links, and a table that says the same."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from conftest import law_timelines
from whole_site import LAW, page, pages, site, site_law

from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.corpus import corpus_root

GRAPH = f"{LAW}/graph/index.html"
SVG = "{http://www.w3.org/2000/svg}"


def drawing() -> ElementTree.Element:
    found = re.search(r"<svg.*?</svg>", site()[GRAPH].decode(), re.DOTALL)
    assert found
    return ElementTree.fromstring(found[0])


def rows() -> dict[str, str]:
    """The rows of the table by law."""
    table = site()[GRAPH].decode().split('<table class="graph">')[1]
    return dict(re.findall(r'<tr data-law="([^"]*)"(.*?)</tr>', table, re.DOTALL))


def test_laws_and_articles_lead_to_their_pages() -> None:
    links = {link.get("href"): "".join(link.itertext()) for link in drawing().iter(f"{SVG}a")}
    assert links["../laws/354-IV/index.html"] == "354-IV"
    assert links["../art_7/index.html"].endswith("7")
    assert links["../preamble/index.html"].endswith("Preamble")
    assert len(links) == 25 + 68 + 1  # the laws, the articles, the preamble; the whole text has no page


def test_drawing_and_table_have_the_same_signs() -> None:
    drawn = {
        (row.get("data-law"), sign.get("data-unit"))
        for row in drawing().iter(f"{SVG}g")
        if row.get("data-law")
        for sign in row.iter(f"{SVG}g")
        if sign.get("data-unit")
    }
    listed = {
        (law, unit) for law, row in rows().items() for unit in re.findall(r'<li data-unit="([^"]*)"', row)
    }
    assert drawn == listed
    assert len(drawn) == 72


def test_a_sign_says_what_was_done_and_how_sure_that_is() -> None:
    """126-V: "Article 14 is in the wording of"; 236-V is only announced, for Article 1(14), from 2015."""
    assert '<li data-unit="art_14" data-kind="reworded" data-certainty="certain">' in rows()["126-V"]
    assert rows()["236-V"].startswith(' data-year="2015">')
    assert '<li data-unit="art_1" data-kind="amended" data-certainty="announced">' in rows()["236-V"]


def test_a_column_says_which_laws_touched_the_article() -> None:
    """A note that it "is in the wording of" a law takes the older notes with it (R14)."""
    labels = {
        group.get("data-unit"): group.get("aria-label") for group in drawing() if group.get("data-unit")
    }
    assert labels["art_14"] == (
        "Article 14. Right of a child to dwelling place: reworded by 126-V (laws before it may be missing); "
        "amended by 354-IV."
    )
    assert labels["art_38"] is not None
    assert "reworded by 227-V (announced)" in labels["art_38"]
    assert labels["art_44"] is not None
    assert labels["art_44"].endswith(": no source names a law that touched it.")


def test_the_script_of_the_graph_is_on_its_page_alone() -> None:
    for path, read in pages():
        assert any((script or "").endswith("graph.js") for script in read.scripts) == (path == GRAPH)


def test_without_a_script_nothing_asks_for_one() -> None:
    """What works by the script alone is hidden until it runs."""
    content = site()[GRAPH].decode()
    assert re.search(r'<form class="filter"[^>]* hidden>', content)
    assert re.search(r'<p id="page-said"[^>]* hidden>', content)
    assert " hidden" not in content.split('<table class="graph">')[1]
    assert page(GRAPH).tags.count("option") == 4 + 25 + 10 + 7 + 2


def test_what_can_be_chosen_is_what_occurs() -> None:
    choices = site_law(corpus_root(), "kz/2002/345", law_timelines(EvidenceScope.ALL)).drawing.choices
    years = "2005 2006 2007 2009 2010 2011 2012 2013 2014 2015"
    assert " ".join(choices["year"]) == years
    kinds = "amended, excluded, inserted, renumbered, reworded, title changed, words substituted"
    assert ", ".join(choices["kind"]) == kinds
    assert choices["certainty"] == ("announced", "certain")
    edition = site_law(corpus_root(), "kz/2002/345", law_timelines(EvidenceScope.EDITION)).drawing.choices
    assert edition["certainty"] == ("announced", "certain", "perhaps")
