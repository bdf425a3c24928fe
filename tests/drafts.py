"""Proposals about the law of this corpus, written in a few lines for a test."""

from __future__ import annotations

from pathlib import Path

from conftest import law_evidence

from lawdiff.drafting.proposal import Proposal, open_proposal
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.proposal_file import read_proposal

TERMS = """1) in subparagraph 12) of Article 1 the words “disabled child” shall be substituted by the words
“child with disabilities”;
2) in Article 31:

   - in the title the words “disabled child” shall be substituted by the words “child with disabilities”;
   - in paragraph 1 the words “Disabled child” shall be substituted by the words “Child with disabilities”;

   Justification: The term is out of date.
"""


def written(amendments: str, base: str = "2014-07-05", more: str = "") -> str:
    """The file of a proposal with that amending text."""
    head = f'title = "On amendments"\nact = "kz/2002/345"\nbase = {base}\n{more}'
    return f"+++\n{head}+++\n\n## Amendments\n\n{amendments}\n"


def opened(amendments: str, base: str = "2014-07-05", more: str = "", slug: str = "trial") -> Proposal:
    """The proposal, opened on the law of its base day."""
    file = read_proposal(written(amendments, base, more), slug, f"{slug}.md")
    return open_proposal(file, law_evidence(EvidenceScope.ALL))


def kept(
    folder: Path, amendments: str, slug: str = "trial", base: str = "2014-07-05", more: str = ""
) -> Path:
    """The file of a proposal in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{slug}.md"
    path.write_text(written(amendments, base, more), encoding="utf-8")
    return path
