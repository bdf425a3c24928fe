"""Reading a consolidated text: the tree, the notes in their places, and nothing dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import law_evidence
from hypothesis import given
from hypothesis import strategies as st

from lawdiff.law.edition import Edition, NoteForm, Provision
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.corpus import corpus_root
from lawdiff.sources.edition_text import read_edition, read_edition_file

TEXT = (corpus_root() / "kz/2002/345/en.txt").read_bytes().decode("utf-8")


def edition() -> Edition:
    return law_evidence(EvidenceScope.EDITION).edition


def provision(eid: str) -> Provision:
    return next(node for node in edition().walk() if node.eid == eid)


def test_writes_the_source_again_byte_for_byte() -> None:
    assert edition().printed() == TEXT


def test_has_every_provision_in_its_place() -> None:
    expected = (Path(__file__).parent / "fixtures/universe_345.txt").read_text(encoding="utf-8").split()
    found = [
        eid
        for node in edition().walk()
        for eid in ([node.eid, node.eid.heading] if node.heading else [node.eid])
    ]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("eid", "start", "line"),
    [
        ("preamble", "The Law regulates relations", 9),
        ("art_1", "The following basic definitions", 16),
        ("art_1__subpara_14", "children being in difficult real-life situation", 32),
        ("art_7__para_3__subpara_4-1", "carrying out of compulsory arrangement", 92),
        ("art_13__para_2__al_2", "Parents or legal representatives shall have", 138),
        ("art_14-1__para_2__al_5__subpara_4", "carrying out of control of fulfilling", 167),
        ("art_30__para_1__al_11", "Organizations of rendering of assistance", 295),
        ("art_47-2__para_2__al_6", "procedure for drafting annual", 440),
        ("art_51__al_2__subpara_1-2", "carry out coordination and organizational", 560),
        ("art_53", "Coordination of activity of state bodies", 576),
    ],
)
def test_own_text_and_line(eid: str, start: str, line: int) -> None:
    text = provision(eid).text
    assert text is not None
    assert text.text.startswith(start)
    assert text.line == line


def test_excluded_provisions_have_no_words() -> None:
    excluded = {node.eid for node in edition().walk() if node.is_excluded}
    assert excluded == {
        "art_7__para_1__subpara_2",
        "art_7__para_1__subpara_7",
        "art_7__para_2",
        "art_7__para_3__subpara_1",
        "art_42",
        "art_51__al_2__subpara_2",
    }


def test_an_announcement_stands_with_what_follows_it() -> None:
    announced = {note.about for note in edition().all_notes() if note.form is NoteForm.ANNOUNCEMENT}
    assert announced == {"art_1__subpara_14", "art_36__para_3", "art_38"}


def test_a_note_below_the_title_stands_with_its_article() -> None:
    (title_note, closing_note) = provision("art_39").notes
    assert title_note.sentence.startswith("Footnote. Title of Article 39")
    assert closing_note.sentence.startswith("Footnote. Article 39 as amended")


def test_opening_and_closing_lines() -> None:
    assert [line.text for line in edition().opening] == [
        "On the Rights of a Child in the Republic of Kazakhstan",
        "The Law of the Republic of Kazakhstan dated 8 August 2002 No. 345",
        "Unofficial translation",
    ]
    assert [line.text for line in edition().closing] == ["The President", "of the Republic of Kazakhstan"]


def test_horizon_is_the_latest_adoption_that_a_note_mentions() -> None:
    assert law_evidence(EvidenceScope.EDITION).horizon.isoformat() == "2014-07-05"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no article found"),
        (b"Just a letter.\nWith two lines.\n", "no article found"),
        (b"\xff\xfeA\x00", "not UTF-8"),
        ("Article 1. Право".encode("cp1251"), "not UTF-8"),
        (b"x" * 20_000_001, "the limit is"),
    ],
)
def test_a_file_that_is_no_law_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "en.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=says):
        read_edition_file(path, "kz/2002/345", "en")


LINES = st.lists(
    st.sampled_from(
        [
            "",
            "  ",
            "Chapter 1. General",
            "Article 1. Name",
            "Article 2-1. Other name ",
            "      1. A paragraph;",
            "      1) an item;",
            "      4-1) another item;",
            "      Some words.\r",
            "\tWords behind a tab",
            "      2) is excluded by the Law of the Republic of Kazakhstan dated 13.01.2014 No. 159-V;",
            "      Footnote. Article 1 as amended by the Law dated 01.01.2014 No. 1.",
            "      Note of RCLI!",
            "      The President",
            "Flush words",
        ]
    )
    | st.text(st.characters(exclude_characters="\n"), max_size=12),
    max_size=30,
)


@given(LINES)
def test_any_text_with_an_article_comes_back_whole(lines: list[str]) -> None:
    text = "\n".join([*lines, "Article 9. Last"])
    assert read_edition(text, "kz/2002/345", "en").printed() == text


@given(LINES)
def test_every_line_is_read_once(lines: list[str]) -> None:
    text = "\n".join([*lines, "Article 9. Last"])
    found = read_edition(text, "kz/2002/345", "en")
    passages = [*found.opening, *found.closing, *(line for note in found.notes for line in note.lines)]
    for top in found.provisions:
        passages += top.passages()
    taken = [passage.line for passage in passages]
    assert sorted(taken) == [i for i, line in enumerate(text.split("\n"), start=1) if line.strip()]


def test_a_signature_ahead_of_an_article_closes_nothing() -> None:
    found = read_edition("      Words.\n\n      The President\nArticle 1. Name", "kz/2002/345", "en")
    assert found.closing == ()


def test_an_announcement_ahead_of_nothing_is_kept() -> None:
    text = "Article 1. Name\n      Words.\n      Note of RCLI!\nArticle 2. Other\n      Note of RCLI!\n"
    assert read_edition(text, "kz/2002/345", "en").printed() == text


def test_a_number_that_stands_twice_keeps_its_own_eid() -> None:
    found = read_edition("Article 1. Name\n      1) one;\n      1) one again;", "kz/2002/345", "en")
    eids = [node.eid for node in found.walk()]
    assert len(eids) == len(set(eids))
    assert EId("art_1__subpara_1") in eids
