"""References are edges of their own kind in the graph: those of the text, in every format that has room."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import networkx
import pytest
from conftest import Ran, law_source, law_timelines

from lawdiff.graph.amendment_graph import AmendmentGraph
from lawdiff.graph.build import graph_of
from lawdiff.graph.choose import between, by_law, of_kinds, touching
from lawdiff.graph.dot import graph_dot
from lawdiff.graph.drawn_references import drawn_references
from lawdiff.graph.matrix import matrix_of
from lawdiff.graph.mermaid import graph_mermaid
from lawdiff.graph.network import graph_graphml, network_of
from lawdiff.graph.reference_target import Outside
from lawdiff.history.references import references_on
from lawdiff.law.eid import EId
from lawdiff.law.known_act import ActKind, KnownAct
from lawdiff.law.reference import Reference, ReferenceKind
from lawdiff.law.timeline import EvidenceScope
from lawdiff.law.wording import State
from lawdiff.sources.act_register import known_acts
from lawdiff.sources.corpus import corpus_root
from lawdiff.store.archive import Archive

Lawdiff = Callable[..., Ran]
FIXTURE = Path(__file__).parent / "fixtures" / "references_345.tsv"
ROWS = [line.split("\t") for line in FIXTURE.read_text("utf-8").splitlines() if line[0] != "#"]
ACT = "kz/2002/345"
ADOPTED = {"377-IV": "2011-01-06", "214-IV": "2009-12-04"}  # corpus/kz/acts.toml


@cache
def whole() -> AmendmentGraph:
    timelines = law_timelines(EvidenceScope.ALL)
    acts = known_acts(Archive(corpus_root(), Path()).corpus)
    found = references_on(timelines, timelines.horizon, acts)
    return graph_of(timelines, law_source().laws, references=found)


def written(found: list[Reference]) -> AmendmentGraph:
    """The graph with these references alone."""
    day_references = whole().day_references
    assert day_references is not None
    return replace(whole(), day_references=replace(day_references, found=tuple(found)))


def node(kind: str, words: str, points_at: str) -> str:
    """The node of what a row of the fixture points at; of an unknown one the beginning."""
    if kind == "legislation":
        return f"legislation:{words.lower()}"
    if kind == "unknown":
        return "unknown"
    if kind == "other-act":
        number = points_at.lower() if points_at == "Constitution" else points_at
        return f"law:{ADOPTED.get(points_at, '1995-08-30')}/{number}"
    return ACT if points_at == "act" else f"{ACT}#{points_at}"


# --- the edges are the references of the text


def test_every_reference_of_the_text_is_an_edge() -> None:
    expected = [(f"{ACT}#{place}", words, kind, node(kind, words, at)) for _, place, words, kind, at in ROWS]
    edges = [
        (source, data["label"], data["to"], target.partition(":")[0] if "unknown:" in target else target)
        for source, target, data in network_of(whole()).edges(data=True)
        if data["relation"] == "reference"
    ]
    assert sorted(edges) == sorted(expected)


def test_the_amendments_stay_as_they_are() -> None:
    without = graph_of(law_timelines(EvidenceScope.ALL), law_source().laws)
    assert (whole().effects, whole().laws, whole().articles) == (
        without.effects, without.laws, without.articles,
    )  # fmt: skip
    assert matrix_of(whole()).cells.keys() == matrix_of(without).cells.keys()
    assert {node.eid for node in without.provisions} <= {node.eid for node in whole().provisions}


def test_the_act_still_contains_each_provision_once() -> None:
    network = network_of(whole())
    inner = [(a, b) for a, b, data in network.edges(data=True) if data["relation"] == "contains"]
    assert networkx.is_arborescence(networkx.DiGraph(inner))


def test_graphml_with_references_reads_back_equal() -> None:
    for graph in (whole(), of_kinds(whole(), ("reference",)), touching(whole(), (EId("art_39"),))):
        wanted = network_of(graph)
        found = networkx.parse_graphml(graph_graphml(graph), force_multigraph=True)
        assert list(found.nodes(data=True)) == list(wanted.nodes(data=True))
        assert list(found.edges(keys=True, data=True)) == list(wanted.edges(keys=True, data=True))


def test_what_cannot_be_told_is_not_one_thing() -> None:
    """3(2) and 45 both say “the Law of the Republic of Kazakhstan”; whether they mean one law is unknown."""
    unknown = [name for name, data in network_of(whole()).nodes(data=True) if data["type"] == "unknown"]
    assert [name.split("#")[1].split(":")[0] for name in unknown] == ["art_3__para_2", "art_45"]


def test_an_amending_law_that_is_cited_is_one_node() -> None:
    (law,) = [law for law in whole().laws if law.number == "354-IV"]
    assert law.adopted
    known = KnownAct(ActKind.LAW, law.number, law.adopted, "On something", "a test")
    cited = next(each for each in whole().references if each.kind is ReferenceKind.OTHER_ACT)
    graph = written([replace(cited, act=known)])
    network = network_of(graph)
    assert network.nodes["law:2010-11-23/354-IV"]["type"] == "law"
    assert network.has_edge(f"{ACT}#{cited.source}", "law:2010-11-23/354-IV")
    assert graph_mermaid(graph).count('"354-IV') == 1
    assert "shape=note" not in graph_dot(graph)
    assert graph_dot(graph).count('"law:2010-11-23/354-IV" [label="354-IV') == 1


# --- questions


def test_touching_keeps_the_references_from_and_to_a_provision() -> None:
    found = touching(whole(), (EId("art_14"),)).references
    assert [(each.source, each.words, each.target) for each in found] == [
        ("art_14__para_1", "housing legislation of the Republic of Kazakhstan", None),  # line 145
        ("art_14__para_2", "housing legislation of the Republic of Kazakhstan", None),  # line 146
        ("art_14__para_4", "paragraph 2 of the Article", "art_14__para_2"),  # line 149
        ("art_14__para_5", "the Law", "act"),  # line 150
    ]
    (back,) = touching(whole(), (EId("art_14__para_2"),)).references[1:]
    assert back.source == "art_14__para_4"


def test_a_law_and_a_span_of_days_have_no_references() -> None:
    assert by_law(whole(), "126-V").references == ()
    assert between(whole(), whole().laws[0].first, whole().laws[-1].first).references == ()
    assert of_kinds(whole(), ("insert",)).references == ()
    assert of_kinds(whole(), ("reference",)).effects == ()
    assert of_kinds(whole(), ("reference", "repeal")).references == whole().references


# --- drawings


def test_a_drawing_has_each_pair_of_articles_once() -> None:
    drawn = list(drawn_references(of_kinds(whole(), ("reference",))))
    inside = [(d.source, d.target, d.words) for d in drawn if not isinstance(d.target, Outside)]
    assert [row for row in inside if row[1] != "act"] == [
        ("art_14", "art_14", "refers to"),
        ("art_26", "art_26", "refers to"),
        ("art_39", "art_39", "refers to"),
    ]
    to_act = {str(row[0]): row[2] for row in inside if row[1] == "act"}
    sure = {source for source, words in to_act.items() if words == "refers to"}
    assert sure == {"art_3", "art_7", "art_22", "art_52"}  # “this Law”: lines 43, 44, 85, 235 and 571
    assert to_act["preamble"] == to_act["chp_8"] == "perhaps refers to"
    dot, mermaid = (write(of_kinds(whole(), ("reference",))) for write in (graph_dot, graph_mermaid))
    assert dot.count("arrowhead=empty") == len(re.findall(r"(?:-->|-\.->)\|", mermaid)) == len(drawn)
    assert "arrowhead" not in graph_dot(by_law(whole(), "354-IV"))


def test_a_reference_to_nothing_says_so() -> None:
    (cited,) = [each for each in whole().references if each.source == "art_39__para_2" and each.target]
    graph = written([replace(cited, exists=False)])
    assert 'label="refers to nothing"' in graph_dot(graph)
    (edge,) = [d for *_, d in network_of(graph).edges(data=True) if d["relation"] == "reference"]
    assert edge["exists"] is False


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.RECORDED, "refers to"),
        (State.RESTORED, "refers to"),
        (State.LATER, "perhaps refers to"),
        (State.EARLIER, "perhaps refers to"),
        (State.UNCERTAIN, "perhaps refers to"),
    ],
)
def test_words_that_may_be_others_point_perhaps(state: State, words: str) -> None:
    (cited,) = [each for each in whole().references if each.source == "art_39__para_2" and each.target]
    (drawn,) = drawn_references(written([replace(cited, state=state)]))
    assert drawn.words == words


@pytest.mark.parametrize("text", ['"', "a\nb", "=1+1", "<b>&", "\x00", "]|{}", "#35;%%"])
def test_no_words_break_a_format(text: str) -> None:
    (cited,) = [each for each in whole().references if each.kind is ReferenceKind.UNKNOWN][:1]
    graph = written([replace(cited, words=text)])
    networkx.parse_graphml(graph_graphml(graph), force_multigraph=True)
    label = r'"(?:[\w ,:’“”–—…-]|#\d+;)*"'
    assert re.search(rf"^  outside1\[/{label}/\]$", graph_mermaid(graph), re.MULTILINE)
    for line in graph_dot(graph).splitlines():
        assert re.fullmatch(r"[\w \[\]{}=,;>-]*", re.sub(r'"(?:[^"\\]|\\.)*"', "Q", line)), line


# --- on the command line


def test_formats_for_programs_have_them_and_drawings_only_when_asked(lawdiff: Lawdiff) -> None:
    found = json.loads(lawdiff("graph", "--json").out)
    assert (len(found["references"]), found["references_on"]) == (len(ROWS), "2014-07-05")
    assert found["unsearched"] == ["art_37__para_5"]  # inserted by 210-V, in force after the horizon
    provisions = {provision["eid"] for provision in found["provisions"]}
    assert {each["source"] for each in found["references"]} <= provisions
    assert 'relation">reference' not in lawdiff("graph", "--format", "dot").out
    assert lawdiff("graph", "--format", "graphml").out.count(">reference</data>") == len(ROWS)
    assert "references_on" in lawdiff("graph", "--format", "gexf").out
    assert json.loads(lawdiff("graph", "--json", "--kind", "insert").out)["references"] == []


def test_references_as_a_list_and_as_csv(lawdiff: Lawdiff) -> None:
    ran = lawdiff("graph", "--kind", "reference", "--touching", "art 39")
    assert ran.code == 0
    assert "references of Article 39 on 5 July 2014" in ran.out
    assert "Article 39(2) → Article 39(1)\n      “paragraph 1 of this Article”" in ran.out
    table = lawdiff("graph", "--kind", "reference", "--touching", "art 39", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(row["cited"], row["words"], row["target"], row["exists"]) for row in rows] == [
        ("Article 39(2)", "paragraph 1 of this Article", "art_39__para_1", "yes"),
        ("Article 39(2)", "Laws of the Republic of Kazakhstan", "", ""),
    ]


def test_effects_and_references_stand_behind_one_another(lawdiff: Lawdiff) -> None:
    out = lawdiff("graph", "--kind", "reference", "--kind", "replace", "--touching", "art 14").out
    reworded, _, refer = out.partition("\nreferences on 5 July 2014\n\nrefers to\n")
    assert "Article 14                reworded             stated, line 151" in reworded
    assert "Article 14(4) → Article 14(2)" in refer


def test_the_day_of_references(lawdiff: Lawdiff) -> None:
    """Line 151: "Article 14 is in the wording of" 126-V of 2013; its notes alone tell nothing older."""
    earlier = ("--touching", "art 14", "--on", "2012-01-01", "--evidence", "edition")
    ran = lawdiff("graph", "--kind", "reference", *earlier)
    assert (ran.code, ran.err) == (0, "")
    assert "→" not in ran.out
    assert "Not searched, because the words of that day are not known:" in ran.out
    found = json.loads(lawdiff("graph", *earlier, "--json").out)
    assert (found["references"], found["references_on"]) == ([], "2012-01-01")
    paragraphs = {f"art_14__para_{number}" for number in range(1, 6)}
    assert paragraphs <= set(found["unsearched"])


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        (("--by", "354-IV"), 2, "--by"),
        (("--between", "2010-01-01", "2011-01-01"), 2, "--between"),
        (("--stats",), 2, "--stats"),
        (("--format", "svg"), 2, "mermaid"),
        (("--format", "csv", "--kind", "insert"), 2, "JSON"),
        (("--touching", "art 6"), 1, "references of Article 6"),
    ],
)
def test_what_does_not_go_with_references(
    lawdiff: Lawdiff, arguments: tuple[str, ...], code: int, hint: str
) -> None:
    ran = lawdiff("graph", "--kind", "reference", *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert hint in ran.err
