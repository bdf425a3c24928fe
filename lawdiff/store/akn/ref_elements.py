"""Linked words as `ref` elements among the words of a text, written and read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from lawdiff.law.eid import EId, is_eid
from lawdiff.store.akn.linked_words import LinkedWords, Links
from lawdiff.store.akn.uris import Uris, law_uri
from lawdiff.store.akn.xml_tree import Element, flag, tag

_ACT = EId("act")
_LAW = re.compile(r"/akn/[^/]+/act/([0-9]{4}-[0-9]{2}-[0-9]{2})/([^/]+)")


def with_links(
    text: str, eid: EId, links: Links, uris: Uris, held: Collection[EId]
) -> tuple[Element | str, ...]:
    """The text in parts, its linked words as `ref`; `held` are the eIds that the file has."""
    parts: list[Element | str] = []
    at = 0
    for number, link in enumerate(links.get(eid, ()), start=1):
        start, end = link.span
        marks = {
            "eId": f"{eid}__ref_{number}",
            "href": _href(link, uris, held),
            "ld:inferred": flag(link.is_inferred),
        }
        parts += [text[at:start], tag("ref", marks, text[start:end])]
        at = end
    return tuple(part for part in (*parts, text[at:]) if part)


def _href(link: LinkedWords, uris: Uris, held: Collection[EId]) -> str:
    if isinstance(link.target, tuple):
        return law_uri(uris.country, *link.target)
    if link.target == _ACT:
        return uris.work
    return f"#{link.target}" if link.target in held else uris.portion(link.target)


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
    named = href[1:] if href.startswith("#") else unquote(href.removeprefix(f"{work}/!main~"))
    if is_eid(named):
        return EId(named)
    law = _LAW.fullmatch(href)
    if element.name != "ref" or law is None:
        raise ValueError(f"line {element.line}: {href[:80]!r} is no reference of lawdiff")
    return (dt.date.fromisoformat(law[1]), unquote(law[2]))
