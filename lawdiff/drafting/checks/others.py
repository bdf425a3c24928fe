"""Other proposals about the same act: the provisions that both change, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawdiff.drafting.checks.changed_texts import changed_texts, finding
from lawdiff.drafting.proposal import Proposal
from lawdiff.law.address import cite
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding, Severity


def met_by_others(proposal: Proposal, others: Sequence[Proposal]) -> Iterator[Finding]:
    """A finding for each other proposal that changes the same text in another way; a note where both make the
    same of it."""
    own = changed_texts(proposal)
    for other in others:
        theirs = changed_texts(other)
        both = [eid for eid in own if eid in theirs]
        apart = [eid for eid in both if own[eid] != theirs[eid]]
        alike = [eid for eid in both if own[eid] == theirs[eid]]
        if apart:
            yield finding(
                proposal,
                "conflict",
                apart[0],
                f"{_named(apart)}: the proposal {other.file.slug} makes other words of the same text; "
                "agree on one wording, or make one bill of both",
                Severity.ERROR,
            )
        if alike:
            yield finding(
                proposal,
                "same-change",
                alike[0],
                f"{_named(alike)}: the proposal {other.file.slug} makes the same change; "
                "leave it to one of them",
                Severity.NOTE,
            )


def _named(eids: Sequence[EId]) -> str:
    return ", ".join(cite(eid) for eid in eids)
