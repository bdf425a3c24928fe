"""The sentences of a bill, statement by statement: from words to instructions (docs/drafting.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.address_words import NOWHERE, AddressWords
from lawdiff.sources.instructions.forms import QUOTATION, Form
from lawdiff.sources.instructions.grammar import ENGLISH, Grammar
from lawdiff.sources.instructions.instruction import Instruction, Verb
from lawdiff.sources.instructions.outline import Sentence
from lawdiff.sources.instructions.quotations import quoted_words, without_quotations

_TAKES_WORDING = (Verb.REWORD, Verb.SUPPLEMENT)
_CHANGES_WORDS = (Verb.SUBSTITUTE, Verb.OMIT, Verb.AFTER, Verb.BEFORE)
_ENDS = " ;.,"


def read_sentence(sentence: Sentence, grammar: Grammar = ENGLISH) -> Iterator[Instruction]:
    """The instructions of one paragraph: "in Article 7: in paragraph 1: subparagraph 2) shall be excluded;".

    SourceError for what is none of the forms, for words that are not closed, or a wording that is missing.
    """
    form, quotations = without_quotations(sentence.text)
    statements = [part for part in form.split(";") if part.strip(_ENDS)]
    if not statements:
        raise SourceError("there is a wording and no sentence that says what it is for")
    begins_item = sentence.begins_item
    for at, statement in enumerate(statements):
        wording = sentence.wording if at == len(statements) - 1 else ()
        for instruction in _Statement(sentence, quotations, statement, wording, grammar).read():
            yield replace(instruction, begins_item=begins_item)
            begins_item = False


def _takes_wording(verb: Verb, parts: dict[str, str]) -> bool:
    """Whether the order has a wording behind its colon: a new one, a new provision, or a sentence to add."""
    return verb in _TAKES_WORDING or (verb is Verb.APPEND and "new" not in parts)


@dataclass(frozen=True, slots=True)
class _Statement:
    """What stands between two semicolons: places, each behind a colon, and what is ordered there."""

    sentence: Sentence
    quotations: tuple[str, ...]
    form: str
    wording: tuple[str, ...]
    grammar: Grammar

    def read(self) -> Iterator[Instruction]:
        pieces = [piece.strip() for piece in self.form.split(":")]
        if pieces and not pieces[-1].strip(_ENDS):
            pieces.pop()
        at = 0
        while at < len(pieces):
            orders = self._orders(pieces[at])
            for verb, found in orders[:-1]:
                yield self._instruction(verb, found, ())
            verb, found = orders[-1]
            wording: tuple[str, ...] = ()
            if _takes_wording(verb, found):
                wording = self._wording(pieces[at + 1 :])
                at = len(pieces)
            yield self._instruction(verb, found, wording)
            at += 1
        if self.wording and not _takes_wording(verb, found):
            raise SourceError(
                "a wording is quoted below a sentence that brings none; say before it what it is for"
            )

    def _orders(self, piece: str) -> tuple[Form, ...]:
        """What the piece orders, each in its place. SourceError where a second order leaves open whose
        paragraph it means, or one before the last brings a wording."""
        words = piece.strip(_ENDS)
        first, *others = self.grammar.forms_of(words) or (None,)
        if first is None:
            raise self._no_sentence(words)
        if any(_takes_wording(verb, parts) for verb, parts in (first, *others)[:-1]):
            raise self._no_sentence(words)
        place, says_article = first[1].get("at", "").strip(_ENDS), self.grammar.says_article
        for verb, parts in others:
            own = parts.get("at", "").strip(_ENDS)
            if own and says_article.search(place) and not says_article.search(own):
                raise SourceError(
                    f"“{self._said(words)}” orders in several places; write a sentence for each"
                )
            if place and not own and verb in _CHANGES_WORDS:
                parts["at"] = place
        return (first, *others)

    def _no_sentence(self, words: str) -> SourceError:
        return SourceError(
            f"“{self._said(words)}” is no sentence that lawdiff reads; docs/drafting.md lists the forms, "
            "such as: in paragraph 1 the words “...” shall be substituted by the words “...”"
        )

    def _wording(self, rest: list[str]) -> tuple[str, ...]:
        """The lines of the new wording: quoted behind the colon, or below the sentence."""
        here = quoted_words(" ".join(rest), self.quotations)
        if here and self.wording:
            raise SourceError("the new wording is given twice, behind the colon and below; keep one of them")
        if len(rest) > 1 or (rest and not re.fullmatch(rf"{QUOTATION}[{_ENDS}]*", rest[0])):
            raise SourceError(f"“{self._said(' '.join(rest))}” is not one new wording in quotation marks")
        if not here and not self.wording:
            raise SourceError(
                "the new wording is missing; quote it below the sentence, each line behind “>”, "
                "or in quotation marks behind the colon"
            )
        return here or self.wording

    def _instruction(self, verb: Verb, parts: dict[str, str], wording: tuple[str, ...]) -> Instruction:
        place = parts.get("at", "").strip(_ENDS)
        if "inner" in parts and place:
            place = f"{parts['inner']} of {place}"
        throughout = self.grammar.throughout.fullmatch(place)
        if throughout:
            place = throughout["of"] or ""
        old = quoted_words(parts.get("old", ""), self.quotations)
        new = quoted_words(parts.get("new", ""), self.quotations)
        if verb is Verb.SUBSTITUTE and len(old) != len(new):
            raise SourceError(f"{len(old)} quotations are to be substituted by {len(new)}; give one for each")
        if verb in (Verb.AFTER, Verb.BEFORE) and (len(old), len(new)) != (1, 1):
            raise SourceError("words are added in one place at a time; write a sentence for each place")
        return Instruction(
            verb,
            self._places(verb, place) if place else (NOWHERE,),
            self.sentence.line,
            self.sentence.depth,
            what=self._new_number(parts["what"]) if "what" in parts else NOWHERE,
            old=old,
            new=new,
            everywhere=bool(throughout or "all" in parts),
            wording=wording,
        )

    def _places(self, verb: Verb, place: str) -> tuple[AddressWords, ...]:
        try:
            return self.grammar.read_places(place)
        except SourceError:
            if verb is Verb.IN:
                raise self._no_sentence(place) from None
            raise

    def _said(self, form: str) -> str:
        said = re.sub(r"⟦(\d+)⟧", lambda sign: f"“{self.quotations[int(sign[1])]}”", form)
        return said if len(said) <= 120 else f"{said[:117]}..."

    def _new_number(self, words: str) -> AddressWords:
        """What is new, with its number. A word such as "the following" before it says nothing more."""
        said = self.grammar.says_nothing.sub("", words.strip(_ENDS), count=1)
        if not any(sign.isdigit() for sign in said) and " " not in said:
            raise SourceError(f"“{said}” is to be added without its number; write one such as “paragraph 3”")
        return self.grammar.read_new(said)
