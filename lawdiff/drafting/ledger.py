"""The ledger of a term: every place where it stands in a law, changed or left, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from lawdiff.history.cautions import cautions
from lawdiff.law.act_text import words_at
from lawdiff.law.eid import EId

if TYPE_CHECKING:
    from lawdiff.drafting.certainty import Certainty
    from lawdiff.drafting.proposal import Proposal
    from lawdiff.law.timeline import ActTimelines


class Fate(Enum):
    """What becomes of an occurrence: changed, left as it is, or in the proposed form already."""

    CHANGED = "changed"
    LEFT = "left"
    ALREADY = "already in the new form"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a term, or of a form near it: `span` counts the characters of that text.

    `new` are the words that come there, "" where it is left. `before` and `behind` are the words around it.
    """

    eid: EId
    span: tuple[int, int]
    words: str
    new: str
    fate: Fate
    reason: str
    before: str
    behind: str


def ledger_of(proposal: Proposal) -> tuple[Occurrence, ...]:
    """Every place of the terms that a proposal sweeps, with what the proposal as it stands makes of it.

    It may have been edited since the sweep.
    """
    from lawdiff.drafting.occurrences import occurrences

    found = [one for sweep in proposal.file.sweeps for one in occurrences(proposal.before, sweep.forms)]
    return tuple(_as_it_stands(proposal, one) for one in found)


def _as_it_stands(proposal: Proposal, one: Occurrence) -> Occurrence:
    before, after = words_at(proposal.before, one.eid), words_at(proposal.after, one.eid)
    if one.fate is Fate.CHANGED and before == after:
        return replace(one, fate=Fate.LEFT, new="", reason="the proposal leaves it as it is")
    if one.fate is Fate.LEFT and before != after:
        return replace(one, reason="the proposal changes this text in another way; read it there")
    return one


def cautions_of(
    timelines: ActTimelines, day: dt.date, certainty: Certainty, eids: Iterable[EId]
) -> tuple[str, ...]:
    """What a reader of a ledger must know of its day, and of the laws behind the wording of those texts."""
    wordings = [wording for eid in eids if (wording := certainty.wording(eid))]
    return tuple(cautions(timelines, (day,), [each for wording in wordings for each in wording.because]))
