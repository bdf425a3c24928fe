"""From an act and its edited text to amendments: the smallest natural set, in the order of the law."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lawdiff.drafting.amending_text import amending_text, bill_items
from lawdiff.drafting.as_intended import as_intended
from lawdiff.drafting.node_changes import Moves, article_changes, changes_inside, heading_changes
from lawdiff.history.applied import applied
from lawdiff.law.act_text import ACT, EXCLUDED, TextNode, find_node, first_difference, heading_of, home_of
from lawdiff.law.address import cite
from lawdiff.law.amendment import Amendment, Change, Exclude, Insert, Reword
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.outline import outline
from lawdiff.sources.instructions.plain_markdown import markdown_lines
from lawdiff.sources.instructions.reader import read_amendments

# From the finest set of changes of an article to a new wording of all of it.
_Grain = Callable[[TextNode, TextNode, Moves], tuple[Change, ...]]


def changes_between(before: TextNode, after: TextNode) -> tuple[Change, ...]:
    """The amendments that make `after` of `before`.

    A number deleted with its line is an exclusion: it stays in the law without words. The amendments are
    written, read again and applied, and make the text byte for byte; where the finest ones do not, a coarser
    set is taken. SourceError, with the place, for an edit that no amendment can make.
    """
    intended, moves = as_intended(before, after)
    changes: list[Change] = [*moves.of_articles, *_titles(before, intended)]
    articles = {node.eid: node for node in before.walk() if node.eid.kind == "art"}
    for node in intended.walk():
        old = articles.get(node.eid)
        if node.eid in moves.arrived or node.eid.kind != "art":
            continue
        if old is None:
            changes += _inserted(intended, node, {each.eid for each in before.walk()})
        elif old != node:
            changes += _closing(before, old, node, moves)
    front, new_front = find_node(before, EId("preamble")), find_node(intended, EId("preamble"))
    if front and new_front and front != new_front:
        changes += _closing(before, front, new_front, moves)
    found = tuple(changes)
    _must_close(before, found, intended)
    return found


def _titles(before: TextNode, after: TextNode) -> list[Change]:
    """The titles of the act and its chapters, and chapters that come or go."""
    found: list[Change] = []
    old = {node.eid: node for node in before.walk() if node.eid.kind == "chp" or node.eid == ACT}
    for node in after.walk():
        there = old.get(node.eid)
        if node.eid.kind == "chp" and there is None:
            found.append(Insert(ACT, node))
        elif there is not None and there.heading != node.heading:
            if node.heading == EXCLUDED:
                found.append(Exclude(node.eid))
            else:
                found += heading_changes(heading_of(node.eid), there.heading or "", node.heading or "")
    return found


def _inserted(after: TextNode, node: TextNode, old: set[EId]) -> list[Change]:
    """A new article; one that comes with a new chapter is in that chapter's wording."""
    home = home_of(after, node.eid)
    return [Insert(home, node)] if home == ACT or home in old else []


def _closing(before: TextNode, old: TextNode, new: TextNode, moves: Moves) -> tuple[Change, ...]:
    """The finest changes of an article that make exactly its new text when they are written, read and
    applied."""
    grains: tuple[_Grain, ...] = (_finest, _provisions_reworded, _article_reworded)
    for grain in grains:
        try:
            changes = grain(old, new, moves)
            got = find_node(_read_and_applied(before, changes), new.eid)
        except SourceError:
            continue
        if got == new:
            return changes
    raise SourceError(
        f"what was made of {cite(old.eid)} cannot be written as an amendment that gives the same text; "
        "look for lines that begin like a number, or for quotation marks that do not close"
    )


def _finest(old: TextNode, new: TextNode, moves: Moves) -> tuple[Change, ...]:
    """Words, provisions and numbers one by one."""
    return (*article_changes(old, new, moves), *moves.inside(old.eid))


def _provisions_reworded(old: TextNode, new: TextNode, moves: Moves) -> tuple[Change, ...]:  # noqa: ARG001
    """Each provision of the article that is not as it was in a new wording."""
    return changes_inside(old, new, Moves(), whole=True)


def _article_reworded(old: TextNode, new: TextNode, moves: Moves) -> tuple[Change, ...]:  # noqa: ARG001
    return (Reword(old.eid, new),)


def _read_and_applied(before: TextNode, changes: Sequence[Change]) -> TextNode:
    text = amending_text(bill_items([Amendment(change, 0) for change in changes], before))
    read = read_amendments(outline(markdown_lines(text)), before)
    return applied(before, [amendment.change for amendment in read])


def _must_close(before: TextNode, changes: Sequence[Change], intended: TextNode) -> None:
    if not changes:
        return
    got = _read_and_applied(before, changes)
    if got != intended:
        place = cite(first_difference(intended, got))
        raise SourceError(f"the edits around {place} cannot be written as amendments that give the same text")
