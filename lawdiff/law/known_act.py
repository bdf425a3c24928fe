"""An act that is known by its number, day and titles, whether the corpus holds its text or not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache


class ActKind(Enum):
    """What an act calls itself. The values are the words of the register and of JSON."""

    CONSTITUTION = "constitution"
    CONSTITUTIONAL_LAW = "constitutional-law"
    CODE = "code"
    LAW = "law"
    DECREE = "decree"
    REGULATORY_RESOLUTION = "regulatory-resolution"
    RESOLUTION = "resolution"
    ORDER = "order"

    @property
    def noun(self) -> str:
        return self.value.replace("-", " ")


@dataclass(frozen=True, slots=True)
class KnownAct:
    """An act that a citation or a cross-reference may mean. `held` is its id where the corpus has its text.

    `number` is "" where it has none (the Constitution). `also_written` are other forms of its number,
    `also_titled` its other titles, in whatever language. `ended` says how it lost its force.
    """

    kind: ActKind
    number: str
    adopted: dt.date
    title: str
    source: str
    also_written: tuple[str, ...] = ()
    also_titled: tuple[str, ...] = ()
    held: str = ""
    ended: str = ""
    note: str = ""

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(title for title in (self.title, *self.also_titled) if title)

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(number for number in (self.number, *self.also_written) if number)

    def is_titled(self, title: str) -> bool:
        """Whether the title is one of this act's, but for articles, case and the country."""
        wanted = plain_title(title)
        return bool(wanted) and any(plain_title(own) == wanted for own in self.titles)


_COUNTRY = re.compile(
    r"\b(?:in|of)\s+(?:the\s+)?(?:republic\s+of\s+kazakhstan|kazakhstan|rk)\b"
    r"|\b(?:в\s+)?республик[еи]\s+казахстан\b|\b(?:в\s+)?рк\b"
)
_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset({"a", "an", "the", "s"})  # "Rights of a Child" and "child’s rights"


@lru_cache(maxsize=4096)
def plain_title(title: str) -> str:
    """A title without what translators and authors change: articles, case, signs, the country.

    >>> plain_title("On the Rights of a Child in the Republic of Kazakhstan")
    'on rights of child'
    """
    return " ".join(_words(_COUNTRY.sub(" ", title.lower().replace("ё", "е"))))


def _words(text: str) -> Iterator[str]:
    return (word for word in _WORD.findall(text) if word not in _EMPTY)
