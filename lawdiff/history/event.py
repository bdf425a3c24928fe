"""An event: what one law does to one text, after all effects of that law on it were taken together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from lawdiff.law.eid import EId
from lawdiff.law.wording import Reason

Order = tuple[dt.date, dt.date, tuple[int, str]]


class Action(Enum):
    """What crossing the event does to a wording (R2). A heading's amendment is an AMEND like any other."""

    INSERT = "insert"
    REPLACE = "replace"
    REPEAL = "repeal"
    AMEND = "amend"
    SUBSTITUTE = "substitute"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Event:
    """A cut in a timeline. `first` and `last` are its commencement by the clock that is read.

    `origin` is the place whose later words this text had before a MOVE. `after_witness`: the edition
    prints the text as it was before the event. `keeps_title`: a repeal that leaves the printed title of
    an excluded article as the later wording of its heading (R2). `exact`: it tells of this very text.
    `noted`: a note of the edition says that it ended the text. `unmentioned`: the edition has not got it, and
    by its date and notes claims that it was not in force yet. `is_confirmed`: a newer edition proves that
    it came. `once`: the words of its pairs stand in one place
    of the text. `is_proposed`: no law made it.
    """

    order: Order
    first: dt.date
    last: dt.date
    action: Action
    reason: Reason
    after_witness: bool = False
    unmentioned: bool = False
    is_confirmed: bool = False
    pairs: tuple[tuple[str, str], ...] = ()
    once: bool = False
    origin: EId | None = None
    same_words: bool = False
    keeps_title: bool = False
    exact: bool = False
    noted: bool = False
    text: str | None = None
    is_proposed: bool = False

    @property
    def window(self) -> tuple[str, dt.date, dt.date]:
        """What decides whether it is in force inside its window: all effects of one law begin together."""
        return (self.reason.law, self.first, self.last)
