"""A change of one text between two days, and what can be said of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lawdiff.history.redline import Op, Redline, redline
from lawdiff.law.eid import EId
from lawdiff.law.wording import Reason, State, Wording

CERTAIN = (State.RECORDED, State.RESTORED)


class ChangeKind(Enum):
    """What can be said of a change.

    `REWORDED`: the words changed, and one of the two wordings is in no source. `POSSIBLE`: a law may have
    changed the words. `UNPROVED`: no law is known in between, but nothing proves the wording of one day.
    """

    INSERTED = "inserted"
    REMOVED = "removed"
    CHANGED = "changed"
    REWORDED = "reworded"
    POSSIBLE = "possible"
    UNPROVED = "unproved"


@dataclass(frozen=True, slots=True)
class Change:
    """The wordings of one text on two days, and the laws in between that changed it or may have.

    `moved_to` is where the old words stand on the second day because of a renumbering, `moved_from` where
    the new ones stood on the first. `is_backwards`: the second day is the earlier. `is_passage`: the words
    are the unnumbered passage of a provision that goes on without them, as Article 52 did in 2006.
    """

    eid: EId
    old: Wording
    new: Wording
    by: tuple[Reason, ...] = ()
    moved_to: EId | None = None
    moved_from: EId | None = None
    is_backwards: bool = False
    is_passage: bool = False

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every law that has a part in it."""
        return (*self.by, *self.old.because, *self.new.because)

    @property
    def is_heading(self) -> bool:
        return self.eid.kind in ("heading", "title")

    @property
    def is_renumbered(self) -> bool:
        """Whether words of one of the two days stood, or stand, under another number."""
        return self.moved_to is not None or self.moved_from is not None

    @property
    def kind(self) -> ChangeKind:
        """Derived from which side is missing, and from how well each is known."""
        states = (self.old.state, self.new.state)
        if self.new.state is State.PROPOSED:
            return _proposed_kind(self.old, self.new)
        if State.UNCERTAIN in states:
            return ChangeKind.POSSIBLE
        if self.old.state is State.ABSENT:
            return ChangeKind.INSERTED
        if self.new.state is State.ABSENT:
            return ChangeKind.REMOVED
        if self.is_renumbered or all(state in CERTAIN for state in states):
            return ChangeKind.CHANGED
        if not self.by and self.old.text == self.new.text:
            return ChangeKind.UNPROVED
        return ChangeKind.REWORDED if states.count(State.UNRECORDED) == 1 else ChangeKind.POSSIBLE

    @property
    def is_certain(self) -> bool:
        """Whether both wordings are, so that there is a redline."""
        return _certain_words(self.old) is not None and _certain_words(self.new) is not None

    @property
    def pieces(self) -> Redline | None:
        """The redline where both wordings are certain, None where it would claim more than is known.

        A renumbered provision has other words than before: the old ones are deleted whole.
        """
        old, new = _certain_words(self.old), _certain_words(self.new)
        if old is None or new is None:
            return None
        if self.is_renumbered:
            return tuple(piece for piece in ((Op.DELETE, old), (Op.INSERT, new)) if piece[1])
        return redline(old, new)


def _proposed_kind(old: Wording, new: Wording) -> ChangeKind:
    if new.text is None:
        return ChangeKind.REMOVED
    return ChangeKind.INSERTED if old.state is State.ABSENT else ChangeKind.CHANGED


def _certain_words(wording: Wording) -> str | None:
    if wording.state is State.ABSENT:
        return ""
    if wording.state is State.PROPOSED:
        return wording.text or ""
    return wording.text if wording.state in CERTAIN else None
