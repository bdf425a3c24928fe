"""Provisions whose words stand under another number in the other edition: they may have been moved there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lawdiff.law.address import cite
from lawdiff.law.effect import Kind
from lawdiff.law.eid import EId
from lawdiff.sources.editions.printed_texts import PrintedTexts

_MOST = 10  # a provision with one below it, and that with one, have the same words
_SHORTEST = 20  # letters; "(reserved)" stands under many numbers


@dataclass(frozen=True, slots=True)
class SameWords:
    """The words of each provision, all that it holds but titles, in two editions."""

    before: Mapping[EId, str]
    after: Mapping[EId, str]
    places_before: Mapping[str, list[EId]]
    places_after: Mapping[str, list[EId]]

    @classmethod
    def of(cls, before: PrintedTexts, after: PrintedTexts) -> SameWords:
        words = _words(before), _words(after)
        return cls(*words, *map(_places, words))

    def elsewhere(self, kind: Kind, eid: EId) -> str:
        """What is said of a change that may be a move, "" where it is none: equal words prove no move, for a
        law may as well have excluded a provision and given its words another place."""
        if eid.kind in ("al", "heading", "title"):
            return ""
        if kind is Kind.REPEAL:
            found = _only(self.before.get(eid, ""), self.places_after, self.before)
            said = "has had the same words since"
        else:
            found = _only(self.after.get(eid, ""), self.places_before, self.after)
            said = "had the same words before"
        return f"perhaps moved or renumbered, {cite(found)} {said}" if found and found != eid else ""


def _words(printed: PrintedTexts) -> Mapping[EId, str]:
    found: dict[EId, list[str]] = defaultdict(list)
    for text in printed.texts.values():
        if not text.is_heading and text.words:
            for holder in text.chain:
                found[holder].append(text.words)
    return {eid: "\n".join(words) for eid, words in found.items()}


def _places(words: Mapping[EId, str]) -> Mapping[str, list[EId]]:
    found: dict[str, list[EId]] = defaultdict(list)
    for eid, each in words.items():
        found[each].append(eid)
    return found


def _only(words: str, there: Mapping[str, list[EId]], here: Mapping[EId, str]) -> EId | None:
    """The one provision that has these words there and has others, or none, here."""
    if len(words) < _SHORTEST:
        return None
    found = [eid for eid in there.get(words, ()) if here.get(eid) != words]
    if len(found) > _MOST:
        return None
    innermost = [eid for eid in found if not any(other != eid and other.within(eid) for other in found)]
    return innermost[0] if len(innermost) == 1 else None
