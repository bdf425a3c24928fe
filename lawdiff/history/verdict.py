"""The verdict over all worlds of a day: one state where they agree, `uncertain` where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lawdiff.history.event import Event
from lawdiff.history.worlds import Choice, Window, World
from lawdiff.law.wording import Possibility, Reason, State, Wording, in_order


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known of a text in one world. `edition` is the one whose words they are. `doubts` are the laws
    that this edition does not mention, though another says that they were in force."""

    state: State
    text: str | None
    reasons: tuple[Reason, ...]
    edition: str = ""
    doubts: tuple[Reason, ...] = ()


def judge(outcomes: Sequence[tuple[World, Outcome]], events: Sequence[Event], is_partial: bool) -> Wording:
    """One wording out of what the worlds say, naming the laws of all of them (R8).

    `is_partial`: not every world was looked at, so that agreement proves nothing.
    """
    groups: dict[tuple[State, str | None], list[Outcome]] = {}
    for _, outcome in outcomes:
        groups.setdefault((outcome.state, _shown(outcome)), []).append(outcome)
    if len(groups) == 1 and not is_partial:
        ((state, text),) = groups
        return Wording(state, text, _reasons([outcome for _, outcome in outcomes]))
    deciding = _deciding(outcomes, events)
    possibilities = tuple(
        Possibility(state, text, _reasons(group) or in_order(deciding))
        for (state, text), group in groups.items()
    )
    named = [reason for _, outcome in outcomes for reason in outcome.reasons]
    return Wording(State.UNCERTAIN, None, in_order([*named, *deciding]), _sorted(possibilities))


def _shown(outcome: Outcome) -> str | None:
    """The words that may be shown: those of an absent heading are only its printed title."""
    return None if outcome.state in (State.ABSENT, State.UNRECORDED) else outcome.text


def _reasons(group: Sequence[Outcome]) -> tuple[Reason, ...]:
    return in_order([reason for outcome in group for reason in outcome.reasons])


_ORDER = list(State)


def _sorted(possibilities: tuple[Possibility, ...]) -> tuple[Possibility, ...]:
    return tuple(sorted(possibilities, key=lambda each: (_ORDER.index(each.state), each.text or "")))


def _deciding(outcomes: Sequence[tuple[World, Outcome]], events: Sequence[Event]) -> list[Reason]:
    """The reasons of what the worlds differ in, where the difference changes the answer."""
    things: set[Window | Choice] = set()
    for index, (world, outcome) in enumerate(outcomes):
        for other, result in outcomes[index + 1 :]:
            if (outcome.state, outcome.text) != (result.state, result.text):
                thing = world.differs_in(other)
                if thing is not None:
                    things.add(thing)
    found: list[Reason] = []
    for event in events:
        if event.window in things:
            found.append(event.reason)
    for thing in things:
        if isinstance(thing, Choice):
            found += [e.reason for e in events if e.reason.law in thing.laws and e.reason.certainty in _OPEN]
    return found


_OPEN = ("one_of", "inferred")
