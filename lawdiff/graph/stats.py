"""The graph in numbers: the most amended articles, laws by reach, what was never touched, states, years."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lawdiff.graph.amendment_graph import AmendmentGraph
from lawdiff.graph.matrix import Cell, Matrix, matrix_of
from lawdiff.history.asof import act_on
from lawdiff.history.cautions import cautions
from lawdiff.law.eid import EId
from lawdiff.law.json_form import Json
from lawdiff.law.timeline import ActTimelines
from lawdiff.law.wording import State


@dataclass(frozen=True, slots=True)
class Reach:
    """How much one law touched, or by how many laws one article was touched. `perhaps` counts what is not
    certain, `announced` what is only announced, or proposed; neither is in `certain`."""

    name: str
    certain: int
    perhaps: int
    announced: int

    @property
    def order(self) -> tuple[int, int, int]:
        return (-self.certain, -self.perhaps, -self.announced)


@dataclass(frozen=True, slots=True)
class Year:
    """One year: the laws adopted in it, those in force from it (the first day of a window counts), and the
    articles that these touched."""

    year: int
    adopted: int
    in_force: int
    articles: int


@dataclass(frozen=True, slots=True)
class Stats:
    """The numbers of one graph. `states` counts the provisions of the whole act with words of their own on
    `day`, whatever part the graph is; `cautions` are about that day."""

    articles: tuple[Reach, ...]
    laws: tuple[Reach, ...]
    untouched: tuple[EId, ...]
    years: tuple[Year, ...]
    day: dt.date
    states: tuple[tuple[State, int], ...]
    cautions: tuple[str, ...] = ()


def stats_of(graph: AmendmentGraph, timelines: ActTimelines, day: dt.date) -> Stats:
    """The numbers of the graph, and the states of all provisions on that day.

    Articles count, not single effects: what one law does to one article counts once, however many notes
    and facts tell of it.
    """
    matrix = matrix_of(graph)
    articles = [unit.eid for unit in matrix.units if unit.eid.kind == "art"]
    by_article = [_reach(eid, matrix.of_unit(eid)) for eid in articles]
    by_law = [
        _reach(law.number, [cell for cell in matrix.of_law(law.number) if cell.unit.kind == "art"])
        for law in matrix.laws
    ]
    return Stats(
        articles=tuple(sorted((each for each in by_article if any(each.order)), key=lambda r: r.order)),
        laws=tuple(sorted(by_law, key=lambda reach: reach.order)),
        untouched=tuple(eid for eid in articles if not matrix.of_unit(eid)),
        years=tuple(_years(matrix)),
        day=day,
        states=tuple(_states(timelines, day)),
        cautions=tuple(cautions(timelines, (day,), ())),
    )


def _reach(name: str, cells: list[Cell]) -> Reach:
    announced = [cell for cell in cells if cell.pending]
    certain = [cell for cell in cells if cell.is_certain and not cell.pending]
    return Reach(name, len(certain), len(cells) - len(certain) - len(announced), len(announced))


def _years(matrix: Matrix) -> Iterator[Year]:
    laws = [law for law in matrix.laws if not law.pending and not law.is_unknown]
    adopted = Counter(law.adopted.year for law in laws if law.adopted)
    in_force = Counter(law.first.year for law in laws)
    articles: dict[int, set[EId]] = {}
    for law in laws:
        touched = {cell.unit for cell in matrix.of_law(law.number) if cell.unit.kind == "art"}
        articles.setdefault(law.first.year, set()).update(touched)
    for year in sorted({*adopted, *in_force}):
        yield Year(year, adopted[year], in_force[year], len(articles.get(year, ())))


def _states(timelines: ActTimelines, day: dt.date) -> Iterator[tuple[State, int]]:
    nodes = act_on(timelines, day).node.walk()
    counted = Counter(node.wording.state for node in nodes if node.has_own_text)
    for state in State:
        if counted[state]:
            yield state, counted[state]


def stats_json(stats: Stats, graph: AmendmentGraph) -> Json:
    """`graph --stats --json`."""
    return {
        "law": graph.act.id,
        "language": graph.language,
        "evidence": graph.scope.value,
        "part": graph.question or None,
        "articles": [{"article": each.name, **_counts(each)} for each in stats.articles],
        "laws": [{"law": each.name, **_counts(each)} for each in stats.laws],
        "untouched": list(stats.untouched),
        "years": [
            {"year": y.year, "adopted": y.adopted, "in_force": y.in_force, "articles": y.articles}
            for y in stats.years
        ],
        "date": stats.day.isoformat(),
        "cautions": list(stats.cautions),
        "states": {state.value: count for state, count in stats.states},
    }


def _counts(reach: Reach) -> Json:
    return {"certain": reach.certain, "perhaps": reach.perhaps, "announced": reach.announced}
