"""All editions in one language taken together: one list of effects, and each edition's part in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lawdiff.law.address import cite
from lawdiff.law.effect import Certainty, Effect, Kind, Unchanged
from lawdiff.law.eid import EId
from lawdiff.law.evidence import Standing, Witness
from lawdiff.law.finding import Finding, Severity
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.sources.editions.candidates import without_impossible
from lawdiff.sources.editions.comparison import Change, Comparison, change_of, compare
from lawdiff.sources.editions.edition_reading import EditionReading
from lawdiff.sources.editions.gap import announced
from lawdiff.sources.editions.printed_texts import printed_texts


@dataclass(frozen=True, slots=True)
class Together:
    """What all editions in a language tell. `effects` are those of the notes, the newest edition's first,
    then what comparing shows; `witnesses` are the editions, the oldest first."""

    effects: tuple[Effect, ...]
    unchanged: tuple[Unchanged, ...]
    witnesses: tuple[Witness, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """An effect and the editions, by their place in the row, whose notes tell of it."""

    effect: Effect
    by: frozenset[int]


def together(readings: Sequence[EditionReading], facts: tuple[Effect, ...]) -> Together:
    """Put editions in one language together, given oldest first. `facts` count for each of them."""
    facts = tuple(without_impossible(effect, readings) for effect in facts)
    compared = [compare(older, newer, facts) for older, newer in pairwise(readings)]
    needless = frozenset(change for each in compared for change in each.needless)
    told = _united(readings, needless)
    witnesses = tuple(_witness(at, readings, told, facts, compared) for at in range(len(readings)))
    findings = [finding for each in compared for finding in each.findings]
    findings += _announced_and_not_done(readings)
    for at, reading in enumerate(readings):
        findings += _lagging(reading, witnesses[at])
        findings += _lost_notes(at, readings, told)
    return Together(
        effects=(
            *(each.effect for each in told if _is_told_still(each, len(readings) - 1)),
            *(effect for each in compared for effect in each.effects),
            *facts,
        ),
        unchanged=tuple(row for each in compared for row in each.unchanged),
        witnesses=witnesses,
        findings=tuple(findings),
    )


def _is_told_still(each: _Told, newest: int) -> bool:
    """What only an older edition announces is no announcement any more."""
    return not each.effect.announced or newest in each.by


def _united(readings: Sequence[EditionReading], needless: frozenset[Change]) -> list[_Told]:
    """Every effect of every edition's notes once: the same change told twice is one effect."""
    found: dict[object, _Told] = {}
    for at in reversed(range(len(readings))):
        for effect in readings[at].effects:
            if effect.certainty is Certainty.INFERRED and change_of(effect) in needless:
                continue
            key = _key(effect)
            have = found.get(key)
            if have is None:
                found[key] = _Told(effect, frozenset({at}))
            else:
                found[key] = _Told(_narrower(have.effect, effect), have.by | {at})
    return list(found.values())


def _key(effect: Effect) -> object:
    """What makes two effects the same: one law did one thing to one place, or may be the one that did."""
    laws = "inferred" if effect.certainty is Certainty.INFERRED else effect.laws
    pairs = effect.substitutions
    return (effect.kind, effect.target, laws, effect.own_text_only, effect.announced, effect.moved_to, pairs)


def _narrower(one: Effect, other: Effect) -> Effect:
    """One effect for the two: candidates that only one edition allows are none (R7); where they have none in
    common those of the older edition, which is nearer to what happened, are left."""
    if one.certainty is not Certainty.INFERRED:
        return one
    causes = tuple(cause for cause in one.causes if cause.law in other.laws)
    if causes or UNKNOWN_LAW in other.laws:
        return replace(one, causes=causes) if causes else one
    return other


def _witness(
    at: int,
    readings: Sequence[EditionReading],
    told: Sequence[_Told],
    facts: Iterable[Effect],
    compared: Sequence[Comparison],
) -> Witness:
    reading = readings[at]
    contained = frozenset(change for each in compared[at : at + 1] for change in each.contained)
    taken_back = frozenset(change for each in compared[:at] for change in each.taken_back)
    stands = _Stands(at, reading, contained, taken_back)
    pairs = [(each.effect, standing) for each in told if (standing := stands.of(each, told))]
    pairs += [(effect, stands.of_fact(effect)) for effect in facts]
    for newer, each in enumerate(compared, start=1):
        pairs += [(effect, stands.of_compared(effect, is_newer=at >= newer)) for effect in each.effects]
    return Witness(reading.edition, reading.horizon, tuple(pairs))


class _Stands:
    """How one edition stands to what is told of the act."""

    def __init__(
        self,
        at: int,
        reading: EditionReading,
        contained: frozenset[Change],
        taken_back: frozenset[Change],
    ) -> None:
        self._at = at
        self._coming = announced(reading)
        self._horizon = reading.horizon
        self._announced = [effect for effect in reading.stated if effect.announced]
        self._contained = contained
        self._taken_back = taken_back
        self._printed = printed_texts(reading.edition)
        self._noted: dict[str, list[EId]] = {}
        for effect in reading.past:
            for law in effect.laws:
                self._noted.setdefault(law, []).append(effect.target)

    def of(self, each: _Told, told: Sequence[_Told]) -> Standing | None:
        """Its own, shown by an older edition, coming by a newer; None where it does not count."""
        effect = each.effect
        if self._at in each.by:
            return None if self._is_done(each, told) else Standing.OWN
        if effect.announced:
            return Standing.COMING if max(each.by) > self._at and max(each.by) == _newest(told) else None
        ahead = effect.causes[-1].commencement.last > self._horizon
        if min(each.by) < self._at and not ahead and change_of(effect) not in self._taken_back:
            return None if self._tells_more_nearly(effect) else Standing.SHOWN
        if change_of(effect) in self._contained or self._prints_the_outcome(effect):
            return Standing.SHOWN
        return Standing.PENDING if self._announces(effect) else Standing.COMING

    def of_compared(self, effect: Effect, *, is_newer: bool) -> Standing:
        """It has what a comparison with an older edition shows, or what its own notes tell of the place: an
        edition that prints ahead of time may have what the one after it has not."""
        told = any(effect.target.within(target) for law in effect.laws for target in self._noted.get(law, ()))
        return Standing.SHOWN if is_newer or told else Standing.COMING

    def of_fact(self, effect: Effect) -> Standing:
        """A fact is told, unless it is about a law that this edition only announces (R9)."""
        return Standing.PENDING if set(effect.laws) <= self._coming else Standing.TOLD

    def _announces(self, effect: Effect) -> bool:
        return any(other.laws == effect.laws and _meet(other, effect) for other in self._announced)

    def _is_done(self, each: _Told, told: Sequence[_Told]) -> bool:
        """Whether another edition has done what this one only announces: then that is the effect."""
        if not each.effect.announced:
            return False
        return any(
            not other.effect.announced
            and other.effect.laws == each.effect.laws
            and _meet(other.effect, each.effect)
            for other in told
        )

    def _tells_more_nearly(self, effect: Effect) -> bool:
        """Whether this edition's own notes say where inside the place the law made its change (R3)."""
        inside = self._noted.get(effect.laws[0], ()) if len(effect.laws) == 1 else ()
        return any(target != effect.target and target.within(effect.target) for target in inside)

    def _prints_the_outcome(self, effect: Effect) -> bool:
        """Whether the edition prints what was inserted, or no more what was excluded."""
        if effect.target.kind in ("text", "title", "act", "heading") or effect.own_text_only:
            return False
        there = self._printed.has(effect.target)
        return there if effect.kind is Kind.INSERT else effect.kind is Kind.REPEAL and not there


def _newest(told: Sequence[_Told]) -> int:
    return max(at for each in told for at in each.by)


def _meet(one: Effect, other: Effect) -> bool:
    return one.target.within(other.target) or other.target.within(one.target)


def _announced_and_not_done(readings: Sequence[EditionReading]) -> Iterator[Finding]:
    """Changes that an older edition announces, that should have come, and that the newest does not tell."""
    newest = readings[-1]
    for reading in readings[:-1]:
        for effect in reading.stated:
            if not effect.announced or any(effect.laws[0] in other.laws for other in newest.stated):
                continue
            if effect.causes[0].commencement.last <= newest.horizon:
                yield Finding(
                    "announced-not-done",
                    effect.target,
                    effect.line,
                    f"{effect.laws[0]} was announced here for {effect.causes[0].commencement.first}, and no "
                    f"note of the edition of {newest.horizon} tells of it",
                    Severity.WARNING,
                    reading.edition.path,
                )


def _lagging(reading: EditionReading, witness: Witness) -> Iterator[Finding]:
    """Laws that were in force by the edition's day, or may have been, and that it does not have."""
    coming = announced(reading)
    seen: set[tuple[str, EId]] = set()
    for effect, standing in witness.effects:
        if standing is not Standing.COMING or effect.announced or effect.certainty is not Certainty.STATED:
            continue
        for cause in effect.causes:
            late = cause.commencement.first <= reading.horizon
            if late and cause.law not in coming and (cause.law, effect.target) not in seen:
                seen.add((cause.law, effect.target))
                yield Finding(
                    "edition-lags",
                    effect.target,
                    reading.line_of(effect.target),
                    f"the edition of {reading.horizon} does not tell what {cause.law} did to "
                    f"{cite(effect.target)}, in force from {cause.commencement.first} or soon after "
                    f"({effect.source})",
                    Severity.WARNING,
                    reading.edition.path,
                )


def _lost_notes(at: int, readings: Sequence[EditionReading], told: Sequence[_Told]) -> Iterator[Finding]:
    """Laws that the edition before names at a place and this one does not, with no rewording to blame."""
    reading = readings[at]
    for each in told:
        effect = each.effect
        if at in each.by or effect.announced or not each.by or min(each.by) > at or max(each.by) != at - 1:
            continue
        if effect.kind in (Kind.INSERT, Kind.REPEAL) or effect.certainty is not Certainty.STATED:
            continue
        ahead = effect.causes[0].commencement.last > reading.horizon
        if ahead or UNKNOWN_LAW in effect.laws or _still_told(effect, reading):
            continue
        yield Finding(
            "note-lost",
            effect.target,
            reading.line_of(effect.target),
            f"{effect.laws[0]} changed {cite(effect.target)} by the edition of {readings[at - 1].horizon} "
            f"({effect.source}), and no note here names it",
            Severity.ERROR,
            reading.edition.path,
        )


def _still_told(effect: Effect, reading: EditionReading) -> bool:
    """Whether the edition names the law at the place, inside or around it, or reworded the place since."""
    for other in reading.past:
        if not (_meet(other, effect) or other.target == "act"):
            continue
        if effect.laws[0] in other.laws:
            return True
        later = other.causes[-1].order > effect.causes[0].order
        if later and other.kind in (Kind.REPLACE, Kind.RENAME_REPLACE, Kind.REPEAL):
            return True
    return False
