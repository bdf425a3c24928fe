"""lawdiff as a process: exit codes, closed pipes, locales, colour and pager in a real terminal."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest


def process(*arguments: str, repo: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lawdiff", *arguments],
        env={
            **os.environ,
            "LAWDIFF_REPO": str(repo),
            "PYTHONPATH": str(Path(__file__).parent.parent),
            **environment,
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("asof", "2012-01-01", "art 7"), 0),
        (("asof", "2001-01-01", "art 7"), 1),
        (("asof", "yesterday"), 2),
        (("show", "--output=x"), 2),
        (("asof", "2012-01-01", "art 37 para 2", "--strict"), 4),
    ],
)
def test_exit_codes_of_the_process(kept: Path, arguments: tuple[str, ...], code: int) -> None:
    ran = process(*arguments, repo=kept)
    assert ran.returncode == code
    assert "Traceback" not in ran.stderr
    assert bool(ran.stdout) == (code in (0, 1))


def test_a_closed_pipe_is_no_error(kept: Path) -> None:
    command = f"{sys.executable} -m lawdiff asof 2012-01-01 | head -1"
    environment = {**os.environ, "LAWDIFF_REPO": str(kept), "PYTHONPATH": str(Path(__file__).parent.parent)}
    ran = subprocess.run(
        ["sh", "-c", command], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ran.stdout.count("\n") == 1
    assert ran.stderr == ""


def in_a_terminal(kept: Path, *arguments: str, **environment: str) -> str:
    """What a person sees who runs the command in a terminal of 80 by 24."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    changed = {"LAWDIFF_REPO": str(kept), "PYTHONPATH": str(Path(__file__).parent.parent), "TERM": "xterm"}
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "PAGER")}
    ran = subprocess.Popen(
        [sys.executable, "-m", "lawdiff", *arguments],
        env={**plain, **changed, **environment},
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    seen = b""
    with contextlib.suppress(OSError):  # Linux ends a terminal with an error, not with an empty read
        while part := os.read(master, 65536):
            seen += part
    os.close(master)
    assert ran.wait() == 0
    return seen.decode("utf-8").replace("\r\n", "\n")


def test_colour_in_a_terminal_says_nothing_that_marks_do_not(kept: Path) -> None:
    asked = ("asof", "2012-01-01", "art 37 para 2")
    coloured = in_a_terminal(kept, *asked)
    assert "\x1b[" in coloured
    plain = in_a_terminal(kept, *asked, NO_COLOR="1")
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_a_pager_for_long_output_alone(kept: Path, tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho PAGED\ncat\n", "utf-8")
    pager.chmod(0o755)
    assert "PAGED" in in_a_terminal(kept, "asof", "2012-01-01", "art 7", PAGER=str(pager))
    assert "PAGED" not in in_a_terminal(kept, "asof", "2012-01-01", "art 5", PAGER=str(pager))
    assert "PAGED" not in in_a_terminal(kept, "asof", "2012-01-01", "art 7", "--json", PAGER=str(pager))


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_any_locale(kept: Path, locale: str) -> None:
    ran = process("asof", "2012-01-01", "art 7", repo=kept, LC_ALL=locale, LANG=locale)
    assert ran.returncode == 0
    assert "“On the Rights of the Child”" in ran.stdout
