"""One text that becomes another: words substituted where a drafter would, else a new wording."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.drafting.windows import quotable_cuts
from lawdiff.history.redline import Op, redline
from lawdiff.history.words_cut import Cut, with_cuts
from lawdiff.law.act_text import EXCLUDED, NOT_KNOWN
from lawdiff.law.amendment import Substitute
from lawdiff.law.eid import EId

_MOST_CUTS = 4  # of more a reader loses track: the provision is given in a new wording
_MOST_CHANGED = 0.5  # of the longer text; where more of it changes the new wording is shorter to read


def substitutions(target: EId, old: str, new: str) -> tuple[Substitute, ...]:
    """The substitutions of words that make `new` of `old`; none where a new wording says it better."""
    if {old, new} & {EXCLUDED, NOT_KNOWN}:
        return ()
    for excluding in (True, False):
        cuts = quotable_cuts(old, _cuts(old, new), excluding=excluding)
        changed = sum(max(cut.end - cut.start, len(cut.new)) for cut in cuts)
        if not cuts or len(cuts) > _MOST_CUTS or changed > _MOST_CHANGED * max(len(old), len(new)):
            continue
        if with_cuts(old, cuts) == new:
            return tuple(_substitute(target, old, cut) for cut in cuts)
    return ()


def _cuts(old: str, new: str) -> Iterator[Cut]:
    """The pieces in which two texts differ, word by word."""
    at, start, words = 0, -1, ""
    for op, piece in (*redline(old, new), (Op.EQUAL, "")):
        if op is Op.EQUAL:
            if start >= 0:
                yield Cut(start, at, words)
            start, words = -1, ""
            at += len(piece)
            continue
        start = at if start < 0 else start
        if op is Op.DELETE:
            at += len(piece)
        else:
            words += piece


def _substitute(target: EId, text: str, cut: Cut) -> Substitute:
    return Substitute(target, text[cut.start : cut.end], cut.new)
