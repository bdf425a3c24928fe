"""An edited text as the law takes it: numbers that went are excluded or moved, new ones follow the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lawdiff.drafting.node_changes import Moves, paired_passages
from lawdiff.history.numbering import is_in_row, next_number, same_row
from lawdiff.law.act_text import (
    EXCLUDED,
    NOT_KNOWN,
    TextNode,
    changed_nodes,
    find_node,
    home_of,
    numeral,
    under_another_number,
    words_at,
)
from lawdiff.law.address import cite
from lawdiff.law.amendment import Exclude, Move
from lawdiff.law.eid import EId, number_order
from lawdiff.law.errors import SourceError

_NUMBERED = ("chp", "art", "para", "subpara")


def as_intended(before: TextNode, after: TextNode) -> tuple[TextNode, Moves]:
    """The edited act with the numbers that were deleted standing excluded, and what moved to another number.

    SourceError where a number stands twice, an excluded one is used again, a new one does not follow the
    rules or has no words, an article stands in another chapter, or words are given up for "not known".
    """
    _check_numbers(before, after)
    places = counterparts(before, after)
    moved = tuple(_moves(before, after))
    left = {move.target for move in moved}
    displaced = [node.eid for node in before.walk() if node.eid in {move.to for move in moved} - left]
    moves = Moves(moved, tuple(Exclude(eid) for eid in displaced))
    came_from = {new: old for old, new in places.items()}
    _must_be_known(before, after, came_from, moves)
    _must_have_words(after, came_from, moves)
    kept = {node.eid for node in after.walk()}
    intended = after
    for node in before.walk():
        home = places.get(home_of(before, node.eid))
        has_own_order = any(node.eid.within(each) for each in (*left, *displaced))
        if node.eid.kind not in _NUMBERED or has_own_order or home is None:
            continue
        there = home.child(*node.eid.segments[-1]) if node.eid.parent else node.eid
        if there not in kept:
            intended = _with_excluded(intended, home, replace(node, eid=there))
    return intended, moves


def _must_be_known(before: TextNode, after: TextNode, came_from: dict[EId, EId], moves: Moves) -> None:
    """What stands for words that nobody knows is not put in the place of words."""
    for eid, text in after.texts():
        moved = any(eid.within(each) for each in moves.arrived)
        if text == NOT_KNOWN and words_at(before, came_from.get(eid, eid)) != text and not moved:
            raise SourceError(f"“{text}” is no wording of {cite(eid)}; leave it where it was, or give words")


def _must_have_words(after: TextNode, came_from: dict[EId, EId], moves: Moves) -> None:
    """A number that was not there is not brought in as an excluded one."""
    for node in after.walk():
        is_new = node.eid not in came_from and not any(node.eid.within(each) for each in moves.arrived)
        if node.eid.kind in _NUMBERED and node.is_excluded and is_new:
            raise SourceError(f"{cite(node.eid)} is new and has no words; give it words, or take it out")


def counterparts(before: TextNode, after: TextNode) -> dict[EId, EId]:
    """Where each node that is still there stands after the edits: a passage that came before others shifts
    them, with the items under them."""
    found: dict[EId, EId] = {}

    def follow(old: TextNode, new: TextNode) -> None:
        found[old.eid] = new.eid
        numbered = {child.eid.segments[-1]: child for child in new.children if child.eid.kind != "al"}
        for child in old.children:
            other = numbered.get(child.eid.segments[-1])
            if other is not None:
                follow(child, other)
        for one, other in paired_passages(old, new):
            follow(one, other)

    follow(before, after)
    return found


def _with_excluded(after: TextNode, home: EId, node: TextNode) -> TextNode:
    """The act with the number of a deleted provision back in its place; what it stood in may be gone too."""
    holder = find_node(after, home)
    if holder is None or holder.is_excluded:
        return after
    gone = (EXCLUDED, None) if node.heading is not None else (None, EXCLUDED)
    place = TextNode(node.eid, node.num, *gone)
    at = sum(_is_before(child, node, holder) for child in holder.children)
    children = (*holder.children[:at], place, *holder.children[at:])
    done = changed_nodes(after, lambda each: replace(each, children=children) if each.eid == home else each)
    assert done is not None
    return done


def _is_before(child: TextNode, node: TextNode, holder: TextNode) -> bool:
    """Whether a child stands before the place of a number: passages behind the row's last number do not."""
    if child.eid.kind == node.eid.kind:
        return number_order(child.eid.number) < number_order(node.eid.number)
    row = [at for at, each in enumerate(holder.children) if each.eid.kind == node.eid.kind]
    smaller = [
        at for at in row if number_order(holder.children[at].eid.number) < number_order(node.eid.number)
    ]
    return bool(smaller) and holder.children.index(child) < smaller[-1]


def _moves(before: TextNode, after: TextNode) -> Iterator[Move]:
    """Provisions whose words stand under another number of the same row, where the old number is gone or says
    something else. What is inside one that moved comes along."""
    old = {node.eid: node for node in before.walk() if node.eid.kind in _NUMBERED and node.eid.kind != "chp"}
    new = {node.eid: node for node in after.walk() if node.eid.kind in _NUMBERED and node.eid.kind != "chp"}
    changed = [node for eid, node in new.items() if eid not in old or not _same(old[eid], node)]
    left = [node for eid, node in old.items() if eid not in new or not _same(node, new[eid])]
    came_from: dict[EId, EId] = {}
    for node in sorted(changed, key=lambda each: len(each.eid.segments)):
        if any(node.eid.within(each) for each in came_from):
            continue
        for was in left:
            is_free = not was.is_excluded and not any(was.eid.within(each) for each in came_from.values())
            if is_free and same_row(was.eid, node.eid) and _same(was, node):
                came_from[node.eid] = was.eid
                break
    return (Move(came_from[node.eid], node.eid) for node in changed if node.eid in came_from)


def _same(one: TextNode, other: TextNode) -> bool:
    """Whether two provisions have the same words, whatever their numbers."""
    if (one.heading, one.text, len(one.children)) != (other.heading, other.text, len(other.children)):
        return False
    return under_another_number(one, other.eid) == other


def _check_numbers(before: TextNode, after: TextNode) -> None:
    for node in after.walk():
        if "-x" in node.eid:
            raise SourceError(
                f"{node.num} stands twice in {cite(node.eid.parent) if node.eid.parent else 'the act'}"
            )
    excluded = {node.eid for node in before.walk() if node.is_excluded}
    for node in after.walk():
        if node.eid in excluded and not node.is_excluded:
            raise SourceError(
                f"{cite(node.eid)} is excluded and its number stays (Law No. 480-V, art. 26(7)); "
                "put the new words under a number of their own"
            )
    homes = {child.eid: node.eid for node in before.walk() for child in node.children}
    for node in after.walk():
        for child in node.children:
            if child.eid.kind == "art" and homes.get(child.eid, node.eid) != node.eid:
                raise SourceError(
                    f"{cite(child.eid)} stands in another chapter; an article is moved by its number"
                )
    known = {node.eid for node in before.walk()}
    for node in after.walk():
        is_inside_new = node.eid.parent and node.eid.parent not in known
        if node.eid.kind in _NUMBERED and node.eid not in known and not is_inside_new:
            _check_new_number(before, after, node.eid)
    _check_order(after)


def _check_new_number(before: TextNode, after: TextNode, eid: EId) -> None:
    rows = [each.eid.number for root in (before, after) for each in root.walk() if same_row(each.eid, eid)]
    taken = {number for number in rows if number != eid.number}
    if is_in_row(eid.number, taken):
        return
    smaller = [number for number in taken if number_order(number) < number_order(eid.number)]
    last = max(smaller, key=number_order, default="")
    wanted = numeral(EId(f"{eid.kind}_{next_number(last, taken)}")) if last else "1"
    raise SourceError(
        f"{cite(eid)} does not follow any number; what is added there is {wanted} (Law No. 480-V, art. 26(7))"
    )


def _check_order(after: TextNode) -> None:
    """The order of a row is that of its numbers."""
    last: dict[tuple[str, EId | None], EId] = {}
    for node in after.walk():
        if node.eid.kind in _NUMBERED:
            row = (node.eid.kind, node.eid.parent)
            before = last.get(row)
            if before and number_order(before.number) > number_order(node.eid.number):
                raise SourceError(
                    f"{cite(node.eid)} stands behind {cite(before)}; the order of the law is that of "
                    "its numbers"
                )
            last[row] = node.eid
