"""How long an answer takes when the history is there, against the smallest click program."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import by_turns, ratio
from bench.scripts import Scripts

QUESTION = ("asof", "2012-01-01", "art", "7")


def startup(rounds: int) -> None:
    """`lawdiff asof` and `lawdiff --help`."""
    with TemporaryDirectory(prefix="lawdiff-bench-") as folder:
        scripts = Scripts.written(Path(folder))
        repository = Path(folder) / "history.git"
        scripts.lawdiff(*QUESTION, repository=repository)  # the build, and every module compiled
        scripts.hello()
        asof, helped, hello = by_turns(
            rounds,
            lambda: scripts.lawdiff(*QUESTION, repository=repository),
            lambda: scripts.lawdiff("--help", repository=repository),
            scripts.hello,
        )
    ratio("asof 2012-01-01 art 7, by hello-world", asof, hello, "at most 1.5").show()
    ratio("--help, by hello-world", helped, hello, "at most 1.2").show()
