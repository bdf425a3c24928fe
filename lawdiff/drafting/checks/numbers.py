"""Numbers that a bill gives to other words: a number is a provision's name for life (R1)."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.drafting.checks.changed_texts import finding
from lawdiff.drafting.proposal import Proposal
from lawdiff.law.act_text import find_node
from lawdiff.law.address import cite
from lawdiff.law.amendment import Move
from lawdiff.law.finding import Finding


def reused_numbers(proposal: Proposal) -> Iterator[Finding]:
    """A finding for each number that words move to though another provision had it.

    Law of 06.04.2016 No. 480-V, art. 26(7) and 27(6): numbers stay, and what is new gets a hyphen. Old
    references to such a number would mean other words.
    """
    for amendment in proposal.amendments:
        change = amendment.change
        if isinstance(change, Move) and find_node(proposal.before, change.to):
            yield finding(
                proposal,
                "number-reused",
                change.to,
                f"the words of {cite(change.target)} move to {cite(change.to)}, the number of another "
                "provision; a "
                "number stays with its provision (Law No. 480-V, art. 26(7)): exclude, and let the "
                "others keep theirs",
                line=amendment.line,
            )
