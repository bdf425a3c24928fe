"""What the document refers to: the act as enacted, the amending laws, who speaks, and in what terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from lawdiff.law.answer import Answer
from lawdiff.store.akn.document import LawReference
from lawdiff.store.akn.uris import Uris, law_ids, law_uri, ontology_uri
from lawdiff.store.akn.xml_tree import Element, tag

_SPEAKERS = (
    ("TLCOrganization", "organization", "legislator", "the body that adopted the act"),
    ("TLCOrganization", "organization", "editors", "the editors of the consolidated text and of its notes"),
    ("TLCOrganization", "organization", "lawdiff", "lawdiff, which worked out this expression"),
    ("TLCRole", "role", "author", "author"),
    ("TLCRole", "role", "editor", "editor"),
    ("TLCConcept", "concept", "wording", "the days on which this wording, in its state, is the answer"),
    ("TLCConcept", "concept", "inForce", "certainly in force"),
    ("TLCConcept", "concept", "possiblyInForce", "perhaps in force: the day of commencement is not known"),
)


WHOLE = "whole"


def references(answer: Answer, laws: Sequence[LawReference], uris: Uris) -> Element:
    """The block of references, the laws by adoption; from a portion also the document that it is one of."""
    ids = law_ids(laws)
    passive = (_reference(law, ids[law.number, law.adopted], uris) for law in laws)
    original = tag("original", {"eId": "original", "href": uris.original, "showAs": "the act as enacted"})
    speakers = (
        tag(name, {"eId": own, "href": ontology_uri(kind, own), "showAs": shown})
        for name, kind, own, shown in _SPEAKERS
    )
    whole = [] if answer.provision is None else [_whole(answer, uris)]
    return tag("references", {"source": "#lawdiff"}, original, *passive, *whole, *speakers)


def _whole(answer: Answer, uris: Uris) -> Element:
    named = {"name": "includedIn", "eId": WHOLE, "href": uris.whole_expression}
    return tag("TLCReference", {**named, "showAs": f"the act on {answer.day}"})


def _reference(law: LawReference, eid: str, uris: Uris) -> Element:
    """A law as a passive reference; one whose day of adoption is not known has no IRI of its own."""
    known = {
        "shortForm": law.number,
        "ld:adopted": f"{law.adopted}" if law.adopted else None,
        "ld:published": f"{law.published}" if law.published else None,
        "ld:title": law.title or None,
    }
    if law.adopted is None:
        named = {
            "name": "law",
            "eId": eid,
            "href": ontology_uri("law", f"{uris.country}.{law.number}"),
            "showAs": f"Law No. {law.number}",
        }
        return tag("TLCReference", {**named, **known})
    cited = {
        "eId": eid,
        "href": law_uri(uris.country, law.adopted, law.number),
        "showAs": f"Law No. {law.number} of {law.adopted}",
    }
    return tag("passiveRef", {**cited, **known})


def laws_read(block: Element) -> Iterator[LawReference]:
    """The laws of a block of references."""
    for element in block.elements:
        if element.name in ("passiveRef", "TLCReference") and element.value("eId") != WHOLE:
            attributes = element.attributes
            yield LawReference(
                element.value("shortForm"),
                _day(attributes.get("ld:adopted")),
                attributes.get("ld:title", ""),
                _day(attributes.get("ld:published")),
            )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
