"""Numbers, acts and enforcement clauses in the words of a bill."""

from __future__ import annotations

from lawdiff.drafting.documents.country_words import country_words
from lawdiff.drafting.places_in_words import in_words
from lawdiff.law.act import Act
from lawdiff.law.clause import Clause, ClauseKind
from lawdiff.law.eid import EId
from lawdiff.law.number_words import CARDINALS
from lawdiff.law.phrases import in_words as day_in_words

_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def number_in_words(number: int) -> str:
    """A number below a hundred in words, a larger one in figures: "ten", "twenty-one", "180"."""
    if number < len(CARDINALS):
        return CARDINALS[number]
    if number >= 100:
        return f"{number}"
    tens, units = divmod(number, 10)
    return f"{_TENS[tens]}-{CARDINALS[units]}" if units else _TENS[tens]


def act_in_words(act: Act) -> str:
    """An act as a bill names it: Law of the Republic of Kazakhstan of 8 August 2002 No. 345 “On ...”."""
    law = country_words(act.id).law_of
    return f"{law} of {day_in_words(act.adopted)} No. {act.number} “{act.title}”"


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
