"""What must be said of a wording that is not proved for the base day of a bill."""

from __future__ import annotations

import datetime as dt

from lawdiff.law.act_text import heading_of
from lawdiff.law.answer import Answer
from lawdiff.law.eid import EId
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.marks import explain
from lawdiff.law.phrases import in_words as day_in_words
from lawdiff.law.phrases import listed
from lawdiff.law.wording import Possibility, Reason, State, Wording

_SURE = (State.RECORDED, State.ABSENT)


class Certainty:
    """The states of an act's texts on the base day, as remarks."""

    def __init__(self, base: Answer) -> None:
        self._day, self._horizon = base.day, base.horizon
        self._wordings: dict[EId, Wording] = {}
        for node in base.node.walk():
            if node.heading is not None:
                self._wordings[heading_of(node.eid)] = node.heading
            if node.has_own_text:
                self._wordings[node.eid] = node.wording

    def wording(self, eid: EId) -> Wording | None:
        """The wording of a text on the base day, None where it has none."""
        return self._wordings.get(eid)

    def unproved(self, eid: EId) -> Wording | None:
        """The wording of a text where it is not proved, None where it is, or where there is none."""
        wording = self._wordings.get(eid)
        return None if wording is None or wording.state in _SURE else wording

    def reason(self, eid: EId) -> str:
        """Why a text is not proved for the base day, in words that others share with it; "" where it is
        proved, or where it is known that there is none."""
        wording = self.unproved(eid)
        return self._reason(wording) if wording else ""

    def remark(self, eid: EId) -> str:
        """The same of this text alone: where several wordings are possible, with each of them; past the
        horizon in short, for it is said once of all texts."""
        wording = self.unproved(eid)
        if wording is None:
            return ""
        if wording.state is State.EARLIER and not wording.because:
            return f"last recorded wording; not proved for {day_in_words(self._day)}"
        if not wording.possibilities:
            return self._reason(wording)
        return f"{self._reason(wording)}: either {', or '.join(map(_possible, wording.possibilities))}"

    def _reason(self, wording: Wording) -> str:
        """How a wording is known, and that this is no proof: "later wording: 210-V may have ..."."""
        laws, on = _laws(wording.because) or "a law", day_in_words(self._day)
        match wording.state:
            case State.RESTORED:
                return (
                    f"restored wording: the words that {laws} substituted are put back; not recorded for {on}"
                )
            case State.LATER:
                return f"later wording: {laws} may have changed it since; not proved for {on}"
            case State.EARLIER if not wording.because:
                proved = day_in_words(self._horizon)
                return f"last recorded wording: the sources prove the law up to {proved}; not proved for {on}"
            case State.EARLIER:
                return f"{explain(State.EARLIER, wording.because)}; not proved for {on}"
            case State.UNRECORDED:
                return f"no source has the wording of {on}; {laws} replaced or excluded it"
            case _:
                deciding = listed([_with_window(each, self._day) for each in wording.because])
                return f"uncertain wording, because of {deciding or 'a law'}; not proved for {on}"


def _laws(because: tuple[Reason, ...]) -> str:
    return listed([_law(each) for each in because])


def _law(reason: Reason) -> str:
    return "an unknown law" if reason.law == UNKNOWN_LAW else reason.law


def _with_window(reason: Reason, day: dt.date) -> str:
    """The law, and between which days it came into force where the day asked for is one of them."""
    when = reason.commencement
    if when is None or not when.first <= day < when.last:
        return _law(reason)
    days = f"{day_in_words(when.first)} and {day_in_words(when.last)}"
    return f"{_law(reason)} (in force from a day between {days})"


def _possible(each: Possibility) -> str:
    """One of several wordings, with the laws that decide whether it was the law."""
    laws = _laws(each.because) or "the act itself"
    words = f"“{each.text}” " if each.text is not None else ""
    match each.state:
        case State.ABSENT:
            return f"nothing ({laws})"
        case State.UNRECORDED:
            return f"a wording that no source has ({laws} replaced or excluded it)"
        case State.LATER:
            return f"{words}(recorded later; {laws} may have changed it)"
        case State.RESTORED:
            return f"{words}(restored: the words that {laws} substituted are put back)"
        case State.EARLIER:
            return f"{words}({explain(State.EARLIER, each.because)})"
        case _:
            return f"{words}(as recorded; {laws} decides)"
