"""The amending text of a bill: its items in the order of the law, as data and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lawdiff.drafting.places_in_words import in_words, top_of
from lawdiff.drafting.sentence import Ordered, ordered
from lawdiff.law.act_text import ACT, TITLE, TextNode
from lawdiff.law.amendment import TEXT, Amendment, Change, Insert, place_of
from lawdiff.law.eid import EId, number_order
from lawdiff.store.markdown_text import escape, escape_inside

_NUMBER = re.compile(r"\d{1,9}[.)] (?=\S)")


@dataclass(frozen=True, slots=True)
class BillItem:
    """A numbered item of the bill: what it orders in one article or chapter, and why.

    `lead` opens the place for several sentences ("in Article 31"); "" where one sentence says all.
    """

    place: EId
    lead: str
    orders: tuple[Ordered, ...]
    justification: str
    changes: tuple[Change, ...]


def bill_items(amendments: Iterable[Amendment], root: TextNode) -> tuple[BillItem, ...]:
    """The items of a bill about the act `root`, in the order of the law; one for each article and reason."""
    order = {node.eid: at for at, node in enumerate(root.walk())}
    placed = sorted(amendments, key=lambda amendment: _rank(amendment.change, order))
    found = []
    for (top, reason), group in groupby(placed, key=lambda each: (_top(each.change), each.justification)):
        changes = tuple(each.change for each in group)
        found.append(_item(top, reason, changes, root))
    return tuple(found)


def amending_text(items: Sequence[BillItem]) -> str:
    """The items as Markdown; `read_amendments` gives the same changes again."""
    return "\n".join(line for number, item in enumerate(items, 1) for line in _item_lines(number, item))


def _top(change: Change) -> EId:
    """What an item of the bill is about. A new article is an item of its own."""
    return top_of(place_of(change))


def _rank(change: Change, order: dict[EId, int]) -> tuple[float, ...]:
    """The place of a change in the law; a new provision comes behind the one before it."""
    eid = place_of(change)
    if eid == TEXT:
        return (-2.0,)
    if eid == TITLE:
        return (-1.0,)
    top = top_of(eid)
    at = float(order[top]) if top in order else _behind(top, order)
    inside = 0.0 if eid.kind == "heading" else float(order.get(eid.own, 0)) or _behind(eid, order)
    return (at, inside, 0.0 if eid.own in order else 1.0)


def _behind(eid: EId, order: dict[EId, int]) -> float:
    """The place behind the last provision of the same row with a smaller number, or behind its home."""
    row = [e for e in order if (e.kind, e.parent) == (eid.kind, eid.parent)]
    smaller = [e for e in row if number_order(e.number) < number_order(eid.number)]
    last = max(smaller, key=lambda e: number_order(e.number), default=None)
    inside = [at for e, at in order.items() if last and e.within(last)]
    base = float(max(inside, default=order.get(eid.parent or ACT, 0)))
    return base + 0.5


def _item(top: EId, reason: str, changes: tuple[Change, ...], root: TextNode) -> BillItem:
    if len(changes) == 1 or top in (TEXT, TITLE) or top not in {node.eid for node in root.walk()}:
        orders = tuple(ordered(change, None, _usual_home(change, root)) for change in changes)
        return BillItem(top, "", orders, reason, changes)
    orders = tuple(ordered(change, top) for change in changes)
    return BillItem(top, f"in {in_words(top)}", orders, reason, changes)


def _usual_home(change: Change, root: TextNode) -> EId:
    """The chapter that a new article falls into by its number."""
    home = ACT
    if isinstance(change, Insert) and change.node.eid.kind == "art":
        for node in root.walk():
            for child in node.children:
                own = child.eid.kind == "art"
                if own and number_order(child.eid.number) < number_order(change.node.eid.number):
                    home = node.eid
    return home


def _item_lines(number: int, item: BillItem) -> Iterator[str]:
    start = f"{number}) "
    indent = " " * len(start)
    if item.lead:
        yield f"{start}{item.lead}:"
        for each in item.orders:
            yield ""
            yield from _order_lines(each, f"{indent}- ", f"{indent}  ")
    else:
        for at, each in enumerate(item.orders):
            if at:
                yield ""
            yield from _order_lines(each, indent if at else start, indent)
    if item.justification:
        yield ""
        yield f"{indent}Justification: {escape_inside(item.justification)}"
    yield ""


def _order_lines(each: Ordered, start: str, indent: str) -> Iterator[str]:
    yield f"{start}{escape_inside(each.sentence)}{':' if each.wording else ';'}"
    if each.wording:
        yield ""
        yield from (f"{indent}> {_quoted(line)}" for line in each.wording)


def _quoted(line: str) -> str:
    """A line of a wording; its number may look like that of a list, which the reader takes back."""
    number = _NUMBER.match(line)
    return number[0] + escape(line[number.end() :]) if number else escape(line)
