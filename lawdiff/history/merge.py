"""All effects of one law on one text, taken together as one event (R3, R5, R7, R13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from lawdiff.history.event import Action, Event, Order
from lawdiff.history.places import Slot
from lawdiff.history.touch import Touch
from lawdiff.law.commencement import Commencement
from lawdiff.law.effect import UNKNOWN_LAW, Cause, Certainty, Kind, Unchanged, law_order
from lawdiff.law.timeline import Clock
from lawdiff.law.wording import Reason

Tick = Callable[[Cause], tuple[dt.date, dt.date]]


@dataclass(frozen=True, slots=True)
class Made:
    """A touch by the one law that made it, in the world that is looked at."""

    touch: Touch
    cause: Cause


@dataclass(frozen=True, slots=True)
class Reading:
    """By which clock events are dated: `tick` gives a cause's first and last day, `day` places a bare date.

    `pending` are the causes of all laws, for what an old edition may have printed ahead of time; `act`
    is the act's own commencement.
    """

    clock: Clock
    tick: Tick
    day: Callable[[dt.date], dt.date]
    horizon: dt.date
    pending: tuple[Cause, ...]
    act: Commencement

    def order(self, cause: Cause) -> Order:
        return (self.tick(cause)[0], cause.adopted or dt.date.min, law_order(cause.law))


def events_of(
    slot: Slot, made: Iterable[Made], unchanged: Sequence[Unchanged], reading: Reading
) -> tuple[Event, ...]:
    """The events on a text in their order, one for each law and commencement."""
    cleared = cleared_laws(slot, unchanged)
    by_law: dict[str, list[Made]] = {}
    for item in sorted(allowed(slot, made, reading), key=_exactness):
        by_law.setdefault(item.cause.law, []).append(item)
    events: list[Event] = []
    hidden: list[Event] = []
    for law, items in by_law.items():
        for together in _same_commencement(items):
            kept = [item for item in together if _stands(item.touch, cleared.get(law))]
            event = _merged(slot, kept, reading)
            if event:
                events.append(event)
            if _hides(slot, together, event):
                hidden.append(_anything_earlier(together[0].cause, unchanged, frozenset(cleared), reading))
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


def allowed(slot: Slot, made: Iterable[Made], reading: Reading) -> list[Made]:
    """What the edition's own notes leave room for.

    Its notes on a text are complete since the text was last reworded (R14). A fact about a law that they
    do not name, or about the end of what is still printed, contradicts them: it is a finding and changes
    nothing (DESIGN section 4: `recorded` and `absent` never change by more evidence).
    """
    items = list(made)
    notes = [item for item in items if not item.touch.effect.from_facts and not item.touch.effect.announced]
    room = _Room(
        noted=frozenset(item.cause.law for item in notes),
        reworded=max((reading.order(item.cause) for item in notes if _rewords(slot, item)), default=None),
        excluded=min(_orders(notes, Action.REPEAL, reading), default=None),
        inserted=max(_orders(notes, Action.INSERT, reading), default=None),
    )
    return [item for item in items if not item.touch.effect.from_facts or _fits(slot, item, room, reading)]


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
    told_by_facts_alone = slot.printed is None and not slot.is_noted_gone
    return told_by_facts_alone or hidden or item.cause.law in room.noted


def _rewords(slot: Slot, item: Made) -> bool:
    """Whether an effect's note replaces the older notes of the text, its container's or its own."""
    kind = item.touch.effect.kind
    return kind is Kind.REPLACE or (slot.is_heading and kind is Kind.RENAME_REPLACE)


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
    stated = [item for item in items if not item.touch.effect.from_facts]
    exact = [item for item in stated if item.touch.exact]
    days_told = {item.cause.commencement for item in exact or stated or items[:1]}
    if len(days_told) > 1:
        return list(days.values())
    (cause,) = {item.cause for item in (exact or stated or items[:1])[:1]}
    return [[replace(item, cause=cause) for item in items]]


def _merged(slot: Slot, items: list[Made], reading: Reading) -> Event | None:
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
    first, last = reading.tick(cause)
    return Event(
        order=reading.order(cause),
        first=first,
        last=last,
        action=action,
        reason=_reason(chosen),
        after_witness=_after_witness(chosen, slot, reading),
        pairs=pairs,
        origin=touch.origin,
        same_words=touch.effect.same_words,
        keeps_title=slot.is_excluded and action is Action.REPEAL,
        exact=touch.exact,
        noted=any(_ends_by_note(item) for item in items),
        text=touch.effect.text if touch.distance <= 0 else None,
    )


def _ends_by_note(item: Made) -> bool:
    """Whether a note of the edition itself says that this law took the text away."""
    by_note = not item.touch.effect.from_facts
    return by_note and (item.touch.action is Action.REPEAL or item.touch.exact)


def _after_witness(made: Made, slot: Slot, reading: Reading) -> bool:
    """Whether the edition prints the text as it was before: a change announced, one of a law adopted past
    the horizon, or a repeal of what the edition still prints."""
    if made.touch.effect.announced or (made.cause.adopted or dt.date.min) > reading.horizon:
        return True
    still_printed = slot.printed is not None and not slot.is_excluded
    return made.touch.action is Action.REPEAL and still_printed


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
    noted = {item.touch.action: item for item in reversed(items) if not item.touch.effect.from_facts}
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


def _hides(slot: Slot, items: list[Made], event: Event | None) -> bool:
    """Whether a rewording reached the text and facts tell that it kept its words: older notes of the
    place are then lost with the rewording (R14), and the list of laws before it is not complete."""
    reworded = any(
        item.touch.action is Action.REPLACE or (slot.is_heading and item.touch.effect.kind is Kind.REPLACE)
        for item in items
    )
    if not reworded or items[0].touch.effect.announced:
        return False
    carried = event is not None and event.action is Action.MOVE and event.same_words
    return event is None or carried or event.action is Action.SUBSTITUTE


def _anything_earlier(
    cause: Cause, unchanged: Sequence[Unchanged], untouched: frozenset[str], reading: Reading
) -> Event:
    """The unknown law that may have changed the words before the oldest edition compared (R5).

    An edition prints ahead of time: a law adopted by its day and in force later may be in it already.
    """
    since = min((row.since for row in unchanged), default=None)
    first = reading.tick(cause)[1]  # behind the rewording the notes are complete
    if since is not None:
        ahead = [
            pending.commencement.last
            for pending in reading.pending
            if pending.law not in untouched and pending.adopted and pending.adopted <= since
        ]
        day = since if reading.clock is Clock.ADOPTED else max([since, *ahead])
        first = min(first, reading.day(day))
    reason = Reason(UNKNOWN_LAW, None, None, "amend", "unknown", "older notes are lost with a rewording")
    order = (min(first, reading.tick(cause)[0]), dt.date.min, (0, ""))
    return Event(order, first, first, Action.AMEND, reason)
