"""An article as Markdown: one provision a line, its state behind it where it is not plainly recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lawdiff.law.eid import EId
from lawdiff.law.wording import Possibility, Reason, State, Wording
from lawdiff.store.law_table import marks_of, table_lines
from lawdiff.store.markdown_text import escape, escape_inside
from lawdiff.store.page import Item, Page, Quote

Marks = Mapping[Reason, str]


def article_markdown(page: Page) -> str:
    """The file of an article; `read_article` gives the page again."""
    marks = marks_of(page.reasons)
    lines = [*heading_lines("#", page.num, page.heading, marks)]
    lines += blocks_of_quotes(page.before)
    if page.items:
        lines += ["", *items_lines(page.eid, page.items, marks)]
    lines += blocks_of_quotes(page.after)
    lines += table_lines(page.reasons)
    return "\n".join(lines) + "\n"


def heading_lines(signs: str, num: str, heading: Wording | None, marks: Marks) -> Iterator[str]:
    """A heading with its mark; what it may have been stands in a list below it."""
    number = f"{escape_inside(num)}." if num else ""
    said = wording_text(heading, marks) if heading else ""
    yield " ".join(part for part in (signs, number, said) if part)
    if heading and heading.possibilities:
        yield ""
        yield from possibility_lines(heading, "*", marks)


def items_lines(holder: EId, items: Sequence[Item], marks: Marks) -> Iterator[str]:
    """A list of provisions. What stands between the holder's own text and the next unnumbered passage is
    introduced by it and goes one step to the right."""
    indent, due = "", expected_passage(holder, 1)
    if items[0].eid == holder:
        yield from _item_lines(items[0], "", due, marks)
        items, indent, due = items[1:], "  ", expected_passage(holder, 2)
    for item in items:
        if item.eid.kind == "al":
            indent = ""
        yield from _item_lines(item, indent, due, marks)
        due = following(due, item.eid)


def expected_passage(holder: EId, number: int) -> str:
    """The eId that an unnumbered item of the holder has when it does not say its own."""
    return holder if number == 1 else holder.child("al", str(number))


def following(due: str, eid: EId) -> str:
    """The eId expected of the next unnumbered item, behind this one."""
    if eid.kind != "al" or not eid.number.isdigit():
        return due
    parent = eid.parent
    return parent.child("al", str(int(eid.number) + 1)) if parent else due


def numbered_eid(holder: EId, num: str) -> str:
    """The eId that the printed number gives: `1.` is a paragraph, `4-1)` a subparagraph."""
    return f"{holder}__{'subpara' if num.endswith(')') else 'para'}_{num[:-1]}"


def _item_lines(item: Item, indent: str, due: str, marks: Marks) -> Iterator[str]:
    parts = [f"**{escape_inside(item.num)}**"] if item.num else []
    said = wording_text(item.wording, marks) if item.wording else ""
    parts += [said] if said else []
    parent = item.eid.parent
    usual = numbered_eid(parent, item.num) if item.num and parent else due
    if item.eid != usual or not parts:
        parts.append(f"`{item.eid.rpartition('__')[2]}`")
    yield f"{indent}- {' '.join(parts)}"
    inside = indent + "  "
    if item.quotes:
        yield from (f"{inside}{line}" for quote in item.quotes for line in quote_lines(quote))
    if item.wording and item.wording.possibilities:
        yield from possibility_lines(item.wording, f"{inside}-", marks)
    due = expected_passage(item.eid, 2)
    for child in item.children:
        yield from _item_lines(child, inside, due, marks)
        due = following(due, child.eid)


def wording_text(wording: Wording, marks: Marks) -> str:
    """The words and the mark of a wording: nothing but the words where they are recorded."""
    words = escape(wording.text) if wording.text is not None else ""
    if wording.state is State.RECORDED and not wording.because and words:
        return words
    mark = _mark(wording.state, wording.because, marks)
    return f"{words} `{mark}`" if words else f"`{mark}`"


def possibility_lines(wording: Wording, bullet: str, marks: Marks) -> Iterator[str]:
    """The possibilities of an uncertain wording, one item each.

    Those of a heading have another bullet than provisions, which would otherwise be the same list.
    """
    for each in wording.possibilities:
        yield f"{bullet} {_possibility(each, marks)}"


def _possibility(each: Possibility, marks: Marks) -> str:
    mark = f"`or {_mark(each.state, each.because, marks)}`"
    return f"{mark} {escape(each.text)}" if each.text else mark


def _mark(state: State, because: Sequence[Reason], marks: Marks) -> str:
    laws = ", ".join(marks[reason] for reason in because)
    return f"{state.value}: {laws}" if laws else state.value


def blocks_of_quotes(quotes: Iterable[Quote]) -> Iterator[str]:
    """Notes that stand on their own, each behind an empty line."""
    for quote in quotes:
        yield ""
        yield from quote_lines(quote)


def quote_lines(quote: Quote) -> Iterator[str]:
    """A note, each of its lines on a line."""
    first, *others = quote.lines
    yield f"> **{quote.label.value}** {escape(first)}"
    yield from (f"> {escape(line)}" for line in others)
