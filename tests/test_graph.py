"""The amendment graph equals the notes of the text, answers questions, and never chooses silently."""

from __future__ import annotations

import csv
import json
import re
import shlex
from collections.abc import Callable
from functools import cache
from pathlib import Path

import click
import pytest
from conftest import Ran, law_timelines

from lawdiff.cli.graph_matrix import matrix_lines
from lawdiff.graph.amendment_graph import AmendmentGraph
from lawdiff.graph.build import graph_of
from lawdiff.graph.choose import between, by_law, touching
from lawdiff.graph.matrix import Cell, article_ranges, matrix_of
from lawdiff.graph.stats import stats_of
from lawdiff.history.asof import known_eids
from lawdiff.history.log import log_of
from lawdiff.law.eid import EId
from lawdiff.law.timeline import EvidenceScope

Lawdiff = Callable[..., Ran]
EXPECTED = Path(__file__).parent / "fixtures" / "graph_345.tsv"


@cache
def graph(scope: EvidenceScope = EvidenceScope.ALL) -> AmendmentGraph:
    return graph_of(law_timelines(scope))


def sign(cell: Cell) -> str:
    """A cell as the fixture writes it."""
    letters = "".join(mark.letter for mark in cell.marks)
    remarks = (
        (bool(cell.pending), ">"),
        (not cell.is_certain, "?"),
        (cell.is_open, "+"),
        (cell.is_silent, "*"),
    )
    return letters + "".join(mark for applies, mark in remarks if applies)


# --- the matrix equals the footnotes


def test_the_matrix_is_what_the_notes_say() -> None:
    rows = [line.split("\t") for line in EXPECTED.read_text("utf-8").splitlines() if line[0] != "#"]
    expected = {(law, place): (adopted, marks, lines) for law, adopted, place, marks, lines in rows}
    of_edition = graph(EvidenceScope.EDITION)
    adopted = {law.number: str(law.adopted) for law in of_edition.laws}
    found = {
        (law, str(unit)): (
            adopted[law],
            sign(cell),
            ",".join(map(str, sorted({edge.line or 0 for edge in cell.edges}))),
        )
        for (law, unit), cell in matrix_of(of_edition).cells.items()
    }
    assert found == expected
    assert len(of_edition.laws) == 23


def test_the_laws_stand_by_commencement_and_the_announced_ones_last() -> None:
    numbers = [law.number for law in graph().laws]
    assert numbers[:4] == ["13", "40", "125", "253"]
    assert numbers.index("188-IV") < numbers.index("185-IV")  # adopted later, in force earlier
    assert [law.number for law in graph().laws if law.announced] == numbers[-2:] == ["227-V", "236-V"]


def test_facts_add_two_laws_and_take_away_what_the_pattern_only_guesses() -> None:
    cells = {(law, str(unit)): sign(cell) for (law, unit), cell in matrix_of(graph()).cells.items()}
    assert len(graph().laws) == 25
    assert (cells["40", "art_1"], cells["125", "art_52"], cells["354-IV", "art_14"]) == ("A*", "A*", "A*")
    for place in ("art_7", "art_51", "art_52"):  # "Laws" that never were "Legislative acts"
        assert ("354-IV", place) not in cells
    assert [cells["354-IV", f"art_{number}"] for number in (32, 33, 38, 48)] == ["S*"] * 4


# --- candidates are edges, one a law


def test_candidates_are_never_chosen() -> None:
    edges = [e for e in graph().effects if e.target == "art_7__para_3__subpara_4-1"]
    assert [e.law for e in edges] == ["36-V", "102-V", "124-V", "159-V"]
    assert all(e.candidates == ("36-V", "102-V", "124-V", "159-V") and not e.is_certain for e in edges)
    (only,) = [e for e in graph().effects if e.target == "art_7__para_2"]
    assert (only.law, only.certainty.value, only.is_certain) == ("13", "one_of", False)


def test_what_one_law_did_is_told_once() -> None:
    """A fact and a note about the same effect are one edge (R3); a detail names its whole."""
    edges = [e for e in graph().effects if e.law == "159-V" and e.certainty.value == "stated"]
    assert [(e.target, e.kind.value, e.part_of, e.line) for e in edges] == [
        ("art_7", "amend", None, 94),
        ("art_7__para_1__subpara_2", "repeal", "art_7", 78),
        ("art_7__para_1__subpara_7", "repeal", "art_7", 83),
    ]
    assert edges[1].confirmed_by == "facts: rus 2011-10-11 vs 2014 and 2019-04-01"
    (heading,) = [e for e in graph().effects if e.target == "art_45__heading"]
    assert heading.part_of is None  # a title has a note of its own (R2)


# --- questions


def test_by_354() -> None:
    found = by_law(graph(), "354-IV")
    articles = [cell.unit.number for cell in matrix_of(found).of_law("354-IV") if cell.unit.kind == "art"]
    expected = "1 2 4 5 8 9 14 16 16-1 21 22 23 27 29 32 33 38 39 40 40-1 41-1 42 45 46 48 50"
    assert articles == expected.split()
    silent = {edge.target.split("__")[0] for edge in found.effects if not edge.has_note}
    assert silent == {"art_14", "art_32", "art_33", "art_38", "art_48"}
    reached = [edge.target for edge in found.effects if edge.part_of == "text"]
    assert [eid.removeprefix("art_") for eid in reached] == [
        "29__para_4", "32__para_2", "33__para_2", "38__para_2", "39__para_2", "48__para_1", "50__para_1",
    ]  # fmt: skip


def test_by_354_on_a_terminal(lawdiff: Lawdiff) -> None:
    ran = lawdiff("graph", "--by", "354-iv")
    assert "what 354-IV touched: 26 articles; without a footnote there: 14, 32, 33, 38" in ran.out
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert "Article 48(1) substituted words compared, [1]; no footnote" in lines
    assert "Article 16-1 inserted stated, line 190, [1]" in lines


@pytest.mark.parametrize("scope", EvidenceScope)
def test_touching_names_the_laws_of_the_log(scope: EvidenceScope) -> None:
    timelines = law_timelines(scope)
    for eid in (eid for eid in known_eids(timelines)[::4] if eid.kind != "chp"):
        logged = {entry.law for entry in log_of(timelines, (eid,)).entries} - {"?"}
        found = {law.number for law in touching(graph(scope), (eid,)).laws}
        assert found == logged, eid


def test_touching_a_chapter() -> None:
    found = touching(graph(), (EId("chp_6"),))
    assert {edge.target for edge in found.effects} == {"art_32__para_2", "art_33__para_2"}
    assert [node.eid for node in found.provisions if node.eid.kind == "chp"] == ["chp_6"]


def test_between_counts_a_window_that_may_lie_in_the_span() -> None:
    (law,) = [law for law in graph().laws if law.number == "354-IV"]
    first, last = law.commencements[0].first, law_timelines(EvidenceScope.ALL).horizon
    assert str(first) == "2010-12-04"
    assert "354-IV" in {law.number for law in between(graph(), first, first).laws}
    assert "354-IV" not in {law.number for law in between(graph(), last, last).laws}


def test_kinds_add_up(lawdiff: Lawdiff) -> None:
    found = json.loads(lawdiff("graph", "--kind", "repeal", "--kind", "move", "--json").out)
    assert {effect["kind"] for effect in found["effects"]} == {"repeal", "move"}
    assert {law["number"] for law in found["laws"]} == {effect["law"] for effect in found["effects"]}


def test_ranges_leave_no_gap() -> None:
    articles = [EId(f"art_{number}") for number in ("10", "11", "12", "12-1", "13", "14")]
    wanted = [EId("art_10"), EId("art_11"), EId("art_12-1"), EId("art_14")]
    assert article_ranges(wanted, articles) == [
        ("art_10", "art_11"),
        ("art_12-1", "art_12-1"),
        ("art_14", "art_14"),
    ]


def test_stats() -> None:
    timelines = law_timelines(EvidenceScope.ALL)
    stats = stats_of(graph(), timelines, timelines.horizon)
    assert (stats.articles[0].name, stats.articles[0].certain) == ("art_7", 9)
    assert [(law.name, law.certain) for law in stats.laws][:3] == [
        ("354-IV", 26),
        ("111-V", 11),
        ("102-V", 3),
    ]
    never = "3 6 10 11 12 13 17 20 24 25 26 28 31 34 35 41 43 44 49 53"
    assert [eid.number for eid in stats.untouched] == never.split()
    assert sum(year.adopted for year in stats.years) == 23
    assert (2009, 3, 3) in {(year.year, year.adopted, year.in_force) for year in stats.years}
    states = {state.value: number for state, number in stats.states}
    assert states["recorded"] > 0.9 * sum(states.values())


# --- the command line


@pytest.mark.parametrize(
    "arguments",
    [(), ("--stats",), ("--by", "354-IV"), ("--touching", "art 7"), ("--evidence", "edition")],
    ids=" ".join,
)
def test_text_is_readable_at_80_columns(lawdiff: Lawdiff, arguments: tuple[str, ...]) -> None:
    ran = lawdiff("graph", *arguments)
    lines = ran.out.split("\n")
    assert (ran.code, ran.err) == (0, "")
    assert [line for line in lines if len(line) > 80 or line != line.rstrip()] == []
    assert "\x1b" not in ran.out
    assert "art_" not in ran.out


def test_the_table_has_every_law_and_article(lawdiff: Lawdiff) -> None:
    out = lawdiff("graph").out.splitlines()
    start, end = next(i for i, line in enumerate(out) if line.startswith("in force from")), out.index("")
    head = [line[14:] for line in out[start + 1 : start + 7]]
    read = [
        "".join(line[column : column + 1] for line in head).strip() for column in range(max(map(len, head)))
    ]
    assert [name for name in read if set(name) - set("│║ ")] == [law.number for law in graph().laws]
    assert end < start
    (row,) = [line for line in out if line.startswith("  7 ")]
    assert row.count("A") == 9
    assert any(line.startswith("  47-1..47-11") and line.count("I") == 1 for line in out)


def test_stats_of_a_part_say_what_they_count(lawdiff: Lawdiff) -> None:
    out = " ".join(lawdiff("graph", "--stats", "--by", "354-IV", "--on", "2020-01-01").out.split())
    assert "what 354-IV touched, in numbers" in out
    assert "Provisions of the whole law with words of their own on 1 January 2020" in out
    assert "* The source proves the law up to 2014-07-05." in out
    whole = lawdiff("graph", "--stats").out
    assert "Provisions with words of their own on 5 July 2014" in whole
    assert "* " not in whole


def test_a_long_deed_has_a_line_of_its_own(lawdiff: Lawdiff) -> None:
    lines = lawdiff("graph", "--by", "517-IV").out.splitlines()
    at = lines.index("  Article 30(1), passage 9  perhaps now 30(1), passage 10")
    assert lines[at + 1] == f"{'one of 517-IV, 175-V, [2]':>74}"


@pytest.mark.parametrize("stats", [False, True])
def test_json(lawdiff: Lawdiff, stats: bool) -> None:
    found = json.loads(lawdiff("graph", "--json", *(["--stats"] if stats else [])).out)
    assert (found["law"], found["evidence"]) == ("kz/2002/345", "all")
    if stats:
        assert found["articles"][0] == {"article": "art_7", "certain": 9, "perhaps": 0, "announced": 0}
        return
    keys = {"law", "target", "kind", "adopted", "in_force", "basis", "certainty", "source"}
    provisions = {node["eid"] for node in found["provisions"]}
    for effect in found["effects"]:
        assert keys <= effect.keys()
        assert effect["target"] in provisions
    assert len([eid for eid in provisions if eid.startswith("art_") and "__" not in eid]) == 68


WRONG = [
    (("--by", "999-V"), 2, "999-V"),
    (("--by", "354"), 2, "354-IV"),
    (("--by", ""), 2, "lawdiff laws"),
    (("--by", "../../x"), 2, "../../x"),
    (("--touching", "art 99"), 2, "art 53"),
    (("--touching", "banana"), 2, "banana"),
    (("--touching", ""), 2, ""),
    (("--between", "2012-01-01", "2011-01-01"), 2, "backwards"),
    (("--between", "2012-01-01"), 2, "--between"),
    (("--between", "soon", "later"), 2, "soon"),
    (("--kind", "abolish"), 2, "repeal"),
    (("--format", "pdf"), 2, "svg"),
    (("--on", "2012-01-01"), 2, "--stats"),
    (("--stats", "--format", "svg"), 2, "--stats"),
    (("--law", "kz/2002/346"), 2, "kz/2002/345"),
    (("--touching", "art 3"), 1, "Article 3"),
    (("--touching", "art 3", "--format", "svg"), 1, "Article 3"),
    (("--by", "354-IV", "--touching", "art 36"), 1, "what 354-IV touched in Article 36"),
    (("--between", "1990-01-01", "1999-12-31", "--json"), 1, "1990-01-01"),
]


@pytest.mark.parametrize(("arguments", "code", "hint"), WRONG, ids=lambda value: str(value))
def test_bad_input_gives_one_sentence(
    lawdiff: Lawdiff, arguments: tuple[str, ...], code: int, hint: str
) -> None:
    ran = lawdiff("graph", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("lawdiff: ")
    assert ran.err.count("\n") == 1
    assert hint in ran.err


def test_csv_on_the_command_line_is_a_table(lawdiff: Lawdiff) -> None:
    rows = list(csv.DictReader(lawdiff("graph", "--format", "csv", "--touching", "art 32").out.splitlines()))
    assert [(row["law"], row["cited"], row["kind"], row["footnote"], row["chapter"]) for row in rows] == [
        ("354-IV", "Article 32(2)", "substitute", "no", "6")
    ]


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_the_matrix_fits_every_width(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """In several blocks where it must; every cell is in one of them."""
    for module in ("graph_matrix", "page"):
        monkeypatch.setattr(f"lawdiff.cli.{module}.width", lambda: columns)
    shown = [click.unstyle(line) for line in matrix_lines(graph(), "who touched what")]
    assert max(map(len, shown)) <= columns
    rows = [line for line in shown if re.match(r"  7 +│", line)]
    assert sum(row.count("A") for row in rows) == 9


GUIDE = (Path(__file__).parent.parent / "docs" / "graph.md").read_text("utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", GUIDE, re.DOTALL)
SHOWN = [part.split("\n", 1) for block in BLOCKS for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]


@pytest.mark.parametrize(("given", "output"), SHOWN, ids=[given for given, _ in SHOWN])
def test_the_guide_shows_what_is_printed(lawdiff: Lawdiff, given: str, output: str) -> None:
    """A line of `...` stands for any lines."""
    if "|" in given or ">" in given:
        assert given.startswith("lawdiff graph --format ")
        return
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", output, flags=re.MULTILINE)]
    assert re.fullmatch(r"(?:.*\n)*?".join(parts), lawdiff(*shlex.split(given)[1:]).out)
