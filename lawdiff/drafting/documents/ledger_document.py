"""The ledger as a document: every place of a term, what becomes of it, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawdiff.drafting.certainty import Certainty
from lawdiff.drafting.documents.about_proposal import about, cell_remark, head, place_name
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
from lawdiff.drafting.documents.phrases import act_in_words
from lawdiff.drafting.ledger import Fate, Occurrence, cautions_of
from lawdiff.drafting.occurrences import unsearched
from lawdiff.drafting.places_in_words import in_words
from lawdiff.drafting.proposal import Proposal
from lawdiff.history.redline import Op
from lawdiff.law.phrases import count, listed
from lawdiff.law.phrases import in_words as day_in_words

_COLUMNS = ("No.", "Place", "Words in context", "What comes there", "Changed or left, and why")
_WIDTHS = (6, 18, 34, 20, 22)


def ledger_document(proposal: Proposal, occurrences: Sequence[Occurrence]) -> Document:
    """The ledger of a sweep, in the order of the occurrences; one sentence where there was none."""
    blocks: list[Block] = [*head(proposal, "LEDGER OF OCCURRENCES", "for")]
    if occurrences:
        certainty = Certainty(proposal.base)
        rows = tuple(_row(number, each, certainty) for number, each in enumerate(occurrences, 1))
        blocks += [
            paragraph(_summary(proposal, occurrences)),
            *_doubts(proposal, occurrences, certainty),
            Table(_COLUMNS, _WIDTHS, rows),
        ]
    else:
        blocks.append(
            paragraph("This proposal replaces no term throughout the law, so there is no ledger of it.")
        )
    return about(proposal, "Ledger", blocks, is_landscape=True)


def _summary(proposal: Proposal, occurrences: Sequence[Occurrence]) -> str:
    """How many places there are, and how many of each fate."""
    number = len(occurrences)
    fates = [(fate, sum(each.fate is fate for each in occurrences)) for fate in Fate]
    told = listed([f"{times} {fate.value}" for fate, times in fates if times])
    where = f"{act_in_words(proposal.act)}, on {day_in_words(proposal.file.base)}"
    return f"{count(number, 'occurrence')} in the {where}: {told}."


def _doubts(
    proposal: Proposal, occurrences: Sequence[Occurrence], certainty: Certainty
) -> Iterator[Paragraph]:
    """The texts that could not be searched, and what must be known of the day."""
    unknown = unsearched(proposal.before)
    if unknown:
        named = listed([in_words(eid) for eid in unknown])
        yield paragraph(f"Not searched, because no single wording is known: {named}.", Style.REMARK)
    eids = [*(each.eid for each in occurrences), *unknown]
    for caution in cautions_of(proposal.timelines, proposal.file.base, certainty, eids):
        yield paragraph(caution, Style.REMARK)


def _row(number: int, each: Occurrence, certainty: Certainty) -> tuple[Cell, ...]:
    is_changed = each.fate is Fate.CHANGED
    op = Op.DELETE if is_changed else Op.EQUAL
    context = (Run(each.before), Run(each.words, bold=True, op=op), Run(each.behind))
    new = Run(each.new, bold=True, op=Op.INSERT) if each.new else Run("excluded" if is_changed else "–")
    fate = each.fate.value
    why = f": {each.reason}" if each.reason not in ("", fate) else ""
    known = certainty.remark(each.eid)
    doubt = (cell_remark(known),) if known else ()
    return (
        cell(f"{number}."),
        cell(place_name(each.eid)),
        (Paragraph(tuple(run for run in context if run.text), Style.CELL),),
        (Paragraph((new,), Style.CELL),),
        (*cell(f"{fate[0].upper()}{fate[1:]}{why}"), *doubt),
    )
