"""The amendment graph: amending laws and provisions as nodes, effects as edges. Pure data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lawdiff.history.references import ReferencesOn
from lawdiff.law.act import Act
from lawdiff.law.commencement import Commencement
from lawdiff.law.effect import Certainty, Kind
from lawdiff.law.eid import EId
from lawdiff.law.law_order import UNKNOWN_LAW, law_order
from lawdiff.law.reference import Reference
from lawdiff.law.timeline import EvidenceScope

ACT = EId("act")
TEXT = EId("text")
_UNITS = frozenset({"art", "preamble", "annex"})
_KNOWN = (Certainty.STATED, Certainty.COMPARED, Certainty.PROPOSED)


@dataclass(frozen=True, slots=True)
class LawNode:
    """An amending law. `commencements` has one row for each day on which effects of it begin.

    `announced`: the sources only say that it will change the act (R9). `proposed`: nobody has adopted it.
    """

    number: str
    adopted: dt.date | None
    published: dt.date | None
    commencements: tuple[Commencement, ...]
    title: str = ""
    title_official: str = ""
    announced: bool = False
    proposed: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether no source names the law."""
        return self.number == UNKNOWN_LAW

    @property
    def first(self) -> dt.date:
        """The first day on which any effect of it may be in force."""
        return min((when.first for when in self.commencements), default=dt.date.min)

    @property
    def label(self) -> str:
        """What stands at the head of a column: a proposal's name is too long for one."""
        return "bill" if self.proposed else self.number

    @property
    def pending(self) -> str:
        """Why it is no law in force yet: "proposed", "announced", "" for one that is."""
        return _pending(self.announced, self.proposed)

    @property
    def order(self) -> tuple[bool, bool, dt.date, dt.date, tuple[int, str]]:
        """By commencement, adoption, number (DESIGN section 6); the announced after them, proposals last."""
        when = (self.first, self.adopted or dt.date.min, law_order(self.number))
        return (self.proposed, self.announced, *when)


@dataclass(frozen=True, slots=True)
class ProvisionNode:
    """A provision, of whatever day; the act itself is `act`, and `text` its words throughout.

    `within` is the node it stands in, None for the act; `unit` the article, preamble or annex to which
    it belongs, itself where it stands in none. `title` is its heading, as the edition has it.
    """

    eid: EId
    num: str
    title: str
    unit: EId
    within: EId | None
    is_printed: bool = True


@dataclass(frozen=True, slots=True)
class EffectEdge:
    """One effect of one law on one provision; of several candidate laws each has an edge of its own.

    `candidates` are all of them, empty where the law is known. `part_of` is the target of another effect
    of this law of which this one tells the detail (R3): `art_7` for an item excluded there, `text` for a
    place that a substitution throughout reached. `has_note`: a note of the edition that stands in this
    article (or chapter, or preamble) names the law. `is_reached`: the words that the law left there are
    known. `confirmed_by` is a fact that tells the same effect as the note in `source`.
    """

    law: str
    target: EId
    kind: Kind
    adopted: dt.date | None
    published: dt.date | None
    commencement: Commencement | None
    certainty: Certainty
    source: str
    line: int | None = None
    announced: bool = False
    has_note: bool = True
    candidates: tuple[str, ...] = ()
    part_of: EId | None = None
    is_reached: bool = True
    own_text_only: bool = False
    moved_to: EId | None = None
    substitutions: tuple[tuple[str, str], ...] = ()
    confirmed_by: str = ""
    proposed: bool = False

    @property
    def pending(self) -> str:
        """Why it has no force yet: "proposed", "announced", "" where it has."""
        return _pending(self.announced, self.proposed)

    @property
    def is_certain(self) -> bool:
        """Whether it is known that this law did this here: no candidate, no unknown law, no place perhaps
        reached."""
        known = self.certainty in _KNOWN and self.law != UNKNOWN_LAW
        return known and not self.candidates and self.is_reached

    @property
    def is_rename(self) -> bool:
        """Whether only a title is touched."""
        return self.kind in (Kind.RENAME_REPLACE, Kind.RENAME_AMEND) or self.target.kind == "heading"


@dataclass(frozen=True, slots=True)
class Rewording:
    """A note "is in the wording of": laws before this one may be missing at the target (R14)."""

    law: str
    target: EId
    source: str


@dataclass(frozen=True)
class AmendmentGraph:
    """All that is known of who touched what. Laws stand by commencement, provisions and effects by text.

    `touched` names for each text the laws that changed it or may have, with those that facts clear of it
    left out (`Timeline.touched`). `articles` are those of all days, in the order of the text.
    `day_references` are edges of their own kind, from the provision whose words they are, on one day; None
    where they were not asked for. `is_whole`: nothing was filtered out; a part keeps `touched` and `articles`
    whole, and `question` says in words what was asked for.
    """

    act: Act
    language: str
    scope: EvidenceScope
    laws: tuple[LawNode, ...]
    provisions: tuple[ProvisionNode, ...]
    effects: tuple[EffectEdge, ...]
    reworded: tuple[Rewording, ...]
    touched: Mapping[EId, frozenset[str]]
    articles: tuple[EId, ...]
    day_references: ReferencesOn | None = None
    is_whole: bool = True
    question: str = ""

    @cached_property
    def node(self) -> Mapping[EId, ProvisionNode]:
        """The provisions by eId."""
        return {provision.eid: provision for provision in self.provisions}

    @property
    def references(self) -> tuple[Reference, ...]:
        """The references of the day, none where they were not asked for."""
        return self.day_references.found if self.day_references else ()

    @property
    def units(self) -> Iterator[ProvisionNode]:
        """The preamble, the articles and annexes, and whatever stands in none of them and was touched."""
        targets = {edge.target for edge in self.effects}
        for provision in self.provisions:
            own = provision.eid == provision.unit and provision.eid.kind != "heading"
            if own and (provision.eid.kind in _UNITS or provision.eid in targets):
                yield provision

    def containers(self, eid: EId) -> Iterator[EId]:
        """What a provision stands in, the nearest first: its paragraph, article, chapter, the act."""
        node = self.node.get(eid)
        while node and node.within:
            yield node.within
            node = self.node.get(node.within)

    def is_inside(self, eid: EId, container: EId) -> bool:
        """Whether a provision is the container or stands in it; articles stand in their chapters."""
        return eid.within(container) or container in self.containers(eid)


def _pending(announced: bool, proposed: bool) -> str:
    return "proposed" if proposed else "announced" if announced else ""


def unit_of(eid: EId) -> EId:
    """The article, preamble or annex of a provision; a chapter's heading belongs to the chapter.

    >>> unit_of(EId("art_7__para_1__subpara_2"))
    'art_7'
    """
    kind, number = eid.segments[0]
    if kind in _UNITS:
        return EId(f"{kind}_{number}" if number else kind)
    return eid.parent if eid.kind == "heading" and eid.parent else eid
