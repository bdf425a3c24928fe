"""Amendments applied: the text of an act before a bill in, the text after it out. All of a bill at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawdiff.history.amended_words import AmendedWords
from lawdiff.history.does_not_apply import DoesNotApply
from lawdiff.history.numbering import is_in_row, number_before, same_row
from lawdiff.law.act_text import (
    TextNode,
    changed_nodes,
    find_node,
    home_of,
    under_another_number,
)
from lawdiff.law.address import NOUN, cite
from lawdiff.law.amendment import Change, Exclude, Insert, Move, Reword
from lawdiff.law.eid import EId, number_order


def applied(root: TextNode, changes: Sequence[Change]) -> TextNode:
    """The act after these changes. Each is read against the act as it was before all of them.

    DoesNotApply, with the change, where a place or its words are not there, a number does not fit, or two
    changes meet on one text.
    """
    words = AmendedWords(root, changes)
    vacated = _vacated(root, changes)
    changed = changed_nodes(root, lambda node: None if node.eid in vacated else words.after(node))
    assert changed is not None
    moves = [change for change in changes if isinstance(change, Move)]
    for move in moves:
        node = _alone(root, move, words)
        changed = _put(changed, _home_of_move(changed, move), under_another_number(node, move.to), move)
    inserts = [change for change in changes if isinstance(change, Insert)]
    for insert in sorted(inserts, key=lambda change: (change.node.eid.kind == "art", change.node.eid.order)):
        changed = _put(changed, insert.home, insert.node, insert)
    for move in moves:
        _check_row(changed, move.to, move)
    for insert in inserts:
        _check_row(changed, insert.node.eid, insert)
    _check_once(changed, changes)
    return _passages_counted(changed, changes)


def _vacated(root: TextNode, changes: Sequence[Change]) -> set[EId]:
    """The places of which nothing is left: what moves away, an excluded passage without a number, and an
    excluded number that something else takes in the same bill."""
    moves = [change for change in changes if isinstance(change, Move)]
    taken = {move.to for move in moves}
    found = set()
    for change in changes:
        if isinstance(change, Exclude) and (change.target.kind == "al" or change.target in taken):
            found.add(change.target)
        if isinstance(change, Move):
            _must_stand(root, change.target, change)
            found.add(change.target)
    return found


def _must_stand(root: TextNode, eid: EId, change: Change) -> TextNode:
    node = find_node(root, eid)
    if node is None or eid.names_own_text:
        raise DoesNotApply(change, f"there is no {cite(eid)} in the law")
    return node


def _alone(root: TextNode, move: Move, words: AmendedWords) -> TextNode:
    """The node that moves, with what the other changes make of its words."""
    node = _must_stand(root, move.target, move)
    if move.target.kind != move.to.kind or move.target.kind == "al":
        raise DoesNotApply(move, f"{cite(move.target)} can only become another {NOUN[move.target.kind]}")
    changed = changed_nodes(node, words.after)
    assert changed is not None
    return changed


def _home_of_move(root: TextNode, move: Move) -> EId:
    if move.to.parent:
        return move.to.parent
    row = [node.eid for node in root.walk() if same_row(node.eid, move.to)]
    before = [eid for eid in row if number_order(eid.number) < number_order(move.to.number)]
    return home_of(root, before[-1] if before else row[0])


def _put(root: TextNode, home: EId, node: TextNode, change: Change) -> TextNode:
    """The tree with a node in its place under `home`."""
    holder = find_node(root, home)
    if holder is None:
        raise DoesNotApply(change, f"there is no {cite(home)} in the law to put {cite(node.eid)} into")
    if holder.is_excluded:
        raise DoesNotApply(change, f"{cite(home)} is excluded; nothing can be put into it")
    if node.eid.kind != "al" and find_node(root, node.eid):
        there = find_node(root, node.eid)
        why = (
            "is excluded and its number stays taken (Law No. 480-V, art. 26(7)); take another number"
            if there and there.is_excluded
            else "is in the law already; take another number, or exclude or move what has this one"
        )
        raise DoesNotApply(change, f"{cite(node.eid)} {why}")
    at = _place_among(holder, node.eid, change)
    children = (*holder.children[:at], node, *holder.children[at:])
    put = changed_nodes(root, lambda each: replace(each, children=children) if each is holder else each)
    assert put is not None
    return put


def _place_among(holder: TextNode, eid: EId, change: Change) -> int:
    """The index among the children of the holder where the eId belongs."""
    kin = [at for at, child in enumerate(holder.children) if child.eid.kind == eid.kind]
    if eid.kind != "al":
        smaller = [
            at for at in kin if number_order(holder.children[at].eid.number) < number_order(eid.number)
        ]
        if smaller:
            return smaller[-1] + 1
        if kin:
            return kin[0]
        return next(
            (at for at, child in enumerate(holder.children) if child.eid.kind == "al"), len(holder.children)
        )
    wanted = int(eid.number)
    if not 2 <= wanted <= len(kin) + 2:
        raise DoesNotApply(
            change, f"{cite(eid)} would leave a gap; the last passage of {cite(holder.eid)} is {len(kin) + 1}"
        )
    return kin[wanted - 2] if wanted - 2 < len(kin) else len(holder.children)


def _check_row(root: TextNode, eid: EId, change: Change) -> None:
    """A new number must follow its neighbour: 4-1 behind 4, 5 behind 4 where 4 is the last."""
    if eid.kind == "al":
        return
    row = {node.eid.number for node in root.walk() if same_row(node.eid, eid) and node.eid != eid}
    if not is_in_row(eid.number, row):
        before = number_before(eid.number) or "1"
        wanted = eid.parent.child(eid.kind, before) if eid.parent else EId(f"{eid.kind}_{before}")
        raise DoesNotApply(
            change,
            f"{cite(eid)} follows no number, for there is no {cite(wanted)}; what is new takes the number "
            "behind the last one, or the preceding one with a hyphen (Law No. 480-V, art. 26(7), 27(6))",
        )


def _check_once(root: TextNode, changes: Sequence[Change]) -> None:
    """No number may stand twice in the act, and the articles of all chapters count in one row: a new chapter
    cannot bring Article 5 again, nor stand with its articles before those of smaller numbers."""
    brought = {
        node.eid: change
        for change in changes
        for node in _new_nodes(change)
        if node.eid.kind in ("art", "chp")
    }
    seen: set[EId] = set()
    last: dict[str, EId] = {}
    for node in root.walk():
        eid = node.eid
        if eid.kind not in ("art", "chp"):
            continue
        change, before = brought.get(eid), last.get(eid.kind, eid)
        if eid in seen and change:
            raise DoesNotApply(change, f"{cite(eid)} is in the law already; give what is new its own number")
        if number_order(before.number) > number_order(eid.number) and (change or before in brought):
            raise DoesNotApply(
                change or brought[before],
                f"{cite(eid)} would stand behind {cite(before)}; put it into the chapter of its neighbours",
            )
        seen.add(eid)
        last[eid.kind] = eid


def _new_nodes(change: Change) -> Iterator[TextNode]:
    """The nodes that a change brings, those of a new number included."""
    if isinstance(change, Insert | Reword):
        yield from change.node.walk()
    elif isinstance(change, Move):
        yield TextNode(change.to, "")


def _passages_counted(root: TextNode, changes: Sequence[Change]) -> TextNode:
    """Unnumbered passages are counted again where one came or went."""
    homes: dict[EId, None] = {}
    for change in changes:
        if isinstance(change, Insert) and change.node.eid.kind == "al":
            homes[change.home] = None
        if isinstance(change, Exclude) and change.target.kind == "al" and change.target.parent:
            homes[change.target.parent] = None

    def counted(node: TextNode) -> TextNode:
        if node.eid not in homes:
            return node
        return replace(node, children=tuple(_counted(node)))

    done = changed_nodes(root, counted)
    assert done is not None
    return done


def _counted(node: TextNode) -> Iterator[TextNode]:
    number = 2
    for child in node.children:
        if child.eid.kind != "al":
            yield child
            continue
        eid = node.eid.child("al", str(number))
        number += 1
        yield child if child.eid == eid else under_another_number(child, eid)
