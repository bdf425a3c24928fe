"""The entries of a bibliography: numbered ones with their continuation lines, else one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lawdiff.sources.citations.citation import Entry

_NUMBERED = (
    re.compile(r"\s*(\[[0-9]{1,4}\])\s*"),  # "[3] Law of Kazakhstan. 2002. No. 345-I"
    re.compile(r"\s*([0-9]{1,3}[.)])\s+(?=\S)"),  # "3. Law of Kazakhstan"
)


def entries(text: str) -> tuple[Entry, ...]:
    """The entries of the text. Where any line begins with a number in brackets, what stands before the
    first such line is no entry: a whole article can be given with its references."""
    lines = text.lstrip("\ufeff").splitlines()
    for pattern in _NUMBERED:
        if any(pattern.match(line) for line in lines):
            return tuple(_numbered(lines, pattern))
    return tuple(Entry("", number, line.strip()) for number, line in enumerate(lines, 1) if line.strip())


def _numbered(lines: list[str], pattern: re.Pattern[str]) -> Iterator[Entry]:
    """Entries under their numbers; an empty line ends an entry."""
    at, number, words = 0, "", list[str]()
    for line_number, line in enumerate(lines, 1):
        begins = pattern.match(line)
        if (begins or not line.strip()) and number:
            yield Entry(number, at, " ".join(words))
            number = ""
        if begins:
            at, number, words = line_number, begins[1], [line[begins.end() :].strip()]
        elif number:
            words.append(line.strip())
    if number:
        yield Entry(number, at, " ".join(words))
