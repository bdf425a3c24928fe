"""`asof` for a reader: what is shown as law, what is marked, what is said in its place (DESIGN section 4)."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from history_corpus import write_act
from markdown_it import MarkdownIt

from lawdiff.sources.corpus import corpus_root

Lawdiff = Callable[..., Ran]


def test_article_7_on_the_first_day_of_2012(lawdiff: Lawdiff) -> None:
    """What the README promises: what is certain, what is only recorded later, what was not there."""
    out = lawdiff("asof", "2012-01-01", "art", "7").out
    assert out.startswith("Law of 8 August 2002 No. 345 “On the Rights of the Child”\n")
    assert re.search(r"^     1\)   development of the basis of state policy", out, re.MULTILINE)
    assert re.search(r"^\?    2\)   \[it was there; no source has its wording, 159-V", out, re.MULTILINE)
    assert re.search(r"^\?    7\)   \[it was there", out, re.MULTILINE)
    assert re.search(r"^~    8\)   development and approval", out, re.MULTILINE)
    assert re.search(r"^- 2\.   \[excluded by 13\]", out, re.MULTILINE)
    assert re.search(r"^-    4-1\) \[not there yet", out, re.MULTILINE)


def test_an_excluded_article_is_one_line_and_its_printed_title(lawdiff: Lawdiff) -> None:
    ran = lawdiff("asof", "2012-01-01", "art 42")
    assert ran.code == 1  # the provision is absent
    assert re.search(r"^- Article 42\. \[excluded by 354-IV", ran.out, re.MULTILINE)
    assert "Printed under the title “Protection of child from illegal movement”" in ran.out


def test_a_reworded_article_is_one_line(lawdiff: Lawdiff) -> None:
    """Below a reworded container it is not even known whether its items existed."""
    out = lawdiff("asof", "2009-06-01", "art 2", "--evidence", "edition").out
    assert len(re.findall(r"no source has the wording", out.partition("Marks")[0])) == 1
    assert "1." not in out.partition("Marks")[0]


def test_items_that_facts_tell_of_are_listed(lawdiff: Lawdiff) -> None:
    """125 replaced the one sentence of Article 52 by paragraphs 1 to 4, before 188-IV reworded it."""
    out = lawdiff("asof", "2006-06-01", "art 52").out
    assert re.findall(r"^\? (\d\.)", out, re.MULTILINE) == ["1.", "2.", "3.", "4."]
    out = lawdiff("asof", "2006-06-01", "art 52", "--evidence", "edition").out
    assert not re.search(r"^\? \d\.", out, re.MULTILINE)


def test_before_the_act_there_is_one_line(lawdiff: Lawdiff) -> None:
    out = lawdiff("asof", "2002-01-01").out
    assert "\n- [not in force yet: the act itself had not begun]\n" in out


def test_past_the_horizon(lawdiff: Lawdiff) -> None:
    out = lawdiff("asof", "2020-01-01", "art 3").out
    assert "[last recorded wording, not proof for that day]" in out
    out = " ".join(lawdiff("asof", "2020-01-01", "art 42").out.split())
    assert "What is shown" not in out
    assert "No words are shown for 2020-01-01" in out
    assert lawdiff("diff", "2015-01-01", "2020-01-01", "art 42").out.count("The source proves") == 1


def test_past_an_announced_change(lawdiff: Lawdiff) -> None:
    out = lawdiff("asof", "2015-06-01", "art 1 sub 14").out
    assert "[last recorded wording; 236-V may have changed it by that day]" in " ".join(out.split())


REWORDED = """\
On Ants

Chapter 1. Hills

Article 1. Building

      Hills are built.
      Footnote. Article 1 is in the wording of the Law dated 06.06.2004 No. 88-III (shall be \
enforced from 01.01.2005).

Article 2. Guarding

      Hills are guarded.
      Footnote. Article 2 is in the wording of the Law dated 06.06.2004 No. 88-III (shall be \
enforced from 01.01.2005).
"""


def test_titles_are_shown_where_no_words_below_them_are_known(lawdiff: Lawdiff, tmp_path: Path) -> None:
    """R2: a rewording ends the way back of the words, and leaves the title `later`."""
    write_act(tmp_path / "corpus", "kz/2001/11", REWORDED)
    options = ("--corpus", str(tmp_path / "corpus"), "--repo", str(tmp_path / "history"))
    for form in ("text", "markdown", "html"):
        out = lawdiff("asof", "2003-01-01", *options, "--law", "kz/2001/11", "--format", form).out
        assert "Building" in out
        assert "Guarding" in out
        assert "Hills are" not in out
        assert out.count("later") >= 2


def test_strict_names_the_place_and_counts_the_others(lawdiff: Lawdiff) -> None:
    err = lawdiff("asof", "2012-01-01", "art 7", "--strict").err
    assert "Article 7(1)(2) on 2012-01-01 is unrecorded, not certain because of 159-V." in err
    assert re.search(r"Nor are \d+ other places\.", err)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_no_words_are_shown_as_law_where_none_are_known(lawdiff: Lawdiff, form: str) -> None:
    out = lawdiff("asof", "2012-01-01", "art 14..14-1", "--format", form).out
    assert "gage" not in out  # Article 14(5), inserted by 126-V in 2013
    assert "under trusteeship or guardianship" not in out  # the wording of Article 14(2) since 126-V
    assert "register and carry out control" not in out  # Article 14-1


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_later_wording_is_marked(lawdiff: Lawdiff, form: str) -> None:
    out = " ".join(lawdiff("asof", "2012-01-01", "art 37 para 2", "--format", form).out.split())
    assert re.search(r"Sale of alcoholic products.{0,140}later.{0,40}210-V", out)


def test_an_uncertain_wording_shows_its_possibilities(lawdiff: Lawdiff) -> None:
    out = lawdiff("asof", "2010-12-10", "art 16-1").out
    assert re.search(r"^ *either: ", out, re.MULTILINE)
    assert re.search(r"^ *or: ", out, re.MULTILINE)


def test_the_legend_is_of_the_marks_used(lawdiff: Lawdiff) -> None:
    assert "Marks" not in lawdiff("asof", "2012-01-01", "art 3").out
    marks = lawdiff("asof", "2012-01-01", "art 7").out.partition("\nMarks\n")[2].partition("\n\n")[0]
    assert re.findall(r"^  (\S)  (\w+):", marks, re.MULTILINE) == [
        ("~", "later"),
        ("?", "unrecorded"),
        ("-", "absent"),
    ]


@pytest.mark.parametrize(
    ("day", "address", "code"),
    [
        ("2012-01-01", "art 3", 0),
        ("2012-01-01", "art 37 para 2", 4),
        ("2009-01-01", "art 9", 4),
        ("2020-01-01", "art 3", 4),
    ],
)
def test_strict(lawdiff: Lawdiff, day: str, address: str, code: int) -> None:
    ran = lawdiff("asof", day, address, "--strict")
    assert ran.code == code
    assert bool(ran.out) == (code == 0)
    assert ran.err.count("\n") == (code != 0)


def test_words_of_a_law_are_escaped(lawdiff: Lawdiff, tmp_path: Path) -> None:
    corpus = Path(shutil.copytree(corpus_root(), tmp_path / "corpus"))
    folder = corpus / "kz/2002/345"
    text = (
        (folder / "en.txt")
        .read_text("utf-8")
        .replace("Each child shall have inalienable", "A<b>*x* & `y`_z_")
    )
    (folder / "en.txt").write_text(text, "utf-8")
    act = (folder / "act.toml").read_text("utf-8")
    digest = hashlib.sha256((folder / "en.txt").read_bytes()).hexdigest()
    (folder / "act.toml").write_text(re.sub(r'sha256 = "\w+"', f'sha256 = "{digest}"', act), "utf-8")
    asked = ("asof", "2012-01-01", "art 8 para 1", "--corpus", str(corpus), "--repo", str(tmp_path / "repo"))
    page = lawdiff(*asked, "--format", "html").out
    assert "A&lt;b&gt;*x* &amp; `y`_z_" in page
    markdown = lawdiff(*asked, "--format", "markdown").out
    item = next(
        token for token in MarkdownIt().parse(markdown) if token.type == "inline" and "right" in token.content
    )
    assert "A<b>*x* & `y`_z_ right" in "".join(child.content for child in item.children or ())
