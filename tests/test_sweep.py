"""A term replaced throughout a law: every place of it, and the words that come there."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from conftest import Ran, law_timelines

from lawdiff.drafting.ledger import Fate
from lawdiff.drafting.noun_phrases import (
    in_case_found,
    in_case_of,
    indefinite_article,
    number_pairs,
    plural,
    singular,
)
from lawdiff.drafting.occurrences import occurrences
from lawdiff.drafting.sweep import standing_once, sweep_changes
from lawdiff.history.applied import applied
from lawdiff.history.asof import act_on
from lawdiff.law.act_text import TextNode, act_text, words_at
from lawdiff.law.amendment import Substitute
from lawdiff.law.eid import EId
from lawdiff.law.timeline import EvidenceScope

Lawdiff = Callable[..., Ran]
PAIRS = number_pairs("disabled child", "child with disabilities")

# Read in the text of the law: where it says disabled child or disabled children, and in which letters.
PLACES = [
    ("art_1__subpara_12", "disabled child"),
    ("chp_6__heading", "disabled child"),
    ("art_31__heading", "disabled child"),
    ("art_31__para_1", "Disabled child"),
    ("art_31__para_2", "Disabled child"),
    ("art_31__para_3", "Disabled children"),
    ("art_32__heading", "disabled child"),
    ("art_32__para_1", "disabled child"),
    ("art_32__para_2", "disabled children"),
    ("art_33__heading", "disabled children"),
    ("art_33__para_1", "disabled children"),
    ("art_33__para_2", "disabled children"),
    ("art_33__para_3", "disabled child"),
]
AFTER = {
    "chp_6__heading": "Rights of child with disabilities",
    "art_31__heading": "Rights of child with disabilities to full life",
    "art_31__para_1": "Child with disabilities shall have equal rights with healthy children to full life in "
    "conditions ensuring his (her) dignity, promoting active inclusion to public life.",
    "art_31__para_3": "Children with disabilities including children with shortage of mental or physical "
    "development shall have the right to receive medical and social assistance in specialized children’s "
    "organizations.",
    "art_32__heading": "State guarantees in the scope of employment of child with disabilities",
    "art_33__heading": "State assistance for children with disabilities",
    "art_33__para_2": "State assistance rendered for children with disabilities shall be established "
    "by the Laws "
    "of the Republic of Kazakhstan.",
}


@cache
def law() -> TextNode:
    return act_text(act_on(law_timelines(EvidenceScope.ALL), dt.date(2014, 7, 5)).node)


def small(text: str) -> TextNode:
    """A law of one paragraph."""
    paragraph = TextNode(EId("art_1__para_1"), "1.", text=text)
    return TextNode(
        EId("act"),
        "",
        "On Bees",
        children=(TextNode(EId("art_1"), "Article 1", "Bees", children=(paragraph,)),),
    )


def test_every_place_of_the_term() -> None:
    found = occurrences(law(), PAIRS)
    assert [(one.eid, one.words) for one in found if one.fate is Fate.CHANGED] == PLACES
    rest = [(one.eid, one.words, one.fate) for one in found if one.fate is not Fate.CHANGED]
    assert rest == [("art_15__para_3", "children with disabilities", Fate.ALREADY)]


def test_the_words_that_come_there() -> None:
    after = applied(law(), sweep_changes(law(), occurrences(law(), PAIRS)))
    assert {eid: words_at(after, EId(eid)) for eid in AFTER} == AFTER
    assert [eid for eid, _ in occurrences_left(after)] == []
    changed = [eid for eid, words in after.texts() if dict(law().texts())[eid] != words]
    assert changed == [eid for eid, _ in PLACES]


def occurrences_left(root: TextNode) -> list[tuple[str, str]]:
    return [(one.eid, one.words) for one in occurrences(root, PAIRS) if one.fate is Fate.CHANGED]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A disabled child plays.", "A child with disabilities plays."),
        ("DISABLED CHILD", "CHILD WITH DISABILITIES"),
        ("the disabled\u00a0child", "the child with disabilities"),
        ("disabled child, disabled child", "child with disabilities, child with disabilities"),
        ("a non-disabled child", None),
        ("a disabled childhood", None),
        ("the disabled child’s toys", None),
        ("the Law “On the disabled child”", None),
        ("“disabled child” and disabled child", "“disabled child” and child with disabilities"),
    ],
)
def test_grammar_is_kept(text: str, expected: str | None) -> None:
    root = small(text)
    changes = sweep_changes(root, occurrences(root, PAIRS))
    after = applied(root, changes) if changes else root
    assert words_at(after, EId("art_1__para_1")) == (text if expected is None else expected)


def test_the_article_goes_with_the_sound() -> None:
    root = small("An invalid child and an honest one.")
    (change,) = sweep_changes(
        root, occurrences(root, number_pairs("invalid child", "child with disabilities"))
    )
    assert change == Substitute(EId("art_1__para_1"), "An invalid child", "A child with disabilities")


@pytest.mark.parametrize(
    ("text", "fate", "reason"),
    [
        ("the Law “On the disabled child”", Fate.LEFT, "in the title of another act"),
        ("he said “disabled child” aloud", Fate.LEFT, "in a quotation"),
        (
            "the disabled child’s toys",
            Fate.LEFT,
            "a possessive, which the new words cannot take; reword it by hand",
        ),
        (
            "persons with a disability",
            Fate.LEFT,
            "“disability” is near the term and not the term itself; look whether it means it",
        ),
        ("a child with disabilities", Fate.ALREADY, "already in the new form"),
    ],
)
def test_what_is_left_says_why(text: str, fate: Fate, reason: str) -> None:
    (one,) = occurrences(small(text), PAIRS)
    assert (one.fate, one.reason) == (fate, reason)


def test_quotations_are_changed_when_told_so() -> None:
    (one,) = occurrences(small("the Law “On the disabled child”"), PAIRS, in_quotations=True)
    assert (one.fate, one.new) == (Fate.CHANGED, "child with disabilities")


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("disabled child", "disabled children"),
        ("child with disabilities", "children with disabilities"),
        ("orphan-child", "orphan-children"),
        ("person of age", "persons of age"),
        ("body", "bodies"),
        ("boy", "boys"),
        ("church", "churches"),
        ("children", "children"),
        ("Woman", "Women"),
        ("Disabled Child", "Disabled Children"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many


def test_singulars_of_what_is_known() -> None:
    assert singular("disabled children") == "disabled child"
    assert singular("orphan-children") == "orphan-child"
    assert singular("Disabled Children") == "Disabled Child"
    assert singular("laws") == "laws"


@pytest.mark.parametrize(
    ("phrase", "article"),
    [("child", "a"), ("invalid", "an"), ("hour", "an"), ("university", "a"), ("user", "a"), ("orphan", "an")],
)
def test_articles(phrase: str, article: str) -> None:
    assert indefinite_article(phrase) == article


def test_capitals() -> None:
    assert in_case_of("child with disabilities", "Disabled child") == "Child with disabilities"
    assert in_case_of("child", "CHILD") == "CHILD"
    assert in_case_of("child", "child") == "child"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Disabled Children", "Children with Disabilities"),
        ("disabled children", "children with disabilities"),
        ("DISABLED CHILD", "CHILD WITH DISABILITIES"),
        ("Disabled child", "Child with disabilities"),
    ],
)
def test_a_term_is_found_however_it_is_typed(old: str, new: str) -> None:
    found = occurrences(law(), number_pairs(old, new))
    assert [(one.eid, one.words) for one in found if one.fate is Fate.CHANGED] == PLACES
    after = applied(law(), sweep_changes(law(), found))
    assert {eid: words_at(after, EId(eid)) for eid in AFTER} == AFTER


def test_capitals_that_the_text_has_are_kept() -> None:
    assert in_case_found("State Body", "Public Body", "State Body") == "Public Body"
    assert in_case_found("State Body", "Public Body", "STATE BODY") == "PUBLIC BODY"


CUSTODY = "child being left without custody of parents"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("a child being left without custody of parents", []),
        ("children left without custody of parents", ["custody of parents"]),
        ("parents who have lost custody", ["parents who have lost custody"]),
        ("without delay the parents, being present, agree", []),
        ("custody is lost", []),
        ("custody: the court hears, on the day that it has set for it, the parents", []),
    ],
)
def test_only_what_a_long_term_means_is_near(text: str, near: list[str]) -> None:
    found = occurrences(small(text), number_pairs(CUSTODY, "child without a family"))
    assert [one.words for one in found if one.fate is Fate.LEFT] == near


def test_the_law_has_no_noise_near_a_long_term() -> None:
    """Where the law has custody and parents within the length of the term, without the term itself."""
    found = occurrences(law(), number_pairs(CUSTODY, "child without parental care"))
    left = [one for one in found if one.fate is Fate.LEFT]
    assert {word for one in left for word in one.words.lower().split()} & {"custody"}
    assert all("custody" in one.words.lower() and "parent" in one.words.lower() for one in left)
    # 4-1) ... orphaned children, children left without custody of parents in established manner
    assert "art_7__para_3__subpara_4-1" in [one.eid for one in left]


def test_words_are_taken_in_until_they_stand_once() -> None:
    text = "a child and a child of two"
    start, end = standing_once(text, (15, 20))
    assert text[start:end] in ("a child of", "and a child of", "and a child of two", "child of")
    assert text.count(text[start:end]) == 1


def test_the_old_name_of_the_term(lawdiff: Lawdiff, tmp_path: Path) -> None:
    """The translation has no "invalid child": the glossary knows what it has for the same official term."""
    ran = lawdiff(
        "propose", "sweep", "invalid child", "child with disabilities", "--proposals", str(tmp_path)
    )
    assert ran.code == 1
    assert "“invalid child” does not stand in this text" in ran.out
    assert "The glossary has “disabled child” for the same term of the official text" in ran.out
    assert "ребенок-инвалид" in ran.out
    assert list(tmp_path.iterdir()) == []
    ran = lawdiff(
        "propose",
        "sweep",
        "invalid child",
        "child with disabilities",
        "--glossary",
        "--json",
        "--proposals",
        str(tmp_path),
    )
    assert ran.code == 0
    found = json.loads(ran.out)
    assert [(row["eid"], row["words"]) for row in found["occurrences"] if row["fate"] == "changed"] == PLACES
    assert (tmp_path / "child-with-disabilities.md").is_file()


def test_a_proposal_is_not_written_over(lawdiff: Lawdiff, tmp_path: Path) -> None:
    arguments = (
        "propose",
        "sweep",
        "disabled child",
        "child with disabilities",
        "--proposals",
        str(tmp_path),
    )
    assert lawdiff(*arguments).code == 0
    kept = (tmp_path / "child-with-disabilities.md").read_bytes()
    ran = lawdiff(*arguments)
    assert ran.code == 2
    assert "is there already; name another with --slug, or say --replace" in ran.err
    assert lawdiff(*arguments, "--replace").code == 0
    assert (tmp_path / "child-with-disabilities.md").read_bytes() == kept


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("", "child"), "'' is no term"),
        (("...", "child"), "'...' is no term"),
        (("child", "child"), "there is nothing to change"),
        (("child", "Child"), "there is nothing to change"),
        (("child", "ребенок"), "name it with --slug"),
        (("child", "minor", "--slug", "../x"), "is no name of a proposal"),
        (("child", "minor", "--form", "kid"), "--form takes OLD=NEW"),
        (("child", "minor", "--base", "1990-01-01"), "the act was not in force on 1990-01-01"),
    ],
)
def test_bad_sweeps(lawdiff: Lawdiff, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = lawdiff("propose", "sweep", *arguments, "--proposals", str(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_says_what_is_not_proved(lawdiff: Lawdiff, tmp_path: Path) -> None:
    """The note to Article 37 names 210-V of 18 June 2014 alone: in 2012 it was still to come."""
    arguments = ("propose", "sweep", "tobacco", "nicotine", "--base", "2012-01-01", "--dry-run")
    text = " ".join(lawdiff(*arguments, "--proposals", str(tmp_path)).out.split())
    assert "* Article 37(2): " in text
    assert "~ [later wording: 210-V may have changed it since that day]" in text
    found = json.loads(lawdiff(*arguments, "--json", "--proposals", str(tmp_path)).out)
    known = {
        (one["eid"], one["state"], *(reason["law"] for reason in one["because"]))
        for one in found["occurrences"]
        if one["eid"].startswith("art_37")
    }
    assert ("art_37__para_2", "later", "210-V") in known
    assert "art_37__para_5" in found["not_searched"]


def test_a_ledger_past_the_horizon_says_so(lawdiff: Lawdiff, tmp_path: Path) -> None:
    """The last day that a note of the law mentions is 5 July 2014."""
    arguments = ("propose", "sweep", "disabled child", "child with disabilities", "--base", "2026-01-01")
    more = ("--dry-run", "--proposals", str(tmp_path))
    text = " ".join(lawdiff(*arguments, *more).out.split())
    assert text.count("< [last recorded wording, not proof for that day]") == len(PLACES) + 1
    assert "Cautions * The source proves the law up to 2014-07-05." in text
    found = json.loads(lawdiff(*arguments, *more, "--json").out)
    assert {one["state"] for one in found["occurrences"]} == {"earlier"}
    assert found["cautions"][0].startswith("The source proves the law up to 2014-07-05.")


def test_a_ledger_of_proved_words_has_no_cautions(lawdiff: Lawdiff, tmp_path: Path) -> None:
    arguments = ("propose", "sweep", "disabled child", "child with disabilities", "--dry-run", "--json")
    found = json.loads(lawdiff(*arguments, "--proposals", str(tmp_path)).out)
    assert {one["state"] for one in found["occurrences"]} == {"recorded"}
    assert [caution for caution in found["cautions"] if "proves" in caution] == []
