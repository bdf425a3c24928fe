"""The same as the commands, in code: open a law, ask what it said on a day, what changed and by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lawdiff.history.asof import act_on, known_eids
from lawdiff.history.blame import BlameLine, blame
from lawdiff.history.change import Change
from lawdiff.history.changes import compare
from lawdiff.history.check import check
from lawdiff.history.engine import fold
from lawdiff.history.log import Log, log_of
from lawdiff.history.references import ReferencesOn, references_on
from lawdiff.law.act import Act
from lawdiff.law.address import resolve_address
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.answer import Answer
from lawdiff.law.effect import Effect
from lawdiff.law.eid import EId
from lawdiff.law.errors import UsageError
from lawdiff.law.evidence import Evidence
from lawdiff.law.finding import Finding
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope, Timeline
from lawdiff.sources.act_register import known_acts
from lawdiff.sources.act_source import ActSource
from lawdiff.sources.corpus import act_ids, corpus_root, read_act
from lawdiff.sources.evidence import gather
from lawdiff.store.archive import Archive

if TYPE_CHECKING:
    from git import Repo

    from lawdiff.graph.amendment_graph import AmendmentGraph

Day = dt.date | str


@dataclass(frozen=True, slots=True)
class Law:
    """A law of the corpus, opened: its evidence gathered and its timelines folded.

    Days are `datetime.date` or ISO 8601 text, addresses what people write ("art 7 para 1") or eIds.
    UsageError for a day that is not one and an address that names nothing.
    """

    source: ActSource
    evidence: Evidence
    timelines: ActTimelines

    @property
    def act(self) -> Act:
        """The law as a work: number, adoption, commencement."""
        return self.timelines.act

    @property
    def horizon(self) -> dt.date:
        """The last day that the edition proves anything about (R10)."""
        return self.timelines.horizon

    @property
    def laws(self) -> dict[str, AmendingLaw]:
        """The register of the laws that amend this one, by number."""
        return dict(self.source.laws)

    @property
    def effects(self) -> tuple[Effect, ...]:
        """Every effect that the sources tell of."""
        return tuple(self.timelines.effects)

    def provisions(self) -> tuple[EId, ...]:
        """Every provision and heading, of whatever day, in the order of the text."""
        return known_eids(self.timelines)

    def find(self, address: str = "") -> tuple[EId, ...]:
        """The eIds that an address means; none for an empty one, which is the whole act."""
        return resolve_address(address, self.provisions()) if address else ()

    def asof(self, day: Day, address: str = "") -> Answer:
        """What the law said on a day, with states, reasons and cautions."""
        return act_on(self.timelines, _day(day), self.find(address))

    def timeline(self, address: str) -> Timeline:
        """The wordings of one provision's own text, or of one heading, through all days."""
        (eid,) = self.find(address) or (EId("title"),)
        if eid not in self.timelines.texts:
            raise UsageError(f"{eid} has no text of its own; ask for what is inside it")
        return self.timelines.texts[eid]

    def changes(self, first: Day, second: Day, address: str = "") -> tuple[Change, ...]:
        """What is different between two days, text by text."""
        return compare(self.timelines, _day(first), _day(second), self.find(address)).changes

    def log(self, address: str = "") -> Log:
        """The laws that touched a provision or anything inside it, newest first."""
        return log_of(self.timelines, self.find(address))

    def blame(self, day: Day, address: str = "") -> tuple[BlameLine, ...]:
        """For each line the law and the day from which its wording is known."""
        return blame(self.timelines, _day(day), self.find(address))

    def references(self, day: Day | None = None) -> ReferencesOn:
        """What each provision refers to on a day, the last one proved where none is named, and which texts
        could not be searched."""
        known = known_acts(self.source.folder.parents[self.act.id.count("/")])
        return references_on(self.timelines, self.horizon if day is None else _day(day), known)

    def graph(self, references: ReferencesOn | None = None) -> AmendmentGraph:
        """Who touched what, with references between provisions where they are given; `lawdiff.graph.network`
        makes a networkx graph of it."""
        from lawdiff.graph.build import graph_of

        return graph_of(self.timelines, self.laws, references=references)

    def check(self) -> tuple[Finding, ...]:
        """What is wrong or doubtful in its sources."""
        return check(self.source)


def laws(corpus: Path | None = None) -> tuple[str, ...]:
    """The ids of the laws in a corpus; the one that came with lawdiff when none is named."""
    return act_ids(corpus or corpus_root())


def open_law(
    act: str = "kz/2002/345",
    *,
    evidence: str = EvidenceScope.ALL.value,
    clock: str = Clock.ENFORCED.value,
    language: str | None = None,
    corpus: Path | None = None,
) -> Law:
    """Open a law of a corpus. `evidence` is `edition` or `all`, `clock` `enforced` or `adopted`.

    Nothing is kept: this reads the corpus and folds the evidence. UsageError for a law it does not hold.
    """
    source = read_act(corpus or corpus_root(), act)
    scope = EvidenceScope(evidence)
    gathered = gather(source, scope, language)
    return Law(source, gathered, fold(gathered, scope, Clock(clock)))


def open_history(directory: Path, corpus: Path | None = None) -> Repo:
    """The history of a corpus as a GitPython `Repo`, written there first where it is missing or old.

    >>> open_history(Path("history")).commit("354-IV").summary  # doctest: +SKIP
    'Law No. 354-IV of 23 November 2010'
    """
    from git import Repo  # 0.1 s to import, and nothing else here needs it

    archive = Archive((corpus or corpus_root()).resolve(), directory.absolute())
    if not archive.is_current():
        archive.refresh()
    return Repo(archive.repository)


def _day(day: Day) -> dt.date:
    if isinstance(day, dt.date):
        return day
    try:
        return dt.date.fromisoformat(day)
    except ValueError as error:
        raise UsageError(f"{day!r} is not a day; write it as 2012-01-01") from error


__all__: Sequence[str] = ("Law", "laws", "open_history", "open_law")
