"""The strongest of what several editions tell of a text; where they contradict each other, all of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from lawdiff.history.verdict import Outcome
from lawdiff.law.same_words import folded
from lawdiff.law.wording import State

Told = tuple[dt.date, Outcome]  # an edition's last day, and what it tells

_CERTAIN = (State.RECORDED, State.ABSENT)
_WORDS_NOT_PROVED = (State.LATER, State.EARLIER)


def strongest(found: Sequence[Told], day: dt.date) -> tuple[Outcome, ...]:
    """What counts of what the editions tell, the newest first: what is certain, then what is restored, then
    words that are not proved with the fewest laws in between.

    Several outcomes only where what is certain, or restored, differs. Words that differ in typography alone
    are those of the first edition that is no older than the day.
    """
    newest = found[0][1]
    if newest.state is State.PROPOSED:
        return (newest,)
    for states in (_CERTAIN, (State.RESTORED,)):
        those = [each for each in found if each[1].state in states]
        if those:
            return _agreeing(those, day)
    those = [each for each in found if each[1].state in _WORDS_NOT_PROVED]
    return (min(those or found, key=_distance)[1],)


def _agreeing(those: Sequence[Told], day: dt.date) -> tuple[Outcome, ...]:
    """One outcome where all say the same, else one for each thing said, with the laws that are in doubt."""
    groups: dict[tuple[State, str], list[Told]] = {}
    for each in those:
        outcome = each[1]
        shown = "" if outcome.state is State.ABSENT else folded(outcome.text or "")
        groups.setdefault((outcome.state, shown), []).append(each)
    if len(groups) == 1:
        return (_nearest(those, day),)
    picked = [_nearest(group, day) for group in groups.values()]
    return tuple(replace(each, reasons=(*each.reasons, *each.doubts)) for each in picked)


def _nearest(group: Sequence[Told], day: dt.date) -> Outcome:
    since = [each for each in group if each[0] >= day]
    return min(since, key=lambda each: each[0])[1] if since else group[0][1]


def _distance(told: Told) -> tuple[int, int, int]:
    """How far from the day the words are: a later wording is that of the oldest edition that has it, an
    earlier one that of the newest."""
    horizon, outcome = told
    laws = {reason.law for reason in outcome.reasons}
    age = horizon.toordinal() if outcome.state is State.LATER else -horizon.toordinal()
    return (list(State).index(outcome.state), len(laws), age)
