"""What is different between two days: for each text its wording then and now, and the laws in between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from lawdiff.history.cautions import cautions
from lawdiff.history.change import Change
from lawdiff.history.text_changes import TextChanges
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two days of an act, or of a part of it: what is different, and what a reader must know before quoting.

    `provision` is the eId asked for, None for the whole act, the first and last joined by `..` for several.
    `proposal`: both days are the same, and what is new is what that proposal would make of the text.
    """

    timelines: ActTimelines
    old_day: dt.date
    new_day: dt.date
    provision: str | None
    changes: tuple[Change, ...]
    cautions: tuple[str, ...]
    proposal: str = ""


def compare(
    timelines: ActTimelines, old_day: dt.date, new_day: dt.date, asked: Sequence[EId] = ()
) -> Comparison:
    """The changes from one day to another in the provisions asked for; the second day may be the earlier."""
    changes = TextChanges(timelines).all(old_day, new_day, asked)
    reasons = [reason for change in changes for reason in change.reasons]
    has_words = any(side.text is not None for change in changes for side in (change.old, change.new))
    said = tuple(cautions(timelines, (old_day, new_day), reasons, has_words))
    provision = f"{asked[0]}..{asked[-1]}" if len(asked) > 1 else asked[0] if asked else None
    return Comparison(timelines, old_day, new_day, provision, changes, said)
