"""The files beside a repository that is not bare: kept as lawdiff left them, or the build stops."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.errors import SourceError
from lawdiff.store.git import run_git
from lawdiff.store.history import MAIN

_EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


@dataclass(frozen=True, slots=True)
class WaitingFiles:
    """The files of a new history, written whole, that wait to be put in their places: names to write and to
    remove."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkTree:
    """A folder with its git folder."""

    directory: Path
    git_dir: Path

    def must_be_on_main(self) -> None:
        """SourceError where another branch is checked out: its files would be taken for main's."""
        head = (self.git_dir / "HEAD").read_text().strip()
        if head != f"ref: {MAIN}":
            raise SourceError(
                f"{self.directory}: another branch than main is checked out; `git switch main` first"
            )

    @contextmanager
    def prepared(self, left: Iterable[str], new: str) -> Iterator[WaitingFiles]:
        """Write the files of the commit `new` that are not there yet, for `put_in_place`; what was not put
        in place goes again.

        SourceError where a file is neither as in a commit that lawdiff `left` nor as in the new one: it is
        the user's. An interrupted build leaves two: the files of the one are in place, or of the other. ""
        is the time before any. Files that are in none are nobody's business.
        """
        from_new, in_new = self._differing(new, self._index)
        changed, known = set(from_new), set(in_new)
        for commit in dict.fromkeys(left):
            if commit != new:
                differing, has = self._differing(commit or _EMPTY, self._folder / "compare.index")
                changed &= differing
                known |= has
        if yours := sorted(changed & known):
            raise SourceError(
                f"{self.directory}: {yours[0]} has changes of yours; commit them to a branch of your own "
                "or undo them, then build again"
            )
        waiting = WaitingFiles(tuple(sorted(from_new & in_new)), tuple(sorted(known - in_new)))
        try:
            self._write(waiting.written)
            yield waiting
        finally:
            self._forget(waiting)

    def put_in_place(self, waiting: WaitingFiles) -> None:
        """Move the files that wait to their places. That takes no room on the disk."""
        for name in waiting.written:
            shutil.move(self._folder / "files" / name, self.directory / name)
        for name in waiting.removed:
            (self.directory / name).unlink(missing_ok=True)
            self._remove_empty(Path(name).parent)
        self._index.replace(self.git_dir / "index")

    def _forget(self, waiting: WaitingFiles) -> None:
        shutil.rmtree(self._folder / "files", ignore_errors=True)
        for index in self._folder.glob("*.index*"):
            index.unlink(missing_ok=True)
        for folder in {Path(name).parent for name in waiting.written}:
            self._remove_empty(folder)

    @property
    def _folder(self) -> Path:
        return self.git_dir / "lawdiff"

    @property
    def _index(self) -> Path:
        return self._folder / "next.index"

    def _write(self, names: Iterable[str]) -> None:
        """Write files beside the work tree, and make the folders that they will need in it."""
        files = self._folder / "files"
        shutil.rmtree(files, ignore_errors=True)
        files.mkdir()
        given = b"".join(name.encode("utf-8", "surrogateescape") + b"\0" for name in names)
        arguments = ("checkout-index", "-z", "--stdin")
        run_git(self.git_dir, *arguments, given=given, work_tree=files, index=self._index)
        for parent in sorted({Path(name).parent for name in names}):
            for folder in reversed((parent, *parent.parents)):
                if (self.directory / folder).is_symlink() and folder != Path():
                    raise SourceError(
                        f"{self.directory}: {folder} is a link of yours; remove it, then build again"
                    )
            (self.directory / parent).mkdir(parents=True, exist_ok=True)

    def _remove_empty(self, folder: Path) -> None:
        with suppress(OSError):
            while folder != Path():
                (self.directory / folder).rmdir()
                folder = folder.parent

    def _differing(self, commit: str, index: Path) -> tuple[set[str], set[str]]:
        """The files that are not as in the commit, those that it has not included; and the files it has."""
        run_git(self.git_dir, "read-tree", commit, index=index)
        known = self._listed(index, "--cached")
        return self._listed(index, "--modified", "--deleted", "--others"), known

    def _listed(self, index: Path, *which: str) -> set[str]:
        listed = run_git(self.git_dir, "ls-files", "-z", *which, work_tree=self.directory, index=index)
        return {path.decode("utf-8", "surrogateescape") for path in listed.split(b"\0") if path}
