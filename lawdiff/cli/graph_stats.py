"""The numbers of the graph on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from lawdiff.cli.page import wrapped
from lawdiff.graph.amendment_graph import AmendmentGraph
from lawdiff.graph.labels import unit_list
from lawdiff.graph.stats import Reach, Stats
from lawdiff.law.act_words import act_name
from lawdiff.law.address import cite
from lawdiff.law.eid import EId
from lawdiff.law.marks import LEGEND, MARKS
from lawdiff.law.phrases import in_words

_SHOWN = 10


def stats_lines(stats: Stats, graph: AmendmentGraph) -> Iterator[str]:
    """Articles by laws, laws by articles, what was never touched, years, and states on a day."""
    act = graph.act
    yield from wrapped(act_name(act, graph.language), "", "  ")
    yield from wrapped(f"{graph.question or 'who touched what'}, in numbers", "", "  ")
    articles = [
        Reach(cite(EId(each.name), graph.language), each.certain, each.perhaps, each.announced)
        for each in stats.articles
    ]
    yield from _table("Most amended articles", "laws", articles)
    yield from _table("Laws by reach", "articles", list(stats.laws))
    yield from _untouched(stats, graph)
    yield from _years(stats)
    yield from _states(stats, graph)


def _table(title: str, counted: str, rows: list[Reach]) -> Iterator[str]:
    """The first rows; those after them that are alike are summed up."""
    yield ""
    yield click.style(f"{title:<32}{counted:>9} {'perhaps':>9} {'announced':>10}", bold=True)
    for row in rows[:_SHOWN]:
        yield f"  {row.name:<30}{row.certain:>9} {row.perhaps or '':>9} {row.announced or '':>10}".rstrip()
    rest = rows[_SHOWN:]
    if rest:
        most, least = rest[0].certain, rest[-1].certain
        each = f"{most}" if most == least else f"{least} to {most}"
        yield f"  {f'{len(rest)} more':<30}{each:>9}"


def _untouched(stats: Stats, graph: AmendmentGraph) -> Iterator[str]:
    if not graph.is_whole:
        return
    yield ""
    total = len(graph.articles)
    yield click.style("Articles that no law is known to have touched", bold=True)
    named = unit_list(stats.untouched, graph.articles) or "none"
    yield from wrapped(f"{len(stats.untouched)} of {total}: {named}", "  ", "  ")


def _years(stats: Stats) -> Iterator[str]:
    yield ""
    yield click.style(f"{'Year':<8}{'laws adopted':>14}{'laws in force':>16}{'articles':>12}", bold=True)
    for year in stats.years:
        numbers = f"{year.adopted or '':>14}{year.in_force or '':>16}{year.articles or '':>12}"
        yield f"  {year.year:<6}{numbers}".rstrip()
    yield from wrapped("In force: from the first day on which the law may be in force.", "  ", "  ")


def _states(stats: Stats, graph: AmendmentGraph) -> Iterator[str]:
    total = sum(number for _, number in stats.states)
    yield ""
    which = "Provisions" if graph.is_whole else "Provisions of the whole law"
    yield click.style(f"{which} with words of their own on {in_words(stats.day)}", bold=True)
    for state, number in stats.states:
        share = f"{100 * number / total:.1f} %"
        words = LEGEND.get(state, "recorded: the source records this wording").partition(": ")[2]
        start = f"  {MARKS[state]} {state.value:<11}{number:>5}{share:>9}  "
        yield from wrapped(words, start, " " * len(start))
    yield f"    {'all':<11}{total:>5}"
    for caution in stats.cautions:
        yield from ("", *wrapped(caution, "* ", "  "))
