"""What is told before a bill is signed: each finding from a proposal that deserves it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran, law_source
from drafts import TERMS, kept, opened

from lawdiff.drafting.checks.check import check_proposal
from lawdiff.drafting.checks.terms import definitions
from lawdiff.law.eid import EId
from lawdiff.law.finding import Severity

Lawdiff = Callable[..., Ran]

# (what the bill orders, its base day, the findings by code and place)
CASES = {
    "a term changed in every place": (
        """1) in subparagraph 12) of Article 1 the words “disabled child” shall be substituted by the words
   “child with disabilities”;
2) in the title of Chapter 6 the words “disabled child” shall be substituted by the words
   “child with disabilities”;
3) throughout the text the words “Disabled child”, “disabled children” and “Disabled children” shall be
   substituted respectively by the words “Child with disabilities”, “children with disabilities” and
   “Children with disabilities”;
4) in the title of Article 31 the words “disabled child” shall be substituted by the words
   “child with disabilities”;
5) in Article 32: in the title the words “disabled child” shall be substituted by the words
   “child with disabilities”; in paragraph 1 the words “disabled child” shall be substituted by the words
   “child with disabilities”;
6) in paragraph 3 of Article 33 the words “disabled child” shall be substituted by the words
   “child with disabilities”;""",
        "2014-07-05",
        [],
    ),
    "a term left in some places": (
        TERMS,
        "2014-07-05",
        [("term-two-forms", "chp_6__heading"), ("definition-lost", "art_1__subpara_12")],
    ),
    # 227-V of 3 July 2014 rewords Article 38 from 1 January 2015
    "an announced change": (
        "in paragraph 1 of Article 38 the words “potent or” shall be excluded;",
        "2014-07-05",
        [("announced-change", "art_38__para_1")],
    ),
    "no announced change any more": (
        "in Article 9 the words “Each child” shall be substituted by the words “Every child”;",
        "2014-07-05",
        [],
    ),
    # "permitted by paragraph 1 of this Article" stands in Article 39(2)
    "a reference to what is excluded": (
        "paragraph 1 of Article 39 shall be excluded;",
        "2014-07-05",
        [("reference-broken", "art_39__para_2")],
    ),
    # 210-V comes into force between 10 July and 9 August 2014 and rewords Article 37(2)
    "a wording that is not proved": (
        "in paragraph 2 of Article 37 the word “Sale” shall be substituted by the words “The sale”;",
        "2014-07-05",
        [("wording-not-proved", "art_37__para_2")],
    ),
    # 354-IV of November 2010 substitutes “Legislative acts” and rewords Article 40
    "changed since": (
        "in paragraph 1 of Article 48 the words “Child committed” shall be substituted by the words "
        "“A child that "
        "committed”;",
        "2009-01-01",
        [("changed-since", "art_48__para_1"), ("wording-not-proved", "art_48__para_1")],
    ),
    "a definition that nothing uses any more": (
        """1) subparagraph 13) of Article 1 shall be in the following wording:
   “13) foster care – a form of nurturing;”
2) throughout the text the words “foster care” and “Foster care” shall be substituted respectively by the
   words “care in a family” and “Care in a family”;""",
        "2014-07-05",
        [("definition-unused", "art_1__subpara_13")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_findings(name: str) -> None:
    amendments, base, expected = CASES[name]
    found = check_proposal(opened(amendments, base), law_source().terms)
    assert [(each.code, each.where) for each in found] == expected


def test_a_finding_has_its_line_and_advice() -> None:
    amendments = "1) Article 36 shall be excluded;\n2) paragraph 1 of Article 39 shall be excluded;"
    found = {each.code: each for each in check_proposal(opened(amendments))}
    broken = found["reference-broken"]
    assert (broken.file, broken.line, broken.severity) == ("trial.md", 10, Severity.ERROR)
    assert broken.message == (
        "Article 39(2) refers to Article 39(1) (“paragraph 1 of this Article”), which the bill leaves "
        "without words; "
        "amend Article 39(2) too"
    )
    assert found["announced-change"].line == 9  # 227-V is to amend Article 36(3)
    assert found["announced-change"].message.endswith(
        "Amend 227-V itself (Law of 06.04.2016 No. 480-V, art. 26(3)), or begin later"
    )


def test_a_reference_to_what_moves() -> None:
    amendments = (
        "in Article 39: paragraph 1 shall be considered paragraph 3; supplement with paragraph 1 of "
        "the following "
        "wording: “1. Harm shall be prohibited.”"
    )
    (found,) = [each for each in check_proposal(opened(amendments)) if each.code == "reference-moved"]
    assert found.where == "art_39__para_2"
    assert "whose words move to Article 39(3)" in found.message


def test_more_than_half_of_the_law() -> None:
    """Law No. 480-V, art. 26(9): the law has 68 articles, one of them excluded."""
    articles = [number for number in range(1, 41) if number not in (14, 16)]
    amendments = "\n".join(f"{number}) Article {number} shall be excluded;" for number in articles)
    found = [each for each in check_proposal(opened(amendments)) if each.code == "new-edition"]
    assert [each.message.partition(" articles change")[0] for each in found] == ["38 of 68"]


def test_proposals_that_meet() -> None:
    other = opened(TERMS, slug="terms")
    same = """in the title of Article 31 the words “disabled child” shall be substituted by the words
   “child with disabilities”;"""
    differs = """in paragraph 1 of Article 31 the words “healthy children” shall be substituted by the words
   “others”;"""
    found = check_proposal(opened(f"1) {same}\n2) {differs}"), others=(other,))
    told = [(each.code, each.where, each.line, each.severity) for each in found]
    assert told == [
        ("same-change", "art_31__heading", 9, Severity.NOTE),
        ("conflict", "art_31__para_1", 11, Severity.ERROR),
    ]


def test_definitions_are_told_by_their_article() -> None:
    found = dict(definitions(opened(TERMS).before))
    assert found[EId("art_1__subpara_2")] == "a child"
    assert found[EId("art_1__subpara_12")] == "disabled child"
    assert len(found) == 14
    assert all(eid.startswith("art_1__") for eid in found)


def test_the_command(lawdiff: Lawdiff, tmp_path: Path) -> None:
    kept(tmp_path, "paragraph 1 of Article 39 shall be excluded;")
    ran = lawdiff("propose", "check", "trial", "--proposals", str(tmp_path))
    assert ran.code == 1
    assert f"{tmp_path}/trial.md:9: error [reference-broken]" in ran.out
    assert ran.out.endswith("1 error\n")
    kept(
        tmp_path,
        "in Article 9 the words “Each child” shall be substituted by the words “Every child”;",
        "good",
    )
    ran = lawdiff("propose", "check", "good", "--proposals", str(tmp_path))
    assert ran.code == 0
    assert ran.out.startswith("Nothing found: ")


def test_a_sweep_can_be_checked_before_anything_is_built(
    lawdiff: Lawdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sweep leaves a folder where the history will be, which is no repository yet."""
    monkeypatch.setenv("LAWDIFF_REPO", str(tmp_path / "history.git"))
    arguments = ("--proposals", str(tmp_path / "proposals"))
    assert lawdiff("propose", "sweep", "disabled child", "special child", *arguments).code == 0
    ran = lawdiff("propose", "check", "special-child", *arguments)
    assert (ran.code, ran.err) == (1, "")
    assert "git" not in ran.out
