"""Editions in several languages: places, laws and days cross over, words never do."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from edition_corpus import folded, gardens, gathered, write_editions
from hypothesis import given, settings
from simulated_editions import Simulation
from test_editions import CERTAIN, SIMULATIONS, days_to_look_at

from lawdiff.history.asof import act_on, known_eids
from lawdiff.history.check import check
from lawdiff.law.address import resolve_address
from lawdiff.law.same_words import same_words
from lawdiff.law.timeline import ActTimelines
from lawdiff.law.wording import State
from lawdiff.sources.act_source import ActSource

TABLE = Path(__file__).parent / "truth" / "languages.tsv"
NEWEST = "2014-06-30"
_FOLDER = TemporaryDirectory()


@cache
def source() -> ActSource:
    editions = {
        ("en", NEWEST): gardens(days=[NEWEST])[NEWEST],
        ("kk", NEWEST): gardens("kk", [NEWEST])[NEWEST],
    }
    editions |= {("ru", day): text for day, text in gardens("ru", ["2006-12-31", NEWEST]).items()}
    return write_editions(Path(_FOLDER.name), editions)


@cache
def timelines(language: str) -> ActTimelines:
    return folded(source(), language)


def rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("row", rows(), ids=lambda row: " ".join(row[:2]))
def test_row(row: list[str]) -> None:
    day, address, state, laws, words = row[:5]
    asked = resolve_address(address, known_eids(timelines("en")))
    wording = act_on(timelines("en"), dt.date.fromisoformat(day), asked).node.wording
    found = (wording.state.value, ",".join(wording.laws) or "-", wording.text or "-")
    assert found == (state, laws, words)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_words_never_cross(language: str) -> None:
    folder = source().folder
    held = "".join(path.read_text("utf-8") for path in sorted(folder.glob(f"{language}-*.txt")))
    for line in timelines(language).texts.values():
        for wording in line.wordings:
            for text in (wording.text, *(each.text for each in wording.possibilities)):
                assert text is None or text in held


def test_an_effect_from_another_language_names_it_and_its_line() -> None:
    sources = {(e.target, e.laws): e.source for e in gathered(source(), "en").effects if e.from_facts}
    assert sources["art_4", ("20-III",)] == "ru: footnote, ru-2006-12-31.txt line 29"  # type: ignore[index]
    assert sources["art_3__para_4", ("40-IV",)] == "ru: editions: ru 2006-12-31 vs 2014-06-30"  # type: ignore[index]


def test_what_the_languages_tell_differently_is_a_finding() -> None:
    found = {
        (str(each.where), each.message)
        for each in check(source())
        if each.code == "languages-disagree" and each.file == "en-2014-06-30.txt"
    }
    assert found == {
        ("art_4-1", "the law of 2011-03-01 has the number 60-IV here and 61-IV in ru-2014-06-30.txt"),
        ("art_5", "80-V commences from:2012-12-01 here and from:2013-01-01 in ru-2014-06-30.txt"),
        (
            "art_7",
            "ru-2014-06-30.txt tells that 70-V changed Article 7 (footnote, ru-2014-06-30.txt line 51), "
            "and no note here names that law there",
        ),
        (
            "art_2",
            "the text of Article 2 in ru changed between 2007-01-01 and 2014-06-30 (editions: ru 2006-12-31 "
            "vs 2014-06-30), and no note explains it there or here",
        ),
    }


def test_a_day_that_only_another_language_gives_is_taken_where_the_window_allows_it(tmp_path: Path) -> None:
    english = gardens(days=[NEWEST])[NEWEST].replace(" (shall be enforced from 01.06.2012)", "")
    russian = gardens("ru", [NEWEST])[NEWEST]
    alone = folded(write_editions(tmp_path / "one", {("en", NEWEST): english}))
    both = folded(write_editions(tmp_path / "two", {("en", NEWEST): english, ("ru", NEWEST): russian}))
    eid = next(eid for eid in both.texts if eid == "art_6__para_1")
    inside = dt.date(2012, 6, 1)
    assert alone.texts[eid].on(inside).state is State.UNCERTAIN
    assert both.texts[eid].on(inside).state is State.RECORDED
    assert both.texts[eid].on(dt.date(2012, 5, 31)).state is State.LATER


@given(SIMULATIONS)
@settings(max_examples=40, derandomize=True)
def test_one_more_language_never_changes_what_is_certain(simulation: Simulation) -> None:
    """Russian editions beside the newest in English: the places have the same numbers."""
    if len(simulation.editions) < 2:
        return
    newest = simulation.editions[-1]
    here = {("en", str(newest.date)): newest.text}
    there = {("ru", str(each.date)): simulation.russian(each) for each in simulation.editions}
    with TemporaryDirectory() as one, TemporaryDirectory() as two:
        alone = folded(write_editions(Path(one), here, adopted="1999-12-01", clause="from:2000-01-01"))
        both = folded(write_editions(Path(two), here | there, adopted="1999-12-01", clause="from:2000-01-01"))
    for day in days_to_look_at(simulation, alone, both):
        truth = simulation.truth(day)
        for eid, line in both.texts.items():
            new = line.on(day)
            old = alone.texts[eid].on(day) if eid in alone.texts else None
            if old and old.state in CERTAIN:
                assert (old.state, old.text) == (new.state, new.text), (day, eid, old, new)
            if new.state is State.RECORDED:
                assert same_words(new.text or "", truth.get(eid, "")), (day, eid, truth.get(eid))
            if new.state is State.ABSENT:
                assert eid not in truth, (day, eid, new.laws)
