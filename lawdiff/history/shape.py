"""Timelines of one shape: texts under the same events differ in nothing but their words."""

from __future__ import annotations

from lawdiff.law.timeline import Timeline
from lawdiff.law.wording import Wording


def with_text(timeline: Timeline, text: str) -> Timeline:
    """The same timeline for other words."""
    wordings = tuple(_reworded(wording, text) for wording in timeline.wordings)
    return Timeline(timeline.starts, wordings, timeline.touched)


def _reworded(wording: Wording, text: str) -> Wording:
    shown = text if wording.text is not None else None
    if not wording.possibilities:
        return wording if shown is None else Wording(wording.state, shown, wording.because)
    possibilities = tuple(
        each._replace(text=text) if each.text is not None else each for each in wording.possibilities
    )
    return Wording(wording.state, shown, wording.because, possibilities)
