"""Cross-references: what each provision refers to on a day, inside the act and outside of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lawdiff.history.inside import TITLE, eids_inside
from lawdiff.history.mentions import mentions
from lawdiff.history.provisions_there import provisions_on
from lawdiff.history.reference_targets import resolve
from lawdiff.law.eid import EId
from lawdiff.law.known_act import KnownAct
from lawdiff.law.reference import Reference
from lawdiff.law.timeline import ActTimelines
from lawdiff.law.wording import State, Wording


@dataclass(frozen=True, slots=True)
class ReferencesOn:
    """All references of one day, and the texts whose words of that day, and so their references, are not
    known."""

    day: dt.date
    found: tuple[Reference, ...]
    unsearched: tuple[EId, ...]


def references_on(timelines: ActTimelines, day: dt.date, acts: Sequence[KnownAct] = ()) -> ReferencesOn:
    """The references of that day with what could not be searched for them."""
    return ReferencesOn(day, references(timelines, day, acts), unsearched(timelines, day))


def references(timelines: ActTimelines, day: dt.date, acts: Sequence[KnownAct] = ()) -> tuple[Reference, ...]:
    """Every reference in the words that the act has on that day, in the order of the text.

    `acts` are those of a register, by which other laws get their number. Of an `uncertain` text, the
    references of each of its possible wordings, none twice. Words that nobody knows are not searched:
    `unsearched` names them.
    """
    there = provisions_on(timelines, day)
    found: dict[tuple[EId, str, tuple[int, int], EId | None], Reference] = {}
    for eid in eids_inside(timelines):
        wording = timelines.texts[eid].on(day)
        for words in _readings(wording) if eid != TITLE else ():
            for mention in mentions(words):
                for each in resolve(eid, mention, there, timelines.act, acts):
                    key = (each.source, each.words, each.span, each.target)
                    found.setdefault(key, replace(each, state=wording.state))
    return tuple(found.values())


def refers_to(found: Sequence[Reference], asked: Sequence[EId]) -> Iterator[Reference]:
    """The references that stand in the provisions asked for or inside them; all without any."""
    return (each for each in found if not asked or any(each.source.within(one) for one in asked))


def referred_by(found: Sequence[Reference], asked: Sequence[EId]) -> Iterator[Reference]:
    """The references to the provisions asked for, to anything inside them or to what they stand in ("the
    Article"); those to the act as a whole only where the whole act is asked for."""
    for each in found:
        target = each.target
        if target is None or (target == "act" and asked):
            continue
        if not asked or any(target.within(one) or one.within(target) for one in asked):
            yield each


def unsearched(timelines: ActTimelines, day: dt.date, asked: Sequence[EId] = ()) -> tuple[EId, ...]:
    """The texts that are or may be part of the law that day while their words, and so their references, are
    not known."""
    return tuple(
        eid
        for eid in eids_inside(timelines, asked)
        if not _readings(timelines.texts[eid].on(day))
        and timelines.texts[eid].on(day).state is not State.ABSENT
    )


def _readings(wording: Wording) -> tuple[str, ...]:
    """The words that the text has or, where it is uncertain, may have."""
    if wording.text is not None:
        return (wording.text,)
    return tuple(dict.fromkeys(each.text for each in wording.possibilities if each.text is not None))
