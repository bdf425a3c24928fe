"""Whether what an amending law states fits the edition that came after it; what does not is a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lawdiff.law.act_text import TextNode, find_node, words_at
from lawdiff.law.address import cite
from lawdiff.law.effect import Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.words_found import spans_of
from lawdiff.sources.amending.later import TEXT, LaterEffects

_ENDS = " ;.,"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Misfit:
    """An effect that the edition contradicts though no later law may explain that, and in what."""

    effect: Effect
    why: str


def fitted(
    effects: Sequence[Effect], root: TextNode, later: LaterEffects, is_ahead: bool
) -> tuple[tuple[Effect, ...], tuple[Misfit, ...]]:
    """The effects that go into the history, and the misfits. `is_ahead`: the edition is from before the law.

    Words that do not fit are left out, the place stays; an exclusion of what is printed, an insertion of what
    is not, and a change where nothing is, are left out whole.
    """
    kept: list[Effect] = []
    misfits: list[Misfit] = []
    for effect in _agreeing(effects):
        if is_ahead:
            why = _why_ahead(effect, root)
        elif any(True for _ in later.touching(effect.target, effect.causes[0])):
            why = ""
        else:
            why = _why(effect, root)
        if why:
            misfits.append(Misfit(effect, why))
        if not why:
            kept.append(effect)
        elif _brings_words(effect) and words_at(root, effect.target) is not None:
            kept.append(without_words(effect))
    return tuple(kept), tuple(misfits)


def _brings_words(effect: Effect) -> bool:
    return effect.text is not None or effect.kind is Kind.SUBSTITUTE


def without_words(effect: Effect) -> Effect:
    """The effect with its place alone."""
    amended = Kind.RENAME_AMEND if effect.target.kind == "heading" else Kind.AMEND
    kind = amended if effect.kind is Kind.SUBSTITUTE else effect.kind
    return replace(effect, kind=kind, substitutions=(), text=None, once=False)


def _agreeing(effects: Sequence[Effect]) -> Iterator[Effect]:
    """The effects; substitutions whose text the same law changes in other ways too lose their words, for what
    it said before cannot be worked out from them."""
    others = [each for each in effects if each.kind is not Kind.SUBSTITUTE]
    for effect in effects:
        if effect.kind is Kind.SUBSTITUTE and effect.target != TEXT:
            meets = any(_reaches(other, effect.target) for other in others)
            yield without_words(effect) if meets else effect
        elif effect.kind is Kind.MOVE:
            inside = any(other is not effect and other.target.within(effect.target) for other in effects)
            yield replace(effect, same_words=not inside)
        else:
            yield effect


def _reaches(effect: Effect, eid: EId) -> bool:
    if effect.own_text_only or effect.target.kind == "heading":
        return effect.target == eid
    return eid.within(effect.target) and eid.kind != "heading"


def _why(effect: Effect, root: TextNode) -> str:
    """In what the edition contradicts the effect; "" where it does not."""
    if effect.target in (TEXT, "act"):
        return ""
    printed = words_at(root, effect.target)
    place = cite(effect.target)
    if effect.kind is Kind.REPEAL:
        said = _printed_inside(root, effect.target)
        return f"it excludes {place}, and the edition prints “{_short(said)}” there" if said else ""
    if effect.text is not None and printed is None:
        return f"it gives {place} a wording, and the edition prints none"
    if effect.text is not None and _plain(effect.text) != _plain(printed or ""):
        has = _short(printed or "")
        return f"it gives {place} the wording “{_short(effect.text)}”, and the edition has “{has}”"
    if effect.kind is Kind.SUBSTITUTE:
        for _, new in effect.substitutions:
            if (count := len(spans_of(printed or "", new))) != 1:
                there = "do not stand there" if not count else f"stand there {count} times"
                return f"it puts the words “{_short(new)}” into {place}, and in the edition they {there}"
    return ""


def _why_ahead(effect: Effect, root: TextNode) -> str:
    """In what the edition contradicts the effect of a law that it does not have yet."""
    printed, place = words_at(root, effect.target), cite(effect.target)
    if effect.kind is Kind.INSERT and effect.target.kind != "heading" and find_node(root, effect.target):
        return f"it inserts {place}, which the edition has already"
    if effect.kind is Kind.SUBSTITUTE and effect.target != TEXT:
        for old, _ in effect.substitutions:
            if (count := len(spans_of(printed or "", old))) != 1:
                there = "do not stand there" if not count else f"stand there {count} times"
                return f"it takes the words “{_short(old)}” out of {place}, and in the edition they {there}"
    return ""


def _printed_inside(root: TextNode, target: EId) -> str:
    texts = (text for eid, text in root.texts() if eid.within(target) and eid.kind != "heading")
    return next((text for text in texts if not text.startswith("(")), "")


def _plain(words: str) -> str:
    """The words without the sign at their end, which a new neighbour changes, and with one kind of quotes."""
    return " ".join(words.replace("«", "“").replace("»", "”").split()).rstrip(_ENDS)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 3]}..."
