"""Verifying names the first thing that differs, and finds nothing where nothing does."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from history_corpus import BEES, small_corpus, write_act

from lawdiff.law.errors import SourceError
from lawdiff.sources.corpus import corpus_root
from lawdiff.store.repository import build
from lawdiff.store.verify import verify


def git(directory: Path, *arguments: str, given: bytes = b"") -> str:
    done = subprocess.run(["git", "-C", directory, *arguments], input=given, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Path]:
    corpus = small_corpus(tmp_path / "corpus")
    build(tmp_path / "history", corpus, bare=True)
    return corpus, tmp_path / "history"


def rewritten(directory: Path, old: bytes, new: bytes) -> None:
    """Write the history again with other bytes in it: a forger's fast-export."""
    stream = subprocess.run(
        ["git", "-C", directory, "fast-export", "--all"], capture_output=True, check=True
    ).stdout
    assert old in stream
    assert len(old) == len(new)
    git(directory, "fast-import", "--force", "--quiet", given=stream.replace(old, new))


def test_a_fresh_history_is_verified(tmp_path: Path) -> None:
    build(tmp_path / "history", corpus_root())
    assert verify(tmp_path / "history", corpus_root()) == []


def test_a_missing_tag(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    git(directory, "tag", "--delete", "77-II")
    assert verify(directory, corpus) == ["tags/77-II is missing"]


def test_a_branch_that_was_cut_short(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    git(directory, "update-ref", "refs/heads/announced", "main")
    found = verify(directory, corpus)
    assert found[0].startswith("announced is ")
    assert found[1] == "announced has 3 commits, rebuilt it has 4"


def test_a_forged_text(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    rewritten(directory, b"Wax is sold.", b"Wax is gold.")
    found = verify(directory, corpus)
    assert found[0].startswith("main is ")
    assert "“Law No. 88-III of 6 June 2004” is the first commit that differs" in found[1]
    assert "the file kz/2001/10/en/art_2-1.md" in found[1]
    assert any("does not give en.txt again: line 22 differs" in each for each in found)


def test_a_forged_message(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    rewritten(directory, b"In-Force: 2003-07-01", b"In-Force: 2003-07-02")
    found = verify(directory, corpus)
    assert "“Law No. 77-II of 5 May 2003” is the first commit that differs: its message" in found[1]


def test_a_forged_author(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    rewritten(directory, b"author Parliament of", b"author parliament of")
    assert "is the first commit that differs: its author, committer, dates" in verify(directory, corpus)[1]


def test_a_corpus_that_changed_since(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    write_act(corpus, "kz/2001/10", BEES.replace("marked", "painted"))
    found = verify(directory, corpus)
    assert (
        "“Law No. 10 of 1 March 2001” is the first commit that differs: the file kz/2001/10/en/art_1.md"
        in found[1]
    )


def test_a_lost_object(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    pack = next((directory / "objects" / "pack").glob("*.pack"))
    content = bytearray(pack.read_bytes())
    content[len(content) // 2] ^= 0xFF
    pack.chmod(0o644)
    pack.write_bytes(bytes(content))
    assert any("fsck" in each or "cannot be read" in each for each in verify(directory, corpus))


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no git repository"):
        verify(tmp_path, corpus_root())
    with pytest.raises(SourceError, match="no git repository"):
        verify(tmp_path / "nowhere", corpus_root())


def test_what_the_user_has_set_for_git_does_not_matter(
    small: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, directory = small
    (tmp_path / ".gitconfig").write_text("[safe]\nbareRepository = explicit\n[log]\nshowSignature\n[\n")
    monkeypatch.setenv("HOME", f"{tmp_path}")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", "/nowhere")
    assert verify(directory, corpus) == []
    for path in directory.rglob("*"):
        if os.geteuid() == 0:
            os.chown(path, 65534, 65534)
    assert verify(directory, corpus) == []
