"""The folder of a history repository: found or made, known to be lawdiff's, and left clean."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lawdiff.law.errors import SourceError
from lawdiff.store.git import run_git
from lawdiff.store.history import LAWDIFF, MAIN


def find_git_dir(directory: Path, *, bare: bool) -> Path:
    """Where git keeps its things. SourceError where the directory is neither empty nor lawdiff's."""
    inside = directory / ".git"
    if is_git_dir(directory) or (directory / "lawdiff" / "build.lock").is_file():  # one that is being made
        return directory
    known = (inside / "lawdiff").is_dir() or (is_git_dir(inside) and refs_under(inside, "refs/heads"))
    if known:
        return inside
    try:
        found = {path.name for path in directory.iterdir()} if directory.exists() else set()
    except OSError as problem:
        raise SourceError(f"{directory}: {problem.strerror}; name a folder for the history") from None
    others = found - {"lawdiff"} - ({".git"} if is_git_dir(inside) else set())
    if others:
        raise SourceError(
            f"{directory}: not empty ({min(others)} is there) and no history of lawdiff; name another folder"
        )
    return inside if ".git" in found or not bare else directory


def missing_folders(git_dir: Path) -> tuple[Path, ...]:
    """The folders that are still to be made for the repository, the innermost first."""
    return tuple(folder for folder in (git_dir, *git_dir.parents) if not folder.exists())


@contextmanager
def whole_or_nothing(git_dir: Path, missing: tuple[Path, ...]) -> Iterator[None]:
    """A repository that is new goes again, with the folders that were `missing`, when its history cannot be
    written; one that was there stays. What a failed git leaves goes at once."""
    is_new = not is_git_dir(git_dir)
    try:
        yield
    except BaseException:
        if is_new and not any((git_dir / "refs" / "heads").glob("*")):
            for path in git_dir.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            for folder in missing:
                with suppress(OSError):  # not empty: somebody else put something there
                    folder.rmdir()
        raise
    finally:
        _sweep(git_dir)


def prepare_repository(git_dir: Path, *, bare: bool) -> None:
    """Make the repository where there is none; otherwise make sure that it is lawdiff's."""
    if not is_git_dir(git_dir):
        kind = ["--bare", f"{git_dir}"] if bare else [f"{git_dir.parent}"]
        run_git(
            None, "init", "--quiet", "--template=", "--object-format=sha1", "--initial-branch=main", *kind
        )
    elif refs_under(git_dir, "refs/heads") and not _is_ours(git_dir):
        raise SourceError(
            f"{git_dir}: its branch main is not a history that lawdiff wrote; name another folder"
        )
    _sweep(git_dir)


def refs_under(git_dir: Path, prefix: str) -> dict[str, str]:
    """The refs with this beginning, each with the commit it has."""
    lines = run_git(git_dir, "for-each-ref", "--format=%(refname) %(objectname)", prefix).decode().split("\n")
    return dict(line.split(" ", 1) for line in lines if line)


def _sweep(git_dir: Path) -> None:
    """Remove what a failed or killed fast-import left. Its `.keep` would block a pack of that name."""
    packs = git_dir / "objects" / "pack"
    for left in (*git_dir.glob("fast_import_crash_*"), *packs.glob("tmp_*")):
        left.unlink(missing_ok=True)
    for keep in packs.glob("*.keep"):
        if not keep.with_suffix(".pack").exists() or keep.read_bytes().startswith(b"fast-import"):
            keep.unlink(missing_ok=True)


def is_git_dir(directory: Path) -> bool:
    """Whether git keeps its things in this very folder."""
    return (directory / "HEAD").is_file() and (directory / "objects").is_dir()


def _is_ours(git_dir: Path) -> bool:
    """Whether main began with a lawdiff commit and ends with one: nobody has committed on top."""
    if MAIN not in refs_under(git_dir, "refs/heads"):
        return False
    first = run_git(git_dir, "log", "--max-parents=0", "--format=%(trailers:key=Act,valueonly)", MAIN)
    last = run_git(git_dir, "log", "-1", "--format=%ce", MAIN)
    return bool(first.strip()) and last.decode().strip() == LAWDIFF[1]
