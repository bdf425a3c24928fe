"""Random edits of an act, as a drafter would make them in an editor, for the tests of the closed loop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from lawdiff.history.numbering import next_number
from lawdiff.law.act_text import (
    ACT,
    NOT_KNOWN,
    TextNode,
    changed_nodes,
    numeral,
    under_another_number,
)
from lawdiff.law.eid import EId, number_order

_WORDS = "child children right of the law shall be, provided; “quoted” state-owned (2) 3 and which: other’s"
_VOCABULARY = (*_WORDS.split(), "=", "*bold*", "_x_", "1)", "2.", "–", "Law", "10,5", "“On Education”", "и")


def edited(chance: Random, root: TextNode, edits: int) -> TextNode:
    """The act after that many edits at random places; those that do not fit a place change nothing."""
    kinds: tuple[Callable[[Random, TextNode], TextNode], ...] = (_words, _words, _words, _delete, _add, _add)
    kinds += (_renumber, _swap, _add_article)
    for _ in range(edits):
        root = chance.choice(kinds)(chance, root)
    return root


def _replaced(root: TextNode, eid: EId, change: Callable[[TextNode], TextNode | None]) -> TextNode:
    done = changed_nodes(root, lambda node: change(node) if node.eid == eid else node)
    assert done is not None
    return done


def _nodes(root: TextNode, *kinds: str) -> list[TextNode]:
    return [node for node in root.walk() if node.eid.kind in kinds and not node.is_excluded]


def _phrase(chance: Random, most: int = 12) -> str:
    """Words that begin with a letter: a line that begins like a number is another provision."""
    words = [chance.choice(_VOCABULARY) for _ in range(chance.randint(0, most - 1))]
    return " ".join(("provision", *words))


def _words(chance: Random, root: TextNode) -> TextNode:
    """A word put in, taken out or put in the place of another; sometimes the whole text anew."""
    node = chance.choice(_nodes(root, "act", "chp", "art", "preamble", "para", "subpara", "al"))
    if node.text and node.text != NOT_KNOWN:
        text = _other_words(chance, node.text)
        return _replaced(root, node.eid, lambda each: replace(each, text=text))
    if node.heading and node.heading != NOT_KNOWN:
        heading = _other_words(chance, node.heading)
        return _replaced(root, node.eid, lambda each: replace(each, heading=heading))
    return root


def _other_words(chance: Random, text: str) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words))
    match chance.randrange(6):
        case 0 | 1:
            words[at] = chance.choice(_VOCABULARY) if at else _phrase(chance, 1)
        case 2 | 3 if len(words) > 3:
            del words[max(at, 1) : at + chance.randint(1, 4)]
        case 4:
            words.insert(at + 1, _phrase(chance, 3))
        case _:
            return _phrase(chance)
    return " ".join(words)


def _delete(chance: Random, root: TextNode) -> TextNode:
    """A provision with all that hangs under it."""
    node = chance.choice(_nodes(root, "art", "para", "subpara", "al"))
    return _counted(_replaced(root, node.eid, lambda _: None), node.eid.parent or ACT)


def _add(chance: Random, root: TextNode) -> TextNode:
    """A paragraph, item or passage where it can stand, numbered by the rules."""
    holder = chance.choice(_nodes(root, "art", "para"))
    kind = chance.choice(("para", "subpara", "al"))
    row = [child for child in holder.children if child.eid.kind == kind]
    if kind == "al":
        return _add_passage(chance, root, holder)
    if not row and (kind == "para" or holder.children or holder.eid.kind == "art"):
        return root
    behind = chance.choice(row) if row else None
    taken = {child.eid.number for child in row}
    number = next_number(behind.eid.number, taken) if behind else "1"
    node = _provision(chance, holder.eid.child(kind, number))
    return _with_child(root, holder.eid, _place(holder, node.eid), node)


def _add_passage(chance: Random, root: TextNode, holder: TextNode) -> TextNode:
    if holder.text is None or any(child.eid.kind == "para" for child in holder.children):
        return root
    has_items = any(child.eid.kind == "subpara" for child in holder.children)
    at = len(holder.children) if has_items else chance.randint(0, len(holder.children))
    node = TextNode(holder.eid.child("al", "99"), "", text=_phrase(chance))
    return _counted(_with_child(root, holder.eid, at, node), holder.eid)


def _provision(chance: Random, eid: EId) -> TextNode:
    """A new provision, a paragraph sometimes with items."""
    items = chance.randint(1, 3) if eid.kind == "para" and chance.random() < 0.3 else 0
    children = (eid.child("subpara", f"{number}") for number in range(1, items + 1))
    nodes = tuple(TextNode(child, numeral(child), text=_phrase(chance)) for child in children)
    return TextNode(eid, numeral(eid), text=_phrase(chance), children=nodes)


def _add_article(chance: Random, root: TextNode) -> TextNode:
    articles = [node for node in root.walk() if node.eid.kind == "art"]
    behind = chance.choice(articles)
    number = next_number(behind.eid.number, {node.eid.number for node in articles})
    eid = EId(f"art_{number}")
    numbers = range(1, chance.randint(1, 4))
    paragraphs = tuple(_provision(chance, eid.child("para", f"{at}")) for at in numbers)
    text = None if paragraphs else _phrase(chance)
    node = TextNode(eid, numeral(eid), _phrase(chance), text, paragraphs)
    home = next(each for each in root.walk() if behind in each.children)
    return _with_child(root, home.eid, _place(home, eid), node)


def _place(holder: TextNode, eid: EId) -> int:
    """The index behind the last number of the row that is smaller."""
    smaller = [
        at
        for at, child in enumerate(holder.children)
        if child.eid.kind == eid.kind and number_order(child.eid.number) < number_order(eid.number)
    ]
    return smaller[-1] + 1 if smaller else 0


def _with_child(root: TextNode, home: EId, at: int, node: TextNode) -> TextNode:
    return _replaced(
        root,
        home,
        lambda each: replace(each, children=(*each.children[:at], node, *each.children[at:])),
    )


def _row(chance: Random, root: TextNode) -> tuple[TextNode, list[TextNode]]:
    """A node and the numbered provisions under it, without those that have a hyphen or are excluded."""
    holder = chance.choice(_nodes(root, "art", "para"))
    kind = chance.choice(("para", "subpara"))
    row = [child for child in holder.children if child.eid.kind == kind and not child.is_excluded]
    return holder, [child for child in row if "-" not in child.eid.number]


def _renumber(chance: Random, root: TextNode) -> TextNode:
    """A provision deleted, and those behind it counted up, as people do who do not know the rule."""
    holder, row = _row(chance, root)
    if len(row) < 3:
        return root
    at = chance.randrange(len(row) - 1)
    moved = dict(zip((each.eid for each in row[at:]), row[at + 1 :], strict=False))
    return _with_row(root, holder, moved, row[-1].eid)


def _swap(chance: Random, root: TextNode) -> TextNode:
    """Two provisions in each other's place."""
    holder, row = _row(chance, root)
    if len(row) < 2:
        return root
    one, other = chance.sample(row, 2)
    return _with_row(root, holder, {one.eid: other, other.eid: one}, None)


def _with_row(root: TextNode, holder: TextNode, moved: dict[EId, TextNode], gone: EId | None) -> TextNode:
    children = tuple(
        under_another_number(moved.get(child.eid, child), child.eid)
        for child in holder.children
        if child.eid != gone
    )
    return _replaced(root, holder.eid, lambda each: replace(each, children=children))


def _counted(root: TextNode, home: EId) -> TextNode:
    """The act with the passages under a node counted again."""

    def counted(node: TextNode) -> TextNode:
        found: list[TextNode] = []
        number = 2
        for child in node.children:
            if child.eid.kind != "al":
                found.append(child)
                continue
            found.append(under_another_number(child, node.eid.child("al", f"{number}")))
            number += 1
        return replace(node, children=tuple(found))

    return _replaced(root, home, counted)
