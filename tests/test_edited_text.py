"""The file that a person edits holds the whole act, and survives what editors do to it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from conftest import law_evidence
from test_drafting_loop import HORIZON, law

from lawdiff.drafting.edited_text import editable_text, read_edited_text
from lawdiff.law.act_text import TextNode, changed_nodes, find_node
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.law.timeline import EvidenceScope


def days_of_change() -> list[dt.date]:
    """Every day on which something may begin to apply, and the day after it."""
    evidence = law_evidence(EvidenceScope.ALL)
    windows = [cause.commencement for effect in evidence.effects for cause in effect.causes]
    days = {day for window in windows for day in (window.first, window.last)}
    return sorted({*days, *(day + dt.timedelta(days=1) for day in days)})


def test_every_day_comes_back() -> None:
    for day in days_of_change():
        before = law(day)
        assert read_edited_text(editable_text(before), before) == before, day


def _without_bold(text: str) -> str:
    return text.replace("**", "")


def _plain_lines(text: str) -> str:
    """No list at all: "4-1) text" and "1. text" as paragraphs of their own."""
    return re.sub(r"^ *- (?:\*\*(.+?)\*\*)?", r"\n\1", text, flags=re.MULTILINE)


def _blank_lines(text: str) -> str:
    return text.replace("\n", "\n\n\n")


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _other_bullets(text: str) -> str:
    return re.sub(r"^( *)- ", r"\1* ", text, flags=re.MULTILINE)


def _no_indents(text: str) -> str:
    return re.sub(r"^ +", "", text, flags=re.MULTILINE)


def _trailing_spaces(text: str) -> str:
    return re.sub(r"(?<=\S)$", " ", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    "edit",
    [
        *(_without_bold, _plain_lines, _blank_lines, _crlf, _other_bullets, _no_indents, _trailing_spaces),
        lambda text: _crlf(_blank_lines(_without_bold(text))),
        lambda text: text.rstrip("\n"),
    ],
)
@pytest.mark.parametrize("day", [HORIZON, dt.date(2006, 6, 1)])
def test_what_editors_do_changes_nothing(edit: Callable[[str], str], day: dt.date) -> None:
    before = law(day)
    assert read_edited_text(edit(editable_text(before)), before) == before


@pytest.mark.parametrize(
    "words",
    [
        "*child* and **parent**",
        "a_b_c __d__",
        "[a link](b) ![c](d)",
        "a child & a parent &amp; 1 < 2 > 0",
        "a `code` and ``more``",
        "C:\\law\\* \\",
        "# not a title",
        "- not an item",
        "> not a quotation",
        "+ 5 per cent",
        "= 5",
        "Article 5 of the Law",
        "ребенок-инвалид – дитя",
        '“quoted” «words» "all"',
        "~~~ and --- and ***",
        "<b>bold</b>",
        "http://adilet.zan.kz/eng/docs/Z020000345_",
    ],
)
@pytest.mark.parametrize(
    "place", ["art_5", "art_31__para_1", "art_1__subpara_2", "art_35__para_2__al_2", "preamble"]
)
def test_strange_words_come_back(words: str, place: str) -> None:
    before = law(HORIZON)
    after = _with_text(before, EId(place), words)
    assert read_edited_text(editable_text(after), before) == after


def _with_text(root: TextNode, eid: EId, text: str) -> TextNode:
    assert find_node(root, eid)
    done = changed_nodes(root, lambda node: replace(node, text=text) if node.eid == eid else node)
    assert done is not None
    return done


@pytest.mark.parametrize(
    ("old", "new", "eid", "text"),
    [
        ("- **1.** Disabled child shall", "- 1. Every child shall", "art_31__para_1", "Every child shall"),
        ("- **1.** Disabled child shall", "1. Every child shall", "art_31__para_1", "Every child shall"),
        ("- **1.** Disabled child shall", "\n1\\. Every child shall", "art_31__para_1", "Every child shall"),
        ("  - **4-1)** carrying", "  - 4-1) carrying", "art_7__para_3__subpara_4-1", "carrying"),
        ("  - **4-1)** carrying", "\n4-1) carrying", "art_7__para_3__subpara_4-1", "carrying"),
    ],
)
def test_numbers_as_people_type_them(old: str, new: str, eid: str, text: str) -> None:
    before = law(HORIZON)
    file = editable_text(before)
    assert file.count(old) == 1
    node = find_node(read_edited_text(file.replace(old, new), before), EId(eid))
    assert node is not None
    assert (node.text or "").startswith(text)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "law.md: this is no text of an act; it has titles such as “### Article 1. ...”"),
        ("words", "law.md:1: “words” stands before any article"),
        ("# The Law\n\n## Annex\n", "law.md:3: “Annex” is no title of a chapter or article"),
        (
            "### Article 99. Foo\n\n- bar\n",
            "law.md: Article 99 is no article of the act; only the file of the whole act can add one",
        ),
    ],
)
def test_what_is_no_law(text: str, error: str) -> None:
    with pytest.raises(SourceError) as refused:
        read_edited_text(text, law(HORIZON), "law.md")
    assert str(refused.value) == error
