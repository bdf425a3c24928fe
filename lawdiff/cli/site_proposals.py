"""The proposals about a law for the site: what their documents say, as plain data, and the documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lawdiff.cli.findings import about
from lawdiff.cli.propose.drafts import opened_about
from lawdiff.site.proposal import (
    Passage,
    PassageTable,
    RestsOn,
    ShownDocument,
    ShownProposal,
    Words,
)
from lawdiff.sources.act_source import ActSource
from lawdiff.sources.evidence import gather

if TYPE_CHECKING:
    from lawdiff.drafting.documents.document import Block, Document, Paragraph
    from lawdiff.drafting.proposal import Proposal
    from lawdiff.law.eid import EId
    from lawdiff.law.evidence import Evidence
    from lawdiff.law.finding import Finding
    from lawdiff.law.timeline import ActTimelines
    from lawdiff.sources.proposal_file import ProposalFile


def proposals_of(
    timelines: ActTimelines, source: ActSource, folders: Sequence[Path]
) -> tuple[ShownProposal, ...]:
    """The proposals in the folders about that act in its language; one that cannot be read is left out, and
    that is said."""
    from lawdiff.drafting.checks.check import check_proposal

    def evidence(file: ProposalFile) -> Evidence:
        return gather(source, timelines.scope, file.language)

    opened = tuple(
        each
        for each in opened_about(timelines.act.id, folders, evidence)
        if each.file.language == timelines.language
    )
    return tuple(_shown(each, check_proposal(each, source.terms, _without(each, opened))) for each in opened)


def _without(proposal: Proposal, every: Sequence[Proposal]) -> tuple[Proposal, ...]:
    return tuple(other for other in every if other is not proposal)


def _shown(proposal: Proposal, findings: Sequence[Finding]) -> ShownProposal:
    from lawdiff.drafting.checks.changed_texts import changed_texts
    from lawdiff.drafting.documents.documents import as_files, documents
    from lawdiff.drafting.documents.explanatory_note import what_it_introduces
    from lawdiff.drafting.documents.phrases import clause_in_words
    from lawdiff.drafting.ledger import ledger_of

    file, changed = proposal.file, tuple(changed_texts(proposal))
    rests_on, unproved = _rests_on(proposal, changed)
    made = documents(proposal, ledger_of(proposal))
    return ShownProposal(
        slug=file.slug,
        title=file.title,
        proposer=file.proposer,
        base=file.base,
        language=file.language,
        summary=what_it_introduces(proposal),
        commencement=clause_in_words(file.commencement),
        findings=tuple(replace(each, message=f"{about(each)}{each.message}", file="") for each in findings),
        touched=_touched(proposal),
        rests_on=rests_on,
        unproved=unproved,
        documents=tuple(_document(name, document) for name, document in made.items()),
        files=as_files(made),
    )


def _touched(proposal: Proposal) -> tuple[EId, ...]:
    """The articles and titles in which something changes, in the order of the comparative table."""
    from lawdiff.drafting.documents.compared_lines import compared_lines
    from lawdiff.drafting.places_in_words import top_of

    lines = compared_lines(proposal.before, proposal.after, proposal.changes)
    sides = [side for line in lines if line.is_changed for side in (line.old, line.new) if side]
    return tuple(dict.fromkeys(top_of(side.eid) for side in sides))


def _rests_on(proposal: Proposal, changed: Sequence[EId]) -> tuple[tuple[RestsOn, ...], tuple[EId, ...]]:
    """The laws behind the wordings that are changed and not proved for the base day, and these texts."""
    from lawdiff.drafting.certainty import Certainty

    certainty = Certainty(proposal.base)
    found: dict[str, list[EId]] = {}
    unproved = tuple(eid for eid in changed if certainty.unproved(eid))
    for eid in unproved:
        wording = certainty.unproved(eid)
        for reason in wording.because if wording else ():
            found.setdefault(reason.law, []).append(eid)
    return tuple(RestsOn(law, tuple(dict.fromkeys(eids))) for law, eids in found.items()), unproved


def _document(name: str, document: Document) -> ShownDocument:
    """The document without the lines on its top that say what it is: the page has a heading for it."""
    from lawdiff.drafting.documents.document import Style, Table

    tops = (Style.TITLE, Style.SUBTITLE, Style.MARK)
    shown = (each for each in document.blocks if isinstance(each, Table) or each.style not in tops)
    return ShownDocument(name, tuple(map(_block, shown)))


def _block(block: Block) -> Passage | PassageTable:
    from lawdiff.drafting.documents.document import Paragraph

    if isinstance(block, Paragraph):
        return _passage(block)
    rows = tuple(tuple(tuple(map(_passage, cell)) for cell in row) for row in block.rows)
    return PassageTable(block.columns, rows)


def _passage(block: Paragraph) -> Passage:
    kind = block.style.name.lower().replace("_", "-")
    words = tuple(Words(run.text, run.op, run.bold, run.italic) for run in block.runs)
    return Passage(kind, words, block.label, block.level)
