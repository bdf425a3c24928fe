"""The peak memory of the processes that share a build's work, where the system tells of it (Linux)."""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path
from types import TracebackType

_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


class WorkerPeaks:
    """While open, looks at the workers now and then; `highest` is the peak of the largest, in megabytes.

    Git is no worker: its memory is its own affair.
    """

    def __init__(self) -> None:
        self.highest = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> WorkerPeaks:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(0.2):
            self.highest = max([self.highest, *map(_peak, _children())])


def _children() -> list[str]:
    """The processes that this one has started. Its threads start none but the first."""
    process = os.getpid()
    try:
        return Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()
    except OSError:
        return []


def _peak(process: str) -> float:
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0.0
    found = _PEAK.search(status)
    return int(found[1]) / 1024 if found and "git" not in status.partition("\n")[0] else 0.0
