"""The pages of what is only proposed: the list with the recommendations, and each proposal with its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lawdiff.site.addresses import proposal_file, proposal_page
from lawdiff.site.page import Page
from lawdiff.site.proposal import ShownProposal
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.version import version_on

DOCUMENTS = {
    "comparative-table": "Comparative table",
    "bill": "Amending text",
    "redline": "Redline",
    "ledger": "Ledger",
    "explanatory-note": "Explanatory note",
}
FORMS = {".docx": "Word", ".html": "Web page", ".md": "Markdown"}


def proposal_pages(law: SiteLaw) -> Iterator[Page]:
    """One page for each proposal."""
    for proposal in law.proposals:
        yield _proposal_page(law, proposal)


def _proposal_page(law: SiteLaw, proposal: ShownProposal) -> Page:
    path = proposal_page(law, proposal.slug)
    return Page(
        path=path,
        template="proposal.html",
        title=f"Proposal: {proposal.title}",
        law=law,
        values=lambda: _values(law, proposal),
        canonical=path,
        section="proposals",
    )


def _values(law: SiteLaw, proposal: ShownProposal) -> Mapping[str, Any]:
    shown = {document.name: document for document in proposal.documents}
    return {
        "proposal": proposal,
        "documents": [(shown[name], title) for name, title in DOCUMENTS.items() if name in shown],
        "downloads": [(title, _forms(law, proposal, name)) for name, title in DOCUMENTS.items()],
        "forms": list(FORMS.values()),
        "base_version": version_on(law.versions, proposal.base),
    }


def _forms(law: SiteLaw, proposal: ShownProposal, name: str) -> list[tuple[str, str, int]]:
    """For each form of a document its word, its file, and its size in kilobytes, rounded up."""
    return [
        (
            form,
            proposal_file(law, proposal.slug, f"{name}{suffix}"),
            -(-len(proposal.files[f"{name}{suffix}"]) // 1000),
        )
        for suffix, form in FORMS.items()
    ]


def proposal_list_values(law: SiteLaw) -> Mapping[str, Any]:
    """What the list of proposals shows: the proposals, and what others ask for, this law's own part first."""
    asked = sorted(law.recommendations, key=lambda each: each.held != law.act.id)
    return {
        "asked": asked,
        "drafted": {proposal.slug: proposal_page(law, proposal.slug) for proposal in law.proposals},
    }


def proposal_files(law: SiteLaw) -> Iterator[tuple[str, bytes]]:
    """The documents of each proposal, beside its page."""
    for proposal in law.proposals:
        for name, content in proposal.files.items():
            yield proposal_file(law, proposal.slug, name), content
