"""The words of the act read back into nodes."""

from __future__ import annotations

from collections.abc import Mapping

from lawdiff.law.answer import Node
from lawdiff.law.eid import EId
from lawdiff.law.wording import State, Wording
from lawdiff.store.akn.document import TITLE, Period
from lawdiff.store.akn.knowledge import Knowledge
from lawdiff.store.akn.linked_words import LinkedWords, Links
from lawdiff.store.akn.ref_elements import links_read
from lawdiff.store.akn.vocabulary import ELEMENTS, OTHER
from lawdiff.store.akn.xml_tree import Element

_PROVISIONS = frozenset({*ELEMENTS.values(), OTHER})


class BodyReader:
    """Reads the texts of one file with its metadata at hand; `periods` and `links` fill while they
    are read."""

    def __init__(self, top: Element, knowledge: Knowledge) -> None:
        self._top = top
        self._knowledge = knowledge
        self._periods: dict[EId, Period] = {}
        self._links: dict[EId, tuple[LinkedWords, ...]] = {}
        self._work = top.one("meta", "identification", "FRBRWork", "FRBRuri").value("value")

    @property
    def periods(self) -> Mapping[EId, Period]:
        """The intervals of the texts that were read."""
        return self._periods

    @property
    def links(self) -> Links:
        """The links in the texts that were read."""
        return self._links

    def node(self) -> Node:
        """The act with everything inside it, or the one provision of a portion."""
        if self._top.name == "portion":
            return self._portion()
        title = self._top.one("preface", "longTitle", "p", "docTitle")
        heading = self._wording(TITLE, title, title)
        body = self._top.one("body")
        found = self._top.first("preamble")
        preamble = (self._preamble(found),) if found else ()
        children = (*preamble, *(self._node(element) for element in body.elements))
        return Node(EId("act"), "", heading, self._state(body), False, "", children)

    def lines(self, block: str) -> tuple[str, ...]:
        """The lines of the edition in the preface or the conclusions."""
        found = self._top.first(block)
        return tuple(element.text for element in found.all("p")) if found else ()

    def _portion(self) -> Node:
        body = self._top.one("portionBody")
        if len(body.elements) != 1:
            raise ValueError(f"line {body.line}: a portion has one provision")
        found = body.elements[0]
        return self._preamble(found) if found.name == "preamble" else self._node(found)

    def _preamble(self, found: Element) -> Node:
        own = found.one("p")
        rest = (each for each in found.all("p") if each is not own)
        children = tuple(self._leaf(each.eid("eId"), each, ()) for each in rest)
        return self._leaf(found.eid("eId"), own, children)

    def _leaf(self, eid: EId, words: Element, children: tuple[Node, ...]) -> Node:
        note = self._knowledge.printed.get(eid, "")
        return Node(
            eid, "", None, self._wording(eid, words, words), True, note, children, words.has("ld:existed")
        )

    def _node(self, element: Element) -> Node:
        if element.name not in _PROVISIONS:
            raise ValueError(f"line {element.line}: <{element.name}> is no provision")
        eid = element.eid("eId")
        num = element.first("num")
        heading = element.first("heading")
        own = _own_text(element, eid)
        wording = self._wording(eid, own, own.first("p")) if own else self._state(element)
        inside = (child for child in element.elements if child.name in _PROVISIONS)
        children = tuple(
            self._node(child) for child in inside if child.attributes.get("eId") != f"{eid}__al_1"
        )
        return Node(
            eid=eid,
            num=num.text if num else element.attributes.get("ld:num", ""),
            heading=self._wording(eid.heading, heading, heading) if heading else None,
            wording=wording,
            has_own_text=own is not None,
            note=self._knowledge.printed.get(eid, ""),
            children=children,
            existed=element.has("ld:existed"),
        )

    def _wording(self, eid: EId, marked: Element, words: Element | None) -> Wording:
        """The wording of a text: its marks are on one element, its words may be on another inside it."""
        period = marked.value("period")
        if period not in self._knowledge.periods:
            raise ValueError(f"line {marked.line}: there is no interval {period}")
        self._periods[eid] = self._knowledge.periods[period]
        found = self._state(marked)
        text = words.words if words and words.children else None
        links = tuple(links_read(words, self._work)) if words else ()
        if links:
            self._links[eid] = links
        return Wording(found.state, text, found.because, self._knowledge.possibilities.get(eid, ()))

    def _state(self, element: Element) -> Wording:
        state = State(element.attributes.get("ld:state", State.RECORDED.value))
        because = self._knowledge.because(element.attributes.get("ld:because", ""), element.line)
        return Wording(state, None, because)


def _own_text(element: Element, eid: EId) -> Element | None:
    """The element with a provision's own text: its content, its intro, or its first alinea's content."""
    for name in ("content", "intro"):
        found = element.first(name)
        if found:
            return found
    first = (alinea for alinea in element.all("alinea") if alinea.attributes.get("eId") == f"{eid}__al_1")
    return next((alinea.one("content") for alinea in first), None)
