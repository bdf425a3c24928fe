"""All that the sources tell of one act: what an edition witnesses, the effects, and what was not touched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from lawdiff.law.act import Act
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.edition import Edition
from lawdiff.law.effect import Effect, Unchanged
from lawdiff.law.finding import Finding

LAW_TEXT = "text of "  # how the source of what the text of an amending law states begins
EDITIONS = "editions: "  # how the source of what comparing two editions shows begins


class Standing(Enum):
    """How an edition stands to an effect. `OWN`: its own notes tell of it. `TOLD`: another source does, and
    counts as far as the edition's notes leave room. `SHOWN`: the text has it, as a comparison with another
    edition proves. `COMING`: the text does not have it, though another source proves that it came; `PENDING`:
    the same, and the edition itself announces it."""

    OWN = "own"
    TOLD = "told"
    SHOWN = "shown"
    COMING = "coming"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Witness:
    """One of several editions in a language: its text, the last day it proves anything about, and every
    effect that counts for it with how it stands to it."""

    edition: Edition
    horizon: dt.date
    effects: tuple[tuple[Effect, Standing], ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What goes into the engine. `horizon` is the last day the edition proves anything about (R10).

    `edition` is the newest in its language. `witnesses` are all editions in that language, the oldest
    first; with one edition there are none, and `effects` are those of the edition and the facts. `findings`
    are what was doubtful on the way; the engine adds those that only show when effects and wordings meet.
    """

    act: Act
    edition: Edition
    horizon: dt.date
    effects: tuple[Effect, ...]
    unchanged: tuple[Unchanged, ...]
    laws: Mapping[str, AmendingLaw]
    findings: tuple[Finding, ...] = ()
    witnesses: tuple[Witness, ...] = ()

    @property
    def standings(self) -> tuple[tuple[Effect, Standing], ...]:
        """Every effect with how the newest edition stands to it."""
        if self.witnesses:
            return self.witnesses[-1].effects
        return tuple((e, Standing.TOLD if e.from_facts else Standing.OWN) for e in self.effects)

    @property
    def older(self) -> tuple[Witness, ...]:
        """The editions before the newest, the newest of them first."""
        return tuple(reversed(self.witnesses[:-1]))
