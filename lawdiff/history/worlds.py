"""The worlds that the sources leave open on a day: which law of several, in force yet or not (R7, R8)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from lawdiff.law.effect import Certainty, Effect, Kind

MOST_WORLDS = 1024

Window = tuple[str, dt.date, dt.date]


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Effects that one law of several made together: the insertion of a passage and the move it forces.

    A choice is itself and no other, however alike: it is compared by identity.
    """

    laws: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.laws)


@dataclass(frozen=True, slots=True)
class World:
    """One way things may have been: for each choice the index of its law, for each open window whether it
    has begun."""

    choices: tuple[tuple[Choice, int], ...]
    begun: frozenset[Window]
    open: frozenset[Window]

    def differs_in(self, other: World) -> Window | Choice | None:
        """The one thing in which two worlds differ, None if there are none or several."""
        things: list[Window | Choice] = list(self.begun ^ other.begun)
        things += [
            mine[0] for mine, theirs in zip(self.choices, other.choices, strict=True) if mine != theirs
        ]
        return things[0] if len(things) == 1 else None


_CLOSED = World((), frozenset(), frozenset())  # nothing is open: the one world of most days


def choices_of(effects: Sequence[Effect]) -> Mapping[int, Choice]:
    """The choice that each effect of "one of several laws" belongs to, by the effect's `id`.

    An amend that may be any of several laws is no choice: each of them may have made it (R7). Effects of
    the same laws that meet at a place are one act of lawmaking: passage 9 moves on because 9 is inserted.
    """
    open_effects = [e for e in effects if len(e.causes) > 1 and e.kind is not Kind.AMEND]
    groups: list[list[Effect]] = []
    for effect in open_effects:
        joined = [group for group in groups if any(_together(effect, other) for other in group)]
        for group in joined:
            groups.remove(group)
        groups.append([effect, *(other for group in joined for other in group)])
    made = [(group, Choice(group[0].laws)) for group in groups]
    return {id(effect): choice for group, choice in made for effect in group}


def _together(one: Effect, other: Effect) -> bool:
    if one.laws != other.laws or Certainty.INFERRED in (one.certainty, other.certainty):
        return False
    ends = {one.target, one.moved_to} - {None}
    return bool(ends & {other.target, other.moved_to})


def worlds(
    choices: Sequence[Choice], amending: frozenset[Window], deciding: Sequence[Window]
) -> tuple[list[World], bool]:
    """All worlds, and whether there are too many to look at each.

    The windows in which laws only amend are opened and closed together: what they leave open is the same
    in every mixture. With too many worlds only the outermost are given; the caller then claims less.
    """
    if not choices and not amending and not deciding:
        return [_CLOSED], False
    windows = frozenset((*amending, *deciding))
    options = [range(choice.count) for choice in choices]
    size = (2 if amending else 1) * 2 ** len(deciding)
    for option in options:
        size *= len(option)
    if size > MOST_WORLDS:
        return list(_outermost(choices, windows)), True
    found = []
    for picked in product(*options):
        for amended in (True, False) if amending else (False,):
            for decided in product((True, False), repeat=len(deciding)):
                begun = frozenset(w for w, is_in in zip(deciding, decided, strict=True) if is_in)
                begun |= amending if amended else frozenset()
                found.append(World(tuple(zip(choices, picked, strict=True)), begun, windows))
    return found, False


def _outermost(choices: Sequence[Choice], windows: frozenset[Window]) -> Iterator[World]:
    for first in (True, False):
        for begun in (windows, frozenset[Window]()):
            yield World(tuple((c, 0 if first else c.count - 1) for c in choices), begun, windows)


def each_alone(choices: Sequence[Choice]) -> Iterator[dict[Choice, int]]:
    """Every option of every choice, without all their combinations."""
    start = dict.fromkeys(choices, 0)
    yield start
    for choice in choices:
        for option in range(1, choice.count):
            yield start | {choice: option}
