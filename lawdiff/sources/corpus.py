"""The corpus: where it lies, which acts it holds, and a fingerprint that changes with any of its files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lawdiff.law.act import is_act_id
from lawdiff.law.eid import number_order
from lawdiff.law.errors import SourceError, UsageError

# An answer starts with this file, and pathlib alone would take it 4 ms: the paths are plain text here.
if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import StrPath

    from lawdiff.sources.act_source import ActSource

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_SHOWN = 10


def corpus_root() -> Path:
    """The corpus that came with lawdiff: inside the installed package, or beside it in a clone."""
    from pathlib import Path

    return Path(own_corpus())


def own_corpus() -> str:
    """The same as plain text."""
    for folder in (os.path.join(_PACKAGE, "_corpus"), os.path.join(os.path.dirname(_PACKAGE), "corpus")):
        if os.path.isdir(folder):
            return folder
    raise SourceError(f"{_PACKAGE}: no corpus was installed with lawdiff; install lawdiff again")


def act_ids(root: StrPath) -> tuple[str, ...]:
    """The acts of a corpus by country, year and number: every folder `kz/2002/345` with an `act.toml`."""
    found = [""]
    for _ in ("country", "year", "number"):
        found = [os.path.join(above, name) for above in found for name in _names(os.path.join(root, above))]
    acts = (one for one in found if is_act_id(one) and os.path.isfile(os.path.join(root, one, "act.toml")))
    return tuple(sorted(acts, key=_order))


def _names(folder: str) -> list[str]:
    return os.listdir(folder) if os.path.isdir(folder) else []


def act_folder(root: StrPath, act_id: str) -> str:
    """The folder of an act. UsageError where the id is not one, or no such act is in the corpus."""
    if not is_act_id(act_id):
        raise UsageError(f"{act_id!r} is not the id of a law; write country/year/number, such as kz/2002/345")
    folder = os.path.join(root, act_id)
    if not os.path.isfile(os.path.join(folder, "act.toml")):
        raise UsageError(f"the law {act_id} is not in the corpus {root}; {_known(root)}")
    return folder


def read_act(root: StrPath, act_id: str) -> ActSource:
    """Everything that the corpus holds about one act."""
    from pathlib import Path

    from lawdiff.sources.act_source import read_act_source  # reading TOML is for a build, not for an answer

    return read_act_source(Path(act_folder(root, act_id)))


def fingerprint(folder: StrPath) -> str:
    """A sha256 over the names and bytes of a folder's files, to tell whether a history is still that of
    its corpus. Hidden files (an editor's, a file manager's) do not count."""
    from hashlib import sha256  # loads OpenSSL
    from pathlib import Path

    total = sha256()
    for name, path in sorted(_files(Path(folder))):
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


def _known(root: StrPath) -> str:
    known = act_ids(root)
    if not known:
        return "it holds no law yet"
    more = f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else ""
    return f"it has {', '.join(known[:_SHOWN])}{more}"
