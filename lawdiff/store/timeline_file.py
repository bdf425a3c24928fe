"""The file that keeps an act's timelines: one line of contents, then one line for each article, so that
an answer about one article reads that article alone."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, overload

from lawdiff.law.act import Act
from lawdiff.law.commencement import Basis, Clause, Commencement
from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope, Place, Timeline
from lawdiff.law.wording import Possibility, Reason, State, Wording

FORMAT = 1
_FRONT = "act"

Row = list[Any]


def write_timelines(timelines: ActTimelines, path: Path, fingerprint: str) -> None:
    """Write the file whole, then put it in its place: a reader never meets half of it."""
    units: dict[str, dict[EId, Timeline]] = {}
    for eid, timeline in timelines.texts.items():
        units.setdefault(_unit(eid), {})[eid] = timeline
    lines = {unit: _packed(_unit_row(texts)) for unit, texts in units.items()}
    lines["effects"] = _packed([_effect_row(effect) for effect in timelines.effects])
    at, index = 0, {}
    for unit, line in lines.items():
        index[unit] = [at, len(line)]
        at += len(line)
    contents = _packed(_contents(timelines, fingerprint, index))
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".partial")
    partial.write_bytes(contents + b"".join(lines.values()))
    partial.replace(path)


def read_timelines(path: Path, fingerprint: str) -> ActTimelines | None:
    """The timelines in the file, None where there is none or it belongs to other sources."""
    try:
        with path.open("rb") as file:
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
    )


def _packed(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _unit(eid: str) -> str:
    """What is kept together: an article; the title, the preamble and all chapters."""
    first = eid.partition("__")[0]
    return first if first.startswith("art_") else _FRONT


def _contents(timelines: ActTimelines, fingerprint: str, index: Mapping[str, list[int]]) -> dict[str, Any]:
    act = timelines.act
    return {
        "format": FORMAT,
        "fingerprint": fingerprint,
        "act": [act.id, act.number, _iso(act.adopted), act.title, _commencement_row(act.commencement)],
        "language": timelines.language,
        "scope": timelines.scope.value,
        "clock": timelines.clock.value,
        "horizon": _iso(timelines.horizon),
        "places": [_place_row(place) for place in timelines.places],
        "index": index,
    }


class _Body:
    """The lines behind the contents, read when they are asked for."""

    def __init__(self, path: Path, start: int, index: Mapping[str, list[int]]) -> None:
        self._path = path
        self._start = start
        self.index = index

    def line(self, unit: str) -> Any:
        at, length = self.index[unit]
        with self._path.open("rb") as file:
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
        return self._of(_unit(eid))[eid]

    def __contains__(self, eid: object) -> bool:
        return isinstance(eid, str) and eid in self._of(_unit(eid))

    def __iter__(self) -> Iterator[EId]:
        for unit in self._body.index:
            if unit != "effects":
                yield from self._of(unit)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Effects(Sequence[Effect]):
    """The effects, read from the file the first time they are asked for."""

    def __init__(self, body: _Body) -> None:
        self._body = body
        self._effects: tuple[Effect, ...] | None = None

    def _all(self) -> tuple[Effect, ...]:
        if self._effects is None:
            self._effects = tuple(_effect(row) for row in self._body.line("effects"))
        return self._effects

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, index: int) -> Effect: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Effect, ...]: ...
    def __getitem__(self, index: int | slice) -> Effect | tuple[Effect, ...]:
        return self._all()[index]


def _unit_row(texts: Mapping[EId, Timeline]) -> Row:
    """The texts of a unit, with its strings and reasons written once each."""
    words: dict[str, int] = {}
    reasons: dict[Reason, int] = {}

    def wording_row(wording: Wording | Possibility) -> Row:
        text = -1 if wording.text is None else words.setdefault(wording.text, len(words))
        because = [reasons.setdefault(reason, len(reasons)) for reason in wording.because]
        row: Row = [wording.state.value, text, because]
        if isinstance(wording, Wording) and wording.possibilities:
            row.append([wording_row(each) for each in wording.possibilities])
        return row

    rows = [
        [
            eid,
            [[_iso(day), wording_row(wording)] for day, wording in timeline.segments()],
            [reasons.setdefault(reason, len(reasons)) for reason in timeline.touched],
        ]
        for eid, timeline in texts.items()
    ]
    return [list(words), [_reason_row(reason) for reason in reasons], rows]


def _unit_texts(row: Row) -> dict[EId, Timeline]:
    words, reason_rows, rows = row
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
        )
        for eid, cuts, touched in rows
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _day_or_none(text: str | None) -> dt.date | None:
    return _day(text) if text else None


def _act(row: Row) -> Act:
    return Act(row[0], row[1], _day(row[2]), row[3], _commencement(row[4]))


def _commencement_row(when: Commencement) -> Row:
    return [_iso(when.first), _iso(when.last), when.basis.value]


def _commencement(row: Row) -> Commencement:
    return Commencement(_day(row[0]), _day(row[1]), Basis(row[2]))


def _reason_row(reason: Reason) -> Row:
    when = _commencement_row(reason.commencement) if reason.commencement else None
    return [reason.law, _iso(reason.adopted), when, reason.kind, reason.certainty, reason.source]


def _reason(row: Row) -> Reason:
    when = _commencement(row[2]) if row[2] else None
    return Reason(row[0], _day_or_none(row[1]), when, row[3], row[4], row[5])


def _place_row(place: Place) -> Row:
    children = [_place_row(child) for child in place.children]
    return [place.eid, place.num, int(place.printed), int(place.has_heading), place.note, children]


def _place(row: Row) -> Place:
    children = tuple(_place(child) for child in row[5])
    return Place(EId(row[0]), row[1], bool(row[2]), bool(row[3]), children, row[4])


def _effect_row(effect: Effect) -> Row:
    return [
        effect.kind.value,
        effect.target,
        [[c.law, _iso(c.adopted), _commencement_row(c.commencement), str(c.clause)] for c in effect.causes],
        effect.certainty.value,
        effect.source,
        int(effect.own_text_only),
        [list(pair) for pair in effect.substitutions],
        effect.text,
        effect.moved_to,
        int(effect.same_words),
        int(effect.announced),
        effect.line,
        int(effect.from_facts),
    ]


def _cause(row: Row) -> Cause:
    return Cause(row[0], _day_or_none(row[1]), _commencement(row[2]), Clause.parse(row[3]))


def _effect(row: Row) -> Effect:
    return Effect(
        kind=Kind(row[0]),
        target=EId(row[1]),
        causes=tuple(_cause(each) for each in row[2]),
        certainty=Certainty(row[3]),
        source=row[4],
        own_text_only=bool(row[5]),
        substitutions=tuple((old, new) for old, new in row[6]),
        text=row[7],
        moved_to=EId(row[8]) if row[8] else None,
        same_words=bool(row[9]),
        announced=bool(row[10]),
        line=row[11],
        from_facts=bool(row[12]),
    )
