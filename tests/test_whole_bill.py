"""The bill that a proposal is built into can be put back as its amending text, whole."""

from __future__ import annotations

import re

import pytest
from conftest import law_evidence
from example_proposal import proposal, written
from test_bad_proposals import HEAD

from lawdiff.drafting.proposal import open_proposal
from lawdiff.law.errors import SourceError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.proposal_file import read_proposal

OPENING = (
    "Article 1. To introduce into the Law of the Republic of Kazakhstan of 8 August 2002 No. 345 “On the "
    "Rights of the Child” the following amendments and additions:\n\n1) Article 22 shall be excluded.\n\n"
)


def test_a_whole_bill_reads_back() -> None:
    bill = written()["bill.md"].decode()
    title = proposal().file.title.replace('"', '\\"')
    text = HEAD.replace("A proposal", title) + bill + "\n## Explanatory note\n\nNothing.\n"
    again = open_proposal(read_proposal(text, "again", "again.md"), law_evidence(EvidenceScope.ALL))
    assert again.after == proposal().after
    ordered = {amendment.change for amendment in proposal().amendments}
    assert {amendment.change for amendment in again.amendments} == ordered


def test_the_clause_of_the_bill_holds() -> None:
    text = HEAD + OPENING + "Article 2. This Law shall be enforced from 1 January 2015.\n"
    assert str(read_proposal(text, "idea", "idea.md").commencement) == "from:2015-01-01"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            OPENING.replace("8 August 2002 No. 345", "23 November 2015 No. 414-V").replace(
                "On the Rights of the Child", "Labour Code"
            ),
            "idea.md:9: the bill amends “Law of the Republic of Kazakhstan of 23 November 2015 No. 414-V "
            "“Labour Code””, not No. 345 “On the Rights of the Child”; put it into a proposal about that act",
        ),
        (
            OPENING + "Article 2. This Law shall be enforced some day.",
            "idea.md:13: “Article 2. This Law shall be enforced some day” is no sentence that lawdiff reads",
        ),
    ],
)
def test_a_bill_that_is_refused(text: str, error: str) -> None:
    with pytest.raises(SourceError, match=re.escape(error)):
        open_proposal(read_proposal(HEAD + text, "idea", "idea.md"), law_evidence(EvidenceScope.ALL))


def test_two_clauses() -> None:
    text = HEAD.replace("base =", 'commencement = "on_publication"\nbase =') + OPENING
    text += "Article 2. This Law shall be enforced from 1 January 2015.\n"
    with pytest.raises(SourceError) as refused:
        read_proposal(text, "idea", "idea.md")
    assert str(refused.value) == (
        "idea.md:14: the bill is enforced from:2015-01-01, by the front matter on_publication; "
        "make them equal"
    )
