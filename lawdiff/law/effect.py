"""An effect: one change that one amending law makes to one provision, and what tells us of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from lawdiff.law.clause import Clause
from lawdiff.law.commencement import Commencement
from lawdiff.law.eid import EId
from lawdiff.law.law_order import law_order, unadopted


class Kind(Enum):
    """What an effect does (R2). The values are the words of JSON and of the fixtures."""

    INSERT = "insert"
    REPLACE = "replace"
    AMEND = "amend"
    SUBSTITUTE = "substitute"
    REPEAL = "repeal"
    RENAME_REPLACE = "rename-replace"
    RENAME_AMEND = "rename-amend"
    MOVE = "move"


class Certainty(Enum):
    """How the effect is known: a note states it, editions were compared, one law of several, or its
    number betrays it (R7). `PROPOSED`: nobody has adopted it."""

    STATED = "stated"
    COMPARED = "compared"
    ONE_OF = "one_of"
    INFERRED = "inferred"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Cause:
    """A law that made, or may have made, an effect, with the days on which that effect began."""

    law: str
    adopted: dt.date | None
    commencement: Commencement
    clause: Clause

    @property
    def order(self) -> tuple[dt.date, dt.date, tuple[int, str]]:
        """The one order of laws everywhere: commencement, then adoption, then number (DESIGN section 6)."""
        return (self.commencement.first, self.adopted or unadopted(self.law), law_order(self.law))


@dataclass(frozen=True, slots=True)
class Effect:
    """One change to one target. `causes` has one law, or the several of which one made it.

    `target` is an eId as it was on that day, `text` for a substitution throughout, `act` for the whole.
    `own_text_only`: the target's first passage and nothing inside it (`__al_1`, `__intro`).
    `substitutions` are (old, new) pairs; `moved_to` and `same_words` belong to a move.
    `announced`: the source only says that the change is to come (R9). `from_facts`: the facts register
    tells it, not the edition (R13). `home`: the container of an inserted chapter or article, which its
    number alone may not tell. `once`: the words were substituted in one place of the text.
    """

    kind: Kind
    target: EId
    causes: tuple[Cause, ...]
    certainty: Certainty
    source: str
    own_text_only: bool = False
    substitutions: tuple[tuple[str, str], ...] = ()
    text: str | None = None
    moved_to: EId | None = None
    same_words: bool = False
    announced: bool = False
    line: int | None = None
    from_facts: bool = False
    home: EId | None = None
    once: bool = False

    @property
    def laws(self) -> tuple[str, ...]:
        return tuple(cause.law for cause in self.causes)

    @property
    def is_proposed(self) -> bool:
        return self.certainty is Certainty.PROPOSED


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A fact that the laws did not touch the target, seen by comparing dated editions (R5).

    `target` covers everything inside it unless `own_text_only`. `since` and `until` are the days of the
    oldest and newest edition that have the same words; they are no days of commencement.
    """

    target: EId
    laws: frozenset[str]
    since: dt.date
    until: dt.date
    source: str
    own_text_only: bool = False
