"""The pages of proposals: no law, said on top; what each would change, and its documents to take away."""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urldefrag

import html5lib
import pytest
from conftest import Ran
from history_corpus import small_corpus
from proposal_site import (
    EVERY,
    FIXTURES,
    KINDS,
    LIST,
    TERMS,
    law_with_proposals,
    proposal_site,
    read,
)
from site_pages import SitePage
from whole_site import LAW, site

from lawdiff.history.redline import Op
from lawdiff.site.pages import pages_of
from lawdiff.site.proposal import Passage, PassageTable, ShownDocument, Words
from lawdiff.site.render import Renderer
from lawdiff.site.write import site_files


def content(path: str) -> str:
    return proposal_site()[path].decode()


def row(path: str, place: str) -> list[str]:
    """The cells of that structural element in the comparative table, as they are marked up."""
    table = content(path).split('id="page-comparative-table"')[1].split("</table>")[0]
    for found in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL):
        cells = [
            " ".join(cell.split()) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", found, re.DOTALL)
        ]
        if f"<p>{place}</p>" in cells[1]:
            return cells
    raise AssertionError(place)


# What the pages say


@pytest.mark.parametrize("path", [LIST, TERMS, EVERY])
def test_every_page_says_on_top_that_it_is_not_the_law(path: str) -> None:
    before, found, _ = content(path).partition("<h2")
    assert found
    assert "<strong>This is not the law.</strong>" in before
    assert "nobody has adopted it" in before
    assert '<b class="chip proposed">proposed</b>' in before


def test_who_proposes_what_and_on_which_text() -> None:
    text = " ".join(read(TERMS).text.split())
    assert "NGO coalition on the rights of the child" in text
    assert "This Law shall be enforced upon the expiry of ten calendar days" in text
    assert "Article 1, Chapter 6, Article 31, Article 32, Article 33" in text
    assert 'href="../../2014-03-31/index.html">5 July 2014</a>' in content(TERMS)


def test_what_it_touches_stands_in_the_order_of_the_law() -> None:
    """The title of Chapter 2 stands between Articles 5 and 6, and Article 49-1 is new."""
    touched = content(EVERY).split("<dt>Touches</dt>")[1].split("</dd>")[0]
    names = re.sub(r"<[^>]*>", "", touched)
    assert names == (
        "Article 1, Article 5, Chapter 2, Article 6, Article 7, Article 8, Article 31, Article 37, "
        "Article 38, Article 47-5, Article 49-1, Article 50"
    )


def test_the_words_that_change_are_marked_and_the_others_are_not() -> None:
    """Chapter 2 is "State policy in favor of children"; in the proposal "in the interests of children"."""
    _, place, old, new, why = row(EVERY, "Title of Chapter 2")
    assert place == "<p>Title of Chapter 2</p>"
    assert old == "<p>Chapter 2. State policy in <del><strong>favor</strong></del> of children</p>"
    assert new == "<p>Chapter 2. State policy in <ins><strong>the interests</strong></ins> of children</p>"
    assert why == "<p>The title follows that of Article 6.</p>"


def test_what_comes_and_what_goes_is_said_in_words() -> None:
    assert row(EVERY, "Article 5")[3] == "<p>Exclude.</p>"
    assert row(EVERY, "New Article 49-1")[2] == "<p>Absent.</p>"


def test_a_wording_that_is_not_proved_says_so() -> None:
    """210-V of 18 June 2014 amended Article 37, and no source tells which of its paragraphs."""
    assert (
        "[later wording: 210-V may have changed it since; not proved for 5 July 2014]"
        in row(EVERY, "Paragraph 2 of Article 37")[2]
    )
    rests = content(EVERY).split("What it rests on")[1].split("</section>")[0]
    assert "Not proved for 5 July 2014: Article 37(2)." in rests
    assert '<a href="../../laws/210-V/index.html">210-V</a> decides the words of Article 37(2)' in rests
    assert "it rests on no law whose words are not known" in content(TERMS)


def test_its_status_is_what_propose_check_says(lawdiff: Callable[..., Ran]) -> None:
    told = lawdiff("propose", "check", "every-change", "--proposals", str(FIXTURES)).out
    codes = re.findall(r" (error|warning|note) \[([\w-]+)\] (.*)", told)
    assert len(codes) == 5
    status = html.unescape(content(EVERY).split('id="page-status"')[1].split("</ul>")[0])
    for severity, code, message in codes:
        assert f'<span class="tag {severity}">{severity}</span> <code>{code}</code>' in status
        assert message in status


def test_recommendations_say_what_became_of_them() -> None:
    """The register has nine; one is about this law, and "disability-terms" was drafted for it."""
    text = content(LIST)
    asked = text.split('id="page-asked"')[1].split("</ol>")[0]
    items = asked.split("<li>")[1:]
    assert len(items) == 9
    assert '<b>Drafted:</b> <a href="disability-terms/index.html">' in items[0]
    assert all("<b>Not drafted:</b>" in item for item in items[1:])
    assert "<b>Not drafted:</b> the corpus does not hold the Criminal Code." in asked


def test_articles_link_to_the_proposals_that_touch_them() -> None:
    proposals = {"disability-terms", "every-change"}
    linked = {
        number: set(re.findall(r"proposals/([\w-]+)/index", content(f"{LAW}/art_{number}/index.html")))
        & proposals
        for number in ("1", "5", "30", "31", "32")
    }
    assert linked == {
        "1": proposals,
        "5": {"every-change"},
        "30": set(),
        "31": proposals,
        "32": {"disability-terms"},
    }


def test_no_word_of_the_law_changes_by_a_proposal() -> None:
    """Only the pages of proposals are other ones, and the histories that name them."""
    without, touched = site(), {"1", "5", "6", "7", "8", "31", "32", "33", "37", "38", "47-5", "50"}
    other = {name for name, found in proposal_site().items() if without.get(name) != found}
    histories = {f"{LAW}/art_{number}/index.html" for number in touched}
    assert {name for name in other if "/proposals/" not in name} == histories


# Documents to take away


@pytest.mark.parametrize("slug", ["disability-terms", "every-change"])
def test_downloads_are_what_propose_build_writes(
    slug: str, lawdiff: Callable[..., Ran], tmp_path: Path
) -> None:
    out = tmp_path / "bill"
    told = lawdiff("propose", "build", slug, str(out), "--no-branch", "--proposals", str(FIXTURES))
    assert told.code == 0
    names = sorted(path.name for path in out.iterdir() if not path.name.startswith("."))
    assert len(names) == 15
    folder = f"{LAW}/proposals/{slug}"
    for name in names:
        assert proposal_site()[f"{folder}/{name}"] == (out / name).read_bytes(), name
        assert f'href="{name}"' in content(f"{folder}/index.html")


def test_the_files_for_word_are_whole() -> None:
    found = [name for name in proposal_site() if name.endswith(".docx")]
    assert len(found) == 10
    for name in found:
        with zipfile.ZipFile(io.BytesIO(proposal_site()[name])) as opened:
            assert opened.testzip() is None
            assert "word/document.xml" in opened.namelist()


# Pages that work


def test_no_link_of_these_pages_is_dead() -> None:
    dead = []
    for path in KINDS:
        for link in read(path).links:
            target, fragment = urldefrag(link)
            place = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
            place = place if target else path
            if place not in proposal_site() or (fragment and fragment not in read(place).ids):
                dead.append((path, link))
    assert dead == []


@pytest.mark.parametrize("path", KINDS)
def test_pages_are_valid_and_carry_nothing_inline(path: str) -> None:
    html5lib.HTMLParser(strict=True).parse(proposal_site()[path])
    found = read(path)
    assert len(found.ids) == len(set(found.ids))
    assert all(found.scripts)
    assert not {name for name in found.attributes if name == "style" or name.startswith("on")}


def test_the_same_proposals_give_the_same_bytes() -> None:
    law_with_proposals.cache_clear()
    assert dict(site_files([law_with_proposals()])) == proposal_site()


HOSTILE = (
    "<script>alert(1)</script>",
    "</bdi></p></main>",
    'javascript:alert(1) ]]> & &amp; "quoted"',
    "\u202eright to left\u202c \u2067isolated \u200f\u05d0\u05d1",
    "a" * 10_000,
    "{{ 7 * 7 }} {% raw %} --> <!--",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_proposal_stay_words(words: str) -> None:
    """Also where they do not come from a file, which may hold no HTML and no signs that nobody can see."""
    law = law_with_proposals()
    shown = (Words(words, Op.INSERT, is_bold=True, is_italic=False),)
    table = PassageTable((words,) * 3, (((Passage("cell", shown),),) * 3,))
    passages = tuple(Passage(kind, shown, words) for kind in ("heading", "list", "law"))
    hostile = replace(
        law.proposals[0],
        title=words,
        proposer=words,
        summary=words,
        commencement=words,
        findings=tuple(replace(each, message=words) for each in law.proposals[0].findings),
        documents=(ShownDocument("bill", (*passages, table)),),
    )
    asked = tuple(replace(each, text=words, why=words, issue=words) for each in law.recommendations)
    pages = {page.path: page for page in pages_of(replace(law, proposals=(hostile,), recommendations=asked))}
    for path in (LIST, EVERY, f"{LAW}/art_31/index.html"):
        rendered = Renderer().html(pages[path])
        html5lib.HTMLParser(strict=True).parse(rendered)
        found = SitePage(rendered)
        assert [posixpath.basename(script or "") for script in found.scripts] == ["site.js"], path
        assert not any(link.startswith("javascript") for link in found.links), path
        assert words in found.text, path


# The command

BEES = """+++
title = "On counting hives"
act = "kz/2001/10"
base = 2004-07-05
+++

## Amendments

1) in paragraph 1 of Article 1 the words “numbered” shall be substituted by the words “counted”;
"""


def test_the_command_publishes_proposals_of_the_corpus_and_those_named(
    lawdiff: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies in the user's own folder is a draft: it is published when asked for, and not before."""
    corpus = small_corpus(tmp_path / "corpus")
    (corpus / "kz/2001/10/proposals").mkdir()
    (corpus / "kz/2001/10/proposals/hives.md").write_text(BEES, "utf-8")
    (tmp_path / "proposals").mkdir()
    (tmp_path / "proposals/mine.md").write_text(BEES.replace("“counted”", "“painted”"), "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LAWDIFF_REPO", str(tmp_path / "history"))
    monkeypatch.setenv("LAWDIFF_PROPOSALS", str(tmp_path / "proposals"))
    folder = tmp_path / "out/kz/2001/10/en/proposals"

    assert lawdiff("site", "out", "--corpus", str(corpus)).err == ""
    assert sorted(path.name for path in folder.iterdir()) == ["hives", "index.html"]
    assert lawdiff("site", "out", "--corpus", str(corpus), "--proposals", "proposals").code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["hives", "index.html", "mine"]
    again = lawdiff("site", "out", "--corpus", str(corpus), "--proposals", "proposals", "--json")
    assert '"written": 0' in again.out

    (corpus / "kz/2001/10/proposals/hives.md").write_text(BEES.replace("“numbered”", "“lost”"), "utf-8")
    told = lawdiff("site", "out", "--corpus", str(corpus))
    assert told.code == 0
    assert re.fullmatch(r"lawdiff: left out: .*hives\.md:9: .*\n", told.err)
    assert "There is none about this law." in (folder / "index.html").read_text()

    (corpus / "kz/2001/10/proposals/hives.md").write_text(BEES, "utf-8")
    assert lawdiff("site", "out", "--corpus", str(corpus), "--evidence", "edition").code == 0
    assert "These pages use the edition alone." in (folder / "index.html").read_text()
