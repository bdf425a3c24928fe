"""What a reference points at, as a node of the graph: a provision of this act, or something outside of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawdiff.graph.amendment_graph import ACT, AmendmentGraph
from lawdiff.law.eid import EId
from lawdiff.law.known_act import KnownAct
from lawdiff.law.reference import Reference, ReferenceKind


@dataclass(frozen=True, slots=True)
class Outside:
    """Something outside of the act, or not known: another act, a body of law ("labour legislation of the
    Republic of Kazakhstan"), or what cannot be told.

    `name` is its node, `type` one of `other-act`, `legislation` and `unknown`. `number` and `adopted` are
    those of another act, as far as they are known.
    """

    name: str
    type: str
    label: str
    title: str = ""
    number: str = ""
    adopted: str = ""

    @property
    def full_label(self) -> str:
        """With the title of an act: "377-IV. On state control and supervision"."""
        return self.label if self.title in ("", self.label) else f"{self.label}. {self.title}"


def target_of(graph: AmendmentGraph, each: Reference) -> EId | Outside:
    """What the reference points at. Two that cannot be told point at two things: whether they mean the same
    is not known either."""
    if each.act and each.act.held == graph.act.id:
        return ACT
    if each.kind is ReferenceKind.OTHER_ACT:
        return _known(each.act) if each.act else _named(each)
    if each.kind is ReferenceKind.LEGISLATION:
        return Outside(f"legislation:{each.words.lower()}", "legislation", each.words)
    if each.kind is ReferenceKind.UNKNOWN or each.target is None:
        place = f"{graph.act.id}#{each.source}:{each.span[0]}"
        return Outside(f"unknown:{place}", "unknown", each.words)
    return each.target


def outsides(graph: AmendmentGraph) -> Iterator[Outside]:
    """Everything outside of the act that a reference points at, each once. An amending law that is cited
    too is one node: `law:2011-01-06/377-IV` has the form of its name."""
    found: dict[str, Outside] = {}
    for each in graph.references:
        target = target_of(graph, each)
        if isinstance(target, Outside):
            found.setdefault(target.name, target)
    yield from found.values()


def _known(act: KnownAct) -> Outside:
    name = act.held or f"law:{act.adopted}/{act.number or act.kind.value}"
    label = act.number or act.title
    return Outside(name, "other-act", label, act.title, act.number, act.adopted.isoformat())


def _named(each: Reference) -> Outside:
    """An act that the register does not have, by what the words say of it."""
    name = each.act_number or each.act_title
    return Outside(f"law:{name}", "other-act", name, each.act_title, each.act_number)
