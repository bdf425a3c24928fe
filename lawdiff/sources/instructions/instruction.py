"""An instruction: one sentence of a bill, read by its form, before anyone looks where its places are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.address_words import NOWHERE, AddressWords


class Verb(Enum):
    """What a sentence orders. `IN` only says where the sentences after it apply ("in Article 7:"), `APPEND`
    adds words without saying behind which."""

    IN = "in"
    SUBSTITUTE = "substitute"
    AFTER = "after"
    BEFORE = "before"
    APPEND = "append"
    OMIT = "omit"
    REWORD = "reword"
    SUPPLEMENT = "supplement"
    EXCLUDE = "exclude"
    RENUMBER = "renumber"


@dataclass(frozen=True, slots=True)
class Instruction:
    """A verb with its places and words.

    `places` are where ("in the title and paragraph 1"), each with one number; `what` is the new number of
    what is added or renumbered. `old` and `new` are quoted words, in pairs; `wording` the lines of a new
    wording. `depth` counts the lists around it; `begins_item`: it is the first in its list item, where
    nothing of the item before it applies any more.
    """

    verb: Verb
    places: tuple[AddressWords, ...]
    line: int
    depth: int
    what: AddressWords = NOWHERE
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    everywhere: bool = False
    wording: tuple[str, ...] = ()
    begins_item: bool = False

    @property
    def place(self) -> AddressWords:
        """The one place of a sentence that can have no others. SourceError where it names several."""
        if len(self.places) > 1:
            raise SourceError("this can be ordered in one place at a time; write a sentence for each place")
        return self.places[0]
