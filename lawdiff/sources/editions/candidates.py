"""Which of several laws may have brought or ended a provision, given which editions print it (R7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.sources.editions.edition_reading import EditionReading


def without_impossible(effect: Effect, readings: Iterable[EditionReading]) -> Effect:
    """An insertion or exclusion by one of several laws, without those that the editions rule out.

    What an edition prints was not inserted by a law that is younger than it, nor excluded by one that its
    notes name there; what it does not print was not inserted by one that they name, nor excluded by a
    younger one. Passages have no number that keeps their place: nothing is ruled out for them.
    """
    if len(effect.causes) < 2 or effect.kind not in (Kind.INSERT, Kind.REPEAL) or effect.own_text_only:
        return effect
    if any(kind == "al" for kind, _ in effect.target.segments):
        return effect
    causes = effect.causes
    for reading in readings:
        causes = tuple(cause for cause in causes if _is_possible(effect, cause, reading))
    if not causes or causes == effect.causes:
        return effect
    certainty = Certainty.COMPARED if len(causes) == 1 else effect.certainty
    return replace(effect, causes=causes, certainty=certainty)


def _is_possible(effect: Effect, cause: Cause, reading: EditionReading) -> bool:
    node = next((node for node in reading.edition.walk() if node.eid == effect.target), None)
    prints = node is not None and not node.is_excluded
    if prints is (effect.kind is Kind.INSERT):
        return cause.adopted is None or cause.adopted <= reading.horizon
    return not any(cause.law in other.laws and effect.target.within(other.target) for other in reading.past)
