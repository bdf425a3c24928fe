"""Where the provisions of a changed law come from: the number that each had before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lawdiff.law.act_text import TextNode
from lawdiff.law.amendment import Change, Exclude, Insert, Move
from lawdiff.law.eid import EId


def origins(before: TextNode, after: TextNode, changes: Sequence[Change]) -> Mapping[EId, EId]:
    """The eId before the changes for each provision after them; what is new has none."""
    return dict(_Origins(before, changes).inside(after, before.eid))


class _Origins:
    def __init__(self, before: TextNode, changes: Sequence[Change]) -> None:
        self._before = {node.eid: node for node in before.walk()}
        self._new = {change.node.eid for change in changes if isinstance(change, Insert)}
        self._moved = {change.to: change.target for change in changes if isinstance(change, Move)}
        gone = [change.target for change in changes if isinstance(change, Exclude | Move)]
        self._gone = frozenset(gone)

    def inside(self, node: TextNode, origin: EId) -> Iterator[tuple[EId, EId]]:
        """The pairs of a node that comes from `origin`, and of all in it."""
        yield node.eid, origin
        passages = self._passages(node, origin)
        for child in node.children:
            if child.eid in self._new:
                continue
            own = passages.get(child.eid) if child.eid.kind == "al" else self._of(child, node, origin)
            if own is not None and own in self._before:
                yield from self.inside(child, own)

    def _of(self, child: TextNode, node: TextNode, origin: EId) -> EId | None:
        if child.eid in self._moved:
            return self._moved[child.eid]
        is_inside = child.eid.within(node.eid)
        eid = EId(origin + child.eid[len(node.eid) :]) if is_inside else child.eid
        return None if eid in self._moved.values() else eid

    def _passages(self, node: TextNode, origin: EId) -> dict[EId, EId]:
        """Unnumbered passages are counted again where one comes or goes: they keep their order."""
        old = [child.eid for child in self._before[origin].children if child.eid.kind == "al"]
        kept = [eid for eid in old if eid not in self._gone]
        new = [child.eid for child in node.children if child.eid.kind == "al" and child.eid not in self._new]
        return dict(zip(new, kept, strict=False))
