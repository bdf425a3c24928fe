"""The law as a proposal would make it, for `asof --with` and `diff --with`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lawdiff.cli.asked_act import AskedAct
from lawdiff.cli.propose.drafts import open_drafts
from lawdiff.drafting.proposal import Proposal
from lawdiff.history.engine import fold
from lawdiff.law.errors import UsageError
from lawdiff.law.law_order import PROPOSAL
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope


@dataclass(frozen=True, slots=True)
class AsProposed:
    """A proposal, and the timelines of its act without it and with it in force from its base day on."""

    proposal: Proposal
    without: ActTimelines
    with_it: ActTimelines

    @property
    def law(self) -> str:
        """What stands for the number of a law that it has not."""
        return PROPOSAL + self.proposal.file.slug

    def cautions(self, day: dt.date) -> tuple[str, ...]:
        """What is said of a day on which the proposal changes nothing."""
        base = self.proposal.file.base
        if day >= base:
            return ()
        return (f"{self.law} changes the text of {base}; on {day} it changes nothing.",)


def open_as_proposed(
    name: str,
    act: AskedAct,
    proposals: str | None,
    evidence: str,
    clock: str = Clock.ENFORCED.value,
) -> AsProposed:
    """The proposal of that slug, and what it would make of its act."""
    if evidence != EvidenceScope.ALL.value:
        raise UsageError("a proposal changes the text that all evidence gives; leave out --evidence")
    drafts = open_drafts(act, proposals)
    proposal = drafts.open(name)
    about = (proposal.act.id, proposal.file.language)
    for said, own in zip((act.law, act.language), about, strict=True):
        if said not in (None, own):
            raise UsageError(f"the proposal {name} is about {own}, not about {said}")
    scope, ticking = EvidenceScope.ALL, Clock(clock)
    without = drafts.archive.timelines(proposal.act.id, scope, ticking, proposal.file.language)
    return AsProposed(proposal, without, fold(proposal.with_it, scope, ticking))
