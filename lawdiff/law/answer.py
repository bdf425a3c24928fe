"""An answer: a provision as it can be known on a day, with everything inside it and its cautions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lawdiff.law.eid import EId
    from lawdiff.law.timeline import Clock, EvidenceScope
    from lawdiff.law.wording import Reason, Wording


class Node(NamedTuple):
    """A provision on a day. `wording` is its own text's, or without own text its children's common state
    (`mixed` where they differ), with no words. `note` is what the edition prints in its place. `existed`:
    its words are recorded nowhere, and yet a source proves that it was there. `edition` is the file whose
    words its own text has, "" where the act has but one in the language."""

    eid: EId
    num: str
    heading: Wording | None
    wording: Wording
    has_own_text: bool
    note: str
    children: tuple[Node, ...]
    existed: bool = False
    edition: str = ""

    def walk(self) -> Iterator[Node]:
        """This node and everything inside it, in the order of the text."""
        ahead = [self]
        while ahead:
            node = ahead.pop()
            yield node
            ahead.extend(reversed(node.children))

    def wordings(self) -> Iterator[Wording]:
        """The wordings of every text here: headings and own texts, none twice."""
        for node in self.walk():
            if node.heading:
                yield node.heading
            if node.has_own_text:
                yield node.wording

    def reasons(self) -> Iterator[Reason]:
        """Every reason given anywhere in the node."""
        for wording in self.wordings():
            yield from wording.because
            for possibility in wording.possibilities:
                yield from possibility.because


class Answer(NamedTuple):
    """What `asof` says: the node asked for and the terms on which it is said (DESIGN section 8).

    `provision` is the eId asked for, None for the whole act. For several provisions at once it is the
    first and last joined by `..`, and the node is the act with only those inside. `editions` are the days
    of the editions by file, where there are several.
    """

    act: str
    act_number: str
    act_adopted: dt.date
    act_title: str
    language: str
    day: dt.date
    clock: Clock
    scope: EvidenceScope
    horizon: dt.date
    provision: str | None
    cautions: tuple[str, ...]
    node: Node
    editions: tuple[tuple[str, dt.date], ...] = ()
    act_kind: str = "law"
    act_issuer: str = ""

    @property
    def act_cited(self) -> str:
        """The act as it is cited in the language of the answer."""
        from lawdiff.law.act_words import cited_act

        return cited_act(
            self.act_number, self.act_adopted, self.act_title, self.act_kind, self.act_issuer, self.language
        )
