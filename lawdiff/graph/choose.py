"""Questions to the graph: what one law touched, who touched a provision, what began between two days, what
refers to what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import replace

from lawdiff.graph.amendment_graph import ACT, TEXT, AmendmentGraph, EffectEdge
from lawdiff.history.references import ReferencesOn, referred_by, refers_to
from lawdiff.law.effect import Kind
from lawdiff.law.eid import EId

# The kinds as people ask for them; "rename" is every change of a title alone.
KINDS: dict[str, Callable[[EffectEdge], bool]] = {
    "insert": lambda edge: edge.kind is Kind.INSERT,
    "replace": lambda edge: edge.kind is Kind.REPLACE,
    "amend": lambda edge: edge.kind is Kind.AMEND,
    "substitute": lambda edge: edge.kind is Kind.SUBSTITUTE,
    "repeal": lambda edge: edge.kind is Kind.REPEAL,
    "rename": lambda edge: edge.is_rename,
    "move": lambda edge: edge.kind is Kind.MOVE,
}


# The edges between provisions, asked for like a kind of effect.
REFERENCE = "reference"


def by_law(graph: AmendmentGraph, number: str) -> AmendmentGraph:
    """All that one law touched, `354-IV`; where it is one of several candidates too."""
    return _kept(graph, lambda edge: edge.law == number)


def touching(graph: AmendmentGraph, asked: Collection[EId]) -> AmendmentGraph:
    """All effects on the provisions asked for, on anything inside them, and those on a container that may
    have reached them: the laws are those that `log` lists. References from them and to them stay."""
    laws = {law for eid in asked for law in _laws_at(graph, eid)}

    def reaches(edge: EffectEdge) -> bool:
        if any(graph.is_inside(edge.target, eid) for eid in asked):
            return True
        if edge.target == TEXT or edge.law not in laws:
            return False
        return edge.target == ACT or any(_is_within(graph, eid, edge.target) for eid in asked)

    return _kept(graph, reaches, _references_at(graph.day_references, tuple(asked)))


def between(graph: AmendmentGraph, start: dt.date, end: dt.date) -> AmendmentGraph:
    """All effects that began, or may have begun, on a day from `start` to `end`, both included.

    A commencement known as a window counts where any of its days lies in the span.
    """

    def begins(edge: EffectEdge) -> bool:
        when = edge.commencement
        return when is not None and when.first <= end and when.last >= start

    return _kept(graph, begins)


def of_kinds(graph: AmendmentGraph, kinds: Collection[str]) -> AmendmentGraph:
    """All effects of the kinds named, by the names of `KINDS`; the references where `REFERENCE` is one."""
    effects = [KINDS[kind] for kind in kinds if kind != REFERENCE]
    references = graph.day_references if REFERENCE in kinds else None
    return _kept(graph, lambda edge: any(wanted(edge) for wanted in effects), references)


def _references_at(references: ReferencesOn | None, asked: tuple[EId, ...]) -> ReferencesOn | None:
    """The references from the provisions asked for and to them."""
    if references is None:
        return None
    wanted = {*refers_to(references.found, asked), *referred_by(references.found, asked)}
    return replace(
        references,
        found=tuple(each for each in references.found if each in wanted),
        unsearched=tuple(eid for eid in references.unsearched if any(eid.within(one) for one in asked)),
    )


def _laws_at(graph: AmendmentGraph, eid: EId) -> set[str]:
    return {law for text, laws in graph.touched.items() if _is_within(graph, text, eid) for law in laws}


def _is_within(graph: AmendmentGraph, eid: EId, container: EId) -> bool:
    """As `is_inside`, for texts that are no node of the graph too."""
    if eid.within(container):
        return True
    nearest: EId | None = eid
    while nearest is not None and nearest not in graph.node:
        nearest = nearest.parent
    return nearest is not None and graph.is_inside(nearest, container)


def _kept(
    graph: AmendmentGraph,
    wanted: Callable[[EffectEdge], bool],
    references: ReferencesOn | None = None,
) -> AmendmentGraph:
    """The graph of the effects wanted and of these references: their laws, their ends and what these stand
    in."""
    effects = tuple(edge for edge in graph.effects if wanted(edge))
    laws = {edge.law for edge in effects}
    ends = {end for edge in effects for end in (edge.target, edge.moved_to) if end}
    ends |= {
        end for each in (references.found if references else ()) for end in (each.source, each.target) if end
    }
    kept = ends | {outer for eid in ends for outer in graph.containers(eid)}
    return replace(
        graph,
        laws=tuple(law for law in graph.laws if law.number in laws),
        provisions=tuple(node for node in graph.provisions if node.eid in kept),
        effects=effects,
        reworded=tuple(
            row for row in graph.reworded if any(_is_within(graph, row.target, e.target) for e in effects)
        ),
        day_references=references,
        is_whole=False,
    )
