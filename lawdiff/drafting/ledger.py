"""The ledger of a term: every place where it stands in a law, changed or left, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lawdiff.law.eid import EId


class Fate(Enum):
    """What becomes of an occurrence: changed, left as it is, or in the proposed form already."""

    CHANGED = "changed"
    LEFT = "left"
    ALREADY = "already in the new form"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a term, or of a form near it: `span` counts the characters of that text.

    `new` are the words that come there, "" where it is left. `before` and `behind` are the words around it.
    """

    eid: EId
    span: tuple[int, int]
    words: str
    new: str
    fate: Fate
    reason: str
    before: str
    behind: str
