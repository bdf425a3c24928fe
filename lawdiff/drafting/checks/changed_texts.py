"""The texts that a proposal changes, and the line of the amendment that does it."""

from __future__ import annotations

from lawdiff.drafting.proposal import Proposal
from lawdiff.law.act_text import TextNode, eids_inside, find_node
from lawdiff.law.amendment import TEXT, Amendment, Insert, Retitle, Substitute, place_of
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding, Severity


def changed_texts(proposal: Proposal) -> dict[EId, str | None]:
    """Every heading and own text that is another one after the proposal, with its words (None: gone)."""
    before, after = dict(proposal.before.texts()), dict(proposal.after.texts())
    eids = (*before, *(eid for eid in after if eid not in before))
    return {eid: after.get(eid) for eid in eids if before.get(eid) != after.get(eid)}


def line_of(proposal: Proposal, eid: EId) -> int | None:
    """The line of the first amendment that reaches a text."""
    for amendment in proposal.amendments:
        if eid in reached(proposal.before, amendment):
            return amendment.line
    return None


def reached(root: TextNode, amendment: Amendment) -> set[EId]:
    """The texts that an amendment may change."""
    change = amendment.change
    if isinstance(change, Insert):
        return set(eids_inside(change.node))
    if isinstance(change, Substitute) and change.target == TEXT:
        return {eid for eid, _ in root.texts()}
    place = place_of(change)
    node = find_node(root, place)
    if node is None:
        return set()
    if isinstance(change, Retitle) or place.kind == "heading" or place == "title":
        return {place}
    if place.names_own_text:
        return {place.own}
    return set(eids_inside(node))


def finding(
    proposal: Proposal,
    code: str,
    eid: EId | str,
    message: str,
    severity: Severity = Severity.WARNING,
    line: int | None = None,
) -> Finding:
    """A finding about a place of the proposal, with the line of the amendment that makes it."""
    at = line if line is not None or not isinstance(eid, EId) else line_of(proposal, eid)
    return Finding(code, eid, at, message, severity, proposal.file.path)
