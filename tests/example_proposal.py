"""A proposal with every kind of change about the real law, opened, and its documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from conftest import law_evidence

from lawdiff.drafting.documents.documents import documents_of
from lawdiff.drafting.ledger import Fate, Occurrence
from lawdiff.drafting.proposal import Proposal, open_proposal
from lawdiff.law.eid import EId
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.proposal_file import read_proposal_file

FIXTURE = Path(__file__).parent / "fixtures/proposals/every-change.md"


@cache
def proposal() -> Proposal:
    return open_proposal(read_proposal_file(FIXTURE), law_evidence(EvidenceScope.ALL))


@cache
def written() -> dict[str, bytes]:
    return dict(documents_of(proposal(), LEDGER))


LEDGER = (
    Occurrence(
        EId("art_31__heading"),
        (10, 24),
        "disabled child",
        "child with disabilities",
        Fate.CHANGED,
        "the title of an article",
        "Rights of ",
        " to full life",
    ),
    Occurrence(
        EId("art_15__para_3"),
        (0, 26),
        "children with disabilities",
        "",
        Fate.ALREADY,
        "already in the new form",
        "for ",
        " in schools",
    ),
)
