"""Whether the words that a bill changes are proved for its base day, and whether they still hold."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.drafting.checks.changed_texts import changed_texts, finding
from lawdiff.drafting.proposal import Proposal
from lawdiff.law.address import cite
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding, Severity
from lawdiff.law.wording import State, Wording

_PROVED = (State.RECORDED, State.ABSENT)


def base_wording(proposal: Proposal) -> Iterator[Finding]:
    """A finding for each changed text whose wording on the base day is not proved."""
    texts, day = proposal.timelines.texts, proposal.file.base
    doubtful: dict[tuple[State, tuple[str, ...]], list[EId]] = {}
    for eid in changed_texts(proposal):
        wording = texts[eid].on(day) if eid in texts else None
        if wording and wording.state not in _PROVED:
            doubtful.setdefault((wording.state, wording.laws), []).append(eid)
    for (state, laws), eids in doubtful.items():
        wording = texts[eids[0]].on(day)
        named = ", ".join(cite(eid) for eid in eids)
        yield finding(
            proposal,
            "wording-not-proved",
            eids[0],
            f"{named}: the wording on {day} is {state.value}{_because(wording, laws)}; "
            "compare it with the official text before the bill is signed",
            Severity.NOTE if state is State.RESTORED else Severity.WARNING,
        )


def _because(wording: Wording, laws: tuple[str, ...]) -> str:
    if wording.state is State.EARLIER and not laws:
        return ", the last that is recorded, and no proof of that day"
    return f" because of {', '.join(laws)}" if laws else ""


def changed_since(proposal: Proposal) -> Iterator[Finding]:
    """A finding for each law after the base day that changes the same texts: the bill should be rebased."""
    found: dict[str, list[EId]] = {}
    for eid in changed_texts(proposal):
        timeline = proposal.timelines.texts.get(eid)
        for reason in timeline.touched if timeline else ():
            when = reason.commencement
            if when and proposal.file.base < when.last and when.first <= proposal.timelines.horizon:
                found.setdefault(reason.law, []).append(eid)
    for law, eids in found.items():
        named = ", ".join(cite(eid) for eid in dict.fromkeys(eids))
        yield finding(
            proposal,
            "changed-since",
            eids[0],
            f"{law} came into force after {proposal.file.base} or may have, and touches {named}; "
            f"`lawdiff propose rebase {proposal.file.slug}` moves the proposal to a newer day",
        )


def new_edition(proposal: Proposal) -> Iterator[Finding]:
    """A finding where more than half of the articles change: such a law is adopted anew (art. 26(9))."""
    articles = [node.eid for node in proposal.before.walk() if node.eid.kind == "art"]
    changed = {EId(eid.partition("__")[0]) for eid in changed_texts(proposal)}
    touched = [eid for eid in articles if eid in changed]
    if articles and len(touched) * 2 > len(articles):
        yield finding(
            proposal,
            "new-edition",
            "act",
            f"{len(touched)} of {len(articles)} articles change: "
            "a law of which more than half changes is adopted in a new edition "
            "(Law of 06.04.2016 No. 480-V, art. 26(9))",
            Severity.WARNING,
        )
