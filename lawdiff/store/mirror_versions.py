"""The versions of an act in a git repository of others: each commit that changed its folder, oldest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lawdiff.law.errors import SourceError, UsageError
from lawdiff.sources.importing.mirror_meta import LANGUAGES, MirrorMeta, read_mirror_meta
from lawdiff.sources.importing.mirror_text import part_names
from lawdiff.store.git import run_git

META = "meta.yaml"


@dataclass(frozen=True, slots=True)
class MirrorVersion:
    """One text of one version: its language, its day, the Markdown, and what `meta.yaml` says of it.

    `where` names the commit and file.
    """

    language: str
    day: dt.date
    content: bytes
    meta: MirrorMeta
    where: str


def mirror_versions(repository: Path, folder: str) -> tuple[MirrorVersion, ...]:
    """Every version of the act in that folder, by day, once for each language and day: a text that was
    generated again for the same day takes the place of the one before it.

    UsageError where the repository or folder is not there; SourceError for what cannot be read in it.
    """
    path = _checked(repository, folder)
    found: dict[tuple[str, dt.date], MirrorVersion] = {}
    for commit, day in _commits(repository, path):
        for version in _of_commit(repository, commit, day, path):
            found[version.language, version.day] = version
    if not found:
        raise UsageError(f"{repository}: no commit has {path}/rus.md or {path}/kaz.md; name an act's folder")
    order = list(LANGUAGES)
    return tuple(sorted(found.values(), key=lambda each: (each.day, order.index(each.language))))


def _checked(repository: Path, folder: str) -> str:
    if not repository.is_dir():
        raise UsageError(f"{repository}: no folder is there; name a git repository that was cloned")
    path = PurePosixPath(folder.strip("/"))
    if not path.parts or ".." in path.parts or folder.startswith(":"):
        raise UsageError(f"{folder!r} is no folder inside a repository; name it from the repository's top")
    return str(path)


def _commits(repository: Path, path: str) -> Iterator[tuple[str, dt.date]]:
    told = _git(repository, "log", "--reverse", "--format=%H %as", "HEAD", "--", path).decode()
    for line in told.splitlines():
        commit, day = line.split()
        yield commit, dt.date.fromisoformat(day)


def _of_commit(repository: Path, commit: str, day: dt.date, path: str) -> Iterator[MirrorVersion]:
    names = (
        _git(repository, "ls-tree", "-r", "-z", "--name-only", commit, "--", f"{path}/").decode().split("\0")
    )
    there = {name.removeprefix(f"{path}/") for name in names if name}
    where = f"{repository}, commit {commit[:12]}, {path}"
    said = _read(repository, commit, path, META) if META in there else b""
    meta = read_mirror_meta(_decoded(said, f"{where}/{META}"), f"{where}/{META}")
    for language, code in LANGUAGES.items():
        if f"{code}.md" in there:
            content = _read(repository, commit, path, f"{code}.md")
            for part in part_names(_decoded(content, f"{where}/{code}.md")):
                if part in there:
                    content += b"\n" + _read(repository, commit, path, part)
            yield MirrorVersion(language, meta.days.get(language, day), content, meta, f"{where}/{code}.md")


def _read(repository: Path, commit: str, path: str, name: str) -> bytes:
    return _git(repository, "cat-file", "blob", f"{commit}:{path}/{name}")


def _git(repository: Path, *arguments: str) -> bytes:
    return run_git(None, "-C", str(repository), *arguments)


def _decoded(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError(f"{where}: not UTF-8, and such a mirror has no other encoding") from None
