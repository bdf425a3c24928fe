"""What provisions are called in the views of the graph, and by which chapters they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from lawdiff.graph.amendment_graph import ACT, AmendmentGraph, ProvisionNode
from lawdiff.graph.matrix import article_ranges
from lawdiff.graph.quoting import one_line
from lawdiff.law.address import capitalised, cite
from lawdiff.law.eid import EId
from lawdiff.law.phrases import listed

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


def label_of(node: ProvisionNode, language: str) -> str:
    """An article with its title: "Article 4. Legal equality of children"; of the act the title alone."""
    if node.eid == ACT:
        return one_line(f"this Law: {node.title}")
    cited = capitalised(cite(node.eid, language))
    return one_line(f"{cited}. {node.title}" if node.title else cited)


def by_chapter(
    graph: AmendmentGraph, drawn: Collection[EId]
) -> Iterator[tuple[ProvisionNode | None, list[ProvisionNode]]]:
    """The provisions to draw, in the order of the text, by the chapter they stand in, None for those in
    none."""
    found: list[tuple[ProvisionNode | None, list[ProvisionNode]]] = []
    for node in graph.provisions:
        if node.eid not in drawn:
            continue
        chapter = chapter_of(graph, node.eid)
        if not found or found[-1][0] != chapter:
            found.append((chapter, []))
        found[-1][1].append(node)
    yield from found


def chapter_of(graph: AmendmentGraph, eid: EId) -> ProvisionNode | None:
    """The outermost part of the act in which a unit stands, None where that is the act."""
    outer = [container for container in graph.containers(eid) if container != "act"]
    return graph.node[outer[-1]] if outer else None
