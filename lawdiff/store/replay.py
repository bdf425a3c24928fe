"""The edition again, from the Markdown of its history's last step: the proof that nothing was lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lawdiff.law.eid import EId
from lawdiff.store.layout import PrintedLine, indent_of, printed, with_exceptions
from lawdiff.store.page import ActPage, Item, Label, Link, Page, Quote, Section

_BLANK = ("",)
_INDENT = "\t"  # stands for the indent that the edition uses


def replayed(act: ActPage, articles: Mapping[EId, Page]) -> str:
    """The text of the edition, from the pages of the act and of all its articles."""
    lines, end = with_exceptions(usual_lines(act, articles, indent_of(act.layout)), act.layout)
    return printed(lines, end)


def usual_lines(act: ActPage, articles: Mapping[EId, Page], indent: str) -> list[PrintedLine]:
    """The lines of the edition's file in the usual form: headings at the margin, the rest indented, and an
    empty line between blocks."""
    blocks = [block for block in _blocks(act, articles) if block]
    found: list[PrintedLine] = []
    for block in blocks:
        for place, (lead, text) in enumerate(block):
            before = _BLANK if found and not place else ()
            found.append(PrintedLine(text, lead.replace(_INDENT, indent), "", before))
    return found


_Block = list[tuple[str, str]]


def _blocks(act: ActPage, articles: Mapping[EId, Page]) -> Iterator[_Block]:
    yield [("", act.title.text)] if act.title.text else []
    for words in act.opening:
        yield [("", words)]
    yield list(_notes(act.quotes))
    if act.preamble:
        yield [*_items(act.preamble.items), *_notes(act.preamble.after)]
    yield from _contents(act.contents, articles)
    yield [(_INDENT, words) for words in act.closing]


def _contents(parts: Sequence[Section | Link], articles: Mapping[EId, Page]) -> Iterator[_Block]:
    for part in parts:
        held = articles[part.eid] if isinstance(part, Link) else part
        yield list(_notes(held.before, Label.ANNOUNCED))
        yield _heading(held)
        yield list(_notes(held.before, Label.FOOTNOTE))
        yield [*_items(held.items), *_notes(held.after)]
        if isinstance(part, Section):
            yield from _contents(part.parts, articles)


def _heading(held: Section | Page) -> _Block:
    titles = [quote.lines[0] for quote in (*held.before, *held.after) if quote.label is Label.PRINTED_TITLE]
    if held.heading and held.heading.text is not None:
        titles = [held.heading.text]
    return [(f"{held.num}. " if held.num else "", title) for title in titles[:1]]


_NOTES = (Label.FOOTNOTE, Label.ANNOUNCED)


def _notes(quotes: Sequence[Quote], *labels: Label) -> Iterator[tuple[str, str]]:
    for quote in quotes:
        if quote.label in (labels or _NOTES):
            yield from ((_INDENT, line) for line in quote.lines)


def _items(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """The lines of provisions: what is announced of one stands before it, a footnote behind it."""
    for item in items:
        lead = _INDENT + (f"{item.num} " if item.num else "")
        yield from _notes(item.quotes, Label.ANNOUNCED)
        in_place = [quote for quote in item.quotes if quote.label is Label.PRINTED_HERE]
        if in_place:
            yield (lead, in_place[0].lines[0])
        elif item.wording and item.wording.text is not None:
            yield (lead, item.wording.text)
        yield from _notes(item.quotes, Label.FOOTNOTE)
        yield from _items(item.children)
