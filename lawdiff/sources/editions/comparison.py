"""Two neighbouring editions in one language, compared provision by provision: what changed, what did not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lawdiff.law.address import cite
from lawdiff.law.effect import Certainty, Effect, Kind, Unchanged
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding, Severity
from lawdiff.law.same_words import folded
from lawdiff.sources.editions.edition_reading import EditionReading
from lawdiff.sources.editions.gap import Gap, Side, gap_at, unmentioned
from lawdiff.sources.editions.printed_texts import ACT, PrintedText, PrintedTexts, printed_texts
from lawdiff.sources.editions.same_words_elsewhere import SameWords
from lawdiff.sources.editions.shown_changes import ShownChanges

_OUTER = ("art", "chp", "sec", "part")


Change = tuple[Kind, EId, str]


def change_of(effect: Effect) -> Change:
    """What a law did to a place, whichever edition tells of it; of an inference the law is left out."""
    return (effect.kind, effect.target, effect.laws[0] if effect.certainty is Certainty.STATED else "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two editions shows. `effects` changed the text between them; `needless` are the
    inferences (R7) that they make so. `contained` are changes that the newer edition's notes tell and the
    older one has without a note, `taken_back` those that the older one has and the newer has not;
    `unchanged` are texts that the laws in between did not touch."""

    effects: tuple[Effect, ...]
    unchanged: tuple[Unchanged, ...]
    needless: frozenset[Change]
    contained: frozenset[Change]
    taken_back: frozenset[Change]
    findings: tuple[Finding, ...]


def compare(older: EditionReading, newer: EditionReading, facts: Iterable[Effect]) -> Comparison:
    """Compare two editions. `facts` are the effects of the register, which may explain a change already."""
    return _Comparing(older, newer, tuple(facts)).done()


@dataclass(slots=True)
class _Comparing:
    older: EditionReading
    newer: EditionReading
    facts: tuple[Effect, ...]
    before: PrintedTexts = field(init=False)
    after: PrintedTexts = field(init=False)
    shown: ShownChanges = field(init=False)
    sides: tuple[Side, Side] = field(init=False)
    unchanged: list[Unchanged] = field(default_factory=list)
    needless: set[Change] = field(default_factory=set)
    differing: dict[EId, bool] = field(default_factory=dict)
    gaps: dict[tuple[int, bool], Gap] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.before, self.after = printed_texts(self.older.edition), printed_texts(self.newer.edition)
        self.sides = (Side(self.older), Side(self.newer))
        self.shown = ShownChanges(self.older, self.newer, SameWords.of(self.before, self.after))

    def done(self) -> Comparison:
        alone = tuple(self._alone())
        sides = frozenset((law, place) for law, place, differs in alone if differs)
        contained = {
            change_of(effect)
            for effect in self._contained({(law, at) for law, at, differs in alone if not differs})
        }
        for eid, text in self.after.texts.items():
            was = self.before.texts.get(eid)
            if was and was.words == text.words:
                self._same(text, sides, contained)
            elif was:
                self._changed(was, text)
        for eid in self.after.nodes:
            self._appeared(eid)
        for eid in self.before.nodes:
            self._vanished(eid)
        return Comparison(
            tuple(self.shown.effects),
            tuple(self.unchanged),
            frozenset(self.needless),
            frozenset(contained),
            frozenset(change_of(effect) for effect in self._taken_back()),
            tuple(self.shown.findings),
        )

    # --- laws of the older edition's days that it does not mention -------------------------------------

    def _contained(self, same: set[tuple[str, EId]]) -> Iterator[Effect]:
        """The effects that the older edition has without saying so: the place is the same throughout."""
        for effect in self.newer.past:
            if len(effect.laws) == 1 and (effect.laws[0], effect.target) in same:
                yield effect
                self.shown.findings.append(
                    Finding(
                        "note-missing",
                        effect.target,
                        self.older.line_of(effect.target),
                        f"{cite(effect.target)} is printed here as {effect.laws[0]} left it, by the edition "
                        f"of {self.newer.horizon} ({effect.source}), and no note here says so",
                        Severity.ERROR,
                        self.older.edition.path,
                    )
                )

    def _alone(self) -> Iterator[tuple[str, EId, bool]]:
        """Each law of the older edition's days that it does not mention at a place and that is the only one
        between the editions there, and whether the place differs: then the edition certainly lacks it,
        and otherwise it has it."""
        seen: set[tuple[str, EId]] = set()
        for text in (*self.after.texts.values(), *self.after.nodes.values()):
            for effect, cause in unmentioned(self._gap(text), self.sides[0]):
                key = (cause.law, effect.target)
                if key in seen or effect.kind not in (Kind.AMEND, Kind.REPLACE):
                    continue
                seen.add(key)
                inside = self._inside(effect.target)
                laws = {law for each in inside for law in self._laws_between(each)}
                if laws == {cause.law}:
                    yield cause.law, effect.target, self._differs(effect.target)

    def _gap(self, text: PrintedText, *, is_backwards: bool = False) -> Gap:
        """What the newer edition has at a place and the older has not; backwards, the other way round."""
        key = (id(text), is_backwards)
        if key not in self.gaps:
            older, newer = reversed(self.sides) if is_backwards else self.sides
            self.gaps[key] = gap_at(text, older, newer)
        return self.gaps[key]

    def _inside(self, place: EId) -> list[PrintedText]:
        both = {**self.before.texts, **self.before.nodes, **self.after.texts, **self.after.nodes}
        return [text for text in both.values() if place in text.chain]

    def _laws_between(self, text: PrintedText) -> set[str]:
        return {cause.law for _, cause in self._gap(text).items}

    def _differs(self, place: EId) -> bool:
        """Whether the editions differ anywhere inside a place."""
        if place not in self.differing:
            self.differing[place] = self._compare_inside(place)
        return self.differing[place]

    def _compare_inside(self, place: EId) -> bool:
        def inside(printed: PrintedTexts) -> dict[EId, str | None]:
            return {eid: text.words for eid, text in printed.texts.items() if place in text.chain}

        return inside(self.before) != inside(self.after)

    # --- texts that both editions print ----------------------------------------------------------------

    def _same(self, text: PrintedText, sides: frozenset[tuple[str, EId]], contained: set[Change]) -> None:
        """A text that the laws in between did not touch, as far as the older edition certainly lacks them.

        A law that amended a place where nothing differs did something that was undone again, and nobody
        knows where.
        """
        gap = self._gap(text)
        if self._taken_back_at(text):
            return
        laws = {
            cause.law
            for effect, cause in gap.items
            if change_of(effect) not in contained
            and (effect.kind is not Kind.AMEND or self._differs(effect.target))
            and (
                not self.sides[0].is_old_enough_for(cause)
                or cause.law in self.sides[0].coming
                or (cause.law, effect.target) in sides
            )
        }
        told_exactly = text.is_leaf and any(effect.target == text.eid for effect, _ in gap.items)
        several = gap.is_reworded or len(self._laws_between(text)) > 1
        shifted = several and self._passages_moved(text.eid)
        if laws and not told_exactly and not shifted:
            alone = not text.is_heading
            since, until = self.older.horizon, self.newer.horizon
            self.unchanged.append(
                Unchanged(text.eid, frozenset(laws), since, until, self.shown.source, alone)
            )

    def _passages_moved(self, eid: EId) -> bool:
        """Whether the passages around a text, itself one of them, are others: two laws, one of them perhaps
        hidden, may have moved its words to and fro, for no number keeps a passage in its place."""
        head, found, _ = eid.partition("__al_")

        def passages(printed: PrintedTexts) -> dict[EId, str | None]:
            return {
                each: text.words
                for each, text in printed.texts.items()
                if each.parent == head and each.kind == "al"
            }

        before, after = passages(self.before), passages(self.after)
        return before != after or (bool(found) and self._own_words(head))

    def _own_words(self, eid: str) -> bool:
        one, other = self.before.texts.get(EId(eid)), self.after.texts.get(EId(eid))
        return (one and one.words) != (other and other.words)

    def _changed(self, was: PrintedText, text: PrintedText) -> None:
        gap = self._gap(text)
        exact = [effect for effect, _ in gap.items if effect.target == text.eid and text.is_leaf]
        if gap.is_reworded or exact or self._is_told(text) or self._is_substituted(was, text, gap):
            return
        kind = Kind.RENAME_AMEND if text.is_heading else Kind.AMEND
        alone = not text.is_heading and not (text.is_leaf and was.is_leaf)
        self.shown.record(kind, text.eid, gap, text.line, own_text_only=alone)

    def _is_substituted(self, was: PrintedText, text: PrintedText, gap: Gap) -> bool:
        """Whether words substituted throughout the act are all that differs."""
        words = was.words or ""
        for effect in gap.of(Kind.SUBSTITUTE):
            for old, new in effect.substitutions:
                words = words.replace(folded(old), folded(new))
        return words == text.words

    # --- provisions that one edition alone prints ------------------------------------------------------

    def _appeared(self, eid: EId) -> None:
        """A provision that only the newer edition prints with words, or words that a node had not."""
        node = self.after.nodes[eid]
        own = self.before.has(eid) and eid in self.after.texts and eid not in self.before.texts
        if not own and not self._is_new(node, self.before, self.after):
            return
        gap = self._gap(node)
        if self._is_noted(Kind.INSERT, node) or gap.is_reworded or self._is_told(node):
            return
        kind = Kind.AMEND if own or eid.kind == "al" else Kind.INSERT
        if self.shown.record(kind, eid, gap, node.line, own_text_only=own, home=self._home(node)):
            betrayed = (e for e in self.newer.inferred if e.kind is Kind.INSERT and e.target == eid)
            self.needless |= {change_of(effect) for effect in betrayed}

    def _vanished(self, eid: EId) -> None:
        """A provision that only the older edition prints with words, or words that a node has no more."""
        node = self.before.nodes[eid]
        own = self.after.has(eid) and eid in self.before.texts and eid not in self.after.texts
        if not own and not self._is_new(node, self.after, self.before):
            return
        gap = self._gap(node)
        if self._is_noted(Kind.REPEAL, node) or gap.is_reworded or self._is_told(node):
            return
        line = self.after.nodes[eid].line if eid in self.after.nodes else None
        kind = Kind.AMEND if eid.kind == "al" and not own else Kind.REPEAL
        if self.shown.record(kind, eid, gap, line, own_text_only=own):
            guessed = (e for e in self.newer.stated if e.certainty is Certainty.INFERRED and e.target == eid)
            self.needless |= {change_of(effect) for effect in guessed}

    def _is_noted(self, kind: Kind, node: PrintedText) -> bool:
        """Whether a note of the newer edition states by which law the provision came or went."""
        told = self.sides[1].reaching(node)
        return any(e.kind is kind and e.certainty is Certainty.STATED for e in told)

    def _is_new(self, node: PrintedText, there: PrintedTexts, here: PrintedTexts) -> bool:
        """Whether the provision is in one edition and not in the other, where all around it is."""
        if not here.has(node.eid) or there.has(node.eid):
            return False
        return all(outer == ACT or there.has(outer) for outer in node.chain[1:])

    def _home(self, node: PrintedText) -> EId | None:
        return node.chain[1] if node.eid.kind in _OUTER and node.chain[1] != ACT else None

    # --- what is recorded ------------------------------------------------------------------------------

    def _is_told(self, text: PrintedText) -> bool:
        """Whether the register tells what happened at the place, or that what stood there moved; or the
        older edition printed ahead of time what the newer does not have yet."""
        return bool(self._taken_back_at(text)) or any(
            effect.target == text.eid or effect.moved_to in text.chain or _ends(effect, text)
            for effect in self.facts
        )

    def _taken_back_at(self, text: PrintedText) -> list[Effect]:
        """What the older edition has there and the newer has not: it was printed ahead of time, or the newer
        edition lags behind."""
        return [effect for effect, _ in self._gap(text, is_backwards=True).items]

    def _taken_back(self) -> Iterator[Effect]:
        for text in (*self.before.texts.values(), *self.after.texts.values()):
            yield from (effect for effect in self._taken_back_at(text) if self._differs(effect.target))


_ENDING = (Kind.INSERT, Kind.REPEAL, Kind.MOVE)


def _ends(effect: Effect, text: PrintedText) -> bool:
    return effect.kind in _ENDING and effect.target in text.chain and not effect.own_text_only
