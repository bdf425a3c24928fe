"""One law as the site shows it: its timelines, its sources, and what was worked out from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lawdiff.history.amendment import Amendment, amendments
from lawdiff.history.asof import ActDays
from lawdiff.history.check import check
from lawdiff.history.log import ActLogs
from lawdiff.history.references import ReferencesOn, references_on
from lawdiff.history.text_changes import TextChanges
from lawdiff.law.act import Act
from lawdiff.law.act_words import act_name
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.answer import Answer, Node
from lawdiff.law.edition import Edition
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding
from lawdiff.law.known_act import KnownAct
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.shown import own_states, shown_children
from lawdiff.law.timeline import ActTimelines, Place
from lawdiff.law.wording import Reason, State
from lawdiff.site.drawing import Drawing
from lawdiff.site.laws_from import LawsFrom, laws_by_day
from lawdiff.site.proposal import ShownProposal
from lawdiff.site.search_index import IndexPart, index_of
from lawdiff.site.version import Version, version_on, versions_of
from lawdiff.sources.act_register import known_acts
from lawdiff.sources.act_source import ActSource
from lawdiff.sources.corpus import read_act
from lawdiff.sources.edition_file import EditionFile
from lawdiff.sources.edition_text import read_edition_file
from lawdiff.sources.evidence import edition_file
from lawdiff.sources.recommendations import Recommendation, read_recommendations
from lawdiff.sources.source_pages import SourcePages, source_pages
from lawdiff.store.law_commits import LawCommit, law_commits

_UNITS = ("preamble", "art", "annex")


@dataclass(frozen=True)
class SiteLaw:
    """Everything that the pages of one law are made of. `notes` are the words of each note of the edition, by
    the line it starts on; `drawing` comes from the graph, `proposals` from drafting. `recommendations` are
    those for law-making that ask for a change of this act, or of none that the corpus holds. `printed` is the
    edition itself, `acts` those that its words may refer to. `with_akn`: each version as Akoma Ntoso too.
    `languages` are all those in which the site has the law.
    `commits` are those of the history that changed the law, the oldest first; none where none was named."""

    timelines: ActTimelines
    source: ActSource
    edition: EditionFile
    notes: Mapping[int, str]
    references: ReferencesOn
    findings: tuple[Finding, ...]
    drawing: Drawing
    proposals: tuple[ShownProposal, ...]
    recommendations: tuple[Recommendation, ...]
    printed: Edition
    acts: tuple[KnownAct, ...]
    with_akn: bool
    commits: tuple[LawCommit, ...]
    languages: tuple[str, ...]

    @property
    def act(self) -> Act:
        return self.timelines.act

    @property
    def name(self) -> str:
        """The law as it is cited: Law of 8 August 2002 No. 345 “On the Rights of the Child”."""
        return act_name(self.act, self.timelines.language)

    @property
    def numbered(self) -> str:
        """The same without its title, which stands beside it."""
        return act_name(self.act._replace(title=""), self.timelines.language)

    @cached_property
    def _lines(self) -> Mapping[EId, int]:
        """The line of the edition on which each provision stands."""
        return {node.eid: node.line for node in self.printed.walk()}

    @cached_property
    def _pages(self) -> SourcePages:
        return source_pages(self.source.folder)

    def source_address(self, eid: str) -> str:
        """The publisher's page at a provision, at its start for the whole law ("")."""
        return self._pages.address(self.edition.path.name, self._lines.get(EId(eid), 0) if eid else 0)

    @property
    def register(self) -> Mapping[str, AmendingLaw]:
        return self.source.laws

    @property
    def folder(self) -> str:
        """Where its pages are: kz/2002/345/en."""
        return f"{self.act.id}/{self.timelines.language}"

    @property
    def other_languages(self) -> tuple[str, ...]:
        """The other languages in which the site has the law."""
        return tuple(each for each in self.languages if each != self.timelines.language)

    def on(self, day: dt.date, asked: tuple[EId, ...] = ()) -> Answer:
        """The law, or an article of it, on a day: worked out once for its page and the files beside it."""
        key = (day, asked)
        if key not in self._answers:
            self._answers[key] = self._days.on(day, asked)
        return self._answers[key]

    @cached_property
    def _days(self) -> ActDays:
        return ActDays(self.timelines)

    @cached_property
    def _answers(self) -> dict[tuple[dt.date, tuple[EId, ...]], Answer]:
        return {}

    def reasons(self, node: Node) -> tuple[Reason, ...]:
        """Every reason given anywhere in a provision, each once."""
        return self._days.reasons(node)

    def states(self, node: Node) -> frozenset[State]:
        """Every state that a provision shows in words."""
        if id(node) not in self._states:
            inside = map(self.states, shown_children(node))
            self._states[id(node)] = own_states(node).union(*inside)
        return self._states[id(node)]

    @cached_property
    def _states(self) -> dict[int, frozenset[State]]:
        """By the id of a node: all nodes of `on` live as long as the law."""
        return {}

    def commit_on(self, day: dt.date) -> LawCommit | None:
        """The commit that holds the law of that day, with every law that may be in force on it."""
        return next((commit for commit in reversed(self.commits) if commit.first <= day), None)

    def open_on(self, day: dt.date) -> tuple[str, ...]:
        """The laws that the commit of that day holds and that may have come into force later."""
        commits = (commit for commit in self.commits if commit.first <= day < commit.last)
        return tuple(dict.fromkeys(law for commit in commits for law in commit.laws))

    @cached_property
    def units(self) -> tuple[Place, ...]:
        """The preamble, the articles and annexes: what has pages of its own."""
        return tuple(units_of(self.timelines.places))

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """The versions of the whole law."""
        return versions_of(self.timelines)

    @cached_property
    def unit_versions(self) -> Mapping[EId, tuple[Version, ...]]:
        """The versions of each unit."""
        return {unit.eid: versions_of(self.timelines, (unit.eid,)) for unit in self.units}

    @cached_property
    def _by_day(self) -> Mapping[dt.date, LawsFrom]:
        return laws_by_day(self.timelines)

    def laws_from(self, day: dt.date) -> LawsFrom:
        """The laws that begin to apply on a day, or may."""
        return self._by_day.get(day, LawsFrom())

    @cached_property
    def current(self) -> Version:
        """The version of the last day that the sources prove."""
        return version_on(self.versions, self.timelines.horizon) or self.versions[0]

    @cached_property
    def changes(self) -> TextChanges:
        """What is different between days, for all pages that ask."""
        return TextChanges(self.timelines)

    @cached_property
    def logs(self) -> ActLogs:
        """The laws behind each provision, for all pages that ask."""
        return ActLogs(self.timelines)

    @cached_property
    def amendments(self) -> tuple[Amendment, ...]:
        """What each law did that a source names, in the order of the history."""
        return tuple(each for each in amendments(self.timelines) if each.law != UNKNOWN_LAW)

    @cached_property
    def announced(self) -> frozenset[str]:
        """The laws of which a source only says that they will change this one."""
        return frozenset(each.law for each in self.amendments if each.announced)

    def proposals_for(self, unit: EId) -> tuple[ShownProposal, ...]:
        """The proposals that would change a unit."""
        return tuple(proposal for proposal in self.proposals if unit in proposal.touched)

    @cached_property
    def index(self) -> tuple[IndexPart, ...]:
        """What the search reads of it."""
        return tuple(index_of(self.timelines, self.versions, self.unit_versions))

    def is_proved(self, version: Version) -> bool:
        """Whether the version begins on a day that the sources prove anything about (R10)."""
        return version.first <= self.timelines.horizon


def units_of(places: tuple[Place, ...]) -> Iterator[Place]:
    """The preamble, articles and annexes in their order: what has pages of its own."""
    for place in places:
        if place.eid.kind in _UNITS:
            yield place
        else:
            yield from units_of(place.children)


def read_site_law(
    corpus: Path,
    timelines: ActTimelines,
    drawing: Drawing,
    proposals: tuple[ShownProposal, ...] = (),
    *,
    languages: tuple[str, ...] = (),
    with_akn: bool = True,
    history: Path | None = None,
) -> SiteLaw:
    """The law of those timelines with what its corpus folder tells beside them."""
    source = read_act(corpus, timelines.act.id)
    file = edition_file(source, timelines.language)
    edition = read_edition_file(file.path, timelines.act.id, file.language)
    acts = tuple(known_acts(corpus))
    return SiteLaw(
        timelines=timelines,
        source=source,
        edition=file,
        notes={note.line: " ".join(note.sentence.split()) for note in edition.all_notes()},
        references=references_on(timelines, timelines.horizon, acts),
        findings=check(source, timelines.language),
        drawing=drawing,
        proposals=proposals,
        recommendations=tuple(
            each for each in read_recommendations(corpus) if each.held in ("", timelines.act.id)
        ),
        printed=edition,
        acts=acts,
        with_akn=with_akn,
        commits=law_commits(history, timelines.act.id, timelines.language) if history else (),
        languages=languages,
    )
