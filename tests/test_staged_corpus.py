"""Changes of a corpus go in together or not at all, whatever stops them."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import ACT, Ran

from lawdiff.law.errors import SourceError
from lawdiff.sources.corpus import corpus_root
from lawdiff.store.staged_corpus import staged_corpus

Lawdiff = Callable[..., Ran]
TEXT = corpus_root() / ACT / "en.txt"


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_commit_that_fails_halfway_is_undone(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    (root / "kz/2005/50").mkdir(parents=True)
    (root / "kz/2005/50/laws.toml").write_text("# mine\n", "utf-8")
    with staged_corpus(root) as corpus:
        corpus.put("kz/2005/50", {"laws.toml": b"# other\n", "en.txt": b"Bread.\n"})
        corpus.put("kz/2006/60", {"en.txt": b"Ovens.\n", "act.toml": b"# new\n"})
        (root / "kz/2006").mkdir()
        (root / "kz/2006/60").write_text("a file in the way", "utf-8")
        with pytest.raises(OSError, match="Not a directory"):
            corpus.commit()
    assert files(root) == {"kz/2005/50/laws.toml": b"# mine\n", "kz/2006/60": b"a file in the way"}


def test_what_is_not_committed_leaves_nothing(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    with staged_corpus(root) as corpus:
        corpus.put("kz/2005/50", {"en.txt": b"Bread.\n"})
        assert (corpus.folder("kz/2005/50") / "en.txt").read_bytes() == b"Bread.\n"
    assert list(tmp_path.iterdir()) == []


def test_two_imports_at_once(tmp_path: Path) -> None:
    with (
        staged_corpus(tmp_path),
        pytest.raises(SourceError, match="another lawdiff is importing"),
        staged_corpus(tmp_path),
    ):
        pass


def test_what_a_killed_import_left_goes(lawdiff: Lawdiff, tmp_path: Path) -> None:
    left = tmp_path / ".lawdiff-import-killed" / ACT
    left.mkdir(parents=True)
    (left / "en.txt").write_text("half", "utf-8")
    assert lawdiff("import", str(TEXT), "--corpus", str(tmp_path)).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kz"]


def everything(terminal: int) -> bytes:
    """What is written to a terminal until nobody has it open."""
    said = b""
    with suppress(OSError):  # Linux says EIO at the end
        while more := os.read(terminal, 65536):
            said += more
    return said


@pytest.mark.parametrize(("answer", "code", "is_written"), [("y", 0, True), ("n", 1, False), ("", 0, True)])
def test_on_a_terminal_it_asks(tmp_path: Path, answer: str, code: int, is_written: bool) -> None:
    mine, theirs = pty.openpty()
    command = [sys.executable, "-m", "lawdiff", "import", str(TEXT), "--corpus", str(tmp_path / "corpus")]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=tmp_path, env=environment
    ) as running:
        os.close(theirs)
        os.write(mine, answer.encode() + b"\n")
        said = everything(mine)
        assert running.wait() == code
    os.close(mine)
    assert b"Write this into" in said
    assert (tmp_path / "corpus").exists() is is_written


def test_nobody_reads_the_report(tmp_path: Path) -> None:
    """`lawdiff import law.txt | head -n 1`: the law is in the corpus all the same."""
    command = f"{sys.executable} -m lawdiff import {TEXT} --corpus {tmp_path}/corpus | head -n 1"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    ran = subprocess.run(["sh", "-c", command], env=environment, capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == (f"{TEXT}\n", "")
    assert (tmp_path / "corpus" / ACT / "act.toml").is_file()
