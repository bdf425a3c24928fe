"""All comparisons of a law at once: for each text every two spans of days, worked out once.

A text has few wordings, and what can be said of it changes on few days. So every comparison of two days, in
either direction, is one row of a small table; the words stand in it once.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lawdiff.history.cautions import Caution, act_caution, horizon_caution, law_caution, unknown_law_cautions
from lawdiff.history.change_words import COUNTED, headline, place, remarks
from lawdiff.history.changes import Change, ChangeKind
from lawdiff.history.inside import Text, texts_inside
from lawdiff.law.address import cite
from lawdiff.law.eid import EId
from lawdiff.law.marks import explain, explanation
from lawdiff.law.timeline import Clock
from lawdiff.law.wording import Reason, State, Wording
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.steps import has_words, with_moved_words

_DAY = dt.timedelta(1)
_NONE = -1
_Said = tuple[int, int, tuple[int, ...], tuple[int, ...]]


@dataclass(slots=True)
class Rows:
    """Things that stand in the file once; everything else names them by their place."""

    rows: list[Any] = field(default_factory=list)
    _at: dict[Any, int] = field(default_factory=dict)

    def at(self, row: Any) -> int:
        """The place of a row, put behind the others where it is new."""
        found = self._at.setdefault(row, len(self.rows))
        if found == len(self.rows):
            self.rows.append(row)
        return found


def comparison_script(law: SiteLaw) -> bytes:
    """The comparisons of a law as a script: from a folder a page can load it, but fetch nothing."""
    words = json.dumps(_Tables(law).data(), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.lawdiffComparison = {words};\n".encode()


class _Tables:
    """The tables of the file while they fill."""

    def __init__(self, law: SiteLaw) -> None:
        self._law = law
        self._changes = law.changes
        self._strings, self._wordings, self._found = Rows(), Rows(), Rows()
        self._redlines, self._cautions = Rows(), Rows()
        self._told: dict[Any, _Said] = {}
        self._drawn: dict[tuple[str | None, str | None], int] = {}

    def data(self) -> Mapping[str, Any]:
        """Everything: the keys are told in docs/site.md."""
        law = self._law
        inside = list(texts_inside(law.timelines))
        units = list(dict.fromkeys(_top(text.eid) for text in inside))
        texts = [self._text(text, units) for text in inside]
        places = {text.eid: at for at, text in enumerate(inside)}
        act = act_caution(law.timelines)
        return {
            "name": law.name,
            "source": f"{law.edition.path.name}, SHA-256 {law.edition.sha256[:12]}",
            "language": law.timelines.language,
            "horizon": law.timelines.horizon.isoformat(),
            "pastHorizon": [
                horizon_caution(law.timelines, ["{days}"], has_words) for has_words in (False, True)
            ],
            "versions": [version.name for version in law.versions],
            "kinds": [COUNTED[kind] for kind in ChangeKind],
            "states": [state.value for state in State],
            "units": [self._unit(unit, places.get(unit.heading, _NONE)) for unit in units],
            "texts": texts,
            "changes": self._found.rows,
            "redlines": self._redlines.rows,
            "wordings": self._wordings.rows,
            "cautions": [_dated(caution) for caution in self._cautions.rows],
            "ownCaution": _dated(act) if act else None,
            "strings": self._strings.rows,
        }

    def _unit(self, eid: EId, heading: int) -> dict[str, Any]:
        """An article, or another outermost provision, with the place of its heading among the texts."""
        versions = [version.name for version in self._law.unit_versions.get(eid, ())]
        return {
            "eid": eid,
            "name": _capital(cite(eid, self._law.timelines.language)),
            "heading": heading,
            "versions": versions,
        }

    def _text(self, text: Text, units: Sequence[EId]) -> list[Any]:
        """A text: its unit, its name, its days, the wording of each span, and a table with a row for each
        span of the first day and a column for each span of the second (see `_pairs`)."""
        days = self._changes.days(text)
        wordings = [text.timeline.on(day) for day in days]
        return [
            units.index(_top(text.eid)),
            self._strings.at(cite(text.eid, self._law.timelines.language)),
            [day.isoformat() for day in days],
            [self._wording(wording) for wording in wordings],
            [self._cell(text, old, new) for old, new in _pairs(days)],
        ]

    def _cell(self, text: Text, old_day: dt.date, new_day: dt.date) -> int:
        change = self._changes.between(text, old_day, new_day)
        if change is None:
            return _NONE
        first, *behind = with_moved_words(self._law.timelines, (change,), old_day)
        return self._change(first, self._change(behind[0], _NONE) if behind else _NONE)

    def _change(self, change: Change, behind: int) -> int:
        """A change: its kind, what is said of it, its redline, its cautions, its place where that is no whole
        text, whether a list shows its words, and what is different in words that had another number."""
        kind, said, told, cautions = self._said(change)
        where = self._strings.at(place(change, self._law.timelines.language)) if change.is_passage else _NONE
        is_shown = int(has_words(change))
        return self._found.at((kind, said, told, self._redline(change), cautions, where, is_shown, behind))

    def _said(self, change: Change) -> _Said:
        """What is said of a change, made once for all texts of which the same is known."""
        old, new = change.old, change.new
        moved = (change.moved_to, change.moved_from, change.is_backwards)
        key = (change.kind, change.by, old.state, old.because, new.state, new.because, moved)
        if key not in self._told:
            self._told[key] = (
                list(ChangeKind).index(change.kind),
                self._strings.at(headline(change)),
                tuple(self._strings.at(remark) for remark in remarks(change, self._law.timelines.language)),
                tuple(self._cautions_of(change.reasons)),
            )
        return self._told[key]

    def _redline(self, change: Change) -> int:
        """The redline of two wordings, drawn once for all days on which they meet."""
        if change.is_renumbered or not change.is_certain:
            return _NONE
        both = (change.old.text, change.new.text)
        if both not in self._drawn:
            row = ((op.value[0], self._strings.at(words)) for op, words in change.pieces or ())
            self._drawn[both] = self._redlines.at(tuple(part for piece in row for part in piece))
        return self._drawn[both]

    def _wording(self, wording: Wording) -> int:
        possible = (
            (self._words(each.text), self._strings.at(explain(each.state, each.because) or "as recorded"))
            for each in wording.possibilities
        )
        state = list(State).index(wording.state)
        why = self._strings.at(_why(wording))
        return self._wordings.at((state, self._words(wording.text), why, tuple(possible)))

    def _words(self, text: str | None) -> int:
        return _NONE if text is None else self._strings.at(text)

    def _cautions_of(self, reasons: Sequence[Reason]) -> Iterator[int]:
        for reason in dict.fromkeys(reasons):
            caution = law_caution(reason) if self._law.timelines.clock is Clock.ENFORCED else None
            when = reason.commencement
            if caution and (caution.first is None or (when and when.is_window)):
                yield self._cautions.at(caution)
        yield from (self._cautions.at(Caution(said)) for said in unknown_law_cautions(reasons))


def _pairs(days: Sequence[dt.date]) -> Iterator[tuple[dt.date, dt.date]]:
    """Two days for every two spans, row by row. For a span with itself they are its first two, and behind the
    rows stands each span with itself once more, the later day first."""
    two = [_two_of(day, days[index + 1 :]) for index, day in enumerate(days)]
    for index, old in enumerate(days):
        for other, new in enumerate(days):
            yield two[index] if index == other else (old, new)
    yield from ((later, first) for first, later in two)


def _two_of(first: dt.date, following: Sequence[dt.date]) -> tuple[dt.date, dt.date]:
    """The first two days of a span; the same day twice where it has only one."""
    second = first + _DAY
    return first, first if following and following[0] == second else second


def _top(eid: EId) -> EId:
    return EId(eid.partition("__")[0])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _why(wording: Wording) -> str:
    """The words behind a mark, "" where there is none."""
    if wording.state is State.EARLIER and not wording.because:
        return "not proof for this day"
    return explanation(wording)


def _dated(caution: Caution) -> list[str]:
    """A sentence, and the days on which it is said where there are any."""
    days = (caution.first, caution.last)
    return [caution.sentence, *(day.isoformat() for day in days if day)]
