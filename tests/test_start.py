"""A command loads what it needs and no more: `lawdiff --help` and an answer start fast."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

ROOT = Path(__file__).resolve().parent.parent
# The modules that a command line adds to those which Python and click load themselves.
SCRIPT = """
import sys
import click
sys.path.insert(0, {root!r})
before = set(sys.modules)
from lawdiff.cli.main import main
try:
    main({arguments!r})
except SystemExit as left:
    assert not left.code, left.code
print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""
HELP_LOADS = {"lawdiff", "lawdiff.cli", "lawdiff.cli.main", "lawdiff.law", "lawdiff.law.errors"}
HEAVY = {
    "diff_match_patch",
    "difflib",
    "docx",
    "git",
    "jinja2",
    "lawdiff.api",
    "lawdiff.history.engine",
    "lawdiff.law.address_search",
    "lawdiff.law.effect",
    "lawdiff.sources.act_source",
    "lawdiff.sources.notes",
    "lawdiff.store.repository",
    "lxml",
    "markdown_it",
    "networkx",
    "tomllib",
}
# 1 to 5 ms each, where the whole of an answer may take half as long as click.
SLOW_TO_LOAD = {"dataclasses", "hashlib", "pathlib", "shutil", "textwrap"}


def loaded(*arguments: str, repository: Path) -> set[str]:
    script = SCRIPT.format(root=str(ROOT), arguments=list(arguments))
    environment = {**os.environ, "LAWDIFF_REPO": str(repository)}
    environment.pop("LAWDIFF_CORPUS", None)
    run = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert run.stdout
    return set(run.stderr.split())


@pytest.fixture
def answers(lawdiff: Callable[..., Ran], kept: Path) -> Path:
    """The repository, once the history is built and the timelines are kept."""
    assert lawdiff("asof", "2012-01-01", "art 7").code == 0
    return kept


def test_the_help_loads_no_command(tmp_path: Path) -> None:
    found = loaded("--help", repository=tmp_path)
    assert {name for name in found if name.split(".")[0] == "lawdiff"} == HELP_LOADS
    assert not found & HEAVY


@pytest.mark.parametrize("address", ["art 7", "art_7", "chapter 3", "art 7 para 1 sub 2"])
def test_an_answer_loads_what_it_shows(answers: Path, address: str) -> None:
    assert not loaded("asof", "2012-01-01", *address.split(), repository=answers) & (HEAVY | SLOW_TO_LOAD)


def test_an_address_in_other_words_loads_the_search_alone(answers: Path) -> None:
    found = loaded("asof", "2012-01-01", "Article 7(1)", repository=answers)
    assert found & HEAVY == {"lawdiff.law.address_search"}
