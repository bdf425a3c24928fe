"""The folder of a site: only what changed is written, beside it, and put in its place at the end."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.errors import UsageError

MANIFEST = "lawdiff-site.json"
_FORMAT = "lawdiff site 1"


class SiteFolderError(UsageError):
    """The folder named cannot hold the site."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did: how many files it wrote, left as they were, and took away."""

    written: int
    kept: int
    removed: int

    @property
    def total(self) -> int:
        return self.written + self.kept


class SiteFolder:
    """A folder that holds a site, is empty, or is not there yet.

    A new site is made beside it (`.NAME.new`): what did not change is linked there, not written again. Then
    the two change places. A build that is killed leaves the old site whole; one killed between the two
    renames leaves it as `.NAME.old`, and the next build takes it from there. Files of the user's that the
    folder holds besides (CNAME) stay.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory.resolve()
        name = self.directory.name  # "" for the root of the disk, which must_be_usable refuses
        self._new = self.directory.parent / f".{name}.new"
        self._old = self.directory.parent / f".{name}.old"
        self._before: frozenset[str] = frozenset()

    def must_be_usable(self, corpus: Path) -> None:
        """SiteFolderError where the folder is something else than a site, is the corpus or around it, or
        where nothing can be written."""
        place, sources = self.directory, corpus.resolve()
        if place == sources or place.is_relative_to(sources) or sources.is_relative_to(place):
            raise SiteFolderError(f"{place} holds the corpus or lies in it; name a folder outside of it.")
        if not place.name:
            raise SiteFolderError(f"{place} is no folder for a site; name one inside of it.")
        if place.exists() and not place.is_dir():
            raise SiteFolderError(f"{place} is a file; name a folder.")
        if place.is_dir() and any(place.iterdir()) and _manifest(place) is None:
            raise SiteFolderError(
                f"{place} is not empty and holds no site of lawdiff; name a new folder or empty it."
            )
        above = next(folder for folder in place.parents if folder.exists())
        for folder in (above, *([place] if place.exists() else [])):
            if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
                raise SiteFolderError(
                    f"{folder} cannot be written to; give yourself access or name another folder."
                )

    def write(self, files: Iterable[tuple[str, bytes]]) -> Written:
        """Make the folder hold these files, and no other of ours."""
        self.begin()
        return self.finish((name, self.put(name, content)) for name, content in files)

    def begin(self) -> None:
        """Make ready for the files: bring an interrupted build to an end, see what is there."""
        self._recover()
        self._before = _manifest(self.directory) or frozenset()

    def put(self, name: str, content: bytes) -> bool:
        """Write a file beside the old site unless that has the same; whether it was written.

        Processes that `begin` came before may do it together.
        """
        if name in self._before and _content(self.directory / name) == content:
            return False
        _put(f"{self._new}/{name}", content)
        return True

    def finish(self, put: Iterable[tuple[str, bool]]) -> Written:
        """Take all files that were put, each with whether it was written, and make them the site."""
        names: list[str] = []
        written = 0
        for name, is_written in put:
            names.append(name)
            written += is_written
        removed = self._before.difference(names)
        if written or removed or len(self._before) != len(names):
            self._change_places(names, removed)
        return Written(written, len(names) - written, len(removed))

    def _recover(self) -> None:
        """Bring an interrupted build to an end: the old site is put back, what was half written goes."""
        if self._old.exists() and not self.directory.exists():
            self._old.rename(self.directory)
        for folder in (self._new, self._old):
            if folder.exists():
                shutil.rmtree(folder)

    def _change_places(self, names: list[str], removed: frozenset[str]) -> None:
        names.sort()
        self._new.mkdir(exist_ok=True)
        with (self._new / MANIFEST).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(_listed(names))
        for name in _files(self.directory):
            if name not in removed and not (self._new / name).exists():
                _link(self.directory / name, self._new / name)
        if self.directory.exists():
            shutil.copymode(self.directory, self._new)
            self.directory.rename(self._old)
        self._new.rename(self.directory)
        shutil.rmtree(self._old, ignore_errors=True)


def _listed(names: Sequence[str]) -> Iterator[str]:
    """The manifest, JSON with a name in each line; in one piece it would be the largest thing in memory."""
    yield f'{{\n"format": {json.dumps(_FORMAT)},\n"files": [\n'
    last = len(names) - 1
    for at, name in enumerate(names):
        yield f"{json.dumps(name, ensure_ascii=False)}{',' if at < last else ''}\n"
    yield "]\n}\n"


def _manifest(folder: Path) -> frozenset[str] | None:
    """The files that lawdiff wrote into the folder, None where it holds no site."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    is_ours = isinstance(found, dict) and found.get("format") == _FORMAT
    return frozenset(found["files"]) if is_ours else None


def _files(folder: Path) -> Iterator[str]:
    """The files in a folder, named from it."""
    for path in sorted(folder.rglob("*")):
        if not path.is_dir() or path.is_symlink():
            yield path.relative_to(folder).as_posix()


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _put(path: str, content: bytes) -> None:
    try:
        with open(path, "wb") as file:
            file.write(content)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        _put(path, content)


def _link(old: Path, new: Path) -> None:
    """The same file in the new folder; a copy where the disk knows no links."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)
