"""The effects of one law, or on one provision, as a list on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from lawdiff.cli.page import wrapped
from lawdiff.graph.amendment_graph import TEXT, AmendmentGraph, EffectEdge, LawNode, unit_of
from lawdiff.graph.labels import unit_list
from lawdiff.law.act_words import act_name
from lawdiff.law.address import cite
from lawdiff.law.effect import Certainty
from lawdiff.law.effect_words import VERBS, WILL
from lawdiff.law.eid import EId
from lawdiff.law.phrases import count, in_force

_PLACE, _DEED = 26, 20


def list_lines(graph: AmendmentGraph, question: str) -> Iterator[str]:
    """Each law with its effects: where, what, how well known and by which source.

    Sources that are no line of the edition have numbers, which the end of the list explains.
    """
    act = graph.act
    yield from wrapped(act_name(act, graph.language), "", "  ")
    yield from wrapped(f"{question}: {_sum(graph)}", "", "  ")
    sources: dict[str, int] = {}
    for law in graph.laws:
        yield ""
        yield from _law_lines(law)
        for edge in graph.effects:
            if edge.law == law.number:
                yield from _effect_lines(edge, sources)
    if sources:
        yield ""
        yield "Sources"
        for source, number in sources.items():
            yield from wrapped(source, f"  [{number}] ", "      ")
    yield from incomplete(graph)


def incomplete(graph: AmendmentGraph) -> Iterator[str]:
    """Where older laws are no longer listed (R14)."""
    by_law: dict[str, list[EId]] = {}
    for row in graph.reworded:
        by_law.setdefault(row.law, []).append(row.target)
    for law, targets in by_law.items():
        places = _places(targets, graph)
        yield ""
        yield from wrapped(
            f"{law} reworded {places}: laws before it may have touched them and are no longer listed, "
            "because its note took the place of the older notes.",
            "",
            "",
        )


def _places(targets: Sequence[EId], graph: AmendmentGraph) -> str:
    """Articles in few words, then whatever is less than an article."""
    whole = [eid for eid in targets if eid == unit_of(eid)]
    others = [cite(eid) for eid in targets if eid != unit_of(eid)]
    return "; ".join(filter(None, [unit_list(whole, graph.articles), *others]))


def _sum(graph: AmendmentGraph) -> str:
    units = {unit_of(edge.target) for edge in graph.effects}
    articles = len([unit for unit in units if unit.kind == "art"])
    laws = len([law for law in graph.laws if not law.is_unknown])
    said = [count(laws, "law")] if laws != 1 else []
    said.append(count(articles, "article"))
    silent = {unit_of(e.target) for e in graph.effects if not e.has_note and e.target != TEXT}
    numbers = [unit.number for unit in sorted(silent, key=lambda eid: eid.order) if unit.kind == "art"]
    if numbers:
        said.append(f"without a footnote there: {', '.join(numbers)}")
    return "; ".join(said)


def _law_lines(law: LawNode) -> Iterator[str]:
    if law.is_unknown:
        yield click.style("A law that no source names", bold=True)
        return
    adopted = f" of {law.adopted}" if law.adopted else ""
    yield click.style(f"{law.number}{adopted}{f'  ({law.pending})' if law.pending else ''}", bold=True)
    if law.title:
        yield from wrapped(law.title, "  ", "  ")
    for when in law.commencements:
        said = f"in force {in_force(when)} ({when.basis.value})"
        yield from wrapped(f"as if {said}" if law.proposed else said, "  ", "  ")


def _effect_lines(edge: EffectEdge, sources: dict[str, int]) -> Iterator[str]:
    place = "the whole text" if edge.target == TEXT else cite(edge.target)
    if edge.own_text_only and not edge.proposed:
        place += ", own words"
    known = _known(edge, sources)
    if len(place) > _PLACE - 2:
        yield f"  {place}"
        place = ""
    deed, indent = _deed(edge), " " * (_PLACE + _DEED + 3)
    start = f"  {place:<{_PLACE}}{deed:<{_DEED}} "
    if len(deed) > _DEED:
        yield start.rstrip()
        start = indent
    yield from wrapped(known, start, indent)


def _deed(edge: EffectEdge) -> str:
    """What was done, in a word or two."""
    if edge.pending:
        return f"{'would' if edge.proposed else 'will'} {WILL[edge.kind.value]}".removesuffix(" in")
    verb = VERBS[edge.kind.value].removesuffix(" in")
    if edge.moved_to:
        verb = f"now {cite(edge.moved_to).removeprefix('Article ')}"
    return verb if edge.is_certain else f"perhaps {verb}"


def _known(edge: EffectEdge, sources: dict[str, int]) -> str:
    """How well it is known: "stated, line 33, [1]; no footnote"."""
    said = [edge.certainty.value]
    if edge.candidates:
        said = [f"one of {', '.join(edge.candidates)}"]
    elif edge.certainty in (Certainty.ONE_OF, Certainty.INFERRED):
        said = ["only candidate, not proven"]
    for source in (edge.source, edge.confirmed_by):
        if source and source == edge.source and edge.line is not None:
            said.append(f"line {edge.line}")
        elif source:
            said.append(f"[{sources.setdefault(source, len(sources) + 1)}]")
    remarks = []
    if not edge.has_note and not edge.pending:
        remarks.append("no footnote")
    if not edge.is_reached:
        remarks.append("its words are not recorded")
    return "; ".join([", ".join(said), *remarks])
