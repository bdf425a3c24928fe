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

    def is_about_some(self, first: dt.date, last: dt.date | None) -> bool:
        """Whether it is about one of the days from the first to the last, both included."""
        if self.first is None or self.last is None:
            return True
        return first < self.last and (last is None or self.first <= last)


def cautions(
    timelines: ActTimelines, days: Sequence[dt.date], reasons: Iterable[Reason], has_words: bool = True
) -> Iterator[str]:
    """What must be said of an answer for these days, in which these laws have a part.

    `has_words`: whether any wording is shown at all.
    """
    beyond = [str(day) for day in dict.fromkeys(days) if day > timelines.horizon]
    if beyond:
        yield horizon_caution(timelines, beyond, has_words)
    yield from (each.sentence for each in _standing(timelines, list(reasons)) if each.is_about(days))


def cautions_between(
    timelines: ActTimelines, first: dt.date, last: dt.date | None, reasons: Iterable[Reason]
) -> Iterator[str]:
    """What must be said of an answer that holds on all of these days, the horizon aside: also that which is
    about some of them only. Article 16 reads the same from 2002-09-18 to 2007-06-24, and 253 came into force
    on one of the last thirty of these days."""
    found = _standing(timelines, list(reasons))
    yield from (each.sentence for each in found if each.is_about_some(first, last))


def _standing(timelines: ActTimelines, given: list[Reason]) -> Iterator[Caution]:
    """What must be said of these laws and of the act, whatever the day."""
    if timelines.clock is Clock.ADOPTED:
        yield Caution("Laws are counted from their adoption, not from the day they came into force.")
    laws = in_order(given)
    if timelines.clock is Clock.ENFORCED:
        yield from (found for reason in laws if (found := law_caution(reason)))
    for law in dict.fromkeys(reason.law for reason in laws if is_proposal(reason.law)):
        yield Caution(
            f"This is not the law: what is marked as proposed is what {law} would make of it, and nobody has "
            "adopted it."
        )
    yield from (Caution(sentence) for sentence in unknown_law_cautions(given))
    own = act_caution(timelines)
    if own:
        yield own


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
