"""The algebra of the engine: undoing what was applied, any order of evidence, and never less known."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from conftest import law_timelines
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lawdiff.history.engine import fold
from lawdiff.history.substitution import apply, touches, undo
from lawdiff.law.act import Act
from lawdiff.law.clause import Clause, resolve
from lawdiff.law.commencement import Commencement
from lawdiff.law.edition import Edition
from lawdiff.law.effect import Cause, Certainty, Effect, Kind, Unchanged
from lawdiff.law.eid import EId
from lawdiff.law.evidence import Evidence
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope
from lawdiff.law.wording import State, Wording
from lawdiff.sources.edition_text import read_edition

# --- substitution -------------------------------------------------------------------------------

WORDS = st.sampled_from(["Laws", "Law", "laws", "acts", "Legislative", "of", "the", "Republic", ",", "."])
SENTENCES = st.lists(WORDS, max_size=12).map(" ".join)
PHRASES = st.lists(WORDS, min_size=1, max_size=2).map(" ".join)


@given(SENTENCES, PHRASES, PHRASES)
def test_undoing_gives_what_was_there_or_nothing(text: str, old: str, new: str) -> None:
    pairs = ((old, new),)
    changed = apply(text, pairs)
    assume(changed is not None)
    restored = undo(changed or "", pairs)
    assert restored is None or apply(restored, pairs) == changed


@given(SENTENCES)
def test_undo_of_words_that_were_not_there_before(text: str) -> None:
    pairs = (("Legislative acts", "Codes"),)
    assert undo(apply(text, pairs) or "", pairs) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("established by the Laws of the Republic", "established by the Legislative acts of the Republic"),
        ("The Laws and the Laws", "The Legislative acts and the Legislative acts"),
        ("the Law of the Republic", "the Law of the Republic"),
        ("the legislation and the laws", "the legislation and the laws"),
        ("By-Laws and Lawsuit", None),
    ],
)
def test_whole_words_in_their_case_and_number(text: str, expected: str | None) -> None:
    pairs = (("Legislative acts", "Laws"),)
    if expected is None:
        assert "Lawsuit" in (undo(text, pairs) or "")
    else:
        assert undo(text, pairs) == expected


def test_removed_words_cannot_be_put_back() -> None:
    assert undo("of the Republic", (("the former ", ""),)) is None


@pytest.mark.parametrize(
    ("text", "in_doubt"),
    [
        ("Маслихаты утверждают правила.", True),
        ("Закон вводится. «Маслихаты утверждают правила, а маслихаты их ведут».", True),
        ("Областные маслихаты утверждают правила.", False),
        ("Областные Маслихаты утверждают правила.", False),  # a name, by the case rule (R6)
        ("Маслихатыр утверждает правила.", False),
    ],
)
def test_a_sentence_that_begins_with_the_new_words_is_in_doubt(text: str, in_doubt: bool) -> None:
    """The note names the words in small letters; nothing says what the capital one had been."""
    pairs = (("местные органы", "маслихаты"),)
    assert (undo(text, pairs) is None) is in_doubt
    assert touches(text, pairs) is (in_doubt or "маслихаты" in text)
    assert (apply(text, tuple((new, old) for old, new in pairs)) is None) is in_doubt


def test_a_capital_form_that_the_law_gives_is_no_doubt() -> None:
    pairs = (("местные органы", "маслихаты"), ("Местные органы", "Маслихаты"))
    assert undo("Маслихаты утверждают.", pairs) == "Местные органы утверждают."


def test_a_sentence_that_begins_with_substituted_words_is_not_proved_before_the_law() -> None:
    """R6: "its own" took the place of "its acts"; "Its own words." may have been "Its acts words."."""
    note = Effect(
        Kind.SUBSTITUTE,
        EId("text"),
        (cause("10-V"),),
        Certainty.STATED,
        "n",
        substitutions=(("its acts", "its own"),),
    )
    on = folded((note,)).texts[EId("art_2")].on(dt.date(2004, 12, 31))
    assert (on.state, on.text) == (State.LATER, "Its own words.")
    assert folded((note,)).texts[EId("art_2")].on(dt.date(2005, 1, 1)).state is State.RECORDED
    assert folded((note,)).texts[EId("art_2__al_2")].on(dt.date(2004, 12, 31)).state is State.RECORDED


# --- evidence -----------------------------------------------------------------------------------

TEXT = """Chapter 1. General
Article 1. First
      1. One paragraph of the Laws:
      1) an item;
      2) is excluded by the Law of the Republic of Kazakhstan dated 13.01.2014 No. 159-V;
      4-1) a later item.
      2. Another paragraph.
Article 2. Second
      Its own words.
      More words.
Article 3. Third"""

HORIZON = dt.date(2014, 7, 5)
ADOPTED = dt.date(2002, 8, 8)
ENACTED = Act("kz/2002/1", "1", ADOPTED, "On a thing", resolve(Clause.parse("none"), ADOPTED, None))
LAWS = ("10-V", "20-V", "30-V", "40-V")
DAYS = {law: dt.date(2005 + 2 * i, 3, 1) for i, law in enumerate(LAWS)}
CLAUSES = {"10-V": "from:2005-01-01", "20-V": "after_publication:10", "30-V": "see:art_2", "40-V": "none"}


def edition() -> Edition:
    return read_edition(TEXT, "kz/2002/1", "en")


TARGETS = [EId(node.eid) for node in edition().walk()]
HEADINGS = [node.eid.heading for node in edition().walk() if node.heading]
GONE = [EId("art_1__para_1__subpara_3"), EId("art_2__para_1")]


def cause(law: str) -> Cause:
    clause = Clause.parse(CLAUSES[law])
    return Cause(law, DAYS[law], resolve(clause, DAYS[law], None), clause)


@st.composite
def noted(draw: st.DrawFn) -> Effect:
    """An effect as a note tells it."""
    kind = draw(st.sampled_from([Kind.AMEND, Kind.REPLACE, Kind.INSERT, Kind.SUBSTITUTE]))
    if kind is Kind.SUBSTITUTE:
        pairs = (("Legislative acts", "Laws"),)
        return Effect(
            kind,
            EId("text"),
            (cause(draw(st.sampled_from(LAWS))),),
            Certainty.STATED,
            "n",
            substitutions=pairs,
        )
    announced = draw(st.booleans()) and draw(st.booleans())
    target = draw(st.sampled_from(TARGETS))
    law = draw(st.sampled_from(LAWS))
    return Effect(kind, target, (cause(law),), Certainty.STATED, f"note {target}", announced=announced)


@st.composite
def told(draw: st.DrawFn) -> Effect:
    """An effect as the facts register tells it."""
    kind = draw(
        st.sampled_from([Kind.AMEND, Kind.REPLACE, Kind.INSERT, Kind.REPEAL, Kind.MOVE, Kind.RENAME_AMEND])
    )
    targets = HEADINGS if kind is Kind.RENAME_AMEND else TARGETS + GONE
    target = draw(st.sampled_from(targets))
    laws = draw(st.lists(st.sampled_from(LAWS), min_size=1, max_size=3, unique=True))
    row = [each for each in TARGETS if (each.parent, each.kind) == (target.parent, target.kind)]
    moved = draw(st.sampled_from(row or TARGETS[:1])) if kind is Kind.MOVE else None
    return Effect(
        kind,
        target,
        tuple(sorted(map(cause, laws), key=lambda each: each.order)),
        Certainty.COMPARED if len(laws) == 1 else Certainty.ONE_OF,
        f"facts {target}",
        moved_to=moved if moved != target else None,
        same_words=draw(st.booleans()),
        from_facts=True,
    )


@st.composite
def untouched(draw: st.DrawFn) -> Unchanged:
    laws = draw(st.lists(st.sampled_from(LAWS), min_size=1, max_size=4, unique=True))
    since = draw(st.dates(dt.date(2003, 1, 1), dt.date(2010, 1, 1)))
    target = draw(st.sampled_from(TARGETS + HEADINGS))
    return Unchanged(target, frozenset(laws), since, dt.date(2015, 1, 1), "facts", draw(st.booleans()))


EXCLUSIONS = (
    Effect(Kind.REPEAL, EId("art_1__para_1__subpara_2"), (cause("20-V"),), Certainty.STATED, "in place"),
    Effect(Kind.REPEAL, EId("art_3"), (cause("30-V"),), Certainty.STATED, "footnote"),
)
NOTES = st.lists(noted(), max_size=5).map(lambda notes: (*EXCLUSIONS, *notes))
FACTS = st.lists(told().filter(lambda e: e.kind is not Kind.MOVE or e.moved_to is not None), max_size=4).map(
    tuple
)
SPANS = st.lists(untouched(), max_size=3).map(tuple)


def gathered(effects: tuple[Effect, ...], unchanged: tuple[Unchanged, ...] = ()) -> Evidence:
    return Evidence(ENACTED, edition(), HORIZON, effects, unchanged, {})


def folded(effects: tuple[Effect, ...], unchanged: tuple[Unchanged, ...] = ()) -> ActTimelines:
    return fold(gathered(effects, unchanged), EvidenceScope.ALL)


@given(NOTES, FACTS, SPANS, st.randoms())
@settings(max_examples=150)
def test_the_order_of_the_evidence_does_not_matter(notes, facts, spans, random) -> None:  # type: ignore[no-untyped-def]
    effects = [*notes, *facts]
    mixed, rows = effects[:], list(spans)
    random.shuffle(mixed)
    random.shuffle(rows)
    one, other = folded(tuple(effects), tuple(spans)), folded(tuple(mixed), tuple(rows))
    assert dict(one.texts) == dict(other.texts)
    assert one.places == other.places


def days_of(*timelines: ActTimelines) -> list[dt.date]:
    return sorted({start for each in timelines for line in each.texts.values() for start in line.starts})


@given(NOTES, FACTS, SPANS)
@settings(max_examples=150)
def test_more_evidence_never_shakes_what_is_certain(notes, facts, spans) -> None:  # type: ignore[no-untyped-def]
    before, after = folded(tuple(notes)), folded((*notes, *facts), tuple(spans))
    for day in days_of(before, after):
        for eid, line in before.texts.items():
            old, new = line.on(day), after.texts[eid].on(day)
            if old.state in (State.RECORDED, State.ABSENT):
                assert (eid, day, new.state, new.text) == (eid, day, old.state, old.text)


@given(NOTES, FACTS, SPANS)
@settings(max_examples=100)
def test_no_words_without_a_source(notes, facts, spans) -> None:  # type: ignore[no-untyped-def]
    """What may not be shown has no words; what is uncertain says what it may have been."""
    printed = {n.text.text for n in edition().walk() if n.text} | {
        n.heading.text for n in edition().walk() if n.heading
    }
    possible = printed | {text.replace("Laws", "Legislative acts") for text in printed} | {""}
    for line in folded((*notes, *facts), tuple(spans)).texts.values():
        for _, wording in line.segments():
            _check(wording, possible)


def _check(wording: Wording, possible: set[str]) -> None:
    if wording.state in (State.ABSENT, State.UNRECORDED, State.UNCERTAIN):
        assert wording.text is None
    else:
        assert wording.text in possible
    assert bool(wording.possibilities) == (wording.state is State.UNCERTAIN)
    assert len(wording.possibilities) != 1
    assert len(wording.laws) == len(set(wording.laws))


@given(NOTES, FACTS, SPANS)
@settings(max_examples=50)
def test_the_adopted_clock_has_no_windows(notes, facts, spans) -> None:  # type: ignore[no-untyped-def]
    found = fold(gathered((*notes, *facts), tuple(spans)), EvidenceScope.ALL, Clock.ADOPTED)
    open_questions = any(len(e.causes) > 1 for e in facts) or any(e.announced for e in notes)
    for line in found.texts.values():
        for day, wording in line.segments():
            assert day >= ADOPTED or wording.state is State.ABSENT
            assert wording.state is not State.UNCERTAIN or open_questions


# --- this law -----------------------------------------------------------------------------------


def test_shuffled_evidence_of_the_law_gives_the_same_timelines(evidence: Evidence) -> None:
    shuffled = replace(
        evidence,
        effects=tuple(sorted(evidence.effects, key=lambda e: (e.source, e.target), reverse=True)),
        unchanged=tuple(reversed(evidence.unchanged)),
    )
    assert dict(fold(shuffled, EvidenceScope.ALL).texts) == dict(law_timelines(EvidenceScope.ALL).texts)


_LESS_KNOWN = [
    (State.RECORDED, {State.RECORDED}),
    (State.ABSENT, {State.ABSENT}),
    (State.RESTORED, {State.RESTORED, State.RECORDED}),
    (State.EARLIER, {State.EARLIER, State.RECORDED}),
]


def test_the_facts_of_the_law_only_narrow_what_is_unknown() -> None:
    stated, everything = law_timelines(EvidenceScope.EDITION), law_timelines(EvidenceScope.ALL)
    for day in days_of(stated, everything):
        for eid, line in stated.texts.items():
            old, new = line.on(day), everything.texts[eid].on(day)
            for state, allowed in _LESS_KNOWN:
                assert old.state is not state or new.state in allowed, (eid, day, old.state, new.state)


def test_before_its_first_day_the_act_is_absent_because_of_no_law() -> None:
    for line in law_timelines(EvidenceScope.ALL).texts.values():
        assert line.on(dt.date(2002, 8, 18)) == Wording(State.ABSENT, None)


def test_many_open_windows_end_soon_and_claim_nothing() -> None:
    """Forty laws that all repeal and insert around one passage in the same month: no 2**40 worlds."""
    day = Commencement(dt.date(2010, 1, 1), dt.date(2010, 6, 1))
    causes = [Cause(f"{n}-V", dt.date(2010, 1, 1), day, Clause.parse("none")) for n in range(1, 41)]
    kinds = [Kind.REPLACE, Kind.AMEND]
    effects = tuple(
        Effect(kinds[n % 2], EId("art_2"), (each,), Certainty.STATED, f"note {n}")
        for n, each in enumerate(causes)
    )
    wording = folded(effects).texts[EId("art_2")].on(dt.date(2010, 3, 1))
    assert wording.state is State.UNCERTAIN
    assert wording.text is None
