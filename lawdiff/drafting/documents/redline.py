"""The redline: the articles that a bill touches, in full, with the changes inside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawdiff.drafting.documents.certainty import Certainty
from lawdiff.drafting.documents.compared_lines import ComparedLine, Line, compared_lines
from lawdiff.drafting.documents.document import Document, Paragraph, Style, paragraph, runs_of
from lawdiff.drafting.documents.phrases import act_in_words, day_in_words
from lawdiff.drafting.places_in_words import in_words, top_of
from lawdiff.drafting.proposal import Proposal
from lawdiff.law.eid import EId

_NAMED = 5


def redline_document(proposal: Proposal) -> Document:
    """The redline, with changes that a word processor can accept and reject.

    Accepting all gives the proposed text of the articles touched, rejecting all the current one: what is said
    of the text stands in comments, and before and behind it.
    """
    file = proposal.file
    lines = compared_lines(proposal.before, proposal.after, proposal.changes)
    shown = touched(lines)
    certainty = Certainty(proposal.base)
    blocks = (
        paragraph(f"Redline of the {act_in_words(proposal.act)}", Style.TITLE),
        paragraph(f"with the changes of the draft Law “{file.title}”", Style.SUBTITLE),
        paragraph(f"The current text is the one that is known for {day_in_words(file.base)}.", Style.REMARK),
        *_unproved(shown, certainty),
        *(_law_line(line, certainty) for line in shown),
        paragraph("Articles that are not shown stay as they are.", Style.REMARK),
    )
    return Document(
        f"Redline: {file.title}",
        file.language,
        file.proposer or "lawdiff",
        file.base,
        blocks,
        tracks_changes=True,
    )


def touched(lines: Sequence[ComparedLine]) -> tuple[ComparedLine, ...]:
    """All lines of the articles, and the titles of chapters, in which something is changed."""
    units = {_unit(side) for line in lines if line.is_changed for side in (line.old, line.new) if side}
    return tuple(line for line in lines if any(_unit(side) in units for side in (line.old, line.new) if side))


def _unit(line: Line) -> EId:
    """The article, or what else stands for itself: the title of a chapter, the preamble."""
    return top_of(line.eid)


def _law_line(line: ComparedLine, certainty: Certainty) -> Paragraph:
    style = Style.LAW_TITLE if line.either.is_heading else Style.LAW
    comment = certainty.remark(line.old.eid) if line.old else ""
    return Paragraph(runs_of(line.pieces), style, op=line.op, comment=comment)


def _unproved(lines: Sequence[ComparedLine], certainty: Certainty) -> Iterator[Paragraph]:
    """What must be known before the text is read: which of it is not proved."""
    places: dict[str, list[str]] = {}
    for line in lines:
        if line.old and (words := certainty.remark(line.old.eid)):
            places.setdefault(words, []).append(in_words(line.old.eid))
    for words, names in places.items():
        more = len(names) - _NAMED
        and_more = f" and {more} more that are marked in the text" if more > 0 else ""
        yield paragraph(f"Not certain: {', '.join(names[:_NAMED])}{and_more} – {words}.", Style.REMARK)
