"""The amendment graph for the site: its drawing, its table and its numbers, as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lawdiff.law.address import capitalised, cite
from lawdiff.law.eid import EId
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.phrases import in_words
from lawdiff.site.drawing import Drawing, GraphRow, GraphSign, Table

if TYPE_CHECKING:
    from lawdiff.graph.amendment_graph import LawNode
    from lawdiff.graph.matrix import Cell
    from lawdiff.graph.stats import Reach, Stats
    from lawdiff.graph.svg import SvgLinks
    from lawdiff.law.timeline import ActTimelines


def drawing_of(timelines: ActTimelines, corpus: Path) -> Drawing:
    """The matrix and the statistics of a law; what a law only may have done is said to be so."""
    from lawdiff.graph.build import graph_of
    from lawdiff.graph.matrix import matrix_of
    from lawdiff.graph.stats import stats_of
    from lawdiff.graph.svg import graph_svg
    from lawdiff.sources.corpus import read_act

    graph = graph_of(timelines, read_act(corpus, timelines.act.id).laws)
    matrix = matrix_of(graph)
    rows = (
        GraphRow(law.number, _year(law), tuple(_sign(cell) for cell in matrix.of_law(law.number)))
        for law in matrix.laws
    )
    stats = stats_of(graph, timelines, timelines.horizon)
    tables = tuple(_tables(stats, timelines.language))
    return Drawing(graph_svg(graph, _links(timelines)), tuple(rows), tables)


def _links(timelines: ActTimelines) -> SvgLinks:
    """The pages of laws and articles, as they are linked from the page of the graph."""
    from lawdiff.graph.svg import SvgLinks
    from lawdiff.site.addresses import amending_name
    from lawdiff.site.site_law import units_of

    units = {unit.eid for unit in units_of(timelines.places)}
    return SvgLinks(
        law=lambda number: "" if number == UNKNOWN_LAW else f"../{amending_name(number)}",
        unit=lambda eid: f"../{eid}/index.html" if eid in units else "",
    )


def _year(law: LawNode) -> str:
    return f"{law.first.year}" if law.commencements else ""


def _sign(cell: Cell) -> GraphSign:
    """A sign with what it says behind its law and article: "perhaps amended; announced"."""
    from lawdiff.graph.svg_words import sign_words

    certainty = cell.pending or ("certain" if cell.is_certain else "perhaps")
    words = sign_words(cell).partition(": ")[2]
    return GraphSign(cell.unit, words, tuple(mark.word for mark in cell.marks), certainty)


def _tables(stats: Stats, language: str) -> Iterator[Table]:
    columns = ("certainly", "perhaps", "announced")
    articles, laws = _reaches(stats.articles, language), _reaches(stats.laws, language)
    yield Table("Articles by the laws that touched them", ("Article", *columns), articles)
    yield Table("Laws by the articles that they touched", ("Law", *columns), laws)
    untouched = tuple((capitalised(cite(eid, language)),) for eid in stats.untouched)
    yield Table("Articles that no law is known to have touched", ("Article",), untouched)
    years = ((f"{y.year}", f"{y.adopted}", f"{y.in_force}", f"{y.articles}") for y in stats.years)
    yield Table("Years", ("Year", "laws adopted", "laws in force from", "articles touched"), tuple(years))
    states = tuple((state.value, f"{number}") for state, number in stats.states)
    yield Table(f"How well each text is known for {in_words(stats.day)}", ("State", "texts"), states)


def _reaches(given: tuple[Reach, ...], language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (_named(each.name, language), f"{each.certain}", f"{each.perhaps}", f"{each.announced}")
        for each in given
    )


def _named(name: str, language: str) -> str:
    """An article as it is cited, a law by its number."""
    if name.startswith("art_"):
        return capitalised(cite(EId(name), language))
    return "unknown law" if name == "?" else name
