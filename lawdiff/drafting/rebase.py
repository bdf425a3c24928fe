"""A proposal moved to a newer day: what its amendments meet there, provision by provision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from lawdiff.drafting.checks.changed_texts import reached
from lawdiff.drafting.proposal import Proposal
from lawdiff.history.applied import applied
from lawdiff.history.does_not_apply import DoesNotApply
from lawdiff.history.text_on import text_on
from lawdiff.law.act_text import TextNode
from lawdiff.law.amendment import Amendment, place_of
from lawdiff.law.eid import EId
from lawdiff.law.wording import Reason, in_order


class Meeting(Enum):
    """What an amendment meets on the newer day. `UNPROVED`: the same words are recorded, and a law in between
    may have changed them; `MET`: a law changed the text, and it still applies; `DONE`: the law says already
    what it would make of it."""

    SAME = "unchanged"
    UNPROVED = "the same words, which a law in between may have changed"
    MET = "applies, though the law changed there"
    DONE = "done by the law already"
    LOST = "does not apply any more"


@dataclass(frozen=True, slots=True)
class Rebased:
    """One amendment on the newer day: the place, what it meets, why it is lost, and the laws in between."""

    amendment: Amendment
    place: EId
    meeting: Meeting
    why: str
    laws: tuple[str, ...]


def rebase(proposal: Proposal, day: dt.date) -> tuple[Rebased, ...]:
    """Each amendment of a proposal against the text of another day, in the order of the proposal."""
    root = text_on(proposal.timelines, day)
    return tuple(_rebased(proposal, amendment, root, day) for amendment in proposal.amendments)


def _rebased(proposal: Proposal, amendment: Amendment, root: TextNode, day: dt.date) -> Rebased:
    change = amendment.change
    place = place_of(change)
    texts = reached(proposal.before, amendment) | reached(proposal.after, amendment)
    old, new = dict(proposal.before.texts()), dict(root.texts())
    laws = _laws_between(proposal, sorted(texts), day)
    if all(old.get(eid) == new.get(eid) for eid in texts):
        return Rebased(amendment, place, Meeting.UNPROVED if laws else Meeting.SAME, "", laws)
    alone = dict(applied(proposal.before, [change]).texts())
    changed = [eid for eid in alone if alone[eid] != old.get(eid)]
    if changed and all(new.get(eid) == alone[eid] for eid in changed):
        return Rebased(amendment, place, Meeting.DONE, "", laws)
    try:
        applied(root, [change])
    except DoesNotApply as problem:
        return Rebased(amendment, place, Meeting.LOST, f"{problem}", laws)
    return Rebased(amendment, place, Meeting.MET, "", laws)


def _laws_between(proposal: Proposal, texts: Sequence[EId], day: dt.date) -> tuple[str, ...]:
    """The laws that touched the texts, or may have, after the base day and by the newer one."""
    found: list[Reason] = []
    for eid in texts:
        timeline = proposal.timelines.texts.get(eid)
        for reason in timeline.touched if timeline else ():
            when = reason.commencement
            if when and when.first <= day and proposal.file.base < when.last:
                found.append(reason)
    return tuple(reason.law for reason in in_order(found))


def kept(rows: Sequence[Rebased]) -> Iterator[Amendment]:
    """The amendments that still have something to change."""
    return (row.amendment for row in rows if row.meeting in (Meeting.SAME, Meeting.UNPROVED, Meeting.MET))
