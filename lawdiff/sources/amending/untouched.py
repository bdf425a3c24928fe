"""What an amending law that was read whole did not touch inside a provision that a note says it amended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from lawdiff.law.act_text import TextNode, find_node
from lawdiff.law.effect import Certainty, Effect, Kind, Unchanged
from lawdiff.law.eid import EId
from lawdiff.sources.amending.later import TEXT, LaterEffects

_SHIFTS = (Kind.MOVE,)
_KEEPS_NUMBERS = (Kind.SUBSTITUTE, Kind.RENAME_AMEND, Kind.RENAME_REPLACE, Kind.INSERT, Kind.REPEAL)


def untouched(
    stated: Sequence[Effect],
    told: Sequence[Effect],
    whole: frozenset[str],
    root: TextNode,
    later: LaterEffects,
    day: dt.date,
) -> Iterator[Unchanged]:
    """A row for each part of a noted provision that the law, read whole, did not touch (R5).

    "Article 7 as amended by L" is exact where the text of L says which parts of Article 7 it amended, and no
    later law may have moved what stands there to other numbers: a later law must have been read whole too.
    `day` is the edition's own, so that no row proves a word beyond it.
    """
    for note in stated:
        if note.kind is not Kind.AMEND or note.certainty is not Certainty.STATED or note.announced:
            continue
        law = note.laws[0]
        own = [each for each in (*stated, *told) if each.laws == (law,)]
        if any(_acts_from_above(each, note, later) for each in own):
            continue
        inside = [each for each in told if each.laws == (law,) and each.target.within(note.target)]
        if law not in whole or not inside or any(each.kind in _SHIFTS for each in inside):
            continue
        if any(
            _may_shift(effect, told, whole, root) for effect in later.touching(note.target, note.causes[0])
        ):
            continue
        node = find_node(root, note.target)
        if node is not None:
            noted = [each for each in stated if each.laws == (law,) and each is not note]
            source = f"{inside[0].source.partition(',')[0]}: its text touches nothing else there"
            for eid, alone in _parts(node, [*inside, *(n for n in noted if n.target.within(note.target))]):
                yield Unchanged(eid, frozenset({law}), day, day, source, alone)


def _acts_from_above(effect: Effect, note: Effect, later: LaterEffects) -> bool:
    """Whether the law also did something to what the noted provision stands in, or to the words of the whole
    act: that reaches parts which no order of it names."""
    if effect.target == TEXT:
        return True
    return (
        effect.target != note.target
        and effect.kind is not Kind.INSERT
        and later.covers(effect.target, note.target)
    )


def _may_shift(effect: Effect, told: Sequence[Effect], whole: frozenset[str], root: TextNode) -> bool:
    """Whether a later effect may have given other numbers to what stands in the place: an unnumbered passage
    that came or went does, and so may whatever "as amended" stands for. A number that came does not (R1)."""
    if effect.target.kind == "al":
        return True
    if effect.kind in _KEEPS_NUMBERS:
        return False
    node = find_node(root, effect.target)
    if effect.kind in (Kind.AMEND, Kind.REPLACE) and node is not None and not node.children:
        return False
    if not set(effect.laws) <= whole:
        return True
    own = [each for each in told if each.laws == effect.laws]
    return any(each.kind in _SHIFTS or each.target.kind == "al" for each in own)


def _parts(node: TextNode, touching: Sequence[Effect]) -> Iterator[tuple[EId, bool]]:
    """The largest parts that nothing touches, each with whether it is a node's own words alone."""
    if any(each.target == node.eid and not each.own_text_only for each in touching):
        return
    if not any(each.target.within(node.eid) for each in touching):
        yield node.eid, False
        return
    if node.text is not None and not any(each.target == node.eid for each in touching):
        yield node.eid, True
    for child in node.children:
        yield from _parts(child, touching)
