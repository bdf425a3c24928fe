"""What a reader must know before quoting: the horizon, open windows, bounds of ours, laws nobody can name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lawdiff.history.unknown_law import why_unknown
from lawdiff.law.commencement import Basis
from lawdiff.law.law_order import UNKNOWN_LAW, is_proposal
from lawdiff.law.timeline import ActTimelines, Clock
from lawdiff.law.wording import Reason, in_order


class Caution(NamedTuple):
    """One sentence. With days it is only said where a day asked for is one of them: from the first on, before
    the last."""

    sentence: str
    first: dt.date | None = None
    last: dt.date | None = None

    def is_about(self, days: Iterable[dt.date]) -> bool:
        if self.first is None or self.last is None:
            return True
        return any(self.first <= day < self.last for day in days)


def cautions(
    timelines: ActTimelines, days: Sequence[dt.date], reasons: Iterable[Reason], has_words: bool = True
) -> Iterator[str]:
    """What must be said of an answer for these days, in which these laws have a part.

    `has_words`: whether any wording is shown at all.
    """
    beyond = [str(day) for day in dict.fromkeys(days) if day > timelines.horizon]
    if beyond:
        yield horizon_caution(timelines, beyond, has_words)
    if timelines.clock is Clock.ADOPTED:
        yield "Laws are counted from their adoption, not from the day they came into force."
    given = list(reasons)
    laws = in_order(given)
    if timelines.clock is Clock.ENFORCED:
        found = (law_caution(reason) for reason in laws)
        yield from (each.sentence for each in found if each and each.is_about(days))
    for law in dict.fromkeys(reason.law for reason in laws if is_proposal(reason.law)):
        yield (
            f"This is not the law: what is marked as proposed is what {law} would make of it, and nobody has "
            "adopted it."
        )
    yield from unknown_law_cautions(given)
    own = act_caution(timelines)
    if own and own.is_about(days):
        yield own.sentence


def law_caution(reason: Reason) -> Caution | None:
    """What must be said of the days on which a law came into force."""
    when = reason.commencement
    if when is None:
        return None
    if when.basis is Basis.ELSEWHERE:
        return Caution(
            f"When {reason.law} came into force stands in that law itself, which is not held. It is "
            f"taken to be between {when.first} and {when.last}; the end is lawdiff's own bound."
        )
    told = f"{reason.law} came into force between {when.first} and {when.last}"
    return Caution(f"{told}: the day of its publication is not known.", when.first, when.last)


def unknown_law_cautions(reasons: Iterable[Reason]) -> Iterator[str]:
    """Why a law that has a part in it has no name."""
    for why in why_unknown(reason.source for reason in reasons if reason.law == UNKNOWN_LAW):
        yield f"No source names the unknown law: {why}."


def act_caution(timelines: ActTimelines) -> Caution | None:
    """What must be said of the days on which the act itself came into force."""
    when = timelines.act.commencement
    if timelines.clock is not Clock.ENFORCED:
        return None
    told = f"The act itself came into force between {when.first} and {when.last}."
    return Caution(told, when.first, when.last)


def horizon_caution(timelines: ActTimelines, beyond: Sequence[str], has_words: bool = True) -> str:
    """What is said of days past the horizon."""
    days = " and ".join(beyond)
    proved = f"The source proves the law up to {timelines.horizon}."
    if has_words:
        return (
            f"{proved} What is shown for {days} is the last recorded wording, not proof of the law of that "
            "day, unless a later edition is named."
        )
    return f"{proved} No words are shown for {days}: a later law may have brought or changed some."
