"""An act on a day, or a provision of it, written as one Akoma Ntoso file."""

from __future__ import annotations

from collections.abc import Set

from lawdiff.law.eid import EId
from lawdiff.store.akn.body_writer import BodyWriter
from lawdiff.store.akn.document import ActDocument
from lawdiff.store.akn.editor_notes import notes_element
from lawdiff.store.akn.identification import identification
from lawdiff.store.akn.knowledge import proprietary
from lawdiff.store.akn.lifecycle import Lifecycle
from lawdiff.store.akn.modifications import Modifications
from lawdiff.store.akn.references import WHOLE, references
from lawdiff.store.akn.shared_elements import SharedElements
from lawdiff.store.akn.uris import Uris
from lawdiff.store.akn.vocabulary import AKN, LD
from lawdiff.store.akn.xml_tree import Element, document_text, tag


def write_akn(document: ActDocument, shared: SharedElements | None = None) -> str:
    """The file of a document, valid against the strict schema of Akoma Ntoso 3.0: the act is an `act`, a
    provision alone a `portion`.

    The same document gives the same text; `read_akn` gives the document again. With `shared`, what other
    files of the act have too is written once for all. ValueError for several provisions or a heading alone.
    """
    held = document.held
    meta, body = _meta(document, held, shared), BodyWriter(document, held, shared)
    if document.answer.provision is None:
        top = tag("act", {"name": "act", "contains": "singleVersion"}, meta, *body.act())
    else:
        top = tag("portion", {"includedIn": f"#{WHOLE}"}, meta, body.portion())
    return document_text(tag("akomaNtoso", {"xmlns": AKN, "xmlns:ld": LD}, top))


def _meta(document: ActDocument, held: Set[EId], shared: SharedElements | None) -> Element:
    uris = Uris.of(document.answer)
    lifecycle = Lifecycle(document)
    modifications = Modifications(uris, held, lifecycle)
    blocks = (
        identification(document.answer, uris),
        lifecycle.element(),
        _analysis(document, held, modifications, shared),
        lifecycle.temporal_data(),
        references(document.answer, document.laws, uris),
        _notes(document, shared),
        proprietary(document),
    )
    return tag("meta", {}, *(block for block in blocks if block))


def _analysis(
    document: ActDocument, held: Set[EId], modifications: Modifications, shared: SharedElements | None
) -> Element | None:
    """The block of effects, None where nothing ever changed the act."""
    if not document.effects:
        return None
    if shared is None:
        return modifications.element(document.effects)
    ends = frozenset(end for each in document.effects for end in (each.target, each.moved_to) if end in held)
    key = ("analysis", document.answer.provision, document.laws, ends)
    return shared.element(key, lambda: modifications.element(document.effects))


def _notes(document: ActDocument, shared: SharedElements | None) -> Element | None:
    """The block of notes, None where the edition has none there."""
    if not document.notes:
        return None
    if shared is None:
        return notes_element(document.notes)
    return shared.element(("notes", document.answer.provision), lambda: notes_element(document.notes))
