"""What is said to have changed between two days is what the sources tell, and no more (R2, R5, R6, R9)."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from conftest import law_timelines

from lawdiff.history.change import Change, ChangeKind
from lawdiff.history.changes import compare
from lawdiff.history.redline import Op
from lawdiff.law.eid import EId
from lawdiff.law.timeline import Clock, EvidenceScope
from lawdiff.law.wording import State

OLD, NEW = dt.date(2009, 1, 1), dt.date(2012, 1, 1)


def change(
    eid: str, old: dt.date = OLD, new: dt.date = NEW, scope: EvidenceScope = EvidenceScope.ALL
) -> Change | None:
    """The change of that very text, None where nothing is said to have changed."""
    found = compare(law_timelines(scope), old, new, (EId(eid),)).changes
    return next((each for each in found if each.eid == eid), None)


# Read from the text, its notes and the facts register: eid, days, kind, laws in between.
ROWS = [
    # R6: a substitution whose words are given, in articles without a footnote too
    ("art_29__para_4", OLD, NEW, "changed", "354-IV"),
    ("art_32__para_2", OLD, NEW, "changed", "354-IV"),
    ("art_48__para_1", OLD, NEW, "changed", "354-IV"),
    # words changed that no source gives
    ("art_29__para_5", OLD, NEW, "possible", "354-IV"),
    ("art_29__para_2", OLD, NEW, "possible", "185-IV"),
    ("art_29__para_2", dt.date(2009, 9, 1), NEW, None, ""),
    ("preamble", OLD, NEW, "possible", "354-IV"),
    ("art_9", OLD, NEW, "reworded", "354-IV"),
    # both days before the witness: neither wording is known, and a law was in between
    ("art_14__para_2", OLD, NEW, "possible", "354-IV"),
    # insertions and repeals
    ("art_16-1", OLD, NEW, "inserted", "354-IV"),
    ("art_36__para_4", OLD, NEW, "inserted", "176-IV"),
    ("art_36__para_5", OLD, NEW, "inserted", "372-IV"),
    ("art_7__para_1__subpara_9", OLD, NEW, "inserted", "452-IV"),
    ("art_7__para_1__subpara_2", NEW, dt.date(2014, 7, 1), "removed", "159-V"),
    ("art_51__al_2__subpara_2", NEW, dt.date(2014, 7, 1), "removed", "124-V"),
    ("art_42", OLD, NEW, "removed", "354-IV"),
    # R5: what facts clear did not change
    ("art_3__para_1", OLD, NEW, None, ""),
    ("art_14__para_1", OLD, dt.date(2014, 7, 1), None, ""),
    ("art_1__subpara_11", OLD, NEW, None, ""),
    ("art_37__para_1", OLD, dt.date(2014, 7, 1), None, ""),
    # not there on either day
    ("art_47-1__para_1", OLD, NEW, None, ""),
    ("art_7__para_2", OLD, NEW, None, ""),
    # R9: announced
    ("art_36__para_3", dt.date(2014, 7, 1), dt.date(2015, 2, 1), "possible", "227-V"),
    ("art_1__subpara_14", dt.date(2014, 7, 1), dt.date(2015, 2, 1), "possible", "236-V"),
    # R10: past the horizon nothing is proved, and nothing is known to have changed
    ("art_43__para_1", dt.date(2014, 7, 1), dt.date(2020, 1, 1), "unproved", ""),
]


@pytest.mark.parametrize(("eid", "old", "new", "kind", "laws"), ROWS)
def test_row(eid: str, old: dt.date, new: dt.date, kind: str | None, laws: str) -> None:
    found = change(eid, old, new)
    assert (found and found.kind.value) == kind
    if found and laws:
        named = [reason.law for reason in found.by]
        assert [law for law in laws.split(",") if law not in named] == []


def test_a_substitution_is_a_redline() -> None:
    found = change("art_32__para_2")
    assert found is not None
    assert found.pieces is not None
    assert found.pieces[:3] == (
        (Op.EQUAL, "The "),
        (Op.DELETE, "Legislative acts"),
        (Op.INSERT, "Laws"),
    )


def test_a_redline_is_never_drawn_over_what_is_not_known() -> None:
    """From `later` to `recorded` the words look the same, and may not have been."""
    found = change("art_29__para_5")
    assert found is not None
    assert (found.old.state, found.new.state) == (State.LATER, State.RECORDED)
    assert found.old.text == found.new.text
    assert found.pieces is None


@pytest.mark.parametrize("scope", list(EvidenceScope))
@pytest.mark.parametrize("clock", [Clock.ENFORCED, Clock.ADOPTED])
def test_redlines_only_between_certain_wordings(scope: EvidenceScope, clock: Clock) -> None:
    days = [dt.date(year, month, 10) for year in range(2002, 2016, 2) for month in (1, 12)]
    certain = {State.RECORDED, State.RESTORED, State.ABSENT}
    for old, new in pairwise(days):
        for each in compare(law_timelines(scope, clock), old, new).changes:
            assert (each.pieces is not None) == ({each.old.state, each.new.state} <= certain)


def test_a_renumbered_provision_is_not_compared_with_its_neighbour() -> None:
    """354-IV renumbered the definitions of Article 1: what was 2) is 6), and 1) is 2)."""
    found = change("art_1__subpara_2")
    assert found is not None
    assert (found.moved_to, found.moved_from) == ("art_1__subpara_6", "art_1__subpara_1")
    assert [op for op, _ in found.pieces or ()] == [Op.DELETE, Op.INSERT]


def test_the_text_of_a_moved_article() -> None:
    """Article 42 became Article 41-1; its heading was excluded and did not move."""
    own, heading = change("art_42"), change("art_42__heading")
    assert own is not None
    assert heading is not None
    assert own.moved_to == "art_41-1"
    assert heading.moved_to is None
    assert heading.is_heading


def test_backwards_is_the_same_comparison_turned_round() -> None:
    forth = compare(law_timelines(EvidenceScope.ALL), OLD, NEW).changes
    back = compare(law_timelines(EvidenceScope.ALL), NEW, OLD).changes
    assert [each.eid for each in forth] == [each.eid for each in back]
    turned = {ChangeKind.INSERTED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.INSERTED}
    for one, other in zip(forth, back, strict=True):
        assert (one.old, one.new, one.by) == (other.new, other.old, other.by)
        assert other.kind is turned.get(one.kind, one.kind)
        assert (one.moved_to, one.moved_from) == (other.moved_from, other.moved_to)


def test_a_day_beside_itself() -> None:
    for scope in EvidenceScope:
        for day in (dt.date(2013, 1, 1), dt.date(2010, 12, 10), dt.date(2012, 1, 1), dt.date(2020, 1, 1)):
            assert compare(law_timelines(scope), day, day).changes == ()


def test_what_became_an_own_text_took_nothing_inside_with_it() -> None:
    """354-IV made the one paragraph of Article 5 its own text; 5(2) was excluded."""
    own, first, second = change("art_5"), change("art_5__para_1"), change("art_5__para_2")
    assert own is not None
    assert first is not None
    assert second is not None
    assert (own.moved_from, first.moved_to) == ("art_5__para_1", "art_5")
    assert (first.moved_from, second.moved_to, second.moved_from) == (None, None, None)


def test_an_article_that_goes_on_without_its_passage() -> None:
    passage = change("art_52", dt.date(2005, 1, 1), dt.date(2009, 6, 1))
    whole = change("art_42")
    assert passage is not None
    assert whole is not None
    assert (passage.is_passage, whole.is_passage) == (True, False)


def test_the_day_of_adoption_with_that_clock() -> None:
    timelines = law_timelines(EvidenceScope.ALL, Clock.ADOPTED)
    before, after = dt.date(2010, 11, 22), dt.date(2010, 11, 23)
    asked = (EId("art_16-1"),)
    assert [each.kind for each in compare(timelines, before, after, asked).changes] == [
        ChangeKind.INSERTED
    ] * 2
    assert compare(timelines, after, dt.date(2010, 12, 20), asked).changes == ()
