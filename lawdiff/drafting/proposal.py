"""A proposal opened on its act: the text of the base day, the amendments, and the text they make."""

from __future__ import annotations

from dataclasses import dataclass

from lawdiff.history.applied import applied
from lawdiff.history.asof import act_on
from lawdiff.history.does_not_apply import DoesNotApply
from lawdiff.history.engine import fold
from lawdiff.history.proposed import Proposed, with_proposal
from lawdiff.law.act import Act
from lawdiff.law.act_text import TextNode, act_text
from lawdiff.law.amendment import Amendment, Change
from lawdiff.law.answer import Answer
from lawdiff.law.errors import SourceError
from lawdiff.law.evidence import Evidence
from lawdiff.law.known_act import ActKind, KnownAct
from lawdiff.law.timeline import ActTimelines, EvidenceScope
from lawdiff.sources.citations.meaning import meant
from lawdiff.sources.instructions.reader import read_amendments
from lawdiff.sources.proposal_file import ProposalFile


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal and everything that its documents and checks need.

    `timelines` are the act's own, without the proposal; `base` is the act on the base day with states and
    reasons, `before` the same as plain words, `after` the words that the amendments make of it.
    """

    file: ProposalFile
    evidence: Evidence
    timelines: ActTimelines
    base: Answer
    before: TextNode
    amendments: tuple[Amendment, ...]
    after: TextNode

    @property
    def act(self) -> Act:
        return self.evidence.act

    @property
    def changes(self) -> tuple[Change, ...]:
        return tuple(amendment.change for amendment in self.amendments)

    @property
    def with_it(self) -> Evidence:
        """The evidence as it would be with the proposal in force from its base day on."""
        file = self.file
        proposed = Proposed(file.slug, file.base, file.commencement, self.before, self.changes)
        return with_proposal(self.evidence, proposed)


def open_proposal(file: ProposalFile, evidence: Evidence) -> Proposal:
    """The proposal on its act. SourceError, with file and line, where it is about another act, is unreadable,
    or does not fit the text of its base day."""
    if file.act != evidence.act.id:
        raise SourceError(f"{file.path}: it is about {file.act}, not about {evidence.act.id}")
    _must_be_about(file, evidence.act)
    timelines = fold(evidence, EvidenceScope.ALL)
    base = act_on(timelines, file.base)
    before = act_text(base.node)
    amendments = read_amendments(file.entries, before, file.path)
    if not amendments:
        raise SourceError(f"{file.path}: it orders nothing; write amendments below “## Amendments”")
    after = _applied(file, before, amendments)
    if after == before:
        raise SourceError(f"{file.path}: its amendments change nothing; the text stays as it is")
    return Proposal(file, evidence, timelines, base, before, amendments, after)


def _must_be_about(file: ProposalFile, act: Act) -> None:
    """SourceError where a bill that was put in whole says that it amends another act."""
    if file.opening is None:
        return
    own = KnownAct(ActKind.LAW, act.number, act.adopted, act.title, act.id, held=act.id)
    if meant(file.opening.act, (own,)).act is None:
        raise SourceError(
            f"{file.path}:{file.opening.line}: the bill amends “{file.opening.act}”, not "
            f"No. {act.number} “{act.title}”; put it into a proposal about that act"
        )


def _applied(file: ProposalFile, before: TextNode, amendments: tuple[Amendment, ...]) -> TextNode:
    try:
        return applied(before, [amendment.change for amendment in amendments])
    except DoesNotApply as problem:
        lines = [each.line for each in amendments if each.change is problem.change]
        raise SourceError(f"{file.path}:{lines[0] if lines else 1}: {problem}") from None
