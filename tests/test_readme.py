"""The README's tour is real: each command is run as written and prints what the README shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def shown() -> list[tuple[str, str]]:
    """The commands of the README's console blocks with the output shown below each."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def test_every_command_prints_what_is_shown(tmp_path: Path) -> None:
    """In one folder and in order: the tour's commands build on one another."""
    different = []
    for command, output in shown():
        if command.startswith("make "):
            target = command.split()[1]
            assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
            continue
        done = run(command, tmp_path)
        if done.stderr or not _matches(output, done.stdout):
            different.append(f"$ {command}\n{done.stdout}{done.stderr}")
    assert different == []


def run(command: str, place: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LAWDIFF_REPO": str(place / "kept"),
        "PAGER": "cat",
        "GIT_PAGER": "cat",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
    }
    return subprocess.run(
        ["sh", "-c", command], cwd=place, env=environment, capture_output=True, text=True, check=False
    )


def _matches(pattern: str, output: str) -> bool:
    """Whether the output is what is shown; a line of `...` stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", pattern, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*?".join(parts), output) is not None


def test_the_tour_shows_something() -> None:
    assert len([command for command, _ in shown() if command.startswith("lawdiff ")]) >= 8
