"""A full disk, a folder that cannot be written, another lawdiff at work: nothing is lost, answers come."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Ran
from history_corpus import BEES, small_corpus, write_act

from lawdiff.law.errors import SourceError
from lawdiff.sources.corpus import corpus_root
from lawdiff.store import freshness
from lawdiff.store.archive import Archive
from lawdiff.store.build_lock import BuildRunningError, build_lock
from lawdiff.store.build_state import BuildState, read_state, write_state
from lawdiff.store.repository import build
from lawdiff.store.repository_error import RepositoryError
from lawdiff.store.repository_folder import refs_under

Lawdiff = Callable[..., Ran]
ROOT = Path(__file__).parent.parent


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Path]:
    """A small corpus, and its history with a work tree."""
    corpus = small_corpus(tmp_path / "corpus")
    build(tmp_path / "history", corpus)
    return corpus, tmp_path / "history"


def status(directory: Path) -> str:
    done = subprocess.run(
        ["git", "-C", directory, "status", "--porcelain"], capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """A small disk of so many kilobytes; it can be made larger."""
    place = tmp_path / "disk"
    place.mkdir()

    def of_size(kilobytes: int) -> Path:
        again = ["-o", "remount"] if place.is_mount() else []
        command = ["mount", "-t", "tmpfs", *again, "-o", f"size={kilobytes}k", "tmpfs", f"{place}"]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("only root can make a small disk")
        return place

    yield of_size
    if place.is_mount():
        subprocess.run(["umount", f"{place}"], check=True)


@pytest.mark.parametrize("room", [40, 200, 300, 360, 400, 440, 480])
def test_a_full_disk_leaves_nothing(disk: Callable[[int], Path], room: int) -> None:
    history = disk(room) / "history"
    with pytest.raises(RepositoryError, match=r"no history was changed|cannot be written") as problem:
        build(history, corpus_root())
    assert "make room" in f"{problem.value}"
    assert not history.exists()
    disk(8000)
    build(history, corpus_root())
    assert status(history) == ""


@pytest.mark.parametrize("more", [0, 8, 16, 40, 60, 80, 120])
def test_a_full_disk_leaves_the_old_history(disk: Callable[[int], Path], tmp_path: Path, more: int) -> None:
    corpus = small_corpus(tmp_path / "corpus")
    history = disk(4000) / "history"
    build(history, corpus)
    before = refs_under(history / ".git", "refs/")
    old = {path: path.read_text("utf-8") for path in history.glob("kz/**/*.md")}
    write_act(corpus, "kz/2001/10", BEES.replace("marked", "painted").replace("77-II", "78-II"))
    room = os.statvfs(history)
    disk((room.f_blocks - room.f_bfree) * room.f_frsize // 1024 + more)
    try:
        build(history, corpus)
    except RepositoryError:
        if refs_under(history / ".git", "refs/") == before:
            assert {path: path.read_text("utf-8") for path in history.glob("kz/**/*.md")} == old
    disk(4000)
    build(history, corpus)
    assert status(history) == ""
    assert "painted" in (history / "kz/2001/10/en/art_1.md").read_text("utf-8")


def test_a_broken_corpus_leaves_no_folder(tmp_path: Path) -> None:
    write_act(tmp_path / "corpus", "kz/2001/11", "no law at all\n")
    for directory in (tmp_path / "history", tmp_path / "deep/er/history"):
        for bare in (False, True):
            with pytest.raises(SourceError, match="no article"):
                build(directory, tmp_path / "corpus", bare=bare)
            assert [path.name for path in tmp_path.iterdir()] == ["corpus"]


def test_a_failed_build_leaves_no_reports(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    write_act(corpus, "kz/2001/11", "no law at all\n")
    with pytest.raises(SourceError, match="no article"):
        build(directory, corpus)
    assert list((directory / ".git").glob("fast_import_crash_*")) == []
    assert list((directory / ".git/objects/pack").glob("tmp_*")) == []


def test_files_of_an_interrupted_build_are_not_the_users(small: tuple[Path, Path]) -> None:
    """The build was stopped between refs and files, and the corpus has changed again since."""
    corpus, directory = small
    state = read_state(directory / ".git/lawdiff") or BuildState()
    old = (directory / "kz/2001/10/en/art_1.md").read_bytes()
    write_act(corpus, "kz/2001/10", BEES.replace("marked", "painted").replace("Honey", "Mead"))
    build(directory, corpus)
    write_state(directory / ".git/lawdiff", state)
    (directory / "kz/2001/10/en/art_1.md").write_bytes(old)
    write_act(corpus, "kz/2001/10", BEES.replace("marked", "burnt").replace("Honey", "Wine"))
    build(directory, corpus)
    assert "burnt" in (directory / "kz/2001/10/en/art_1.md").read_text("utf-8")
    assert status(directory) == ""


def test_an_interrupted_first_build_is_taken_up(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    write_state(directory / ".git/lawdiff", BuildState())
    (directory / "kz/2001/10/en/art_1.md").unlink()
    build(directory, corpus)
    assert status(directory) == ""


def test_a_damaged_repository_says_what_helps(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    for pack in (directory / ".git/objects/pack").glob("*.pack"):
        pack.chmod(0o600)
        pack.write_bytes(b"PACK" + bytes(200))
    write_act(corpus, "kz/2001/10", BEES.replace("marked", "painted"))
    with pytest.raises(RepositoryError, match=f"delete {directory}, or name another folder"):
        build(directory, corpus)


def test_a_note_that_cannot_be_written_fails_no_answer(tmp_path: Path, lawdiff: Lawdiff) -> None:
    """Contents unchanged, times changed, and no place for the new times."""
    corpus = small_corpus(tmp_path / "corpus")
    asked = ("asof", "2012-01-01", "--corpus", f"{corpus}", "--repo", f"{tmp_path / 'history.git'}")
    assert lawdiff(*asked).code == 0
    os.utime(corpus / "kz/2001/10/en.txt", (1, 1))
    kept = tmp_path / "history.git/lawdiff"
    (kept / "made_from.json.partial").mkdir()
    ran = lawdiff(*asked)
    assert (ran.code, ran.err) == (0, "")
    assert freshness.kept_identity(kept, corpus) is not None


def test_a_place_that_cannot_be_written_still_answers(tmp_path: Path, lawdiff: Lawdiff) -> None:
    corpus = small_corpus(tmp_path / "corpus")
    asked = ("asof", "2012-01-01", "--corpus", f"{corpus}", "--repo")
    ran = lawdiff(*asked, "/proc/history.git")
    assert (ran.code, ran.out) == (0, lawdiff(*asked, f"{tmp_path / 'history.git'}").out)
    assert ran.err.startswith("lawdiff: /proc/history.git: cannot be written")
    assert "LAWDIFF_REPO" in ran.err
    assert ran.err.count("\n") == 1


def test_an_answer_waits_for_a_history_that_is_being_built(tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path / "corpus")
    archive = Archive(corpus, tmp_path / "history.git")
    began = threading.Event()

    def hold() -> None:
        with build_lock(archive.repository / "lawdiff"):
            began.set()
            time.sleep(0.5)

    holder = threading.Thread(target=hold)
    holder.start()
    began.wait()
    with pytest.raises(BuildRunningError, match="is building in"):
        archive.refresh(patience=0)
    archive.refresh()
    holder.join()
    assert archive.is_current()


def test_several_first_questions_at_once(tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path / "corpus")
    command = [sys.executable, "-m", "lawdiff", "asof", "2012-01-01", "--corpus", f"{corpus}"]
    command += ["--repo", f"{tmp_path / 'history.git'}"]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}"}
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    told = [each.communicate() for each in running]
    assert [each.returncode for each in running] == [0] * 4
    assert {err for _, err in told} == {b""}
    assert len({out for out, _ in told}) == 1


def test_an_answer_that_nobody_takes(kept: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}", "LAWDIFF_REPO": f"{kept}"}
    with Path("/dev/full").open("wb") as full:
        for command in (("asof", "2012-01-01", "art 7"), ("asof", "2012-01-01", "--json"), ("--help",)):
            ran = subprocess.run(
                [sys.executable, "-m", "lawdiff", *command],
                env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            )  # fmt: skip
            assert ran.returncode == 3
            assert ran.stderr.startswith("lawdiff: the answer cannot be written (No space left on device)")
            assert ran.stderr.count("\n") == 1
