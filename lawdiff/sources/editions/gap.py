"""The laws between two editions at one place: told by the newer one's notes, and not in the older."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.sources.editions.edition_reading import EditionReading
from lawdiff.sources.editions.printed_texts import PrintedText, reaching

THROUGHOUT = EId("text")
_REWORDS = (Kind.REPLACE, Kind.RENAME_REPLACE)
_NO_PLACE_OF_THEIR_OWN = (Kind.AMEND, Kind.RENAME_AMEND)


@dataclass(frozen=True, slots=True)
class Gap:
    """What the newer notes tell of a place and the older edition does not have. `unread`: the newer notes
    have something that cannot be read, and the older do not."""

    items: tuple[tuple[Effect, Cause], ...]
    unread: bool

    def of(self, *kinds: Kind) -> list[Effect]:
        """The effects of these kinds that a note states."""
        return [e for e, _ in self.items if e.kind in kinds and e.certainty is Certainty.STATED]

    @property
    def is_reworded(self) -> bool:
        """Whether a rewording lies in between: it explains any change, and may hide laws before it (R14)."""
        return bool(self.of(*_REWORDS))

    @property
    def amending(self) -> tuple[Cause, ...]:
        """The laws that amended the place or a container of it, nobody says where, by commencement."""
        found = {cause.law: cause for e, cause in self.items if e.kind in _NO_PLACE_OF_THEIR_OWN}
        return tuple(sorted(found.values(), key=lambda cause: cause.order))


class Side:
    """An edition as one side of a comparison: its notes by the place they name, and what it announces."""

    def __init__(self, reading: EditionReading) -> None:
        self.reading = reading
        self.coming = announced(reading)
        self._by_target: dict[EId, list[Effect]] = {}
        for effect in reading.past:
            self._by_target.setdefault(effect.target, []).append(effect)

    def reaching(self, place: PrintedText) -> Iterator[Effect]:
        """What its notes tell that may have changed the place or brought it."""
        for target in (*place.chain, THROUGHOUT):
            yield from reaching(place, self._by_target.get(target, ()))

    def is_old_enough_for(self, cause: Cause) -> bool:
        """Whether the law was adopted by the edition's day, so that the edition may have it already."""
        return cause.adopted is not None and cause.adopted <= self.reading.horizon


def gap_at(place: PrintedText, older: Side, newer: Side) -> Gap:
    """What lies between two editions at a text or provision.

    A law whose note the older edition's own rewording took away with it is in that edition.
    """
    had = list(older.reaching(place))
    noted = {law for effect in had for law in effect.laws}
    reworded = max((e.causes[-1].order for e in had if e.kind in _REWORDS), default=None)
    items: list[tuple[Effect, Cause]] = []
    unread = False
    for effect in newer.reaching(place):
        for cause in effect.causes:
            if cause.law == UNKNOWN_LAW:
                stated = effect.kind in _NO_PLACE_OF_THEIR_OWN
                unread = unread or (stated and UNKNOWN_LAW not in noted)
            elif cause.law not in noted:
                hidden = reworded is not None and cause.order < reworded
                if not hidden or not older.is_old_enough_for(cause):
                    items.append((effect, cause))
    return Gap(tuple(items), unread)


def announced(edition: EditionReading) -> frozenset[str]:
    """The laws that an edition only announces: it prints the words from before them."""
    coming = {law for effect in edition.stated if effect.announced for law in effect.laws}
    return frozenset(
        coming - {law for effect in edition.stated if not effect.announced for law in effect.laws}
    )


def unmentioned(gap: Gap, edition: Side) -> Iterator[tuple[Effect, Cause]]:
    """What a law of the edition's days did by the newer notes, and the edition does not mention."""
    for effect, cause in gap.items:
        if edition.is_old_enough_for(cause) and cause.law not in edition.coming:
            yield effect, cause
