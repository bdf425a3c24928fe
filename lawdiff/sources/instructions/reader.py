"""The amending text of a bill, read: every change that it orders, with its line and justification."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lawdiff.law.act_text import ACT, TextNode, find_node, numeral
from lawdiff.law.address import cite
from lawdiff.law.amendment import (
    TEXT,
    Amendment,
    Change,
    Exclude,
    Insert,
    Move,
    Retitle,
    Reword,
    Substitute,
)
from lawdiff.law.eid import EId, number_order
from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.address_words import AddressWords
from lawdiff.sources.instructions.instruction import Instruction, Verb
from lawdiff.sources.instructions.outline import Entry, Justification
from lawdiff.sources.instructions.places import Places
from lawdiff.sources.instructions.sentences import read_sentence
from lawdiff.sources.wording_lines import read_wording


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
        try:
            if isinstance(entry, Justification):
                due = [at for at, inside in waiting if inside[: entry.depth] == items[: entry.depth]]
                if not due:
                    raise SourceError("this justification stands behind no amendment")
                found = [
                    replace(one, justification=entry.text) if at in due else one
                    for at, one in enumerate(found)
                ]
                waiting = [(at, inside) for at, inside in waiting if at not in due]
                continue
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
    match instruction.verb:
        case Verb.IN:
            places.open(_single(instruction.place), instruction.depth)
        case Verb.SUBSTITUTE | Verb.OMIT | Verb.AFTER | Verb.BEFORE:
            target = TEXT if instruction.throughout else places.find(_single(instruction.place))
            yield from _substitutions(instruction, TEXT if target == ACT else target)
        case Verb.REWORD:
            yield _rewording(instruction, places)
        case Verb.SUPPLEMENT:
            yield from _insertions(instruction, places)
        case Verb.EXCLUDE:
            yield from (Exclude(places.find(each)) for each in instruction.place.each)
        case Verb.RENUMBER:
            yield from _moves(instruction, places)


def _single(words: AddressWords) -> AddressWords:
    if words.others:
        raise SourceError("words are substituted in one place at a time; write a sentence for each place")
    return words


def _substitutions(instruction: Instruction, target: EId) -> Iterator[Substitute]:
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


def _rewording(instruction: Instruction, places: Places) -> Change:
    target = places.find(_single(instruction.place))
    lines = instruction.wording
    if target == ACT:
        raise SourceError("the whole law cannot be reworded by an amendment; that is a new law")
    if instruction.place.is_heading:
        if len(lines) != 1:
            raise SourceError("a title is one line")
        return Retitle(target, _title(target, lines[0]))
    if target.names_own_text:
        if len(lines) != 1:
            raise SourceError("the first passage is one line; reword the whole provision to change more")
        number = numeral(target.own)
        return Reword(target, TextNode(target.own, number, text=lines[0].removeprefix(f"{number} ").strip()))
    return Reword(target, read_wording(target, _unquoted(target, lines)))


def _title(target: EId, line: str) -> str:
    """The words of a title, without the number in front of them."""
    number = numeral(target.parent) if target.parent else ""
    return line.removeprefix(f"{number}.").strip() if number else line.strip()


def _unquoted(target: EId, lines: Sequence[str]) -> tuple[str, ...]:
    """The lines without the quotation marks that bills put around a whole wording."""
    first, last = lines[0], lines[-1].rstrip(" ;.")
    if first.startswith(f"“{numeral(target)}") and numeral(target) and last.endswith("”"):
        inner = (*lines[:-1], last[:-1])
        return (inner[0][1:], *inner[1:])
    return tuple(lines)


def _insertions(instruction: Instruction, places: Places) -> Iterator[Insert]:
    """New provisions. Several ("subparagraphs 4-1) and 4-2)") share the lines of the wording."""
    whats = instruction.what.each
    if not instruction.what.levels:
        raise SourceError("what is added needs its number, such as “subparagraph 4-1)”")
    homes = [_home(instruction.place, what, places) for what in whats]
    targets = [_new_eid(home, what) for home, what in zip(homes, whats, strict=True)]
    lines = _unquoted(targets[0], instruction.wording)
    for home, target, part in zip(homes, targets, _shared(targets, lines), strict=True):
        yield Insert(home, read_wording(target, part))


def _home(place: AddressWords, what: AddressWords, places: Places) -> EId:
    """What a new provision hangs under. An article hangs under the chapter of the article before it, an item
    under the passage that has the item before it."""
    kind, number = what.levels[-1]
    named = places.home(place, what.levels)
    if kind == "chp":
        return ACT
    if kind == "art":
        return named if named.kind == "chp" else _chapter_for(places.root, number)
    node = find_node(places.root, named.own)
    if named == ACT or node is None:
        raise SourceError(f"it is not said what is supplemented by {kind} {number}; write “in Article ...”")
    if kind == "subpara":
        rows = [each for each in node.walk() if any(child.eid.kind == kind for child in each.children)]
        if rows and not any(each.eid == node.eid for each in rows):
            if len(rows) > 1:
                raise SourceError(f"{cite(named)} has several lists of items; name the paragraph or part")
            return rows[0].eid
    return named.own


def _chapter_for(root: TextNode, number: str) -> EId:
    home = ACT
    for node in root.walk():
        for child in node.children:
            if child.eid.kind == "art" and number_order(child.eid.number) < number_order(number):
                home = node.eid
    return home


def _new_eid(home: EId, what: AddressWords) -> EId:
    kind, number = what.levels[-1]
    return EId(f"{kind}_{number}") if kind in ("art", "chp") else home.child(kind, number)


def _shared(targets: Sequence[EId], lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """The lines of each new provision: each begins with its number, a passage is one line."""
    if len(targets) == 1:
        yield lines
        return
    if all(target.kind == "al" for target in targets):
        if len(lines) != len(targets):
            raise SourceError(f"{len(targets)} passages are announced and {len(lines)} lines quoted")
        yield from ([line] for line in lines)
        return
    starts = []
    for target in targets:
        begin = next((at for at, line in enumerate(lines) if line.startswith(numeral(target))), None)
        if begin is None:
            raise SourceError(f"the wording of {cite(target)} is missing; begin it with {numeral(target)}")
        starts.append(begin)
    for begin, end in zip(starts, (*starts[1:], len(lines)), strict=True):
        yield lines[begin:end]


def _moves(instruction: Instruction, places: Places) -> Iterator[Move]:
    targets, whats = instruction.place.each, instruction.what.each
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
