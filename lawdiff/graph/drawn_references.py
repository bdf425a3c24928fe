"""References as they are drawn: from article to article, each pair once, with what is doubtful about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawdiff.graph.amendment_graph import ACT, AmendmentGraph, unit_of
from lawdiff.graph.reference_target import Outside, target_of
from lawdiff.law.eid import EId
from lawdiff.law.reference import Reference, ReferenceCertainty, ReferenceKind
from lawdiff.law.wording import State


@dataclass(frozen=True, slots=True)
class DrawnReference:
    """All references of one article, preamble or chapter to one other, or to something outside."""

    source: EId
    target: EId | Outside
    references: tuple[Reference, ...]

    @property
    def is_sure(self) -> bool:
        """Whether one of them surely points there: a `later` wording is not surely that of the day."""
        return any(_is_sure(each) for each in self.references)

    @property
    def words(self) -> str:
        """For the edge: "refers to", "refers to nothing", "perhaps refers to"."""
        perhaps = "" if self.is_sure else "perhaps "
        nothing = " nothing" if all(each.to_nothing for each in self.references) else ""
        return f"{perhaps}refers to{nothing}"


def drawn_references(graph: AmendmentGraph) -> Iterator[DrawnReference]:
    """The references of the graph between articles, in the order of the text."""
    found: dict[tuple[EId, EId | Outside], list[Reference]] = {}
    for each in graph.references:
        target = target_of(graph, each)
        end = target if isinstance(target, Outside) or target == ACT else unit_of(target)
        if isinstance(end, Outside):
            end = _first(found, end)
        found.setdefault((unit_of(each.source), end), []).append(each)
    for (source, target), references in found.items():
        yield DrawnReference(source, target, tuple(references))


def drawn_units(graph: AmendmentGraph) -> frozenset[EId]:
    """The provisions between which references are drawn."""
    ends = (end for each in drawn_references(graph) for end in (each.source, each.target))
    return frozenset(end for end in ends if not isinstance(end, Outside))


def _first(found: dict[tuple[EId, EId | Outside], list[Reference]], end: Outside) -> Outside:
    """The same thing as it was named first: a body of law may be written in two ways."""
    named = (target for _, target in found if isinstance(target, Outside) and target.name == end.name)
    return next(named, end)


def _is_sure(each: Reference) -> bool:
    """Whether the words surely are those of the day, and point there."""
    doubtful = each.kind in (ReferenceKind.DOUBTFUL, ReferenceKind.UNKNOWN)
    known = each.state in (State.RECORDED, State.RESTORED)
    return known and not doubtful and each.certainty is not ReferenceCertainty.DOUBTFUL
