"""Verifying a history: it is built again elsewhere, and the first thing that differs is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lawdiff.law.errors import LawdiffError, SourceError
from lawdiff.law.evidence import Evidence
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.corpus import act_ids, read_act
from lawdiff.sources.evidence import gather
from lawdiff.store.git import run_git
from lawdiff.store.history import MAIN
from lawdiff.store.names import README, act_folder
from lawdiff.store.pages_read import read_folder
from lawdiff.store.replay import replayed
from lawdiff.store.repository import build

if TYPE_CHECKING:
    from git import Commit, Repo


def verify(directory: Path, corpus: Path, scope: EvidenceScope = EvidenceScope.ALL) -> list[str]:
    """What differs between a history and its corpus, one sentence each; empty where nothing does.

    SourceError where the directory is no git repository.
    """
    from git import InvalidGitRepositoryError, NoSuchPathError, Repo  # 114 ms that only this command needs

    try:
        repository = Repo(directory)
    except (InvalidGitRepositoryError, NoSuchPathError):
        raise SourceError(f"{directory}: no git repository; run `lawdiff build` there first") from None
    with repository, TemporaryDirectory(prefix="lawdiff-verify-") as folder:
        report = build(Path(folder) / "history", corpus, scope=scope, bare=True)
        found = list(_faults(Path(repository.git_dir)))
        is_whole = not found
        with Repo(report.directory) as rebuilt:
            found += _refs_that_differ(repository, rebuilt if is_whole else None, report.refs)
        if is_whole and MAIN in _names(repository):
            found += _replays_that_differ(repository, corpus, scope)
    return found


def _refs_that_differ(repository: Repo, rebuilt: Repo | None, refs: dict[str, str]) -> Iterator[str]:
    """The refs that are missing or stand elsewhere; of the branches, the first commit that differs, unless
    the repository is too broken to read its commits."""
    names = _names(repository)
    for name, known in refs.items():
        short = name.removeprefix("refs/").removeprefix("heads/")
        if name not in names:
            yield f"{short} is missing"
        elif names[name] != known:
            yield f"{short} is {names[name][:12]}, rebuilt it is {known[:12]}"
            if rebuilt and name.startswith("refs/heads/"):
                yield from _first_difference(repository, rebuilt, name)


def _names(repository: Repo) -> dict[str, str]:
    """Every ref with the id it has."""
    rows = repository.git.for_each_ref("--format=%(refname) %(objectname)").splitlines()
    return dict(row.split(" ", 1) for row in rows)


def _first_difference(repository: Repo, rebuilt: Repo, name: str) -> Iterator[str]:
    mine = list(repository.iter_commits(name, reverse=True))
    theirs = list(rebuilt.iter_commits(name, reverse=True))
    for one, other in zip(mine, theirs, strict=False):
        if one.hexsha != other.hexsha:
            yield f"{one.hexsha[:12]} “{one.summary!s}” is the first commit that differs: {_why(one, other)}"
            return
    yield f"{name.removeprefix('refs/heads/')} has {len(mine)} commits, rebuilt it has {len(theirs)}"


def _why(one: Commit, other: Commit) -> str:
    """In what two commits of the same place in the history differ."""
    mine, theirs = _files(one), _files(other)
    for path in sorted({*mine, *theirs}):
        if mine.get(path) != theirs.get(path):
            return f"the file {path}"
    if one.message != other.message:
        return "its message"
    return "its author, committer, dates or parents"


def _files(commit: Commit) -> dict[str, str]:
    """The id of every file in a commit, by path."""
    listed = commit.repo.git.ls_tree("-r", "-z", commit.hexsha).split("\0")
    rows = (row.partition("\t") for row in listed if row)
    return {path: known.split(" ")[-1] for known, _, path in rows}


def _faults(git_dir: Path) -> Iterator[str]:
    """What `git fsck` finds."""
    try:
        run_git(git_dir, "fsck", "--strict", "--no-dangling", "--no-progress")
    except LawdiffError as problem:
        yield f"{problem}"


def _replays_that_differ(repository: Repo, corpus: Path, scope: EvidenceScope) -> Iterator[str]:
    """The acts whose edition does not come out of main again, with the first line that differs."""
    for act in act_ids(corpus):
        source = read_act(corpus, act)
        for language in dict.fromkeys(edition.language for edition in source.editions):
            yield from _replay_that_differs(repository, gather(source, scope, language))


def _replay_that_differs(repository: Repo, evidence: Evidence) -> Iterator[str]:
    folder = act_folder(evidence.act.id, evidence.edition.language)
    try:
        tree = repository.commit(MAIN).tree / folder
        files = {blob.name: blob.data_stream.read().decode("utf-8") for blob in tree.blobs}
        text = replayed(*read_folder(files))
    except (KeyError, UnicodeDecodeError):
        yield f"{folder} has no {README}, or files that lawdiff did not write"
        return
    except SourceError as problem:
        yield f"{folder}: {problem}"
        return
    expected = evidence.edition.printed()
    if text != expected:
        lines = zip(text.split("\n"), expected.split("\n"), strict=False)
        line = next((number for number, (one, other) in enumerate(lines, start=1) if one != other), None)
        where = f"line {line}" if line else "the end"
        yield f"{folder} does not give {evidence.edition.path} again: {where} differs"
