"""What changed on a day: the laws that begin on it and what is different, as the notes have it."""

from __future__ import annotations

import re
from itertools import pairwise

from conftest import law_timelines
from whole_site import LAW, page, site

from lawdiff.law.timeline import EvidenceScope
from lawdiff.site.version import versions_of


def changes_on(day: str) -> str:
    return " ".join(page(f"{LAW}/{day}/changes/index.html").text.split())


def section(day: str, unit: str) -> str:
    """The part of the page about one article, as it is written."""
    content = site()[f"{LAW}/{day}/changes/index.html"].decode()
    found = re.search(
        rf'<section class="unit" aria-labelledby="page-{unit}">.*?</section>', content, re.DOTALL
    )
    assert found, unit
    return found[0]


def test_a_law_that_certainly_applies_has_its_redlines() -> None:
    """354-IV of 23 November 2010 is in force ten days after its publication, which is due in thirty days:
    surely from 3 January 2011. It put "Laws" for "Legislative acts" throughout, also in 32(2)."""
    assert "Certainly in force from this day 354-IV" in changes_on("2011-01-03")
    assert "Perhaps in force" not in changes_on("2011-01-03")
    assert "<del>Legislative acts</del><ins>Laws</ins>" in section("2011-01-03", "art_32")


def test_words_that_no_source_has_get_no_redline() -> None:
    """ "Title of Article 39 is in the wording of the Law ... dated 23.11.2010 No. 354-IV"."""
    shown, _, _ = section("2011-01-03", "art_39").partition("Article 39(2)")
    assert "heading of Article 39</strong> reworded by 354-IV" in shown
    assert "[words changed; old wording unknown (354-IV)]" in shown
    assert "<del>" not in shown


def test_the_first_day_of_a_window_tells_no_change() -> None:
    """From 4 December 2010 on 354-IV may be in force: each text it touched may have either wording."""
    said = changes_on("2010-12-04")
    assert "Perhaps in force from this day 354-IV" in said
    assert "Uncertain from this day on" in said
    assert re.search(r"because of 354-IV: .*Article 32\(2\)", said)
    assert 'class="redline"' not in site()[f"{LAW}/2010-12-04/changes/index.html"].decode()


def test_the_law_itself_begins() -> None:
    """Adopted on 8 August 2002, without a clause: ten days after a publication that is due in thirty days."""
    assert "Perhaps in force from this day the Law itself" in changes_on("2002-08-19")
    assert "The Law itself may be in force from this day on." in changes_on("2002-08-19")
    assert "Certainly in force from this day the Law itself" in changes_on("2002-09-18")
    assert "first text, as far as it is known" in changes_on("2002-09-18")


def test_the_day_after_the_horizon_is_no_change() -> None:
    """236-V of 5 July 2014 is the last law that a note mentions."""
    said = changes_on("2014-07-06")
    assert "The day before is the last that the edition proves." in said
    assert re.search(r"\d+ texts: no change is known, and nothing proves the wording from here on", said)


def test_each_version_leads_to_what_it_brought_and_to_the_ones_beside() -> None:
    versions = versions_of(law_timelines(EvidenceScope.ALL))
    for before, version in pairwise(versions):
        assert "changes/index.html" in page(f"{LAW}/{version.name}/index.html").links, version
        assert (
            f"../../{before.name}/changes/index.html"
            in page(f"{LAW}/{version.name}/changes/index.html").links
        )
    says = " ".join(page(f"{LAW}/2012-08-20/index.html").text.split())
    assert "In force from 20 August 2012: 36-V. What changed on this day" in says
