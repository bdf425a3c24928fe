"""What must be said of a wording that is not proved for the base day of a bill."""

from __future__ import annotations

import datetime as dt

from lawdiff.drafting.documents.phrases import day_in_words, listed
from lawdiff.law.act_text import heading_of
from lawdiff.law.answer import Answer
from lawdiff.law.eid import EId
from lawdiff.law.wording import State, Wording


class Certainty:
    """The states of an act's texts on the base day, as remarks."""

    def __init__(self, base: Answer) -> None:
        self._day = base.day
        self._wordings: dict[EId, Wording] = {}
        for node in base.node.walk():
            if node.heading is not None:
                self._wordings[heading_of(node.eid)] = node.heading
            if node.has_own_text:
                self._wordings[node.eid] = node.wording

    def remark(self, eid: EId) -> str:
        """Why a text is not proved for the base day, in a few words; "" where it is, or where it is known
        that there is none."""
        wording = self._wordings.get(eid)
        if wording is None or wording.state in (State.RECORDED, State.ABSENT):
            return ""
        return remark(wording, self._day)


def remark(wording: Wording, day: dt.date) -> str:
    """How a wording is known, and that this is no proof: "later wording: 210-V may have changed it; ..."."""
    laws = listed(["an unknown law" if law == "?" else law for law in wording.laws]) or "a law"
    on = day_in_words(day)
    match wording.state:
        case State.RESTORED:
            return f"restored wording: the words that {laws} substituted are put back; not recorded for {on}"
        case State.LATER:
            return f"later wording: {laws} may have changed it since; not proved for {on}"
        case State.EARLIER:
            may = f"; {laws} was to change it" if wording.laws else ""
            return f"last recorded wording{may}; not proved for {on}"
        case State.UNRECORDED:
            return f"no source has the wording of {on}; {laws} replaced or excluded it"
        case _:
            return f"uncertain wording, because of {laws}; not proved for {on}"
