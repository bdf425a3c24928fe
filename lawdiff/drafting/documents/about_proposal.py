"""What the documents of a proposal share: how they begin, and by whom they are signed."""

from __future__ import annotations

from collections.abc import Iterable

from lawdiff.drafting.documents.document import Block, Document, Paragraph, Run, Style, paragraph
from lawdiff.drafting.places_in_words import in_words
from lawdiff.drafting.proposal import Proposal
from lawdiff.law.eid import EId


def about(
    proposal: Proposal,
    name: str,
    blocks: Iterable[Block],
    *,
    is_landscape: bool = False,
    tracks_changes: bool = False,
) -> Document:
    """The document of that name, signed by the proposer on the base day. The bill has none but its title."""
    file = proposal.file
    return Document(
        title=f"{name}: {file.title}" if name else file.title,
        language=file.language,
        author=file.proposer or "lawdiff",
        day=file.base,
        blocks=tuple(blocks),
        is_landscape=is_landscape,
        tracks_changes=tracks_changes,
    )


def head(proposal: Proposal, title: str, relation: str) -> tuple[Paragraph, Paragraph]:
    """The two lines that a document about the bill begins with: what it is, and of which draft law."""
    return (
        paragraph(title, Style.TITLE),
        paragraph(f"{relation} the draft Law “{proposal.file.title}”", Style.SUBTITLE),
    )


def place_name(eid: EId) -> str:
    """A place as it begins a line or a cell: "Title of Article 31"."""
    words = in_words(eid).removeprefix("the ")
    return words[0].upper() + words[1:]


def cell_remark(words: str) -> Paragraph:
    """What is said in a cell behind words of the law, and is none of them."""
    return Paragraph((Run(f"[{words}]", italic=True),), Style.CELL)
