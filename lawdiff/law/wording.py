"""What is known of a provision's words on a day: the state, the words that may be shown, and why."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from lawdiff.law.law_order import is_proposal, law_order, unadopted

if TYPE_CHECKING:
    from lawdiff.law.commencement import Commencement


HIDES = "hides"  # the kind of a law whose later rewording took the older notes with it (R14)


class State(Enum):
    """How a wording is known (DESIGN section 4). `MIXED` belongs to containers only; `PROPOSED` is no law: it
    is what a proposal that was asked for would make of the text (docs/drafting.md)."""

    RECORDED = "recorded"
    RESTORED = "restored"
    LATER = "later"
    EARLIER = "earlier"
    UNRECORDED = "unrecorded"
    ABSENT = "absent"
    UNCERTAIN = "uncertain"
    PROPOSED = "proposed"
    MIXED = "mixed"


class Reason(NamedTuple):
    """A law that decides a state: what it did, when, and the source that tells of it."""

    law: str
    adopted: dt.date | None
    commencement: Commencement | None
    kind: str
    certainty: str
    source: str

    @property
    def order(self) -> tuple[dt.date, dt.date, tuple[int, str]]:
        """The one order of laws: commencement, then adoption, then number (DESIGN section 6)."""
        first = self.commencement.first if self.commencement else dt.date.min
        return (first, self.adopted or unadopted(self.law), law_order(self.law))


class Possibility(NamedTuple):
    """One of the several things that an uncertain wording may have been."""

    state: State
    text: str | None
    because: tuple[Reason, ...]


class Wording(NamedTuple):
    """The wording of one text on one day. `text` is None where no wording may be shown."""

    state: State
    text: str | None
    because: tuple[Reason, ...] = ()
    possibilities: tuple[Possibility, ...] = ()

    @property
    def deciding(self) -> tuple[Reason, ...]:
        """What made the wording what it is: of a proposed one the proposal, and not the laws that may have
        changed it besides."""
        if self.state is not State.PROPOSED:
            return self.because
        return tuple(reason for reason in self.because if is_proposal(reason.law))

    @property
    def laws(self) -> tuple[str, ...]:
        return tuple(reason.law for reason in self.because)


def in_order(reasons: list[Reason] | tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons by commencement, each law once (DESIGN section 4)."""
    if len(reasons) < 2:
        return tuple(reasons)
    seen: dict[str, Reason] = {}
    each_once = {id(reason): reason for reason in reasons}.values()  # of a whole act most are the same
    for reason in sorted(each_once, key=lambda r: (r.order, r.kind, r.certainty, r.source)):
        seen.setdefault(reason.law, reason)
    return tuple(seen.values())
