"""The lock of a build: one lawdiff at a time writes to a repository, and a killed one leaves no lock."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from lawdiff.law.errors import LawdiffError


class BuildRunningError(LawdiffError):
    """Another lawdiff is writing the history; when it is done one can go on."""


@contextmanager
def build_lock(folder: Path) -> Iterator[None]:
    """Hold the lock in that folder, which is made. BuildRunningError names the process that has it.

    The operating system gives it back when the process ends, however it ends.
    """
    with _locked(folder) as file:
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


@contextmanager
def _locked(folder: Path) -> Iterator[IO[str]]:
    """The lock file, held. A build that failed may take the folder away again between any two steps here."""
    path = folder / "build.lock"
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            file = path.open("a+")
        except FileNotFoundError:
            continue
        with file:
            _hold(file, folder)
            if path.exists() and os.path.samestat(path.stat(), os.fstat(file.fileno())):
                yield file
                return


def _hold(file: IO[str], folder: Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        holder = file.read().strip() or "unknown"
        raise BuildRunningError(
            f"another lawdiff (process {holder}) is building in {folder.parent}; "
            "wait until it is done and try again"
        ) from None
