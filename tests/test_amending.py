"""The texts of amending laws: the effects they state, and what is known by them (docs/amending.md)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from amending_corpus import ACT, FIXTURES, gardens
from hypothesis import given
from hypothesis import strategies as st

from lawdiff.history.engine import fold
from lawdiff.history.substitution import apply_once, undo_once
from lawdiff.history.text_on import text_on
from lawdiff.law.effect import Effect
from lawdiff.law.eid import EId
from lawdiff.law.marks import explanation
from lawdiff.law.timeline import ActTimelines, EvidenceScope
from lawdiff.law.wording import State
from lawdiff.sources.amending.told import known_act, read_laws
from lawdiff.sources.corpus import read_act
from lawdiff.sources.editions.edition_reading import read_with_notes
from lawdiff.sources.evidence import gather

LAWS = sorted(path.name for path in FIXTURES.glob("*-V.*.txt") if not path.name.endswith(".effects.txt"))


def notation(effect: Effect) -> str:
    """An effect as the fixture writes it."""
    (cause,) = effect.causes
    pairs = "".join(f" “{old}” -> “{new}”" for old, new in effect.substitutions)
    text = "" if effect.text is None else f" “{effect.text}”"
    where, _, line = effect.source.removeprefix(f"text of {cause.law}, ").rpartition(" line ")
    where = where.rpartition(",")[0]
    when = f"{cause.law} from {cause.commencement.first}"
    return f"{effect.kind.value} {effect.target}{pairs}{text} [{when}, {where}, line {line}]"


@pytest.mark.parametrize("name", LAWS)
def test_the_effects_that_a_law_states(name: str, tmp_path: Path) -> None:
    source = read_act(gardens(tmp_path, [(name, None)]), ACT)
    reading = read_with_notes(source, source.editions[0])
    (told,) = read_laws(source.amending, known_act(source.act, source.titles), reading, (), source.laws)
    expected = (FIXTURES / name).with_suffix(".effects.txt").read_text(encoding="utf-8").splitlines()
    assert [notation(effect) for effect in told.effects] == expected
    assert (told.unread, told.misfits, told.is_whole) == ((), (), True)


def test_without_texts_nothing_changes(tmp_path: Path) -> None:
    source = read_act(gardens(tmp_path), ACT)
    everything, edition = (gather(source, scope) for scope in (EvidenceScope.ALL, EvidenceScope.EDITION))
    assert everything == edition


def timelines(root: Path, texts: str) -> ActTimelines:
    held = [] if texts == "-" else [(f"{name}.txt", None) for name in texts.split()]
    return fold(gather(read_act(gardens(root, held), ACT), EvidenceScope.ALL), EvidenceScope.ALL)


def rows() -> list[list[str]]:
    lines = (FIXTURES / "truth.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("texts", sorted({row[0] for row in rows()}))
def test_what_is_known(texts: str, tmp_path: Path) -> None:
    found = timelines(tmp_path, texts).texts
    for held, day, eid, state, words in rows():
        if held == texts:
            wording = found[EId(eid)].on(dt.date.fromisoformat(day))
            assert (wording.state.value, wording.text or "") == (state, words), (day, eid)


def test_why_the_words_that_a_law_gave_are_no_proof(tmp_path: Path) -> None:
    """R14: 30-V excluded Article 3 later, and the note of that says nothing of laws before it."""
    wording = timelines(tmp_path, "20-V.en").texts[EId("art_3")].on(dt.date(2012, 7, 1))
    assert (
        explanation(wording)
        == "last recorded wording; laws that no note names may have changed it before 30-V"
    )


SETS = ("-", "20-V.ru", "20-V.en", "30-V.en", "20-V.en 30-V.en", "20-V.en 20-V.ru 30-V.en")


def test_more_evidence_never_shakes_what_is_proved(tmp_path: Path) -> None:
    """What is recorded, absent or restored stays, and where there are words none are taken away."""
    known = {texts: timelines(tmp_path / f"{at}", texts) for at, texts in enumerate(SETS)}
    days = sorted({day for each in known.values() for line in each.texts.values() for day in line.starts})
    for fewer in SETS:
        for more in SETS:
            if (
                set(fewer.split()) - {"-"} > set(more.split())
                or fewer == more
                or fewer not in ("-", more[:7])
            ):
                continue
            for eid, line in known[fewer].texts.items():
                for day in days:
                    before, after = line.on(day), known[more].texts[eid].on(day)
                    if before.state in (State.RECORDED, State.ABSENT, State.RESTORED):
                        assert (after.state, after.text) == (before.state, before.text), (
                            fewer,
                            more,
                            eid,
                            day,
                        )
                    if before.text is not None:
                        assert after.text is not None, (fewer, more, eid, day)


def test_the_newest_text_is_the_editions(tmp_path: Path) -> None:
    one, other = (text_on(timelines(tmp_path / f"{at}", SETS[at]), dt.date(2013, 8, 1)) for at in (0, 4))
    assert one == other


def test_the_history_says_where_it_is_from(tmp_path: Path) -> None:
    line = timelines(tmp_path, "20-V.en").texts[EId("art_1__para_2")]
    (reason,) = line.on(dt.date(2011, 1, 1)).because
    assert (reason.law, reason.kind, reason.certainty) == ("20-V", "substitute", "stated")
    assert reason.source == "text of 20-V, art. 1 item 2 1), 20-V.en.txt line 10"


TEXT = (FIXTURES / "20-V.en.txt").read_text(encoding="utf-8")


EXCLUDED_TOO = "3) shall be excluded; paragraph 2 of Article 2 shall be excluded"


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ('word "keeps"', 'word "holds"', "amending-misfit", "in the edition they do not stand there"),
        ('word "keeps"', 'word "a"', "amending-misfit", "in the edition they stand there 2 times"),
        ("mend the fence", "build a wall", "amending-misfit", "the edition has “mend the fence;”"),
        (
            "3) shall be excluded",
            EXCLUDED_TOO,
            "amending-misfit",
            "prints “The keeper shall have a key.” there",
        ),
        (
            'Article 1 the words "cares for" shall',
            'Article 1 the words "cares for" should',
            "amending-unread",
            "not read",
        ),
        (
            "2) in paragraph 1 of Article 2:",
            "2) in paragraph 7 of Article 2:",
            "amending-unread",
            "there is no",
        ),
        ("from 1 June 2012", "as soon as possible", "amending-clause", "when it starts was not read"),
        ('"On Gardens"', '"On Ponds"', "amending-elsewhere", "nothing in the text of 20-V is about"),
    ],
)
def test_what_does_not_fit_is_found(tmp_path: Path, old: str, new: str, code: str, said: str) -> None:
    """A finding tells it, what the notes prove stays, and nothing is proved of what it left alone."""
    if code == "amending-elsewhere":
        old, new = "dated 1 March 2010 " + old, "dated 2 April 2011 " + new
    assert TEXT.count(old) == 1
    held = [("20-V.en.txt", TEXT.replace(old, new)), ("30-V.en.txt", None)]
    source = read_act(gardens(tmp_path, held), ACT)
    evidence = gather(source, EvidenceScope.ALL)
    assert any(each.code == code and said in each.message for each in evidence.findings), evidence.findings
    folded = fold(evidence, EvidenceScope.ALL).texts
    before = dt.date(2011, 1, 1)
    if code != "amending-clause":
        assert folded[EId("art_1__para_1")].on(before).state is State.LATER
    known = folded[EId("art_1__para_2")].on(before)
    is_sure = old.startswith(("mend", "3)", "2)", "from"))
    assert (known.state is State.RESTORED) == is_sure


def test_a_place_that_was_not_read_is_never_guessed(tmp_path: Path) -> None:
    """“Paragraph 1” behind a sentence that nobody can read is not that of the article before it."""
    text = TEXT.replace("2) in paragraph 1 of Article 2:", "in the article on keepers:")
    source = read_act(gardens(tmp_path, [("20-V.en.txt", text)]), ACT)
    unread = [one for one in gather(source, EvidenceScope.ALL).findings if one.code == "amending-unread"]
    assert [one.line for one in unread] == [11, 12, 13, 15]


def test_words_substituted_throughout_are_left_alone_nowhere(tmp_path: Path) -> None:
    """What a law did to the whole text reaches parts that no other order of it names."""
    text = TEXT.replace(
        "Article 2. This Law",
        '5) throughout the text the word "wood" shall be substituted by the word "trees".\n\n'
        "Article 2. This Law",
    )
    evidence = gather(read_act(gardens(tmp_path, [("20-V.en.txt", text)]), ACT), EvidenceScope.ALL)
    line = fold(evidence, EvidenceScope.ALL).texts[EId("art_1__para_1")]
    assert line.on(dt.date(2011, 1, 1)).state is State.LATER
    assert not [one for one in evidence.findings if one.code.startswith("amending")]


def test_notes_that_an_excluded_article_took_along(tmp_path: Path) -> None:
    """The footnote of an excluded article names no older law: one may have changed what 20-V gave (R14)."""
    edition = (FIXTURES / "gardens.en.txt").read_text(encoding="utf-8")
    words = "      Fruit shall belong to the keeper.\n"
    edition = edition.replace(words, "").replace("Article 3 is in the wording of", "Article 3 is excluded by")
    source = read_act(gardens(tmp_path, [("20-V.en.txt", None)], edition), ACT)
    line = fold(gather(source, EvidenceScope.ALL), EvidenceScope.ALL).texts[EId("art_3")]
    known = line.on(dt.date(2012, 7, 1))
    assert (known.state, known.text) == (State.EARLIER, "Fruit shall belong to the owner.")
    assert line.on(dt.date(2013, 9, 1)).state is State.ABSENT


LATER_LAW = """On Amendments to the Law "On Gardens"

The Law of the Republic of Kazakhstan dated 1 March 2015 No. 50-V

Article 1. To introduce amendments to the following legislative acts:

1. In the Law of the Republic of Kazakhstan dated 1 March 2010 No. 1-IV "On Gardens":
1) in subparagraph 1) of paragraph 1 of Article 2 the word "water" shall be replaced by the word "irrigate";
2) paragraph 2 of Article 2 shall be excluded.

Article 2. This Law shall be enforced from 1 April 2015.
"""


def test_a_law_after_the_edition(tmp_path: Path) -> None:
    """The edition has the words from before it, and that is no misfit; nothing is proved past the edition."""
    evidence = gather(read_act(gardens(tmp_path, [("50-V.en.txt", LATER_LAW)]), ACT), EvidenceScope.ALL)
    assert not [one for one in evidence.findings if one.code.startswith("amending")]
    texts = fold(evidence, EvidenceScope.ALL).texts
    line = texts[EId("art_2__para_1__subpara_1")]
    assert line.on(dt.date(2013, 12, 31)).state is State.RECORDED
    known = line.on(dt.date(2015, 4, 1))
    assert (known.state, known.text) == (State.EARLIER, "irrigate the trees every day;")
    assert texts[EId("art_2__para_2")].on(dt.date(2015, 4, 1)).state in (State.ABSENT, State.UNCERTAIN)


WORDS = st.sampled_from(["tree", "trees", "fence", "key", "a", ","])


@given(st.lists(WORDS, min_size=1, max_size=8), st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=2))
def test_undoing_what_was_applied_once(words: list[str], pairs: list[tuple[str, str]]) -> None:
    """undo(apply(x)) is x, or is not known: never other words."""
    text = " ".join(words)
    newer = apply_once(text, tuple(pairs))
    if newer is not None:
        assert undo_once(newer, tuple(pairs)) in (text, None)


def test_a_candidate_that_left_a_place_alone_is_none(tmp_path: Path) -> None:
    """2-1) was inserted by 20-V or 30-V, says its number; the whole text of 30-V does not insert it (R7)."""
    line = timelines(tmp_path / "a", "-").texts[EId("art_2__para_1__subpara_2-1")]
    assert line.on(dt.date(2013, 1, 1)).state is State.UNCERTAIN
    line = timelines(tmp_path / "b", "30-V.en").texts[EId("art_2__para_1__subpara_2-1")]
    assert line.on(dt.date(2013, 1, 1)).state is State.RECORDED
    assert line.on(dt.date(2012, 5, 31)).state is State.ABSENT
