"""The words of the act: its title, preamble, provisions and closing, with no word that is not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from lawdiff.law.answer import Node
from lawdiff.law.eid import EId
from lawdiff.law.wording import Reason, State, Wording
from lawdiff.store.akn.document import TITLE, ActDocument
from lawdiff.store.akn.lifecycle import period_id
from lawdiff.store.akn.linked_words import LinkedWords, Links
from lawdiff.store.akn.ref_elements import with_links
from lawdiff.store.akn.shared_elements import SharedElements
from lawdiff.store.akn.uris import Uris
from lawdiff.store.akn.vocabulary import ELEMENTS, OTHER, WITH_TEXT, status
from lawdiff.store.akn.xml_tree import Element, flag, tag

Attributes = Mapping[str, str | None]
_CHAPTERS = frozenset({"part", "sec", "subsec", "chp"})


class BodyWriter:
    """Writes the texts of one document; `held` are the eIds that it has, `shared` is what other files of the
    act have too."""

    def __init__(self, document: ActDocument, held: Set[EId], shared: SharedElements | None) -> None:
        self._document = document
        self._marks = document.marks
        self._uris = Uris.of(document.answer)
        self._held = held
        self._top = document.answer.node
        self._shared = shared
        self._links = _by_unit(document.links)

    def act(self) -> Iterator[Element]:
        """What stands behind the metadata of an act, in its order."""
        first = self._top.children[:1]
        preamble = first[0] if first and _is_plain_preamble(first[0]) else None
        yield self._preface()
        if preamble:
            yield self._plain_preamble(preamble)
        children = self._top.children[1 if preamble else 0 :]
        yield tag("body", self._state(self._top.wording), *(self._node(child) for child in children))
        if self._document.closing:
            yield tag("conclusions", {}, *_lines("conclusions", self._document.closing))

    def portion(self) -> Element:
        """What stands behind the metadata of a portion: its one provision."""
        if self._top.eid != self._document.answer.provision or self._top.eid.kind == "heading":
            raise ValueError(f"{self._document.answer.provision} is not one provision")
        if _is_plain_preamble(self._top):
            return tag("portionBody", {}, self._plain_preamble(self._top))
        return tag("portionBody", {}, self._node(self._top))

    def _preface(self) -> Element:
        title = self._top.heading
        if title is None:
            raise ValueError("the act has no title")
        words = tag("docTitle", {"eId": TITLE, **self._wording(TITLE, title)}, *self._words(TITLE, title))
        longer = tag("longTitle", {}, tag("p", {}, words))
        return tag("preface", {}, longer, *_lines("preface", self._document.opening))

    def _plain_preamble(self, node: Node) -> Element:
        own = self._passage(node.eid.child("al", "1"), node)
        rest = (self._passage(each.eid, each) for each in node.children)
        return tag("preamble", {"eId": node.eid}, own, *rest)

    def _passage(self, eid: EId, node: Node) -> Element:
        attributes = {"eId": eid, **self._own(node), "ld:existed": flag(node.existed)}
        return tag("p", attributes, *self._words(node.eid, node.wording))

    def _node(self, node: Node, is_below_closed: bool = False) -> Element:
        """A provision; an article that another file has too, as it was written for that."""
        span = self._shared.span(node.eid, self._document.answer.day) if self._shared else None
        if self._shared is None or span is None:
            return self._provision(node, is_below_closed)
        links = self._links.get(node.eid, ())
        here = tuple(link.target in self._held for _, found in links for link in found)
        key = (node.eid, span, is_below_closed, links, here)
        return self._shared.element(key, lambda: self._provision(node, is_below_closed))

    def _provision(self, node: Node, is_below_closed: bool) -> Element:
        """A provision. Its number is no text of the law while it has yet to come, nor inside a provision of
        which no word is known, unless a source proves that the item was there."""
        name = ELEMENTS.get(node.eid.kind, OTHER)
        gone = _status_of_node(node)
        is_closed = is_below_closed or _is_closed(node)  # even there a source may tell of an item
        is_hidden = (is_below_closed and not node.existed) or gone == "undefined"
        attributes: Attributes = {
            "name": node.eid.kind if name == OTHER else None,
            "eId": node.eid,
            "status": gone,
            **({} if node.has_own_text else self._state(node.wording)),
            "ld:num": node.num if is_hidden and node.num else None,
            "ld:existed": flag(node.existed),
        }
        num = [tag("num", {}, node.num)] if node.num and not is_hidden else []
        children = (self._node(child, is_closed) for child in node.children)
        return tag(name, attributes, *num, *self._heading(node), *self._own_text(node), *children)

    def _heading(self, node: Node) -> Iterator[Element]:
        if node.heading:
            eid = node.eid.heading
            words = self._words(eid, node.heading)
            yield tag("heading", {"eId": eid, **self._wording(eid, node.heading)}, *words)

    def _own_text(self, node: Node) -> Iterator[Element]:
        """The own text as the content of a provision, as what introduces a list, or as the first alinea of
        several: `__content`, `__intro`, `__al_1`."""
        if not node.has_own_text:
            return
        if not node.children:
            yield self._block("content", f"{node.eid}__content", node)
        elif all(child.eid.kind == "al" for child in node.children):
            first = node.eid.child("al", "1")
            yield tag("alinea", {"eId": first}, self._block("content", f"{first}__content", node))
        else:
            yield self._block("intro", f"{node.eid}__intro", node)

    def _block(self, name: str, eid: str, node: Node) -> Element:
        words = self._words(node.eid, node.wording)
        return tag(name, {"eId": eid, **self._own(node)}, *([tag("p", {}, *words)] if words else []))

    def _own(self, node: Node) -> Attributes:
        return self._wording(node.eid, node.wording, bool(node.note))

    def _wording(self, eid: EId, wording: Wording, is_printed_gone: bool = False) -> Attributes:
        """The attributes of a text: its AKN status and interval, and lawdiff's state and reasons."""
        return {
            "status": status(wording.state, wording.because, is_printed_gone),
            "period": f"#{period_id(self._document.periods[eid])}",
            **self._state(wording),
        }

    def _words(self, eid: EId, wording: Wording) -> tuple[Element | str, ...]:
        """The words that may be shown as text, with their links; ValueError where there are some that may
        not."""
        if not wording.text:
            return ()
        if wording.state not in WITH_TEXT:
            raise ValueError(f"a wording that is {wording.state.value} has words: {wording.text[:40]!r}")
        return with_links(wording.text, eid, self._document.links, self._uris, self._held)

    def _state(self, wording: Wording) -> Attributes:
        return {
            "ld:state": None if wording.state is State.RECORDED else wording.state.value,
            "ld:because": " ".join(self._marks[reason] for reason in wording.because) or None,
        }


def _by_unit(links: Links) -> Mapping[str, tuple[tuple[EId, tuple[LinkedWords, ...]], ...]]:
    """The links of each article, by its eId."""
    found: dict[str, tuple[tuple[EId, tuple[LinkedWords, ...]], ...]] = {}
    for eid, inside in links.items():
        unit = eid.partition("__")[0]
        found[unit] = (*found.get(unit, ()), (eid, inside))
    return found


def _lines(name: str, lines: tuple[str, ...]) -> Iterator[Element]:
    for number, line in enumerate(lines, start=1):
        yield tag("p", {"eId": f"{name}__p_{number}"}, line)


def _status_of_node(node: Node) -> str | None:
    """The AKN status of a provision nothing of which is part of the law that day."""
    because: list[Reason] = []
    for inner in node.walk():
        for wording in (inner.heading, inner.wording):
            if wording and wording.state is not State.ABSENT:
                return None
            because += wording.because if wording else ()
    return status(State.ABSENT, tuple(because), bool(node.note))


def _is_closed(node: Node) -> bool:
    """Whether there is not a word of law to show in an article or in what stands inside it."""
    return node.eid.kind not in _CHAPTERS and all(
        inner.wording.state in (State.ABSENT, State.UNRECORDED) for inner in node.walk()
    )


def _is_plain_preamble(node: Node) -> bool:
    """Whether the preamble is unnumbered passages alone, as an AKN preamble can hold them."""
    passages = (node, *node.children)
    return (
        node.eid == "preamble"
        and all(each.has_own_text and not each.num and each.heading is None for each in passages)
        and all(child.eid.kind == "al" and not child.children for child in node.children)
    )
