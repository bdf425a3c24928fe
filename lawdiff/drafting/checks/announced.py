"""Changes that are adopted and not yet in force: a bill that meets them must amend the amending law."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.drafting.checks.changed_texts import changed_texts, finding
from lawdiff.drafting.proposal import Proposal
from lawdiff.history.pending import Pending, pending
from lawdiff.law.address import cite
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding

_VERBS = {"replace": "rewords", "amend": "amends", "repeal": "excludes", "insert": "inserts", "move": "moves"}


def announced(proposal: Proposal) -> Iterator[Finding]:
    """A finding for each announced change of a place that the proposal changes.

    227-V of 3 July 2014 rewords Article 38 from 1 January 2015: what a bill makes of Article 38 before that
    day is lost on it (Law of 06.04.2016 No. 480-V, art. 26(3)).
    """
    changed = tuple(changed_texts(proposal))
    for coming in pending(proposal.timelines, proposal.file.base):
        met = [eid for eid in changed if _meet(eid, coming)]
        if met:
            cause, target = coming.cause, coming.effect.target
            named = ", ".join(cite(eid) for eid in met)
            yield finding(
                proposal,
                "announced-change",
                met[0],
                f"{cause.law} {_VERBS.get(coming.effect.kind.value, 'changes')} {cite(target)} from "
                f"{cause.commencement.first}, and the bill changes {named}: "
                "what it makes there may be lost on that day. "
                f"Amend {cause.law} itself (Law of 06.04.2016 No. 480-V, art. 26(3)), or begin later",
            )


def _meet(eid: EId, coming: Pending) -> bool:
    target = coming.effect.target
    return eid.within(target) or target.within(eid.parent if eid.kind == "heading" and eid.parent else eid)
