"""The writing of the file that keeps an act's timelines; what `timeline_file` reads back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, Place, Timeline
from lawdiff.law.wording import Possibility, Reason, Wording
from lawdiff.store.effect_rows import commencement_row, effect_row, iso
from lawdiff.store.timeline_file import EFFECTS, FORMAT, Row, unit_of


def write_timelines(timelines: ActTimelines, path: Path, fingerprint: str) -> None:
    """Write the file whole, then put it in its place: a reader never meets half of it."""
    units: dict[str, dict[EId, Timeline]] = {}
    for eid, timeline in timelines.texts.items():
        units.setdefault(unit_of(eid), {})[eid] = timeline
    lines = {unit: _packed(_unit_row(texts)) for unit, texts in units.items()}
    lines[EFFECTS] = _packed([effect_row(effect) for effect in timelines.effects])
    at, index = 0, {}
    for unit, line in lines.items():
        index[unit] = [at, len(line)]
        at += len(line)
    contents = _packed(_contents(timelines, fingerprint, index))
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".partial")
    partial.write_bytes(contents + b"".join(lines.values()))
    partial.replace(path)


def _packed(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _contents(timelines: ActTimelines, fingerprint: str, index: Mapping[str, list[int]]) -> dict[str, Any]:
    act = timelines.act
    return {
        "format": FORMAT,
        "fingerprint": fingerprint,
        "act": [
            *act[:2],
            iso(act.adopted),
            act.title,
            commencement_row(act.commencement),
            act.kind,
            act.issuer,
        ],
        "language": timelines.language,
        "scope": timelines.scope.value,
        "clock": timelines.clock.value,
        "horizon": iso(timelines.horizon),
        "editions": [[file, iso(day)] for file, day in timelines.editions],
        "places": [_place_row(place) for place in timelines.places],
        "index": index,
    }


def _unit_row(texts: Mapping[EId, Timeline]) -> Row:
    """The texts of a unit, with its strings and reasons written once each."""
    words: dict[str, int] = {}
    reasons: dict[Reason, int] = {}
    names: dict[str, int] = {}

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
            [[iso(day), wording_row(wording)] for day, wording in timeline.segments()],
            [reasons.setdefault(reason, len(reasons)) for reason in timeline.touched],
            [names.setdefault(name, len(names)) for name in timeline.editions],
        ]
        for eid, timeline in texts.items()
    ]
    return [list(words), [_reason_row(reason) for reason in reasons], list(names), rows]


def _place_row(place: Place) -> Row:
    children = [_place_row(child) for child in place.children]
    return [place.eid, place.num, int(place.printed), int(place.has_heading), place.note, children]


def _reason_row(reason: Reason) -> Row:
    when = commencement_row(reason.commencement) if reason.commencement else None
    return [reason.law, iso(reason.adopted), when, reason.kind, reason.certainty, reason.source]
