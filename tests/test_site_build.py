"""Building a site for good: killed in the middle, refused where it cannot go, and from an installed wheel."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from conftest import Ran
from history_corpus import BEES, small_corpus, write_act
from whole_site import site_law

from lawdiff.law.errors import LawdiffError, SourceError
from lawdiff.site.law_files import Opener
from lawdiff.site.site_folder import MANIFEST
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.write import site_files, write_opened
from lawdiff.sources.corpus import corpus_root
from lawdiff.store.workers import as_made, in_turn

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "import sys; from lawdiff.cli.main import main; main(sys.argv[1:])"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def command(corpus: Path, out: Path, repo: Path) -> list[str]:
    options = ["--corpus", str(corpus), "--repo", str(repo)]
    return [sys.executable, "-c", PROGRAM, "site", str(out), *options]


@pytest.mark.slow
def test_a_build_killed_in_the_middle_leaves_the_old_site(tmp_path: Path) -> None:
    """Killed when a part of the new site is written, whichever; the next build brings it to its end."""
    out, repo, corpus = tmp_path / "site" / "out", tmp_path / "repo", tmp_path / "corpus"
    small = small_corpus(tmp_path / "small")
    subprocess.run(command(small, out, tmp_path / "repo-small"), check=True, capture_output=True)
    old = contents(out)
    shutil.copytree(corpus_root(), corpus)
    whole = tmp_path / "whole" / "out"
    subprocess.run(command(corpus, whole, repo), check=True, capture_output=True)
    for files in (200, 1):
        with subprocess.Popen(command(corpus, out, repo), stdout=subprocess.DEVNULL) as process:
            wait_for(out.parent / ".out.new", files)
            process.send_signal(signal.SIGKILL)
            assert process.wait() == -signal.SIGKILL
        assert (out.parent / ".out.new").exists()
        assert contents(out) == old
    subprocess.run(command(corpus, out, repo), check=True, capture_output=True)
    assert contents(out) == contents(whole)
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def wait_for(folder: Path, files: int) -> None:
    """Until the folder holds so many files, which come and go while it is looked at."""
    until = time.monotonic() + 60
    while sum(len(names) for _, _, names in os.walk(folder)) < files:
        assert time.monotonic() < until
        time.sleep(0.005)


@pytest.mark.slow
def test_an_installed_wheel_writes_the_same_site(tmp_path: Path) -> None:
    """Templates, stylesheet, scripts and corpus are inside."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", tmp_path, ROOT], check=True)
    (wheel,) = tmp_path.glob("lawdiff-*.whl")
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    installed = tmp_path / "venv" / "bin" / "python"
    subprocess.run([str(installed), *pip[1:], "install", str(wheel)], check=True)
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONPATH", "LAWDIFF_CORPUS", "LAWDIFF_REPO")
    }
    for python, name in ((installed, "wheel"), (Path(sys.executable), "clone")):
        options = ["site", str(tmp_path / name), "--repo", str(tmp_path / f"{name}.git")]
        run = [str(python), "-c", PROGRAM, *options]
        subprocess.run(run, check=True, capture_output=True, env=environment, cwd=tmp_path)
    assert contents(tmp_path / "wheel") == contents(tmp_path / "clone")


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("corpus", "holds the corpus or lies in it"),
        ("corpus/kz/2001/10/site", "holds the corpus or lies in it"),
        (".", "holds the corpus or lies in it"),
        ("/", "holds the corpus or lies in it"),
        ("link", "holds the corpus or lies in it"),
        ("file", "is a file; name a folder"),
        ("file/site", "cannot be written to"),
        ("mine", "is not empty and holds no site of lawdiff"),
        ("broken", "is not empty and holds no site of lawdiff"),
    ],
)
def test_where_no_site_can_go_is_said_in_one_sentence(
    lawdiff: Callable[..., Ran], tmp_path: Path, place: str, says: str
) -> None:
    corpus = small_corpus(tmp_path / "corpus")
    (tmp_path / "link").symlink_to(corpus)
    (tmp_path / "file").write_text("mine")
    for name, file in (("mine", "thesis.txt"), ("broken", MANIFEST)):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text("{ half of")
    before = contents(tmp_path)
    told = lawdiff(
        "site", str(tmp_path / place), "--corpus", str(corpus), "--repo", str(tmp_path / "../repo")
    )
    assert (told.code, told.out) == (2, "")
    assert says in told.err
    assert told.err.count("\n") == 1
    assert contents(tmp_path) == before


def test_no_progress_is_drawn_where_nobody_looks(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path / "corpus")
    told = lawdiff("site", str(tmp_path / "out"), "--corpus", str(corpus), "--repo", str(tmp_path / "repo"))
    assert (told.code, told.err) == (0, "")


def test_a_terminal_sees_the_progress(tmp_path: Path) -> None:
    """Behind a real terminal; the bar is wiped away at the end."""
    import pty

    corpus = small_corpus(tmp_path / "corpus")
    ours, theirs = pty.openpty()
    run = command(corpus, tmp_path / "out", tmp_path / "repo")
    subprocess.run(run, stderr=theirs, stdout=subprocess.DEVNULL, check=True)
    os.close(theirs)
    seen = os.read(ours, 1_000_000).decode()
    os.close(ours)
    assert "Writing the site [" in seen
    assert seen.endswith("\r\x1b[K")


# Several laws, shared by several processes


@pytest.fixture
def laws(tmp_path: Path) -> list[SiteLaw]:
    corpus = tmp_path / "corpus"
    acts = [f"kz/2001/{number}" for number in range(10, 15)]
    for act in acts:
        write_act(corpus, act, BEES.replace("Hives are", f"Hives of {act} are"))
    return [site_law(corpus, act) for act in acts]


def made(law: SiteLaw) -> Iterator[tuple[str, bytes]]:
    yield from site_files([law])


def test_processes_hand_over_in_the_order_of_the_laws(laws: list[SiteLaw]) -> None:
    alone = [each for law in laws for each in made(law)]
    for workers in (1, 2, 3):
        assert list(in_turn([partial(made, law) for law in laws], workers)) == alone


def test_the_site_is_the_same_by_one_process_and_by_several(laws: list[SiteLaw], tmp_path: Path) -> None:
    write_opened(tmp_path / "out", tmp_path / "corpus", [partial(itself, law) for law in laws])
    written = {name: content for name, content in contents(tmp_path / "out").items() if name != MANIFEST}
    assert written == dict(site_files(laws))


def itself(law: SiteLaw) -> SiteLaw:
    return law


def test_what_is_wrong_with_a_law_is_said(laws: list[SiteLaw], tmp_path: Path) -> None:
    def broken() -> SiteLaw:
        raise SourceError("en.txt:3: not UTF-8.")

    openers: list[Opener] = [partial(itself, laws[0]), broken, partial(itself, laws[1])]
    with pytest.raises(SourceError, match=r"en\.txt:3: not UTF-8"):
        write_opened(tmp_path / "out", tmp_path / "corpus", openers)
    assert not (tmp_path / "out").exists()


def test_a_process_that_the_system_ends_is_said() -> None:
    def ended() -> Iterator[int]:
        os.kill(os.getpid(), signal.SIGKILL)
        yield 1

    for shared in (in_turn, as_made):
        with pytest.raises(LawdiffError, match=r"was ended by the system"):
            list(shared([ended, ended], 2))


def test_no_process_waits_for_its_turn() -> None:
    """The second job tells the first one to go on: were it held back by its full pipe, neither would end."""
    reading, writing = os.pipe()

    def first() -> Iterator[bytes]:
        assert os.read(reading, 1) == b"."
        yield b"first"

    def second() -> Iterator[bytes]:
        for _ in range(8):
            yield b"x" * 1_000_000  # more than any pipe holds
        os.write(writing, b".")
        yield b"second"

    found = list(as_made([first, second], 2))
    os.close(reading)
    os.close(writing)
    assert [content for number, content in found if number == 0] == [b"first"]
    assert [content[:6] for number, content in found if number == 1] == [*[b"x" * 6] * 8, b"second"]


def test_who_is_done_takes_the_next_job() -> None:
    """The first job ends after all others: were the third kept for the process that does the first, neither
    would end."""
    reading, writing = os.pipe()

    def first() -> Iterator[str]:
        assert os.read(reading, 1) == b"."
        yield "first"

    def second() -> Iterator[str]:
        yield "second"

    def third() -> Iterator[str]:
        os.write(writing, b".")
        yield "third"

    assert sorted(as_made([first, second, third], 2)) == [(0, "first"), (1, "second"), (2, "third")]
    os.close(reading)
    os.close(writing)


def test_more_jobs_than_shares() -> None:
    """Each is done once, by whichever process."""
    jobs = [partial(repeated, number, 1) for number in range(2500)]
    assert sorted(as_made(jobs, 3)) == [(number, number) for number in range(2500)]


@pytest.mark.parametrize("workers", [1, 2, 3, 9])
def test_what_is_made_comes_with_the_number_of_its_job(workers: int) -> None:
    jobs = [partial(repeated, number, number % 4) for number in range(7)]
    found = sorted(as_made(jobs, workers))
    assert found == [(number, number) for number in range(7) for _ in range(number % 4)]


def repeated(number: int, times: int) -> Iterator[int]:
    yield from [number] * times
