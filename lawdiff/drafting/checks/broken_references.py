"""References of the law that a bill breaks: to what it excludes, renumbers or moves."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.drafting.checks.changed_texts import finding
from lawdiff.drafting.proposal import Proposal
from lawdiff.history.engine import fold
from lawdiff.history.references import references
from lawdiff.law.act_text import find_node
from lawdiff.law.address import cite
from lawdiff.law.amendment import Exclude, Move
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding, Severity
from lawdiff.law.reference import Reference
from lawdiff.law.timeline import EvidenceScope


def broken_references(proposal: Proposal) -> Iterator[Finding]:
    """A finding for each reference that leads nowhere, or elsewhere, once the proposal is law."""
    day = proposal.file.base
    before = references(proposal.timelines, day)
    after = references(fold(proposal.with_it, EvidenceScope.ALL), day)
    broken = {(each.source, each.words, each.target) for each in before if each.to_nothing}
    moves = [change for change in proposal.changes if isinstance(change, Move)]
    for each in after:
        key = (each.source, each.words, each.target)
        if each.target is None or key in broken:
            continue
        if each.to_nothing or _is_gone(proposal, each.target):
            broken.add(key)
            yield _finding(
                proposal, each, "reference-broken", f"which the bill leaves without words{_advice(each)}"
            )
        for move in moves:
            if each.target.within(move.target) and find_node(proposal.after, move.target):
                yield _finding(
                    proposal, each, "reference-moved", f"whose words move to {cite(move.to)}{_advice(each)}"
                )


def _is_gone(proposal: Proposal, target: EId) -> bool:
    """Whether the bill takes away what is referred to, or what it stands in."""
    if find_node(proposal.before, target) is None:
        return False
    node = find_node(proposal.after, target)
    return node is None or (node.is_excluded and not _was_excluded(proposal, target))


def _was_excluded(proposal: Proposal, target: EId) -> bool:
    node = find_node(proposal.before, target)
    return node is not None and node.is_excluded


def _finding(proposal: Proposal, each: Reference, code: str, what: str) -> Finding:
    assert each.target is not None
    line = next(
        (
            a.line
            for a in proposal.amendments
            if isinstance(a.change, Exclude | Move) and each.target.within(a.change.target)
        ),
        None,
    )
    return finding(
        proposal,
        code,
        each.source,
        f"{cite(each.source)} refers to {cite(each.target)} (“{each.words}”), {what}",
        Severity.ERROR,
        line,
    )


def _advice(each: Reference) -> str:
    return f"; amend {cite(each.source)} too"
