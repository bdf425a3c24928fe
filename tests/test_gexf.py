"""GEXF as its 1.3 grammar has it: which elements and attributes stand where, and of what type values are."""

from __future__ import annotations

import datetime as dt
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

import networkx
import pytest
from test_graph_references import whole

from lawdiff.graph.amendment_graph import AmendmentGraph
from lawdiff.graph.choose import by_law, of_kinds, touching
from lawdiff.graph.gexf import NAMESPACE, graph_gexf
from lawdiff.graph.network import network_of
from lawdiff.law.eid import EId


@dataclass(frozen=True)
class Element:
    """What the grammar says of an element: attributes it must and may have, its children in their order."""

    must: frozenset[str]
    may: frozenset[str]
    children: tuple[str, ...]


def element(must: str, may: str, children: str) -> Element:
    return Element(frozenset(must.split()), frozenset(may.split()), tuple(children.split()))


TIMES = "start end"
GRAMMAR = {
    "gexf": element("version", "variant", "meta graph"),
    "meta": element("", "lastmodifieddate", "creator keywords description"),
    "creator": element("", "", ""),
    "description": element("", "", ""),
    "graph": element(
        "", f"defaultedgetype idtype timeformat mode timerepresentation {TIMES}", "attributes nodes edges"
    ),
    "attributes": element("class", f"mode {TIMES}", "attribute"),
    "attribute": element("id title type", "", "default options"),
    "nodes": element("", "count", "node"),
    "edges": element("", "count", "edge"),
    "node": element("id", f"label {TIMES}", "attvalues spells nodes edges parents"),
    "edge": element("source target", f"id type label weight kind {TIMES}", "attvalues spells"),
    "attvalues": element("", "", "attvalue"),
    "attvalue": element("for value", TIMES, ""),
}
ONCE = {"meta", "graph", "creator", "description", "nodes", "edges", "attvalues"}
VALUES = {
    "version": {"1.3"},
    "class": {"node", "edge"},
    "type": {"string", "integer", "boolean"},
    "defaultedgetype": {"directed", "undirected", "mutual"},
    "mode": {"static", "dynamic"},
    "timeformat": {"integer", "double", "date", "dateTime"},
}
PATTERNS = {"string": ".*", "integer": "-?[0-9]+", "boolean": "true|false"}


def problems(found: ET.Element) -> Iterator[str]:
    """Everything in the element and below it that the grammar does not allow."""
    name = found.tag.removeprefix(f"{{{NAMESPACE}}}")
    rule = GRAMMAR.get(name)
    if rule is None:
        yield f"no such element: {found.tag}"
        return
    given = set(found.attrib)
    if not rule.must <= given <= rule.must | rule.may:
        yield f"{name} has {sorted(given)}"
    yield from (
        f"{name} {mark}={value}"
        for mark, value in found.attrib.items()
        if value not in VALUES.get(mark, {value})
    )
    for mark in set(TIMES.split()) & given:
        dt.date.fromisoformat(found.attrib[mark])
    children = [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in found]
    places = [rule.children.index(child) if child in rule.children else -1 for child in children]
    if -1 in places or places != sorted(places):
        yield f"{name} holds {children}"
    yield from (f"{name} has two {child}" for child in ONCE if children.count(child) > 1)
    for child in found:
        yield from problems(child)


PARTS = [
    whole(),
    by_law(whole(), "354-IV"),
    touching(whole(), (EId("art_14"),)),
    of_kinds(whole(), ("reference",)),
]


@pytest.mark.parametrize("graph", PARTS, ids=["whole", "by 354-IV", "touching 14", "references"])
def test_gexf_follows_its_grammar(graph: AmendmentGraph) -> None:
    root = ET.fromstring(graph_gexf(graph))
    assert list(problems(root)) == []
    declared: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
    for holder in root.iter(f"{{{NAMESPACE}}}attributes"):
        declared[holder.attrib["class"]] |= {each.attrib["id"]: each.attrib["type"] for each in holder}
    for kind, types in declared.items():
        ids = [each.get("id") for each in root.iter(f"{{{NAMESPACE}}}{kind}")]
        assert len(ids) == len(set(ids))
        for each in root.iter(f"{{{NAMESPACE}}}{kind}"):
            for value in each.iter(f"{{{NAMESPACE}}}attvalue"):
                pattern = PATTERNS[types[value.attrib["for"]]]
                assert re.fullmatch(pattern, value.attrib["value"], re.DOTALL)


@pytest.mark.parametrize("graph", PARTS, ids=["whole", "by 354-IV", "touching 14", "references"])
def test_networkx_reads_it(graph: AmendmentGraph) -> None:
    read = networkx.read_gexf(io.BytesIO(graph_gexf(graph).encode()), version="1.3")
    wanted = network_of(graph)
    assert set(read) == set(wanted)
    assert set(read.edges()) == set(wanted.edges())


def test_the_grammar_finds_mistakes() -> None:
    """The test of the test."""
    written = graph_gexf(PARTS[1])
    for right, wrong in [
        ('mode="dynamic"', 'mode="lively"'),
        ('class="node"', ""),
        ("<edges>", "<nodes /><edges>"),
        ("<creator>", "<author />\n<creator>"),
    ]:
        assert list(problems(ET.fromstring(written.replace(right, wrong, 1))))
