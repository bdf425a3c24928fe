"""The commit of a proposal: its files and its message, for the branch that can be reviewed and merged."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

from lawdiff.drafting.checks.changed_texts import changed_texts
from lawdiff.drafting.proposal import Proposal
from lawdiff.law.law_order import PROPOSAL
from lawdiff.store.commit_message import effect_line
from lawdiff.store.names import README, act_folder
from lawdiff.store.proposal_branch import Branch, base_commit, file_at, write_branch
from lawdiff.store.proposal_pages import proposal_pages

_WIDTH = 76


def branch_of(proposal: Proposal, documents: Mapping[str, bytes], repository: Path) -> Branch:
    """Write the branch `proposal/<slug>` of a proposal with its documents into a history repository."""
    file = proposal.file
    base = base_commit(repository, file.base)
    folder = act_folder(file.act, file.language)
    readme = file_at(repository, base, f"{folder}/{README}")
    pages = proposal_pages(proposal.with_it, PROPOSAL + file.slug, changed_texts(proposal), readme)
    files: dict[str, bytes | None] = {
        path: None if text is None else text.encode() for path, text in pages.items()
    }
    files |= {f"proposals/{file.slug}/{name}": content for name, content in documents.items()}
    message = "\n".join(_message(proposal)) + "\n"
    return write_branch(repository, file.slug, base, files, message, file.proposer, file.base)


def _message(proposal: Proposal) -> Iterator[str]:
    file = proposal.file
    yield f"Proposal {file.slug}: {file.title}"
    yield ""
    words = f"What the proposal would make of “{proposal.act.title}” ({file.act}). Nobody has adopted it."
    yield textwrap.fill(words, _WIDTH, break_on_hyphens=False)
    yield ""
    yield f"Proposal: {file.slug}"
    yield f"Act: {file.act}"
    yield f"Base: {file.base}"
    if file.proposer:
        yield f"Proposer: {file.proposer}"
    yield f"Clause: {file.commencement}"
    for effect in proposal.with_it.effects:
        if effect.is_proposed:
            yield f"Effect: {effect_line(effect)}"
