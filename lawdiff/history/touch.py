"""A touch: one effect reaching one text, from itself or from a container it stands in (R3, R5, R6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lawdiff.history.event import Action
from lawdiff.history.places import Slot
from lawdiff.history.substitution import touches
from lawdiff.law.effect import Cause, Effect, Kind, Unchanged
from lawdiff.law.eid import EId
from lawdiff.law.evidence import Standing

TEXT = EId("text")
NOT_THERE_YET = (Standing.COMING, Standing.PENDING)
_CONTAINERS = frozenset({"act", "text", "chp", "sec", "subsec", "part", "art"})


@dataclass(frozen=True, slots=True)
class Touch:
    """How an effect acts on a text. `distance` counts containers: 0 tells of the text itself, and -1 of
    its own passage alone. `standing` is that of the edition whose text it is. `origin` is set on both ends
    of a move: the place whose words it had."""

    effect: Effect
    action: Action
    distance: int
    standing: Standing
    origin: EId | None = None

    @property
    def is_noted(self) -> bool:
        """Whether the edition's own notes tell of it."""
        return self.standing is Standing.OWN

    @property
    def is_coming(self) -> bool:
        """Whether the edition does not have it yet: announced, or proved by another source."""
        return self.effect.announced or self.standing in NOT_THERE_YET

    @property
    def exact(self) -> bool:
        """Whether a source tells of this very text, and not of the container that a note names."""
        if self.distance > 0:
            return False
        return self.effect.from_facts or self.effect.target.kind not in _CONTAINERS


@dataclass(frozen=True, slots=True)
class Made:
    """A touch by the one law that made it, in the world that is looked at."""

    touch: Touch
    cause: Cause


class Reach:
    """Which effects and which facts reach a text of one edition: an index of what is told by target."""

    def __init__(
        self,
        told: Iterable[tuple[Effect, Standing]],
        unchanged: Iterable[Unchanged],
        places: frozenset[EId],
    ) -> None:
        self._by_target: dict[EId, list[tuple[Effect, Standing]]] = defaultdict(list)
        self._by_moved_to: dict[EId, list[tuple[Effect, Standing]]] = defaultdict(list)
        self._unchanged: dict[EId, list[Unchanged]] = defaultdict(list)
        self._places = places
        for pair in told:
            self._by_target[pair[0].target].append(pair)
            if pair[0].moved_to:
                self._by_moved_to[pair[0].moved_to].append(pair)
        for row in unchanged:
            self._unchanged[row.target].append(row)

    def touches(self, slot: Slot) -> tuple[Touch, ...]:
        """Every effect that reaches the text, the nearest first."""
        found = [
            touch
            for distance, container in enumerate(slot.chain)
            for touch in self._from(slot, container, distance)
        ]
        found += self._throughout(slot)
        return tuple(found)

    def siblings(self, slot: Slot) -> tuple[EId, ...] | None:
        """The containers of a text of which itself nothing tells: the same things reach all such texts of
        one container. None where something tells of this very text or its words, and for headings."""
        if slot.printed is None or slot.is_heading or slot.is_excluded:
            return None
        if slot.eid in self._by_target or slot.eid in self._by_moved_to or slot.eid in self._unchanged:
            return None
        return None if any(self._throughout(slot)) else slot.chain[1:]

    def unchanged(self, slot: Slot) -> tuple[Unchanged, ...]:
        """The facts that cover the text: about itself, or about all of a container."""
        return tuple(
            row
            for container in slot.chain
            for row in self._unchanged.get(container, ())
            if not row.own_text_only or (container == slot.eid and not slot.is_heading)
        )

    def _from(self, slot: Slot, container: EId, distance: int) -> Iterator[Touch]:
        for effect, standing in self._by_target.get(container, ()):
            alone = effect.own_text_only
            if alone and container != slot.eid:
                continue
            if action := _action(effect, slot, container):
                origin = self._moved(effect.moved_to, slot, container) if action is Action.MOVE else None
                yield Touch(effect, action, -1 if alone else distance, standing, origin)
        for effect, standing in self._by_moved_to.get(container, ()):
            source = self._moved(effect.target, slot, container)
            if container == slot.eid or source in self._places:
                yield Touch(effect, Action.INSERT, distance, standing)

    def _moved(self, there: EId | None, slot: Slot, container: EId) -> EId | None:
        """Where the text stood, or went, when its container moved: the same path under the other number."""
        return EId(there + slot.eid[len(container) :]) if there else None

    def _throughout(self, slot: Slot) -> Iterator[Touch]:
        for effect, standing in self._by_target.get(TEXT, ()):
            pairs = effect.substitutions
            if standing in NOT_THERE_YET:  # the text has the old words still
                pairs = tuple((new, old) for old, new in pairs)
            if slot.printed is None or touches(slot.printed, pairs):
                yield Touch(effect, Action.SUBSTITUTE, len(slot.chain), standing)


_ACTIONS = {
    Kind.INSERT: Action.INSERT,
    Kind.REPLACE: Action.REPLACE,
    Kind.REPEAL: Action.REPEAL,
    Kind.AMEND: Action.AMEND,
    Kind.SUBSTITUTE: Action.SUBSTITUTE,
    Kind.MOVE: Action.MOVE,
    Kind.RENAME_REPLACE: Action.REPLACE,
    Kind.RENAME_AMEND: Action.AMEND,
}


def _action(effect: Effect, slot: Slot, container: EId) -> Action | None:
    """What an effect on this container does to the text. A heading keeps what an article's amendment
    leaves alone, and a rewording of the article only may have changed it (R2)."""
    action = _ACTIONS[effect.kind]
    if not slot.is_heading or container == slot.eid:
        return action
    own_container = container == slot.eid.parent or (slot.eid == "title" and container == "act")
    if action is Action.REPLACE:
        return Action.AMEND
    if action in (Action.AMEND, Action.SUBSTITUTE) and own_container:
        return None
    return action
