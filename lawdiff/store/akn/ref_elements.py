"""Linked words as `ref` elements among the words of a text, written and read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lawdiff.law.eid import EId, is_eid
from lawdiff.store.akn.linked_words import LinkedWords, Links
from lawdiff.store.akn.uris import Uris, law_uri
from lawdiff.store.akn.xml_tree import Element, flag, tag

_ACT = EId("act")
_LAW = re.compile(r"/akn/[^/]+/act/([0-9]{4}-[0-9]{2}-[0-9]{2})/([^/]+)")


def with_links(text: str, eid: EId, links: Links, uris: Uris) -> tuple[Element | str, ...]:
    """The text in parts, its linked words as `ref`."""
    parts: list[Element | str] = []
    at = 0
    for number, link in enumerate(links.get(eid, ()), start=1):
        start, end = link.span
        marks = {
            "eId": f"{eid}__ref_{number}",
            "href": _href(link, uris),
            "ld:inferred": flag(link.is_inferred),
        }
        parts += [text[at:start], tag("ref", marks, text[start:end])]
        at = end
    return tuple(part for part in (*parts, text[at:]) if part)


def _href(link: LinkedWords, uris: Uris) -> str:
    if isinstance(link.target, tuple):
        return law_uri(uris.country, *link.target)
    return uris.work if link.target == _ACT else f"#{link.target}"


def links_read(words: Element, work: str) -> Iterator[LinkedWords]:
    """The links of a text, from the element with its words; `work` is the IRI of the act itself."""
    at = 0
    for part in words.children:
        length = len(part if isinstance(part, str) else part.words)
        if isinstance(part, Element):
            yield LinkedWords((at, at + length), _read(part, work), part.has("ld:inferred"))
        at += length


def _read(element: Element, work: str) -> EId | tuple[dt.date, str]:
    href = element.value("href")
    if href == work:
        return _ACT
    if href.startswith("#") and is_eid(href[1:]):
        return EId(href[1:])
    law = _LAW.fullmatch(href)
    if element.name != "ref" or law is None:
        raise ValueError(f"line {element.line}: {href[:80]!r} is no reference of lawdiff")
    return (dt.date.fromisoformat(law[1]), unquote(law[2]))
