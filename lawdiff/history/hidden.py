"""What a rewording hides: older notes go with it, and with them the names of laws before it (R5, R14)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from lawdiff.history.clocks import Reading
from lawdiff.history.event import Action, Event
from lawdiff.history.places import Slot
from lawdiff.history.touch import Made
from lawdiff.history.unknown_law import LOST_NOTES
from lawdiff.law.effect import Cause, Kind, Unchanged
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.timeline import Clock
from lawdiff.law.wording import Reason


def hides(slot: Slot, items: list[Made], event: Event | None) -> bool:
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


def anything_earlier(
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
    reason = Reason(UNKNOWN_LAW, None, None, "amend", "unknown", LOST_NOTES)
    order = (min(first, reading.tick(cause)[0]), dt.date.min, (0, ""))
    return Event(order, first, first, Action.AMEND, reason)
