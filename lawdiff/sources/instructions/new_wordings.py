"""New wordings and new provisions: the lines quoted in a bill, shared among what its sentence names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawdiff.law.act_text import ACT, TITLE, TextNode, find_node, numeral
from lawdiff.law.address import cite
from lawdiff.law.amendment import Insert, Retitle, Reword
from lawdiff.law.eid import EId, number_order
from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.address_words import AddressWords
from lawdiff.sources.instructions.instruction import Instruction
from lawdiff.sources.instructions.places import Places
from lawdiff.sources.wording_lines import read_wording


def rewordings(instruction: Instruction, places: Places) -> Iterator[Reword | Retitle]:
    """The places of a sentence in their new wording; several ("paragraphs 2 and 3") share the lines."""
    targets = [places.find(words) for words in instruction.places]
    if ACT in targets:
        raise SourceError("the whole law cannot be reworded by an amendment; that is a new law")
    if len(targets) == 1:
        yield _rewording(targets[0], instruction.wording)
        return
    if any(target == TITLE or target.kind == "heading" or target.names_own_text for target in targets):
        raise SourceError("a title is reworded in a sentence of its own; write one for each place")
    lines = _unquoted(targets[0], instruction.wording)
    for target, part in zip(targets, _shared(targets, lines), strict=True):
        yield Reword(target, read_wording(target, part))


def _rewording(target: EId, lines: Sequence[str]) -> Reword | Retitle:
    if target == TITLE or target.kind == "heading":
        if len(lines) != 1:
            raise SourceError("a title is one line")
        return Retitle(target, _title(target, lines[0]))
    if target.names_own_text:
        if len(lines) != 1:
            raise SourceError("the first passage is one line; reword the whole provision to change more")
        number = numeral(target.own)
        return Reword(target, TextNode(target.own, number, text=lines[0].removeprefix(f"{number} ").strip()))
    return Reword(target, read_wording(target, _unquoted(target, lines)))


def insertions(instruction: Instruction, places: Places) -> Iterator[Insert]:
    """New provisions. Several ("subparagraphs 4-1) and 4-2)") share the lines of the wording."""
    whats = instruction.what.each
    if not instruction.what.levels or instruction.what.is_heading:
        raise SourceError("what is added needs its number, such as “subparagraph 4-1)”")
    homes = [home_of_new(instruction.place, what, places) for what in whats]
    targets = [new_eid(home, what) for home, what in zip(homes, whats, strict=True)]
    lines = _unquoted(targets[0], instruction.wording)
    for home, target, part in zip(homes, targets, _shared(targets, lines), strict=True):
        yield Insert(home, read_wording(target, part))


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


def home_of_new(place: AddressWords, what: AddressWords, places: Places) -> EId:
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


def new_eid(home: EId, what: AddressWords) -> EId:
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
    starts: list[int] = []
    for target in targets:
        behind = starts[-1] + 1 if starts else 0
        begin = next((at for at, line in enumerate(lines) if at >= behind and _begins(line, target)), None)
        if begin is None:
            raise SourceError(f"the wording of {cite(target)} is missing; begin it with {numeral(target)}")
        starts.append(begin)
    if starts[0]:
        raise SourceError(f"“{lines[0][:40]}” belongs to none of the new provisions; begin with a number")
    for begin, end in zip(starts, (*starts[1:], len(lines)), strict=True):
        yield lines[begin:end]


def _begins(line: str, target: EId) -> bool:
    """Whether a line begins with the number: that of Article 41 is not that of Article 41-2."""
    number = numeral(target)
    behind = line[len(number) : len(number) + 1]
    return bool(number) and line.startswith(number) and not (behind.isdigit() or behind == "-")
