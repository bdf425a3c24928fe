"""The site: every page honest, every link alive, every byte the same again."""

from __future__ import annotations

import datetime as dt
import json
import posixpath
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag
from xml.etree import ElementTree

import html5lib
import pytest
from conftest import Ran, law_timelines
from history_corpus import small_corpus, write_act
from site_pages import SitePage

from lawdiff.cli.site_drawing import drawing_of
from lawdiff.history.asof import act_on
from lawdiff.history.engine import fold
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, EvidenceScope
from lawdiff.law.wording import State
from lawdiff.site.data_files import published_files
from lawdiff.site.pages import pages_of
from lawdiff.site.site_folder import MANIFEST, SiteFolder, SiteFolderError
from lawdiff.site.site_law import SiteLaw, read_site_law
from lawdiff.site.version import version_on, versions_of
from lawdiff.site.write import site_files, write_site
from lawdiff.sources.corpus import corpus_root, read_act
from lawdiff.sources.evidence import gather

LAW = "kz/2002/345/en"
HORIZON = dt.date(2014, 7, 5)  # of the last law that a note of the edition mentions, 236-V
UNPROVED = {"later", "earlier", "unrecorded", "absent", "uncertain"}
KINDS = (
    "index.html",
    "about/index.html",
    f"{LAW}/index.html",
    f"{LAW}/2002-08-19/index.html",
    f"{LAW}/2014-07-06/index.html",
    f"{LAW}/art_7/index.html",
    f"{LAW}/art_7/2012-08-20/index.html",
    f"{LAW}/art_40/2010-12-04/index.html",
    f"{LAW}/laws/index.html",
    f"{LAW}/laws/354-IV/index.html",
    f"{LAW}/versions/index.html",
    f"{LAW}/graph/index.html",
    f"{LAW}/announced/index.html",
    f"{LAW}/statistics/index.html",
    f"{LAW}/findings/index.html",
)


def site_law(corpus: Path, act: str, timelines: ActTimelines | None = None) -> SiteLaw:
    folded = timelines or fold(gather(read_act(corpus, act), EvidenceScope.ALL), EvidenceScope.ALL)
    return read_site_law(corpus, folded, drawing_of(folded, corpus))


@cache
def site() -> dict[str, bytes]:
    """Every file of the site of this corpus."""
    law = site_law(corpus_root(), "kz/2002/345", law_timelines(EvidenceScope.ALL))
    return dict(site_files([law]))


@cache
def page(path: str) -> SitePage:
    return SitePage(site()[path])


def pages() -> Iterator[tuple[str, SitePage]]:
    for path in site():
        if path.endswith(".html"):
            yield path, page(path)


def small_site(corpus: Path, act: str = "kz/2001/10") -> dict[str, bytes]:
    return dict(site_files([site_law(corpus, act)]))


# What the pages say of the law, from a reading of corpus/kz/2002/345/en.txt


def test_words_that_a_law_excluded_are_not_shown_before_it() -> None:
    """Article 7: "2) is excluded by the Law ... dated 13.01.2014 No. 159-V": nobody has its words."""
    found = {each.eid: each for each in page(f"{LAW}/art_7/2012-08-20/index.html").wordings}
    gone = found["art_7__para_1__subpara_2"]
    assert gone.state == "unrecorded"
    assert gone.words == ""
    assert gone.text == "unrecorded [it was there; no source has its wording, 159-V excluded it]"


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


# Pages that work


def test_every_link_and_fragment_leads_somewhere() -> None:
    ids = {path: frozenset(read.ids) for path, read in pages()}
    dead = []
    for path, read in pages():
        for link in read.links:
            target, fragment = urldefrag(link)
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
            target = urldefrag(link)[0]
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
            assert [posixpath.basename(script or "") for script in read.scripts] == ["site.js"], path
            assert not any(link.startswith("javascript") for link in read.links), path
    shown = SitePage(found["kz/2001/11/en/index.html"])
    expected = words.replace("\u202c", "").replace('"', "”")
    assert any(each.words == expected for each in shown.wordings)


# The folder


def files_of(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file with its time of change and content."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return small_corpus(tmp_path / "corpus")


def build(corpus: Path, out: Path) -> int:
    """Write the site of the small corpus; how many files were written."""
    return write_site(out, corpus, [site_law(corpus, "kz/2001/10")]).written


def test_the_same_corpus_gives_the_same_bytes(corpus: Path) -> None:
    assert small_site(corpus) == small_site(corpus)


def test_a_second_run_writes_nothing(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert build(corpus, out) == len(small_site(corpus))
    before = files_of(out)
    folder = out.stat()
    assert build(corpus, out) == 0
    assert files_of(out) == before
    assert (out.stat().st_ino, out.stat().st_mtime_ns) == (folder.st_ino, folder.st_mtime_ns)


def test_only_what_changed_is_written(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(corpus, out)
    before = files_of(out)
    folder = SiteFolder(out)
    files = {name: content for name, (_, content) in before.items() if name != MANIFEST}
    changed = dict(files) | {"index.html": b"other", "new/index.html": b"new"}
    del changed["about/index.html"]
    done = folder.write(changed.items())
    assert (done.written, done.removed) == (2, 1)
    after = files_of(out)
    same = before.keys() & after.keys() - {"index.html", MANIFEST}
    assert all(before[name] == after[name] for name in same)
    assert after.keys() == (before.keys() | {"new/index.html"}) - {"about/index.html"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "out"]


def test_files_of_the_users_stay(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(corpus, out)
    (out / "CNAME").write_text("laws.example.org")
    SiteFolder(out).write([("index.html", b"other")])
    assert (out / "CNAME").read_text() == "laws.example.org"
    assert not (out / "about").exists() or not list((out / "about").iterdir())


def test_a_build_that_breaks_off_leaves_the_old_site(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(corpus, out)
    before = files_of(out)

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        SiteFolder(out).write(broken())
    assert files_of(out) == before
    assert build(corpus, out) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "out"]


def test_a_build_killed_between_the_renames_is_mended(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(corpus, out)
    before = files_of(out)
    out.rename(tmp_path / ".out.old")
    assert build(corpus, out) == 0
    assert files_of(out) == before


def test_a_folder_with_something_else_is_refused(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine")
    with pytest.raises(SiteFolderError, match=r"is not empty and holds no site of lawdiff"):
        build(corpus, out)
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]


def test_a_manifest_of_something_else_is_no_site(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / MANIFEST).write_text('{"format": "something else"}')
    with pytest.raises(SiteFolderError, match=r"holds no site"):
        build(corpus, out)


def test_a_file_and_the_corpus_are_refused(corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    with pytest.raises(SiteFolderError, match=r"is a file; name a folder"):
        build(corpus, file)
    (tmp_path / "link").symlink_to(corpus)
    for place in (corpus, corpus / "kz" / "site", tmp_path, tmp_path / "link"):
        with pytest.raises(SiteFolderError, match=r"holds the corpus or lies in it"):
            build(corpus, place)


def test_a_read_only_folder_is_refused(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everywhere, so it is asked of the system and not tried."""
    out = tmp_path / "locked" / "out"
    out.parent.mkdir()
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != out.parent)
    with pytest.raises(SiteFolderError, match=r"locked cannot be written to; give yourself access"):
        build(corpus, out)
    assert not out.exists()


# For programs and other sites


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
    assert not [path for path in site() if path.endswith((".atom", ".link", ".xml"))]


# The command


def test_the_command_says_what_it_wrote(
    lawdiff: Callable[..., Ran], corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWDIFF_REPO", str(tmp_path / "history"))
    out = tmp_path / "out"
    told = lawdiff("site", str(out), "--corpus", str(corpus), "--url", "https://example.org/law/")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"{out}: the site of 1 law\n")
    content = (out / "kz/2001/10/en/art_2/2005-01-01/index.html").read_text()
    assert '<link rel="canonical" href="https://example.org/law/kz/2001/10/en/art_2/2005-01-01/">' in content
    again = lawdiff("site", str(out), "--corpus", str(corpus), "--url", "https://example.org/law", "--json")
    assert '"written": 0' in again.out


def test_the_command_refuses_in_one_sentence(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    told = lawdiff("site", str(tmp_path))
    assert told.code == 2
    assert told.err.startswith(f"lawdiff: {tmp_path} is not empty and holds no site of lawdiff;")
    assert told.err.count("\n") == 1
    assert lawdiff("site", str(tmp_path / "out"), "--url", "example.org").code == 2
