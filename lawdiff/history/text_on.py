"""The plain words of an act on a day: what amendments are made of."""

from __future__ import annotations

import datetime as dt

from lawdiff.history.asof import act_on
from lawdiff.law.act_text import TextNode, act_text
from lawdiff.law.timeline import ActTimelines


def text_on(timelines: ActTimelines, day: dt.date) -> TextNode:
    """The words of the whole act on that day, without their states: `act_on` tells how well each is known."""
    return act_text(act_on(timelines, day).node)
