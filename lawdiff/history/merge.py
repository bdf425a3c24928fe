"""All effects of one law on one text, taken together as one event (R3, R5, R7, R13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lawdiff.history.clocks import Reading
from lawdiff.history.event import Action, Event
from lawdiff.history.hidden import anything_earlier, hides
from lawdiff.history.places import Slot
from lawdiff.history.room import allowed, last_rewording
from lawdiff.history.touch import NOT_THERE_YET, Made, Touch
from lawdiff.law.commencement import Commencement
from lawdiff.law.effect import Certainty, Kind, Unchanged
from lawdiff.law.evidence import Standing
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.wording import Reason


def events_of(
    slot: Slot, made: Iterable[Made], unchanged: Sequence[Unchanged], reading: Reading
) -> tuple[Event, ...]:
    """The events on a text in their order, one for each law and commencement."""
    cleared = cleared_laws(slot, unchanged)
    given = allowed(slot, made, reading)
    side = _Side(slot, reading, given)
    by_law: dict[str, list[Made]] = {}
    for item in sorted(given, key=_exactness):
        by_law.setdefault(item.cause.law, []).append(item)
    events: list[Event] = []
    hidden: list[Event] = []
    for law, items in by_law.items():
        for together in _same_commencement(items):
            kept = [item for item in together if _stands(item.touch, cleared.get(law))]
            event = _merged(slot, kept, side)
            if event:
                events.append(event)
            if not side.is_after(together[0]) and hides(slot, together, event):
                hidden.append(anything_earlier(together[0].cause, unchanged, frozenset(cleared), reading))
    if hidden:
        events.append(max(hidden, key=lambda event: event.order))
    return tuple(sorted(events, key=lambda event: event.order))


def _exactness(item: Made) -> tuple[object, ...]:
    """A total order of what is told of a text, so that the order of the evidence never matters."""
    effect = item.touch.effect
    return (
        item.touch.distance,
        list(Certainty).index(effect.certainty),
        effect.kind.value,
        effect.source,
        effect.target,
        effect.moved_to or "",
        effect.same_words,
        effect.announced,
        effect.substitutions,
        effect.text or "",
        effect.laws,
        item.touch.action.value,
        item.touch.origin or "",
        item.cause.commencement.first,
        item.cause.commencement.last,
    )


def cleared_laws(slot: Slot, unchanged: Sequence[Unchanged]) -> dict[str, int]:
    """The laws that facts clear of having touched the text, with how near to it the nearest fact is."""
    found: dict[str, int] = {}
    for row in unchanged:
        distance = -1 if row.own_text_only else slot.chain.index(row.target)
        for law in row.laws:
            found[law] = min(distance, found.get(law, distance))
    return found


_ENDS = (Action.INSERT, Action.REPEAL, Action.MOVE)


def _stands(touch: Touch, cleared: int | None) -> bool:
    """Whether a touch stands though a fact clears its law: only if it tells at least as exactly of the
    text, or of its beginning or end, which no comparison of words disproves.

    Article 1 was enacted again by 354-IV, and its opening words are told to have stayed.
    """
    return cleared is None or touch.action in _ENDS or (touch.exact and touch.distance <= cleared)


def _same_commencement(items: list[Made]) -> list[list[Made]]:
    """A law's effects on one text, by the day they begin. What a source tells of the very text is one of
    the changes its container's footnote lists, whatever day that gives (R3); a fact takes the note's day."""
    coming = [item for item in items if item.touch.effect.announced]
    past = [item for item in items if not item.touch.effect.announced]
    if coming and past:
        return [*_same_commencement(past), *_same_commencement(coming)]
    days: dict[Commencement, list[Made]] = {}
    for item in items:
        days.setdefault(item.cause.commencement, []).append(item)
    if len(days) == 1:
        return [items]
    if items[0].cause.law == UNKNOWN_LAW and any(item.touch.effect.from_facts for item in items):
        return list(days.values())  # unknown laws of different days are different laws
    stated = [item for item in items if not item.touch.effect.from_facts]
    exact = [item for item in stated if item.touch.exact]
    days_told = {item.cause.commencement for item in exact or stated or items[:1]}
    if len(days_told) > 1:
        return list(days.values())
    (cause,) = {item.cause for item in (exact or stated or items[:1])[:1]}
    return [[replace(item, cause=cause) for item in items]]


def _merged(slot: Slot, items: list[Made], side: _Side) -> Event | None:
    """The one event that these effects make: what tells most exactly of the text decides its kind."""
    if not items:
        return None
    chosen = _decisive(items)
    touch, cause = chosen.touch, chosen.cause
    pairs = tuple(
        pair
        for item in items
        if item.touch.action is Action.SUBSTITUTE
        for pair in item.touch.effect.substitutions
    )
    action = touch.action
    if action is Action.SUBSTITUTE and not pairs:
        action = Action.AMEND
    first, last = side.reading.tick(cause)
    return Event(
        order=side.reading.order(cause),
        first=first,
        last=last,
        action=action,
        reason=_reason(chosen),
        after_witness=side.is_after(chosen),
        unmentioned=side.is_unmentioned(items),
        is_confirmed=side.reading.is_older and not touch.effect.announced,
        pairs=pairs,
        once=any(item.touch.effect.once for item in items),
        origin=touch.origin,
        same_words=touch.effect.same_words,
        keeps_title=slot.is_excluded and action is Action.REPEAL,
        exact=touch.exact,
        noted=any(_ends_by_note(item) for item in items),
        text=_given_text(chosen, items),
        is_proposed=touch.effect.is_proposed,
    )


def _given_text(chosen: Made, items: Sequence[Made]) -> str | None:
    """The words that a source gives the text, whichever source decides what was done to it."""
    given = (item.touch.effect.text for item in (chosen, *items) if item.touch.distance <= 0)
    return next((text for text in given if text is not None), None)


def _ends_by_note(item: Made) -> bool:
    """Whether a note of the edition itself says that this law took the text away."""
    by_note = item.touch.is_noted
    return by_note and (item.touch.action is Action.REPEAL or item.touch.exact)


@dataclass(frozen=True, slots=True)
class _Side:
    """On which side of a change the edition prints a text. `told` is all that is told of the text."""

    slot: Slot
    reading: Reading
    told: Sequence[Made]

    def is_after(self, made: Made) -> bool:
        """Whether the edition prints the text as it was before: a change announced, one of a law adopted
        past the horizon or proved not to be in it, or a repeal of what the edition still prints."""
        effect = made.touch.effect
        if effect.announced or effect.is_proposed or self._is_past(made):
            return True
        if made.touch.standing in NOT_THERE_YET and not self._is_hidden(made):
            return True
        if self.lacks(made):
            return True
        still_printed = self.slot.printed is not None and not self.slot.is_excluded
        return made.touch.action is Action.REPEAL and still_printed

    def lacks(self, made: Made) -> bool:
        """Whether a law brought the text, or gave it words, that the edition from before its start has not
        got, and another one prints."""
        brings = made.touch.effect.text is not None or made.touch.action is Action.INSERT
        is_told = made.touch.standing is Standing.TOLD and self.slot.is_missing
        return brings and is_told and made.cause.commencement.first > self.reading.horizon

    def is_unmentioned(self, items: Sequence[Made]) -> bool:
        """Whether a law of its days is not in the edition, and none of its notes says so: by its date it
        claims that the law was not in force yet."""
        standings = [item.touch.standing for item in items]
        if Standing.COMING not in standings or set(standings) - {Standing.COMING, Standing.TOLD}:
            return False
        return not any(
            item.touch.effect.announced or item.cause.law == UNKNOWN_LAW or self._is_past(item)
            for item in items
        )

    def _is_past(self, made: Made) -> bool:
        return (made.cause.adopted or dt.date.min) > self.reading.horizon

    def _is_hidden(self, made: Made) -> bool:
        """Whether the edition's own rewording took with it the note that would tell of this law (R14)."""
        if made.touch.effect.from_facts:
            return False
        reworded = last_rewording(self.slot, self.told, self.reading)
        return reworded is not None and self.reading.order(made.cause) < reworded


def _reason(made: Made) -> Reason:
    effect, cause = made.touch.effect, made.cause
    return Reason(
        cause.law,
        cause.adopted,
        None if cause.law == UNKNOWN_LAW else cause.commencement,
        effect.kind.value,
        effect.certainty.value,
        effect.source,
    )


def _decisive(items: list[Made]) -> Made:
    """A noted insertion, then a move away, a noted exclusion, what brought the text, what is told of it,
    and last its containers' notes.

    A number that betrays an insertion (R7) gives way where the same law reworded the container. Where a
    container is amended and words are substituted throughout by one law, the amendment is the weaker.
    """
    noted = {item.touch.action: item for item in reversed(items) if item.touch.is_noted}
    brought = [item for item in items if item.touch.action is Action.INSERT]
    if brought and Action.INSERT in noted and noted[Action.INSERT].touch.effect.certainty is Certainty.STATED:
        return noted[Action.INSERT]
    moved = [item for item in items if item.touch.origin]
    if moved:
        return moved[0]
    if Action.REPEAL in noted:
        return noted[Action.REPEAL]
    inferred = [item for item in brought if item.touch.effect.certainty is Certainty.INFERRED]
    reworded = [item for item in items if item.touch.action is Action.REPLACE]
    if brought and not (brought == inferred and reworded):
        return brought[0]
    exact = [item for item in items if item.touch.exact and item not in brought]
    told = exact or [item for item in items if item not in brought]
    return min(told, key=_nearest)


def _nearest(item: Made) -> tuple[int, int]:
    facts_first = 0 if item.touch.effect.from_facts else 1
    generic = item.touch.effect.kind is Kind.RENAME_AMEND
    return (item.touch.distance, facts_first + 2 * generic)
