"""The branches of two proposals merged by git: the articles that it cannot merge, and their provisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from lawdiff.drafting.checks.changed_texts import changed_texts, finding
from lawdiff.drafting.proposal import Proposal
from lawdiff.law.address import cite
from lawdiff.law.eid import EId, is_eid
from lawdiff.law.finding import Finding
from lawdiff.store.proposal_branch import has_branch, merge_conflicts


def unmergeable(proposal: Proposal, others: Sequence[Proposal], repository: Path) -> Iterator[Finding]:
    """A finding for each article that git cannot merge from the branches of two proposals.

    Both must be built. Git compares lines: it also stops where two proposals change neighbouring provisions.
    """
    if not has_branch(repository, proposal.file.slug):
        return
    own = changed_texts(proposal)
    for other in others:
        for path in merge_conflicts(repository, proposal.file.slug, other.file.slug) or ():
            name = PurePosixPath(path).stem
            article = EId(name) if is_eid(name) else None
            mine = [eid for eid in own if article is None or eid.within(article)]
            theirs = [eid for eid in changed_texts(other) if article is None or eid.within(article)]
            where = cite(article) if article else "the act's own page"
            yield finding(
                proposal,
                "merge-by-hand",
                mine[0] if mine else "act",
                f"git cannot merge the branches of both proposals in {where}: "
                f"this one changes {_named(mine)}, {other.file.slug} changes {_named(theirs)}; "
                "merge them by hand",
            )


def _named(eids: Sequence[EId]) -> str:
    return ", ".join(map(cite, eids)) or "nothing there"
