"""The order of the numbers of laws, and what stands for a law that no source names."""

from __future__ import annotations

UNKNOWN_LAW = "?"


def law_order(number: str) -> tuple[int, str]:
    """A key that sorts law numbers: by the digits, then the convocation."""
    digits, _, convocation = number.partition("-")
    return (int(digits) if digits.isdigit() else 0, convocation or number)
