"""What the edition's notes on a text leave room for: facts narrow, and never shake what it proves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from lawdiff.history.clocks import Reading
from lawdiff.history.event import Action, Order
from lawdiff.history.places import Slot
from lawdiff.history.touch import Made
from lawdiff.law.effect import Certainty, Effect, Kind
from lawdiff.law.evidence import Standing


def allowed(slot: Slot, made: Iterable[Made], reading: Reading) -> list[Made]:
    """What the edition's own notes leave room for.

    Its notes on a text are complete since the text was last reworded (R14). A fact about a law that they
    do not name, or about the end of what is still printed, contradicts them: it is a finding and changes
    nothing (DESIGN section 4: `recorded` and `absent` never change by more evidence). What a comparison of
    editions proves needs no room.
    """
    items = list(made)
    notes = _past_notes(items)
    room = _Room(
        noted=frozenset(item.cause.law for item in notes),
        reworded=last_rewording(slot, items, reading),
        excluded=min(_orders(notes, Action.REPEAL, reading), default=None),
        inserted=max(_orders(notes, Action.INSERT, reading), default=None),
    )
    return [
        item for item in items if item.touch.standing is not Standing.TOLD or _fits(slot, item, room, reading)
    ]


def last_rewording(slot: Slot, made: Iterable[Made], reading: Reading) -> Order | None:
    """When the text was last reworded, by the edition's own notes: what they tell since then is complete."""
    notes = _past_notes(made)
    return max(
        (reading.order(item.cause) for item in notes if rewords(slot, item.touch.effect)), default=None
    )


def _past_notes(made: Iterable[Made]) -> list[Made]:
    return [item for item in made if item.touch.is_noted and not item.touch.is_coming]


@dataclass(frozen=True, slots=True)
class _Room:
    """What the notes on a text say: the laws they name, when it was last reworded, excluded, inserted."""

    noted: frozenset[str]
    reworded: Order | None
    excluded: Order | None
    inserted: Order | None


def _orders(notes: list[Made], action: Action, reading: Reading) -> list[Order]:
    """When the notes state such an end or beginning; what a number betrays is no statement."""
    return [
        reading.order(item.cause)
        for item in notes
        if item.touch.action is action and item.touch.effect.certainty is Certainty.STATED
    ]


def _fits(slot: Slot, item: Made, room: _Room, reading: Reading) -> bool:
    """Whether a fact leaves standing what the edition proves."""
    effect, order = item.touch.effect, reading.order(item.cause)
    if effect.announced or (item.cause.adopted or dt.date.min) > reading.horizon:
        return True
    printed = slot.printed is not None and not slot.is_excluded
    if item.touch.action is Action.REPEAL and printed:
        return False
    if room.excluded is not None and order > room.excluded:
        return False
    if room.inserted is not None and order < room.inserted:
        return False
    hidden = room.reworded is not None and order < room.reworded
    if room.excluded is not None and slot.is_noted_gone and slot.eid.kind == "art":
        hidden = True  # the footnote of an excluded article took the older ones with it, like a rewording's
    told_by_facts_alone = slot.printed is None and not slot.is_noted_gone
    return told_by_facts_alone or hidden or item.cause.law in room.noted


def rewords(slot: Slot, effect: Effect) -> bool:
    """Whether an effect's note replaces the older notes of the text, its container's or its own."""
    return effect.kind is Kind.REPLACE or (slot.is_heading and effect.kind is Kind.RENAME_REPLACE)
