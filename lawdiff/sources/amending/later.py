"""Which provisions other laws may have touched after a law: what an edition prints is then no proof of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawdiff.law.edition import Edition
from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.law.eid import EId

TEXT = EId("text")
_ENDS = (Kind.REPLACE, Kind.REPEAL, Kind.MOVE)


@dataclass(frozen=True, slots=True)
class LaterEffects:
    """The effects that the other sources tell, and the containers that each provision stands in."""

    effects: tuple[Effect, ...]
    outer: dict[EId, tuple[EId, ...]]

    @classmethod
    def of(cls, edition: Edition, effects: Sequence[Effect]) -> LaterEffects:
        outer: dict[EId, tuple[EId, ...]] = {}
        for node in edition.walk():
            for child in node.children:
                outer[child.eid] = (node.eid, *outer.get(node.eid, ()))
        return cls(tuple(each for each in effects if not _betrayed(each)), outer)

    def touching(self, eid: EId, cause: Cause) -> Iterator[Effect]:
        """What a law after that one did, or may have done, at the place, above it or inside it."""
        for effect in self.effects:
            if self._is_later(effect, cause) and (
                effect.target.within(eid) or self.covers(effect.target, eid) or effect.target == TEXT
            ):
                yield effect

    def may_have_ended(self, eid: EId, cause: Cause) -> bool:
        """Whether that law itself, or a later one, could have taken the place out of the act."""
        return any(
            effect.kind in _ENDS and self.covers(effect.target, eid)
            for effect in self.effects
            if effect.laws == (cause.law,) or self._is_later(effect, cause)
        )

    def covers(self, target: EId, eid: EId) -> bool:
        """Whether the target is the place or something that the place stands in."""
        if target == "act" or eid.within(target):
            return True
        kind, number = eid.segments[0]
        return target in self.outer.get(EId(f"{kind}_{number}" if number else kind), ())

    def _is_later(self, effect: Effect, cause: Cause) -> bool:
        return any(other.law != cause.law and other.order > cause.order for other in effect.causes)


def _betrayed(effect: Effect) -> bool:
    """Whether only a number betrays the insertion: it is that of the law which is read, or another's (R7)."""
    return effect.kind is Kind.INSERT and effect.certainty is Certainty.INFERRED
