"""The laws behind the marks: every reason of a file under a short name, and their table."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from lawdiff.law.commencement import Basis, Commencement
from lawdiff.law.law_order import is_proposal
from lawdiff.law.wording import Reason
from lawdiff.store.markdown_text import escape_inside

TITLE = "Laws behind the marks"
HEADER = ("Mark", "Adopted", "In force", "Basis", "Kind", "Certainty", "Source")
UNKNOWN = "unknown"
NO_LAW = "no law, only proposed"
_NTH = re.compile(r"/[0-9]+\Z")  # "354-IV/2", but no part of "proposal/disability-terms"


def ordered(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The distinct reasons in the order of the table, whatever order they were found in."""
    return tuple(sorted(set(reasons), key=_order))


def marks_of(reasons: Sequence[Reason]) -> Mapping[Reason, str]:
    """The mark of each reason: its law's number; a law's second reason is `354-IV/2`."""
    count: Counter[str] = Counter()
    marks = {}
    for reason in reasons:
        count[reason.law] += 1
        nth = count[reason.law]
        marks[reason] = reason.law if nth == 1 else f"{reason.law}/{nth}"
    return marks


def table_lines(reasons: Sequence[Reason]) -> Iterable[str]:
    """The table under its heading, nothing where no law has a part in the file."""
    if not reasons:
        return
    yield from ("", f"## {TITLE}", "", row(HEADER), row(["---"] * len(HEADER)))
    for reason, mark in marks_of(reasons).items():
        yield _law_row(mark, reason)


@lru_cache(maxsize=1024)
def _law_row(mark: str, reason: Reason) -> str:
    cells = (mark, _adopted(reason), in_force(reason.commencement), _basis(reason.commencement))
    return row(escape_inside(cell) for cell in (*cells, reason.kind, reason.certainty, reason.source))


def row(cells: Iterable[str]) -> str:
    """One line of a table."""
    return f"| {' | '.join(cells)} |"


def reasons_read(rows: Iterable[Sequence[str]]) -> dict[str, Reason]:
    """The reasons by their marks, from the table's rows. ValueError for what is no such row."""
    return {cells[0]: _reason(*cells) for cells in rows}


def in_force(when: Commencement | None) -> str:
    """A commencement as its first day, or as a window: `2010-12-04..2011-01-03`."""
    if when is None:
        return UNKNOWN
    return f"{when.first}..{when.last}" if when.is_window else f"{when.first}"


def _reason(mark: str, adopted: str, when: str, basis: str, kind: str, certainty: str, source: str) -> Reason:
    commencement = None
    if when != UNKNOWN:
        first, _, last = when.partition("..")
        days = (dt.date.fromisoformat(first), dt.date.fromisoformat(last or first))
        commencement = Commencement(*days, Basis(basis))
    law = _NTH.sub("", mark)
    if adopted == NO_LAW and not is_proposal(law):
        raise ValueError(f"{law} is a law, and its row says that it is none")
    day = None if adopted in (UNKNOWN, NO_LAW) else dt.date.fromisoformat(adopted)
    return Reason(law, day, commencement, kind, certainty, source)


def _adopted(reason: Reason) -> str:
    """The day of adoption; that nobody has adopted it, for a proposal."""
    if is_proposal(reason.law):
        return NO_LAW
    return reason.adopted.isoformat() if reason.adopted else UNKNOWN


def _basis(when: Commencement | None) -> str:
    return when.basis.value if when else UNKNOWN


def _order(reason: Reason) -> tuple[object, ...]:
    when = reason.commencement
    days = (when.last, when.basis.value) if when else (dt.date.min, "")
    return (reason.order, *days, reason.adopted is None, reason.kind, reason.certainty, reason.source)
