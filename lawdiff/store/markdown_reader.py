"""An article's Markdown, read back into the page it was written from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.law.wording import Possibility, Reason, State, Wording
from lawdiff.store.article_markdown import expected_passage, following, numbered_eid
from lawdiff.store.law_table import HEADER, TITLE, reasons_read
from lawdiff.store.markdown_blocks import Block, Span, read_blocks, text_of
from lawdiff.store.page import Item, Label, Page, Quote

Reasons = Mapping[str, Reason]

_STATES = {state.value: state for state in State}
_WITH_TEXT = frozenset({State.RECORDED, State.RESTORED, State.LATER, State.EARLIER})
_OWN_NAME = re.compile(r"[a-z]+_[0-9A-Za-z-]+\Z")


def read_article(markdown: str, eid: EId) -> Page:
    """The page that `article_markdown` wrote. SourceError where the text is no such page."""
    blocks = read_blocks(markdown)
    reasons, blocks = split_laws(blocks)
    if not blocks or blocks[0].kind != "heading":
        raise SourceError(f"{eid}: the file does not begin with the article's heading")
    reader = Reader(reasons)
    num, heading = reader.heading(blocks[0].spans)
    return read_body(reader, eid, num, heading, blocks[1:], tuple(reasons.values()))


def read_body(
    reader: Reader,
    eid: EId,
    num: str,
    heading: Wording | None,
    blocks: Sequence[Block],
    reasons: tuple[Reason, ...],
) -> Page:
    """What stands under a heading: its possibilities, notes, provisions, notes again."""
    before: list[Quote] = []
    after: list[Quote] = []
    items: tuple[Item, ...] = ()
    for block in blocks:
        if block.kind == "bullet_list":
            entries = [Entry.of(item) for item in block.blocks]
            possibilities = tuple(reader.possibility(entry) for entry in entries if entry.is_possibility)
            if possibilities and heading:
                heading = heading._replace(possibilities=possibilities)
            if rest := [entry for entry in entries if not entry.is_possibility]:
                items = tuple(reader.top_items(eid, rest))
        elif block.kind == "blockquote":
            (after if items else before).extend(read_quotes(block))
        else:
            raise SourceError(f"{eid}: a {block.kind} where a provision or note should stand")
    if not items:
        before, after = [], before
    return Page(eid, num, heading, items, tuple(before), tuple(after), reasons)


def split_laws(blocks: list[Block]) -> tuple[Reasons, list[Block]]:
    """The reasons in the table of laws, and the blocks in front of it."""
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.tag == "h2" and text_of(block.spans) == TITLE:
            return _reasons(blocks[index + 1]), blocks[:index] + blocks[index + 2 :]
    return {}, blocks


def table_rows(table: Block) -> Iterator[tuple[str, ...]]:
    """The cells of a table's body."""
    if table.kind != "table":
        raise SourceError(f"a {table.kind} where a table should stand")
    for part in table.blocks:
        if part.kind == "tbody":
            yield from (tuple(text_of(cell.spans) for cell in row.blocks) for row in part.blocks)


def _reasons(table: Block) -> Reasons:
    rows = list(table_rows(table))
    try:
        if any(len(row) != len(HEADER) for row in rows):
            raise ValueError("a row of another width")
        return reasons_read(rows)
    except ValueError as problem:
        raise SourceError(f"the table of laws cannot be read: {problem}") from None


@dataclass(slots=True)
class Entry:
    """A list item taken apart: number, words, marks, and what is nested in it."""

    spans: Sequence[Span]
    quotes: list[Quote]
    nested: list[Entry]

    @classmethod
    def of(cls, item: Block) -> Entry:
        entry = cls((), [], [])
        for block in item.blocks:
            if block.kind == "paragraph" and not entry.spans:
                entry.spans = block.spans
            elif block.kind == "blockquote":
                entry.quotes += read_quotes(block)
            elif block.kind == "bullet_list":
                entry.nested += [cls.of(inner) for inner in block.blocks]
            else:
                raise SourceError(f"a {block.kind} inside a provision")
        return entry

    @property
    def is_possibility(self) -> bool:
        return bool(self.spans) and self.spans[0].kind == "code" and self.spans[0].text.startswith("or ")


class Reader:
    """Reads wordings and provisions with one file's table of laws at hand."""

    def __init__(self, reasons: Reasons) -> None:
        self._reasons = reasons

    def heading(self, spans: Sequence[Span], numbered: bool = True) -> tuple[str, Wording | None]:
        """The number and title of `Article 7. Powers ...`; the title is None where there is none. One that
        is not `numbered` ("General part") is title alone."""
        words, marks = _words_and_marks(spans)
        if not numbered:
            return "", self.wording(words, marks)
        num, found, title = words.partition(". ")
        if not found:
            num, title = words.removesuffix("."), ""
        return num, self.wording(title, marks)

    def title(self, spans: Sequence[Span], below: Sequence[Block]) -> Wording:
        """The title of the act, with the possibilities in a list below it."""
        wording = self.wording(*_words_and_marks(spans))
        if wording is None:
            raise SourceError("the act has no title")
        entries = [Entry.of(item) for block in below if block.kind == "bullet_list" for item in block.blocks]
        return wording._replace(possibilities=tuple(self.possibility(entry) for entry in entries))

    def wording(self, words: str, marks: Sequence[str]) -> Wording | None:
        """A wording of these words under these marks."""
        if not marks:
            return Wording(State.RECORDED, words) if words else None
        if len(marks) > 1:
            raise SourceError(f"{words!r} has the marks {', '.join(marks)}; one is expected")
        state, because = self._mark(marks[0])
        return Wording(state, _words_of(state, words), because)

    def possibility(self, entry: Entry) -> Possibility:
        """One of the items `or later: 36-V` with its words."""
        state, because = self._mark(entry.spans[0].text.removeprefix("or "))
        words = text_of(entry.spans[1:]).strip(" ")
        return Possibility(state, _words_of(state, words), because)

    def top_items(self, holder: EId, entries: Sequence[Entry]) -> Iterator[Item]:
        """The provisions of an article or other holder: its own text, then what stands under it."""
        due = expected_passage(holder, 1)
        for entry in entries:
            item = self._item(holder, entry, due)
            if item.eid != holder:
                due = following(due, item.eid)
                yield item
                continue
            due = expected_passage(holder, 2)
            yield replace(item, children=())
            yield from self._children(holder, entry)

    def _children(self, holder: EId, entry: Entry) -> Iterator[Item]:
        due = expected_passage(holder, 2)
        for inner in entry.nested:
            if not inner.is_possibility:
                item = self._item(holder, inner, due)
                due = following(due, item.eid)
                yield item

    def _item(self, holder: EId, entry: Entry, due: str) -> Item:
        spans = list(entry.spans)
        num = spans.pop(0).text if spans and spans[0].kind == "strong" else ""
        words, marks = _words_and_marks(spans)
        own_name = next((mark for mark in marks if _OWN_NAME.match(mark)), "")
        if own_name:
            marks.remove(own_name)
            eid = EId(f"{holder}__{own_name}")
        else:
            eid = EId(numbered_eid(holder, num) if num else due)
        wording = self.wording(words, marks)
        possibilities = tuple(self.possibility(inner) for inner in entry.nested if inner.is_possibility)
        if wording and possibilities:
            wording = wording._replace(possibilities=possibilities)
        children = () if eid == holder else tuple(self._children(eid, entry))
        return Item(eid, num, wording, tuple(entry.quotes), children)

    def _mark(self, mark: str) -> tuple[State, tuple[Reason, ...]]:
        name, _, laws = mark.partition(": ")
        try:
            return _STATES[name], tuple(self._reasons[law] for law in laws.split(", ") if law)
        except KeyError as problem:
            raise SourceError(
                f"the mark {mark!r} names {problem}, which is no state and no law here"
            ) from None


def _words_of(state: State, words: str) -> str | None:
    """The words that a state shows: what a proposal takes away has none."""
    if state is State.PROPOSED:
        return words or None
    return words if state in _WITH_TEXT else None


def _words_and_marks(spans: Sequence[Span]) -> tuple[str, list[str]]:
    """The words of a line, and the code spans behind them."""
    words, marks = "", list[str]()
    for span in spans:
        if span.kind == "code":
            marks.append(span.text)
        elif span.kind == "text" and not (marks and span.text.strip(" ")):
            words += span.text
        else:
            raise SourceError(f"{span.text!r}: more than words and their mark")
    return words.strip(" "), marks


_LABELS = {label.value: label for label in Label}


def read_quotes(block: Block) -> Iterator[Quote]:
    """The notes of a quoted block: each begins with its label."""
    for paragraph in block.blocks:
        label: Label | None = None
        lines: list[str] = []
        for span in paragraph.spans:
            if span.kind == "strong":
                if label and lines:
                    yield _quote(label, lines[:-1])
                label, lines = _LABELS.get(span.text), [""]
            elif span.kind == "break":
                lines.append("")
            elif span.kind == "text" and lines:
                lines[-1] += span.text
            if label is None:
                raise SourceError(f"{paragraph.spans!r}: a quotation without one of the known labels")
        if label:
            yield _quote(label, lines)


def _quote(label: Label, lines: Sequence[str]) -> Quote:
    return Quote(label, tuple(line.strip(" ") for line in lines))
