"""Verifying a history: it is built again elsewhere, and the first thing that differs is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

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
from lawdiff.store.repository_folder import is_git_dir, refs_under


def verify(directory: Path, corpus: Path, scope: EvidenceScope = EvidenceScope.ALL) -> list[str]:
    """What differs between a history and its corpus, one sentence each; empty where nothing does.

    SourceError where the directory is no git repository, RepositoryError where git cannot read it.
    """
    git_dir = next((each for each in (directory / ".git", directory) if is_git_dir(each)), None)
    if git_dir is None:
        raise SourceError(f"{directory}: no git repository; run `lawdiff build` there first")
    with TemporaryDirectory(prefix="lawdiff-verify-") as folder:
        report = build(Path(folder) / "history", corpus, scope=scope, bare=True)
        found = list(_faults(git_dir))
        is_whole = not found
        found += _refs_that_differ(git_dir, report.directory if is_whole else None, report.refs)
    if is_whole and MAIN in refs_under(git_dir, MAIN):
        found += _replays_that_differ(git_dir, corpus, scope)
    return found


def _refs_that_differ(git_dir: Path, rebuilt: Path | None, refs: dict[str, str]) -> Iterator[str]:
    """The refs that are missing or stand elsewhere; of the branches, the first commit that differs, unless
    the repository is too broken to read its commits."""
    names = refs_under(git_dir, "refs/")
    for name, known in refs.items():
        short = name.removeprefix("refs/").removeprefix("heads/")
        if name not in names:
            yield f"{short} is missing"
        elif names[name] != known:
            yield f"{short} is {names[name][:12]}, rebuilt it is {known[:12]}"
            if rebuilt and name.startswith("refs/heads/"):
                yield from _first_difference(git_dir, rebuilt, name)


def _first_difference(git_dir: Path, rebuilt: Path, name: str) -> Iterator[str]:
    mine, theirs = (_text(each, "rev-list", "--reverse", name).split() for each in (git_dir, rebuilt))
    for one, other in zip(mine, theirs, strict=False):
        if one != other:
            subject = _text(git_dir, "log", "-1", "--format=%s", one).strip()
            why = _why(git_dir, one, rebuilt, other)
            yield f"{one[:12]} “{subject}” is the first commit that differs: {why}"
            return
    yield f"{name.removeprefix('refs/heads/')} has {len(mine)} commits, rebuilt it has {len(theirs)}"


def _why(git_dir: Path, one: str, rebuilt: Path, other: str) -> str:
    """In what two commits of the same place in the history differ."""
    mine, theirs = _files(git_dir, one), _files(rebuilt, other)
    for path in sorted({*mine, *theirs}):
        if mine.get(path) != theirs.get(path):
            return f"the file {path}"
    if _text(git_dir, "log", "-1", "--format=%B", one) != _text(rebuilt, "log", "-1", "--format=%B", other):
        return "its message"
    return "its author, committer, dates or parents"


def _files(git_dir: Path, commit: str, *folder: str) -> dict[str, str]:
    """The id of every file in a commit or in a folder of it, by path."""
    listed = _text(git_dir, "ls-tree", "-r", "-z", "--full-tree", commit, *folder).split("\0")
    rows = (row.partition("\t") for row in listed if row)
    return {path: known.split(" ")[-1] for known, _, path in rows}


def _contents(git_dir: Path, files: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The text of each of the files."""
    given = "".join(f"{known}\n" for known in files.values()).encode()
    told = run_git(git_dir, "cat-file", "--batch", given=given)
    at = 0
    for name in files:
        head, _, _ = told[at : at + 200].partition(b"\n")
        begin = at + len(head) + 1
        at = begin + int(head.split(b" ")[-1]) + 1
        yield name, told[begin : at - 1].decode("utf-8")


def _text(git_dir: Path, *arguments: str) -> str:
    return run_git(git_dir, *arguments).decode("utf-8", "surrogateescape")


def _faults(git_dir: Path) -> Iterator[str]:
    """What `git fsck` finds."""
    try:
        run_git(git_dir, "fsck", "--strict", "--no-dangling", "--no-progress")
    except LawdiffError as problem:
        yield f"{problem}"


def _replays_that_differ(git_dir: Path, corpus: Path, scope: EvidenceScope) -> Iterator[str]:
    """The acts whose edition does not come out of main again, with the first line that differs."""
    for act in act_ids(corpus):
        source = read_act(corpus, act)
        for language in dict.fromkeys(edition.language for edition in source.editions):
            yield from _replay_that_differs(git_dir, gather(source, scope, language))


def _replay_that_differs(git_dir: Path, evidence: Evidence) -> Iterator[str]:
    folder = act_folder(evidence.act.id, evidence.edition.language)
    try:
        files = _files(git_dir, MAIN, f"{folder}/")
        held = {path.rpartition("/")[2]: text for path, text in _contents(git_dir, files)}
        text = replayed(*read_folder(held))
    except (KeyError, ValueError):
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
