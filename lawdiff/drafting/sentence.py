"""The sentence that orders one change, in the form that Kazakh drafting uses (docs/drafting.md)."""

from __future__ import annotations

from dataclasses import dataclass

from lawdiff.drafting.places_in_words import in_words, level_in_words
from lawdiff.law.act_text import ACT, TextNode
from lawdiff.law.amendment import TEXT, Change, Exclude, Insert, Move, Retitle, Reword, Substitute
from lawdiff.law.eid import EId
from lawdiff.sources.instructions.reader import joined


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a sentence says, and the lines of the wording that stands below it, one provision a line."""

    sentence: str
    wording: tuple[str, ...] = ()


def ordered(change: Change, within: EId | None, home: EId = ACT) -> Ordered:
    """The sentence for a change. `within` is the place that the sentence before it has opened; `home` where a
    new article would go if nothing was said."""
    match change:
        case Substitute():
            return Ordered(_substitution(change, within))
        case Retitle():
            return Ordered(
                f"{_subject(change.target, within)} shall be in the following wording", (change.heading,)
            )
        case Reword():
            lines = (change.node.text or "",) if change.target.names_own_text else wording_lines(change.node)
            return Ordered(f"{_subject(change.target, within)} shall be in the following wording", lines)
        case Exclude():
            return Ordered(f"{_subject(change.target, within)} shall be excluded")
        case Move():
            to = level_in_words(*change.to.segments[-1])
            return Ordered(f"{_subject(change.target, within)} shall be considered {to}")
        case Insert():
            return Ordered(_insertion(change, within, home), wording_lines(change.node))


def wording_lines(node: TextNode) -> tuple[str, ...]:
    """A provision as the law prints it, one line for each title, number and passage."""
    return tuple(line for each in node.walk() for line in each.lines)


def _subject(eid: EId, within: EId | None) -> str:
    return in_words(eid, within) or in_words(eid)


def _substitution(change: Substitute, within: EId | None) -> str:
    place = in_words(change.target, within) if change.target != TEXT else ""
    where = "throughout the text " if change.target == TEXT else f"in {place} " if place else ""
    everywhere = " wherever they occur" if change.everywhere and change.target != TEXT else ""
    old = f"the words “{change.old}”{everywhere}"
    if not change.new:
        return f"{where}{old} shall be excluded"
    subject = where if change.target == TEXT else f"{place} " if place else ""
    if added := added_after(change):
        return f"{subject}after {old} shall be supplemented by the words “{added}”"
    if added := added_before(change):
        return f"{subject}before {old} shall be supplemented by the words “{added}”"
    return f"{where}{old} shall be substituted by the words “{change.new}”"


def added_after(change: Substitute) -> str:
    """The words that are only added behind others; "" where words are taken away too."""
    added = change.new.removeprefix(change.old)
    added = added.removeprefix(" ") if joined(change.old, added[1:]) == change.new else added
    return added if added and added != change.new and joined(change.old, added) == change.new else ""


def added_before(change: Substitute) -> str:
    """The words that are only added before others; "" where words are taken away too."""
    added = change.new.removesuffix(change.old)
    for words in (added, added.removesuffix(" ")):
        if words and words != change.new and joined(words, change.old) == change.new:
            return words
    return ""


def _insertion(change: Insert, within: EId | None, home: EId) -> str:
    what = level_in_words(*change.node.eid.segments[-1])
    brought = f"by {what} of the following wording"
    if change.home in (ACT, within, home):
        return f"supplement with {what} of the following wording"
    return f"{_subject(change.home, within)} shall be supplemented {brought}"
