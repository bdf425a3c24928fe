"""The words that a law itself gave a text, for the days that no edition's own words reach (R2, R14)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lawdiff.history.event import Action, Event
from lawdiff.history.known import Known
from lawdiff.history.places import Slot
from lawdiff.history.substitution import apply, apply_once
from lawdiff.law.wording import HIDES, State

_OPEN = (State.LATER, State.UNRECORDED, State.RESTORED)


def or_given(known: Known, slot: Slot, events: Sequence[Event], begun: Callable[[Event], bool]) -> Known:
    """What is known of the text, or what the last law that worded it gave it, where that says more.

    The words are `recorded` until another law touches them. A rewording that is still to come, or the
    exclusion of a whole article, took older notes with it (R14): a law that no note names may stand in
    between, and the words are then `earlier`.
    """
    if known.state not in _OPEN or not any(event.text is not None for event in events):
        return known
    given: Known | None = None
    at = -1
    for place, event in enumerate(events):
        if not begun(event) or event.after_witness:
            continue
        if event.text is not None:
            given, at = Known(State.RECORDED, event.text), place
        elif given is not None:
            given = _past(given, event)
    if given is None or known.state is State.RESTORED:
        return given if given is not None and given.text == known.text else known
    hiding = [event for event in events[at + 1 :] if _hides_notes(event, slot) and not begun(event)]
    if hiding:
        hider = hiding[0].reason._replace(kind=HIDES)
        return Known(State.EARLIER, given.text, (*given.reasons, hider))
    return given


def _hides_notes(event: Event, slot: Slot) -> bool:
    """Whether the notes from before the event are lost: those of an article stand under the article, so that
    one excluded item takes none with it."""
    whole = slot.is_heading or slot.eid.kind in ("art", "chp") or not event.exact
    return event.action is Action.REPLACE or (event.action is Action.REPEAL and whole)


def _past(given: Known, event: Event) -> Known | None:
    """The words past another law: substituted as it says; None where it may have changed anything."""
    if event.action is not Action.SUBSTITUTE or given.text is None:
        return None
    newer = apply_once(given.text, event.pairs) if event.once else apply(given.text, event.pairs)
    if newer is None:
        return None
    return given if newer == given.text else Known(State.RESTORED, newer, (*given.reasons, event.reason))
