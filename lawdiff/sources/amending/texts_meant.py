"""Which texts of the act an order can be about, and what of it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from lawdiff.law.act_text import TITLE, TextNode, find_node
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.instruction import Instruction

_C = TypeVar("_C")


def says_article(instruction: Instruction) -> bool:
    """Whether each place of the order names its article itself."""
    return all(
        place.is_act or (place.levels and place.levels[0][0] in ("art", "chp", "preamble"))
        for place in instruction.places
    )


def texts_at(root: TextNode, target: EId) -> Iterator[tuple[EId, str]]:
    """The texts that an order about a place can be about: its own words and all inside it but titles."""
    node = find_node(root, target)
    if node is None:
        yield target.own, ""
    elif target == TITLE or target.kind == "heading":
        yield target, node.heading or ""
    elif target.names_own_text:
        yield node.eid, node.text or ""
    else:
        yield from ((each.eid, each.text) for each in node.walk() if each.text is not None)


def has_inside(root: TextNode, eid: EId) -> bool:
    node = find_node(root, eid)
    return node is not None and bool(node.children)


def readable(changes: Iterator[_C]) -> list[_C]:
    """The changes, none where their wording cannot be read: the place is told all the same."""
    try:
        return list(changes)
    except SourceError:
        return []
