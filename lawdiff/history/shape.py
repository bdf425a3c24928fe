"""Timelines of one shape: texts under the same events differ in nothing but their words."""

from __future__ import annotations

from collections.abc import Mapping

from lawdiff.history.substitution import Pairs, undo
from lawdiff.history.verdict import sorted_possibilities
from lawdiff.law.timeline import Timeline
from lawdiff.law.wording import Wording

Words = tuple[str, str | None]


def words_of(printed: str, substituted: Pairs) -> Words:
    """A text as the edition prints it and as it was before a substitution: None where there was none or
    nobody can tell."""
    return printed, undo(printed, substituted) if substituted else None


def with_words(timeline: Timeline, theirs: Words, mine: Words) -> Timeline:
    """The timeline of another text, for mine."""
    if theirs == mine:
        return timeline
    words = {old: new for old, new in zip(theirs, mine, strict=True) if old is not None and new is not None}
    wordings = tuple(_reworded(wording, words) for wording in timeline.wordings)
    return Timeline(timeline.starts, wordings, timeline.touched)


def _reworded(wording: Wording, words: Mapping[str, str]) -> Wording:
    shown = wording.text and words.get(wording.text, wording.text)
    if not wording.possibilities:
        return wording if shown is None else Wording(wording.state, shown, wording.because)
    possibilities = tuple(
        each._replace(text=each.text and words.get(each.text, each.text)) for each in wording.possibilities
    )
    return Wording(wording.state, shown, wording.because, sorted_possibilities(possibilities))
