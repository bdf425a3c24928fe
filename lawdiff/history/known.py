"""What is known of a text while one walks from the witnessed wording towards a day (R2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lawdiff.history.event import Action, Event
from lawdiff.history.places import Slot
from lawdiff.history.substitution import apply, apply_once, undo, undo_once
from lawdiff.law.wording import Reason, State

_RANK = {State.RECORDED: 0, State.RESTORED: 1, State.LATER: 2}


@dataclass(frozen=True, slots=True)
class Known:
    """A state with its words and reasons. `gone` is the event that ended a text the edition lacks:
    only crossing that event brings the text back, as a wording nobody recorded."""

    state: State
    text: str | None
    reasons: tuple[Reason, ...] = ()
    gone: Event | None = None


def before(known: Known, event: Event) -> Known:
    """What is known on the other side of an event, looking back across it."""
    match event.action:
        case Action.INSERT:
            return Known(State.ABSENT, None, (event.reason,))
        case Action.AMEND:
            return _weaker(known, State.LATER, event)
        case Action.SUBSTITUTE:
            return _undone(known, event)
        case _:
            return _ended(known, event)


def _ended(known: Known, event: Event) -> Known:
    """Behind a replace or repeal. What was not there after it, for another reason, was not there before."""
    if known.state is State.ABSENT and known.gone is not event:
        return known
    if event.keeps_title and known.text is not None:
        return Known(State.LATER, known.text, (event.reason,))
    return Known(State.UNRECORDED, None, (event.reason,))


def _weaker(known: Known, state: State, event: Event) -> Known:
    """Across several effects the weakest state wins; absent and unrecorded stay what they are."""
    rank = _RANK.get(known.state)
    if rank is None:
        return known
    weakest = state if _RANK[state] > rank else known.state
    return Known(weakest, known.text, (*known.reasons, event.reason))


def _undone(known: Known, event: Event) -> Known:
    """Behind a substitution of given words: undone where that is beyond doubt, else `later` (R6)."""
    if known.text is None or known.state not in _RANK:
        return known
    older = undo_once(known.text, event.pairs) if event.once else undo(known.text, event.pairs)
    if older == known.text:
        return known
    if older is None or known.state is State.LATER:
        return _weaker(known, State.LATER, event)
    return Known(State.RESTORED, older, (*known.reasons, event.reason))


def after(known: Known, event: Event) -> Known:
    """What is known past an announced event whose words the edition does not have (R9), or a proposed one."""
    if event.is_proposed:
        return Known(State.PROPOSED, event.text, (event.reason,))
    if event.action is Action.REPEAL:
        return Known(State.ABSENT, None, (event.reason,))
    if known.state is State.PROPOSED:
        return Known(State.PROPOSED, known.text, (*known.reasons, event.reason))
    if event.action is Action.INSERT:
        state = State.RECORDED if event.text is not None else State.UNRECORDED
        return Known(state, event.text, (event.reason,))
    if known.text is None:
        return known
    if event.action is Action.SUBSTITUTE and known.state in (State.RECORDED, State.RESTORED):
        newer = apply_once(known.text, event.pairs) if event.once else apply(known.text, event.pairs)
        if newer is not None:
            is_same = newer == known.text
            return known if is_same else Known(State.RESTORED, newer, (*known.reasons, event.reason))
    return Known(State.EARLIER, known.text, (*known.reasons, event.reason))


_CLOSING = (Action.MOVE, Action.REPEAL, Action.REPLACE)


def _first_exclusion(end: Event, past: Sequence[Event]) -> Event:
    """What excluded the text where its chapter or the act was repealed later: nothing is excluded twice
    without an insertion between."""
    if end.action is not Action.REPEAL:
        return end
    brought = [event.order for event in past if event.action is Action.INSERT and event.order < end.order]
    since = max(brought, default=None)
    before = (e for e in past if e.action is Action.REPEAL and e.noted and (since is None or e.order > since))
    return min((end, *before), key=lambda event: event.order)


def witnessed(slot: Slot, events: Sequence[Event]) -> Known:
    """The edition's wording; where it has none, the event that ended the text says why it is absent."""
    if slot.printed is not None and not slot.is_excluded:
        return Known(State.RECORDED, slot.printed)
    past = [event for event in events if not event.after_witness]
    closing = [event for event in past if event.action in _CLOSING and event.text is None]
    if closing:
        last = max(closing, key=lambda event: (event.noted, event.exact, event.order))
        end = _first_exclusion(last, past)
        return Known(State.ABSENT, slot.printed, (end.reason,), end)
    coming = [event.reason for event in events if event.after_witness and event.action is Action.INSERT]
    return Known(State.ABSENT, None, tuple(coming))
