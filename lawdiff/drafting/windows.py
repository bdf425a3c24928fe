"""Stretches of a text that can be quoted in an amendment: whole words that stand there only once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawdiff.history.words_cut import Cut, with_cuts
from lawdiff.law.words_found import spans_of
from lawdiff.sources.instructions.quotations import is_quotable


def quotable_cuts(text: str, cuts: Iterable[Cut], *, excluding: bool = True) -> list[Cut]:
    """The cuts, each with as many words around it as it takes to be quoted; where two meet, they are one.

    Nothing changes in what comes out: `with_cuts` gives the same words. Words that only go are excluded
    where they can be quoted alone; not `excluding`: neighbours that stay are quoted with them.
    """
    found: list[Cut] = []
    for cut in sorted(cuts):
        wider = _quotable(text, cut, excluding)
        while found and wider.start < found[-1].end:
            wider = _quotable(text, _joined(text, found.pop(), wider), excluding)
        found.append(wider)
    return [cut if cut.new else _excluded(text, cut) for cut in _told_apart(text, found, excluding)]


def _told_apart(text: str, cuts: list[Cut], excluding: bool) -> list[Cut]:
    """The cuts, those as one of which one brings the words that the other quotes.

    A bill is read sentence by sentence: after “, freedoms” is added, the words “freedoms” stand there twice.
    """
    for at, cut in enumerate(cuts):
        for other in range(at + 1, len(cuts)):
            quoted, theirs = text[cut.start : cut.end], text[cuts[other].start : cuts[other].end]
            if spans_of(cuts[other].new, quoted) or spans_of(cut.new, theirs):
                one = cut
                for each in cuts[at + 1 : other + 1]:
                    one = _joined(text, one, each)
                rest = [*cuts[:at], _quotable(text, one, excluding), *cuts[other + 1 :]]
                return _told_apart(text, rest, excluding)
    return cuts


def _excluded(text: str, cut: Cut) -> Cut:
    """The words alone that go, without the space that goes with them."""
    words = text[cut.start : cut.end]
    start = cut.start + len(words) - len(words.lstrip())
    return Cut(start, start + len(words.strip()), "")


def _joined(text: str, first: Cut, second: Cut) -> Cut:
    """Two cuts that meet as one. Where they overlap, the words between are those of the text."""
    start, end = min(first.start, second.start), max(first.end, second.end)
    inner = sorted((*_inner(text, first), *_inner(text, second)))
    words, at = "", start
    for piece in dict.fromkeys(inner):
        words += text[at : piece.start] + piece.new
        at = piece.end
    return Cut(start, end, words + text[at:end])


def _inner(text: str, cut: Cut) -> Iterator[Cut]:
    """The cut without the words at its ends that stay as they are."""
    old, new = text[cut.start : cut.end], cut.new
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    yield Cut(cut.start + head, cut.end - tail, new[head : len(new) - tail])


def _quotable(text: str, cut: Cut, excluding: bool) -> Cut:
    """The cut with words around it, on the left before the right, until it can be quoted."""
    if excluding and not cut.new and _can_be_excluded(text, cut):
        return cut
    leftwards = True
    while not _can_be_quoted(text, cut) and (cut.start, cut.end) != (0, len(text)):
        left = _word_before(text, cut.start)
        right = _word_behind(text, cut.end)
        if (leftwards and left < cut.start) or right == cut.end:
            cut = Cut(left, cut.end, text[left : cut.start] + cut.new)
        else:
            cut = Cut(cut.start, right, cut.new + text[cut.end : right])
        leftwards = not leftwards
    return cut


def _can_be_quoted(text: str, cut: Cut) -> bool:
    old = text[cut.start : cut.end]
    if not old or old != old.strip() or cut.new != cut.new.strip() or not cut.new:
        return False
    if not (is_quotable(old) and is_quotable(cut.new)):
        return False
    return spans_of(text, old) == ((cut.start, cut.end),)


def _can_be_excluded(text: str, cut: Cut) -> bool:
    """Whether the words, excluded, leave what the cut leaves."""
    quoted = _excluded(text, cut)
    words = text[quoted.start : quoted.end]
    if not words or not is_quotable(words) or spans_of(text, words) != ((quoted.start, quoted.end),):
        return False
    return with_cuts(text, [quoted]) == text[: cut.start] + text[cut.end :]


def _word_before(text: str, at: int) -> int:
    """Where the word before a place begins."""
    while at and text[at - 1].isspace():
        at -= 1
    while at and not text[at - 1].isspace():
        at -= 1
    return at


def _word_behind(text: str, at: int) -> int:
    """Where the word behind a place ends."""
    while at < len(text) and text[at].isspace():
        at += 1
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
