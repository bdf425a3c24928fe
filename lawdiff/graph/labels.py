"""What provisions are called in the views of the graph, and by which chapters they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawdiff.graph.amendment_graph import AmendmentGraph, ProvisionNode
from lawdiff.graph.matrix import Matrix, article_ranges
from lawdiff.graph.quoting import one_line
from lawdiff.law.address import cite
from lawdiff.law.eid import EId

_SHORT = {"preamble": "Preamble", "text": "whole text", "act": "the act", "title": "act’s title"}


def unit_label(eid: EId, *, full: bool = False) -> str:
    """A column's name: "7", "Preamble"; in full "Article 7"."""
    if eid.kind == "art" and not full:
        return eid.number
    return _SHORT.get(eid.kind, cite(eid))


def unit_list(eids: Sequence[EId], articles: Sequence[EId]) -> str:
    """Units in few words: "Preamble, Articles 1, 2 and 47-1 to 47-11"; `articles` are all there are."""
    alone = [unit_label(eid, full=True) for eid in eids if eid.kind != "art"]
    numbers: list[str] = []
    for first, last in article_ranges(eids, articles):
        between = articles.index(last) - articles.index(first)
        numbers += [f"{first.number} to {last.number}"] if between > 1 else [first.number]
        numbers += [last.number] if between == 1 else []
    several = len(numbers) > 1 or any(" to " in each for each in numbers)
    named = [f"{'Articles' if several else 'Article'} {listed(numbers)}"] if numbers else []
    return ", ".join([*alone, *named])


def listed(words: Sequence[str]) -> str:
    """The words as people list them: "1, 2 and 4"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def label_of(node: ProvisionNode) -> str:
    """An article with its title: "Article 4. Legal equality of children"."""
    return one_line(f"{cite(node.eid)}. {node.title}" if node.title else cite(node.eid))


def by_chapter(
    graph: AmendmentGraph, matrix: Matrix
) -> Iterator[tuple[ProvisionNode | None, list[ProvisionNode]]]:
    """The touched units by the chapter they stand in, None for those in none."""
    touched = {unit for _, unit in matrix.cells}
    found: list[tuple[ProvisionNode | None, list[ProvisionNode]]] = []
    for unit in matrix.units:
        if unit.eid not in touched:
            continue
        chapter = chapter_of(graph, unit.eid)
        if not found or found[-1][0] != chapter:
            found.append((chapter, []))
        found[-1][1].append(unit)
    yield from found


def chapter_of(graph: AmendmentGraph, eid: EId) -> ProvisionNode | None:
    """The outermost part of the act in which a unit stands, None where that is the act."""
    outer = [container for container in graph.containers(eid) if container != "act"]
    return graph.node[outer[-1]] if outer else None
