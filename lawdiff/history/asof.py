"""The act on a day: its provisions with the wording that can be known, and the cautions that go with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from lawdiff.history.unknown_law import why_unknown
from lawdiff.law.answer import Answer, Node
from lawdiff.law.commencement import Basis
from lawdiff.law.eid import EId
from lawdiff.law.law_order import UNKNOWN_LAW, is_proposal
from lawdiff.law.timeline import ActTimelines, Clock, Place
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
    if len(asked) == 1:
        node = node_on(timelines, asked[0], day)
        provision: str | None = asked[0]
    else:
        children = tuple(_node(timelines, place, day) for place in _chosen(timelines, asked))
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
        cautions=tuple(cautions(timelines, (day,), node.reasons(), _has_words(node))),
        node=node,
    )


def node_on(timelines: ActTimelines, eid: EId, day: dt.date) -> Node:
    """One provision, or one heading, on a day."""
    if eid.kind == "heading":
        return Node(eid, "", None, timelines.texts[eid].on(day), True, "", ())
    place = next(place for place in timelines.walk() if place.eid == eid)
    return _node(timelines, place, day)


def _chosen(timelines: ActTimelines, asked: Sequence[EId]) -> Iterable[Place]:
    if not asked:
        return timelines.places
    wanted = set(asked)
    return (place for place in timelines.walk() if place.eid in wanted)


def _node(timelines: ActTimelines, place: Place, day: dt.date) -> Node:
    """A place that no edition prints and that is absent that day is no child: it is shown when asked for."""
    children = tuple(
        node
        for child in place.children
        if (node := _node(timelines, child, day)).wording.state is not State.ABSENT or child.printed
    )
    heading = timelines.texts[place.eid.heading].on(day) if place.eid.heading in timelines.texts else None
    own = timelines.texts[place.eid].on(day) if place.eid in timelines.texts else None
    shared = _common(children)
    if own is not None and (not _has_gone(own) or shared is None or shared.state is State.ABSENT):
        existed = timelines.texts[place.eid].existed(day)
        return Node(place.eid, place.num, heading, own, True, place.note, children, existed)
    return Node(place.eid, place.num, heading, shared or _NO_WORDS, False, place.note, children)


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


def cautions(
    timelines: ActTimelines, days: Sequence[dt.date], reasons: Iterable[Reason], has_words: bool = True
) -> Iterator[str]:
    """What a reader must know before quoting: the horizon, bounds of ours, laws nobody can name.

    `has_words`: whether any wording is shown at all.
    """
    beyond = [str(day) for day in dict.fromkeys(days) if day > timelines.horizon]
    if beyond:
        yield f"The source proves the law up to {timelines.horizon}. {_unproved(beyond, has_words)}"
    if timelines.clock is Clock.ADOPTED:
        yield "Laws are counted from their adoption, not from the day they came into force."
    is_enforced = timelines.clock is Clock.ENFORCED
    given = list(reasons)
    laws = in_order(given)
    for reason in laws:
        when = reason.commencement
        if when and when.basis is Basis.ELSEWHERE and is_enforced:
            yield (
                f"When {reason.law} came into force stands in that law itself, which is not held. It is "
                f"taken to be between {when.first} and {when.last}; the end is lawdiff's own bound."
            )
        elif when and is_enforced and any(when.first <= day < when.last for day in days):
            yield (
                f"{reason.law} came into force between {when.first} and {when.last}: the day of its "
                "publication is not known."
            )
    for law in dict.fromkeys(reason.law for reason in laws if is_proposal(reason.law)):
        yield (
            f"This is not the law: what is marked as proposed is what {law} would make of it, and nobody has "
            "adopted it."
        )
    for why in why_unknown(reason.source for reason in given if reason.law == UNKNOWN_LAW):
        yield f"No source names the unknown law: {why}."
    act = timelines.act.commencement
    if is_enforced and any(act.first <= day < act.last for day in days):
        yield f"The act itself came into force between {act.first} and {act.last}."


def _unproved(beyond: Sequence[str], has_words: bool) -> str:
    """What is said of days past the horizon."""
    days = " and ".join(beyond)
    if has_words:
        return (
            f"What is shown for {days} is the last recorded wording, not proof of the law of that day, "
            "unless a later edition is named."
        )
    return f"No words are shown for {days}: a later law may have brought or changed some."
