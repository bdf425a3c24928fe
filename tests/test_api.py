"""The Python API: the examples of its page run, and it answers as the truth tables say."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import lawdiff
from lawdiff.law.errors import UsageError

PAGE = Path(__file__).resolve().parent.parent / "docs" / "api.md"


def test_the_examples_of_the_page_run() -> None:
    done = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert done.attempted >= 8
    assert done.failed == 0


def test_edition_and_adopted_clock() -> None:
    law = lawdiff.open_law(evidence="edition", clock="adopted")
    assert law.asof("2010-11-22", "art 5").node.wording.state.value == "unrecorded"
    assert law.asof("2010-11-23", "art 5").node.wording.state.value == "recorded"


def test_mistakes_are_one_sentence() -> None:
    with pytest.raises(UsageError, match="not in the corpus"):
        lawdiff.open_law("kz/1999/1")
    with pytest.raises(UsageError, match="no text of its own"):
        lawdiff.open_law().timeline("chapter 1")
    with pytest.raises(AttributeError):
        lawdiff.nothing  # noqa: B018


def test_the_history_opens_with_gitpython(tmp_path: Path) -> None:
    found = lawdiff.open_history(tmp_path / "history.git")
    law = found.commit("354-IV")
    assert str(law.summary).startswith("Law No. 354-IV of 23 November 2010")
    assert law.authored_datetime.date().isoformat() == "2010-11-23"
    assert "kz/2002/345/en/art_32.md" in law.stats.files
    assert found.branches["announced"].commit.parents


def test_the_corpus_names_its_laws() -> None:
    assert lawdiff.laws() == ("kz/2002/345",)


def test_importing_lawdiff_loads_nothing_heavy() -> None:
    code = "import sys, lawdiff; print(sorted(m for m in sys.modules if m.startswith('lawdiff')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['lawdiff']"
