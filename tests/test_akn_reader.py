"""Reading Akoma Ntoso back: any words and states come back the same, and any other file is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from akn_documents import ANYTHING, documents, schema
from conftest import law_evidence, law_timelines
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from lawdiff.law.errors import SourceError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.store.akn import xml_parser
from lawdiff.store.akn.act_documents import document_on
from lawdiff.store.akn.document import TITLE, ActDocument, texts_of
from lawdiff.store.akn.reader import read_akn, read_akn_file
from lawdiff.store.akn.vocabulary import AKN
from lawdiff.store.akn.writer import write_akn
from lawdiff.store.akn.xml_parser import MAX_BYTES, MAX_DEPTH, parse_xml
from lawdiff.store.akn.xml_text import in_attribute, in_text, restored


@cache
def written() -> str:
    """The law of the corpus on the first day of 2012."""
    evidence = law_evidence(EvidenceScope.ALL)
    timelines = law_timelines(EvidenceScope.ALL)
    return write_akn(document_on(timelines, evidence.edition, evidence.laws, dt.date(2012, 1, 1)))


# --- any words, any states


@given(ANYTHING)
def test_any_text_comes_back(text: str) -> None:
    element = f'<a b="{in_attribute(text)}">{in_text(text)}</a>'
    found = parse_xml(element.encode())
    assert (found.value("b"), found.text) == (text, text)
    other = etree.fromstring(element.encode())  # another parser sees the same
    assert (restored(other.get("b", "")), restored(other.text or "")) == (text, text)


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="⟦\ufffe\uffff"), min_size=1)
)
def test_what_xml_can_hold_is_plain_text(text: str) -> None:
    assert etree.fromstring(f"<a>{in_text(text)}</a>".encode()).text == text


def test_what_xml_forbids_is_written_as_its_code() -> None:
    assert in_text("a\x0bb⟦]]>") == "a⟦U+000B⟧b⟦U+27E6⟧]]&gt;"


@settings(max_examples=30)
@given(documents())
def test_any_document_is_valid_and_comes_back(document: ActDocument) -> None:
    text = write_akn(document)
    schema().assertValid(etree.fromstring(text.encode()))
    again = read_akn(text.encode())
    assert again == document
    assert write_akn(again) == text


@cache
def small() -> bytes:
    """A document of one article, to be spoilt."""
    document = read_akn(written().encode())
    act = document.answer.node
    chapter = act.children[1]._replace(children=act.children[1].children[2:3])
    answer = document.answer._replace(node=act._replace(children=(act.children[0], chapter)))
    kept = {eid for eid, _ in texts_of(answer.node)}
    periods = {eid: period for eid, period in document.periods.items() if eid in kept | {TITLE}}
    return write_akn(
        replace(document, answer=answer, periods=periods, effects=document.effects[:3], notes=())
    ).encode()


@settings(max_examples=300)
@given(st.data())
def test_a_spoilt_file_is_read_exactly_or_refused(data: st.DataObject) -> None:
    """Never another error, and never anything but what the file says."""
    content = small()
    at = data.draw(st.integers(0, len(content) - 1))
    length = data.draw(st.integers(0, 40))
    put = data.draw(st.binary(max_size=4) | st.sampled_from([b"", b"1", b"x", b'"', b"art_1", b"<p/>"]))
    spoilt = content[:at] + put + content[at + length :]
    found = read_or_refusal(spoilt)
    if isinstance(found, str):
        assert "\n" not in found
    else:
        assert write_akn(found).encode() == spoilt


def read_or_refusal(content: bytes) -> ActDocument | str:
    """What is read, or the sentence that refuses it."""
    try:
        return read_akn(content)
    except SourceError as refused:
        return str(refused)


# --- what is refused


def changed(old: str, new: str) -> bytes:
    text = written()
    assert old in text
    return text.replace(old, new, 1).encode()


LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE akomaNtoso [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n'
    "<akomaNtoso>&b;</akomaNtoso>"
)
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "not well-formed XML"),
    "no XML": (lambda: b"Article 7", "line 1: not well-formed XML"),
    "half a file": (lambda: written().encode()[:5000], "not well-formed XML"),
    "no UTF-8": (lambda: b"<akomaNtoso>\xff</akomaNtoso>", "not well-formed XML"),
    "UTF-16": (lambda: written().encode("utf-16"), "not as lawdiff writes it"),
    "entities": (LAUGHS.encode, "line 2: a document type"),
    "a document type alone": (lambda: b"<!DOCTYPE html><html/>", "line 1: a document type"),
    "an outer file": (lambda: b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "a document type"),
    "deep": (lambda: b"<a>" * (MAX_DEPTH + 1), "nested deeper"),
    "large": (lambda: b" " * (MAX_BYTES + 1), "bytes"),
    "another vocabulary": (lambda: b"<html/>", "<html> is not an <akomaNtoso> of lawdiff"),
    "another maker's": (lambda: f'<akomaNtoso xmlns="{AKN}"/>'.encode(), "is not an <akomaNtoso> of lawdiff"),
    "another format": (lambda: changed('format="1"', 'format="2"'), "its format is '2'"),
    "a state that is none": (lambda: changed('ld:state="later"', 'ld:state="sure"'), "'sure'"),
    "a reason that is none": (lambda: changed('ld:because="r3"', 'ld:because="r999"'), "r999"),
    "an eId that is none": (lambda: changed('eId="art_7"', 'eId="article-7"'), "article-7"),
    "a day that is none": (lambda: changed('horizon="2014-07-05"', 'horizon="2014-02-30"'), "day"),
    "a law without reference": (lambda: changed('shortForm="36-V"', 'shortForm="37-V"'), "36-V"),
    "an event that is none": (lambda: changed('end="#evt_', 'end="#event_'), "there is no event"),
    "words beside": (lambda: changed("<body ", "<body>x</body><body "), ""),
    "another status": (lambda: changed('status="unknown"', 'status="verbatim"'), "not as lawdiff writes it"),
    "another order": (lambda: changed('name="act" contains', 'contains="x" name="act" old'), "line 3"),
    "a comment": (lambda: changed("<body", "<!-- seen --><body"), "not as lawdiff writes it"),
    "more at the end": (lambda: written().encode() + b"\n", "not as lawdiff writes it"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_any_other_file_is_refused(kind: str) -> None:
    make, said = REFUSED[kind]
    with pytest.raises(SourceError) as refused:
        read_akn(make(), "345.xml")
    assert str(refused.value).startswith("345.xml: ")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_words_that_are_not_known_are_refused() -> None:
    """Neither written nor read: a wording that is unknown has no text."""
    with pytest.raises(SourceError, match="a wording that is unrecorded has words"):
        read_akn(changed('ld:state="later"', 'ld:state="unrecorded"'))


def test_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_parser, "MAX_ELEMENTS", 100)
    with pytest.raises(SourceError, match="line 1: more than 100 elements"):
        read_akn(b"<a>" + b"<b/>" * 100)


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "345.xml"
    with pytest.raises(SourceError, match=r"345\.xml: cannot be read"):
        read_akn_file(path)
    path.write_text(written(), "utf-8")
    assert read_akn_file(path).answer.day == dt.date(2012, 1, 1)


def test_a_part_of_the_act_is_no_document() -> None:
    document = read_akn(written().encode())
    part = document.answer._replace(provision="art_7")
    with pytest.raises(ValueError, match="art_7"):
        write_akn(type(document)(part, *[getattr(document, name) for name in document.__slots__[1:]]))


def test_parsed_lines() -> None:
    root = parse_xml(b"<a>\n  <b>x</b>\n</a>")
    assert [(element.name, element.line, element.text) for element in root.elements] == [("b", 2, "x")]
    assert root.text == ""
