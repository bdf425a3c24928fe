"""The law as a proposal would make it: never taken for the law, and nothing else is changed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran, law_timelines
from drafts import TERMS, kept, opened

from lawdiff.drafting.proposal import Proposal
from lawdiff.history.asof import act_on
from lawdiff.history.engine import fold
from lawdiff.history.proposed_changes import compare_with
from lawdiff.law.act_text import act_text
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.law.wording import State

Lawdiff = Callable[..., Ran]
BASE = dt.date(2014, 7, 5)

EVERYTHING = """1) paragraph 2 of Article 4 shall be excluded;
2) Article 5 shall be in the following wording:

   > Article 5. No restriction of rights
   > 1. Rights of a child may not be restricted.
   > 2. What restricts them shall have no force.
3) Article 16 shall be supplemented by paragraph 5 of the following wording:

   > 5. A child may not work at night.
4) supplement with Article 16-2 of the following wording:

   > Article 16-2. Right of a child to play
   > Each child may play.
5) supplement with Chapter 6-1 of the following wording:

   > Chapter 6-1. Meals
   > Article 33-1. School meals
   > Each child shall have a school meal.
6) in Article 48: paragraph 2 shall be considered paragraph 3; supplement with paragraph 2 of the following
   wording: “2. A child shall not be detained with adults.”;
"""
CHANGED = ["art_1__subpara_12", "art_31__heading", "art_31__para_1"]


@pytest.mark.parametrize("amendments", [TERMS, EVERYTHING], ids=["terms", "everything"])
def test_the_engine_makes_what_the_amendments_make(amendments: str) -> None:
    proposal = opened(amendments)
    with_it = fold(proposal.with_it, EvidenceScope.ALL)
    assert act_text(act_on(with_it, BASE).node) == proposal.after


@pytest.mark.parametrize("amendments", [TERMS, EVERYTHING], ids=["terms", "everything"])
def test_what_it_does_not_touch_stays_as_it_is(amendments: str) -> None:
    proposal = opened(amendments)
    without, with_it = proposal.timelines, fold(proposal.with_it, EvidenceScope.ALL)
    before = dict(proposal.before.texts())
    changed = {eid for eid in (*before, *dict(proposal.after.texts())) if _differs(proposal, eid)}
    for eid, timeline in without.texts.items():
        later = [day for day in (*timeline.starts, BASE, dt.date(2026, 1, 1)) if day >= BASE]
        for day in timeline.starts:
            if day < BASE:
                assert with_it.texts[eid].on(day) == timeline.on(day)
        if eid not in changed:
            for day in later:
                assert with_it.texts[eid].on(day) == timeline.on(day), eid


def _differs(proposal: Proposal, eid: EId) -> bool:
    before, after = dict(proposal.before.texts()), dict(proposal.after.texts())
    return before.get(eid) != after.get(eid)


def test_no_proposed_wording_is_called_law() -> None:
    proposal = opened(EVERYTHING)
    with_it = fold(proposal.with_it, EvidenceScope.ALL)
    for eid in with_it.texts:
        if _differs(proposal, eid):
            for day in (BASE, dt.date(2014, 12, 31), dt.date(2020, 1, 1)):
                wording = with_it.texts[eid].on(day)
                assert wording.state is State.PROPOSED, eid
                assert wording.because[0].law == "proposal/trial"
                assert wording.because[0].certainty == "proposed"
                assert wording.because[0].adopted is None


def test_an_announced_law_that_comes_later_is_named() -> None:
    """227-V rewords Article 38 from 1 January 2015."""
    proposal = opened(
        "in paragraph 1 of Article 38 the words “potent or” shall be substituted by the words “strong or”;"
    )
    with_it = fold(proposal.with_it, EvidenceScope.ALL)
    before, after = (with_it.texts[EId("art_38__para_1")].on(day) for day in (BASE, dt.date(2015, 2, 1)))
    assert before.laws == ("proposal/trial",)
    assert (after.state, after.laws) == (State.PROPOSED, ("proposal/trial", "227-V"))
    assert after.text == before.text


@pytest.mark.parametrize("number", ["4", "8", "31"])
def test_an_article_that_loses_its_paragraphs_keeps_its_title(number: str) -> None:
    """Articles 4, 8 and 31 have paragraphs and no passage of their own."""
    amendments = f"""Article {number} shall be in the following wording:

   > Article {number}. Equality
   > All the children shall have equal rights.
"""
    proposal = opened(amendments)
    with_it = fold(proposal.with_it, EvidenceScope.ALL)
    assert with_it.texts[EId(f"art_{number}__heading")].on(BASE).text == "Equality"
    assert act_text(act_on(with_it, BASE).node) == proposal.after


def test_what_is_not_there_yet_is_not_excluded() -> None:
    """354-IV of 2010 inserted Article 40-1: on 1 January 2009 its number was free."""
    amendments = """supplement with Article 40-1 of the following wording:

   > Article 40-1. Toys
   > Each child shall have toys.
"""
    proposal = opened(amendments, "2009-01-01")
    assert "art_40-1" not in [node.eid for node in proposal.before.walk()]
    with_it = fold(proposal.with_it, EvidenceScope.ALL)
    on_base = act_text(act_on(with_it, dt.date(2009, 1, 1)).node)
    assert on_base == proposal.after
    for eid in (EId("art_40-1"), EId("art_40-1__heading")):
        later = with_it.texts[eid].on(BASE)
        assert (later.state, later.laws) == (State.PROPOSED, ("proposal/trial", "354-IV"))


def test_what_a_chapter_takes_with_it_is_excluded() -> None:
    proposal = opened("Chapter 9 shall be excluded;")
    with_it = fold(proposal.with_it, EvidenceScope.ALL)
    for eid in ("art_48__heading", "art_48__para_1", "art_49"):
        (reason,) = with_it.texts[EId(eid)].on(BASE).because
        assert reason.kind == "repeal"


def test_the_laws_that_a_wording_rests_on_are_named() -> None:
    """210-V, in force after 5 July 2014, changed Article 37(2): its words of that day are later ones."""
    proposal = opened(
        "in paragraph 2 of Article 37 the word “Sale” shall be substituted by the words “The sale”;"
    )
    wording = fold(proposal.with_it, EvidenceScope.ALL).texts[EId("art_37__para_2")].on(BASE)
    assert (wording.state, wording.laws) == (State.PROPOSED, ("proposal/trial", "210-V"))


@pytest.mark.parametrize("words", ["(Is excluded)", "(The wording is not known)"])
def test_what_stands_for_words_is_no_wording(words: str) -> None:
    with pytest.raises(SourceError, match="is no wording of Article 8\\(1\\)"):
        opened(f"paragraph 1 of Article 8 shall be in the following wording: “1. {words}”;")


def test_only_what_the_proposal_changes_is_compared() -> None:
    proposal = opened(TERMS)
    with_it = fold(proposal.with_it, EvidenceScope.ALL)
    comparison = compare_with(proposal.timelines, with_it, "proposal/trial", BASE)
    assert [change.eid for change in comparison.changes] == [
        "art_1__subpara_12",
        "art_31__heading",
        "art_31__para_1",
    ]
    (caution,) = comparison.cautions
    assert caution.startswith("This is not the law:")


def test_asof_with(lawdiff: Lawdiff, tmp_path: Path) -> None:
    kept(tmp_path, TERMS)
    ran = lawdiff(
        "asof", "--with", "trial", "--proposals", str(tmp_path), "2014-07-05", "art", "31", "--json"
    )
    found = json.loads(ran.out)
    assert ran.code == 0
    assert found["node"]["heading"] == {
        "text": "Rights of child with disabilities to full life",
        "state": "proposed",
        "because": [
            {
                "law": "proposal/trial",
                "adopted": None,
                "in_force": "2014-07-05",
                "basis": "unknown",
                "kind": "substitute",
                "certainty": "proposed",
                "source": "proposal/trial",
            }
        ],
    }
    assert [child["state"] for child in found["node"]["children"]] == ["proposed", "recorded", "recorded"]
    assert found["cautions"][0].startswith("This is not the law: what is marked as proposed")
    text = lawdiff("asof", "--with", "trial", "--proposals", str(tmp_path), "2014-07-05", "art 31").out
    assert "+ Article 31. Rights of child with disabilities to full life" in text
    assert "proposed: no law" in text


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_no_form_of_an_answer_lists_a_proposal_as_a_law(lawdiff: Lawdiff, tmp_path: Path, form: str) -> None:
    kept(tmp_path, TERMS)
    arguments = ("--proposals", str(tmp_path), "2014-07-05", "art 31", "--format", form)
    page = lawdiff("asof", "--with", "trial", *arguments).out
    assert "proposal/trial is no law: shown as if in force from 2014-07-05" in page
    assert "unknown day" not in page


def test_asof_with_on_an_earlier_day(lawdiff: Lawdiff, tmp_path: Path) -> None:
    kept(tmp_path, TERMS)
    ran = lawdiff("asof", "--with", "trial", "--proposals", str(tmp_path), "2014-07-04", "art 31", "--json")
    found = json.loads(ran.out)
    assert found["node"]["heading"]["text"] == "Rights of disabled child to full life"
    assert found["node"]["heading"]["state"] == "recorded"
    assert found["cautions"] == [
        "proposal/trial changes the text of 2014-07-05; on 2014-07-04 it changes nothing."
    ]


def test_strict_takes_no_proposal_for_law(lawdiff: Lawdiff, tmp_path: Path) -> None:
    kept(tmp_path, TERMS)
    ran = lawdiff("asof", "--with", "trial", "--proposals", str(tmp_path), "2014-07-05", "art 31", "--strict")
    assert (ran.code, ran.out) == (4, "")
    assert "is proposed, not certain" in ran.err


def test_diff_with(lawdiff: Lawdiff, tmp_path: Path) -> None:
    kept(tmp_path, TERMS)
    arguments = ("diff", "--with", "trial", "--proposals", str(tmp_path))
    ran = lawdiff(*arguments, "art", "31")
    assert ran.code == 0
    assert "what proposal/trial would change on 5 July 2014" in ran.out
    assert "Rights of [-disabled child-]{+child with disabilities+} to full life" in ran.out
    found = json.loads(lawdiff(*arguments, "2014-07-10", "--json").out)
    assert (found["from"], found["to"], found["proposal"]) == ("2014-07-10", "2014-07-10", "proposal/trial")
    assert [change["eid"] for change in found["changes"]] == [
        "art_1__subpara_12",
        "art_31__heading",
        "art_31__para_1",
    ]
    for form in ("markdown", "html"):
        assert "What proposal/trial would change on 5 July 2014" in lawdiff(*arguments, "--format", form).out


def test_only_laws_make_an_old_wording_unknown(lawdiff: Lawdiff, tmp_path: Path) -> None:
    """The note to Article 37 names 210-V of 18.06.2014 (upon expiry of 21 days), after the base day."""
    kept(tmp_path, "in paragraph 2 of Article 37 the words “tobacco products” shall be excluded;")
    ran = lawdiff("diff", "--with", "trial", "--proposals", str(tmp_path), "art 37")
    assert "[old wording unknown (210-V)]" in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("asof", "--with", "nothing", "2014-07-05"), 2, "there is no proposal 'nothing'"),
        (("asof", "--with", "../x", "2014-07-05"), 2, "is no name of a proposal"),
        (("asof", "--with", "trial", "2014-07-05", "--evidence", "edition"), 2, "leave out --evidence"),
        (("asof", "--with", "trial", "2014-07-05", "--law", "kz/2002/1"), 2, "is about kz/2002/345"),
        (("diff", "art 31"), 2, "is not a day"),
        (("diff", "2014-07-05"), 2, "Two days are compared"),
        (("diff", "--with", "trial", "art 99"), 2, "there is no Article 99"),
    ],
)
def test_bad_questions(
    lawdiff: Lawdiff, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    kept(tmp_path, TERMS)
    ran = lawdiff(*arguments, *(("--proposals", str(tmp_path)) if "--with" in arguments else ()))
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


def test_the_law_itself_is_not_changed() -> None:
    """The proposal goes into evidence of its own."""
    evidence = opened(TERMS).evidence
    assert not any(effect.is_proposed for effect in evidence.effects)
    proposal = opened(TERMS)
    assert proposal.with_it.effects[: len(evidence.effects)] == evidence.effects
    assert law_timelines(EvidenceScope.ALL).effects == evidence.effects
