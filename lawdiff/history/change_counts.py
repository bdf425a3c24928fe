"""How many changes of each kind there are: under each article, and by each law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lawdiff.history.change import Change, ChangeKind
from lawdiff.law.eid import EId
from lawdiff.law.wording import in_order


def by_article(changes: Iterable[Change]) -> dict[EId, Counter[ChangeKind]]:
    """The kinds of change under each article, chapter title or the preamble, in the order of the text."""
    found: dict[EId, Counter[ChangeKind]] = {}
    for change in changes:
        top = EId(change.eid.partition("__")[0])
        found.setdefault(top, Counter())[change.kind] += 1
    return found


def by_law(changes: Sequence[Change]) -> dict[str, Counter[ChangeKind]]:
    """The kinds of change in which each law had a part, by commencement."""
    found: dict[str, Counter[ChangeKind]] = {}
    for reason in in_order([reason for change in changes for reason in change.by]):
        kinds = (change.kind for change in changes if any(each.law == reason.law for each in change.by))
        found[reason.law] = Counter(kinds)
    return found
