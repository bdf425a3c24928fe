"""The state of a build: which corpus the history was made from, and the refs that lawdiff wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType

NAME = "state.json"
FORMAT = 1  # of the commits: a history written in another form is made again


@dataclass(frozen=True, slots=True)
class BuildState:
    """What the last build left. `work_tree` is the commit that it checked out, "" for none."""

    fingerprint: str = ""
    refs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    work_tree: str = ""
    format: int = FORMAT


def read_state(folder: Path) -> BuildState | None:
    """The state in lawdiff's folder of a repository, None where there is none to be read."""
    try:
        found = json.loads((folder / NAME).read_text("utf-8"))
        return BuildState(found["fingerprint"], found["refs"], found["work_tree"], found["format"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_state(folder: Path, state: BuildState) -> None:
    """Put the state in its place, whole."""
    partial = folder / f"{NAME}.partial"
    partial.write_text(json.dumps(asdict(state), indent=1, sort_keys=True) + "\n", "utf-8")
    partial.replace(folder / NAME)
