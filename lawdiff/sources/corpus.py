"""The corpus: where it lies, which acts it holds, and a fingerprint that changes with any of its files."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from lawdiff.law.act import is_act_id
from lawdiff.law.eid import number_order
from lawdiff.law.errors import SourceError, UsageError

if TYPE_CHECKING:
    from lawdiff.sources.act_source import ActSource

_PACKAGE = Path(__file__).resolve().parent.parent
_SHOWN = 10


def corpus_root() -> Path:
    """The corpus that came with lawdiff: inside the installed package, or beside it in a clone."""
    for folder in (_PACKAGE / "_corpus", _PACKAGE.parent / "corpus"):
        if folder.is_dir():
            return folder
    raise SourceError(f"{_PACKAGE}: no corpus was installed with lawdiff; install lawdiff again")


def act_ids(root: Path) -> tuple[str, ...]:
    """The acts of a corpus by country, year and number: every folder `kz/2002/345` with an `act.toml`."""
    found = (path.parent.relative_to(root).as_posix() for path in root.glob("*/*/*/act.toml"))
    return tuple(sorted((one for one in found if is_act_id(one)), key=_order))


def act_folder(root: Path, act_id: str) -> Path:
    """The folder of an act. UsageError where the id is not one, or no such act is in the corpus."""
    if not is_act_id(act_id):
        raise UsageError(f"{act_id!r} is not the id of a law; write country/year/number, such as kz/2002/345")
    folder = root / act_id
    if not (folder / "act.toml").is_file():
        raise UsageError(f"the law {act_id} is not in the corpus {root}; {_known(root)}")
    return folder


def read_act(root: Path, act_id: str) -> ActSource:
    """Everything that the corpus holds about one act."""
    from lawdiff.sources.act_source import read_act_source  # reading TOML is for a build, not for an answer

    return read_act_source(act_folder(root, act_id))


def fingerprint(folder: Path) -> str:
    """A sha256 over the names and bytes of a folder's files, to tell whether a history is still that of
    its corpus. Hidden files (an editor's, a file manager's) do not count."""
    total = hashlib.sha256()
    for name, path in sorted(_files(folder)):
        try:
            content = path.read_bytes()
        except OSError as problem:
            raise SourceError(
                f"{path}: cannot be read ({problem.strerror}); give yourself access to it or remove it"
            ) from None
        total.update(f"{len(name)} {name} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def _files(folder: Path) -> list[tuple[str, Path]]:
    names = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*"))
    return [(name, path) for name, path in names if not _hidden(name) and path.is_file()]


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _order(act_id: str) -> tuple[str, int, tuple[tuple[int, str], ...]]:
    country, year, number = act_id.split("/")
    return country, int(year), number_order(number)


def _known(root: Path) -> str:
    known = act_ids(root)
    if not known:
        return "it holds no law yet"
    more = f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else ""
    return f"it has {', '.join(known[:_SHOWN])}{more}"
