"""The commands and the history with several editions: whose words are shown, and what is listed."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from edition_corpus import GARDENS, gardens, write_editions


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gardens")
    write_editions(folder, {("en", day): text for day, text in gardens().items()})
    return folder


@pytest.fixture
def ask(lawdiff: Callable[..., Ran], corpus: Path) -> Callable[..., Ran]:
    kept = corpus.parent / "kept"
    return lambda *arguments: lawdiff(*arguments, "--corpus", str(corpus), "--repo", str(kept))


def test_asof_says_whose_words_it_shows(ask: Callable[..., Ran]) -> None:
    said = ask("asof", "2008-01-01", "art 4").out
    assert "edition of 2006-12-31, en-2006-12-31.txt: all of them" in said
    assert "The fee shall be twenty tenge." in said


def test_asof_json_names_the_editions_and_the_one_of_each_text(ask: Callable[..., Ran]) -> None:
    said = json.loads(ask("asof", "2011-01-01", "art 4 para 1", "--json").out)
    assert [each["date"] for each in said["editions"]] == [
        "2006-12-31",
        "2009-12-31",
        "2012-12-31",
        "2014-06-30",
    ]
    assert (said["node"]["edition"], said["node"]["state"]) == ("en-2012-12-31.txt", "recorded")


def test_the_typography_of_another_edition_is_no_change(ask: Callable[..., Ran]) -> None:
    assert "Nothing changed" in ask("diff", "2006-01-01", "2010-01-01", "art 1").out


def test_blame_names_the_law_that_comparing_shows(ask: Callable[..., Ran]) -> None:
    said = ask("blame", "art 6").out.splitlines()
    assert [line[:19] for line in said if line.startswith("  70-V") or line.startswith("  40-IV")] == [
        "  70-V     2012-06-",
        "  40-IV    2009-05-",
    ]


def test_log_and_show_name_the_comparison(ask: Callable[..., Ran]) -> None:
    assert "[compared; editions: en 2006-12-31 vs 2009-12-31]" in ask("log", "art 3").out
    assert "inserted Article 3(4)  [compared]" in ask("show", "40-IV").out
    assert "An unknown law" in ask("log", "art 2").out


def test_check_reports_over_all_editions(lawdiff: Callable[..., Ran], corpus: Path) -> None:
    said = lawdiff("check", "--corpus", str(corpus))
    assert f"{GARDENS}/en-2009-12-31.txt:14: warning [unexplained-change] Article 2" in said.out
    assert f"{GARDENS}/en-2012-12-31.txt:37: warning [edition-lags] the edition of 2012-12-31" in said.out
    assert said.code == 0


def test_the_history_lists_the_editions_and_has_a_commit_for_what_nothing_explains(
    lawdiff: Callable[..., Ran], corpus: Path, tmp_path: Path
) -> None:
    repository = tmp_path / "history"
    assert lawdiff("build", str(repository), "--corpus", str(corpus)).code == 0
    subjects = _git(repository, "log", "--format=%s").splitlines()
    assert subjects.count("Change that no note explains") == 1
    change = _git(
        repository, "log", "-p", "--grep=no note explains", "--format=%b", "--", f"{GARDENS}/en/art_2.md"
    )
    assert "-- The purpose of this Law is the care of gardens.\n" in change
    assert "+- The purpose of this Law is the care of gardens and orchards.\n" in change
    readme = (repository / GARDENS / "en" / "README.md").read_text("utf-8")
    assert "| Older edition | en-2009-12-31.txt, 2009-12-31 |" in readme
    assert "unknown" not in _git(repository, "tag")
    assert lawdiff("verify", str(repository), "--corpus", str(corpus)).code == 0


def test_a_commit_shows_no_typography_of_another_edition(
    lawdiff: Callable[..., Ran], corpus: Path, tmp_path: Path
) -> None:
    repository = tmp_path / "history"
    lawdiff("build", str(repository), "--corpus", str(corpus))
    assert len(_git(repository, "log", "--format=%h", "--", f"{GARDENS}/en/art_1.md").splitlines()) == 2


def test_the_site_lists_the_older_editions(lawdiff: Callable[..., Ran], corpus: Path, tmp_path: Path) -> None:
    said = lawdiff("site", str(tmp_path / "site"), "--corpus", str(corpus), "--repo", str(tmp_path / "kept"))
    assert said.code == 0, said.err
    about = (tmp_path / "site" / "about" / "index.html").read_text("utf-8")
    assert "older edition en-2009-12-31.txt of 2009-12-31" in about


def _git(repository: Path, *arguments: str) -> str:
    ran = subprocess.run(
        ["git", "-C", str(repository), *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return ran.stdout


NOTE = "as amended by the Law dated 05.05.2008 No. 40-IV (shall be enforced from 01.06.2008)."
HIVES = """On Hives

The Law of the Republic of Kazakhstan dated 20 May 2003 No. 50

Article 1. Hives

      A keeper of hives shall:
      1) count all hives every spring;
      {}

Article 2. Honey

      1. Honey shall be kept in clean wooden barrels.
      {}
"""
OLDER = HIVES.format(
    "2) paint all hives every autumn;\n      3) feed the bees in winter.",
    "2. Wax shall be sold on the market of the town.",
)
NEWER = HIVES.format(
    "2) name the queen of each hive;\n      3) paint all hives every autumn;\n"
    "      4) feed the bees in winter.\n"
    f"      Footnote. Article 1 {NOTE}",
    f"3. Wax shall be sold on the market of the town.\n      Footnote. Article 2 {NOTE}",
)


def test_words_under_another_number_may_have_moved(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    """Comparing proves that the numbers are others, and not that they were changed: both may be so."""
    texts = {"2007-12-31": OLDER, "2009-12-31": NEWER}
    write_editions(tmp_path, {("en", day): text for day, text in texts.items()})
    options = ("--corpus", str(tmp_path), "--repo", str(tmp_path.parent / f"{tmp_path.name}-kept"))
    out = " ".join(lawdiff("show", "40-IV", *options).out.split())
    assert "excluded Article 2(2)" in out
    assert "perhaps moved or renumbered, Article 2(3) has had the same words since" in out
    assert "perhaps moved or renumbered, Article 2(2) had the same words before" in out
    assert "perhaps moved or renumbered, Article 1(2) had the same words before" in out
    assert "renumbered Article" not in out
    wax = json.loads(lawdiff("asof", "2008-07-01", "art 2 para 2", *options, "--json").out)["node"]
    assert wax["state"] == "absent"
