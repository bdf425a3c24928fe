"""What the pages say of the law: each wording with its mark, none that is not proved."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from pathlib import Path

import pytest
from conftest import law_timelines
from import_files import imported
from other_laws import PAGES
from site_pages import SitePage
from whole_site import LAW, page, pages, site, small_site

from lawdiff.history.asof import act_on
from lawdiff.law.eid import EId
from lawdiff.law.timeline import EvidenceScope
from lawdiff.law.wording import State
from lawdiff.site.version import version_on, versions_of

UNPROVED = {"later", "earlier", "unrecorded", "absent", "uncertain"}


# What the pages say of the law, from a reading of corpus/kz/2002/345/en.txt


def test_words_that_a_law_excluded_are_not_shown_before_it() -> None:
    """Article 7: "2) is excluded by the Law ... dated 13.01.2014 No. 159-V": nobody has its words."""
    found = {each.eid: each for each in page(f"{LAW}/art_7/2012-08-20/index.html").wordings}
    gone = found["art_7__para_1__subpara_2"]
    assert gone.state == "unrecorded"
    assert gone.words == ""
    assert gone.text == "unrecorded [it was there; no source has its wording, 159-V excluded it]"


def test_the_page_of_an_annex_has_the_titles_inside_it(tmp_path: Path) -> None:
    """ "Приложение 1": its chapter 1 and its articles 1 and 2 have titles of their own."""
    imported(PAGES / "annex.txt", tmp_path)
    files = small_site(tmp_path, "kz/2005/50")
    versions = [path for path in files if re.fullmatch(r"kz/2005/50/ru/annex_1/[\d-]+/index\.html", path)]
    assert len(versions) > 2
    for path in versions:
        headings = SitePage(files[path]).headings
        assert " ".join(headings["annex_1__chp_1"].split()).startswith("Глава 1. ")
        assert " ".join(headings["annex_1__art_1"].split()).startswith("Статья 1. ")
    assert any("Глава 1. Порядок" in SitePage(files[path]).text for path in versions)


def test_words_that_laws_may_have_changed_are_marked() -> None:
    """Article 7 was amended on 20 August 2012 and later, and the note does not say where."""
    found = {each.eid: each for each in page(f"{LAW}/art_7/2012-08-20/index.html").wordings}
    later = found["art_7__para_1__subpara_8"]
    assert later.text.startswith("later development and approval of the forms of compulsory departmental")
    assert later.text.endswith(
        "[later wording: one of 102-V, 124-V and 159-V may have changed it since that day]"
    )


def test_words_put_back_are_marked() -> None:
    """The first footnote: "Legislative acts" became "Laws" by 354-IV of 2010, also in Article 32(2)."""
    version = version_on(versions_of(law_timelines(EvidenceScope.ALL), (EId("art_32"),)), dt.date(2009, 1, 1))
    assert version
    found = {each.eid: each for each in page(f"{LAW}/art_32/{version.name}/index.html").wordings}
    assert found["art_32__para_2"].state == "restored"
    assert found["art_32__para_2"].words.startswith(
        "The Legislative acts of the Republic of Kazakhstan may establish benefits"
    )


def test_a_day_inside_a_window_shows_both() -> None:
    """354-IV was adopted on 23.11.2010, in force ten days after a publication that is due in thirty days."""
    text = " ".join(page(f"{LAW}/art_40/2010-12-04/index.html").text.split())
    assert "as it can be known for 4 December 2010 to 2 January 2011" in text
    assert "either: Involvement of a child in prostitution shall entail responsibility" in text
    assert "or: [no source has the wording of that day, reworded by 354-IV]" in text


def test_the_contents_mark_titles_too() -> None:
    """ "Title of Article 45 as amended by the Law ... dated 23.11.2010 No. 354-IV": its words before are not
    known; "Title of Article 39 is in the wording of" the same law: nor are these. None tells of 48."""
    content = site()[f"{LAW}/2009-07-17/index.html"].decode()
    entries = dict(re.findall(r'href="#(art_[\d-]+)">(.*?)</a>', content, re.DOTALL))
    assert entries["art_45"].endswith("</bdi> [later]</span>")
    assert entries["art_39"].endswith("<span> [unrecorded]</span>")
    assert "[" not in entries["art_48"]


@pytest.mark.parametrize(
    ("day", "past"), [("2014-03-31", False), ("2014-07-06", True), ("2015-01-01", True), ("2019-04-02", True)]
)
def test_days_past_the_horizon_are_said_on_top(day: str, past: bool) -> None:
    before, found, _ = site()[f"{LAW}/{day}/index.html"].decode().partition('<article class="text"')
    says = "Past the last day that is proved.</strong> The edition proves the law up to 5 July 2014."
    assert found
    assert (says in before) is past


def test_days_past_the_horizon_in_a_version_that_begins_before_it() -> None:
    """Article 10 has no footnote and reads the same in an edition of 1 April 2019, but the English edition
    proves the law only up to 5 July 2014. Article 42 is excluded, and has no words then or now."""
    text = " ".join(page(f"{LAW}/art_10/2002-09-18/index.html").text.split())
    assert "as it can be known for 18 September 2002 to 1 April 2019" in text
    assert (
        "Before you quote The edition proves the law up to 5 July 2014. For the days after it, what has no "
        "mark has the same words in a later edition" in text
    )
    text = " ".join(page(f"{LAW}/art_42/2011-01-03/index.html").text.split())
    assert (
        "Before you quote The edition proves the law up to 5 July 2014. On a day after it, a law that is not "
        "known here may have brought words." in text
    )


def test_a_window_that_opens_inside_a_version_is_a_caution_of_it() -> None:
    """The note of Article 16 names 253 of 15.05.2007, in force from a day between 26 May and 25 June: the
    Article reads the same before it and on these days."""
    text = " ".join(page(f"{LAW}/art_16/2002-09-18/index.html").text.split())
    assert "as it can be known for 18 September 2002 to 24 June 2007" in text
    assert "Before you quote 253 came into force between 2007-05-26 and 2007-06-25" in text


def test_every_day_of_a_version_has_its_cautions_on_the_page() -> None:
    """What `asof` says of the first day, the last and one between."""
    timelines = law_timelines(EvidenceScope.ALL)
    for path, read in pages():
        first = day_of(path)
        unit = posixpath.basename(posixpath.dirname(posixpath.dirname(path)))
        if first is None or not unit.startswith("art_"):
            continue
        version = version_on(versions_of(timelines, (EId(unit),)), first)
        assert version
        last = version.last or dt.date(2030, 1, 1)
        text = " ".join(read.text.split())
        for day in (first, first + (last - first) / 2, last):
            for caution in act_on(timelines, day, (EId(unit),)).cautions:
                is_horizon = caution.startswith("The source proves the law up to 2014-07-05.")
                says = "The edition proves the law up to 5 July 2014." if is_horizon else caution
                assert says in text, (path, day)


def test_a_law_that_is_only_announced_is_not_said_to_be_in_force() -> None:
    """Lines 30 and 336: "is provided to be ..." by 236-V and 227-V, from 01.01.2015."""
    for place in ("2015-01-01", "2015-01-01/changes", "versions"):
        text = " ".join(page(f"{LAW}/{place}/index.html").text.split())
        assert "227-V (only announced), 236-V (only announced)" in text
        assert "354-IV (only" not in text


def test_an_announced_change_is_no_text() -> None:
    """Lines 30, 336 and 352: what 236-V and 227-V are provided to do to 1(14), 36(3) and Article 38."""
    text = " ".join(page(f"{LAW}/announced/index.html").text.split())
    assert "236-V of 5 July 2014 will reword Article 1(14)" in text
    assert "227-V of 3 July 2014 will amend Article 36(3)" in text
    assert "227-V of 3 July 2014 will reword Article 38" in text


def test_an_amending_law_shows_what_it_substituted() -> None:
    text = " ".join(page(f"{LAW}/laws/354-IV/index.html").text.split())
    assert "Law 354-IV of 23 November 2010" in text
    assert "Throughout the whole text, the words “Legislative acts” are substituted" in text
    assert b"<del>Legislative acts</del><ins>Laws</ins>" in site()[f"{LAW}/laws/354-IV/index.html"]


# No unproved wording as the law


def day_of(path: str) -> dt.date | None:
    """The first day of the version that the page shows, None for other pages."""
    name = posixpath.basename(posixpath.dirname(path))
    return dt.date.fromisoformat(name) if re.fullmatch(r"\d{4}-\d\d-\d\d", name) else None


def test_every_wording_carries_its_state() -> None:
    """On each page of a day, each text of the law is marked as its timeline says, and has its words."""
    timelines = law_timelines(EvidenceScope.ALL)
    seen = 0
    for path, read in pages():
        day = day_of(path)
        if day is None or not path.startswith(LAW):
            continue
        for found in read.wordings:
            timeline = timelines.texts.get(EId(found.eid)) if found.eid else None
            if timeline is None:
                assert found.state in ("absent", "unrecorded"), (path, found.eid)
                continue
            known = timeline.on(day)
            is_gone_article = known.state is State.ABSENT and found.state in UNPROVED
            state = "" if known.state is State.RECORDED else known.state.value
            assert found.state == state or is_gone_article, (path, found.eid)
            assert found.words == (known.text or ""), (path, found.eid)
            assert not found.state or found.text.startswith(f"{found.state} "), (path, found.eid)
            seen += 1
    assert seen > 10_000


def test_no_text_of_a_day_is_left_out() -> None:
    timelines = law_timelines(EvidenceScope.ALL)
    for version in versions_of(timelines):
        words = {each.eid: each.words for each in page(f"{LAW}/{version.name}/index.html").wordings}
        for node in act_on(timelines, version.first).node.walk():
            if node.has_own_text and node.wording.text is not None:
                assert words.get(node.eid) == node.wording.text, (version, node.eid)


def test_titles_carry_their_state() -> None:
    """On 2009-01-01 the title of Article 22 is only known as 354-IV left it ("is in the wording")."""
    timelines = law_timelines(EvidenceScope.ALL)
    for version in versions_of(timelines):
        headings = page(f"{LAW}/{version.name}/index.html").headings
        for node in act_on(timelines, version.first).node.walk():
            heading = node.heading
            if heading is None or node.eid == "act" or node.eid not in headings:
                continue
            if heading.state is not State.RECORDED and not headings[node.eid].count("absent ["):
                assert f"{heading.state.value} " in headings[node.eid], (version, node.eid)
            if heading.state is State.RECORDED and heading.text:
                assert headings[node.eid].rstrip().endswith(heading.text), (version, node.eid)
