"""All documents of a proposal, as files."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

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
from lawdiff.law.errors import UsageError

NAMES = ("bill", "comparative-table", "redline", "ledger", "explanatory-note")
FORMS: Mapping[str, Callable[[Document], bytes]] = {".md": as_markdown, ".html": as_html, ".docx": as_docx}
_PARTIAL = ".partial"


def documents_of(proposal: Proposal, occurrences: Sequence[Occurrence]) -> Mapping[str, bytes]:
    """The five documents in three forms, by file name: `bill.md`, `bill.html`, `bill.docx`, ...

    `occurrences` are the ledger of a sweep, empty where the proposal sweeps no term.
    """
    documents = (
        bill(proposal),
        comparative_table(proposal),
        redline_document(proposal),
        ledger_document(proposal, occurrences),
        explanatory_note(proposal),
    )
    return {
        f"{name}{suffix}": write(document)
        for name, document in zip(NAMES, documents, strict=True)
        for suffix, write in FORMS.items()
    }


def write_documents(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the documents into a folder, which is made, or is empty, or holds older ones of them.

    All are written beside the old ones before any takes its place. UsageError, with nothing changed, where
    the folder is a file or holds anything else.
    """
    _check(folder)
    folder.mkdir(parents=True, exist_ok=True)
    partial = {folder / f"{name}{_PARTIAL}": folder / name for name in files}
    try:
        for (path, _), content in zip(partial.items(), files.values(), strict=True):
            path.write_bytes(content)
        for path, place in partial.items():
            os.replace(path, place)
    finally:
        for path in partial:
            with suppress(OSError):
                path.unlink()


def _check(folder: Path) -> None:
    own = {f"{name}{suffix}" for name in NAMES for suffix in FORMS}
    own |= {f"{name}{_PARTIAL}" for name in own}  # what an interrupted run left
    if not folder.exists():
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder for the documents")
    others = sorted(path.name for path in folder.iterdir() if path.name not in own or path.is_dir())
    if others:
        raise UsageError(
            f"{folder} holds other things ({', '.join(others[:3])}{', ...' if len(others) > 3 else ''}); "
            "name a new or an empty folder for the documents"
        )
