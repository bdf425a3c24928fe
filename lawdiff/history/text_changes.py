"""The changes of single texts of an act, and what two days have in common for many of them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import itemgetter

from lawdiff.history.change import CERTAIN, Change
from lawdiff.history.inside import Text, days_of, texts_inside
from lawdiff.law.effect import Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.same_words import same_words
from lawdiff.law.timeline import ActTimelines, Clock, Timeline
from lawdiff.law.wording import Reason, State, Wording, in_order


@dataclass(frozen=True, slots=True)
class _SameDays:
    """Texts of which something else can be said on the same days, each with its place among those asked for,
    and what was found of them between the spans of these days."""

    days: tuple[dt.date, ...]
    texts: list[tuple[int, Text]] = field(default_factory=list)
    found: dict[tuple[int, int, bool], tuple[tuple[int, Change], ...]] = field(default_factory=dict)


class TextChanges:
    """The changes of single texts of an act: what `compare` asks for each of them. One serves for many days,
    and works out once which texts are asked for and what is different between two spans of their days."""

    def __init__(self, timelines: ActTimelines) -> None:
        self.timelines = timelines
        self._moves = _Moves(timelines)
        self._asked: dict[tuple[EId, ...], tuple[_SameDays, ...]] = {}
        self._days: dict[EId, tuple[dt.date, ...]] = {}
        self._found: dict[tuple[EId, int, int, bool], Change | None] = {}

    def all(self, old_day: dt.date, new_day: dt.date, asked: Sequence[EId] = ()) -> tuple[Change, ...]:
        """The changes from one day to another in the provisions asked for."""
        if old_day == new_day:
            return ()
        found: list[tuple[int, Change]] = []
        for group in self._groups(tuple(asked)):
            key = _spans(group.days, old_day, new_day)
            if key not in group.found:
                each = ((at, self.between(text, old_day, new_day)) for at, text in group.texts)
                group.found[key] = tuple((at, change) for at, change in each if change)
            found += group.found[key]
        return tuple(change for _, change in sorted(found, key=itemgetter(0)))

    def _groups(self, asked: tuple[EId, ...]) -> tuple[_SameDays, ...]:
        if asked not in self._asked:
            groups: dict[tuple[dt.date, ...], _SameDays] = {}
            for at, text in enumerate(texts_inside(self.timelines, asked)):
                days = self.days(text)
                groups.setdefault(days, _SameDays(days)).texts.append((at, text))
            self._asked[asked] = tuple(groups.values())
        return self._asked[asked]

    def between(self, text: Text, old_day: dt.date, new_day: dt.date) -> Change | None:
        """What is different in a text from one day to another, None where nothing is."""
        if old_day == new_day:
            return None
        key = (text.eid, *_spans(self.days(text), old_day, new_day))
        if key not in self._found:
            self._found[key] = self._between(text, old_day, new_day)
        return self._found[key]

    def _between(self, text: Text, old_day: dt.date, new_day: dt.date) -> Change | None:
        old, new = text.timeline.on(old_day), text.timeline.on(new_day)
        by = _between(text.touched, old_day, new_day, self.timelines.clock)
        by += _unnamed(old, new, text.touched)
        if _is_same(old, new, by):
            return None
        without = old_day if old.state is State.ABSENT else new_day
        is_passage = State.ABSENT in (old.state, new.state) and self._goes_on(text.eid, without)
        is_backwards = new_day < old_day
        return self._moves.placed(
            Change(text.eid, old, new, in_order(by), is_backwards=is_backwards, is_passage=is_passage)
        )

    def days(self, text: Text) -> tuple[dt.date, ...]:
        """The days on which what `between` says of a text can change, `date.min` first. It says the same of
        any two days that lie in the same two spans between them; of two days in one span too."""
        if text.eid not in self._days:
            self._days[text.eid] = tuple(sorted(self._days_of(text)))
        return self._days[text.eid]

    def _days_of(self, text: Text) -> set[dt.date]:
        found = set(text.timeline.starts)
        for reason in text.touched:
            found.update(days_of(reason, self.timelines.clock) or ())
        if any(wording.state is State.ABSENT for wording in text.timeline.wordings):
            found.update(day for inner in self._inside.get(text.eid, ()) for day in inner.starts)
        for moved in self._moves.other_ends(text.eid):
            found.update(self.timelines.texts[moved].starts)
        return found

    def is_alone(self, text: Text) -> bool:
        """Whether all that `between` says of a text follows from its own timeline: nothing hangs under it,
        and no law gave it another number."""
        return text.eid not in self._inside and not any(self._moves.other_ends(text.eid))

    def _goes_on(self, eid: EId, day: dt.date) -> bool:
        """Whether something inside the provision, its title aside, is part of the law that day."""
        return any(timeline.on(day).state is not State.ABSENT for timeline in self._inside.get(eid, ()))

    @cached_property
    def _inside(self) -> Mapping[EId, list[Timeline]]:
        """What hangs under each provision, titles aside."""
        found: dict[EId, list[Timeline]] = defaultdict(list)
        for eid, timeline in self.timelines.texts.items():
            above = eid.parent
            while above is not None and eid.kind != "heading":
                found[above].append(timeline)
                above = above.parent
        return found


def _spans(days: Sequence[dt.date], old_day: dt.date, new_day: dt.date) -> tuple[int, int, bool]:
    """In which of the spans between the days the two lie, and whether the second is the earlier."""
    return bisect_right(days, old_day), bisect_right(days, new_day), new_day < old_day


def _is_same(old: Wording, new: Wording, by: Sequence[Reason]) -> bool:
    """Whether nothing changed; the typography of another edition is no change.

    Two wordings that look alike are no proof of it: where neither is the one of its day, a law in between
    may have changed the words.
    """
    if old.state is new.state is State.ABSENT:
        return True
    if old.state in CERTAIN and new.state in CERTAIN:
        return old.text == new.text or (not by and same_words(old.text or "", new.text or ""))
    return old == new and not by


class _Moves:
    """The renumberings of an act: where words of one day stand on another."""

    def __init__(self, timelines: ActTimelines) -> None:
        self._texts = timelines.texts
        self._moves = [
            (frozenset(effect.laws), effect, effect.moved_to)
            for effect in timelines.effects
            if effect.kind is Kind.MOVE and effect.moved_to is not None
        ]
        self._laws = frozenset[str]().union(*(laws for laws, _, _ in self._moves))

    def placed(self, change: Change) -> Change:
        """The change with the places of its words on the other day."""
        laws = {reason.law for reason in change.by}
        if self._laws.isdisjoint(laws):
            return change
        earlier, later = (change.new, change.old) if change.is_backwards else (change.old, change.new)
        went_to = came_from = None
        for movers, move, moved_to in self._moves:
            if movers.isdisjoint(laws):
                continue
            if earlier.state is not State.ABSENT:
                went_to = self._other_end(move, change.eid, move.target, moved_to) or went_to
            if later.state is not State.ABSENT:
                came_from = self._other_end(move, change.eid, moved_to, move.target) or came_from
        if change.is_backwards:
            return replace(change, moved_to=came_from, moved_from=went_to)
        return replace(change, moved_to=went_to, moved_from=came_from)

    def other_ends(self, eid: EId) -> Iterator[EId]:
        """Where the words of a text stand, or stood, under another number."""
        for _, move, moved_to in self._moves:
            for end, other in ((move.target, moved_to), (moved_to, move.target)):
                found = self._other_end(move, eid, end, other)
                if found:
                    yield found

    def _other_end(self, move: Effect, eid: EId, end: EId, other: EId) -> EId | None:
        """Where the text at one end of a renumbering stands at the other. Article 5(1) became the own text
        of Article 5: what hangs under the article has no other end."""
        if not (eid == end if move.own_text_only else eid.within(end)):
            return None
        found = EId(other + eid[len(end) :])
        return found if found in self._texts else None


def _between(touched: Iterable[Reason], one: dt.date, other: dt.date, clock: Clock) -> tuple[Reason, ...]:
    """The laws that began, or may have, after the earlier of the two days and by the later."""
    early, late = sorted((one, other))
    spans = ((reason, days_of(reason, clock)) for reason in touched)
    return tuple(reason for reason, span in spans if span and span[0] <= late and early < span[1])


def _unnamed(old: Wording, new: Wording, touched: Iterable[Reason]) -> tuple[Reason, ...]:
    """The law that no source names, where it stands between the two wordings."""
    if (UNKNOWN_LAW in old.laws) == (UNKNOWN_LAW in new.laws):
        return ()
    return tuple(reason for reason in touched if reason.law == UNKNOWN_LAW)
