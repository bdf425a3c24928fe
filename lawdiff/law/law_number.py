"""Numbers of laws as people write them: "354-iv", "№ 354-IV" and "Law No. 354-IV" are 354-IV."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from lawdiff.law.address_pattern import quoted
from lawdiff.law.errors import UsageError
from lawdiff.law.law_order import law_order

_SHOWN = 5
_BEFORE = re.compile(r"(?:(?:the|law|of|no\b\.?|nr\b\.?|n\b\.?|№)\s*)+", re.IGNORECASE)
_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])[- ](?=[^\W\d_])")  # "ҚР ДСМ-66" is ҚР-ДСМ-66
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_CYRILLIC = str.maketrans("ІХМСіхмс", "IXMCixmc")  # a number copied from a Russian page


def find_law(text: str, known: Mapping[str, Iterable[str]]) -> str:
    """The number among `known` that the text means; each comes with the other ways it is written.

    >>> find_law("№ 354-iv", {"354-IV": ()})
    '354-IV'

    Raises UsageError with the nearest numbers where none is meant.
    """
    wanted = _plain(text)
    written = {_plain(form): number for number, others in known.items() for form in (*others, number)}
    if wanted in written:
        return written[wanted]
    near = _nearest(wanted, written)
    asked = quoted(text.strip())
    if not near:
        raise UsageError(
            f"{asked} is not the number of a law that changed this act; `lawdiff laws` lists them"
        )
    raise UsageError(f"no law {asked} changed this act; did you mean {' or '.join(near)}?")


def _plain(text: str) -> str:
    """The number alone, in one spelling."""
    cleaned = " ".join(text.translate(_DASHES).translate(_CYRILLIC).split())
    number = _BEFORE.sub("", cleaned, count=1).replace("/", "-")
    return _BETWEEN_LETTERS.sub("", number).replace(" ", "").upper()


def _nearest(wanted: str, written: Mapping[str, str]) -> list[str]:
    """The numbers with the same digits, else those that look most alike."""
    digits = law_order(wanted)[0]
    same = [number for form, number in written.items() if digits and law_order(form)[0] == digits]
    alike = [written[form] for form in get_close_matches(wanted, written, _SHOWN)]
    return list(dict.fromkeys(same or alike))[:_SHOWN]
