"""Every format of the graph reads back, is the same bytes each time, and no name can break it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import click
import networkx
import pytest
from conftest import law_evidence, law_source, law_timelines
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lawdiff.cli.graph_list import list_lines
from lawdiff.cli.graph_matrix import matrix_lines
from lawdiff.graph.amendment_graph import AmendmentGraph
from lawdiff.graph.build import graph_of
from lawdiff.graph.choose import by_law, touching
from lawdiff.graph.csv_form import COLUMNS, graph_csv
from lawdiff.graph.dot import graph_dot
from lawdiff.graph.gexf import NAMESPACE, graph_gexf
from lawdiff.graph.matrix import Mark, matrix_of
from lawdiff.graph.mermaid import graph_mermaid
from lawdiff.graph.network import graph_graphml, network_of
from lawdiff.graph.quoting import plain
from lawdiff.graph.svg import graph_svg
from lawdiff.graph.svg_shapes import SIGNS
from lawdiff.history.asof import act_on
from lawdiff.history.engine import fold
from lawdiff.history.proposed import Proposed, with_proposal
from lawdiff.law.act_text import act_text
from lawdiff.law.amendment import Exclude, Substitute
from lawdiff.law.clause import NO_CLAUSE
from lawdiff.law.eid import EId
from lawdiff.law.timeline import EvidenceScope

SVG = "{http://www.w3.org/2000/svg}"
WRITERS: dict[str, Callable[[AmendmentGraph], str]] = {
    "csv": graph_csv,
    "dot": graph_dot,
    "gexf": graph_gexf,
    "graphml": graph_graphml,
    "mermaid": graph_mermaid,
    "svg": graph_svg,
}


@cache
def graph(scope: EvidenceScope = EvidenceScope.ALL) -> AmendmentGraph:
    return graph_of(law_timelines(scope), law_source().laws)


def hostile(text: str) -> AmendmentGraph:
    """A small graph in which every name that a corpus gives is the text."""
    part = touching(graph(), (EId("art_7"), EId("art_32")))
    number = {law.number: f"{law.number}{text}" for law in part.laws}
    return replace(
        part,
        act=part.act._replace(title=text),
        laws=tuple(replace(law, number=number[law.number], title=text) for law in part.laws),
        provisions=tuple(replace(node, title=text, num=text) for node in part.provisions),
        effects=tuple(
            replace(edge, law=number[edge.law], source=text, confirmed_by=text) for edge in part.effects
        ),
    )


# --- formats


@pytest.mark.parametrize("scope", EvidenceScope)
def test_graphml_reads_back_equal(scope: EvidenceScope) -> None:
    same_network(graph_graphml(graph(scope)), graph(scope))


def same_network(written: str, of: AmendmentGraph) -> None:
    wanted = network_of(of)
    found = networkx.parse_graphml(written, force_multigraph=True)
    assert type(found) is type(wanted) is networkx.MultiDiGraph
    assert list(found.nodes(data=True)) == list(wanted.nodes(data=True))
    assert list(found.edges(keys=True, data=True)) == list(wanted.edges(keys=True, data=True))
    assert {key: found.graph[key] for key in wanted.graph} == wanted.graph


def test_graphml_attributes_have_types() -> None:
    key = "{http://graphml.graphdrawing.org/xmlns}key"
    types = {k.get("attr.name"): k.get("attr.type") for k in ET.fromstring(graph_graphml(graph())).iter(key)}
    assert (types["announced"], types["line"], types["kind"], types["label"]) == (
        "boolean", "long", "string", "string",
    )  # fmt: skip


def test_the_network_can_be_asked() -> None:
    network = network_of(graph())
    laws = [name for name, data in network.nodes(data=True) if data["type"] == "law"]
    assert len(laws) == 25
    provisions = network.subgraph([name for name in network if name not in laws])
    assert networkx.is_arborescence(provisions)  # the act contains all, each thing once


def test_gexf_has_the_form_of_the_schema() -> None:
    """GEXF 1.3: declared attributes of known types, unique ids, edges between nodes, dates that are dates."""
    names = {name: f"{{{NAMESPACE}}}{name}" for name in ["attribute", "attvalue", "node", "edge", "graph"]}
    root = ET.fromstring(graph_gexf(graph()))
    (main,) = root.findall(names["graph"])
    assert main.attrib == {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"}
    types = {each.attrib["id"]: each.attrib["type"] for each in root.iter(names["attribute"])}
    assert set(types.values()) == {"string", "integer", "boolean"}
    nodes = [each.attrib["id"] for each in root.iter(names["node"])]
    edges = list(root.iter(names["edge"]))
    ids = [edge.attrib["id"] for edge in edges]
    assert len(nodes) == len(set(nodes))
    assert len(ids) == len(set(ids))
    assert {edge.attrib[end] for edge in edges for end in ("source", "target")} <= set(nodes)
    for edge in edges:
        assert set(edge.attrib) <= {"id", "source", "target", "kind", "label", "start"}
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}|", edge.attrib.get("start", ""))
    for value in root.iter(names["attvalue"]):
        if types[value.attrib["for"]] == "boolean":
            assert value.attrib["value"] in ("true", "false")
    read = networkx.read_gexf(io.BytesIO(graph_gexf(graph()).encode()), version="1.3")
    assert set(read) == set(network_of(graph()))


def test_drawings_have_every_cell() -> None:
    cells = len(matrix_of(graph()).cells)
    assert len(re.findall(r"^  \"law:.* -> ", graph_dot(graph()), re.MULTILINE)) == cells
    assert len(re.findall(r"^  law\d+ (?:==>|-\.->)\|", graph_mermaid(graph()), re.MULTILINE)) == cells
    signs = [
        g for g in ET.fromstring(graph_svg(graph())).iter(f"{SVG}g") if g.get("role", "").endswith("img")
    ]
    assert len(signs) == cells


def test_mermaid_stays_below_its_own_limits() -> None:
    written = graph_mermaid(graph(EvidenceScope.EDITION))
    assert len(written) < 50_000  # maxTextSize
    assert written.count("|") // 2 < 500  # maxEdges


def test_svg_can_be_read_aloud() -> None:
    root = ET.fromstring(graph_svg(graph()))
    assert root.get("aria-labelledby") == "amendments-title amendments-desc"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == "Who amended the Law of 2002-08-08 No. 345 “On the Rights of the Child”"
    assert desc is not None
    assert "25 laws and 68 articles" in (desc.text or "")
    rows = [g.get("aria-label", "") for g in root.iter(f"{SVG}g") if g.get("role") == "graphics-object group"]
    (row,) = [label for label in rows if label.startswith("354-IV of 2010-11-23")]
    assert "words substituted: whole text, Articles 32, 33, 38 and 48." in row
    for sign in root.iter(f"{SVG}g"):
        if sign.get("role") == "graphics-symbol img":
            tip = sign.find(f"{SVG}title")
            assert tip is not None
            assert tip.text == sign.get("aria-label")


def test_svg_shows_kinds_by_shape_and_doubt_by_hollow_signs() -> None:
    assert len({sign.points for sign in SIGNS.values()}) == len(SIGNS) == len(Mark)
    hollow = []
    for group in ET.fromstring(graph_svg(graph(EvidenceScope.EDITION))).iter(f"{SVG}g"):
        if group.get("role") == "graphics-symbol img" and list(group)[1].get("fill") == "#ffffff":
            hollow.append(group.get("aria-label"))
    assert hollow == ["354-IV, Article 51: perhaps words substituted; no footnote there names the law"]


def test_every_form_says_where_older_laws_may_be_missing() -> None:
    """Line 151: "Article 14 is in the wording of" 126-V (R14)."""
    nodes = network_of(graph()).nodes
    assert nodes["kz/2002/345#art_14"]["reworded_by"] == "126-V"
    assert "reworded_by" not in nodes["kz/2002/345#art_7"]
    missing = "Laws before one that reworded an article may be missing"
    assert missing in graph_dot(graph()).splitlines()[1]
    assert missing not in graph_dot(by_law(graph(), "36-V"))
    assert "laws before it may be missing" in graph_svg(graph())


def test_a_part_says_what_it_is() -> None:
    part = replace(by_law(graph(), "36-V"), question="what 36-V touched")
    root = ET.fromstring(graph_svg(part))
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert "Only a part: what 36-V touched" in texts
    description = root.findtext(f"{SVG}desc") or ""
    assert description.startswith("Only a part: what 36-V touched. A matrix of 1 law and 1 article, ")
    assert description.endswith(" 1 article was touched.")
    assert "what 36-V touched" in graph_dot(part).splitlines()[1]
    assert network_of(part).graph["part"] == "what 36-V touched"
    assert "part: what 36-V touched" in graph_gexf(part)
    assert "Only a part" not in graph_svg(graph())


def test_proposals_are_marked_and_stand_last() -> None:
    """Article 1(12) in other words, and Article 4(2) excluded."""
    evidence = law_evidence(EvidenceScope.ALL)
    root = act_text(act_on(law_timelines(EvidenceScope.ALL), dt.date(2014, 7, 5)).node)
    changes = (
        Substitute(EId("art_1__subpara_12"), "disabled child", "child with disabilities"),
        Exclude(EId("art_4__para_2")),
    )
    proposal = Proposed("terms", dt.date(2014, 7, 5), NO_CLAUSE, root, changes)
    timelines = fold(with_proposal(evidence, proposal), EvidenceScope.ALL)
    proposed = graph_of(timelines, law_source().laws)
    assert [law.number for law in proposed.laws][-3:] == ["227-V", "236-V", "proposal/terms"]
    assert {(edge.law, edge.target, edge.kind.value) for edge in proposed.effects if edge.proposed} == {
        ("proposal/terms", "art_1__subpara_12", "substitute"),
        ("proposal/terms", "art_4__para_2", "repeal"),
    }
    cells = matrix_of(proposed).cells
    assert cells["proposal/terms", EId("art_1")].pending == "proposed"
    assert cells["236-V", EId("art_1")].pending == cells["227-V", EId("art_38")].pending == "announced"
    (node,) = [data for name, data in network_of(proposed).nodes(data=True) if name.endswith("/terms")]
    assert node["proposed"] is True
    assert "reworded (announced)" in graph_dot(proposed)
    assert "amended (proposed)" in graph_dot(proposed)
    assert '["proposal#47;terms, proposed"]' in graph_mermaid(proposed)
    assert "Only proposed: proposal/terms." in graph_svg(proposed)
    shown = [click.unstyle(line) for line in matrix_lines(proposed, "who touched what")]
    (row,) = [line for line in shown if line.startswith("  4  ")]
    assert row.count("A^") == 1
    assert "  ^  only proposed; nobody has adopted it" in shown
    listed = "\n".join(map(click.unstyle, list_lines(by_law(proposed, "proposal/terms"), "what it touched")))
    assert "proposal/terms  (proposed)" in listed
    assert "would exclude" in listed


def test_svg_has_room_for_everything() -> None:
    """No sign leaves the drawing, whatever the part."""
    for part in (graph(), by_law(graph(), "40"), touching(graph(), (EId("preamble"),))):
        root = ET.fromstring(graph_svg(part))
        width, height = float(root.get("width", "0")), float(root.get("height", "0"))
        for text in root.iter(f"{SVG}text"):
            assert 0 <= float(text.get("x") or "0") <= width
            assert 0 <= float(text.get("y") or "0") <= height


# --- the same bytes each time


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    script = (
        "import hashlib, sys; sys.path.insert(0, 'tests');"
        "from test_graph_formats import WRITERS, graph;"
        "[print(name, hashlib.sha256(WRITERS[name](graph()).encode()).hexdigest()) for name in WRITERS]"
    )
    root = Path(__file__).resolve().parent.parent
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Almaty"))
    ]
    assert runs[0] == runs[1]
    assert runs[0].count("\n") == len(WRITERS)


# --- names cannot break a file

NASTY = (
    '"', "\\", "\\N", "<script>", "]]>", "&amp;", "&", "--", "a\nb", "\r\n", "\t=1+1", "=cmd|' /C calc'!A0",
    "+1", "-1", "@SUM(A1)", "[x](y)", "{}", "|", ";", "end", "`x`", "1. list", "#35;", "%%", "\x00\x1b[31m",
    "￾", "”“", "’", "Қазақстан", "",
)  # fmt: skip
NAMES = st.one_of(st.sampled_from(NASTY), st.text(max_size=20))
LIGHT = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])


@LIGHT
@given(NAMES)
@example("".join(NASTY))
def test_graphml_of_hostile_names(text: str) -> None:
    same_network(graph_graphml(hostile(text)), hostile(text))


@LIGHT
@given(NAMES)
@example("".join(NASTY))
def test_gexf_and_svg_of_hostile_names(text: str) -> None:
    titles = {value.get("value") for value in ET.fromstring(graph_gexf(hostile(text))).iter()}
    assert not plain(text) or plain(text) in titles
    root = ET.fromstring(graph_svg(hostile(text)))
    known = {"svg", "title", "desc", "rect", "line", "text", "g", "circle", "polygon"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= known


@LIGHT
@given(NAMES)
@example("".join(NASTY))
def test_csv_of_hostile_names(text: str) -> None:
    rows = list(csv.reader(io.StringIO(graph_csv(hostile(text)), newline="")))
    assert rows[0] == list(COLUMNS)
    for row in rows[1:]:
        assert len(row) == len(COLUMNS)
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
        assert row[COLUMNS.index("source")] in (plain(text), f"'{plain(text)}")


QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


@LIGHT
@given(NAMES)
@example("".join(NASTY))
def test_dot_of_hostile_names(text: str) -> None:
    """With the quoted strings taken out, only the grammar's own words are left."""
    for line in graph_dot(hostile(text)).splitlines():
        left = QUOTED.sub("Q", line)
        assert re.fullmatch(r"[\w \[\]{}=,;>-]*", left), line
        assert not re.search(r"&(?!amp;)", line)


LABEL = r'"(?:[\w ,:’“”–—…-]|#\d+;)*"'
MERMAID = re.compile(
    rf"flowchart LR|  law\d+\[{LABEL}\]|    place\d+\({LABEL}\)|  place\d+\({LABEL}\)"
    rf"|  subgraph chapter\d+\[{LABEL}\]|  end|  law\d+ (?:==>|-\.->)\|{LABEL}\| place\d+"
)


@LIGHT
@given(NAMES)
@example("".join(NASTY))
def test_mermaid_of_hostile_names(text: str) -> None:
    for line in graph_mermaid(hostile(text)).splitlines():
        assert MERMAID.fullmatch(line), line


def test_the_table_does_not_import_networkx() -> None:
    script = (
        "import sys; from lawdiff.graph import build, choose, matrix, stats, svg, mermaid, csv_form, gexf;"
        "sys.exit('networkx' in sys.modules)"
    )
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, "PYTHONPATH": str(root)}, check=False
    )
    assert done.returncode == 0
