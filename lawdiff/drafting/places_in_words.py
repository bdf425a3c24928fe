"""Places in the words of an amending law: "subparagraph 2) of paragraph 1", "the title of Article 31"."""

from __future__ import annotations

from lawdiff.law.act_text import TITLE
from lawdiff.law.eid import EId
from lawdiff.law.number_words import COUNTED

_NOUNS = {"chp": "Chapter {}", "art": "Article {}", "para": "paragraph {}", "subpara": "subparagraph {})"}


def in_words(eid: EId, within: EId | None = None) -> str:
    """The place from the inside out, as far as it is not said by the place it is `within`; "" for that very
    place.

    >>> in_words(EId("art_7__para_1__subpara_2"), EId("art_7"))
    'subparagraph 2) of paragraph 1'
    """
    if eid == TITLE:
        return "the title of the Law"
    if eid.kind == "heading" and eid.parent:
        holder = in_words(eid.parent, within)
        return f"the title of {holder}" if holder else "the title"
    skip = len(within.segments) if within and eid.within(within) else 0
    return " of ".join(reversed([level_in_words(kind, number) for kind, number in eid.segments[skip:]]))


def level_in_words(kind: str, number: str) -> str:
    """One level: "paragraph 1", "part two" for an unnumbered passage."""
    if kind == "al":
        return f"part {COUNTED[int(number) - 1] if int(number) <= len(COUNTED) else number}"
    return _NOUNS[kind].format(number) if kind in _NOUNS else f"the {kind}"


def top_of(eid: EId) -> EId:
    """The article, chapter or preamble that a place is in; the act's title and its text are their own."""
    kind, number = eid.segments[0]
    return EId(f"{kind}_{number}") if number else EId(kind)
