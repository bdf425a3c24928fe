"""Measuring by turns: what is compared runs A B A B, and the medians make the ratio."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report: what was measured, against what, and what was hoped for."""

    name: str
    value: str
    target: str
    detail: str = ""

    def show(self) -> None:
        """Print it at once: a long run is watched."""
        target = f"target {self.target}" if self.target else ""
        print(f"  {self.name:<52} {self.value:>8}   {target:<19} {self.detail}".rstrip(), flush=True)


def ratio(name: str, times: Sequence[float], against: Sequence[float], target: str) -> Figure:
    """The median of some times by the median of others, with both of them behind."""
    one, other = statistics.median(times), statistics.median(against)
    return Figure(name, f"{one / other:.2f} x", target, f"{_seconds(one)} by {_seconds(other)}")


def _seconds(time: float) -> str:
    return f"{time * 1000:.0f} ms" if time < 1 else f"{time:.2f} s"


def by_turns(rounds: int, *measures: Callable[[], float]) -> list[list[float]]:
    """The times of each measure, taken by turns so that a busy machine is busy for all of them."""
    times: list[list[float]] = [[] for _ in measures]
    for _ in range(rounds):
        for measure, taken in zip(measures, times, strict=True):
            taken.append(measure())
    return times


def run(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """The seconds that a command takes, from its start to its end; it must succeed."""
    start = time.perf_counter()
    subprocess.run(
        command, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    return time.perf_counter() - start


def job(name: str, *arguments: str) -> dict[str, Any]:
    """What a job of bench/jobs.py reports, run in a fresh process."""
    command = [sys.executable, "-m", "bench.jobs", name, *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found
