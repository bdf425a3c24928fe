"""An instruction: one sentence of a bill, read by its form, before anyone looks where its places are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lawdiff.sources.instructions.address_words import NOWHERE, AddressWords


class Verb(Enum):
    """What a sentence orders. `IN` only says where the sentences after it apply ("in Article 7:")."""

    IN = "in"
    SUBSTITUTE = "substitute"
    AFTER = "after"
    BEFORE = "before"
    OMIT = "omit"
    REWORD = "reword"
    SUPPLEMENT = "supplement"
    EXCLUDE = "exclude"
    RENUMBER = "renumber"


@dataclass(frozen=True, slots=True)
class Instruction:
    """A verb with its places and words.

    `place` is where ("in paragraph 1"), `what` the new number of what is added or renumbered. `old` and `new`
    are quoted words, in pairs; `wording` the lines of a new wording. `depth` counts the lists around it;
    `begins_item`: it is the first in its list item, where nothing of the item before it applies any more.
    """

    verb: Verb
    place: AddressWords
    line: int
    depth: int
    what: AddressWords = NOWHERE
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    everywhere: bool = False
    throughout: bool = False
    wording: tuple[str, ...] = ()
    begins_item: bool = False
