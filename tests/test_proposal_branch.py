"""A proposal as a branch of the history: one commit on its base, made the same way each time."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from drafts import TERMS, kept

from lawdiff.drafting.branch import branch_of
from lawdiff.drafting.proposal import Proposal
from lawdiff.law.errors import SourceError
from lawdiff.sources.corpus import corpus_root
from lawdiff.store.markdown_reader import read_article
from lawdiff.store.proposal_branch import has_branch, merge_conflicts
from lawdiff.store.repository import build

Lawdiff = Callable[..., Ran]
DOCUMENTS = {"bill.md": b"the bill\n"}
PLAY = "paragraph 1 of Article 19 after the words “to rest” shall be supplemented by the words “, play”;"
HEALTHY = (
    "in paragraph 1 of Article 31 the words “healthy children” shall be substituted by the words “others”;"
)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history with a work tree, built once."""
    folder = tmp_path_factory.mktemp("history") / "history"
    build(folder, corpus_root())
    return folder


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", f"{folder}", *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def proposed(amendments: str, slug: str, base: str = "2014-07-05") -> Proposal:
    from drafts import opened

    return opened(amendments, base, slug=slug, more='proposer = "A coalition"\n')


def test_one_commit_on_the_base(history: Path) -> None:
    branch = branch_of(proposed(TERMS, "terms"), DOCUMENTS, history)
    assert branch.name == "proposal/terms"
    # 210-V comes into force on 10 July 2014 at the earliest: the last commit before is that of 175-V
    assert git(history, "rev-parse", "proposal/terms^").strip() == git(history, "rev-parse", "175-V").strip()
    assert git(history, "diff", "--name-only", "175-V", "proposal/terms").split() == [
        "kz/2002/345/en/README.md",
        "kz/2002/345/en/art_1.md",
        "kz/2002/345/en/art_31.md",
        "proposals/terms/bill.md",
    ]
    shown = git(history, "show", "--format=%an|%ae|%cn|%aI|%cI", "--no-patch", "proposal/terms").strip()
    assert shown == (
        "A coalition|proposal@lawdiff.invalid|lawdiff|2014-07-05T12:00:00+00:00|2014-07-05T12:00:00+00:00"
    )


def test_the_message_says_that_it_is_no_law(history: Path) -> None:
    branch_of(proposed(TERMS, "terms"), DOCUMENTS, history)
    message = git(history, "log", "-1", "--format=%B", "proposal/terms")
    assert message.startswith("Proposal terms: On amendments\n")
    assert "Nobody has adopted it." in message
    trailers = git(history, "log", "-1", "--format=%(trailers:key=Base,valueonly)", "proposal/terms")
    assert trailers.strip() == "2014-07-05"


def test_the_articles_read_back(history: Path) -> None:
    branch_of(proposed(TERMS, "terms"), DOCUMENTS, history)
    text = git(history, "show", "proposal/terms:kz/2002/345/en/art_31.md")
    page = read_article(text, "art_31")  # type: ignore[arg-type]
    assert page.heading is not None
    assert page.heading.state.value == "proposed"
    assert page.heading.text == "Rights of child with disabilities to full life"
    states = [item.wording.state.value for item in page.items if item.wording]
    assert states == ["proposed", "recorded", "recorded"]
    (row,) = (line for line in text.splitlines() if line.startswith("| proposal/terms |"))
    assert row.split(" | ")[1] == "no law, only proposed"
    (reason,) = page.reasons
    assert (reason.law, reason.adopted) == ("proposal/terms", None)
    with pytest.raises(SourceError, match="354-IV is a law, and its row says that it is none"):
        read_article(text.replace("proposal/terms |", "354-IV |"), "art_31")  # type: ignore[arg-type]
    readme = git(history, "show", "proposal/terms:kz/2002/345/en/README.md")
    assert "no law: what the proposal named would make of the text" in readme
    assert "no law: what the proposal" not in git(history, "show", "main:kz/2002/345/en/README.md")


def test_the_same_proposal_is_the_same_commit(history: Path, tmp_path: Path) -> None:
    first = branch_of(proposed(TERMS, "terms"), DOCUMENTS, history)
    again = branch_of(proposed(TERMS, "terms"), DOCUMENTS, history)
    build(tmp_path / "other.git", corpus_root(), bare=True)
    elsewhere = branch_of(proposed(TERMS, "terms"), DOCUMENTS, tmp_path / "other.git")
    assert first == again == elsewhere


def test_a_build_keeps_the_branch(history: Path) -> None:
    branch = branch_of(proposed(TERMS, "terms"), DOCUMENTS, history)
    build(history, corpus_root())
    assert git(history, "rev-parse", "proposal/terms").strip() == branch.commit
    assert has_branch(history, "terms")
    assert not has_branch(history, "others")
    assert not has_branch(history / "nowhere", "terms")


def test_an_old_base_starts_from_its_commit(history: Path) -> None:
    """The last commit of main that is in force on the base day, and no later one."""
    amendments = "in Article 9 the words “Each child” shall be substituted by the words “Every child”;"
    branch_of(proposed(amendments, "old", "2012-01-01"), DOCUMENTS, history)
    base = git(history, "log", "-1", "--format=%cs", "proposal/old^").strip()
    following = git(history, "log", "--reverse", "--format=%cs", "proposal/old^..main").split()
    assert base <= "2012-01-01" < following[0]


def test_a_merged_proposal_is_no_base(tmp_path: Path) -> None:
    folder = tmp_path / "history"
    build(folder, corpus_root())
    branch_of(proposed(TERMS, "terms"), DOCUMENTS, folder)
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.invalid")
    git(folder, *identity, "merge", "--quiet", "--no-edit", "proposal/terms")
    branch = branch_of(proposed(PLAY, "play"), DOCUMENTS, folder)
    assert branch.base == git(folder, "rev-parse", "175-V").strip()


def test_commits_of_others_on_the_branch_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "history"
    build(folder, corpus_root())
    branch_of(proposed(TERMS, "terms"), DOCUMENTS, folder)
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.invalid")
    git(folder, "checkout", "--quiet", "proposal/terms")
    git(folder, *identity, "commit", "--quiet", "--allow-empty", "-m", "A remark")
    git(folder, "checkout", "--quiet", "main")
    tip = git(folder, "rev-parse", "proposal/terms")
    with pytest.raises(SourceError, match="has commits of others on top"):
        branch_of(proposed(TERMS, "terms"), DOCUMENTS, folder)
    assert git(folder, "rev-parse", "proposal/terms") == tip


def test_a_branch_that_is_checked_out_is_left_alone(history: Path) -> None:
    branch_of(proposed(TERMS, "terms"), DOCUMENTS, history)
    git(history, "checkout", "--quiet", "proposal/terms")
    try:
        with pytest.raises(SourceError, match="is checked out; `git switch main` first"):
            branch_of(proposed(TERMS, "terms"), DOCUMENTS, history)
    finally:
        git(history, "checkout", "--quiet", "main")


def test_branches_that_git_can_merge(history: Path) -> None:
    """Proposals about different articles merge; those about one article do not."""
    branch_of(proposed(TERMS, "terms"), DOCUMENTS, history)
    branch_of(proposed(PLAY, "play"), DOCUMENTS, history)
    branch_of(proposed(HEALTHY, "healthy"), DOCUMENTS, history)
    assert merge_conflicts(history, "terms", "play") == ()
    assert "kz/2002/345/en/art_31.md" in (merge_conflicts(history, "terms", "healthy") or ())
    assert merge_conflicts(history, "terms", "never-built") is None


def test_what_git_cannot_merge_is_told_by_provision(lawdiff: Lawdiff, tmp_path: Path, history: Path) -> None:
    second = "in paragraph 2 of Article 31 the words “creative and” shall be excluded;"
    kept(tmp_path, HEALTHY, "first")
    kept(tmp_path, second, "second")
    branch_of(proposed(HEALTHY, "first"), DOCUMENTS, history)
    branch_of(proposed(second, "second"), DOCUMENTS, history)
    ran = lawdiff("propose", "check", "first", "--proposals", str(tmp_path), "--repo", str(history), "--json")
    told = [each["message"] for each in json.loads(ran.out)["findings"] if each["code"] == "merge-by-hand"]
    assert told == [
        "git cannot merge the branches of both proposals in Article 31: this one changes Article 31(1), "
        "second changes Article 31(2); merge them by hand"
    ]
    assert ran.code == 1  # the proposal on the terms for children with disabilities changes Article 31(1) too


def test_the_command(lawdiff: Lawdiff, tmp_path: Path, history: Path) -> None:
    kept(tmp_path / "proposals", TERMS, "terms")
    arguments = ("--proposals", str(tmp_path / "proposals"), "--repo", str(history))
    ran = lawdiff("propose", "build", "terms", str(tmp_path / "bill"), *arguments, "--json")
    found = json.loads(ran.out)
    assert ran.code == 0
    assert found["git"]["branch"] == "proposal/terms"
    assert found["files"] == sorted(path.name for path in (tmp_path / "bill").glob("[a-z]*"))
    assert len(found["files"]) == 15
    names = git(history, "ls-tree", "-r", "--name-only", "proposal/terms", "proposals/").split()
    assert names == [f"proposals/terms/{name}" for name in found["files"]]
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    ran = lawdiff("propose", "build", "terms", str(tmp_path / "full"), *arguments)
    assert ran.code == 2
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]
