"""The machine and the versions that a figure belongs to."""

from __future__ import annotations

import os
import platform
import subprocess
import tomllib

from bench.measure import ROOT


def machine() -> str:
    """One line: cores, how busy they are, and the versions of everything that was measured."""
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.split()[2]
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    load = f"{os.getloadavg()[0]:.1f}"
    return (
        f"{os.cpu_count()} cores (load {load}), {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, git {git}, lawdiff {version}"
    )
