"""The order of the numbers of laws, and what stands for a law without one: unknown, or only proposed."""

from __future__ import annotations

import datetime as dt

UNKNOWN_LAW = "?"
PROPOSAL = "proposal/"  # and its slug: what stands for a law that nobody has adopted


def is_proposal(law: str) -> bool:
    """Whether this is the name of a proposal and not the number of a law."""
    return law.startswith(PROPOSAL)


def unadopted(law: str) -> dt.date:
    """Where a law without a day of adoption stands among those of one commencement: a proposal comes last."""
    return dt.date.max if is_proposal(law) else dt.date.min


def law_order(number: str) -> tuple[int, str]:
    """A key that sorts law numbers: by the digits, then the convocation."""
    digits, _, convocation = number.partition("-")
    return (int(digits) if digits.isdigit() else 0, convocation or number)
