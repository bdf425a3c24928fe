"""The bill: the draft law that orders the changes, in the form that Kazakh drafting uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawdiff.drafting.amending_text import BillItem, bill_items
from lawdiff.drafting.documents.about_proposal import about
from lawdiff.drafting.documents.country_words import country_words
from lawdiff.drafting.documents.document import Document, Paragraph, Run, Style, paragraph
from lawdiff.drafting.documents.phrases import act_in_words, clause_in_words
from lawdiff.drafting.proposal import Proposal
from lawdiff.drafting.sentence import Ordered, added_after, added_before
from lawdiff.law.amendment import Change, Insert, Substitute


def bill(proposal: Proposal) -> Document:
    """The bill: its title, one article with the amendments, one on enforcement, and who signs it."""
    file = proposal.file
    words = country_words(proposal.act.id)
    of_state = f" OF THE {words.state.upper()}" if words.state else ""
    items = bill_items(proposal.amendments, proposal.before)
    blocks = [
        paragraph("Draft", Style.MARK),
        paragraph(f"LAW{of_state}", Style.TITLE),
        paragraph(file.title, Style.SUBTITLE),
        _article(1, _opening(proposal)),
        *_ended(tuple(_item_lines(items))),
    ]
    if clause := clause_in_words(file.commencement):
        blocks.append(_article(2, clause))
    blocks.append(paragraph(words.signatory, Style.SIGNATURE))
    return about(proposal, "", blocks)


def amendments_and_additions(changes: Sequence[Change]) -> str:
    """What a bill introduces: "an amendment", "additions", "amendments and an addition"."""
    additions = sum(_is_addition(change) for change in changes)
    kinds = ((len(changes) - additions, "an amendment"), (additions, "an addition"))
    return " and ".join(one if number == 1 else f"{one.split()[1]}s" for number, one in kinds if number)


def _is_addition(change: Change) -> bool:
    """Whether nothing is taken away: a new provision, or words put beside others."""
    return isinstance(change, Insert) or (
        isinstance(change, Substitute) and bool(added_after(change) or added_before(change))
    )


def _opening(proposal: Proposal) -> str:
    what = amendments_and_additions(proposal.changes)
    return f"To introduce {what} to the {act_in_words(proposal.act)}:"


def _article(number: int, text: str) -> Paragraph:
    return Paragraph((Run(f"Article {number}.", bold=True), Run(f" {text}")))


def _item_lines(items: Sequence[BillItem]) -> Iterator[Paragraph]:
    for number, item in enumerate(items, 1):
        if item.lead:
            yield paragraph(f"{number}) {item.lead}:")
        for at, order in enumerate(item.orders):
            numbered = "" if item.lead or at else f"{number}) "
            yield from _order_lines(order, numbered)


def _order_lines(order: Ordered, numbered: str) -> Iterator[Paragraph]:
    """The sentence, and the new wording in quotation marks that go around the whole of it."""
    yield paragraph(f"{numbered}{order.sentence}{':' if order.wording else ';'}")
    last = len(order.wording) - 1
    for at, line in enumerate(order.wording):
        yield paragraph(f"{'“' if at == 0 else ''}{line}{'”;' if at == last else ''}")


def _ended(lines: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """The lines, the last of which ends with a full stop."""
    yield from lines[:-1]
    for last in lines[-1:]:
        yield replace(last, runs=(Run(f"{last.text[:-1]}."),))
