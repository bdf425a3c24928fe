"""What one part of an amending law orders, sentence by sentence; and the sentences that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawdiff.law.errors import SourceError
from lawdiff.sources.amending.enforcement import Levels
from lawdiff.sources.amending.law_text import ActPart, LawLine
from lawdiff.sources.instructions.grammar import Grammar
from lawdiff.sources.instructions.instruction import Instruction
from lawdiff.sources.instructions.outline import Sentence, outline
from lawdiff.sources.instructions.plain_markdown import MarkdownLine
from lawdiff.sources.instructions.sentences import read_sentence


@dataclass(frozen=True, slots=True)
class Order:
    """An instruction with the place of the amending law that it stands in, from the article in."""

    instruction: Instruction
    place: Levels


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that was not taken in: its line and words, and why. `is_form`: it is no form that is known,
    so that it may have opened a place for those behind it."""

    line: int
    text: str
    why: str
    is_form: bool = True


def orders_of_part(part: ActPart, grammar: Grammar) -> Iterator[Order | Unread]:
    """Every order of the part, in the order of the law."""
    at = {line.line: line for line in part.lines}
    for entry in outline(MarkdownLine(line.text, line.line, 0) for line in part.lines):
        if not isinstance(entry, Sentence):
            yield Unread(entry.line, at[entry.line].text, "this orders nothing that lawdiff reads")
            continue
        place = _place(part, at[entry.line])
        try:
            found = [Order(each, place) for each in read_sentence(entry, grammar)]
        except SourceError as problem:
            yield Unread(entry.line, entry.text, f"{problem}")
        else:
            yield from found


def _place(part: ActPart, line: LawLine) -> Levels:
    inner = (("subpara", line.subitem),) if line.subitem else ()
    return (*part.place, *inner, ("al", f"{line.passage}"))
