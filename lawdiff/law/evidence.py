"""All that the sources tell of one act: what an edition witnesses, the effects, and what was not touched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from lawdiff.law.act import Act
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.edition import Edition
from lawdiff.law.effect import Effect, Unchanged
from lawdiff.law.finding import Finding


@dataclass(frozen=True, slots=True)
class Evidence:
    """What goes into the engine. `horizon` is the last day the edition proves anything about (R10).

    `findings` are what was doubtful on the way; the engine adds those that only show when effects and
    wordings meet.
    """

    act: Act
    edition: Edition
    horizon: dt.date
    effects: tuple[Effect, ...]
    unchanged: tuple[Unchanged, ...]
    laws: Mapping[str, AmendingLaw]
    findings: tuple[Finding, ...] = ()
