"""What first use costs: the history of the law that comes with lawdiff, built, checked and asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import CORPUS, by_turns, job, ratio
from bench.scripts import Scripts
from bench.startup import QUESTION


def first(rounds: int) -> None:
    """First use against hello-world, and the build against git's own part of it and the reading."""
    with TemporaryDirectory(prefix="lawdiff-bench-") as name:
        folder = Path(name)
        scripts = Scripts.written(folder)
        fresh = _fresh(folder)
        scripts.lawdiff("--help", repository=next(fresh))
        scripts.hello()
        used, hello = by_turns(
            rounds, lambda: scripts.lawdiff(*QUESTION, repository=next(fresh)), scripts.hello
        )
        stream = f"{folder / 'stream'}"
        job("stream", f"{CORPUS}", stream)
        built, bare = by_turns(
            rounds,
            lambda: float(job("build", f"{CORPUS}", f"{next(fresh)}")["seconds"]),
            lambda: float(job("bare", stream, f"{next(fresh)}", f"{CORPUS}")["seconds"]),
        )
    ratio("first use with its answer, by hello-world", used, hello, "under 20").show()
    ratio("its build, by git init, import and reading", built, bare, "at most 3").show()


def _fresh(folder: Path) -> Iterator[Path]:
    return (folder / f"{number}.git" for number in count())
