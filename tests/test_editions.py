"""Several editions of one act are witnesses: what each records, what comparing shows, never less known."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from conftest import ACT, law_timelines
from edition_corpus import GARDENS, folded, gardens, gathered, write_editions
from hypothesis import given, settings
from hypothesis import strategies as st
from simulated_editions import START, SimulatedEdition, Simulation

from lawdiff.history.asof import act_on, known_eids
from lawdiff.history.check import check
from lawdiff.history.engine import fold
from lawdiff.law.address import resolve_address
from lawdiff.law.eid import EId
from lawdiff.law.same_words import same_words
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope
from lawdiff.law.wording import State
from lawdiff.sources.act_source import ActSource
from lawdiff.sources.corpus import corpus_root, read_act
from lawdiff.sources.evidence import gather

TABLE = Path(__file__).parent / "truth" / "editions.tsv"
CERTAIN = (State.RECORDED, State.ABSENT)
CONTRADICTIONS = ("edition-lags", "note-lost", "note-missing", "unexplained-change")


@cache
def garden_source() -> ActSource:
    folder = TemporaryDirectory()
    source = write_editions(Path(folder.name), {("en", day): text for day, text in gardens().items()})
    gathered(source)
    _KEPT.append(folder)
    return source


_KEPT: list[TemporaryDirectory[str]] = []


@cache
def garden_timelines() -> ActTimelines:
    return folded(garden_source())


def rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("row", rows(), ids=lambda row: " ".join(row[:2]))
def test_row(row: list[str]) -> None:
    day, address, state, laws, words = row[:5]
    timelines = garden_timelines()
    asked = resolve_address(address, known_eids(timelines))
    wording = act_on(timelines, dt.date.fromisoformat(day), asked).node.wording
    found = (wording.state.value, ",".join(wording.laws) or "-", wording.text or "-")
    assert found == (state, laws, words)


def test_an_older_edition_gives_the_words_that_the_newest_alone_has_not() -> None:
    timelines = fold(gather(garden_source(), EvidenceScope.EDITION, "en"), EvidenceScope.EDITION)
    day = dt.date(2008, 1, 1)
    assert timelines.texts[EId("art_4__para_1")].on(day).state is State.UNRECORDED
    assert garden_timelines().texts[EId("art_4__para_1")].on(day).state is State.RECORDED


def test_what_is_possible_on_a_day_of_an_unexplained_change() -> None:
    wording = garden_timelines().texts[EId("art_2")].on(dt.date(2008, 1, 1))
    assert {(each.state, each.text) for each in wording.possibilities} == {
        (State.RECORDED, "The purpose of this Law is the care of gardens."),
        (State.RECORDED, "The purpose of this Law is the care of gardens and orchards."),
    }


def test_the_findings_say_what_is_not_explained_and_what_lags() -> None:
    found = {(each.code, str(each.where), each.file, each.line) for each in check(garden_source())}
    assert ("unexplained-change", "art_2", "en-2009-12-31.txt", 14) in found
    assert ("edition-lags", "art_5", "en-2012-12-31.txt", 37) in found


def test_an_effect_told_by_several_editions_is_one() -> None:
    told = [(e.kind.value, e.target, e.laws) for e in gathered(garden_source()).effects]
    assert len(told) == len(set(told))
    assert ("replace", "art_4", ("20-III",)) in told  # hidden by 50-IV in the newest
    assert ("amend", "art_6__para_1", ("70-V",)) in told  # the place that no note says
    assert ("insert", "art_3__para_4", ("40-IV",)) in told


def test_an_edition_without_a_date_has_the_day_of_its_latest_note(tmp_path: Path) -> None:
    write_editions(tmp_path, {("en", day): text for day, text in gardens().items()})
    file = tmp_path / GARDENS / "act.toml"
    file.write_text(file.read_text("utf-8").replace("date = 2014-06-30\n", ""), "utf-8")
    evidence = gathered(read_act(tmp_path, GARDENS))
    assert [each.horizon.isoformat() for each in evidence.witnesses] == [
        "2006-12-31",
        "2009-12-31",
        "2012-11-20",
        "2012-12-31",
    ]


def test_of_two_editions_of_one_day_one_counts_and_the_other_is_a_finding(tmp_path: Path) -> None:
    write_editions(tmp_path, {("en", day): text for day, text in gardens().items()})
    file = tmp_path / GARDENS / "act.toml"
    text = file.read_text("utf-8").replace("date = 2014-06-30\n", "")
    file.write_text(text.replace("date = 2012-12-31\n", "date = 2012-11-20\n"), "utf-8")
    source = read_act(tmp_path, GARDENS)
    assert len(gathered(source).witnesses) == 3
    assert ("edition-same-day", "en-2012-12-31.txt") in {(each.code, each.file) for each in check(source)}


# --- an older edition of the law of this corpus, its words made up -----------------------------------------


def test_an_older_edition_of_the_law_of_the_corpus_narrows_and_shakes_nothing(tmp_path: Path) -> None:
    before = law_timelines(EvidenceScope.ALL)
    after = folded(with_older_edition(tmp_path))
    days = sorted({start for line in after.texts.values() for start in line.starts})
    for eid, line in before.texts.items():
        for day in days:
            old, new = line.on(day), after.texts[eid].on(day)
            if old.state in CERTAIN and day <= before.horizon:
                assert (old.state, old.text) == (new.state, new.text), (eid, day, old, new)
    excluded, inserted = EId("art_7__para_1__subpara_2"), EId("art_7__para_3__subpara_4-1")
    day = dt.date(2013, 9, 1)
    assert before.texts[excluded].on(day).state is State.UNRECORDED
    assert after.texts[excluded].on(day).text == "words that the law had in 2013;"
    assert after.texts[excluded].on(dt.date(2014, 2, 23)).state is State.ABSENT
    assert before.texts[inserted].on(day).state is State.UNCERTAIN  # one of four laws, 159-V the last
    assert after.texts[inserted].on(day).state is State.RECORDED  # printed before 159-V was adopted


def with_older_edition(corpus: Path) -> ActSource:
    """The law of the corpus with an edition of 2013 beside the one of 2014."""
    folder = corpus / ACT
    shutil.copytree(corpus_root() / ACT, folder)
    lines = (folder / "en.txt").read_text("utf-8").split("\n")
    lines[77] = "      2) words that the law had in 2013;"
    lines[82] = "      7) more of them;"
    coming = re.compile(r"No\. (?:210|227|236)-V")
    kept = [line for line in lines if not coming.search(line) and line.strip() != "Note of RCLI!"]
    text = re.sub(r"; dated (?:13\.01|18\.02)\.2014 N[Oo]\. 1(?:59|75)-V \([^)]*\)", "", "\n".join(kept))
    assert "159-V" not in text
    (folder / "old.txt").write_text(text, "utf-8")
    row = '[[edition]]\nlanguage = "en"\nfile = "old.txt"\ndate = 2013-12-31\n'
    with (folder / "act.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n{row}sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n')
    return read_act(corpus, ACT)


# --- what any editions may claim ------------------------------------------------------------------------


def timelines_of(editions: Iterable[SimulatedEdition], clock: Clock = Clock.ENFORCED) -> ActTimelines:
    return folded(source_of(editions), clock=clock)


def source_of(editions: Iterable[SimulatedEdition]) -> ActSource:
    folder = TemporaryDirectory()
    _KEPT.append(folder)
    texts = {("en", str(edition.date)): edition.text for edition in editions}
    return write_editions(Path(folder.name), texts, adopted="1999-12-01", clause="from:2000-01-01")


SIMULATIONS = st.integers(0, 100_000).map(Simulation)


def days_to_look_at(simulation: Simulation, *folds: ActTimelines) -> list[dt.date]:
    """Every day on which an answer may change up to the newest edition, but those on which an edition that
    lags claims what is not true."""
    starts = {start for each in folds for line in each.texts.values() for start in line.starts}
    starts |= {law.begins for law in simulation.laws} | {edition.date for edition in simulation.editions}
    last = simulation.editions[-1].date
    return sorted(day for day in starts if START <= day <= last and not simulation.is_misled(day))


@given(SIMULATIONS)
@settings(max_examples=60, derandomize=True)
def test_what_is_certain_is_true(simulation: Simulation) -> None:
    timelines = timelines_of(simulation.editions)
    for day in days_to_look_at(simulation, timelines):
        truth = simulation.truth(day)
        for eid, line in timelines.texts.items():
            wording = line.on(day)
            if wording.state is State.RECORDED:
                assert same_words(wording.text or "", truth.get(eid, "")), (day, eid, truth.get(eid))
            if wording.state is State.ABSENT:
                assert eid not in truth, (day, eid, wording.laws)


@given(SIMULATIONS)
@settings(max_examples=40, derandomize=True)
def test_one_more_edition_never_changes_what_is_certain(simulation: Simulation) -> None:
    """Unless it contradicts another: then a finding names the place."""
    evidence = gathered(source_of(simulation.editions))
    everything = fold(evidence, EvidenceScope.ALL)
    disputed = [str(each.where) for each in evidence.findings if each.code in CONTRADICTIONS]
    for left_out in simulation.editions:
        rest = [edition for edition in simulation.editions if edition is not left_out]
        if not rest:
            continue
        fewer = timelines_of(rest)
        for day in days_to_look_at(simulation, everything, fewer):
            for eid, line in fewer.texts.items():
                old, new = line.on(day), everything.texts[eid].on(day)
                if old.state not in CERTAIN or day > fewer.horizon:
                    continue
                if any(eid.within(place) for place in disputed):
                    continue
                assert old.state is new.state, (left_out.date, day, eid, old, new)
                assert same_words(old.text or "", new.text or ""), (left_out.date, day, eid, old, new)


@given(SIMULATIONS)
@settings(max_examples=40, derandomize=True)
def test_what_is_recorded_on_the_day_of_an_edition_is_its_text(simulation: Simulation) -> None:
    timelines = timelines_of(simulation.editions)
    for edition in simulation.editions:
        ahead = any(law.number in edition.laws and law.begins > edition.date for law in simulation.laws)
        if ahead or simulation.is_misled(edition.date):
            continue
        for line in timelines.texts.values():
            wording = line.on(edition.date)
            if wording.text and wording.state is State.RECORDED:
                assert wording.text in edition.text


@given(SIMULATIONS, st.integers(0, 1000))
@settings(max_examples=40, derandomize=True)
def test_evidence_in_any_order_gives_the_same_timelines(simulation: Simulation, seed: int) -> None:
    evidence = gathered(source_of(simulation.editions))
    random = Random(seed)

    def mixed(things: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(random.sample(things, len(things)))

    other = replace(
        evidence,
        effects=mixed(evidence.effects),
        unchanged=mixed(evidence.unchanged),
        witnesses=tuple(replace(each, effects=mixed(each.effects)) for each in evidence.witnesses),
    )
    for clock in Clock:
        one, two = fold(evidence, EvidenceScope.ALL, clock), fold(other, EvidenceScope.ALL, clock)
        assert dict(one.texts) == dict(two.texts)
        assert one.places == two.places
