"""What a comparison of two editions finds, put on record: a law's change, or one that no note explains."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from lawdiff.law.address import cite
from lawdiff.law.clause import NO_CLAUSE
from lawdiff.law.commencement import Basis, Commencement
from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.evidence import EDITIONS
from lawdiff.law.finding import Finding, Severity
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.sources.editions.edition_reading import EditionReading
from lawdiff.sources.editions.gap import Gap
from lawdiff.sources.editions.same_words_elsewhere import SameWords


@dataclass(slots=True)
class ShownChanges:
    """The effects that comparing two editions shows, and the findings on those that nothing explains."""

    older: EditionReading
    newer: EditionReading
    words: SameWords
    effects: list[Effect] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def source(self) -> str:
        """What answers quote: "editions: en 2006-12-31 vs 2009-12-31"."""
        return f"{EDITIONS}{self.newer.edition.language} {self.older.horizon} vs {self.newer.horizon}"

    def record(
        self,
        kind: Kind,
        eid: EId,
        gap: Gap,
        line: int | None,
        *,
        own_text_only: bool = False,
        home: EId | None = None,
    ) -> bool:
        """Record a change by one of the laws in between; without any it is a finding and an unknown law's.
        False where a note that cannot be read may tell of it."""
        causes = gap.amending
        if not causes and gap.unread:
            return False
        moved = self.words.elsewhere(kind, eid)
        if not causes:
            self._unexplained(eid, kind, line)
            causes = (self._unknown_law(),)
        self.effects.append(
            Effect(
                kind=kind,
                target=eid,
                causes=causes,
                certainty=Certainty.COMPARED if len(causes) == 1 else Certainty.ONE_OF,
                source=f"{self.source}; {moved}" if moved else self.source,
                own_text_only=own_text_only,
                from_facts=True,
                home=home,
            )
        )
        return True

    def _unknown_law(self) -> Cause:
        """The law that no note names: it began to apply after the older edition's day, and by the newer's."""
        first = self.older.horizon + dt.timedelta(1)
        return Cause(UNKNOWN_LAW, None, Commencement(first, self.newer.horizon, Basis.UNKNOWN), NO_CLAUSE)

    def _unexplained(self, eid: EId, kind: Kind, line: int | None) -> None:
        what = _WHAT.get(kind, "has other words than")
        self.findings.append(
            Finding(
                "unexplained-change",
                eid,
                line,
                f"{cite(eid)} {what} in the edition of {self.older.horizon} "
                f"({self.older.edition.path}), and no note says by which law",
                Severity.WARNING,
                self.newer.edition.path,
            )
        )


_WHAT = {Kind.INSERT: "is not there", Kind.REPEAL: "is gone, which was there"}
