"""What many laws cost: made-up corpora, built and checked, against a bare import of the same stream."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.measure import CORPUS, Figure, by_turns, job, ratio, run
from bench.prose import Prose
from bench.synthetic import write_corpus

SIZES = (100, 200, 400)
_LOG_ROUNDS = 15


@dataclass(slots=True)
class _Size:
    """One corpus: its folder, and what was measured with it."""

    laws: int
    folder: Path
    built: list[dict[str, Any]] = field(default_factory=list)
    bare: list[dict[str, Any]] = field(default_factory=list)

    @property
    def corpus(self) -> Path:
        return self.folder / "corpus"

    @property
    def repository(self) -> Path:
        """The last history built; the one before goes first."""
        return self.folder / "history.git"

    def prepare(self, prose: Prose) -> None:
        """Write the corpus, and keep the stream that its history is."""
        self.folder.mkdir()
        write_corpus(self.corpus, self.laws, prose)
        job("stream", f"{self.corpus}", f"{self.folder / 'stream'}")

    def measure(self) -> None:
        """Build once, and import once."""
        shutil.rmtree(self.repository, ignore_errors=True)
        self.built.append(job("build", f"{self.corpus}", f"{self.repository}"))
        imported = self.folder / "bare.git"
        self.bare.append(job("bare", f"{self.folder / 'stream'}", f"{imported}"))
        shutil.rmtree(imported)


def bulk(rounds: int, laws: Sequence[int] = SIZES) -> None:
    """Corpora of so many laws each, the smallest first."""
    prose = Prose(CORPUS / "kz/2002/345/en.txt")
    with TemporaryDirectory(prefix="lawdiff-bench-") as folder:
        sizes = [_Size(count, Path(folder) / f"{count}") for count in sorted(laws)]
        for size in sizes:
            size.prepare(prose)
        for _ in range(rounds):
            for size in sizes:
                size.measure()
        for size in sizes:
            _show(size)
        for one, twice in pairwise(sizes):
            name = f"{twice.laws} laws, by {one.laws} laws"
            ratio(name, _all(twice.built, "seconds"), _all(one.built, "seconds"), "at most 2.2").show()
        _show_log(sizes[-1])


def _show(size: _Size) -> None:
    last = size.built[-1]
    for key, what, target in (("seconds", "built", "at most 4"), ("cpu", "built, processor time", "")):
        name = f"{size.laws} laws {what}, by a bare import"
        ratio(name, _all(size.built, key), _all(size.bare, key), target).show()
    worker, commits, files = (last[key] for key in ("worker_peak", "commits", "versions"))
    detail = f"largest worker {worker:.0f} MB; {commits} commits, {files} files"
    peak = statistics.median(_all(size.built, "peak"))
    Figure(f"{size.laws} laws, peak of the process", f"{peak:.0f} MB", "not growing", detail).show()


def _all(jobs: Sequence[dict[str, Any]], key: str) -> list[float]:
    return [float(each[key]) for each in jobs]


def _show_log(size: _Size) -> None:
    """`git log` of one article of a law in the middle, beside a git that does nothing."""
    folder = sorted(path.parent for path in size.corpus.glob("*/*/*/act.toml"))[size.laws // 2]
    article = f"{folder.relative_to(size.corpus)}/en/art_7.md"
    command = ["git", f"--git-dir={size.repository}", "log", "--format=%s", "main", "--", article]
    log, nothing = by_turns(_LOG_ROUNDS, lambda: run(command, {}), lambda: run(["git", "--version"], {}))
    ratio(f"git log of an article of {size.laws} laws, by git --version", log, nothing, "").show()
    taken = statistics.median(log) * 1000
    Figure("the same in milliseconds", f"{taken:.0f} ms", "under 100 ms").show()
