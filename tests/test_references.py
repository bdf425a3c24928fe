"""References inside the law's text: all are found, each means what a reader takes it to mean."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from conftest import Ran, law_evidence, law_timelines
from processor_time import least_seconds
from test_check import corpus, spoil

from lawdiff.history.mentions import mentions
from lawdiff.history.provisions_there import provisions_on
from lawdiff.history.reference_targets import resolve
from lawdiff.history.references import references, referred_by, unsearched
from lawdiff.law.eid import EId
from lawdiff.law.known_act import KnownAct
from lawdiff.law.reference import Reference, ReferenceCertainty, ReferenceKind
from lawdiff.law.timeline import EvidenceScope
from lawdiff.law.wording import State
from lawdiff.sources.act_register import known_acts
from lawdiff.sources.corpus import corpus_root

__all__ = ["corpus"]  # the fixture of test_check

FIXTURES = Path(__file__).parent / "fixtures"
DAY = dt.date(2014, 7, 5)


def rows(name: str) -> list[list[str]]:
    lines = (FIXTURES / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@cache
def acts() -> tuple[KnownAct, ...]:
    return known_acts(corpus_root())


def on(day: dt.date, scope: EvidenceScope = EvidenceScope.ALL) -> tuple[Reference, ...]:
    return references(law_timelines(scope), day, acts())


def pointed(each: Reference) -> str:
    if each.kind is ReferenceKind.OTHER_ACT:
        return each.act_number or each.act_title.partition(" ")[0]
    return each.target or "-"


def test_every_reference_of_the_text() -> None:
    found = [[each.source, each.words, each.kind.value, pointed(each)] for each in on(DAY)]
    wanted = [row[1:] for row in rows("references_345.tsv")]
    assert found == wanted


def test_the_fixture_stands_on_the_lines_of_the_text() -> None:
    lines = law_evidence(EvidenceScope.ALL).edition.printed().splitlines()
    for line, _, words, *_ in rows("references_345.tsv"):
        assert words in lines[int(line) - 1]


def test_a_span_is_that_of_the_words() -> None:
    timelines = law_timelines(EvidenceScope.ALL)
    for each in on(DAY):
        text = timelines.texts[each.source].on(DAY).text
        assert text is not None
        assert text[slice(*each.span)] == each.words


@pytest.mark.parametrize(("text", "words", "meant"), rows("mentions.tsv"))
def test_forms(text: str, words: str, meant: str) -> None:
    timelines = law_timelines(EvidenceScope.ALL)
    there = provisions_on(timelines, DAY)
    found = mentions(text)
    assert [each.words for each in found] == ([] if words == "-" else [words])
    said = [
        f"{each.kind.value} {each.target or '-'}{'!' if each.to_nothing else ''}"
        for mention in found
        for each in resolve(EId("art_39__para_2"), mention, there, timelines.act)
    ]
    assert said == ([] if meant == "-" else meant.split(" | "))


def test_the_article_is_inferred_and_this_article_is_stated() -> None:
    certain = {each.source: each.certainty for each in on(DAY) if each.kind is ReferenceKind.PROVISION}
    assert certain == {
        "art_14__para_4": ReferenceCertainty.INFERRED,
        "art_26__para_2": ReferenceCertainty.INFERRED,
        "art_39__para_2": ReferenceCertainty.STATED,
    }


def test_only_this_law_is_sure_to_be_the_act() -> None:
    for each in on(DAY):
        if each.words.lower() == "the law":
            assert each.kind is ReferenceKind.DOUBTFUL
            assert "law in general" in each.reason
        if each.kind is ReferenceKind.ACT:
            assert each.words == "this Law"


def test_a_paragraph_without_an_article_stands_in_none() -> None:
    timelines = law_timelines(EvidenceScope.ALL)
    (mention,) = mentions("paragraph 2")
    (found,) = resolve(EId("preamble"), mention, provisions_on(timelines, DAY), timelines.act)
    assert found.kind is ReferenceKind.UNKNOWN
    assert "no article" in found.reason


def test_a_reference_resolves_against_the_provisions_of_the_day() -> None:
    timelines = law_timelines(EvidenceScope.ALL)
    (mention,) = mentions("subparagraph 2) of paragraph 1 of Article 7")
    before, after = (
        next(resolve(EId("art_9"), mention, provisions_on(timelines, day), timelines.act))
        for day in (dt.date(2012, 1, 1), DAY)
    )
    assert before.target == after.target == "art_7__para_1__subpara_2"
    assert (before.exists, after.exists) == (True, False)
    assert after.to_nothing
    assert "is not part of the law that day" in after.reason


def test_before_the_act_there_is_nothing() -> None:
    assert on(dt.date(2001, 1, 1)) == ()


def test_restored_words_have_their_references() -> None:
    (found,) = (each for each in on(dt.date(2009, 1, 1)) if each.source == "art_32__para_2")
    assert found.words == "Legislative acts of the Republic of Kazakhstan"
    assert found.state is State.RESTORED


def test_uncertain_words_give_each_reference_once() -> None:
    found = [each for each in on(dt.date(2010, 12, 10)) if each.source == "art_40"]
    assert [each.words for each in found] == ["Laws of the republic of Kazakhstan"]
    assert found[0].state is State.UNCERTAIN


def test_unknown_words_are_named() -> None:
    timelines = law_timelines(EvidenceScope.EDITION)
    hidden = unsearched(timelines, dt.date(2009, 1, 1), (EId("art_14"),))
    assert "art_14__para_4" in hidden
    assert not [each for each in on(dt.date(2009, 1, 1), EvidenceScope.EDITION) if each.source in hidden]


def test_what_refers_to_a_provision() -> None:
    def back(eid: str) -> list[str]:
        return [each.source for each in referred_by(on(DAY), (EId(eid),))]

    assert back("art_39__para_1") == ["art_39__para_2"]
    assert back("art_26__para_1") == ["art_26__para_2"]  # "the Article" holds it
    assert back("art_14") == ["art_14__para_4"]
    assert back("art_20") == []


@pytest.mark.parametrize(
    "unit", ["paragraph 1 of ", "the Law of “", "Articles 1, 2, ", "of the legislation on "]
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def took(size: int) -> float:
        text = (unit * size)[: 20 * size]
        return least_seconds(lambda: mentions(text))

    assert took(8000) < 0.05 + 40 * max(took(800), 0.001)


def test_a_reference_to_nothing_is_a_finding(lawdiff: Callable[..., Ran], corpus: Path) -> None:
    assert "reference-to-nothing" not in lawdiff("check").out
    spoil(corpus, "mentioned in paragraph 1 of this Article", "mentioned in paragraph 9 of this Article")
    out = lawdiff("check", "--corpus", str(corpus)).out
    assert "en.txt:365: warning [reference-to-nothing] “paragraph 9 of this Article”" in out
    assert "there is no Article 39(9) in this edition" in out


def test_the_command(lawdiff: Callable[..., Ran]) -> None:
    ran = lawdiff("refs", "Article 39(2)")
    assert ran.code == 0
    assert "Article 39(2) → Article 39(1)" in ran.out
    assert "Laws of the Republic of Kazakhstan: Article 39(2)" in ran.out
    ran = lawdiff("refs", "art 52")
    assert "Law of 6 January 2011 No. 377-IV" in ran.out


def test_the_command_in_json(lawdiff: Callable[..., Ran]) -> None:
    found = json.loads(lawdiff("refs", "art 14", "--on", "2014-01-01", "--json").out)
    assert (found["provision"], found["date"]) == ("art_14", "2014-01-01")
    (back,) = found["referred_to_by"]
    assert (back["source"], back["target"], back["exists"]) == ("art_14__para_4", "art_14__para_2", True)
    assert {"span", "words", "kind", "certainty", "reason", "state", "act"} <= set(back)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("art 42",), 1, "not part of the law that day"),
        (("art 99",), 2, "there is no Article 99"),
        (("art 7", "--on", "tomorrow"), 2, "is not a day"),
        (("art 20", "--on", "2020-01-01"), 0, "not proof of the law of that day"),
        ((), 0, "references of the whole act"),
        (("--on", "1990-01-01"), 1, "The act is not in force that day."),
        (("--on", "2002-08-18"), 1, "The act is not in force that day."),
        (("--on", "2002-08-19"), 0, "this act, or law in general"),
    ],
)
def test_exit_codes(lawdiff: Callable[..., Ran], arguments: tuple[str, ...], code: int, said: str) -> None:
    ran = lawdiff("refs", *arguments)
    assert ran.code == code
    assert said in " ".join((ran.out + ran.err).split())
