"""All comparisons of a law at once: for each text every two spans of days, worked out once.

A text has few wordings, and what can be said of it changes on few days. So every comparison of two days, in
either direction, is one row of a small table; the words stand in it once.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lawdiff.history.cautions import Caution, act_caution, horizon_caution, law_caution, unknown_law_cautions
from lawdiff.history.change import Change, ChangeKind
from lawdiff.history.change_words import COUNTED, headline, place, remarks
from lawdiff.history.inside import Text, texts_inside
from lawdiff.law.address import cite
from lawdiff.law.eid import EId
from lawdiff.law.marks import explain, explanation
from lawdiff.law.same_words import folded
from lawdiff.law.timeline import Clock
from lawdiff.law.wording import Reason, State, Wording
from lawdiff.site.comparison_rows import NONE, Row, Rows
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.steps import has_words, with_moved_words

_DAY = dt.timedelta(1)
_KINDS = {kind: at for at, kind in enumerate(ChangeKind)}
_STATES = {state: at for at, state in enumerate(State)}
_Said = tuple[int, int, tuple[int, ...], tuple[int, ...], int]


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
        self._knowledge, self._reasons = Rows(), Rows()
        self._numbers: dict[int, int] = {}  # by id: the timelines hold all of them as long as this
        self._told: dict[Any, _Said] = {}
        self._alike: dict[Any, tuple[list[int], list[tuple[int, Change, Row]]]] = {}
        self._caution_of: dict[int, int] = {}
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
            "units": [self._unit(unit, places.get(unit.heading, NONE)) for unit in units],
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
            self._table(text, list(_pairs(days))),
        ]

    def _table(self, text: Text, pairs: Sequence[tuple[dt.date, dt.date]]) -> list[int]:
        """The change for each pair of days. Of texts that stand under the same laws, as all items of an
        amended article do, the same is said: that is worked out once, and the words of each are compared."""
        if not self._changes.is_alone(text):
            return [self._cell(text, old, new) for old, new in pairs]
        shape = _shape(text)
        if shape not in self._alike:
            self._alike[shape] = self._said_of_all(text, pairs)
        cells, drawn = self._alike[shape]
        own = cells.copy()
        for at, change, row in drawn:
            old, new = (text.timeline.on(day) for day in pairs[at])
            redline = self._redline(replace(change, eid=text.eid, old=old, new=new))
            own[at] = self._found.at(row._replace(redline=redline))
        return own

    def _said_of_all(
        self, text: Text, pairs: Sequence[tuple[dt.date, dt.date]]
    ) -> tuple[list[int], list[tuple[int, Change, Row]]]:
        """The change for each pair, and those of them in which the words have a part: that is a redline."""
        cells, drawn = [], []
        for at, (old, new) in enumerate(pairs):
            change = self._changes.between(text, old, new)
            row = self._row(change) if change else None
            cells.append(self._found.at(row) if row else NONE)
            if change and row and row.redline != NONE:
                drawn.append((at, change, row))
        return cells, drawn

    def _cell(self, text: Text, old_day: dt.date, new_day: dt.date) -> int:
        change = self._changes.between(text, old_day, new_day)
        if change is None:
            return NONE
        first, *behind = with_moved_words(self._law.timelines, (change,), old_day)
        behind_it = self._found.at(self._row(behind[0])) if behind else NONE
        return self._found.at(self._row(first)._replace(behind=behind_it))

    def _row(self, change: Change) -> Row:
        kind, said, told, cautions, is_shown = self._said(change)
        where = self._strings.at(place(change, self._law.timelines.language)) if change.is_passage else NONE
        return Row(kind, said, told, self._redline(change), cautions, where, is_shown)

    def _said(self, change: Change) -> _Said:
        """What is said of a change, made once for all texts of which the same is known."""
        old, new = change.old, change.new
        moved = (change.moved_to, change.moved_from, change.is_backwards)
        by = tuple(map(self._number, change.by))
        key = (by, self._known(old), self._known(new), old.text == new.text, moved)
        if key not in self._told:
            self._told[key] = (
                _KINDS[change.kind],
                self._strings.at(headline(change)),
                tuple(self._strings.at(remark) for remark in remarks(change, self._law.timelines.language)),
                tuple(self._cautions_of(change.reasons)),
                int(has_words(change)),
            )
        return self._told[key]

    def _known(self, wording: Wording) -> int:
        """A number for what is known of a wording, whatever its words are."""
        if id(wording) not in self._numbers:
            possible = any(each.text is not None for each in wording.possibilities)
            known = (wording.state, wording.because, wording.text is not None, possible)
            self._numbers[id(wording)] = self._knowledge.at(known)
        return self._numbers[id(wording)]

    def _number(self, reason: Reason) -> int:
        """A number for a law with what it did."""
        if id(reason) not in self._numbers:
            self._numbers[id(reason)] = self._reasons.at(reason)
        return self._numbers[id(reason)]

    def _redline(self, change: Change) -> int:
        """The redline of two wordings, drawn once for all days on which they meet."""
        if change.is_renumbered or not change.is_certain:
            return NONE
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
        state = _STATES[wording.state]
        why = self._strings.at(_why(wording))
        return self._wordings.at((state, self._words(wording.text), why, tuple(possible)))

    def _words(self, text: str | None) -> int:
        return NONE if text is None else self._strings.at(text)

    def _cautions_of(self, reasons: Sequence[Reason]) -> Iterator[int]:
        for number in dict.fromkeys(map(self._number, reasons)):
            if number not in self._caution_of:
                self._caution_of[number] = self._law_caution(self._reasons.rows[number])
            if self._caution_of[number] != NONE:
                yield self._caution_of[number]
        yield from (self._cautions.at(Caution(said)) for said in unknown_law_cautions(reasons))

    def _law_caution(self, reason: Reason) -> int:
        caution = law_caution(reason) if self._law.timelines.clock is Clock.ENFORCED else None
        when = reason.commencement
        is_said = caution and (caution.first is None or (when and when.is_window))
        return self._cautions.at(caution) if is_said else NONE


def _shape(text: Text) -> tuple[Any, ...]:
    """All that decides what is said of a text that stands alone: of its words only which are the same."""
    exact: dict[str | None, int] = {None: NONE}
    alike: dict[str, int] = {}

    def place_of(words: str | None) -> tuple[int, int]:
        """The place of words among those of the text, exactly and but for typography."""
        at = exact.setdefault(words, len(exact))
        return at, NONE if words is None else alike.setdefault(folded(words), len(alike))

    wordings = tuple(
        (
            wording.state,
            wording.because,
            place_of(wording.text),
            tuple((each.state, each.because, place_of(each.text)) for each in wording.possibilities),
        )
        for wording in text.timeline.wordings
    )
    return text.timeline.starts, text.touched, wordings


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
