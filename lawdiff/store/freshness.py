"""Whether what is kept was made from the corpus and the program as they are now."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import StrPath

_PROGRAM = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_ENGINE = ("law", "sources", "history", "store")
_NAME = "made_from.json"


def kept_identity(folder: StrPath, corpus: StrPath) -> str | None:
    """The identity that what is kept in the folder was made from, if it is still that of the corpus.

    Names, sizes and times of all files tell that nothing was touched; only when something was are the
    contents read. None where nothing is kept or it is out of date.
    """
    try:
        with open(os.path.join(folder, _NAME), "rb") as file:
            kept = json.loads(file.read())
    except (OSError, ValueError):
        return None
    if not isinstance(kept, dict):
        return None
    identity = str(kept.get("identity"))
    if kept.get("signature") == _signature(corpus):
        return identity
    if identity != identity_of(corpus):
        return None
    keep_identity(folder, corpus, identity)
    return identity


def identity_of(corpus: StrPath) -> str:
    """A sum over the contents of the corpus and of the program that reads it."""
    from hashlib import sha256

    from lawdiff.sources.corpus import fingerprint

    total = sha256(fingerprint(corpus).encode())
    for path in _program_files():
        with open(path, "rb") as file:
            total.update(file.read())
    return total.hexdigest()


def keep_identity(folder: StrPath, corpus: StrPath, identity: str) -> None:
    """Note what is kept in the folder was made from. Where that cannot be written the next command is
    slower, not wrong."""
    path = os.path.join(folder, _NAME)
    noted = json.dumps({"identity": identity, "signature": _signature(corpus)})
    with suppress(OSError):
        with open(path + ".partial", "w", encoding="utf-8") as file:
            file.write(noted)
        os.replace(path + ".partial", path)


def forget_identity(folder: StrPath) -> None:
    """Note that what is kept in the folder is not what the commands would make there themselves."""
    with suppress(FileNotFoundError):
        os.unlink(os.path.join(folder, _NAME))


def _signature(corpus: StrPath) -> list[int]:
    return _signature_of((*_files(os.fspath(corpus)), *_program_files()))


def corpus_signature(*folders: StrPath) -> list[int]:
    """What changes when a file in one of the folders is written, comes or goes."""
    return _signature_of(path for folder in folders for path in _files(os.fspath(folder)))


def _signature_of(paths: Iterable[str]) -> list[int]:
    """Count, sizes and times of files, without reading them. Order-free, so that no sorting is needed."""
    count = total = 0
    for path in paths:
        found = os.stat(path)
        count += 1
        total = (total + hash((found.st_size, found.st_mtime_ns, found.st_ino))) % (1 << 61)
    return [count, total]


def _program_files() -> Iterator[str]:
    for floor in _ENGINE:
        yield from (path for path in sorted(_files(os.path.join(_PROGRAM, floor))) if path.endswith(".py"))


def _files(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.name.startswith((".", "__pycache__")):
            continue
        if entry.is_dir():
            yield from _files(entry.path)
        else:
            yield entry.path
