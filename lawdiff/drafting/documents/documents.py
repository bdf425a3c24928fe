"""All documents of a proposal, as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lawdiff.drafting.documents.as_docx import as_docx
from lawdiff.drafting.documents.as_html import as_html
from lawdiff.drafting.documents.as_markdown import as_markdown
from lawdiff.drafting.documents.bill import bill
from lawdiff.drafting.documents.comparative_table import comparative_table
from lawdiff.drafting.documents.document import Document
from lawdiff.drafting.documents.explanatory_note import explanatory_note
from lawdiff.drafting.documents.ledger_document import ledger_document
from lawdiff.drafting.documents.redline import redline_document
from lawdiff.drafting.ledger import Occurrence
from lawdiff.drafting.proposal import Proposal

NAMES = ("bill", "comparative-table", "redline", "ledger", "explanatory-note")
FORMS: Mapping[str, Callable[[Document], bytes]] = {".md": as_markdown, ".html": as_html, ".docx": as_docx}


def documents_of(proposal: Proposal, occurrences: Sequence[Occurrence]) -> Mapping[str, bytes]:
    """The five documents in three forms, by file name: `bill.md`, `bill.html`, `bill.docx`, ..."""
    return as_files(documents(proposal, occurrences))


def documents(proposal: Proposal, occurrences: Sequence[Occurrence]) -> Mapping[str, Document]:
    """The five documents by their names.

    `occurrences` are the ledger of a sweep, empty where the proposal sweeps no term.
    """
    made = (
        bill(proposal),
        comparative_table(proposal),
        redline_document(proposal),
        ledger_document(proposal, occurrences),
        explanatory_note(proposal),
    )
    return dict(zip(NAMES, made, strict=True))


def as_files(given: Mapping[str, Document]) -> Mapping[str, bytes]:
    """The documents in each form, by file name."""
    return {
        f"{name}{suffix}": write(document)
        for name, document in given.items()
        for suffix, write in FORMS.items()
    }
