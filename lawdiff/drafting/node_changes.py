"""The changes of one article: its title, its provisions by number, its unnumbered passages in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from lawdiff.drafting.word_changes import substitutions
from lawdiff.law.act_text import EXCLUDED, NOT_KNOWN, TextNode, under_another_number
from lawdiff.law.amendment import Change, Exclude, Insert, Move, Retitle, Reword
from lawdiff.law.eid import EId

_HALF = 0.5
_FEW = 3  # texts; of an article with fewer the parts are given one by one
_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class Moves:
    """The provisions that stand under another number, and those whose number they took."""

    changes: tuple[Move, ...] = ()
    displaced: tuple[Exclude, ...] = ()

    @property
    def left(self) -> frozenset[EId]:
        """The numbers that they had."""
        return frozenset(move.target for move in self.changes)

    @property
    def arrived(self) -> frozenset[EId]:
        """The numbers that they have now."""
        return frozenset(move.to for move in self.changes)

    @property
    def all(self) -> tuple[Exclude | Move, ...]:
        """What a bill says of them."""
        return (*self.displaced, *self.changes)

    def inside(self, article: EId) -> tuple[Change, ...]:
        """What a bill says of those within one article."""
        return tuple(each for each in self.all if each.target.within(article) and each.target != article)

    @property
    def of_articles(self) -> tuple[Change, ...]:
        """What a bill says of articles that took another number."""
        return tuple(each for each in self.all if not each.target.parent)


def article_changes(old: TextNode, new: TextNode, moves: Moves) -> tuple[Change, ...]:
    """The natural changes of an article: a new wording of it where more than half of its texts change.

    What moves, is excluded, or has words that nobody knows needs an order of its own.
    """
    before, after = Counter(words for _, words in old.texts()), Counter(words for _, words in new.texts())
    changed = max((before - after).total(), (after - before).total())
    most = max(before.total(), after.total())
    has_own_order = moves.inside(old.eid) or NOT_KNOWN in after or after[EXCLUDED] > before[EXCLUDED]
    if not has_own_order and before.total() > _FEW and changed > _HALF * most:
        return (Reword(old.eid, new),)
    return changes_inside(old, new, moves)


def changes_inside(old: TextNode, new: TextNode, moves: Moves, *, whole: bool = False) -> tuple[Change, ...]:
    """The changes of a node and everything inside it. `whole`: each provision that changed is reworded."""
    if new.is_excluded and not old.is_excluded:
        return (Exclude(old.eid),)
    found: list[Change] = []
    if old.heading != new.heading and old.heading is not None and new.heading is not None:
        found += (
            [Retitle(old.eid.heading, new.heading)]
            if whole
            else heading_changes(old.eid.heading, old.heading, new.heading)
        )
    found += _own_text(old, new, whole)
    found += _numbered(old, new, moves, whole)
    found += _passages(old, new, moves, whole)
    return tuple(found)


def heading_changes(eid: EId, old: str, new: str) -> tuple[Change, ...]:
    """Words substituted in a title, or another title."""
    return substitutions(eid, old, new) or (Retitle(eid, new),)


def _own_text(old: TextNode, new: TextNode, whole: bool) -> Iterator[Change]:
    if old.text == new.text:
        return
    if old.text is None or new.text is None:
        yield Reword(old.eid, new)
        return
    own = old.eid.child("al", "1")
    words = () if whole else substitutions(own if old.children else old.eid, old.text, new.text)
    if words:
        yield from words
    elif old.children or old.heading is not None or not old.num:
        yield Reword(own if old.eid.kind != "al" or old.children else old.eid, replace(old, text=new.text))
    else:
        yield Reword(old.eid, replace(old, text=new.text))


def _numbered(old: TextNode, new: TextNode, moves: Moves, whole: bool) -> Iterator[Change]:
    before = {child.eid: child for child in old.children if child.eid.kind != "al"}
    for child in new.children:
        if child.eid.kind == "al" or child.eid in moves.arrived:
            continue
        was = before.get(child.eid)
        if was is None or child.eid in moves.left:
            yield Insert(new.eid, child)
        elif was != child:
            reworded = whole and old.eid.kind == "art" and not child.is_excluded
            yield from (
                (Reword(child.eid, child),) if reworded else changes_inside(was, child, moves, whole=whole)
            )


def _passages(old: TextNode, new: TextNode, moves: Moves, whole: bool) -> Iterator[Change]:
    """Unnumbered passages, which have only their order: those alike are paired, others come or go."""
    before = [child for child in old.children if child.eid.kind == "al"]
    after = [child for child in new.children if child.eid.kind == "al"]
    pairs = paired_passages(old, new)
    kept_old, kept_new = {one.eid for one, _ in pairs}, {other.eid for _, other in pairs}
    yield from (Exclude(child.eid) for child in before if child.eid not in kept_old)
    for one, other in pairs:
        same_number = under_another_number(other, one.eid)
        if one != same_number:
            yield from changes_inside(one, same_number, moves, whole=whole)
    yield from (Insert(new.eid, child) for child in after if child.eid not in kept_new)


def paired_passages(old: TextNode, new: TextNode) -> list[tuple[TextNode, TextNode]]:
    """The unnumbered passages of a node before and after that are the same ones, in order."""
    before = [child for child in old.children if child.eid.kind == "al"]
    after = [child for child in new.children if child.eid.kind == "al"]
    found: list[tuple[TextNode, TextNode]] = []
    words, new_words = [_words(node) for node in before], [_words(node) for node in after]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, words, new_words, autojunk=False).get_opcodes():
        row = list(zip(before[i1:i2], after[j1:j2], strict=False))
        if tag == "equal" or (i2 - i1 == j2 - j1 and all(map(_may_be_the_same, row))):
            found += row
        elif tag == "replace":
            at = j1
            for one in before[i1:i2]:
                there = next((j for j in range(at, j2) if _alike(one, after[j])), None)
                if there is not None:
                    found.append((one, after[there]))
                    at = there + 1
    return found


def _may_be_the_same(pair: tuple[TextNode, TextNode]) -> bool:
    """Whether one passage may be the other with other words: of words nobody knows none is."""
    one, other = pair
    return (one.text == NOT_KNOWN) == (other.text == NOT_KNOWN)


def _words(node: TextNode) -> str:
    return "\n".join(line for each in node.walk() for line in each.lines)


def _alike(one: TextNode, other: TextNode) -> bool:
    first, second = _words(one).split(), _words(other).split()
    return SequenceMatcher(None, first, second, autojunk=False).ratio() > _ALIKE
