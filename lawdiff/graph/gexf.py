"""The graph as GEXF 1.3 for Gephi, dynamic: its timeline shows each effect from its commencement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from lawdiff.graph.amendment_graph import AmendmentGraph
from lawdiff.graph.network import Attributes, edges, graph_texts, nodes
from lawdiff.graph.quoting import one_line, plain

NAMESPACE = "http://gexf.net/1.3"
_TYPES = {str: "string", int: "integer", bool: "boolean"}


def graph_gexf(graph: AmendmentGraph) -> str:
    """GEXF with the nodes, edges and attributes of `network_of`; an effect starts on its first day in force.

    Written here and not by networkx, whose writer notes the day of writing in the file (R15).
    """
    root = Element("gexf", {"xmlns": NAMESPACE, "version": "1.3"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "lawdiff"
    said = [f"Amendments of {graph.act.id} “{graph.act.title}”"]
    said += [
        f"{name}: {value}" for name, value in graph_texts(graph).items() if name not in ("name", "language")
    ]
    SubElement(meta, "description").text = plain("; ".join(said))
    main = SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"})
    every_node, every_edge = list(nodes(graph)), list(edges(graph))
    named_nodes = _declare(main, "node", (attributes for _, attributes in every_node))
    named_edges = _declare(main, "edge", (attributes for *_, attributes in every_edge))
    holder = SubElement(main, "nodes")
    for name, attributes in every_node:
        node = SubElement(holder, "node", {"id": name, "label": one_line(str(attributes["label"]))})
        _values(node, attributes, named_nodes)
    holder = SubElement(main, "edges")
    for key, source, target, attributes in every_edge:
        marks = dict(_edge_marks(attributes))
        edge = SubElement(holder, "edge", {"id": key, "source": source, "target": target, **marks})
        _values(edge, attributes, named_edges)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _edge_marks(attributes: Attributes) -> Iterator[tuple[str, str]]:
    """What GEXF has places of its own for: kind, which keeps parallel edges apart, label, first day."""
    yield "kind", str(attributes.get("kind", attributes["relation"]))
    for mark, name in (("label", "label"), ("start", "in_force")):
        if name in attributes:
            yield mark, one_line(str(attributes[name]))


def _declare(main: Element, kind: str, rows: Iterable[Attributes]) -> dict[str, str]:
    """Declare every attribute that a row has, but for the label; its id by its name."""
    types: dict[str, str] = {}
    for row in rows:
        for name, value in row.items():
            if name != "label":
                types.setdefault(name, _TYPES[type(value)])
    holder = SubElement(main, "attributes", {"class": kind})
    for index, (name, type_) in enumerate(types.items()):
        SubElement(holder, "attribute", {"id": f"{kind[0]}{index}", "title": name, "type": type_})
    return {name: f"{kind[0]}{index}" for index, name in enumerate(types)}


def _values(element: Element, attributes: Attributes, named: dict[str, str]) -> None:
    holder = SubElement(element, "attvalues")
    for name, value in attributes.items():
        if name in named:
            shown = str(value).lower() if isinstance(value, bool) else str(value)
            SubElement(holder, "attvalue", {"for": named[name], "value": shown})
