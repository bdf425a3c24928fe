"""Days, numbers, acts and enforcement clauses in the words of a bill."""

from __future__ import annotations

import datetime as dt

from lawdiff.drafting.documents.country_words import country_words
from lawdiff.drafting.places_in_words import in_words
from lawdiff.law.act import Act
from lawdiff.law.clause import Clause, ClauseKind
from lawdiff.law.eid import EId

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def day_in_words(day: dt.date) -> str:
    """A day as a bill writes it: "8 August 2002"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def number_in_words(number: int) -> str:
    """A number below a hundred in words, a larger one in figures: "ten", "twenty-one", "180"."""
    if number < len(_UNITS):
        return _UNITS[number]
    if number >= 100:
        return f"{number}"
    tens, units = divmod(number, 10)
    return f"{_TENS[tens]}-{_UNITS[units]}" if units else _TENS[tens]


def counted(number: int, noun: str) -> str:
    """A number in figures with its noun: "1 article", "9 articles"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def act_in_words(act: Act) -> str:
    """An act as a bill names it: Law of the Republic of Kazakhstan of 8 August 2002 No. 345 “On ...”."""
    law = country_words(act.id).law_of
    return f"{law} of {day_in_words(act.adopted)} No. {act.number} “{act.title}”"


def listed(parts: list[str]) -> str:
    """Words one after the other: "2 articles, 1 paragraph and the preamble"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def clause_in_words(clause: Clause) -> str:
    """The sentence of the article on enforcement, "" for a clause that says nothing."""
    match clause.kind:
        case ClauseKind.FROM:
            assert clause.day is not None
            return f"This Law shall be enforced from {day_in_words(clause.day)}."
        case ClauseKind.AFTER_PUBLICATION:
            unit = "month" if clause.months else "calendar day"
            term = f"{number_in_words(clause.count)} {unit}{'' if clause.count == 1 else 's'}"
            return (
                f"This Law shall be enforced upon the expiry of {term} after the day of its first official "
                "publication."
            )
        case ClauseKind.ON_PUBLICATION:
            return "This Law shall be enforced from the day of its first official publication."
        case ClauseKind.SEE:
            return f"The order of enforcement of this Law is set by {in_words(EId(clause.reference))}."
        case _:
            return ""
