"""The steps of an article's history: at each version what is different from what was known before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lawdiff.history.change import CERTAIN, Change, ChangeKind
from lawdiff.history.change_words import headline, place, remarks, sides
from lawdiff.history.text_changes import TextChanges
from lawdiff.law.eid import EId
from lawdiff.law.marks import names
from lawdiff.law.timeline import ActTimelines
from lawdiff.law.wording import State
from lawdiff.site.version import Version


@dataclass(frozen=True, slots=True)
class AlikeChanges:
    """Changes of which the same is said, without words to show: "possibly changed by 354-IV"."""

    said: str
    remarks: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownChanges:
    """Changes as a page shows them: those whose words can be shown one by one, the others together.

    `unproved` counts texts of which no change is known and nothing proves that there was none.
    """

    worded: tuple[Change, ...]
    alike: tuple[AlikeChanges, ...]
    unproved: int


@dataclass(frozen=True, slots=True)
class Step:
    """What a version brought. `uncertain`: texts that are uncertain from its first day on; their words are
    shown at the step on which they are certain again. `begins`: the texts began with the law itself."""

    version: Version
    changes: ShownChanges
    uncertain: tuple[AlikeChanges, ...]
    begins: bool


def steps_of(changes: TextChanges, unit: EId, versions: Sequence[Version]) -> Iterator[Step]:
    """The steps of a unit, the oldest first."""
    language = changes.timelines.language
    for index, version in enumerate(versions):
        opening, settled = changes_from(changes, (unit,), versions[: index + 1])
        by_laws = [change for change in settled if not begins(change)]
        yield Step(
            version=version,
            changes=shown_changes(with_moved_words(changes.timelines, by_laws, version.before), language),
            uncertain=uncertain_places(opening, language),
            begins=any(begins(change) for change in [*settled, *opening]),
        )


def changes_from(
    changes: TextChanges, asked: Sequence[EId], until: Sequence[Version]
) -> tuple[list[Change], list[Change]]:
    """What is different from the first day of the last of these versions on: the texts that are uncertain
    from then on, and the others, those that were uncertain until then compared with what was before."""
    now = until[-1]
    found = changes.all(now.before, now.first, asked)
    opening = [change for change in found if change.new.state is State.UNCERTAIN]
    others = [change for change in found if change.new.state is not State.UNCERTAIN]
    return opening, list(_closed(changes, asked, until, others))


def uncertain_places(opening: Iterable[Change], language: str) -> tuple[AlikeChanges, ...]:
    """The texts that are uncertain from a day on, those together that are so because of the same laws."""
    return _alike((names(change.new.because), (), place(change, language)) for change in opening)


def _closed(
    changes: TextChanges, asked: Sequence[EId], until: Sequence[Version], found: Sequence[Change]
) -> Iterator[Change]:
    """The changes; in place of one from an uncertain wording that from the last day on which the text was
    not uncertain, or none where nothing is different since."""
    *before, now = until
    compared: dict[dt.date, dict[EId, Change]] = {}
    for change in found:
        if change.old.state is not State.UNCERTAIN:
            yield change
            continue
        timeline = changes.timelines.texts[change.eid]
        days = (each.first for each in reversed(before))
        known = (day for day in days if timeline.on(day).state is not State.UNCERTAIN)
        day = next(known, until[0].before)
        if day not in compared:
            again = changes.all(day, now.first, asked)
            compared[day] = {each.eid: each for each in again}
        if change.eid in compared[day]:
            yield compared[day][change.eid]


def begins(change: Change) -> bool:
    """Whether the text is older than every amending law: it came, or may have come, with the law itself."""
    if change.old.state is not State.ABSENT or change.by:
        return False
    return change.new.state is not State.UNCERTAIN or not change.new.because


def with_moved_words(
    timelines: ActTimelines, changes: Iterable[Change], old_day: dt.date
) -> Iterator[Change]:
    """The changes; behind one whose words stood under another number, what is different in these words."""
    for change in changes:
        yield change
        if change.moved_from and change.moved_from in timelines.texts:
            old = timelines.texts[change.moved_from].on(old_day)
            if old.text != change.new.text and old.state in CERTAIN and change.new.state in CERTAIN:
                yield replace(change, old=old, moved_to=None, moved_from=None)


def shown_changes(changes: Iterable[Change], language: str) -> ShownChanges:
    """The changes, those without words to show put together by what is said of them."""
    worded: list[Change] = []
    alike: list[tuple[str, tuple[str, ...], str]] = []
    unproved = 0
    for change in changes:
        if change.kind is ChangeKind.UNPROVED:
            unproved += 1
        elif has_words(change):
            worded.append(change)
        else:
            alike.append((headline(change), tuple(remarks(change, language)), place(change, language)))
    return ShownChanges(tuple(worded), _alike(alike), unproved)


def has_words(change: Change) -> bool:
    """Whether words can be shown of which it is known that the other day had other ones, or none. Words
    that only have another number now are no change of words."""
    if change.is_renumbered:
        return False
    known = (ChangeKind.REWORDED, ChangeKind.INSERTED, ChangeKind.REMOVED, ChangeKind.CHANGED)
    return change.is_certain or (change.kind in known and any(sides(change)))


def _alike(given: Iterable[tuple[str, tuple[str, ...], str]]) -> tuple[AlikeChanges, ...]:
    """The places of which the same is said, together."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for said, more, where in given:
        found.setdefault((said, more), []).append(where)
    return tuple(AlikeChanges(said, more, tuple(places)) for (said, more), places in found.items())
