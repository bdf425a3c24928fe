"""The log of a provision: every law that touched it or anything inside it, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawdiff.history.inside import Text, texts_inside
from lawdiff.law.commencement import Commencement
from lawdiff.law.effect import Certainty, Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.law_order import UNKNOWN_LAW, law_order
from lawdiff.law.timeline import ActTimelines
from lawdiff.law.wording import Reason

_THROUGHOUT = frozenset({"text", "act", "title"})


@dataclass(frozen=True, slots=True)
class LoggedTouch:
    """What a law did to one text. `candidates` are the laws of which one did it, empty where it is known.

    `is_certain`: this law did it, at this place. "Article 7 as amended by" does not say where.
    """

    eid: EId
    kind: str
    certainty: str
    source: str
    candidates: tuple[str, ...] = ()
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What one law did inside the provision, on the day its effects there began.

    `commencement` is None for a law that no source names. `announced`: a note only says that it will.
    """

    law: str
    adopted: dt.date | None
    commencement: Commencement | None
    touches: tuple[LoggedTouch, ...]
    announced: bool = False

    @property
    def order(self) -> tuple[dt.date, dt.date, tuple[int, str]]:
        first = self.commencement.first if self.commencement else dt.date.min
        return (first, self.adopted or dt.date.min, law_order(self.law))


@dataclass(frozen=True, slots=True)
class Log:
    """The laws, newest first. `reworded` are the notes "is in the wording of", each of which took the older
    notes of its provision with it: before such a law the list may lack some (R14)."""

    entries: tuple[LogEntry, ...]
    reworded: tuple[Effect, ...]


def log_of(timelines: ActTimelines, asked: Sequence[EId] = ()) -> Log:
    """The log of the provisions asked for, of the whole act without any.

    What facts clear a law of is left out; a law of which only the container's note tells is kept there.
    """
    return ActLogs(timelines).of(asked)


class ActLogs:
    """The logs of an act, for who asks for many of them: its effects are looked through once."""

    def __init__(self, timelines: ActTimelines) -> None:
        self._timelines = timelines
        self._effects = _Effects(timelines)

    def of(self, asked: Sequence[EId] = ()) -> Log:
        """What `log_of` says."""
        timelines, effects = self._timelines, self._effects
        found: dict[tuple[str, Commencement | None], dict[tuple[EId, str], LoggedTouch]] = {}
        adopted: dict[str, dt.date | None] = {}
        for text in texts_inside(timelines, asked):
            for reason in text.told:
                adopted[reason.law] = reason.adopted
                places = found.setdefault((reason.law, reason.commencement), {})
                places.setdefault((text.eid, reason.kind), effects.touch(text, reason))
        for effect in _without_text(timelines, asked, frozenset(found)):
            for cause in effect.causes:
                adopted[cause.law] = cause.adopted
                places = found.setdefault((cause.law, cause.commencement), {})
                places.setdefault((effect.target, effect.kind.value), effects.told(effect, effect.target))
        entries = (
            LogEntry(law, adopted[law], when, tuple(touches.values()), law in effects.announced)
            for (law, when), touches in found.items()
        )
        newest_first = sorted(entries, key=lambda entry: entry.order, reverse=True)
        return Log(tuple(newest_first), tuple(_reworded(timelines, asked)))


class _Effects:
    """The effects by what a reason tells of them: a reason names one law, its effect all candidates."""

    def __init__(self, timelines: ActTimelines) -> None:
        self._told: dict[tuple[str, str, str], list[Effect]] = {}
        self._noted: dict[tuple[str, str, str], list[Effect]] = {}
        for effect in timelines.effects:
            for law in effect.laws:
                self._told.setdefault((effect.source, effect.kind.value, law), []).append(effect)
                if not effect.from_facts and effect.certainty is Certainty.STATED:
                    self._noted.setdefault((effect.target, effect.kind.value, law), []).append(effect)
        said = {law for effect in timelines.effects if not effect.announced for law in effect.laws}
        coming = {law for effect in timelines.effects if effect.announced for law in effect.laws}
        self.announced = frozenset(coming - said)
        self._containers = frozenset(place.eid for place in timelines.walk() if place.children)

    def touch(self, text: Text, reason: Reason) -> LoggedTouch:
        """What the reason says of that text, with what its effect says beyond it; where a note of the
        edition says the same as a fact, the note."""
        told = self._told.get((reason.source, reason.kind, reason.law), [])
        told = [*self._noted.get((text.eid, reason.kind, reason.law), []), *told]
        effect = next((effect for effect in told if _is_about(effect, text.eid)), None)
        if effect is None:
            return LoggedTouch(text.eid, reason.kind, reason.certainty, reason.source, (), False)
        return self.told(effect, text.eid, _is_worded(text, reason))

    def told(self, effect: Effect, eid: EId, is_worded: bool = True) -> LoggedTouch:
        """What the effect says of that text."""
        names_it = effect.target == eid and eid not in self._containers
        names_it = names_it or effect.from_facts or effect.own_text_only
        if effect.kind is Kind.REPLACE:
            names_it = names_it or eid.kind != "heading"  # a new wording may have kept the title (R2)
        elif effect.kind is Kind.SUBSTITUTE:
            names_it = is_worded
        several = effect.laws if len(effect.causes) > 1 else ()
        return LoggedTouch(
            eid,
            effect.kind.value,
            effect.certainty.value,
            effect.source,
            several,
            effect.certainty in _KNOWN and (names_it or effect.kind in _SURE),
        )


def _is_about(effect: Effect, eid: EId) -> bool:
    ends = (effect.target, effect.moved_to)
    return effect.target in _THROUGHOUT or any(eid.within(end) for end in ends if end)


def _is_worded(text: Text, reason: Reason) -> bool:
    """Whether the words are known that the law left: a substitution may have reached what nobody recorded."""
    when = reason.commencement
    return when is not None and text.timeline.on(when.last).text is not None


_SURE = (Kind.INSERT, Kind.REPEAL, Kind.MOVE)
_KNOWN = (Certainty.STATED, Certainty.COMPARED)


def _without_text(
    timelines: ActTimelines, asked: Sequence[EId], logged: frozenset[tuple[str, Commencement | None]]
) -> Iterator[Effect]:
    """The effects on a container inside the provisions of which no text of it is left to tell: what a law
    of the footnote did is not known at any place, or stood in a passage that is gone."""
    for effect in timelines.effects:
        if effect.target in _THROUGHOUT or UNKNOWN_LAW in effect.laws:
            continue
        if asked and not any(effect.target.within(provision) for provision in asked):
            continue
        if all((cause.law, cause.commencement) not in logged for cause in effect.causes):
            yield effect


_REWORDINGS = (Kind.REPLACE, Kind.RENAME_REPLACE)


def _reworded(timelines: ActTimelines, asked: Sequence[EId]) -> Iterator[Effect]:
    """The edition's notes of rewordings that reach the provisions or anything inside them."""
    for effect in timelines.effects:
        if effect.kind not in _REWORDINGS or effect.from_facts or effect.announced:
            continue
        inside = any(effect.target.within(one) or one.within(effect.target) for one in asked)
        if inside or not asked:
            yield effect
