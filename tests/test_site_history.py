"""The commit that holds a version: named where a history is given, and only the right one."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from history_corpus import small_corpus
from site_pages import SitePage

from lawdiff.history.engine import fold
from lawdiff.law.timeline import EvidenceScope
from lawdiff.site.drawing import Drawing
from lawdiff.site.pages import pages_of
from lawdiff.site.render import Renderer
from lawdiff.site.site_law import SiteLaw, read_site_law
from lawdiff.sources.corpus import corpus_root, read_act
from lawdiff.sources.evidence import gather
from lawdiff.store.law_commits import law_commits
from lawdiff.store.repository import build

LAW = "kz/2002/345/en"


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("h") / "history"
    build(folder, corpus_root(), scope=EvidenceScope.ALL, bare=False)
    return folder


@pytest.fixture(scope="module")
def law(history: Path) -> SiteLaw:
    timelines = fold(gather(read_act(corpus_root(), "kz/2002/345"), EvidenceScope.ALL), EvidenceScope.ALL)
    return read_site_law(corpus_root(), timelines, Drawing(), history=history)


def git(history: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", str(history), *arguments], check=True, capture_output=True, text=True
    ).stdout


def cited(law: SiteLaw, path: str) -> str:
    """What a page says behind "In the history:", "" where it says nothing."""
    page = next(each for each in pages_of(law) if each.path == f"{path}/index.html")
    _, found, words = SitePage(Renderer().html(page)).text.partition("In the history: ")
    return " ".join(words.partition("\n")[0].split()) if found else ""


def test_an_article_is_cited_as_its_file_in_a_commit(law: SiteLaw, history: Path) -> None:
    """From 20 August 2012 36-V is surely in force, the last law before 102-V of 2013."""
    tagged = git(history, "rev-list", "-1", "36-V")[:12]
    assert cited(law, f"{LAW}/art_7/2012-08-20") == f"git show {tagged}:{LAW}/art_7.md"
    assert cited(law, f"{LAW}/2012-08-20") == f"git show {tagged}:{LAW}/README.md"


def test_in_a_window_the_law_that_is_open_is_named(law: SiteLaw, history: Path) -> None:
    """354-IV may be in force from 4 December 2010 on, and is from 3 January 2011."""
    tagged = git(history, "rev-list", "-1", "354-IV")[:12]
    said = cited(law, f"{LAW}/art_9/2010-12-04")
    assert said == f"git show {tagged}:{LAW}/art_9.md, with 354-IV, which may not have applied yet"
    assert cited(law, f"{LAW}/art_9/2011-01-03") == f"git show {tagged}:{LAW}/art_9.md"


def test_every_file_that_is_cited_is_there(history: Path) -> None:
    for commit in law_commits(history, "kz/2002/345", "en"):
        there = git(history, "ls-tree", "-r", "--name-only", commit.id, "--", LAW).split("\n")
        assert commit.files == set(there) - {""}


def test_each_law_of_the_history_is_one_of_its_commits(law: SiteLaw, history: Path) -> None:
    assert [commit.id for commit in law.commits] == git(history, "rev-list", "--reverse", "main").split()
    assert [(each.laws, str(each.first), str(each.last)) for each in law.commits[:2]] == [
        (("345",), "2002-08-19", "2002-09-18"),
        (("13",), "2005-01-01", "2005-01-01"),
    ]


def test_the_command_takes_the_history_of_its_corpus_alone(
    lawdiff: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, history: Path
) -> None:
    monkeypatch.setenv("LAWDIFF_REPO", str(tmp_path / "kept"))
    corpus = small_corpus(tmp_path / "corpus")
    out, own = tmp_path / "out", tmp_path / "history"
    assert lawdiff("build", str(own), "--corpus", str(corpus)).code == 0
    told = lawdiff("site", str(out), "--corpus", str(corpus), "--history", str(own))
    assert (told.code, told.err) == (0, "")
    content = (out / "kz/2001/10/en/art_2/2005-01-01/index.html").read_text()
    assert f"git show {git(own, 'rev-list', '-1', '88-III')[:12]}:kz/2001/10/en/art_2.md" in content
    told = lawdiff("site", str(out), "--corpus", str(corpus), "--history", str(history))
    assert told.code == 2
    assert told.err.startswith(f"lawdiff: {history} is not the history of this corpus: ")
    told = lawdiff("site", str(out), "--corpus", str(corpus), "--history", str(corpus))
    assert told.code == 3
