"""Git, run as a program that sees nothing of the user's settings: the same commands do the same anywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from lawdiff.law.errors import LawdiffError
from lawdiff.store.repository_error import RepositoryError

_SETTINGS = (
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "core.autocrlf=false",
    "core.fsmonitor=false",
    "core.logAllRefUpdates=false",
    "fastimport.unpackLimit=1",
    "gc.auto=0",
    "advice.detachedHead=false",
)


def run_git(
    git_dir: Path | None,
    *arguments: str,
    given: bytes = b"",
    allowed: tuple[int, ...] = (0,),
    work_tree: Path | None = None,
    index: Path | None = None,
) -> bytes:
    """What git prints. RepositoryError with git's own words where it fails; what that means for the history,
    and what helps, is the caller's to say.

    `allowed` are the exit codes that are no failure. `work_tree` and `index` take the place of the
    repository's own.
    """
    variables = _environment() | ({"GIT_INDEX_FILE": f"{index}"} if index else {})
    command = _command(git_dir, arguments, work_tree)
    done = subprocess.run(command, input=given, capture_output=True, env=variables, check=False)
    if done.returncode not in allowed:
        raise _failure(arguments[0], git_dir, done.stderr)
    return done.stdout


@contextmanager
def git_reading(git_dir: Path, *arguments: str) -> Iterator[IO[bytes]]:
    """A running git that reads what is written to it. RepositoryError where it fails.

    When the writer fails, git is ended.
    """
    command = _command(git_dir, arguments, None)
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=_environment(),
        bufsize=1 << 18,
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        try:
            yield running.stdin
            running.stdin.close()
        except BrokenPipeError:
            pass  # git ended first: its own words say why
        except BaseException:
            running.kill()
            raise
        finally:
            with suppress(BrokenPipeError):
                running.stdin.close()
        words = running.stderr.read()
        if running.wait():
            raise _failure(arguments[0], git_dir, words)


def _command(git_dir: Path | None, arguments: tuple[str, ...], work_tree: Path | None) -> list[str]:
    program = shutil.which("git")
    if program is None:
        raise LawdiffError("git was not found; install git (https://git-scm.com) and try again")
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    where = [] if git_dir is None else [f"--git-dir={git_dir}"]
    where += [] if work_tree is None else [f"--work-tree={work_tree}"]
    return [program, *settings, *where, *arguments]


def _environment() -> dict[str, str]:
    return {
        "PATH": os.defpath,
        "LC_ALL": "C",
        "TZ": "UTC",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
    }


def _failure(name: str, git_dir: Path | None, words: bytes) -> RepositoryError:
    lines = [line for line in words.decode("utf-8", "replace").splitlines() if line.strip()]
    told = next(
        (line for line in lines if line.startswith(("fatal:", "error:"))), lines[-1] if lines else "no reason"
    )
    where = f" in {git_dir}" if git_dir else ""
    return RepositoryError(f"git {name} failed{where}: {told.partition(': ')[2] or told}")
