"""The days of the act: the events that cut its life, and the intervals between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lawdiff.law.effect import Cause, Effect
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.store.akn.document import ActDocument, Period
from lawdiff.store.akn.uris import LawIds, law_ids
from lawdiff.store.akn.xml_tree import Element, tag


@dataclass(frozen=True, slots=True)
class _Event:
    """A day on which something begins. `what` says how it is meant (docs/akn.md); `rank` orders one day."""

    eid: str
    day: dt.date
    source: str
    what: str
    kind: str | None = None
    rank: int = 0

    @property
    def ref(self) -> str:
        return f"#{self.eid}"

    def element(self) -> Element:
        return tag(
            "eventRef",
            {
                "eId": self.eid,
                "date": f"{self.day}",
                "source": self.source,
                "type": self.kind,
                "ld:what": self.what,
            },
        )


class Lifecycle:
    """The events and intervals of a document, and their names for what refers to them.

    A law whose day is not known has two events: `possible`, from which it may be in force, and `certain`.
    """

    def __init__(self, document: ActDocument) -> None:
        self._ids = law_ids(document.laws)
        self._events: dict[str, _Event] = {}
        for event in (*_act_events(document), *_law_events(document.effects, self._ids)):
            self._events.setdefault(event.eid, event)
        self._on_day: dict[dt.date, _Event] = {}
        for event in self._in_order():
            self._on_day.setdefault(event.day, event)
        periods = sorted(set(document.periods.values()), key=lambda period: period.order)
        for period in periods:
            self._bound(period.first)
            self._bound(period.until)
        self._groups = {period_id(period): [self._interval(period)] for period in periods}
        self._forces = {effect: self._force(effect) for effect in document.effects}

    def element(self) -> Element:
        """The `lifecycle` block."""
        return tag("lifecycle", {"source": "#lawdiff"}, *(event.element() for event in self._in_order()))

    def temporal_data(self) -> Element:
        """The `temporalData` block: the intervals of the wordings, then those of the effects."""
        groups = dict(self._groups)
        for found in sorted({force for force in self._forces.values() if force}, key=_by_days):
            groups[_force_id(found)] = list(_force_intervals(*found))
        written = (tag("temporalGroup", {"eId": eid}, *inside) for eid, inside in groups.items())
        return tag("temporalData", {"source": "#lawdiff"}, *written)

    def force(self, effect: Effect) -> str | None:
        """The name of the interval in which an effect is in force, None where no law of it is known."""
        found = self._forces[effect]
        return f"#{_force_id(found)}" if found else None

    def _in_order(self) -> list[_Event]:
        return sorted(self._events.values(), key=lambda event: (event.day, event.rank, event.eid))

    def _bound(self, day: dt.date | None) -> None:
        """An event of its own for a day that no law decides, such as the end of what the edition proves."""
        if day and day not in self._on_day:
            event = _Event(f"evt_{day}", day, "#lawdiff", "evidence", rank=2)
            self._events[event.eid] = self._on_day[day] = event

    def _interval(self, period: Period) -> Element:
        return tag(
            "timeInterval",
            {
                "start": self._on_day[period.first].ref if period.first else None,
                "end": self._on_day[period.until].ref if period.until else None,
                "refersTo": "#wording",
            },
        )

    def _force(self, effect: Effect) -> tuple[_Event, _Event] | None:
        """The events between which an effect may be in force: of several laws the earliest and the latest."""
        if any(law == UNKNOWN_LAW for law in effect.laws):
            return None
        firsts = [self._event(cause, cause.commencement.first) for cause in effect.causes]
        lasts = [self._event(cause, cause.commencement.last) for cause in effect.causes]
        return min(firsts, key=lambda event: event.day), max(lasts, key=lambda event: event.day)

    def _event(self, cause: Cause, day: dt.date) -> _Event:
        return self._events[_law_event_id(self._ids, cause, day)]


def period_id(period: Period) -> str:
    """The name of the interval of a wording: `tg_2005-01-01_2010-12-04`."""
    return f"tg_{period.first or 'open'}_{period.until or 'open'}"


def _act_events(document: ActDocument) -> Iterator[_Event]:
    when = document.commencement
    adopted = document.answer.act_adopted
    yield _Event(f"evt_act_{adopted}", adopted, "#original", "adoption", "generation")
    if when.is_window:
        yield _Event(f"evt_act_{when.first}", when.first, "#original", "possible")
    yield _Event(f"evt_act_{when.last}", when.last, "#original", "certain")


def _law_events(effects: Iterable[Effect], ids: LawIds) -> Iterator[_Event]:
    causes = {cause for effect in effects for cause in effect.causes if cause.law != UNKNOWN_LAW}
    for cause in sorted(causes, key=lambda cause: (cause.order, cause.commencement.last)):
        when, source = cause.commencement, f"#{_id(ids, cause)}"
        what = "possible" if when.is_window else "certain"
        yield _Event(_law_event_id(ids, cause, when.first), when.first, source, what, "amendment", 1)
        if when.is_window:
            yield _Event(_law_event_id(ids, cause, when.last), when.last, source, "certain", None, 1)


def _law_event_id(ids: LawIds, cause: Cause, day: dt.date) -> str:
    return f"evt_{_id(ids, cause)}_{day}"


def _id(ids: LawIds, cause: Cause) -> str:
    if (cause.law, cause.adopted) not in ids:
        raise ValueError(f"there is no reference to the law {cause.law} of {cause.adopted}")
    return ids[cause.law, cause.adopted]


def _by_days(force: tuple[_Event, _Event]) -> tuple[dt.date, dt.date, str, str]:
    first, last = force
    return (first.day, last.day, first.eid, last.eid)


def _force_id(force: tuple[_Event, _Event]) -> str:
    first, last = force
    ends = [first] if first == last else [first, last]
    return "_".join(["force", *(event.eid.removeprefix("evt_") for event in ends)])


def _force_intervals(first: _Event, last: _Event) -> Iterator[Element]:
    if first != last:
        yield tag("timeInterval", {"start": first.ref, "end": last.ref, "refersTo": "#possiblyInForce"})
    yield tag("timeInterval", {"start": last.ref, "refersTo": "#inForce"})


def periods_read(meta: Element) -> dict[str, Period]:
    """The intervals of the wordings by the names that texts refer to, `#tg_...`."""
    days = {f"#{event.value('eId')}": event.value("date") for event in meta.one("lifecycle").all("eventRef")}
    found = {}
    for group in meta.one("temporalData").all("temporalGroup"):
        interval = group.one("timeInterval")
        if interval.value("refersTo") == "#wording":
            first, until = (_day(interval, end, days) for end in ("start", "end"))
            found[f"#{group.value('eId')}"] = Period(first, until)
    return found


def _day(interval: Element, end: str, days: dict[str, str]) -> dt.date | None:
    if end not in interval.attributes:
        return None
    named = interval.value(end)
    if named not in days:
        raise ValueError(f"line {interval.line}: there is no event {named}")
    return dt.date.fromisoformat(days[named])
