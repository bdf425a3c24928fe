"""What the texts of amending laws add to what is known of an act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from lawdiff.law.effect import Effect, Unchanged
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding

_WIDE = ("act", "text", "chp", "sec", "subsec", "part")


@dataclass(frozen=True, slots=True)
class AmendingEvidence:
    """Exact effects, what the laws that were read whole left alone, and what was doubtful. `whole` are the
    places that each law which was read whole touched."""

    effects: tuple[Effect, ...] = ()
    unchanged: tuple[Unchanged, ...] = ()
    findings: tuple[Finding, ...] = ()
    whole: Mapping[str, tuple[EId, ...]] = field(default_factory=dict)

    def narrowed(self, effects: Iterable[Effect]) -> tuple[Effect, ...]:
        """The effects of "one of several laws" without those that left the place alone, by their texts. Where
        that leaves none the sources contradict each other, and all stay."""
        return tuple(map(self._narrowed, effects)) if self.whole else tuple(effects)

    def _narrowed(self, effect: Effect) -> Effect:
        if len(effect.causes) < 2:
            return effect
        left = tuple(cause for cause in effect.causes if not self._left_alone(cause.law, effect))
        return replace(effect, causes=left) if left else effect

    def _left_alone(self, law: str, effect: Effect) -> bool:
        touched = self.whole.get(law)
        if touched is None or any(place.kind in _WIDE for place in touched):
            return False
        places = [place for place in (effect.target, effect.moved_to) if place is not None]
        return not any(one.within(other) or other.within(one) for one in touched for other in places)


NOTHING_TOLD = AmendingEvidence()
