"""What is announced on a day: changes of which a note tells before they are in force (R9)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lawdiff.law.effect import Cause, Effect
from lawdiff.law.timeline import ActTimelines


@dataclass(frozen=True, slots=True)
class Pending:
    """An announced effect and the law that is to make it. `details` are facts about that same change, not
    further ones: 227-V rewords Article 38, and a later edition shows in which of its paragraphs."""

    effect: Effect
    cause: Cause
    details: tuple[Effect, ...] = ()


def pending(timelines: ActTimelines, day: dt.date) -> tuple[Pending, ...]:
    """The announced effects that were not certainly in force on that day, by commencement.

    A law that was not adopted by then is left out: nobody could have announced it. 227-V of 3 July 2014 is
    pending from that day until 31 December 2014.
    """
    coming = [(effect, cause) for effect in timelines.effects for cause in _pending_causes(effect, day)]
    noted = [(effect, cause) for effect, cause in coming if not effect.from_facts]
    found = []
    for effect, cause in coming:
        told = any(effect.target.within(note.target) and cause.law == law.law for note, law in noted)
        if effect.from_facts and told:
            continue
        details = (
            other for other, by in coming if other.from_facts and by.law == cause.law and other is not effect
        )
        inside = tuple(other for other in details if other.target.within(effect.target))
        found.append(Pending(effect, cause, inside))
    return tuple(sorted(found, key=lambda each: (each.cause.order, each.effect.target.order)))


def _pending_causes(effect: Effect, day: dt.date) -> tuple[Cause, ...]:
    if not effect.announced:
        return ()
    return tuple(
        cause
        for cause in effect.causes
        if cause.commencement.has_begun(day) is not True and (cause.adopted is None or cause.adopted <= day)
    )
