"""The file of all comparisons says what `compare` says, for every text and any two days, and nothing more."""

from __future__ import annotations

import datetime as dt
import json
import random
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import law_timelines
from history_corpus import write_act
from other_laws import OTHER_LAWS, other_law
from whole_site import LAW, page, site, site_law, small_site

from lawdiff.history.change import Change
from lawdiff.history.change_words import COUNTED, headline, place, remarks
from lawdiff.history.changes import compare
from lawdiff.law.address import cite
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, EvidenceScope
from lawdiff.site.comparison import comparison_script

HORIZON = dt.date(2014, 7, 5)


@cache
def data() -> dict[str, Any]:
    """The file, read as the page reads it."""
    return read_data(site()[f"{LAW}/compare/changes.js"])


def read_data(script: bytes) -> dict[str, Any]:
    head, _, words = script.decode().partition(" = ")
    assert head == "globalThis.lawdiffComparison"
    found = json.loads(words.removesuffix(";\n"))
    assert isinstance(found, dict)
    return found


def found_between(
    old_day: dt.date, new_day: dt.date, file: dict[str, Any] | None = None
) -> list[tuple[Any, ...]]:
    """What the file says of two days: of each change its place, its words, and its redline."""
    file = file or data()
    strings, changes = file["strings"], file["changes"]
    found = []
    for _, name, days, _, table in file["texts"]:
        old, new = (bisect_right(days, str(day)) - 1 for day in (old_day, new_day))
        is_back = old == new and new_day < old_day
        cell = table[len(days) ** 2 + old if is_back else old * len(days) + new]
        if cell < 0 or old_day == new_day:
            continue
        kind, said, told, redline, _, where, _, _ = changes[cell]
        pieces = None if redline < 0 else file["redlines"][redline]
        found.append(
            (
                strings[name if where < 0 else where],
                file["kinds"][kind],
                strings[said],
                [strings[each] for each in told],
                pieces and [(op, strings[at]) for op, at in zip(pieces[::2], pieces[1::2], strict=True)],
            )
        )
    return found


def said_of(change: Change, language: str = "en") -> tuple[Any, ...]:
    pieces = None if change.is_renumbered else change.pieces
    return (
        place(change, language),
        COUNTED[change.kind],
        headline(change),
        list(remarks(change, language)),
        pieces and [(op.value[0], words) for op, words in pieces],
    )


def days_to_try(file: dict[str, Any] | None = None) -> list[tuple[dt.date, dt.date]]:
    """Pairs of days on which something happens, the days beside them, and any days."""
    chosen = random.Random(345)
    texts = (file or data())["texts"]
    edges = [dt.date.fromisoformat(day) for text in texts for day in text[2] if day > "1994"]
    near = [edge + dt.timedelta(chosen.choice((-1, 0, 1))) for edge in chosen.choices(edges, k=60)]
    far = [dt.date(2000, 1, 1) + dt.timedelta(chosen.randrange(20 * 366)) for _ in range(60)]
    both = near + far
    chosen.shuffle(both)
    pairs = list(zip(both[::2], both[1::2], strict=True))
    return [
        *pairs,
        (dt.date(2010, 12, 10), dt.date(2010, 12, 20)),
        (dt.date(2015, 1, 2), dt.date(2016, 1, 1)),
    ]


def test_it_says_what_the_command_line_says_of_any_two_days() -> None:
    """Both directions, open windows, days before the act and past the horizon among them."""
    timelines = law_timelines(EvidenceScope.ALL)
    for old_day, new_day in days_to_try():
        for one, other in ((old_day, new_day), (new_day, old_day)):
            expected = [said_of(change) for change in compare(timelines, one, other).changes]
            assert found_between(one, other) == expected, (one, other)


@pytest.mark.parametrize("law", OTHER_LAWS)
def test_of_other_laws_it_says_the_same_too(law: str, tmp_path: Path) -> None:
    """Texts that stand under the same laws share what is said of them: not where one was moved, has words
    under it, or has another edition's words."""
    must_say_what_compare_says(other_law(law, tmp_path), tmp_path)


def test_texts_known_alike_may_differ_in_words(tmp_path: Path) -> None:
    """What an edition says of 1(1), "deep" and then "dry", as if it said the same words of 1(2) each time."""
    timelines = other_law("one of two reworded", tmp_path)
    one, other = EId("art_1__para_1"), EId("art_1__para_2")
    line, words = timelines.texts[one], timelines.texts[other].wordings[1].text
    same = tuple(each._replace(text=words) if each.text else each for each in line.wordings)
    texts = {**timelines.texts, other: line._replace(wordings=same)}
    must_say_what_compare_says(timelines._replace(texts=texts), tmp_path)


def must_say_what_compare_says(timelines: ActTimelines, corpus: Path) -> None:
    file = read_data(comparison_script(site_law(corpus, timelines.act.id, timelines)))
    for old_day, new_day in days_to_try(file):
        for one, other in ((old_day, new_day), (new_day, old_day)):
            changes = compare(timelines, one, other).changes
            expected = [said_of(change, timelines.language) for change in changes]
            assert found_between(one, other, file) == expected, (one, other)


def test_two_days_in_one_window_may_differ() -> None:
    """354-IV may be in force from 4 December 2010 to 3 January 2011: between two of them it may
    have begun."""
    said = {row[0]: row[2] for row in found_between(dt.date(2010, 12, 10), dt.date(2010, 12, 20))}
    assert said["Article 9"] == "possibly changed by 354-IV"
    assert found_between(dt.date(2010, 12, 10), dt.date(2010, 12, 10)) == []


def test_a_redline_needs_two_certain_wordings() -> None:
    """354-IV put "Laws" for "Legislative acts" in 32(2) and reworded Article 9, whose old words are lost."""
    rows = {row[0]: row for row in found_between(dt.date(2009, 12, 4), dt.date(2014, 1, 1))}
    assert ("d", "Legislative acts") in rows["Article 32(2)"][4]
    assert ("i", "Laws") in rows["Article 32(2)"][4]
    assert rows["Article 9"][2:] == (
        "reworded by 354-IV",
        ["words changed; old wording unknown (354-IV)"],
        None,
    )


def test_no_words_stand_in_it_that_no_day_has() -> None:
    """A redline gives back both wordings, and each of them is certain."""
    timelines = law_timelines(EvidenceScope.ALL)
    old_day, new_day = dt.date(2009, 12, 4), dt.date(2014, 1, 1)
    certain = {
        place(change): (change.old.text or "", change.new.text or "")
        for change in compare(timelines, old_day, new_day).changes
        if {change.old.state.value, change.new.state.value} <= {"recorded", "restored", "absent"}
    }
    for name, _, _, _, pieces in found_between(old_day, new_day):
        if pieces is not None:
            old = "".join(words for op, words in pieces if op != "i")
            new = "".join(words for op, words in pieces if op != "d")
            assert (old, new) == certain[name]


def test_the_wordings_are_those_of_their_days() -> None:
    timelines = law_timelines(EvidenceScope.ALL)
    names = {cite(eid): eid for eid in timelines.texts}
    for _, name, days, wordings, _ in data()["texts"]:
        timeline = timelines.texts[names[data()["strings"][name]]]
        for day, at in zip(days, wordings, strict=True):
            state, words, _, possible = data()["wordings"][at]
            known = timeline.on(dt.date.fromisoformat(day))
            assert data()["states"][state] == known.state.value
            assert (None if words < 0 else data()["strings"][words]) == known.text
            assert len(possible) == len(known.possibilities)


def test_cautions_are_those_of_the_command_line() -> None:
    """Of each comparison every sentence, the law's own days and the horizon included, is in the file."""
    timelines = law_timelines(EvidenceScope.ALL)
    known = [sentence for sentence, *_ in [*data()["cautions"], data()["ownCaution"]]]
    for old_day, new_day in days_to_try():
        beyond = [day for day in dict.fromkeys((old_day, new_day)) if day > HORIZON]
        days = " and ".join(str(day) for day in beyond)
        past = [sentence.replace("{days}", days) for sentence in data()["pastHorizon"]]
        for caution in compare(timelines, old_day, new_day).cautions:
            assert caution in (*known, *past)


def test_it_stays_small() -> None:
    assert len(site()[f"{LAW}/compare/changes.js"]) < 350_000


def test_without_a_script_lists_lead_to_every_redline() -> None:
    links = page(f"{LAW}/compare/index.html").links
    assert "../2012-08-20/changes/index.html" in links
    assert "../art_7/index.html" in links
    words = " ".join(page(f"{LAW}/compare/index.html").text.split())
    assert "21 July 2012 → 20 August 2012" in words


def test_pages_of_versions_lead_to_their_comparison() -> None:
    assert "../compare/index.html?from=2012-07-21&to=2012-08-20" in page(f"{LAW}/2012-08-20/index.html").links
    article = page(f"{LAW}/art_7/2012-08-20/index.html").links
    assert "../../compare/index.html?from=2012-07-21&to=2012-08-20&of=art_7" in article


@pytest.mark.parametrize(
    "words", ["</script><script>alert(1)</script>", "\u2028 and \u2029", '\\"; alert(1); "']
)
def test_words_of_a_law_stay_words(words: str, tmp_path: Any) -> None:
    note = (
        "Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan dated 05.05.2003 No. 77-II"
    )
    text = f"On words\n\nArticle 1. Words\n\n      1. These {words} stay.\n      {note}.\n"
    write_act(tmp_path, "kz/2001/12", text)
    found = read_data(small_site(tmp_path, "kz/2001/12")["kz/2001/12/en/compare/changes.js"])
    assert any(" ".join(words.split()) in " ".join(each.split()) for each in found["strings"])
