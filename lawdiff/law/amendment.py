"""An amendment: one change that a bill orders, with the words it brings."""

from __future__ import annotations

from dataclasses import dataclass

from lawdiff.law.act_text import TextNode
from lawdiff.law.eid import EId

TEXT = EId("text")


@dataclass(frozen=True, slots=True)
class Substitute:
    """Words put in the place of others: "the words “A” shall be substituted by the words “B”".

    `target` is a text or heading, a container whose texts are all meant, or `text` for the whole act.
    `old` stands in it exactly once, unless `everywhere`. `new` is "" where the words are excluded: then they
    take the space before them along, at the start of the text the one behind them, and no comma is left
    before another sign ("a, X, b" becomes "a, b").
    """

    target: EId
    old: str
    new: str
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Reword:
    """A provision in another wording, with everything inside it. A target that ends in `__al_1` is the
    first passage alone, of a provision that goes on under it."""

    target: EId
    node: TextNode


@dataclass(frozen=True, slots=True)
class Retitle:
    """Another title of a chapter, an article or the act; `target` is the heading's eId."""

    target: EId
    heading: str


@dataclass(frozen=True, slots=True)
class Insert:
    """A new provision. Its eId is its number from then on; an unnumbered passage shifts those behind it.

    `home` is the node it hangs under: the article of a paragraph, the chapter (or `act`) of an article.
    """

    home: EId
    node: TextNode


@dataclass(frozen=True, slots=True)
class Exclude:
    """A provision taken out. A number stays, with no words; an unnumbered passage lets those behind it
    move up."""

    target: EId


@dataclass(frozen=True, slots=True)
class Move:
    """A provision under another number of the same kind: "paragraph 3 shall be considered paragraph 4"."""

    target: EId
    to: EId


Change = Substitute | Reword | Retitle | Insert | Exclude | Move


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change as it stands in a proposal: on which line, and why it is proposed.

    All changes of one bill happen at once: what is substituted, reworded, excluded or moved is named by
    the number it has before, what is inserted by the number it has after.
    """

    change: Change
    line: int
    justification: str = ""


def place_of(change: Change) -> EId:
    """The provision that a change is about."""
    return change.node.eid if isinstance(change, Insert) else change.target
