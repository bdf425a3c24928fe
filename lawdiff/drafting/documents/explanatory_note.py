"""The explanatory note: what a bill changes, why, when it would start, and what is not certain."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.drafting.amending_text import BillItem, bill_items
from lawdiff.drafting.certainty import Certainty
from lawdiff.drafting.documents.about_proposal import about, head, place_name
from lawdiff.drafting.documents.bill import amendments_and_additions
from lawdiff.drafting.documents.compared_lines import compared_lines
from lawdiff.drafting.documents.country_words import country_words
from lawdiff.drafting.documents.document import Block, Document, Paragraph, Run, Style, paragraph
from lawdiff.drafting.documents.note_markdown import note_paragraphs
from lawdiff.drafting.documents.phrases import act_in_words, clause_in_words
from lawdiff.drafting.proposal import Proposal
from lawdiff.law.amendment import TEXT, Change, Exclude, Insert, Move, Retitle, Reword, Substitute
from lawdiff.law.phrases import count, listed
from lawdiff.law.phrases import in_words as day_in_words


def explanatory_note(proposal: Proposal) -> Document:
    """The explanatory note: the proposer's own words first, then what lawdiff knows of the bill."""
    file = proposal.file
    items = bill_items(proposal.amendments, proposal.before)
    blocks: list[Block] = [*head(proposal, "EXPLANATORY NOTE", "to")]
    if file.proposer:
        blocks.append(Paragraph((Run("Proposed by: ", bold=True), Run(file.proposer))))
    blocks += [
        *note_paragraphs(file.note),
        paragraph("What is amended", Style.HEADING),
        paragraph(what_it_introduces(proposal)),
        *_why(items),
        paragraph("When it takes effect", Style.HEADING),
        *_when(proposal),
        paragraph("What is not certain", Style.HEADING),
        *_uncertain(proposal),
    ]
    return about(proposal, "Explanatory note", blocks)


_COUNTED: tuple[tuple[type[Change], str], ...] = (
    (Substitute, "substitution of words"),
    (Reword, "new wording"),
    (Retitle, "new title"),
    (Insert, "new provision"),
    (Exclude, "exclusion"),
    (Move, "change of number"),
)


def what_it_introduces(proposal: Proposal) -> str:
    """The bill in a sentence: how many changes of which kinds, of which act, on the text of which day."""
    items = bill_items(proposal.amendments, proposal.before)
    changes = proposal.changes
    what = amendments_and_additions(changes)
    kinds = []
    for kind, noun in _COUNTED:
        if number := sum(isinstance(change, kind) for change in changes):
            words = f"{number} {_plural(noun)}" if number > 1 else f"1 {noun}"
            kinds.append(words)
    law = act_in_words(proposal.act)
    day = day_in_words(proposal.file.base)
    return (
        f"The bill introduces {what} to the {law}, on the text of {day}: {listed(kinds)}, "
        f"in {count(len(items), 'item')} of the bill."
    )


def _plural(noun: str) -> str:
    first, of, rest = noun.partition(" of ")
    return f"{first}s{of}{rest}"


def _why(items: tuple[BillItem, ...]) -> Iterator[Paragraph]:
    yield paragraph("Why", Style.HEADING)
    for item in items:
        place = "The whole text" if item.place == TEXT else place_name(item.place)
        reason = item.justification or "no justification is given."
        runs = (Run(f"{place}: ", bold=True), Run(reason))
        yield Paragraph(runs, Style.LIST, "–")


def _when(proposal: Proposal) -> Iterator[Paragraph]:
    clause = clause_in_words(proposal.file.commencement)
    yield paragraph(clause or "The bill has no clause on its enforcement.")
    if default := country_words(proposal.act.id).default_commencement:
        yield paragraph(default)


def _uncertain(proposal: Proposal) -> Iterator[Paragraph]:
    """The texts that are changed and not proved for the base day, and the cautions of that day."""
    certainty = Certainty(proposal.base)
    day = day_in_words(proposal.file.base)
    places = {
        line.old.eid: certainty.remark(line.old.eid)
        for line in compared_lines(proposal.before, proposal.after, proposal.changes)
        if line.is_changed and line.old
    }
    doubtful = {eid: words for eid, words in places.items() if words}
    if not doubtful:
        yield paragraph(f"Every wording that the bill changes is recorded for {day}.")
    for eid, words in doubtful.items():
        runs = (Run(f"{place_name(eid)}: ", bold=True), Run(f"{words}."))
        yield Paragraph(runs, Style.LIST, "–")
    for caution in proposal.base.cautions:
        yield paragraph(caution, Style.LIST, "–")
