"""The text of an act as plain words: what a proposal changes, and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lawdiff.law.answer import Node
from lawdiff.law.eid import EId
from lawdiff.law.wording import State, Wording

EXCLUDED = "(Is excluded)"  # what the edition itself prints beside an excluded number, Article 7(2)
NOT_KNOWN = "(The wording is not known)"
TITLE = EId("title")
ACT = EId("act")


@dataclass(frozen=True, slots=True)
class TextNode:
    """A provision with its words and nothing else: no states, notes or lines.

    `num` is the printed number, `heading` the title of a chapter or article (of the act itself: `act`).
    The words of an excluded provision are `EXCLUDED`, those nobody knows `NOT_KNOWN`: they stand where the
    words would, in the heading of an article and in the text of everything else.
    """

    eid: EId
    num: str
    heading: str | None = None
    text: str | None = None
    children: tuple[TextNode, ...] = ()

    def walk(self) -> Iterator[TextNode]:
        """This node and everything inside it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def texts(self) -> Iterator[tuple[EId, str]]:
        """Every heading and own text with its eId, in the order of the text."""
        for node in self.walk():
            if node.heading is not None:
                yield heading_of(node.eid), node.heading
            if node.text is not None:
                yield node.eid, node.text

    @property
    def is_excluded(self) -> bool:
        """Whether the number is kept and the words are gone."""
        return EXCLUDED in (self.heading, self.text)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that the node itself takes: "1) a child – ...", or a title and the passage under it."""
        if self.heading is None:
            return (" ".join(part for part in (self.num, self.text) if part),)
        title = f"{self.num}. {self.heading}" if self.num else self.heading
        return (title,) if self.text is None else (title, self.text)


def heading_of(eid: EId) -> EId:
    """The eId of a node's heading: that of the act is `title`."""
    return TITLE if eid == ACT else eid.heading


def numeral(eid: EId) -> str:
    """The number as the law prints it: "Article 14-1", "1.", "4-1)", "" for an unnumbered passage."""
    signs = {"art": "Article {}", "chp": "Chapter {}", "para": "{}.", "subpara": "{})"}
    return signs.get(eid.kind, "").format(eid.number)


def home_of(root: TextNode, eid: EId) -> EId:
    """The node that an eId hangs under, which the eId of an article does not say; `act` at the top."""
    return next((node.eid for node in root.walk() if any(child.eid == eid for child in node.children)), ACT)


def eids_inside(node: TextNode) -> Iterator[EId]:
    """The eIds of a node and of everything inside it, headings included."""
    for each in node.walk():
        yield each.eid
        if each.heading is not None:
            yield heading_of(each.eid)


def first_difference(one: TextNode, other: TextNode) -> EId:
    """The first text in which two versions of an act differ; `act` where only their order does."""
    before, after = dict(one.texts()), dict(other.texts())
    return next((eid for eid in (*before, *after) if before.get(eid) != after.get(eid)), ACT)


def find_node(root: TextNode, eid: EId) -> TextNode | None:
    """The node with that eId; `__al_1`, `__intro` and a heading's eId name the node that has the words."""
    wanted = ACT if eid == TITLE else eid.parent if eid.kind == "heading" else eid.own
    return next((node for node in root.walk() if node.eid == wanted), None)


def words_at(root: TextNode, eid: EId) -> str | None:
    """The heading or own text that an eId names, None where there is none."""
    node = find_node(root, eid)
    if node is None:
        return None
    return node.heading if eid == TITLE or eid.kind == "heading" else node.text


def changed_nodes(node: TextNode, change: Callable[[TextNode], TextNode | None]) -> TextNode | None:
    """The tree with `change` applied to every node from the inside out; None takes a node away."""
    children = tuple(new for child in node.children if (new := changed_nodes(child, change)) is not None)
    return change(node if children == node.children else replace(node, children=children))


def under_another_number(node: TextNode, eid: EId) -> TextNode:
    """The node and all inside it with the eIds that they have under another number."""
    inside = tuple(
        under_another_number(child, EId(eid + child.eid[len(node.eid) :]))
        if child.eid.within(node.eid)
        else child
        for child in node.children
    )
    return replace(node, eid=eid, num=numeral(eid), children=inside)


def act_text(node: Node) -> TextNode:
    """The plain words of an answer. Where a wording may not be shown, or several are possible, they are
    `NOT_KNOWN`; what is not there yet, or went to another number, is left out.

    The states are lost: ask the answer itself how well a wording is known.
    """
    heading = None if node.heading is None else _words(node.heading)
    if heading == EXCLUDED:
        return TextNode(node.eid, node.num, EXCLUDED)
    text = _words(node.wording) if node.has_own_text and not _has_heading_alone(node) else None
    if text == EXCLUDED and node.eid.kind == "art" and heading is None:
        return TextNode(node.eid, node.num, EXCLUDED)  # "Статья 6. Исключена Законом РК ..."
    if text == EXCLUDED:
        return TextNode(node.eid, node.num, heading, EXCLUDED)
    children = (act_text(child) for child in node.children if not _is_nowhere(child))
    return TextNode(node.eid, node.num, heading, text, tuple(children))


def _words(wording: Wording) -> str:
    if wording.text is not None and wording.state is not State.ABSENT:
        return wording.text
    return EXCLUDED if wording.state in _GONE and _is_excluded(wording) else NOT_KNOWN


_GONE = (State.ABSENT, State.PROPOSED)


def _is_excluded(wording: Wording) -> bool:
    """Whether a law, or a proposal, took the words away and left the number."""
    return any(reason.kind == "repeal" for reason in wording.deciding)


def _has_heading_alone(node: Node) -> bool:
    """Whether an article's own text is absent only because its words stand in what hangs under it."""
    return bool(node.heading and node.children and node.wording.state is State.ABSENT)


def _is_nowhere(node: Node) -> bool:
    """Whether nothing is there under a number: it is to be inserted, or its words went to another one."""
    wordings = list(node.wordings())
    return bool(wordings) and all(
        wording.text is None and wording.state in _GONE and not _is_excluded(wording) for wording in wordings
    )
