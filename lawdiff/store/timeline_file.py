"""The file that keeps an act's timelines: one line of contents, then one line for each article, so that
an answer about one article reads that article alone."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from lawdiff.law.act import Act
from lawdiff.law.commencement import Basis, Commencement
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope, Place, Timeline
from lawdiff.law.wording import Possibility, Reason, State, Wording

if TYPE_CHECKING:
    from lawdiff.law.effect import Effect

FORMAT = 4  # raised with every change of the form: an older file is then not read but made again
EFFECTS = "effects"
_FRONT = "act"

Row = list[Any]


def read_timelines(path: str, fingerprint: str) -> ActTimelines | None:
    """The timelines in the file, None where there is none or it belongs to other sources."""
    try:
        with open(path, "rb") as file:
            first = file.readline()
            found = json.loads(first)
    except (OSError, ValueError):
        return None
    if found.get("format") != FORMAT or found.get("fingerprint") != fingerprint:
        return None
    body = _Body(path, len(first), found["index"])
    return ActTimelines(
        act=_act(found["act"]),
        language=found["language"],
        scope=EvidenceScope(found["scope"]),
        clock=Clock(found["clock"]),
        horizon=_day(found["horizon"]),
        places=tuple(_place(row) for row in found["places"]),
        texts=_Texts(body),
        effects=_Effects(body),
        editions=tuple((file, _day(day)) for file, day in found["editions"]),
    )


def unit_of(eid: str) -> str:
    """What is kept together: an article; the title, the preamble and all chapters."""
    first = eid.partition("__")[0]
    return first if first.startswith("art_") else _FRONT


class _Body:
    """The lines behind the contents, read when they are asked for."""

    def __init__(self, path: str, start: int, index: Mapping[str, list[int]]) -> None:
        self._path = path
        self._start = start
        self.index = index

    def line(self, unit: str) -> Any:
        at, length = self.index[unit]
        with open(self._path, "rb") as file:
            file.seek(self._start + at)
            return json.loads(file.read(length))


class _Texts(Mapping[EId, Timeline]):
    """The timelines by eId; each article is read from the file the first time it is asked for."""

    def __init__(self, body: _Body) -> None:
        self._body = body
        self._units: dict[str, dict[EId, Timeline]] = {}

    def _of(self, unit: str) -> dict[EId, Timeline]:
        if unit not in self._units:
            known = unit in self._body.index
            self._units[unit] = _unit_texts(self._body.line(unit)) if known else {}
        return self._units[unit]

    def __getitem__(self, eid: EId) -> Timeline:
        return self._of(unit_of(eid))[eid]

    def __contains__(self, eid: object) -> bool:
        return isinstance(eid, str) and eid in self._of(unit_of(eid))

    def __iter__(self) -> Iterator[EId]:
        for unit in self._body.index:
            if unit != EFFECTS:
                yield from self._of(unit)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Effects(Sequence["Effect"]):
    """The effects, read from the file the first time they are asked for."""

    def __init__(self, body: _Body) -> None:
        self._body = body
        self._effects: tuple[Effect, ...] | None = None

    def _all(self) -> tuple[Effect, ...]:
        if self._effects is None:
            from lawdiff.store.effect_rows import effect_of

            self._effects = tuple(effect_of(row) for row in self._body.line(EFFECTS))
        return self._effects

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, index: int) -> Effect: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Effect, ...]: ...
    def __getitem__(self, index: int | slice) -> Effect | tuple[Effect, ...]:
        return self._all()[index]


def _unit_texts(row: Row) -> dict[EId, Timeline]:
    words, reason_rows, names, rows = row
    reasons = [_reason(each) for each in reason_rows]

    def because(numbers: Iterable[int]) -> tuple[Reason, ...]:
        return tuple(reasons[number] for number in numbers)

    def text(number: int) -> str | None:
        return None if number < 0 else words[number]

    def wording(row: Row) -> Wording:
        each = row[3] if len(row) > 3 else ()
        possibilities = tuple(Possibility(State(s), text(t), because(b)) for s, t, b in each)
        return Wording(State(row[0]), text(row[1]), because(row[2]), possibilities)

    return {
        EId(eid): Timeline(
            tuple(_day(day) for day, _ in cuts),
            tuple(wording(each) for _, each in cuts),
            because(touched),
            tuple(names[number] for number in editions),
        )
        for eid, cuts, touched, editions in rows
    }


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def day_or_none(text: str | None) -> dt.date | None:
    return _day(text) if text else None


def _act(row: Row) -> Act:
    return Act(row[0], row[1], _day(row[2]), row[3], commencement_of(row[4]), row[5], row[6])


def commencement_of(row: Row) -> Commencement:
    return Commencement(_day(row[0]), _day(row[1]), Basis(row[2]))


def _reason(row: Row) -> Reason:
    when = commencement_of(row[2]) if row[2] else None
    return Reason(row[0], day_or_none(row[1]), when, row[3], row[4], row[5])


def _place(row: Row) -> Place:
    children = tuple(_place(child) for child in row[5])
    return Place(EId(row[0]), row[1], bool(row[2]), bool(row[3]), children, row[4])
