"""An amendment: everything that one law did to the act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawdiff.history.inside import days_of, texts_inside
from lawdiff.law.effect import Cause, Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines

_THROUGHOUT = EId("text")


@dataclass(frozen=True, slots=True)
class ReachedText:
    """A text that a substitution throughout the act reached.

    `has_note`: a note of its article names the law. `is_known`: the words before it are known, so that it
    did reach them; it only may have reached what was excluded or reworded since.
    """

    eid: EId
    has_note: bool
    is_known: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """One effect of the law; `reached` are the texts behind a substitution throughout the act (R6)."""

    effect: Effect
    reached: tuple[ReachedText, ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """All that one law did, in the order of the sources, and the days on which its effects began."""

    law: str
    causes: tuple[Cause, ...]
    deeds: tuple[Deed, ...]

    @property
    def from_notes(self) -> int:
        """How many effects the edition's notes tell of; a fact may tell one of them once more (R3)."""
        return sum(not deed.effect.from_facts for deed in self.deeds)

    @property
    def from_facts(self) -> int:
        """How many effects the facts register tells of."""
        return sum(deed.effect.from_facts for deed in self.deeds)

    @property
    def announced(self) -> bool:
        """Whether the edition only says that the law will change the act (R9)."""
        return bool(self.deeds) and all(deed.effect.announced for deed in self.deeds)

    @property
    def only_facts(self) -> bool:
        """Whether no note of the edition names the law: its article was reworded since (R14)."""
        return bool(self.deeds) and all(deed.effect.from_facts for deed in self.deeds)


def amendment(timelines: ActTimelines, law: str) -> Amendment:
    """Everything that the law of that number did, "354-IV"; without deeds where no effect names it."""
    effects = [effect for effect in timelines.effects if law in effect.laws]
    causes = {cause: None for effect in effects for cause in effect.causes if cause.law == law}
    deeds = tuple(Deed(effect, tuple(_reached(timelines, effect, effects))) for effect in effects)
    return Amendment(law, tuple(sorted(causes, key=lambda cause: cause.order)), deeds)


def amendments(timelines: ActTimelines) -> tuple[Amendment, ...]:
    """What each law did that any effect names, in the order of the history (DESIGN section 6)."""
    laws = dict.fromkeys(law for effect in timelines.effects for law in effect.laws)
    found = (amendment(timelines, law) for law in laws)
    return tuple(sorted(found, key=lambda each: each.causes[0].order))


def _reached(timelines: ActTimelines, effect: Effect, others: list[Effect]) -> Iterator[ReachedText]:
    if effect.kind is not Kind.SUBSTITUTE or effect.target != _THROUGHOUT:
        return
    noted = {_article(other.target) for other in others if not other.from_facts}
    for text in texts_inside(timelines):
        for reason in text.touched:
            if reason.law in effect.laws and reason.kind == Kind.SUBSTITUTE.value:
                span = days_of(reason, timelines.clock)
                is_known = span is not None and text.timeline.on(span[1]).text is not None
                yield ReachedText(text.eid, _article(text.eid) in noted, is_known)


def _article(eid: EId) -> str:
    """The article, chapter or preamble that a footnote would stand under."""
    return eid.partition("__")[0]
