"""The file of a proposal, written: front matter, amending text, explanatory note."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lawdiff.drafting.amending_text import amending_text, bill_items
from lawdiff.history.applied import applied
from lawdiff.law.act_text import TextNode, first_difference
from lawdiff.law.address import cite
from lawdiff.law.amendment import Amendment
from lawdiff.law.clause import Clause
from lawdiff.law.errors import SourceError, UsageError
from lawdiff.sources.instructions.reader import read_amendments
from lawdiff.sources.proposal_file import (
    AMENDMENTS,
    DEFAULT_CLAUSE,
    FENCE,
    NOTE,
    ProposalFile,
    Sweep,
    read_proposal,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the front matter of a proposal says, and its explanatory note."""

    title: str
    act: str
    base: dt.date
    language: str
    proposer: str = ""
    commencement: Clause = DEFAULT_CLAUSE
    sweeps: tuple[Sweep, ...] = ()
    note: str = ""


def head_of(file: ProposalFile) -> Head:
    """The head of a proposal that is there already."""
    return Head(
        file.title,
        file.act,
        file.base,
        file.language,
        file.proposer,
        file.commencement,
        file.sweeps,
        file.note,
    )


def proposal_text(slug: str, head: Head, amendments: Sequence[Amendment], root: TextNode) -> str:
    """The file of a proposal that makes these amendments of the act `root`.

    The loop is closed here: the text is read again and applied, and must give the same words as the
    amendments do. SourceError, with the place, where it does not: nothing is to be written then.
    """
    text = "\n".join(_lines(head, amendments, root))
    wanted = applied(root, [amendment.change for amendment in amendments])
    path = f"{slug}.md"
    again = read_amendments(read_proposal(text, slug, path).entries, root, path)
    got = applied(root, [amendment.change for amendment in again])
    if got != wanted:
        raise SourceError(
            f"{cite(first_difference(wanted, got))} cannot be written as an amendment that reads back "
            "the same"
        )
    return text


def _lines(head: Head, amendments: Sequence[Amendment], root: TextNode) -> Iterator[str]:
    yield FENCE
    yield f"title = {_toml(head.title)}"
    yield f"act = {_toml(head.act)}"
    yield f"base = {head.base}"
    yield f"language = {_toml(head.language)}"
    yield f"commencement = {_toml(str(head.commencement))}"
    if head.proposer:
        yield f"proposer = {_toml(head.proposer)}"
    for sweep in head.sweeps:
        yield from ("", "[[sweep]]", "forms = [")
        yield from (f"  [{_toml(old)}, {_toml(new)}]," for old, new in sweep.forms)
        yield "]"
    yield from (FENCE, "", f"## {AMENDMENTS}", "")
    yield amending_text(bill_items(amendments, root)).rstrip("\n")
    yield ""
    if head.note:
        yield from (f"## {NOTE}", "", head.note, "")


def _toml(words: str) -> str:
    """The words as a TOML string, which JSON's are as well."""
    return json.dumps(words, ensure_ascii=False)


def write_file(path: Path, text: str, *, replace: bool = False) -> None:
    """Write a proposal beside its place and move it there, so that nobody meets half of it.

    UsageError where there is one already and it is not to be replaced, or where it cannot be written.
    """
    if path.exists() and not replace:
        raise UsageError(f"{path} is there already; name another with --slug, or say --replace")
    partial = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(text, encoding="utf-8", newline="\n")
        partial.replace(path)
    except OSError as problem:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written ({problem.strerror}); name another folder") from None
