"""All checks of a proposal, in the order of its lines."""

from __future__ import annotations

from collections.abc import Sequence

from lawdiff.drafting.checks.announced import announced
from lawdiff.drafting.checks.base_wording import base_wording, changed_since, new_edition
from lawdiff.drafting.checks.broken_references import broken_references
from lawdiff.drafting.checks.numbers import reused_numbers
from lawdiff.drafting.checks.others import met_by_others
from lawdiff.drafting.checks.terms import lost_definitions, two_forms, unused_definitions
from lawdiff.drafting.proposal import Proposal
from lawdiff.law.finding import Finding
from lawdiff.sources.glossary import Term


def check_proposal(
    proposal: Proposal, terms: Sequence[Term] = (), others: Sequence[Proposal] = ()
) -> tuple[Finding, ...]:
    """What is wrong or doubtful in a proposal that can be applied: each finding with its place and advice.

    `terms` are the glossary of the act, `others` the proposals that it may meet.
    """
    found = (
        *base_wording(proposal),
        *changed_since(proposal),
        *announced(proposal),
        *broken_references(proposal),
        *two_forms(proposal, terms),
        *unused_definitions(proposal),
        *lost_definitions(proposal),
        *reused_numbers(proposal),
        *new_edition(proposal),
        *met_by_others(proposal, others),
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.order))
