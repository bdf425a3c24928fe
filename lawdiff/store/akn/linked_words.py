"""Words of a text that surely refer to something with an IRI."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lawdiff.law.eid import EId
from lawdiff.law.reference import Reference, ReferenceCertainty, ReferenceKind


@dataclass(frozen=True, slots=True)
class LinkedWords:
    """The words at `span` refer to a provision of the act (`act`: to the whole), or to another act, named by
    its day of adoption and its number. `is_inferred`: no other article or act is named there."""

    span: tuple[int, int]
    target: EId | tuple[dt.date, str]
    is_inferred: bool = False


Links = Mapping[EId, tuple[LinkedWords, ...]]


def links_of(references: Iterable[Reference], shown: Collection[EId]) -> Links:
    """The links of each text that has words. A reference that is doubtful, to a body of law, to nothing or to
    an act without a number is none; nor are words that refer to several things at once."""
    found: dict[EId, list[LinkedWords]] = {}
    for each in references:
        target = _target(each)
        if target and each.source in shown:
            inferred = each.certainty is ReferenceCertainty.INFERRED
            found.setdefault(each.source, []).append(LinkedWords(each.span, target, inferred))
    apart = {eid: tuple(_apart(links)) for eid, links in found.items()}
    return {eid: links for eid, links in apart.items() if links}


def _target(each: Reference) -> EId | tuple[dt.date, str] | None:
    if each.certainty is ReferenceCertainty.DOUBTFUL:
        return None
    if each.kind in (ReferenceKind.PROVISION, ReferenceKind.ACT):
        return each.target if each.exists else None
    if each.kind is ReferenceKind.OTHER_ACT and each.act and each.act.number:
        return (each.act.adopted, each.act.number)
    return None


def _apart(links: Sequence[LinkedWords]) -> Iterator[LinkedWords]:
    """Those that share no word with another, in the order of the text."""
    for link in sorted(links, key=lambda each: each.span):
        start, end = link.span
        if sum(each.span[0] < end and start < each.span[1] for each in links) == 1:
            yield link
