"""Where a term stands in a law: in its forms, in the forms that are to come, and in forms near to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lawdiff.drafting.ledger import Fate, Occurrence
from lawdiff.drafting.noun_phrases import in_case_found, in_case_of, indefinite_article
from lawdiff.law.act_text import EXCLUDED, NOT_KNOWN, TextNode
from lawdiff.law.eid import EId

Pairs = Sequence[tuple[str, str]]
_AROUND = 40  # characters of context on each side
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
_ACT_BEFORE = re.compile(r"\b(?:Law|Code|Decree|Convention|Constitution|Resolution)\b[^“«\"]{0,80}\Z")
_ARTICLE = re.compile(r"\b(an?) \Z", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?\b|[’'](?!\w)")
_SHORTEST_STEM = 5
_EMPTY = frozenset(
    {"about", "after", "against", "among", "before", "being", "between", "during", "having", "other", "shall"}
    | {"their", "these", "those", "through", "under", "until", "where", "which", "while", "whose", "within"}
    | {"without"}
)  # words of five letters and more that carry nothing of a term's meaning


def occurrences(root: TextNode, pairs: Pairs, *, in_quotations: bool = False) -> tuple[Occurrence, ...]:
    """Every place of the term in the order of the law, with what becomes of it.

    `pairs` are its forms, each with the one that replaces it. What stands in a quotation or in the title of
    another act is left, unless `in_quotations`.
    """
    found: list[Occurrence] = []
    for eid, text in root.texts():
        if text not in (EXCLUDED, NOT_KNOWN):
            here = [*_replaced(eid, text, pairs, in_quotations), *_already(eid, text, pairs)]
            taken = [one.span for one in here]
            here += _near(eid, text, pairs, taken)
            found += sorted(here, key=lambda one: one.span)
    return tuple(found)


def unsearched(root: TextNode) -> tuple[EId, ...]:
    """The texts of which no single wording is known: the term may stand in them."""
    return tuple(eid for eid, text in root.texts() if text == NOT_KNOWN)


def _replaced(eid: EId, text: str, pairs: Pairs, in_quotations: bool) -> Iterator[Occurrence]:
    typed = {_plain(old): (old, new) for old, new in pairs}
    for found in _pattern([old for old, _ in pairs]).finditer(text):
        start, end = found.span()
        new = in_case_found(*typed[_plain(found[0])], found[0])
        article = _ARTICLE.search(text, 0, start)
        if article and indefinite_article(new) != article[1].lower():
            start = article.start(1)
            new = f"{in_case_of(indefinite_article(new), article[1])} {new}"
        reason = "" if in_quotations else _quotation(text, found.start())
        if not reason and _POSSESSIVE.match(text, end):
            reason = "a possessive, which the new words cannot take; reword it by hand"
        fate = Fate.LEFT if reason else Fate.CHANGED
        yield _occurrence(eid, text, (start, end), "" if reason else new, fate, reason)


def _already(eid: EId, text: str, pairs: Pairs) -> Iterator[Occurrence]:
    for found in _pattern([new for _, new in pairs]).finditer(text):
        yield _occurrence(eid, text, found.span(), "", Fate.ALREADY, "already in the new form")


def _near(eid: EId, text: str, pairs: Pairs, taken: Sequence[tuple[int, int]]) -> Iterator[Occurrence]:
    """Words of the same stems as those that the term loses: "disability", "the disabled". Where it loses
    several that mean something ("custody of parents"), a place is near that has all of them close together.
    """
    words = list(re.finditer(r"\w+", text))
    spans = list(taken)
    for stems, room in _stems(pairs).items():
        for first, last in _together([word[0].lower() for word in words], stems, room):
            span = words[first].start(), words[last].end()
            if not any(start < span[1] and span[0] < end for start, end in spans):
                spans.append(span)
                found = text[slice(*span)]
                reason = f"“{found}” is near the term and not the term itself; look whether it means it"
                yield _occurrence(eid, text, span, "", Fate.LEFT, reason)


def _stems(pairs: Pairs) -> dict[frozenset[str], int]:
    """The stems of the words that each form loses, and how many words may stand between the first and the
    last of them: as many as the form has."""
    found: dict[frozenset[str], int] = {}
    for old, new in pairs:
        lost = {word for word in _words(old) - _words(new) if word not in _EMPTY}
        stems = {word[: max(_SHORTEST_STEM, len(word) - 3)] for word in lost if len(word) >= _SHORTEST_STEM}
        if stems:
            found[frozenset(stems)] = len(old.split())
    return found


def _together(words: Sequence[str], stems: frozenset[str], room: int) -> Iterator[tuple[int, int]]:
    """The first and last of each shortest row of words that has every stem, and no more words than `room`."""
    last_of: dict[str, int] = {}
    for at, word in enumerate(words):
        here = [stem for stem in stems if word.startswith(stem)]
        last_of.update(dict.fromkeys(here, at))
        first = min(last_of.values(), default=at)
        if here and len(last_of) == len(stems) and at - first < room:
            yield first, at
            last_of.clear()


def _words(phrase: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", phrase)}


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, in any case, the longest first."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    forms = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _quotation(text: str, at: int) -> str:
    """Why words are left that stand in a quotation; "" where they do not."""
    for quoted in _QUOTED.finditer(text):
        if quoted.start() < at < quoted.end():
            is_title = _ACT_BEFORE.search(text, 0, quoted.start())
            return "in the title of another act" if is_title else "in a quotation"
    return ""


def _occurrence(eid: EId, text: str, span: tuple[int, int], new: str, fate: Fate, reason: str) -> Occurrence:
    start, end = span
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = "…" + before.partition(" ")[2]
    if end + _AROUND < len(text):
        behind = behind.rpartition(" ")[0] + "…"
    return Occurrence(eid, span, text[start:end], new, fate, reason, before, behind)
