"""Blame tells by which law, and since when, each line is known; of what it is not, it says so."""

from __future__ import annotations

import datetime as dt

import pytest
from conftest import law_timelines

from lawdiff.history.blame import blame
from lawdiff.law.eid import EId
from lawdiff.law.timeline import EvidenceScope

HORIZON = dt.date(2014, 7, 5)
Y2012 = dt.date(2012, 1, 1)
ENACTED = dt.date(2002, 9, 18)  # the last day of the window of its commencement
COMPARED = dt.date(2005, 1, 1)  # the oldest edition compared, with what it may print ahead of time

# Read from the notes and the facts register: eid, day, state, law (- the act), first day of these words.
ROWS = [
    ("art_3__para_1", HORIZON, "recorded", "-", ENACTED),
    ("art_5", HORIZON, "recorded", "354-IV", COMPARED),  # it was 5(1), in the same words
    ("art_14-1__para_1", HORIZON, "recorded", "126-V", dt.date(2013, 8, 14)),
    ("art_7__para_1__subpara_9", HORIZON, "recorded", "452-IV", dt.date(2011, 10, 13)),
    ("art_29__para_2", HORIZON, "recorded", "185-IV", dt.date(2009, 8, 30)),
    ("art_29__para_4", HORIZON, "recorded", "354-IV", dt.date(2011, 1, 3)),
    ("art_7__para_3__subpara_4-1", HORIZON, "recorded", "159-V", dt.date(2014, 2, 23)),
    ("art_1__subpara_2", Y2012, "recorded", "354-IV", COMPARED),  # it was 1(1)
    ("art_1__subpara_3", Y2012, "recorded", "354-IV", dt.date(2011, 1, 3)),  # other words than before
    # only a later wording is known: known from the witness on
    ("art_14__para_3", Y2012, "later", "-", dt.date(2013, 8, 14)),
    ("art_14__para_4", Y2012, "later", "354-IV", dt.date(2013, 8, 14)),
    ("art_37__para_2", Y2012, "later", "-", dt.date(2014, 8, 9)),
    # no wording is known
    ("art_14__para_2", Y2012, "unrecorded", "354-IV", None),
    ("art_7__para_1__subpara_2", Y2012, "unrecorded", "13", None),
    # restored words are known as far back as the substitution alone stood in between
    ("art_32__para_2", dt.date(2009, 1, 1), "restored", "-", ENACTED),
    # a law that is announced has not made the last recorded wording
    ("art_36__para_3", dt.date(2015, 2, 1), "earlier", "-", dt.date(2014, 7, 6)),
]


@pytest.mark.parametrize(("eid", "day", "state", "law", "known_from"), ROWS)
def test_row(eid: str, day: dt.date, state: str, law: str, known_from: dt.date | None) -> None:
    lines = blame(law_timelines(EvidenceScope.ALL), day, (EId(eid),))
    line = next(line for line in lines if line.eid == eid)
    said = (line.eid, line.wording.state.value, line.by.law if line.by else "-", line.known_from)
    assert said == (eid, state, law, known_from)


@pytest.mark.parametrize("eid", ["art_42", "art_47-1", "art_7__para_2"])
def test_what_is_absent_has_no_line(eid: str) -> None:
    assert blame(law_timelines(EvidenceScope.ALL), Y2012, (EId(eid),)) == ()


def test_no_law_is_blamed_before_it_began() -> None:
    for scope in EvidenceScope:
        for day in (dt.date(2005, 6, 1), dt.date(2010, 6, 1), Y2012, HORIZON):
            for line in blame(law_timelines(scope), day):
                assert line.wording.state.value != "absent"
                if line.by and line.by.commencement:
                    assert line.by.commencement.first <= day
                    assert line.by.law not in line.wording.laws
                if line.known_from and line.wording.state.value == "recorded":
                    assert line.known_from <= day
