"""The files beside a repository that is not bare: kept as lawdiff left them, or the build stops."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.errors import SourceError
from lawdiff.store.git import run_git
from lawdiff.store.history import MAIN

_EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


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

    def must_be_unchanged(self, old: str, new: str) -> None:
        """SourceError where a file is neither as the last build left it nor as the new one will.

        The second is so after a build that was killed between the refs and the files. Files that are in
        neither are nobody's business.
        """
        from_old, in_old = self._differing(old or _EMPTY)
        if not from_old:
            return
        from_new, in_new = self._differing(new)
        changed = sorted(from_old & from_new & (in_old | in_new))
        if changed:
            raise SourceError(
                f"{self.directory}: {changed[0]} has changes of yours; commit them to a branch of your own "
                "or undo them, then build again"
            )

    def check_out(self) -> None:
        """Make the files those of main."""
        run_git(self.git_dir, "read-tree", "--reset", "-u", MAIN, work_tree=self.directory)

    def _differing(self, commit: str) -> tuple[set[str], set[str]]:
        """The files that are not as in the commit, those that it has not included; and the files it has."""
        index = self.git_dir / "lawdiff" / "compare.index"
        run_git(self.git_dir, "read-tree", commit, index=index)
        known = self._listed(index, "--cached")
        differing = self._listed(index, "--modified", "--deleted", "--others")
        index.unlink()
        return differing, known

    def _listed(self, index: Path, *which: str) -> set[str]:
        listed = run_git(self.git_dir, "ls-files", "-z", *which, work_tree=self.directory, index=index)
        return {path.decode("utf-8", "surrogateescape") for path in listed.split(b"\0") if path}
