"""What a proposal would change: the act on a day without it, and with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from lawdiff.history.cautions import cautions
from lawdiff.history.change import Change
from lawdiff.history.changes import Comparison
from lawdiff.history.inside import texts_inside
from lawdiff.law.eid import EId
from lawdiff.law.law_order import is_proposal
from lawdiff.law.timeline import ActTimelines
from lawdiff.law.wording import State, Wording

_NOT_THERE = Wording(State.ABSENT, None)


def compare_with(
    without: ActTimelines, with_it: ActTimelines, law: str, day: dt.date, asked: Sequence[EId] = ()
) -> Comparison:
    """The texts of which the proposal `law` would make something else on that day.

    `with_it` is folded from the same evidence and the proposal's effects. A change of the law itself is none
    of these, whenever it was.
    """
    changes = tuple(_changes(without, with_it, day, asked))
    reasons = [reason for change in changes for reason in change.reasons]
    said = tuple(cautions(with_it, (day,), reasons))
    provision = f"{asked[0]}..{asked[-1]}" if len(asked) > 1 else asked[0] if asked else None
    return Comparison(with_it, day, day, provision, changes, said, law)


def _changes(
    without: ActTimelines, with_it: ActTimelines, day: dt.date, asked: Sequence[EId]
) -> Iterator[Change]:
    for text in texts_inside(with_it, asked):
        timeline = without.texts.get(text.eid)
        old = timeline.on(day) if timeline else _NOT_THERE
        new = text.timeline.on(day)
        if new.state is State.PROPOSED and old != new:
            by = tuple(reason for reason in new.because if is_proposal(reason.law))
            yield Change(text.eid, old, new, by)
