"""An act on a day, written as one Akoma Ntoso file."""

from __future__ import annotations

from lawdiff.law.answer import Node
from lawdiff.law.eid import EId
from lawdiff.store.akn.body_writer import BodyWriter
from lawdiff.store.akn.document import TITLE, ActDocument
from lawdiff.store.akn.editor_notes import notes_element
from lawdiff.store.akn.identification import identification
from lawdiff.store.akn.knowledge import proprietary, reason_marks
from lawdiff.store.akn.lifecycle import Lifecycle
from lawdiff.store.akn.modifications import Modifications
from lawdiff.store.akn.references import references
from lawdiff.store.akn.uris import Uris
from lawdiff.store.akn.vocabulary import AKN, LD
from lawdiff.store.akn.xml_tree import Element, document_text, tag


def write_akn(document: ActDocument) -> str:
    """The file of an act on a day, valid against the strict schema of Akoma Ntoso 3.0.

    The same document gives the same text; `read_akn` gives the document again. ValueError for an answer
    about a part of the act alone.
    """
    if document.answer.provision is not None:
        raise ValueError(f"an act is written whole, not {document.answer.provision} alone")
    marks = reason_marks(document.answer.node)
    act = tag(
        "act",
        {"name": "act", "contains": "singleVersion"},
        _meta(document, proprietary(document, marks)),
        *BodyWriter(document, marks).elements(),
    )
    return document_text(tag("akomaNtoso", {"xmlns": AKN, "xmlns:ld": LD}, act))


def _meta(document: ActDocument, known: Element) -> Element:
    uris = Uris.of(document.answer)
    lifecycle = Lifecycle(document)
    modifications = Modifications(uris, _held(document.answer.node), lifecycle)
    blocks = (
        identification(document.answer, uris),
        lifecycle.element(),
        modifications.element(document.effects),
        lifecycle.temporal_data(),
        references(document.laws, uris),
        notes_element(document.notes),
        known,
    )
    return tag("meta", {}, *(block for block in blocks if block))


def _held(act: Node) -> set[EId]:
    """The eIds of ours that the document has: provisions, their headings, the title."""
    nodes = [node for node in act.walk() if node is not act]
    headings = {node.eid.heading for node in nodes if node.heading}
    return {TITLE, *headings, *(node.eid for node in nodes)}
