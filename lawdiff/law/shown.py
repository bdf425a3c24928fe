"""What of an answer is shown: a provision without any words to show is one line, whatever hangs under it."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.law.answer import Node
from lawdiff.law.wording import State

_NOTHING = (State.ABSENT, State.UNRECORDED)


def is_closed(node: Node) -> bool:
    """Whether there are no words to show here: below a reworded container it is not even known whether
    its items existed, unless a source tells that they were brought or excluded. A title inside is words: that
    of a reworded article is known where the article is not."""
    return node.wording.state in _NOTHING and all(
        inner.wording.state in _NOTHING
        and not inner.existed
        and (inner.heading is None or inner.heading.state in _NOTHING)
        for child in node.children
        for inner in child.walk()
    )


def is_titled(node: Node) -> bool:
    """Whether the node stands under a title of its own: an article or a chapter."""
    return node.heading is not None or node.eid.kind in ("art", "chp")


def is_gone(node: Node) -> bool:
    """Whether nothing of the node is part of the law that day."""
    return node.wording.state is State.ABSENT and is_closed(node)


def shown_children(node: Node) -> Iterator[Node]:
    """The children, without the unnumbered passages that are not there: nobody can miss what has no name."""
    if is_closed(node):
        return
    for child in node.children:
        if child.num or not is_gone(child):
            yield child


def shown_states(node: Node) -> frozenset[State]:
    """Every state that the node shows in words, possibilities included."""
    return own_states(node).union(*map(shown_states, shown_children(node)))


def own_states(node: Node) -> frozenset[State]:
    """The same without what hangs under it."""
    own = [node.heading] if node.heading and not is_gone(node) else []
    if node.has_own_text or is_closed(node):
        own.append(node.wording)
    possible = (each.state for wording in own for each in wording.possibilities)
    return frozenset((*(wording.state for wording in own), *possible))
