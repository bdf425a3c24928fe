"""The lines of a law before and after a bill, side by side: what stays, changes, comes and goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lawdiff.drafting.documents.origins import origins
from lawdiff.history.redline import Op, Redline, redline
from lawdiff.law.act_text import ACT, EXCLUDED, NOT_KNOWN, TextNode, heading_of
from lawdiff.law.amendment import Change
from lawdiff.law.eid import EId

_KEPT = 0.3  # the share of the shorter wording that must stay; with less, two wordings read better than one


@dataclass(frozen=True, slots=True)
class Line:
    """A line as the law prints it, with its number: `eid` is that of the text or heading in it.

    `holders` are the provisions that it stands in, from its chapter in to its own node: an article's eId
    does not tell its chapter. `missing` stands for words that are not there: `EXCLUDED` or `NOT_KNOWN`. It is
    no part of `words`, which are the number alone then.
    """

    eid: EId
    node: TextNode
    words: str
    holders: tuple[EId, ...]
    missing: str = ""

    @property
    def is_heading(self) -> bool:
        return self.node.heading is not None and self.eid == heading_of(self.node.eid)

    def is_within(self, eid: EId) -> bool:
        """Whether an eId means this text, or a provision that it stands in."""
        return eid in self.holders or eid in (self.eid, self.eid.child("al", "1"))


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line of the law before the bill, after it, or both."""

    old: Line | None
    new: Line | None

    @property
    def is_changed(self) -> bool:
        old, new = self.old, self.new
        return old is None or new is None or (old.words, old.missing) != (new.words, new.missing)

    @property
    def is_excluded(self) -> bool:
        """Whether a number keeps its place and loses its words."""
        is_empty = self.new is not None and self.new.missing == EXCLUDED
        return is_empty and not (self.old and self.old.missing == EXCLUDED)

    @property
    def either(self) -> Line:
        """The line as it is, or as it will be where it is new."""
        line = self.old or self.new
        assert line is not None
        return line

    @property
    def op(self) -> Op:
        """Whether the line as such comes or goes."""
        old, new = self.old and self.old.words, self.new and self.new.words
        return Op.EQUAL if bool(old) == bool(new) else Op.INSERT if new else Op.DELETE

    @property
    def pieces(self) -> Redline:
        """Both wordings as one redline; the whole of one and of the other where little of it stays."""
        old, new = self.old.words if self.old else "", self.new.words if self.new else ""
        number = _common_number(self)
        pieces = redline(old, new)
        kept = sum(len(text) for op, text in pieces if op is Op.EQUAL) - len(number)
        enough = kept >= _KEPT * (min(len(old), len(new)) - len(number))
        if not old or not new or number.rstrip(" ") in (old, new) or enough:
            return pieces
        apart = (
            (Op.EQUAL, number),
            (Op.DELETE, old.removeprefix(number)),
            (Op.INSERT, new.removeprefix(number)),
        )
        return tuple(piece for piece in apart if piece[1])


def compared_lines(before: TextNode, after: TextNode, changes: Sequence[Change]) -> tuple[ComparedLine, ...]:
    """Every line of both texts, in one order. The old lines alone are the law before the bill, the new ones
    the law after it."""
    came_from = origins(before, after, changes)
    old, new = list(lines_of(before)), list(lines_of(after))
    old_keys = [(line.node.eid, line.is_heading) for line in old]
    new_keys = [_key(line, came_from) for line in new]
    found: list[ComparedLine] = []
    matcher = SequenceMatcher(None, old_keys, new_keys, autojunk=False)
    for op, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if op == "equal":
            pairs = zip(old[old_start:old_end], new[new_start:new_end], strict=True)
            found.extend(ComparedLine(*pair) for pair in pairs)
        else:
            found.extend(ComparedLine(line, None) for line in old[old_start:old_end])
            found.extend(ComparedLine(None, line) for line in new[new_start:new_end])
    return tuple(found)


def lines_of(node: TextNode, holders: tuple[EId, ...] = ()) -> Iterator[Line]:
    """The lines of a text, one for each title and passage."""
    inside = holders if node.eid == ACT else (*holders, node.eid)
    for at, words in enumerate(node.lines):
        is_heading = node.heading is not None and at == 0
        text = node.heading if is_heading else node.text
        missing = text if text in (EXCLUDED, NOT_KNOWN) else ""
        if words:
            eid = heading_of(node.eid) if is_heading else node.eid
            known = words.removesuffix(missing).rstrip(" ") if missing else words
            yield Line(eid, node, known, inside, missing)
    for child in node.children:
        yield from lines_of(child, inside)


def _key(line: Line, came_from: Mapping[EId, EId]) -> tuple[str, bool]:
    """What a new line has in common with the old one it comes from; a new provision with none."""
    return (came_from.get(line.node.eid, f"new {line.node.eid}"), line.is_heading)


def _common_number(line: ComparedLine) -> str:
    """The number at the start of both wordings."""
    if line.old is None or line.new is None or line.old.node.num != line.new.node.num:
        return ""
    number = f"{line.old.node.num}{'.' if line.old.is_heading and line.old.node.num else ''} "
    return number if number.strip() and line.old.words.startswith(number) else ""
