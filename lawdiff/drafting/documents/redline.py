"""The redline: the articles that a bill touches, in full, with the changes inside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawdiff.drafting.certainty import Certainty
from lawdiff.drafting.documents.about_proposal import about, head
from lawdiff.drafting.documents.compared_lines import ComparedLine, Line, compared_lines
from lawdiff.drafting.documents.document import Document, Paragraph, Run, Style, paragraph, runs_of
from lawdiff.drafting.documents.not_proved import not_proved
from lawdiff.drafting.documents.phrases import act_in_words
from lawdiff.drafting.places_in_words import top_of
from lawdiff.drafting.proposal import Proposal
from lawdiff.history.redline import Op
from lawdiff.law.act_text import EXCLUDED
from lawdiff.law.eid import EId
from lawdiff.law.phrases import in_words as day_in_words


def redline_document(proposal: Proposal) -> Document:
    """The redline, with changes that a word processor can accept and reject.

    Accepting all gives the proposed text of the articles touched, rejecting all the current one, in the
    paragraphs of the law. What is said of the text stands before it, and in brackets behind the passage, in
    paragraphs of their own that are no change and no part of the law.
    """
    lines = compared_lines(proposal.before, proposal.after, proposal.changes)
    shown = touched(lines)
    certainty = Certainty(proposal.base)
    known = f"The current text is the one that is known for {day_in_words(proposal.file.base)}."
    blocks = (
        *head(proposal, f"Redline of the {act_in_words(proposal.act)}", "with the changes of"),
        paragraph(known, Style.REMARK),
        *not_proved([line.old.eid for line in shown if line.old], certainty),
        *(block for line in shown for block in _law_line(line, certainty)),
        paragraph("Articles that are not shown stay as they are.", Style.REMARK),
    )
    return about(proposal, "Redline", blocks, tracks_changes=True)


def touched(lines: Sequence[ComparedLine]) -> tuple[ComparedLine, ...]:
    """All lines of the articles, and the titles of chapters, in which something is changed."""
    units = {_unit(side) for line in lines if line.is_changed for side in (line.old, line.new) if side}
    return tuple(line for line in lines if any(_unit(side) in units for side in (line.old, line.new) if side))


def _unit(line: Line) -> EId:
    """The article, or what else stands for itself: the title of a chapter, the preamble."""
    return top_of(line.eid)


def _law_line(line: ComparedLine, certainty: Certainty) -> Iterator[Paragraph]:
    """The line with its changes, and the remarks behind it."""
    runs = runs_of(line.pieces)
    if _stays_excluded(line):
        runs += (Run(f" {EXCLUDED}", italic=True),)
    if runs:
        yield Paragraph(runs, Style.LAW_TITLE if line.either.is_heading else Style.LAW, op=line.op)
    if words := certainty.remark(line.old.eid) if line.old else "":
        yield paragraph(f"[{words}]", Style.ASIDE)
    if line.op is Op.DELETE and line.old and line.old.missing == EXCLUDED:
        yield paragraph("[excluded already]", Style.ASIDE)
    if line.is_excluded:
        yield paragraph("[to be excluded; the number stays]", Style.ASIDE)


def _stays_excluded(line: ComparedLine) -> bool:
    """Whether the law has excluded the words already, and prints that beside the number."""
    return all(side is not None and side.missing == EXCLUDED for side in (line.old, line.new))
