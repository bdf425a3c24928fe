"""Words taken out of a text or put in the place of others, so that nothing odd stays where they stood."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_OPENING = "([«“„"
_ENDS_A_PART = ",;:.!?)]»”"


class Cut(NamedTuple):
    """A piece of a text and what comes in its place: a piece of no length is an insertion, no words in its
    place an exclusion."""

    start: int
    end: int
    new: str


def with_cuts(text: str, cuts: Iterable[Cut]) -> str:
    """The text after the cuts, none of which overlap.

    Excluded words take the space before them along, at the start of the text or behind an opening bracket
    the one behind them. A comma that would stand before another sign goes too.

    >>> with_cuts("a child, a parent, or a guardian", [Cut(9, 17, "")])
    'a child, or a guardian'
    """
    ordered = sorted(cuts)
    ends = [0, *(cut.end for cut in ordered[:-1])]
    for cut, floor in reversed(list(zip(ordered, ends, strict=True))):
        start, end = (cut.start, cut.end) if cut.new else _gap(text, cut, floor)
        text = text[:start] + cut.new + text[end:]
    return text


def _gap(text: str, cut: Cut, floor: int) -> tuple[int, int]:
    """What goes with excluded words; nothing before `floor`, which another cut has."""
    start, end = cut.start, cut.end
    if text[end : end + 1].isspace() and (not start or text[start - 1] in _OPENING):
        return start, end + 1
    if start > floor and text[start - 1].isspace() and not _is_word(text[end : end + 1]):
        start -= 1
    behind = text[end : end + 1]
    if start > floor and text[start - 1] == "," and behind and behind in _ENDS_A_PART:
        start -= 1
    elif behind == "," and (not start or text[start - 1] in _OPENING):
        end += 1
        end += text[end : end + 1].isspace()
    return start, end


def _is_word(sign: str) -> bool:
    """Whether the words behind would run into those before without the space."""
    return sign.isalnum() or sign in _OPENING if sign else False
