"""A sweep: one term replaced by another throughout a law, as an amendment for each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lawdiff.drafting.ledger import Fate, Occurrence
from lawdiff.drafting.noun_phrases import number_pairs, singular
from lawdiff.law.act_text import TextNode, find_node, words_at
from lawdiff.law.amendment import Substitute
from lawdiff.law.eid import EId
from lawdiff.law.words_found import spans_of
from lawdiff.sources.glossary import Term


def sweep_changes(root: TextNode, found: Iterable[Occurrence]) -> tuple[Substitute, ...]:
    """The amendments that make the occurrences which are to be changed, in the order of the law."""
    by_text: dict[EId, list[Occurrence]] = {}
    for one in found:
        by_text.setdefault(one.eid, []).append(one)
    return tuple(change for eid, here in by_text.items() for change in _changes(root, eid, here))


def _changes(root: TextNode, eid: EId, here: Sequence[Occurrence]) -> Iterator[Substitute]:
    text = words_at(root, eid) or ""
    node = find_node(root, eid)
    is_heading = eid == "title" or eid.kind == "heading"
    target = eid.child("al", "1") if node and node.children and not is_heading else eid
    changed = [one for one in here if one.fate is Fate.CHANGED]
    by_words: dict[str, list[Occurrence]] = {}
    for one in changed:
        by_words.setdefault(one.words, []).append(one)
    if all(len(spans_of(text, words)) == len(same) for words, same in by_words.items()):
        for words, same in by_words.items():
            yield Substitute(target, words, same[0].new, everywhere=len(same) > 1)
        return
    for start, end, inside in _windows(text, changed):  # the same words are left elsewhere in the text
        yield Substitute(target, text[start:end], _replaced(text, start, end, inside))


def _windows(text: str, changed: Sequence[Occurrence]) -> list[tuple[int, int, list[Occurrence]]]:
    """The stretches of a text that stand in it once and hold the occurrences; two that meet are one."""
    found: list[tuple[int, int, list[Occurrence]]] = []
    for one in sorted(changed, key=lambda one: one.span):
        start, end = standing_once(text, one.span)
        inside = [one]
        while found and start < found[-1][1]:
            first, last, others = found.pop()
            start, end, inside = min(start, first), max(end, last), [*others, *inside]
        found.append((start, end, inside))
    return found


def _replaced(text: str, start: int, end: int, inside: Sequence[Occurrence]) -> str:
    """A stretch of the text with its occurrences replaced."""
    words, at = "", start
    for one in inside:
        words += text[at : one.span[0]] + one.new
        at = one.span[1]
    return words + text[at:end]


def standing_once(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span with as many words around it as it takes to stand only once in the text."""
    start, end = span
    while len(spans_of(text, text[start:end])) != 1 and (start, end) != (0, len(text)):
        start = text.rfind(" ", 0, max(start - 1, 0)) + 1
        behind = text.find(" ", end + 1)
        end = len(text) if behind < 0 else behind
    return start, end


def known_term(terms: Iterable[Term], words: str) -> Term | None:
    """The term of the glossary that has these words as one of its names."""
    wanted = {words.lower(), singular(words).lower()}
    for term in terms:
        if wanted & {name.lower() for name in (*term.forms, *term.synonyms)}:
            return term
    return None


def term_pairs(term: Term, new: str) -> tuple[tuple[str, str], ...]:
    """The forms that a translation has for a term, each with the form of the new words."""
    pairs = dict(number_pairs(singular(term.forms[0]), singular(new)))
    return tuple((form, pairs.get(form, singular(new))) for form in term.forms)
