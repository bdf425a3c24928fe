"""The places of an act on whatever day: those its edition prints and those that facts tell of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from lawdiff.law.edition import Edition, NoteForm, Provision
from lawdiff.law.effect import Effect, Kind, Unchanged
from lawdiff.law.eid import EId
from lawdiff.law.evidence import Evidence
from lawdiff.law.printed_number import sign_of
from lawdiff.law.timeline import Place


@dataclass(frozen=True, slots=True)
class Slot:
    """One text whose life is followed: a node's own text, or a heading.

    `printed` is the edition's wording, None where it has none. `is_excluded` marks a heading printed over
    an excluded article, `is_noted_gone` an own text whose place the edition prints as excluded, `is_missing`
    one that only another edition prints. That one `is_loose` if no number keeps its place, so that it may
    have been there before any amendment: a passage, or the words of a node that is printed without any.
    `chain` are the containers it stands in, itself first, then its article, chapter and the act: an effect
    on any of them may reach it (R3).
    """

    eid: EId
    printed: str | None
    chain: tuple[EId, ...]
    is_heading: bool = False
    is_excluded: bool = False
    is_noted_gone: bool = False
    is_missing: bool = False
    is_loose: bool = False


ACT = EId("act")
TITLE = EId("title")


def places_of(evidence: Evidence) -> tuple[Place, ...]:
    """The tree of all places, in the order of the text; those no edition prints come in their place."""
    untold: dict[EId | None, list[EId]] = {}
    for eid, home in sorted(untold_places(evidence).items(), key=lambda item: item[0].order):
        untold.setdefault(home, []).append(eid)
    numbers = {node.eid: node.num for node in _older_nodes(evidence)}
    missing = _Missing(untold, numbers, evidence.edition.language)
    titled = titled_places(evidence)
    places = [_titled(_place(node, missing), titled) for node in evidence.edition.provisions]
    for eid in missing.inside(None):
        _insert(places, _titled(_untold(eid, missing), titled))
    return tuple(places)


def _older_nodes(evidence: Evidence) -> Iterator[Provision]:
    """Every provision of the editions before the newest, the oldest edition first."""
    for witness in evidence.witnesses[:-1]:
        yield from witness.edition.walk()


@dataclass(frozen=True, slots=True)
class _Missing:
    """The places that the edition does not print, by the container they belong in, with the numbers that
    older editions print and the edition's language."""

    by_home: dict[EId | None, list[EId]]
    numbers: Mapping[EId, str]
    language: str

    def inside(self, home: EId | None) -> Iterable[EId]:
        return self.by_home.get(home, ())


def _titled(place: Place, titled: frozenset[EId]) -> Place:
    """The place with a title wherever an effect brings one to what no edition prints."""
    if not titled:
        return place
    children = tuple(_titled(child, titled) for child in place.children)
    return place._replace(has_heading=place.has_heading or place.eid in titled, children=children)


def untold_places(evidence: Evidence) -> dict[EId, EId | None]:
    """The places that sources name and the edition does not print, each with the container it belongs in.

    Article 5 had paragraphs 1 and 2 until 354-IV; only the comparison of older editions tells of them. An
    article belongs with the one before it, in its chapter or in none.
    """
    homes = {child.eid: node.eid for node in evidence.edition.walk() for child in node.children}
    printed = {node.eid for node in evidence.edition.walk()}
    articles = sorted((eid for eid in printed if eid.kind == "art"), key=lambda eid: eid.order)
    named = {effect.target for effect in evidence.effects if not effect.own_text_only}
    named |= titled_places(evidence)
    named |= {effect.moved_to for effect in evidence.effects if effect.moved_to}
    named |= {row.target for row in evidence.unchanged}
    told = {_untitled(effect.target): effect.home for effect in evidence.effects if effect.home}
    for node in _older_nodes(evidence):
        named.add(node.eid)
        told |= {child.eid: node.eid for child in node.children}
    found: dict[EId, EId | None] = {}
    for eid in sorted(named, key=lambda eid: (eid.kind != "chp", eid.order)):
        if eid in printed or eid.kind in ("heading", "act", "title", "text"):
            continue
        if eid.parent in printed or eid.parent in found:
            found[eid] = eid.parent
        elif eid in told:
            home: EId | None = told[eid]
            found[eid] = home if home in printed or home in found else None
        elif eid.kind == "art" and eid.parent is None:
            before = [article for article in articles if article.order < eid.order]
            found[eid] = homes.get((before or articles)[-1 if before else 0])
    return found


def titled_places(evidence: Evidence) -> frozenset[EId]:
    """The places that an effect brings with their title: new articles and chapters whose words are told."""
    headings = (e.target for e in evidence.effects if e.kind is Kind.INSERT and e.target.kind == "heading")
    older = (node.eid for node in _older_nodes(evidence) if node.heading)
    return frozenset((*map(_untitled, headings), *older))


def _untitled(eid: EId) -> EId:
    """The provision that a title is of; any other eId is its own."""
    return eid.parent if eid.kind == "heading" and eid.parent else eid


def unplaced(evidence: Evidence) -> Iterator[Effect | Unchanged]:
    """What is told of no provision of any day: never printed, and nothing tells how it ended."""
    printed = {node.eid for node in evidence.edition.walk()} | {ACT, TITLE, EId("text")}
    printed |= {node.eid for node in _older_nodes(evidence)}
    told = untold_places(evidence)
    told_of: tuple[Effect | Unchanged, ...] = (*evidence.effects, *evidence.unchanged)
    for row in told_of:
        named = row.target.parent if row.target.kind == "heading" else row.target
        if named not in printed and (named not in told or not _may_end(named, evidence)):
            yield row


_ENDS = (Kind.REPEAL, Kind.REPLACE, Kind.MOVE)


def _may_end(eid: EId | None, evidence: Evidence) -> bool:
    """Whether some effect could have taken the place out of the law, or will put it there."""
    return eid is not None and any(
        (effect.kind in _ENDS and eid.within(effect.target))
        or (effect.kind is Kind.INSERT and effect.announced and effect.target == eid)
        for effect in evidence.effects
    )


def _place(node: Provision, missing: _Missing) -> Place:
    children = [_place(child, missing) for child in node.children]
    for eid in missing.inside(node.eid):
        _insert(children, _untold(eid, missing))
    return Place(node.eid, node.num, True, node.heading is not None, tuple(children), _printed_note(node))


def _insert(children: list[Place], place: Place) -> None:
    following = (i for i, child in enumerate(children) if child.eid.order > place.eid.order)
    children.insert(next(following, len(children)), place)


def _untold(eid: EId, missing: _Missing) -> Place:
    children = tuple(_untold(child, missing) for child in missing.inside(eid))
    num = missing.numbers.get(eid) or sign_of(eid.kind, eid.number, missing.language)
    return Place(eid, num, False, False, children)


def _printed_note(node: Provision) -> str:
    inline = [note.sentence for note in node.notes if note.form is NoteForm.INLINE]
    if node.is_excluded and node.heading:
        return f"Printed under the title “{node.heading.text}”"
    return inline[0] if inline else ""


def slots_of(evidence: Evidence) -> Iterator[Slot]:
    """Every text of every place: what the timelines are made for."""
    yield from _edition_slots(evidence.edition)
    parents = _chains(evidence.edition.provisions, ())
    titled = titled_places(evidence)
    for eid, home in untold_places(evidence).items():
        parents[eid] = (eid, *(parents[home] if home else ()))
        yield Slot(eid, None, _chain(eid, parents))
        if eid in titled:
            yield Slot(eid.heading, None, (eid.heading, *_chain(eid, parents)), is_heading=True)
    yield from _bare_slots(evidence, parents)


def slots_of_each(evidence: Evidence) -> tuple[Mapping[EId, Slot], ...]:
    """The texts of every place by eId, as each edition prints them or not: the newest edition first."""
    newest = {slot.eid: slot for slot in slots_of(evidence)}
    older = [{slot.eid: slot for slot in _edition_slots(witness.edition)} for witness in evidence.older]
    if not older:
        return (newest,)
    printed = {node.eid for node in evidence.edition.walk()}
    for slots in older:
        for eid, slot in slots.items():
            have = newest.get(eid, slot)
            if eid not in newest or (have.printed is None and not have.is_noted_gone and slot.printed):
                newest[eid] = _missing(have, printed)
    numbered = [{node.eid for node in witness.edition.walk()} for witness in evidence.older]
    return (
        newest,
        *(
            {eid: slots.get(eid) or _missing(slot, nodes) for eid, slot in newest.items()}
            for slots, nodes in zip(older, numbered, strict=True)
        ),
    )


def _missing(slot: Slot, printed: Set[EId]) -> Slot:
    """A text as an edition has it that does not print it; `printed` are the nodes of that edition."""
    node = _untitled(slot.eid)
    is_loose = node.kind == "al" or node in printed
    return Slot(slot.eid, None, slot.chain, slot.is_heading, is_missing=True, is_loose=is_loose)


def _edition_slots(edition: Edition) -> Iterator[Slot]:
    yield Slot(TITLE, edition.title, (TITLE, ACT), is_heading=True)
    yield from _printed_slots(edition.provisions, ())


def _printed_slots(nodes: Iterable[Provision], outer: tuple[EId, ...]) -> Iterator[Slot]:
    for node in nodes:
        chain = (node.eid, *outer)
        containers = (*chain, ACT)
        if node.text or node.is_excluded:
            words = node.text.text if node.text else None
            yield Slot(node.eid, words, containers, is_noted_gone=node.is_excluded)
        if node.heading:
            eid = node.eid.heading
            yield Slot(eid, node.heading.text, (eid, *containers), True, _title_stands_alone(node))
        yield from _printed_slots(node.children, chain)


def _title_stands_alone(node: Provision) -> bool:
    return node.is_excluded and node.eid.kind == "art"


def _bare_slots(evidence: Evidence, parents: dict[EId, tuple[EId, ...]]) -> Iterator[Slot]:
    """Own texts that only facts or bills tell of: Article 52 was one sentence before it had paragraphs."""
    textless = {n.eid for n in evidence.edition.walk() if not n.text and not n.is_excluded}
    told = {e.target for e in evidence.effects if e.own_text_only or e.text is not None} & textless
    for eid in sorted(told, key=lambda eid: eid.order):
        yield Slot(eid, None, _chain(eid, parents))


def _chains(nodes: Iterable[Provision], outer: tuple[EId, ...]) -> dict[EId, tuple[EId, ...]]:
    found: dict[EId, tuple[EId, ...]] = {}
    for node in nodes:
        found[node.eid] = (node.eid, *outer)
        found |= _chains(node.children, found[node.eid])
    return found


def _chain(eid: EId, parents: dict[EId, tuple[EId, ...]]) -> tuple[EId, ...]:
    missing: list[EId] = []
    current: EId | None = eid
    while current is not None and current not in parents:
        missing.append(current)
        current = current.parent
    return (*missing, *(parents[current] if current else ()), ACT)
