"""A proposal moved to a newer day: what each amendment meets there, from the law's own history."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from drafts import TERMS, kept, opened

from lawdiff.drafting.rebase import Meeting, rebase

Lawdiff = Callable[..., Ran]
HORIZON = dt.date(2014, 7, 5)

# 354-IV of 23 November 2010 put “Laws” for “Legislative acts” throughout the text (its note stands on top),
# and so in Article 48(1), which carries no footnote.
DONE = "in paragraph 1 of Article 48 the words “Legislative acts” shall be substituted by the words “Laws”;"
LOST = (
    "in paragraph 1 of Article 48 the words “the Legislative acts” shall be substituted by the words “acts”;"
)
MET = "paragraph 1 of Article 48 before the words “Child committed” shall be supplemented by the words “Any”;"
ONTO = ("--onto", "2014-07-05")


@pytest.mark.parametrize(
    ("amendments", "meeting", "laws"),
    [(DONE, Meeting.DONE, ("354-IV",)), (LOST, Meeting.LOST, ("354-IV",)), (MET, Meeting.MET, ("354-IV",))],
    ids=["done", "lost", "met"],
)
def test_what_an_amendment_meets(amendments: str, meeting: Meeting, laws: tuple[str, ...]) -> None:
    (row,) = rebase(opened(amendments, "2009-01-01"), HORIZON)
    assert (row.place, row.meeting, row.laws) == ("art_48__para_1", meeting, laws)


def test_nothing_in_between() -> None:
    """The title of Article 31 has no note: it was the same in 2009."""
    amendments = "in the title of Article 31 the words “to full life” shall be excluded;"
    (row,) = rebase(opened(amendments, "2009-01-01"), HORIZON)
    assert (row.meeting, row.laws, row.why) == (Meeting.SAME, (), "")


def test_a_lost_amendment_says_why() -> None:
    (row,) = rebase(opened(LOST, "2009-01-01"), HORIZON)
    assert row.why == "the words “the Legislative acts” do not stand in Article 48(1)"


def test_the_command_moves_the_proposal(lawdiff: Lawdiff, tmp_path: Path) -> None:
    path = kept(tmp_path, f"1) {DONE}\n2) {MET}", base="2009-01-01")
    arguments = ("propose", "rebase", "trial", "--proposals", str(tmp_path), *ONTO)
    assert lawdiff(*arguments, "--dry-run").code == 0
    assert "base = 2009-01-01" in path.read_text("utf-8")
    found = json.loads(lawdiff(*arguments, "--json").out)
    assert [(row["place"], row["meeting"]) for row in found["amendments"]] == [
        ("art_48__para_1", "done"),
        ("art_48__para_1", "met"),
    ]
    text = path.read_text("utf-8")
    assert "base = 2014-07-05" in text
    assert "Legislative acts" not in text
    assert "“Any”" in text


def test_a_lost_amendment_stops_the_command(lawdiff: Lawdiff, tmp_path: Path) -> None:
    path = kept(tmp_path, LOST, base="2009-01-01")
    before = path.read_bytes()
    ran = lawdiff("propose", "rebase", "trial", "--proposals", str(tmp_path), *ONTO)
    assert ran.code == 1
    said = " ".join(ran.out.split())
    assert "! Article 48(1): does not apply any more (354-IV): the words “the Legislative acts”" in said
    assert ran.out.endswith(
        "Nothing was written. Mend the amendments marked ! in the proposal, and rebase again.\n"
    )
    assert path.read_bytes() == before


def test_there_must_be_somewhere_to_go(lawdiff: Lawdiff, tmp_path: Path) -> None:
    kept(tmp_path, TERMS)
    ran = lawdiff("propose", "rebase", "trial", "--proposals", str(tmp_path))
    assert ran.code == 2
    assert "is on the text of 2014-07-05 already" in ran.err
