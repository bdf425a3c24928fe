"""The orders of an amending law as exact effects on the act: which text, in which way, with which words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lawdiff.law.act_text import ACT, TITLE, TextNode, find_node
from lawdiff.law.address import cite
from lawdiff.law.amendment import Insert, Retitle, Reword
from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.law.words_found import spans_of
from lawdiff.sources.amending.enforcement import Levels
from lawdiff.sources.amending.later import TEXT, LaterEffects
from lawdiff.sources.amending.orders import Order, Unread
from lawdiff.sources.amending.texts_meant import has_inside, readable, says_article, texts_at
from lawdiff.sources.instructions.address_words import AddressWords
from lawdiff.sources.instructions.instruction import Instruction, Verb
from lawdiff.sources.instructions.new_wordings import home_of_new, insertions, new_eid, rewordings
from lawdiff.sources.instructions.places import Places
from lawdiff.sources.instructions.reader import substitutions

_OF_WORDS = (Verb.SUBSTITUTE, Verb.OMIT, Verb.AFTER, Verb.BEFORE)
_MOVABLE = ("art", "para", "subpara")


@dataclass(slots=True)
class ActReader:
    """The orders of a law about one act, turned into effects on its edition.

    `with_words`: the law is in the edition's language, `is_ahead`: the edition is from before it. `cause_of`
    gives the law with the days on which what stands at a place of it began, `source_of` the words that name
    the place and line.
    """

    root: TextNode
    with_words: bool
    later: LaterEffects
    cause_of: Callable[[Levels], Cause]
    source_of: Callable[[Levels, int], str]
    is_ahead: bool = False
    unread: list[Unread] = field(default_factory=list)
    is_whole: bool = True

    def effects(self, orders: Sequence[Order | Unread]) -> Iterator[Effect]:
        """The effects of all orders. What cannot be read, or has no place in the act, goes into `unread`,
        with what may depend on it: the place that it may have opened is not guessed."""
        places = Places(self.root)
        is_lost = False
        for order in orders:
            if isinstance(order, Unread):
                self.unread.append(order)
                is_lost = is_lost or order.is_form
                continue
            instruction = order.instruction
            is_lost = is_lost and not instruction.begins_item
            try:
                places.enter(instruction.depth, instruction.begins_item)
                if is_lost and not says_article(instruction):
                    raise SourceError("what stands before it was not read, so its place is not known")
                if instruction.verb is Verb.IN and instruction.place.is_inside:
                    raise SourceError("what stands behind it is about a part of a provision without a number")
                if instruction.verb is Verb.IN:
                    places.open(instruction.place, instruction.depth)
                else:
                    yield from list(self._of(order, places))
            except SourceError as problem:
                is_lost = is_lost or instruction.verb is Verb.IN
                self.unread.append(Unread(instruction.line, "", f"{problem}"))

    def _of(self, order: Order, places: Places) -> Iterator[Effect]:
        made = _Making(self, order)
        match order.instruction.verb:
            case Verb.SUPPLEMENT:
                yield from made.inserted(places)
            case _ if any(words.is_inside for words in order.instruction.places):
                yield from made.changed_inside(places)
            case Verb.REWORD:
                yield from made.reworded(places)
            case Verb.RENUMBER:
                yield from made.moved(places)
            case verb:
                for words in order.instruction.places:
                    target = self.found(words, places, made.cause)
                    if verb is Verb.EXCLUDE:
                        yield from made.excluded(target)
                    else:
                        yield from made.words_changed(target)

    def found(self, words: AddressWords, places: Places, cause: Cause) -> EId:
        """The place, in the edition or, where a later law may have ended it, as it is spelled. SourceError
        for one that is nowhere, or a passage that may have another number today."""
        try:
            eid = places.find(words)
        except SourceError:
            eid = places.spelled(words)
            if eid.kind == "al" or not self.later.may_have_ended(eid, cause):
                raise
            return eid
        return eid

    def sure_passage(self, eid: EId, cause: Cause) -> EId:
        """The place, or what it stands in where it is a passage that may have another number today, or may be
        counted otherwise: "часть вторая" counts sentences that the edition prints on several lines."""
        for at, (kind, number) in enumerate(eid.segments):
            if kind != "al" or number == "1":
                continue
            holder = EId("__".join(f"{k}_{n}" if n else k for k, n in eid.segments[:at]))
            node = find_node(self.root, holder)
            before = (
                [] if node is None else [node.text, *(c.text for c in node.children if c.eid.kind == "al")]
            )
            are_sentences = all(
                (text or ".").endswith((".", "!", "»", "”")) for text in before[: int(number) - 1]
            )
            if not are_sentences or any(True for _ in self.later.touching(holder, cause)):
                return holder
        return eid


@dataclass(slots=True)
class _Making:
    """One order, its law and its source, and the effects that it makes."""

    act: ActReader
    order: Order

    @property
    def cause(self) -> Cause:
        return self.act.cause_of(self.order.place)

    @property
    def instruction(self) -> Instruction:
        return self.order.instruction

    def effect(
        self,
        kind: Kind,
        target: EId,
        *,
        alone: bool = False,
        text: str | None = None,
        pairs: tuple[tuple[str, str], ...] = (),
        home: EId | None = None,
        moved_to: EId | None = None,
    ) -> Effect:
        """An effect of this order. `alone`: on the target's own words; a title that is reworded may have been
        the same before, so that it counts as amended."""
        is_heading = target == TITLE or target.kind == "heading"
        kinds = {Kind.AMEND: Kind.RENAME_AMEND, Kind.REPLACE: Kind.RENAME_AMEND}
        return Effect(
            kinds.get(kind, kind) if is_heading else kind,
            target if is_heading else target.own,
            (self.cause,),
            Certainty.STATED,
            self.act.source_of(self.order.place, self.instruction.line),
            own_text_only=not is_heading and (alone or target.names_own_text),
            substitutions=pairs,
            text=text,
            moved_to=moved_to,
            same_words=moved_to is not None,
            from_facts=True,
            home=home,
            once=bool(pairs) and target != TEXT,
        )

    def words_changed(self, target: EId) -> Iterator[Effect]:
        """Words put in the place of others. Of several texts it can be only the one that has the words."""
        if target == ACT:
            yield from self._throughout()
            return
        target = self.act.sure_passage(target, self.cause)
        pairs = self._pairs(target)
        texts = list(texts_at(self.act.root, target))
        if len(texts) > 1 and pairs and not self.instruction.everywhere:
            words = [old if self.act.is_ahead else new for old, new in pairs]
            having = [each for each in texts if all(len(spans_of(each[1], one)) == 1 for one in words)]
            others = [each for each in texts if any(spans_of(each[1], one) for one in words)]
            texts = having if len(having) == 1 and others == having else texts
        if len(texts) != 1 or not pairs or not all(new for _, new in pairs):
            yield self.effect(Kind.AMEND, target)
            return
        eid = texts[0][0]
        alone = eid.kind != "heading" and has_inside(self.act.root, eid)
        yield self.effect(Kind.SUBSTITUTE, eid, pairs=pairs, alone=alone)

    def changed_inside(self, places: Places) -> Iterator[Effect]:
        """What is done to a sentence, or to a line of a part: its words where they stand once in what holds
        it, otherwise no more than that this was amended."""
        for words in self.instruction.places:
            target = self.act.found(words, places, self.cause)
            if target == ACT or self.instruction.verb is Verb.RENUMBER:
                raise SourceError("it is about a sentence or a line, and not said of which provision")
            told = list(self.words_changed(target)) if self.instruction.verb in _OF_WORDS else []
            if told and all(self._stands_once(each) for each in told):
                yield from told
            else:
                yield self.effect(Kind.AMEND, self.act.sure_passage(target, self.cause))

    def _stands_once(self, effect: Effect) -> bool:
        """Whether the words of a substitution stand once in its text, so that it can mean no others."""
        texts = [text for eid, text in texts_at(self.act.root, effect.target) if eid == effect.target]
        return all(
            len(spans_of(text, old if self.act.is_ahead else new)) == 1
            for text in texts
            for old, new in effect.substitutions
        )

    def _throughout(self) -> Iterator[Effect]:
        """Words substituted in the whole act: in words of another language nothing can be told by them."""
        pairs = self._pairs(TEXT)
        if not pairs or self.instruction.verb is not Verb.SUBSTITUTE:
            self.act.is_whole = False
            raise SourceError("it changes the whole act, in words that the edition does not have")
        yield self.effect(Kind.SUBSTITUTE, TEXT, pairs=pairs)

    def _pairs(self, target: EId) -> tuple[tuple[str, str], ...]:
        if not self.act.with_words or self.instruction.verb is Verb.APPEND:
            return ()
        return tuple((each.old, each.new) for each in substitutions(self.instruction, target))

    def reworded(self, places: Places) -> Iterator[Effect]:
        for words in self.instruction.places:
            target = self.act.found(words, places, self.cause)
            if target == ACT:
                raise SourceError("it rewords the whole act; that is a new one")
            sure = self.act.sure_passage(target, self.cause)
            yield self.effect(Kind.AMEND if sure != target else Kind.REPLACE, sure)
        if self.act.with_words:
            for change in readable(rewordings(self.instruction, places)):
                if self.act.sure_passage(change.target, self.cause) == change.target:
                    yield from self._given(change)

    def _given(self, change: Reword | Retitle) -> Iterator[Effect]:
        """Each text of the new wording with its words."""
        if isinstance(change, Retitle):
            yield self.effect(Kind.REPLACE, change.target, text=change.heading)
            return
        for eid, text in change.node.texts():
            alone = find_node(self.act.root, eid) is not None
            yield self.effect(Kind.REPLACE, eid, text=text, alone=alone)

    def inserted(self, places: Places) -> Iterator[Effect]:
        place = self.instruction.place
        if place.is_inside or self.instruction.what.is_inside:
            yield from self._added_inside(place, places)
            return
        if self.act.with_words and (new := list(readable(insertions(self.instruction, places)))):
            for each in new:
                yield from self._brought(each)
            return
        for what in self.instruction.what.each:
            home = home_of_new(place, what, places)
            yield from self._brought(Insert(home, TextNode(new_eid(home, what), "")))

    def _added_inside(self, place: AddressWords, places: Places) -> Iterator[Effect]:
        """A line added to a part: what holds the part was amended, nobody can tell where."""
        levels = (*place.levels, *self.instruction.what.levels)
        target = self.act.found(AddressWords(levels), places, self.cause)
        if target == ACT:
            raise SourceError("it adds a line, and does not say to which provision")
        yield self.effect(Kind.AMEND, self.act.sure_passage(target, self.cause))

    def _brought(self, change: Insert) -> Iterator[Effect]:
        eid = change.node.eid
        if eid.kind == "al":
            node = find_node(self.act.root, change.home)
            count = 1 + sum(child.eid.kind == "al" for child in node.children) if node else 0
            is_last = int(eid.number) >= count and not any(self.act.later.touching(change.home, self.cause))
            if not is_last:  # those behind it moved on, and nothing else tells of that
                yield self.effect(Kind.AMEND, change.home)
                return
        for node in change.node.walk():
            home = change.home if node is change.node and eid.kind in ("art", "chp") else None
            yield self.effect(Kind.INSERT, node.eid, text=node.text, home=home)
            if node.heading is not None:
                yield self.effect(Kind.INSERT, node.eid.heading, text=node.heading, home=home)

    def excluded(self, target: EId) -> Iterator[Effect]:
        if target in (ACT, TITLE) or target.kind == "heading" or target.names_own_text:
            raise SourceError(f"{cite(target)} cannot be excluded")
        holder = target.parent if target.kind == "al" else None
        yield self.effect(Kind.AMEND, holder) if holder else self.effect(Kind.REPEAL, target)

    def moved(self, places: Places) -> Iterator[Effect]:
        whats = self.instruction.what.each
        if len(whats) != len(self.instruction.places):
            raise SourceError("as many new numbers as places are needed")
        for words, what in zip(self.instruction.places, whats, strict=True):
            target = self.act.found(words, places, self.cause)
            kind, number = what.levels[-1]
            if kind != target.kind or kind not in _MOVABLE:
                raise SourceError(f"{cite(target)} cannot become another kind of provision")
            to = target.parent.child(kind, number) if target.parent else EId(f"{kind}_{number}")
            yield self.effect(Kind.MOVE, target, moved_to=to)
