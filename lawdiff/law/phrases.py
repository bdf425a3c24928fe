"""Days, commencements and numbers in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from lawdiff.law.commencement import Commencement
from lawdiff.law.law_order import is_proposal
from lawdiff.law.wording import Reason

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_LANGUAGES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}


def language_name(code: str) -> str:
    """A language by its ISO 639 code, in words: Kazakh."""
    return _LANGUAGES.get(code, code)


def in_words(day: dt.date) -> str:
    """A day as people read it: 1 January 2012."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_force(when: Commencement | None, told: Callable[[dt.date], str] = str) -> str:
    """From when a law applies, in words; `told` says how its days are written."""
    if when is None:
        return "from an unknown day"
    if when.is_window:
        return f"from a day between {told(when.first)} and {told(when.last)}"
    return f"from {told(when.first)}"


def law_told(reason: Reason) -> str:
    """What is said behind the number of a law in a list of them; behind a proposal, that it is no law."""
    if is_proposal(reason.law):
        return f"is no law: shown as if in force {in_force(reason.commencement)}"
    return f"of {reason.adopted or 'an unknown day'}, in force {in_force(reason.commencement)}"


def span(when: Commencement | None) -> str:
    """A commencement in a table: its day, or its window 2010-12-04..2011-01-03."""
    if when is None:
        return "unknown"
    return f"{when.first}..{when.last}" if when.is_window else f"{when.first}"


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 effect", "45 effects"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def listed(words: Sequence[str]) -> str:
    """Words as people list them: "2 articles, 1 paragraph and the preamble"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
