"""From the timelines of an act to its amendment graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lawdiff.graph.amendment_graph import (
    ACT,
    TEXT,
    AmendmentGraph,
    EffectEdge,
    LawNode,
    ProvisionNode,
    Rewording,
    unit_of,
)
from lawdiff.history.amendment import Amendment, amendments
from lawdiff.history.inside import texts_inside
from lawdiff.history.log import log_of
from lawdiff.history.references import ReferencesOn
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.effect import Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.law_order import UNKNOWN_LAW, is_proposal
from lawdiff.law.timeline import ActTimelines, Place

Register = Mapping[str, AmendingLaw]


def graph_of(
    timelines: ActTimelines,
    register: Register | None = None,
    references: ReferencesOn | None = None,
) -> AmendmentGraph:
    """The amendment graph of an act; the register gives titles and days of publication.

    Effects are taken as the sources tell them: "Article 7 as amended by 36-V" is one edge to `art_7`.
    Where they reach inside it is `touched`. A substitution throughout has an edge to `text`, and one to
    each place that it reached, with or without a footnote there (R6). Effects of a proposal are in the
    timelines like any other and are marked. `references` are those of one day.
    """
    laws = register or {}
    touched = {text.eid: frozenset(r.law for r in text.touched) for text in texts_inside(timelines)}
    deeds = amendments(timelines)
    told = [edge for each in deeds for edge in _edges(each, laws, is_proposal(each.law))]
    standing = [edge for edge, effect in told if not effect.from_facts or _stands(effect, touched)]
    facts = {id(edge) for edge, effect in told if effect.from_facts}
    merged = _merged(standing, facts)
    found = references.found if references else ()
    ends = {end for each in found for end in (each.source, each.target) if end}
    provisions = tuple(_provisions(timelines, {edge.target for edge in merged} | ends))
    place = {node.eid: index for index, node in enumerate(provisions)}
    nodes = sorted((_law(each, laws, is_proposal(each.law)) for each in deeds), key=lambda law: law.order)
    rank = {law.number: index for index, law in enumerate(nodes)}
    graph = AmendmentGraph(
        act=timelines.act,
        language=timelines.language,
        scope=timelines.scope,
        laws=tuple(nodes),
        provisions=provisions,
        effects=tuple(sorted(merged, key=lambda e: (place[e.target], rank[e.law], e.kind.value, e.source))),
        reworded=tuple(Rewording(e.laws[0], e.target, e.source) for e in log_of(timelines).reworded),
        touched=touched,
        articles=tuple(node.eid for node in provisions if node.eid.kind == "art"),
        day_references=references,
    )
    return replace(graph, effects=tuple(_with_whole(graph)))


def _law(each: Amendment, register: Register, is_proposed: bool) -> LawNode:
    known = register.get(each.law)
    adopted = [cause.adopted for cause in each.causes if cause.adopted]
    days = () if each.law == UNKNOWN_LAW else tuple(dict.fromkeys(c.commencement for c in each.causes))
    return LawNode(
        number=each.law,
        adopted=known.adopted if known else min(adopted, default=None),
        published=known.published if known else None,
        commencements=days,
        title=known.title if known else "",
        title_official=known.title_official if known else "",
        announced=all(deed.effect.announced for deed in each.deeds),
        proposed=is_proposed,
    )


def _edges(each: Amendment, register: Register, is_proposed: bool) -> Iterator[tuple[EffectEdge, Effect]]:
    """The law's effects as edges, and one more for each place that a substitution throughout reached."""
    noted = {
        unit_of(deed.effect.target)
        for deed in each.deeds
        if not deed.effect.from_facts and deed.effect.target != TEXT
    }
    known = register.get(each.law)
    own = {(deed.effect.target, deed.effect.kind) for deed in each.deeds}
    for deed in each.deeds:
        effect = deed.effect
        for cause in (cause for cause in effect.causes if cause.law == each.law):
            edge = EffectEdge(
                law=each.law,
                target=effect.target,
                kind=effect.kind,
                adopted=cause.adopted,
                published=known.published if known else None,
                commencement=None if each.law == UNKNOWN_LAW else cause.commencement,
                certainty=effect.certainty,
                source=effect.source,
                line=effect.line,
                announced=effect.announced,
                proposed=is_proposed,
                has_note=effect.target == TEXT or unit_of(effect.target) in noted,
                candidates=effect.laws if len(effect.causes) > 1 else (),
                own_text_only=effect.own_text_only,
                moved_to=effect.moved_to,
                substitutions=effect.substitutions,
            )
            yield edge, effect
            for place in deed.reached:
                if (place.eid, Kind.SUBSTITUTE) not in own:
                    reached = replace(edge, target=place.eid, is_reached=place.is_known)
                    yield replace(reached, has_note=place.has_note), effect


def _stands(effect: Effect, touched: Mapping[EId, frozenset[str]]) -> bool:
    """Whether the engine let a fact stand: one that contradicts the notes touches nothing (R13)."""
    ends = [end for end in (effect.target, effect.moved_to) if end]
    inside = [laws for eid, laws in touched.items() if any(eid.within(end) for end in ends)]
    return not inside or any(law in laws for laws in inside for law in effect.laws)


_WORDS_CHANGED = (Kind.AMEND, Kind.REPLACE, Kind.RENAME_AMEND, Kind.RENAME_REPLACE)


def _merged(edges: Iterable[EffectEdge], facts: set[int]) -> list[EffectEdge]:
    """The edges, each fact that tells the same effect as a note taken into the note's (R3, R9)."""
    given = list(edges)
    notes = [edge for edge in given if id(edge) not in facts]
    place = {_key(edge): index for index, edge in reversed(list(enumerate(notes)))}
    found = list(notes)
    for edge in given:
        if id(edge) not in facts:
            continue
        at = place.get(_key(edge))
        if at is None:
            found.append(edge)
        elif not found[at].confirmed_by:
            found[at] = replace(found[at], confirmed_by=edge.source)
    return found


def _key(edge: EffectEdge) -> tuple[object, ...]:
    """What two sources must share to tell the same effect."""
    what = "words" if edge.kind in _WORDS_CHANGED else edge.kind.value
    return (edge.law, edge.target, what, edge.moved_to, edge.announced)


def _with_whole(graph: AmendmentGraph) -> Iterator[EffectEdge]:
    """The edges, each with the effect of the same law of which it tells the detail (R3)."""
    made: dict[tuple[str, bool, EId], set[Kind]] = {}
    for edge in graph.effects:
        made.setdefault((edge.law, edge.announced, edge.target), set()).add(edge.kind)
    for edge in graph.effects:
        yield replace(edge, part_of=_whole(edge, graph, made))


def _whole(
    edge: EffectEdge, graph: AmendmentGraph, made: Mapping[tuple[str, bool, EId], set[Kind]]
) -> EId | None:
    """The nearest container that the law changed too. "Article 39 as amended by" says nothing of its title:
    that has a note of its own (R2)."""
    if edge.kind is Kind.SUBSTITUTE and (edge.law, edge.announced, TEXT) in made and edge.target != TEXT:
        return TEXT
    for outer in graph.containers(edge.target):
        kinds = made.get((edge.law, edge.announced, outer), set())
        if kinds - {Kind.AMEND, Kind.SUBSTITUTE} if edge.is_rename else kinds:
            return outer
    return None


def _provisions(timelines: ActTimelines, targets: set[EId]) -> Iterator[ProvisionNode]:
    """The act, its chapters and articles, and below them what an edge reaches, in the order of the text."""
    yield ProvisionNode(ACT, "", timelines.act.title, ACT, None)
    for eid in (EId("title"), TEXT):
        if eid in targets:
            yield ProvisionNode(eid, "", "", eid, ACT)
    placed = {place.eid for place in timelines.walk()}
    for place in timelines.places:
        yield from _below(place, ACT, timelines, targets)
    for eid in sorted(targets - placed, key=lambda eid: eid.order):
        if eid.kind != "heading" and eid not in (ACT, TEXT, "title"):
            yield ProvisionNode(eid, "", "", unit_of(eid), ACT, False)


def _below(place: Place, within: EId, timelines: ActTimelines, targets: set[EId]) -> Iterator[ProvisionNode]:
    wanted = place.eid.parent is None or place.eid.kind not in ("para", "subpara", "al")
    if wanted or place.eid in targets:
        title = _title(timelines, place.eid)
        yield ProvisionNode(place.eid, place.num, title, unit_of(place.eid), within, place.printed)
        within = place.eid
    if place.eid.heading in targets:
        heading = place.eid.heading
        yield ProvisionNode(heading, "", "", unit_of(heading), within, place.printed)
    for child in place.children:
        yield from _below(child, within, timelines, targets)


def _title(timelines: ActTimelines, eid: EId) -> str:
    """The heading that the sources have, the newest; "" where a provision has none."""
    timeline = timelines.texts.get(eid.heading)
    texts = [wording.text for wording in timeline.wordings if wording.text] if timeline else []
    return texts[-1] if texts else ""
