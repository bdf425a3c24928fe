"""The lock of a build: one lawdiff at a time writes to a repository, and a killed one leaves no lock."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lawdiff.law.errors import LawdiffError


@contextmanager
def build_lock(folder: Path) -> Iterator[None]:
    """Hold the lock in that folder. LawdiffError names the process that has it.

    The operating system gives it back when the process ends, however it ends.
    """
    with (folder / "build.lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise LawdiffError(
                f"another lawdiff (process {holder}) is building in {folder.parent}; "
                "wait until it is done and try again"
            ) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
