"""`diff`, `log`, `show`, `blame`, `pending`, `laws`, `build` and `verify` for a reader."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

Lawdiff = Callable[..., Ran]


def test_diff_shows_deleted_and_inserted_words(lawdiff: Lawdiff) -> None:
    out = lawdiff("diff", "2009-01-01", "2012-01-01", "art 32").out
    assert "The [-Legislative acts-]{+Laws+} of the Republic" in " ".join(out.split())
    markdown = lawdiff("diff", "2009-01-01", "2012-01-01", "art 32", "--format", "markdown").out
    assert "The ~~Legislative acts~~**Laws** of" in markdown
    page = lawdiff("diff", "2009-01-01", "2012-01-01", "art 32", "--format", "html").out
    assert "The <del>Legislative acts</del><ins>Laws</ins> of" in page


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_diff_says_what_is_not_known(lawdiff: Lawdiff, form: str) -> None:
    out = lawdiff("diff", "2009-01-01", "2012-01-01", "art 29 para 5", "--format", form).out
    assert "words may have changed; old wording unknown (354-IV)" in " ".join(out.split())
    assert "[-" not in out
    assert "<del>" not in out


def test_diff_backwards_says_where_words_came_from_and_went(lawdiff: Lawdiff) -> None:
    """354-IV made 1(2) of the old 1(1), and 1(1) of the old 1(3)."""
    out = lawdiff("diff", "2012-01-01", "2009-01-01", "1.1").out
    assert "[the first day's words came from Article 1(3)]" in out
    assert "[the second day's words went to Article 1(2)]" in out
    out = lawdiff("diff", "2009-01-01", "2012-01-01", "1.1").out
    assert "[the old words went to Article 1(2)]" in out
    assert "[the new words were those of Article 1(3)]" in out


def test_diff_calls_a_passage_by_its_name(lawdiff: Lawdiff) -> None:
    out = lawdiff("diff", "2005-01-01", "2009-06-01", "art 52").out
    assert "- unnumbered passage of Article 52  replaced by 125" in out
    out = lawdiff("diff", "2009-06-01", "2005-01-01", "art 52").out
    assert "+ unnumbered passage of Article 52  there before 125 replaced it" in out
    assert "Article 42  moved by 354-IV" in lawdiff("diff", "2009-01-01", "2012-01-01", "art 42").out


def test_diff_shows_a_possible_wording_once(lawdiff: Lawdiff) -> None:
    out = lawdiff("diff", "2010-12-10", "2010-12-12", "art 40").out
    assert out.count("Protection of a child from prostitution") == 1
    assert "old and new, possibly: " in out


def test_blame_follows_words_to_their_old_number(lawdiff: Lawdiff) -> None:
    out = " ".join(lawdiff("blame", "1.2").out.split())
    assert "354-IV 2005-01-01" in out
    assert "[under this number since 2011-01-03, before as Article 1(1)]" in out


def test_diff_of_nothing(lawdiff: Lawdiff) -> None:
    ran = lawdiff("diff", "2005-06-01", "2012-01-01", "art 3")
    assert ran.code == 0
    assert "Nothing changed, as far as the sources tell." in ran.out


def test_diff_stat_counts_each_text_once(lawdiff: Lawdiff) -> None:
    arguments = ("diff", "2009-01-01", "2012-01-01", "--json")
    changes = json.loads(lawdiff(*arguments).out)["changes"]
    stat = json.loads(lawdiff(*arguments, "--stat").out)["stat"]
    assert sum(sum(kinds.values()) for kinds in stat["provisions"].values()) == len(changes)
    assert stat["provisions"]["art_32"] == {"changed": 1}
    assert stat["laws"]["484-IV"] == {"inserted": 1}


def test_log_says_what_it_may_lack(lawdiff: Lawdiff) -> None:
    out = " ".join(lawdiff("log", "art 14").out.split())
    assert "126-V reworded Article 14: laws before it may have touched it and are no longer listed" in out


def test_log_has_the_three_days(lawdiff: Lawdiff) -> None:
    entry = json.loads(lawdiff("log", "art 16-1", "--json").out)["laws"][0]
    days = {
        key: entry[key] for key in ("law", "adopted", "published", "in_force", "in_force_latest", "basis")
    }
    assert days == {
        "law": "354-IV",
        "adopted": "2010-11-23",
        "published": None,
        "in_force": "2010-12-04",
        "in_force_latest": "2011-01-03",
        "basis": "window",
    }


@pytest.mark.parametrize(
    "number",
    ["354-IV", "354-iv", "№ 354-IV", "No. 354-IV", "no 354-IV", "354–IV", "the Law No. 354-IV", "354-ІV"],
)
def test_numbers_of_laws_as_people_write_them(lawdiff: Lawdiff, number: str) -> None:
    assert lawdiff("show", number).out.startswith("Law 354-IV of 23 November 2010\n")
    assert lawdiff("show", *number.split()).code == 0


def test_show_marks_places_without_a_footnote(lawdiff: Lawdiff) -> None:
    out = lawdiff("show", "354-IV").out
    for place in ("Article 32(2)", "Article 33(2)", "Article 38(2)", "Article 48(1)"):
        assert f"      {place}  [no footnote tells of it]\n" in out
    for place in ("Article 29(4)", "Article 39(2)", "Article 50(1)"):
        assert f"      {place}\n" in out


def test_pending_quotes_the_notes(lawdiff: Lawdiff) -> None:
    found = json.loads(lawdiff("pending", "--json").out)["pending"]
    assert [(one["law"], one["target"], one["kind"], one["line"]) for one in found] == [
        ("227-V", "art_36__para_3", "amend", 336),
        ("227-V", "art_38", "replace", 352),
        ("236-V", "art_1__subpara_14", "replace", 30),
    ]
    assert found[0]["note"].startswith("Note of RCLI! Paragraph 3 is provided to be amended by the Law")


@pytest.mark.parametrize(
    ("day", "count"), [("2014-07-02", 0), ("2014-07-03", 2), ("2014-12-31", 3), ("2015-01-01", 0)]
)
def test_pending_on_a_day(lawdiff: Lawdiff, day: str, count: int) -> None:
    assert len(json.loads(lawdiff("pending", "--on", day, "--json").out)["pending"]) == count


def test_laws_are_marked(lawdiff: Lawdiff) -> None:
    out = lawdiff("laws").out
    marked = re.findall(r"^([a-z]) (\S+) ", out, re.MULTILINE)
    assert marked == [("f", "40"), ("f", "125"), ("a", "227-V"), ("a", "236-V")]
    assert len(re.findall(r"^. \d+(?:-[IV]+)? +\d{4}-", out, re.MULTILINE)) == 25


def test_blame_of_what_is_absent(lawdiff: Lawdiff) -> None:
    ran = lawdiff("blame", "art 42")
    assert ran.code == 1
    assert "Nothing of it was part of the law that day." in ran.out


def test_build_and_verify(lawdiff: Lawdiff, tmp_path: Path) -> None:
    history = tmp_path / "history"
    ran = lawdiff("build", str(history))
    assert ran.code == 0
    assert (history / "kz/2002/345/en/README.md").is_file()
    assert "log --stat" in ran.out
    assert lawdiff("verify", str(history)).code == 0
    again = json.loads(lawdiff("build", str(history), "--json").out)
    assert again["acts"] == 1
    subprocess.run(
        ["git", "-C", str(history), "update-ref", "refs/heads/main", "refs/heads/main~1"], check=True
    )
    ran = lawdiff("verify", str(history))
    assert ran.code == 1
    assert "main" in ran.out


def test_build_bare(lawdiff: Lawdiff, tmp_path: Path) -> None:
    assert lawdiff("build", str(tmp_path / "history.git"), "--bare").code == 0
    assert (tmp_path / "history.git/HEAD").is_file()
    assert not (tmp_path / "history.git/kz").exists()
