"""The graph for networkx, and as GraphML, which networkx and Gephi read with typed attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lawdiff.graph.amendment_graph import AmendmentGraph, EffectEdge, LawNode, ProvisionNode
from lawdiff.graph.quoting import plain
from lawdiff.graph.reference_target import Outside, outsides, target_of
from lawdiff.law.address import cite
from lawdiff.law.eid import EId
from lawdiff.law.reference import Reference

Attributes = dict[str, str | int | bool]


def network_of(graph: AmendmentGraph) -> Any:
    """The graph as a `networkx.MultiDiGraph` whose attributes are text, whole numbers or yes and no.

    Nodes are `law:2010-11-23/354-IV`, the act `kz/2002/345`, its provisions `kz/2002/345#art_7`, so that
    the graphs of several acts can be put together. Edges have `relation`: `effect`; `contains` between
    the act, its chapters, articles and what is in them; `reference` from the provision whose words refer.
    """
    import networkx

    network = networkx.MultiDiGraph()
    network.graph.update(graph_texts(graph))
    for name, attributes in nodes(graph):
        network.add_node(name, **attributes)
    for key, source, target, attributes in edges(graph):
        network.add_edge(source, target, key=key, **attributes)
    return network


def graph_graphml(graph: AmendmentGraph) -> str:
    """GraphML that `networkx.read_graphml(..., force_multigraph=True)` gives back equal to `network_of`."""
    from networkx.readwrite.graphml import generate_graphml

    lines = "\n".join(generate_graphml(network_of(graph)))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{lines}\n'


def graph_texts(graph: AmendmentGraph) -> dict[str, str]:
    """What is said of the graph as a whole: its name, its part, the day of its references."""
    day = graph.day_references.day.isoformat() if graph.day_references else ""
    name = f"Amendments of {graph.act.id}"
    return _texts(name=name, language=graph.language, part=graph.question, references_on=day)


def nodes(graph: AmendmentGraph) -> Iterator[tuple[str, Attributes]]:
    """Every node with its attributes, the laws first; an attribute that is not known is left out."""
    laws = {law_name(law): _law(law) for law in graph.laws}
    yield from laws.items()
    for node in graph.provisions:
        reworded = [row.law for row in graph.reworded if row.target == node.eid]
        yield provision_name(graph, node.eid), _provision(node, " ".join(reworded), graph.language)
    for outside in outsides(graph):
        if plain(outside.name) not in laws:
            yield plain(outside.name), _outside(outside)


def edges(graph: AmendmentGraph) -> Iterator[tuple[str, str, str, Attributes]]:
    """Every edge as its key, the nodes it joins and its attributes."""
    names = {law.number: law_name(law) for law in graph.laws}
    for index, edge in enumerate(graph.effects, start=1):
        yield f"e{index}", names[edge.law], provision_name(graph, edge.target), _effect(edge)
    inner = (node for node in graph.provisions if node.within)
    for index, node in enumerate(inner, start=1):
        outer = provision_name(graph, node.within or node.eid)
        yield f"c{index}", outer, provision_name(graph, node.eid), {"relation": "contains"}
    for index, each in enumerate(graph.references, start=1):
        found = target_of(graph, each)
        target = plain(found.name) if isinstance(found, Outside) else provision_name(graph, found)
        yield f"r{index}", provision_name(graph, each.source), target, _reference(each)


def law_name(law: LawNode) -> str:
    """A law's node; the day keeps apart the laws No. 40 of two years."""
    return plain(f"law:{law.adopted}/{law.number}" if law.adopted else f"law:{law.number}")


def provision_name(graph: AmendmentGraph, eid: EId) -> str:
    """A provision's node."""
    return plain(graph.act.id if eid == "act" else f"{graph.act.id}#{eid}")


def _law(law: LawNode) -> Attributes:
    when = law.commencements[0] if law.commencements else None
    return {
        "type": "law",
        **_texts(
            label=law.number,
            number=law.number,
            title=law.title,
            title_official=law.title_official,
            adopted=str(law.adopted or ""),
            published=str(law.published or ""),
            in_force=str(when.first) if when else "",
            in_force_latest=str(when.last) if when else "",
            basis=when.basis.value if when else "unknown",
        ),
        "announced": law.announced,
        "proposed": law.proposed,
    }


def _provision(node: ProvisionNode, reworded_by: str, language: str) -> Attributes:
    """`reworded_by`: laws whose rewording took older notes away, so that laws before them may be missing."""
    kind = "act" if node.eid == "act" else "provision"
    texts = _texts(label=cite(node.eid, language), eid=node.eid, level=node.eid.kind)
    texts |= _texts(title=node.title, unit=node.unit, reworded_by=reworded_by)
    return {"type": kind, **texts, "printed": node.is_printed}


def _outside(outside: Outside) -> Attributes:
    number, adopted = outside.number, outside.adopted
    return {
        "type": outside.type,
        **_texts(label=outside.label, title=outside.title, number=number, adopted=adopted),
    }


def _reference(each: Reference) -> Attributes:
    """`to` is the kind of what it points at; `exists` is left out where that is not known."""
    found: Attributes = {
        "relation": "reference",
        **_texts(
            label=each.words,
            to=each.kind.value,
            certainty=each.certainty.value,
            reason=each.reason,
            state=each.state.value,
        ),
    }
    return found if each.exists is None else {**found, "exists": each.exists}


def _effect(edge: EffectEdge) -> Attributes:
    when = edge.commencement
    found: Attributes = {
        "relation": "effect",
        **_texts(
            label=edge.kind.value,
            kind=edge.kind.value,
            adopted=str(edge.adopted or ""),
            published=str(edge.published or ""),
            in_force=str(when.first) if when else "",
            in_force_latest=str(when.last) if when else "",
            basis=when.basis.value if when else "unknown",
            certainty=edge.certainty.value,
            one_of=" ".join(edge.candidates),
            part_of=edge.part_of or "",
            moved_to=edge.moved_to or "",
            source=edge.source,
            confirmed_by=edge.confirmed_by,
        ),
        "certain": edge.is_certain,
        "announced": edge.announced,
        "proposed": edge.proposed,
        "footnote": edge.has_note,
    }
    if edge.line is not None:
        found["line"] = edge.line
    return found


def _texts(**values: str) -> dict[str, str]:
    return {name: plain(value) for name, value in values.items() if value}
