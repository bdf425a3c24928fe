"""The commits of a history that changed one act: which laws each holds, and from which day it holds them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.errors import SourceError
from lawdiff.store.git import run_git
from lawdiff.store.history import MAIN
from lawdiff.store.names import act_folder
from lawdiff.store.repository_folder import is_git_dir

_VALUES = "valueonly,separator=%x02"
_FORM = f"%x00%H%x01%(trailers:key=Law,{_VALUES})%x01%(trailers:key=In-Force,{_VALUES})%x01%cs"


@dataclass(frozen=True, slots=True)
class LawCommit:
    """A commit, and the files of the act that it holds, named from the root. Its laws may be in force from
    `first` on and certainly are from `last` on (R8)."""

    id: str
    laws: tuple[str, ...]
    first: dt.date
    last: dt.date
    files: frozenset[str]


def law_commits(directory: Path, act: str, language: str) -> tuple[LawCommit, ...]:
    """The commits of the main branch that changed the act, the oldest first.

    SourceError where the directory is no git repository, RepositoryError where git cannot read it.
    """
    git_dir = next((each for each in (directory / ".git", directory) if is_git_dir(each)), None)
    if git_dir is None:
        raise SourceError(f"{directory}: no git repository; run `lawdiff build` there first")
    options = ("--reverse", "--no-renames", "--name-status", f"--format={_FORM}")
    told = run_git(git_dir, "log", *options, MAIN, "--", act_folder(act, language)).decode()
    return tuple(_commits(told.split("\0")[1:]))


def _commits(blocks: Sequence[str]) -> Iterator[LawCommit]:
    files: set[str] = set()
    for block in blocks:
        head, *lines = block.split("\n")
        known, laws, in_force, committed = head.split("\1")
        for line in lines:
            status, _, name = line.partition("\t")
            if status == "D":
                files.discard(name)
            elif name:
                files.add(name)
        days = [_days(each) for each in in_force.split("\2") if each[:1].isdigit()]
        days = days or [(dt.date.fromisoformat(committed), dt.date.fromisoformat(committed))]
        first, last = min(first for first, _ in days), max(last for _, last in days)
        yield LawCommit(known, tuple(dict.fromkeys(laws.split("\2"))), first, last, frozenset(files))


def _days(span: str) -> tuple[dt.date, dt.date]:
    """The days of a trailer `In-Force`: one, or a window 2010-12-04..2011-01-03."""
    first, _, last = span.partition("..")
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
