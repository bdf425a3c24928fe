"""`lawdiff propose check`: what to know before anyone signs."""

from __future__ import annotations

import click

from lawdiff.cli.findings import finding_lines
from lawdiff.cli.options import json_option
from lawdiff.cli.page import print_json, print_lines
from lawdiff.cli.propose.drafts import Drafts, drafts_options
from lawdiff.law.finding import Severity


@click.command("check")
@click.argument("name", metavar="SLUG")
@json_option
@drafts_options
@click.pass_context
def command(
    ctx: click.Context,
    name: str,
    as_json: bool,
    drafts: Drafts,
) -> None:
    """What is wrong or doubtful in the proposal SLUG: each finding with its line, its place and advice.

    Exit code 1 if any finding is an error. A proposal that cannot be read, or does not fit the law of its
    base day, is refused with the line. Where two proposals have branches, git tries to
    merge them.

    \b
    lawdiff propose check disability-terms
    """
    from lawdiff.drafting.checks.check import check_proposal
    from lawdiff.drafting.checks.merging import unmergeable

    proposal = drafts.open(name)
    terms = drafts.source(proposal.act.id).terms
    others = tuple(drafts.others(proposal))
    found = check_proposal(proposal, terms, others)
    found += tuple(unmergeable(proposal, others, drafts.archive.repository))
    if as_json:
        from lawdiff.law.json_form import finding_json

        print_json({"findings": [finding_json(finding) for finding in found]})
    elif found:
        print_lines(finding_lines(found))
    else:
        click.echo(
            "Nothing found: every place is there, its wording is proved, and nothing stands in the way."
        )
    ctx.exit(1 if any(finding.severity is Severity.ERROR for finding in found) else 0)
