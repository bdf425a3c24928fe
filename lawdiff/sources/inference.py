"""What numbers betray: insertions and repeals that no note explains, by one of several laws (R7)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lawdiff.law.act import Act
from lawdiff.law.clause import NO_CLAUSE
from lawdiff.law.commencement import Basis, Commencement
from lawdiff.law.edition import Edition, Provision
from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.law_order import UNKNOWN_LAW

_HEADED = ("art", "chp", "sec")
_INSERTED = re.compile(r"-\d+$")  # "4-1", and not the "-x2" of a number printed twice


def inferred_insertions(
    edition: Edition, effects: Iterable[Effect], act: Act, horizon: dt.date
) -> Iterator[Effect]:
    """An insertion for each hyphened number that no note inserts: `4-1)`, `1-1)`, Article `41-1`.

    Its causes are the laws of the nearest footnote, or an unknown law where there is none.
    """
    near = _Footnotes(effects, act, horizon)
    inserted = {effect.target for effect in near.effects if effect.kind is Kind.INSERT}
    for top in edition.provisions:
        for node, outer in _with_containers(top, ()):
            if not _INSERTED.search(node.eid.number) or node.eid.kind == "al":
                continue
            if any(container in inserted for container in (node.eid, *outer)):
                continue
            yield Effect(
                Kind.INSERT,
                node.eid,
                near.laws_before(node.eid, (node.eid, *outer)),
                Certainty.INFERRED,
                f"the number {node.num}, {edition.path} line {node.line}",
                line=node.line,
            )


def inferred_ends(edition: Edition, effects: Iterable[Effect], horizon: dt.date) -> Iterator[Effect]:
    """An exclusion by an unknown law for each article or chapter that a note puts in, that is not printed,
    and whose end no note tells."""
    given = tuple(effects)
    printed = {node.eid for node in edition.walk()}
    ended = {effect.target for effect in given if effect.kind is not Kind.INSERT}
    for effect in given:
        if effect.kind is not Kind.INSERT or effect.announced or effect.target in printed | ended:
            continue
        if effect.target.kind not in _HEADED:
            continue
        first = effect.causes[0].commencement.first
        window = Commencement(first, max(first, horizon), Basis.UNKNOWN)
        cause = Cause(UNKNOWN_LAW, None, window, NO_CLAUSE)
        source = f"{effect.target} is not printed, {edition.path}"
        yield Effect(Kind.REPEAL, effect.target, (cause,), Certainty.INFERRED, source, line=effect.line)


def with_candidates(
    edition: Edition, effects: Iterable[Effect], act: Act, horizon: dt.date
) -> tuple[Effect, ...]:
    """The effects, with the laws of the nearest footnote for a repeal that names none: "2. (Is excluded)".
    One that is to come has a day of its own: "shall become invalid from 01.01.2013"."""
    given = tuple(effects)
    near = _Footnotes(given, act, horizon)
    containers = {
        node.eid: (node.eid, *outer)
        for top in edition.provisions
        for node, outer in _with_containers(top, ())
    }
    return tuple(
        replace(effect, causes=near.laws(containers.get(effect.target, ())), certainty=Certainty.INFERRED)
        if effect.laws == (UNKNOWN_LAW,) and effect.kind is Kind.REPEAL and not effect.announced
        else effect
        for effect in given
    )


class _Footnotes:
    """The laws that the footnotes of each container name. A repeal is none: what excluded a number did not
    bring it, though the article's footnote names it too."""

    def __init__(self, effects: Iterable[Effect], act: Act, horizon: dt.date) -> None:
        self.effects = tuple(effects)
        self._by_target: dict[EId, dict[Cause, None]] = {}
        self._gone: dict[EId, Cause] = {}
        for effect in self.effects:
            if effect.kind is Kind.REPEAL and not effect.announced and effect.laws != (UNKNOWN_LAW,):
                self._gone[effect.target] = min(effect.causes, key=lambda cause: cause.order)
            if effect.announced or effect.target.kind == "heading" or effect.kind is Kind.REPEAL:
                continue
            named = {cause: None for cause in effect.causes if cause.law != UNKNOWN_LAW}
            if named:
                self._by_target.setdefault(effect.target, {}).update(named)
        first = act.commencement.first
        self._unknown = Cause(
            UNKNOWN_LAW, None, Commencement(first, max(first, horizon), Basis.UNKNOWN), NO_CLAUSE
        )

    def laws(self, containers: tuple[EId, ...]) -> tuple[Cause, ...]:
        """The laws of the nearest footnote, by commencement."""
        for container in containers:
            if container in self._by_target:
                return tuple(sorted(self._by_target[container], key=lambda cause: cause.order))
        return (self._unknown,)

    def laws_before(self, node: EId, containers: tuple[EId, ...]) -> tuple[Cause, ...]:
        """The laws that may have put in what stands there: all of them, or those before the one that excluded
        it; an unknown one where there are none. `2-1) is excluded by L` was inserted before L."""
        laws = self.laws(containers)
        gone = self._gone.get(node)
        if gone is None:
            return laws
        before = tuple(
            law for law in laws if law.law not in (gone.law, UNKNOWN_LAW) and law.order < gone.order
        )
        first = self._unknown.commencement.first
        window = Commencement(first, max(first, gone.commencement.last), Basis.UNKNOWN)
        return before or (replace(self._unknown, commencement=window),)


def _with_containers(node: Provision, outer: tuple[EId, ...]) -> Iterator[tuple[Provision, tuple[EId, ...]]]:
    yield node, outer
    for child in node.children:
        yield from _with_containers(child, (node.eid, *outer))


def known_from(effects: Iterable[Effect]) -> Mapping[tuple[Kind, EId], Effect]:
    """What is told for certain of insertions and repeals, for the inferences that it makes needless."""
    found: dict[tuple[Kind, EId], Effect] = {}
    for effect in effects:
        if effect.kind in (Kind.INSERT, Kind.REPEAL) and effect.certainty is not Certainty.INFERRED:
            found[(effect.kind, effect.target)] = effect
        if effect.moved_to:
            found[(Kind.INSERT, effect.moved_to)] = effect
    return found
