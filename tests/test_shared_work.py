"""What is worked out once for many days of a law is what is worked out for each of them alone."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from random import Random

import pytest
from conftest import law_timelines
from other_laws import OTHER_LAWS, other_law

from lawdiff.history.asof import ActDays, act_on
from lawdiff.history.changes import compare
from lawdiff.history.inside import eids_inside
from lawdiff.history.log import ActLogs, log_of
from lawdiff.history.text_changes import TextChanges
from lawdiff.law.timeline import ActTimelines, EvidenceScope, Place


@pytest.fixture(scope="module", params=["own", *OTHER_LAWS])
def timelines(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> ActTimelines:
    if request.param == "own":
        return law_timelines(EvidenceScope.ALL)
    return other_law(request.param, tmp_path_factory.mktemp("corpus"))


def days_of(timelines: ActTimelines) -> list[dt.date]:
    """Days on which something begins and the days before them, in no order."""
    starts = {start for line in timelines.texts.values() for start in line.starts if start > dt.date.min}
    days = [start - dt.timedelta(before) for start in sorted(starts) for before in (0, 1)]
    return Random(345).sample(days, min(len(days), 10))


def units_of(timelines: ActTimelines) -> list[Place]:
    return [place for place in timelines.walk() if place.eid.kind in ("preamble", "art", "annex")]


def test_the_act_on_a_day_does_not_depend_on_the_days_asked_before(timelines: ActTimelines) -> None:
    days = ActDays(timelines)
    units = Random(7).sample(units_of(timelines), min(len(units_of(timelines)), 4))
    for day in days_of(timelines):
        assert days.on(day) == act_on(timelines, day)
        for unit in units:
            assert days.on(day, (unit.eid,)) == act_on(timelines, day, (unit.eid,))


def test_the_reasons_of_a_node_are_all_of_its_reasons(timelines: ActTimelines) -> None:
    days = ActDays(timelines)
    for day in days_of(timelines):
        node = days.on(day).node
        assert sorted(days.reasons(node), key=repr) == sorted(set(node.reasons()), key=repr)


def test_an_article_that_reads_the_same_is_one_node(timelines: ActTimelines) -> None:
    days = ActDays(timelines)
    place = units_of(timelines)[-1]
    last = max(
        start for text in eids_inside(timelines, (place.eid,)) for start in timelines.texts[text].starts
    )
    one, other = (days.on(last + dt.timedelta(more), (place.eid,)).node for more in (0, 400))
    assert one is other


def test_what_changed_does_not_depend_on_the_days_asked_before(timelines: ActTimelines) -> None:
    changes = TextChanges(timelines)
    days = days_of(timelines)
    asked = [(), *((unit.eid,) for unit in units_of(timelines)[:4])]
    for old_day, new_day in [*pairwise(days), *((day, day + dt.timedelta(4)) for day in days)]:
        for each in asked:
            expected = compare(timelines, old_day, new_day, each).changes
            assert changes.all(old_day, new_day, each) == expected, (old_day, new_day, each)


def test_the_log_of_each_article_is_that_of_the_act(timelines: ActTimelines) -> None:
    logs = ActLogs(timelines)
    for unit in units_of(timelines):
        assert logs.of((unit.eid,)) == log_of(timelines, (unit.eid,))


def test_all_that_stands_in_a_place_is_found(timelines: ActTimelines) -> None:
    """Chapters hold articles that are not named after them, articles hold what is."""
    for place in timelines.walk():
        inside = [eid for each in place.walk() for eid in (each.eid.heading, each.eid)]
        expected = [eid for eid in inside if eid in timelines.texts]
        assert list(eids_inside(timelines, (place.eid,))) == expected
