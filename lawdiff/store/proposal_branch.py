"""A proposal as a branch of the history: one commit on its base, with the documents beside the law."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.errors import SourceError
from lawdiff.store.build_lock import build_lock
from lawdiff.store.fast_import import DONE, FileChange, Signature, seconds
from lawdiff.store.git import git_reading, run_git
from lawdiff.store.history import LAWDIFF, MAIN
from lawdiff.store.object_ids import blob_id
from lawdiff.store.repository_error import writing
from lawdiff.store.repository_folder import find_git_dir, is_git_dir, refs_under

BRANCH = "refs/heads/proposal/"
_BUILDING = "refs/lawdiff/building/proposal"
_NOTHING = "0" * 40


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch that was written: its name, its commit, and the commit that it starts from."""

    name: str
    commit: str
    base: str


def base_commit(directory: Path, day: dt.date) -> str:
    """The last commit of main that a law made and that is in force on a day.

    What others put on main, such as a proposal that was merged, is no law. SourceError where the act had not
    begun.
    """
    git_dir = find_git_dir(directory, bare=True)
    form = "--format=%H %ce %(trailers:key=Law,valueonly,separator=%x2C)"
    for line in run_git(git_dir, "log", f"--before={seconds(day)}", form, MAIN).decode().split("\n"):
        commit, _, said = line.partition(" ")
        committer, _, law = said.partition(" ")
        if committer == LAWDIFF[1] and law.strip():
            return commit
    raise SourceError(f"{directory}: the history begins after {day}; name a later base day")


def file_at(directory: Path, commit: str, path: str) -> str:
    """A file of a commit. RepositoryError where it has none."""
    return run_git(find_git_dir(directory, bare=True), "cat-file", "blob", f"{commit}:{path}").decode()


def write_branch(
    directory: Path,
    slug: str,
    base: str,
    files: Mapping[str, bytes | None],
    message: str,
    proposer: str,
    day: dt.date,
) -> Branch:
    """Write the branch `proposal/<slug>`: one commit on `base` with these files, None for one that goes.

    The same input gives the same commit. The branch moves only when everything is written and git finds no
    fault. SourceError where it is checked out or somebody has committed on it, RepositoryError where it
    cannot be written.
    """
    git_dir = find_git_dir(directory, bare=True)
    name = BRANCH + slug
    old = _own_tip(git_dir, slug)
    with writing(directory), build_lock(git_dir / "lawdiff"):
        try:
            _import(git_dir, base, files, message, proposer, day)
            commit = refs_under(git_dir, _BUILDING)[_BUILDING]
            _check(git_dir, commit, files)
            run_git(git_dir, "update-ref", name, commit, old)
        finally:
            run_git(git_dir, "update-ref", "-d", _BUILDING)
    return Branch(f"proposal/{slug}", commit, base)


def _own_tip(git_dir: Path, slug: str) -> str:
    """The commit that the branch has now, zeros where there is none.

    SourceError where it is checked out, here or in a linked work tree, or somebody has committed on top.
    """
    name = BRANCH + slug
    listed = run_git(git_dir, "worktree", "list", "--porcelain").decode().split("\n")
    if f"branch {name}" in listed:
        raise SourceError(f"{git_dir}: proposal/{slug} is checked out; `git switch main` first")
    tip = refs_under(git_dir, name).get(name)
    if tip is None:
        return _NOTHING
    told = (
        run_git(git_dir, "log", "-1", "--format=%ce %(trailers:key=Proposal,valueonly)", tip).decode().split()
    )
    if told != [LAWDIFF[1], slug]:
        raise SourceError(
            f"{git_dir}: proposal/{slug} has commits of others on top ({tip[:7]}); give that branch "
            "another name "
            f"(git branch -m proposal/{slug} NAME) and build again"
        )
    return tip


def _import(
    git_dir: Path, base: str, files: Mapping[str, bytes | None], message: str, proposer: str, day: dt.date
) -> None:
    author = Signature(_name(proposer), "proposal@lawdiff.invalid", day)
    words = message.encode()
    with git_reading(git_dir, "fast-import", "--quiet", "--done", "--force", "--date-format=raw") as stream:
        changes = []
        for mark, (path, content) in enumerate(sorted(files.items()), start=1):
            if content is not None:
                stream.write(b"blob\nmark :%d\ndata %d\n%b\n" % (mark, len(content), content))
            changes.append(FileChange(path, None if content is None else mark).line())
        head = f"commit {_BUILDING}\nauthor {author}\ncommitter {Signature(*LAWDIFF, day)}\n"
        stream.write(head.encode() + b"data %d\n%b\n" % (len(words), words))
        stream.write("\n".join((f"from {base}", *changes, "", "")).encode())
        stream.write(DONE)


def _check(git_dir: Path, commit: str, files: Mapping[str, bytes | None]) -> None:
    """Every file must be there as it was written, and git must find no fault."""
    rows = run_git(git_dir, "ls-tree", "-r", "-z", commit).decode().split("\0")
    stored = {path: row.split()[2] for row, _, path in (line.partition("\t") for line in rows if line)}
    for path, content in files.items():
        if stored.get(path) != (None if content is None else blob_id(content)):
            raise SourceError(f"{git_dir}: git did not store {path} as it was written; nothing was changed")
    run_git(git_dir, "fsck", "--strict", "--no-dangling", "--no-progress", "--no-reflogs", commit)


def _name(proposer: str) -> str:
    """The proposer as git takes a name: without the signs that end one."""
    return " ".join(re.sub(r"[<>\x00-\x1f]", " ", proposer).split()).strip(".,:;\"' ") or LAWDIFF[0]


def merge_conflicts(directory: Path, one: str, other: str) -> tuple[str, ...] | None:
    """The files that git cannot merge from the branches of two proposals; None where one of them has none."""
    git_dir = _git_dir(directory)
    refs = refs_under(git_dir, BRANCH) if is_git_dir(git_dir) else {}
    if BRANCH + one not in refs or BRANCH + other not in refs:
        return None
    told = run_git(
        git_dir,
        "merge-tree",
        "--write-tree",
        "--name-only",
        "--no-messages",
        refs[BRANCH + one],
        refs[BRANCH + other],
        allowed=(0, 1),
    )
    return tuple(line for line in told.decode().split("\n")[1:] if line)


def has_branch(directory: Path, slug: str) -> bool:
    """Whether a history repository is there and has the branch of a proposal."""
    git_dir = _git_dir(directory)
    return is_git_dir(git_dir) and BRANCH + slug in refs_under(git_dir, BRANCH)


def _git_dir(directory: Path) -> Path:
    """Where git would keep its things, whether or not it does."""
    inside = directory / ".git"
    return inside if is_git_dir(inside) else directory
