"""A proposal as effects: they go in at the same door as a footnote, and are marked as nobody's law."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from lawdiff.history.applied import applied
from lawdiff.law.act_text import ACT, EXCLUDED, TITLE, TextNode, find_node, home_of, words_at
from lawdiff.law.amendment import TEXT, Change, Substitute
from lawdiff.law.clause import Clause
from lawdiff.law.commencement import Basis, Commencement
from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.evidence import Evidence
from lawdiff.law.law_order import PROPOSAL


@dataclass(frozen=True, slots=True)
class Proposed:
    """The changes of a proposal, and the text of the act on its base day that they are made on."""

    slug: str
    base: dt.date
    clause: Clause
    root: TextNode
    changes: tuple[Change, ...]

    @property
    def law(self) -> str:
        """What stands for the number of a law that it has not: `proposal/disability-terms`."""
        return PROPOSAL + self.slug


def with_proposal(evidence: Evidence, proposed: Proposed) -> Evidence:
    """The evidence as it would be with the proposal in force from its base day on."""
    return replace(evidence, effects=(*evidence.effects, *proposed_effects(proposed)))


def proposed_effects(proposed: Proposed) -> tuple[Effect, ...]:
    """One effect for each text that the proposal changes, brings or takes away, with its new words."""
    before, after = dict(proposed.root.texts()), applied(proposed.root, proposed.changes)
    cause = Cause(
        proposed.law, None, Commencement(proposed.base, proposed.base, Basis.UNKNOWN), proposed.clause
    )
    found = []
    new = dict(after.texts())
    for eid in (*new, *(eid for eid in before if eid not in new)):
        if before.get(eid) != new.get(eid):
            words = new.get(eid)
            found.append(
                Effect(
                    kind=_kind(eid, proposed, after),
                    target=eid,
                    causes=(cause,),
                    certainty=Certainty.PROPOSED,
                    source=proposed.law,
                    own_text_only=eid.kind != "heading" and find_node(proposed.root, eid) is not None,
                    text=None if words == EXCLUDED else words,
                    home=_home(after, eid) if eid not in before else None,
                )
            )
    return tuple(found)


def _kind(eid: EId, proposed: Proposed, after: TextNode) -> Kind:
    old, new = words_at(proposed.root, eid), words_at(after, eid)
    if old is None:
        return Kind.INSERT
    if new == EXCLUDED:
        return Kind.REPEAL
    if new is None:
        return Kind.REPEAL if _stands_in_excluded(proposed.root, after, eid) else Kind.MOVE
    if any(isinstance(change, Substitute) and _reaches(change, eid, after) for change in proposed.changes):
        return Kind.SUBSTITUTE
    return Kind.RENAME_REPLACE if eid == TITLE or eid.kind == "heading" else Kind.REPLACE


def _stands_in_excluded(before: TextNode, after: TextNode, eid: EId) -> bool:
    """Whether a text is gone with the provision that it stood in, whose number stays."""
    holder = _untitled(eid)
    while holder != ACT:
        node = find_node(after, holder)
        if node is not None:
            return node.is_excluded
        holder = home_of(before, holder)
    return False


def _untitled(eid: EId) -> EId:
    return eid.parent if eid.kind == "heading" and eid.parent else eid


def _reaches(change: Substitute, eid: EId, root: TextNode) -> bool:
    if change.target in (TEXT, eid) or change.target.own == eid:
        return True
    node = find_node(root, change.target)
    return node is not None and eid.kind != "heading" and any(each.eid == eid for each in node.walk())


def _home(root: TextNode, eid: EId) -> EId | None:
    """The container of a new chapter or article; everything else hangs where its eId says."""
    own = _untitled(eid)
    return home_of(root, own) if own.kind in ("art", "chp") else None
