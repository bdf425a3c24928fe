"""The sentences of a bill, each form with its pattern: from words to instructions (docs/drafting.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.address_words import NOWHERE, read_address
from lawdiff.sources.instructions.instruction import Instruction, Verb
from lawdiff.sources.instructions.outline import Sentence
from lawdiff.sources.instructions.quotations import quoted_words, without_quotations

_QUOTES = r"⟦\d+⟧(?:(?:,? and |, )⟦\d+⟧)*"
_ONE = r"⟦\d+⟧"
_AT = r"(?:in )?(?P<at>[^⟦⟧]*?),? ?"
_THE_WORDS = r"(?:the )?(?:words?|figures?|numbers?|signs?|punctuation mark) "
_EVERYWHERE = r"(?P<all>,? wherever (?:they|it) (?:occurs?|stands?|appears?),?)?"
_FOLLOWING = (
    r"(?:in the (?:following )?wording|worded as follows|stated in the (?:following )?(?:wording|edition)|"
    r"amended to read(?: as follows)?|read as follows)"
)
_BY = r"(?:by|with)"

# In their order: "in paragraph 1 the words “A” shall be substituted by the words “B”" comes before the
# forms that its beginning would fit too.
_FORMS: tuple[tuple[Verb, re.Pattern[str]], ...] = tuple(
    (verb, re.compile(pattern, re.IGNORECASE))
    for verb, pattern in (
        (
            Verb.SUBSTITUTE,
            rf"{_AT}{_THE_WORDS}(?P<old>{_QUOTES}){_EVERYWHERE} (?:shall be|to be|are)"
            rf" (?:substituted|replaced)(?: respectively)? {_BY}(?: respectively)? {_THE_WORDS}?"
            rf"(?P<new>{_QUOTES})",
        ),
        (Verb.OMIT, rf"{_AT}{_THE_WORDS}(?P<old>{_QUOTES}){_EVERYWHERE} shall be (?:excluded|deleted)"),
        (
            Verb.AFTER,
            rf"{_AT}after {_THE_WORDS}(?P<old>{_ONE}){_EVERYWHERE} shall be supplemented {_BY} {_THE_WORDS}"
            rf"(?P<new>{_ONE})",
        ),
        (
            Verb.BEFORE,
            rf"{_AT}before {_THE_WORDS}(?P<old>{_ONE}){_EVERYWHERE} shall be supplemented {_BY} {_THE_WORDS}"
            rf"(?P<new>{_ONE})",
        ),
        (
            Verb.SUPPLEMENT,
            rf"(?:in )?(?P<at>[^⟦⟧]*?),? ?(?:(?:shall|to) be supplemented|supplement) {_BY} (?P<what>[^⟦⟧]+?)"
            r" (?:of|in) the following (?:wording|content|edition)",
        ),
        (Verb.REWORD, rf"(?:in )?(?P<at>[^⟦⟧]*?) ?shall be {_FOLLOWING}"),
        (Verb.EXCLUDE, r"(?:in )?(?P<at>[^⟦⟧]+?) shall be (?:excluded|deleted)"),
        (Verb.EXCLUDE, r"(?:exclude|delete) (?P<at>[^⟦⟧]+)"),
        (
            Verb.RENUMBER,
            r"(?:in )?(?P<at>[^⟦⟧]+?) shall be (?:considered|deemed|counted as)(?: to be)?(?: respectively)?"
            r" (?P<what>[^⟦⟧]+)",
        ),
        (Verb.IN, r"in (?P<at>[^⟦⟧]+)"),
        (Verb.IN, r"(?P<at>(?:chapter|article|sub-?paragraph|paragraph|part|passage) [^⟦⟧]+)"),
    )
)
_TAKES_WORDING = (Verb.REWORD, Verb.SUPPLEMENT)
_THROUGHOUT = re.compile(r"throughout the (?:whole )?text(?: of (?:the|this) law)?", re.IGNORECASE)
_ENDS = " ;.,"


def read_sentence(sentence: Sentence) -> Iterator[Instruction]:
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
        for instruction in _Statement(sentence, quotations, statement, wording).read():
            yield replace(instruction, begins_item=begins_item)
            begins_item = False


@dataclass(frozen=True, slots=True)
class _Statement:
    """What stands between two semicolons: places, each behind a colon, and what is ordered there."""

    sentence: Sentence
    quotations: tuple[str, ...]
    form: str
    wording: tuple[str, ...]

    def read(self) -> Iterator[Instruction]:
        pieces = [piece.strip() for piece in self.form.split(":")]
        if pieces and not pieces[-1].strip(_ENDS):
            pieces.pop()
        at = 0
        while at < len(pieces):
            verb, found = self._form_of(pieces[at])
            wording: tuple[str, ...] = ()
            if verb in _TAKES_WORDING:
                wording = self._wording(pieces[at + 1 :])
                at = len(pieces)
            yield self._instruction(verb, found, wording)
            at += 1
        if self.wording and verb not in _TAKES_WORDING:
            raise SourceError("a wording is quoted below a sentence that brings no new wording")

    def _form_of(self, piece: str) -> tuple[Verb, re.Match[str]]:
        words = piece.strip(_ENDS)
        for verb, pattern in _FORMS:
            if found := pattern.fullmatch(words):
                return verb, found
        shown = self._said(words)
        raise SourceError(
            f"“{shown}” is no sentence that lawdiff reads; docs/drafting.md lists the forms, such as: "
            "in paragraph 1 the words “...” shall be substituted by the words “...”"
        )

    def _wording(self, rest: list[str]) -> tuple[str, ...]:
        """The lines of the new wording: quoted behind the colon, or below the sentence."""
        here = quoted_words(" ".join(rest), self.quotations)
        if here and self.wording:
            raise SourceError("the new wording is given twice, behind the colon and below the sentence")
        if len(rest) > 1 or (rest and not re.fullmatch(rf"{_ONE}[{_ENDS}]*", rest[0])):
            raise SourceError(f"“{self._said(' '.join(rest))}” is not one new wording in quotation marks")
        if not here and not self.wording:
            raise SourceError(
                "the new wording is missing; quote it below the sentence, each line behind “>”, "
                "or in quotation marks behind the colon"
            )
        return here or self.wording

    def _instruction(self, verb: Verb, found: re.Match[str], wording: tuple[str, ...]) -> Instruction:
        parts = found.groupdict()
        place = (parts.get("at") or "").strip(_ENDS)
        throughout = bool(_THROUGHOUT.fullmatch(place))
        old = quoted_words(parts.get("old") or "", self.quotations)
        new = quoted_words(parts.get("new") or "", self.quotations)
        if verb is Verb.SUBSTITUTE and len(old) != len(new):
            raise SourceError(f"{len(old)} words are to be substituted by {len(new)}; give one for each")
        return Instruction(
            verb,
            NOWHERE if throughout or not place else read_address(place),
            self.sentence.line,
            self.sentence.depth,
            what=read_address(parts["what"]) if parts.get("what") else NOWHERE,
            old=old,
            new=new,
            everywhere=throughout or bool(parts.get("all")),
            throughout=throughout,
            wording=wording,
        )

    def _said(self, form: str) -> str:
        said = re.sub(r"⟦(\d+)⟧", lambda sign: f"“{self.quotations[int(sign[1])]}”", form)
        return said if len(said) <= 120 else f"{said[:117]}..."
