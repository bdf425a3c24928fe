"""The act on a day: its provisions with the wording that can be known, and the cautions that go with it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from lawdiff.history.cautions import cautions
from lawdiff.law.answer import Answer, Node
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, Place
from lawdiff.law.wording import Reason, State, Wording, in_order

_NO_WORDS = Wording(State.ABSENT, None)


def known_eids(timelines: ActTimelines) -> tuple[EId, ...]:
    """Every eId that an address can mean: the provisions of all days and their headings."""
    found: list[EId] = []
    for place in timelines.walk():
        found.append(place.eid)
        if place.has_heading:
            found.append(place.eid.heading)
    return tuple(found)


def act_on(timelines: ActTimelines, day: dt.date, asked: Sequence[EId] = ()) -> Answer:
    """The provisions asked for as they can be known on that day, the whole act when none is named.

    The eIds must be among `known_eids`.
    """
    return ActDays(timelines).on(day, asked)


class ActDays:
    """An act on any of its days, for who asks for many: a provision that reads the same, and is known
    equally well, on several days is one node."""

    def __init__(self, timelines: ActTimelines) -> None:
        self._timelines = timelines
        self._starts: dict[EId, tuple[dt.date, ...]] = {}
        self._nodes: dict[tuple[EId, int], Node] = {}
        self._reasons: dict[int, tuple[Node, tuple[Reason, ...]]] = {}

    def on(self, day: dt.date, asked: Sequence[EId] = ()) -> Answer:
        """What `act_on` says."""
        timelines = self._timelines
        if len(asked) == 1:
            node = self._asked(asked[0], day)
            provision: str | None = asked[0]
        else:
            children = tuple(self._node(place, day) for place in _chosen(timelines, asked))
            node = _with_children(EId("act"), timelines.texts[EId("title")].on(day), children)
            provision = f"{asked[0]}..{asked[-1]}" if asked else None
        return Answer(
            act=timelines.act.id,
            act_number=timelines.act.number,
            act_adopted=timelines.act.adopted,
            act_title=timelines.act.title,
            language=timelines.language,
            day=day,
            clock=timelines.clock,
            scope=timelines.scope,
            horizon=timelines.horizon,
            provision=provision,
            cautions=tuple(cautions(timelines, (day,), self.reasons(node), _has_words(node))),
            node=node,
            editions=timelines.editions,
            act_kind=timelines.act.kind,
            act_issuer=timelines.act.issuer,
        )

    def reasons(self, node: Node) -> tuple[Reason, ...]:
        """Every reason given anywhere in a node, each once."""
        if id(node) not in self._reasons:
            own = node._replace(children=()).reasons()
            inside = (self.reasons(child) for child in node.children)
            self._reasons[id(node)] = (node, tuple(dict.fromkeys(chain(own, *inside))))
        return self._reasons[id(node)][1]

    def _asked(self, eid: EId, day: dt.date) -> Node:
        """One provision, or one heading, on a day."""
        if eid.kind == "heading":
            line = self._timelines.texts[eid]
            return Node(eid, "", None, line.on(day), True, "", (), edition=line.edition_on(day))
        return self._node(self._places[eid], day)

    @cached_property
    def _places(self) -> Mapping[EId, Place]:
        return {place.eid: place for place in self._timelines.walk()}

    def _node(self, place: Place, day: dt.date) -> Node:
        """A place on a day: the node of the first day asked for on which all inside of it was the same."""
        key = (place.eid, bisect_right(self._starts_inside(place), day))
        if key not in self._nodes:
            self._nodes[key] = self._made(place, day)
        return self._nodes[key]

    def _starts_inside(self, place: Place) -> tuple[dt.date, ...]:
        """The days on which anything in a place may be different from the day before."""
        if place.eid not in self._starts:
            texts = self._timelines.texts
            own = (texts[eid].starts for eid in (place.eid.heading, place.eid) if eid in texts)
            inside = (self._starts_inside(child) for child in place.children)
            self._starts[place.eid] = tuple(sorted(set().union(*own, *inside)))
        return self._starts[place.eid]

    def _made(self, place: Place, day: dt.date) -> Node:
        """A place that no edition prints and that is absent that day is no child: asked for, it is shown."""
        texts = self._timelines.texts
        children = tuple(
            node
            for child in place.children
            if (node := self._node(child, day)).wording.state is not State.ABSENT or child.printed
        )
        heading = texts[place.eid.heading].on(day) if place.eid.heading in texts else None
        own = texts[place.eid].on(day) if place.eid in texts else None
        shared = _common(children)
        if own is not None and (not _has_gone(own) or shared is None or shared.state is State.ABSENT):
            line = texts[place.eid]
            there, edition = line.existed(day), line.edition_on(day)
            return Node(place.eid, place.num, heading, own, True, place.note, children, there, edition)
        return Node(place.eid, place.num, heading, shared or _NO_WORDS, False, place.note, children)


def _chosen(timelines: ActTimelines, asked: Sequence[EId]) -> Iterable[Place]:
    if not asked:
        return timelines.places
    wanted = set(asked)
    return (place for place in timelines.walk() if place.eid in wanted)


def _has_gone(own: Wording) -> bool:
    """Whether a node goes on without the text of its own: it has paragraphs, or a proposal gives it some."""
    proposed = own.state is State.PROPOSED and own.text is None
    return own.state is State.ABSENT or (proposed and all(reason.kind == "move" for reason in own.deciding))


def _with_children(eid: EId, heading: Wording, children: tuple[Node, ...]) -> Node:
    return Node(eid, "", heading, _common(children) or _NO_WORDS, False, "", children)


def _common(children: Sequence[Node]) -> Wording | None:
    """The state that the children share, else `mixed`, with the reasons of all of them."""
    if not children:
        return None
    states = {child.wording.state for child in children}
    state = states.pop() if len(states) == 1 else State.MIXED
    return Wording(state, None, in_order([reason for child in children for reason in child.wording.because]))


def _has_words(node: Node) -> bool:
    return any(wording.text is not None for wording in node.wordings())
