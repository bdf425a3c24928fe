"""The texts that an edition prints, by eId, and which of its notes reach them: what a comparison looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lawdiff.law.edition import Edition, Provision
from lawdiff.law.effect import Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.same_words import folded

ACT = EId("act")
TITLE = EId("title")


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A heading or own text. `chain` are its containers, itself first; `words` are folded for comparing,
    None where the provision is printed as excluded. `is_leaf`: nothing hangs under it."""

    eid: EId
    chain: tuple[EId, ...]
    words: str | None
    line: int
    is_leaf: bool = True

    @property
    def is_heading(self) -> bool:
        return self.eid == TITLE or self.eid.kind == "heading"


@dataclass(frozen=True, slots=True)
class PrintedTexts:
    """All texts of an edition, and its nodes with their containers; `gone` are those printed as excluded."""

    texts: Mapping[EId, PrintedText]
    nodes: Mapping[EId, PrintedText]
    gone: frozenset[EId]

    def has(self, eid: EId) -> bool:
        """Whether the provision is printed with words, its own or those inside it."""
        return eid in self.nodes and eid not in self.gone


@dataclass(slots=True)
class _Growing:
    texts: dict[EId, PrintedText] = field(default_factory=dict)
    nodes: dict[EId, PrintedText] = field(default_factory=dict)
    gone: set[EId] = field(default_factory=set)

    def add(self, node: Provision, outer: tuple[EId, ...]) -> None:
        chain = (node.eid, *outer)
        words = node.text.text if node.text else None
        is_leaf = not node.children
        shown = None if words is None else folded(words)
        self.nodes[node.eid] = PrintedText(node.eid, chain, shown, node.line, is_leaf)
        if words is not None:
            self.texts[node.eid] = PrintedText(node.eid, chain, shown, node.line, is_leaf)
        if node.heading and not (node.is_excluded and node.eid.kind == "art"):
            eid = node.eid.heading
            title = folded(node.heading.text)
            self.texts[eid] = PrintedText(eid, (eid, *chain), title, node.heading.line)
        if node.is_excluded:
            self.gone.add(node.eid)
        for child in node.children:
            self.add(child, chain)


def printed_texts(edition: Edition) -> PrintedTexts:
    """The texts of an edition, its title first, in the order of the text."""
    found = _Growing()
    line = edition.opening[0].line if edition.opening else 1
    found.texts[TITLE] = PrintedText(TITLE, (TITLE, ACT), folded(edition.title), line)
    for node in edition.provisions:
        found.add(node, (ACT,))
    return PrintedTexts(found.texts, found.nodes, frozenset(found.gone))


def reaching(text: PrintedText, effects: Iterable[Effect]) -> Iterator[Effect]:
    """The effects that may have changed a text or brought it: its own, and those of its containers (R3).

    A container's amendment leaves its heading alone (R2); words substituted throughout reach any text
    that has the new ones (R6).
    """
    for effect in effects:
        if effect.target == "text":
            if text.words is not None and any(folded(new) in text.words for _, new in effect.substitutions):
                yield effect
        elif effect.target in text.chain and _acts_on(effect, text):
            yield effect


_LEAVE_TITLES = (Kind.AMEND, Kind.SUBSTITUTE)


def _acts_on(effect: Effect, text: PrintedText) -> bool:
    if effect.target == text.eid:
        return True
    if effect.own_text_only:
        return False
    return not (text.is_heading and effect.kind in _LEAVE_TITLES and effect.target == text.chain[1])
