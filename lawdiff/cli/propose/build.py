"""`lawdiff propose build`: the documents that a bill needs, and the branch of the proposal in git."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawdiff.cli.options import json_option, make_history
from lawdiff.cli.page import print_json
from lawdiff.cli.propose.drafts import Drafts, drafts_options
from lawdiff.law.phrases import count

if TYPE_CHECKING:
    from lawdiff.drafting.proposal import Proposal
    from lawdiff.store.proposal_branch import Branch


@click.command("build")
@click.argument("name", metavar="SLUG")
@click.argument("out", metavar="[OUT]", required=False, type=click.Path(path_type=Path))
@click.option("--no-branch", is_flag=True, help="Write the documents alone.")
@json_option
@drafts_options
def command(
    name: str,
    out: Path | None,
    no_branch: bool,
    as_json: bool,
    drafts: Drafts,
) -> None:
    """Write the documents of the proposal SLUG into the folder OUT: the bill, the comparative table, the
    redline with tracked changes, the ledger and the explanatory note, each as Markdown, HTML and DOCX.

    The history repository gets the branch proposal/SLUG, with the amendments applied and the documents.
    Without OUT the documents go into a folder of the proposal's name, beside your proposals.

    \b
    lawdiff propose build disability-terms bill
    lawdiff propose build disability-terms --repo history
    """
    from lawdiff.drafting.documents.documents import documents_of
    from lawdiff.drafting.documents.folder import write_documents
    from lawdiff.drafting.ledger import ledger_of

    proposal = drafts.open(name)
    documents = documents_of(proposal, ledger_of(proposal))
    folder = out or drafts.own / proposal.file.slug
    write_documents(folder, documents)
    branch = None if no_branch else write_proposal_branch(drafts, proposal)
    if as_json:
        told = {"branch": branch.name, "commit": branch.commit, "base": branch.base} if branch else None
        print_json(
            {"proposal": proposal.file.slug, "folder": str(folder), "files": sorted(documents), "git": told}
        )
        return
    click.echo(f"{folder}: {count(len(documents), 'document')} of the proposal {proposal.file.slug}")
    if branch:
        repository = drafts.shown_repository
        click.echo(f"{branch.name}: {branch.commit[:7]} on {branch.base[:7]}")
        click.echo(f"Look at it with `git -C {repository} show {branch.name}`.")


def write_proposal_branch(drafts: Drafts, proposal: Proposal) -> Branch:
    """The branch of a proposal in the history repository, which is made first where it is missing."""
    from lawdiff.drafting.branch import branch_of
    from lawdiff.drafting.documents.documents import documents_of
    from lawdiff.drafting.ledger import ledger_of

    make_history(drafts.archive)
    documents = documents_of(proposal, ledger_of(proposal))
    return branch_of(proposal, documents, drafts.archive.repository)
