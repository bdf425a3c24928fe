"""The state of a build: the refs that lawdiff wrote, and the commit whose files it put beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType

NAME = "state.json"


@dataclass(frozen=True, slots=True)
class BuildState:
    """What the last build left. `work_tree` is the commit whose files it put in place, "" for none.

    While a build moves the refs and the files, `refs` are those of both histories and `work_tree` is the
    old commit: a file may then be as in that commit or as in main.
    """

    refs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    work_tree: str = ""


def read_state(folder: Path) -> BuildState | None:
    """The state in lawdiff's folder of a repository, None where there is none to be read."""
    try:
        found = json.loads((folder / NAME).read_text("utf-8"))
        return BuildState(found["refs"], found["work_tree"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_state(folder: Path, state: BuildState) -> None:
    """Put the state in its place, whole."""
    partial = folder / f"{NAME}.partial"
    known = asdict(BuildState(dict(state.refs), state.work_tree))
    partial.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", "utf-8")
    partial.replace(folder / NAME)
