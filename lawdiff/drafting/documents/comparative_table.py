"""The comparative table: the current and the proposed wording of each changed element, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lawdiff.drafting.certainty import Certainty
from lawdiff.drafting.documents.about_proposal import about, cell_remark, head
from lawdiff.drafting.documents.changed_elements import ChangedElement, ChangedElements, justifications
from lawdiff.drafting.documents.compared_lines import ComparedLine, compared_lines
from lawdiff.drafting.documents.document import (
    Block,
    Cell,
    Document,
    Paragraph,
    Run,
    Style,
    Table,
    cell,
    paragraph,
)
from lawdiff.drafting.documents.not_proved import not_proved
from lawdiff.drafting.documents.phrases import act_in_words
from lawdiff.drafting.places_in_words import in_words
from lawdiff.drafting.proposal import Proposal
from lawdiff.history.redline import Op
from lawdiff.law.act_text import EXCLUDED
from lawdiff.law.phrases import in_words as day_in_words

_COLUMNS = ("No.", "Structural element", "Current wording", "Proposed wording", "Justification")
_WIDTHS = (5, 13, 31, 31, 20)


def comparative_table(proposal: Proposal) -> Document:
    """The comparative table that comes with a bill (Law of 06.04.2016 No. 480-V, art. 29(2)(5)).

    One row for each changed structural element, in the order of the law. What changes is marked in both
    columns, and a wording that is not proved for the base day says so.
    """
    lines = compared_lines(proposal.before, proposal.after, proposal.changes)
    certainty = Certainty(proposal.base)
    elements = tuple(ChangedElements(lines, proposal.changes))
    rows = [
        (
            cell(f"{number}."),
            cell(element.name),
            _current(element, certainty),
            _proposed(element),
            cell(*justifications(element.lines, proposal.amendments)),
        )
        for number, element in enumerate(elements, 1)
    ]
    shown = [line.old.eid for element in elements for line in element.lines if line.old]
    law = act_in_words(proposal.act)
    known = f"Current wording: {law}, as known for {day_in_words(proposal.file.base)}. {_LEGEND}"
    blocks: tuple[Block, ...] = (
        *head(proposal, "COMPARATIVE TABLE", "to"),
        paragraph(known, Style.REMARK),
        *not_proved(shown, certainty),
        Table(_COLUMNS, _WIDTHS, tuple(rows)),
    )
    return about(proposal, "Comparative table", blocks, is_landscape=True)


_LEGEND = "Words that go are struck through, words that come are underlined."


def _current(element: ChangedElement, certainty: Certainty) -> Cell:
    if element.is_new:
        came = in_words(element.moved_from) if element.moved_from else ""
        return cell(f"Now {came}." if came else "Absent.")
    old = [line for line in element.lines if line.old]
    return tuple(_marked(old, Op.DELETE, element.is_gone, certainty))


def _proposed(element: ChangedElement) -> Cell:
    if element.is_gone:
        goes = in_words(element.moved_to) if element.moved_to else ""
        return cell(f"To be {goes}." if goes else "Exclude.")
    new = [line for line in element.lines if line.new]
    return tuple(_marked(new, Op.INSERT, element.is_new, None))


def _marked(
    lines: Sequence[ComparedLine], op: Op, is_whole: bool, certainty: Certainty | None
) -> Iterator[Paragraph]:
    """The lines of one column with its words marked, and behind lines of one certainty what that is."""

    def remark(line: ComparedLine) -> str:
        return certainty.remark(line.old.eid) if certainty and line.old else ""

    for words, group in groupby(lines, remark):
        here = tuple(group)
        for line in here:
            pieces = ((op, line.either.words),) if is_whole else line.pieces
            # A whole provision in bold and struck through cannot be read.
            runs = (Run(text, each is op and not is_whole, op=each) for each, text in pieces if text)
            shown = (*(run for run in runs if run.op in (op, Op.EQUAL)), *_instead(line, op))
            if shown:
                yield Paragraph(shown, Style.CELL)
        if words:
            of_them = f"these {len(here)} passages: " if len(here) > 1 else ""
            yield cell_remark(f"{of_them}{words}")


def _instead(line: ComparedLine, op: Op) -> Iterator[Run]:
    """What stands where words are missing, neither struck through nor underlined. Behind a current wording
    that is not known its remark says more."""
    side = line.old if op is Op.DELETE else line.new
    if side and side.missing and (side.missing == EXCLUDED or op is Op.INSERT):
        said = EXCLUDED if side.missing == EXCLUDED else "[not known]"
        yield Run(f" {said}" if side.words else said, italic=True)
