"""The amending text of a bill, read: every change that it orders, with its line and justification."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lawdiff.law.act_text import ACT, TITLE, TextNode
from lawdiff.law.amendment import (
    TEXT,
    Amendment,
    Change,
    Exclude,
    Move,
    Substitute,
)
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.bill_frame import BillFrame
from lawdiff.sources.instructions.instruction import Instruction, Verb
from lawdiff.sources.instructions.new_wordings import insertions, rewordings
from lawdiff.sources.instructions.outline import Entry, Justification
from lawdiff.sources.instructions.places import Places
from lawdiff.sources.instructions.sentences import read_sentence


def read_amendments(entries: Iterable[Entry], root: TextNode, path: str = "") -> tuple[Amendment, ...]:
    """The amendments of a bill about the act `root`, in the order of the bill.

    SourceError, with path and line, for the first sentence that cannot be read or names a place that the
    act has not. Whether the words stand there is asked when they are applied.
    """
    places = Places(root)
    found: list[Amendment] = []
    waiting: list[tuple[int, tuple[int, ...]]] = []  # amendments without a justification, and their items
    items: tuple[int, ...] = ()
    for entry in entries:
        if isinstance(entry, BillFrame):
            continue
        try:
            if isinstance(entry, Justification):
                due = [at for at, inside in waiting if inside[: entry.depth] == items[: entry.depth]]
                if not due:
                    raise SourceError("this justification stands behind no amendment; put it below its own")
                found = [
                    replace(one, justification=entry.text) if at in due else one
                    for at, one in enumerate(found)
                ]
                waiting = [(at, inside) for at, inside in waiting if at not in due]
                continue
            if entry.depth:
                items = (*items[: entry.depth - entry.begins_item], *[entry.line] * entry.begins_item)
            for instruction in read_sentence(entry):
                for change in _changes(instruction, places):
                    waiting.append((len(found), items))
                    found.append(Amendment(change, entry.line))
        except SourceError as problem:
            raise SourceError(f"{path}:{entry.line}: {problem}" if path else f"{problem}") from None
    return tuple(found)


def _changes(instruction: Instruction, places: Places) -> Iterator[Change]:
    places.enter(instruction.depth, instruction.begins_item)
    if any(words.is_inside for words in instruction.places):
        raise SourceError("a sentence has no number of its own; name the provision that it stands in")
    match instruction.verb:
        case Verb.IN:
            places.open(instruction.place, instruction.depth)
        case Verb.SUBSTITUTE | Verb.OMIT | Verb.AFTER | Verb.BEFORE:
            for words in instruction.places:
                target = places.find(words)
                yield from substitutions(instruction, TEXT if target == ACT else target)
        case Verb.APPEND:
            raise SourceError(
                "it is not said behind which words these are added; write “after the words “...””"
            )
        case Verb.REWORD:
            yield from rewordings(instruction, places)
        case Verb.SUPPLEMENT:
            yield from insertions(instruction, places)
        case Verb.EXCLUDE:
            yield from (_exclusion(places.find(words)) for words in instruction.places)
        case Verb.RENUMBER:
            yield from _moves(instruction, places)


def substitutions(instruction: Instruction, target: EId) -> Iterator[Substitute]:
    """The words of an instruction that puts some in the place of others, or beside them."""
    everywhere = instruction.everywhere
    match instruction.verb:
        case Verb.SUBSTITUTE:
            for old, new in zip(instruction.old, instruction.new, strict=True):
                yield Substitute(target, old, new, everywhere)
        case Verb.OMIT:
            yield from (Substitute(target, old, "", everywhere) for old in instruction.old)
        case Verb.AFTER:
            yield Substitute(
                target, instruction.old[0], joined(instruction.old[0], instruction.new[0]), everywhere
            )
        case _:
            yield Substitute(
                target, instruction.old[0], joined(instruction.new[0], instruction.old[0]), everywhere
            )


def joined(first: str, second: str) -> str:
    """Words put behind others: a space between them, none before a sign such as a comma.

    >>> joined("the rights", ", freedoms")
    'the rights, freedoms'
    """
    return f"{first}{second}" if second[:1] in ",;:.)" else f"{first} {second}"


def _exclusion(target: EId) -> Exclude:
    if target == ACT:
        raise SourceError("the whole law cannot be excluded by an amendment; that takes a law of its own")
    if target == TITLE or target.kind == "heading":
        raise SourceError("a title cannot be excluded; give it another wording, or exclude what it is of")
    return Exclude(target)


def _moves(instruction: Instruction, places: Places) -> Iterator[Move]:
    targets, whats = instruction.places, instruction.what.each
    if len(targets) != len(whats) or not instruction.what.levels:
        raise SourceError(
            "as many new numbers as places are needed; write “paragraph 3 shall be considered paragraph 4”"
        )
    for words, what in zip(targets, whats, strict=True):
        target = places.find(words)
        kind, number = what.levels[-1]
        if what.levels[:-1]:
            raise SourceError("a new number stands in the same place; write only “paragraph 4”")
        head = target.parent
        yield Move(target, head.child(kind, number) if head else EId(f"{kind}_{number}"))
