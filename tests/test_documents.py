"""The documents of a bill: what each of them says."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from document_law import current, proposed
from docx import Document as open_docx
from drafts import opened
from example_proposal import LEDGER, proposal, written

from lawdiff.drafting.certainty import Certainty
from lawdiff.drafting.documents.bill import amendments_and_additions
from lawdiff.drafting.documents.comparative_table import comparative_table
from lawdiff.drafting.documents.document import (
    Block,
    Document,
    Paragraph,
    Style,
    Table,
)
from lawdiff.drafting.documents.documents import NAMES, documents_of
from lawdiff.drafting.documents.ledger_document import ledger_document
from lawdiff.drafting.documents.note_markdown import note_paragraphs
from lawdiff.drafting.documents.phrases import clause_in_words, number_in_words
from lawdiff.drafting.documents.redline import redline_document
from lawdiff.drafting.ledger import ledger_of
from lawdiff.drafting.places_in_words import in_words, top_of
from lawdiff.drafting.proposal import Proposal
from lawdiff.history.applied import applied
from lawdiff.history.redline import Op
from lawdiff.law.act_text import TextNode
from lawdiff.law.amendment import Amendment, Change, Exclude, Insert, Move, Substitute
from lawdiff.law.clause import Clause
from lawdiff.law.eid import EId


def words(block: Block) -> list[str]:
    """The text of a paragraph, or of every paragraph of a table."""
    if isinstance(block, Paragraph):
        return [block.text]
    return [part.text for row in block.rows for each in row for part in each]


def rows(document: Document) -> list[tuple[tuple[str, ...], ...]]:
    """The rows of the first table: for each cell the text of its paragraphs."""
    table = next(block for block in document.blocks if isinstance(block, Table))
    return [tuple(tuple(part.text for part in each) for each in row) for row in table.rows]


def test_five_documents_in_three_forms() -> None:
    assert sorted(written()) == sorted(f"{name}.{form}" for name in NAMES for form in ("md", "html", "docx"))
    assert len(written()) == 15


def test_the_bill_is_in_the_form_of_kazakh_bills() -> None:
    lines = [line.text for line in open_docx(io.BytesIO(written()["bill.docx"])).paragraphs]
    assert lines[:8] == [
        "Draft",
        "LAW OF THE REPUBLIC OF KAZAKHSTAN",
        "On introducing amendments and additions to the Law of the Republic of Kazakhstan “On the Rights of "
        "the Child”",
        "Article 1. To introduce amendments and additions to the Law of the Republic of Kazakhstan of 8 "
        "August 2002 No. 345 “On the Rights of the Child”:",
        "1) throughout the text the words “essentiallyinfringes” shall be substituted by the words "
        "“essentially infringes”;",
        "2) subparagraph 12) of Article 1 shall be in the following wording:",
        "“12) child with disabilities – a person under eighteen years of age who has long-term physical, "
        "mental, intellectual or sensory impairments;”;",
        "3) Article 5 shall be excluded;",
    ]
    assert lines[lines.index("7) in Article 8:") :][:6] == [
        "7) in Article 8:",
        "paragraph 5 shall be considered paragraph 6;",
        "supplement with paragraph 5 of the following wording:",
        "“5. Every child with disabilities shall have the right to:",
        "1) early diagnosis;",
        "2) rehabilitation.”;",
    ]
    assert lines[-3:] == [
        "13) part two of paragraph 2 of Article 50 shall be excluded.",
        "Article 2. This Law shall be enforced upon the expiry of ten calendar days after the day of its "
        "first official publication.",
        "The President of the Republic of Kazakhstan",
    ]


_PARAGRAPH = EId("art_4__para_3")
_NEW = Insert(EId("art_4"), TextNode(_PARAGRAPH, "3.", text="New words."))
_GONE = Exclude(EId("art_5"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([_GONE], "an amendment"),
        ([_GONE, _GONE], "amendments"),
        ([_NEW], "an addition"),
        ([_NEW, _NEW], "additions"),
        ([_GONE, _NEW, _NEW], "an amendment and additions"),
        ([_GONE, _GONE, _NEW], "amendments and an addition"),
        ([Substitute(_PARAGRAPH, "the child", "the child, the parents")], "an addition"),
        ([Substitute(_PARAGRAPH, "the child", "the parents")], "an amendment"),
        ([Substitute(_PARAGRAPH, "the child", "")], "an amendment"),
    ],
)
def test_a_bill_names_amendments_and_additions(changes: list[Change], said: str) -> None:
    assert amendments_and_additions(changes) == said


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        ("after_publication:10", "upon the expiry of ten calendar days after PUB"),
        ("after_publication:21", "upon the expiry of twenty-one calendar days after PUB"),
        ("after_publication:1m", "upon the expiry of one month after PUB"),
        ("after_publication:6m", "upon the expiry of six months after PUB"),
        ("on_publication", "from PUB"),
        ("from:2015-01-01", "from 1 January 2015"),
    ],
)  # fmt: skip
def test_a_commencement_in_words(clause: str, sentence: str) -> None:
    sentence = sentence.replace("PUB", "the day of its first official publication")
    assert clause_in_words(Clause.parse(clause)) == f"This Law shall be enforced {sentence}."


def test_a_bill_without_a_clause_has_one_article() -> None:
    file = replace(proposal().file, commencement=Clause.parse("none"))
    bill = dict(documents_of(replace(proposal(), file=file), ()))["bill.md"].decode()
    assert "Article 1." in bill
    assert "<strong>Article 2." not in bill
    assert "enforced" not in bill


def test_numbers_in_words() -> None:
    assert [number_in_words(number) for number in (0, 12, 19, 20, 45, 99, 180)] == [
        "zero", "twelve", "nineteen", "twenty", "forty-five", "ninety-nine", "180"
    ]  # fmt: skip


def test_the_table_has_a_row_for_each_changed_element_in_the_order_of_the_law() -> None:
    found = rows(comparative_table(proposal()))
    assert [row[0] for row in found] == [(f"{number}.",) for number in range(1, len(found) + 1)]
    assert [row[1][0] for row in found] == [
        "Subparagraph 12) of Article 1",
        "Article 5",
        "Title of Chapter 2",
        "Title of Article 6",
        "Subparagraph 4) of paragraph 2 of Article 6",
        "New subparagraph 4-2) of paragraph 3 of Article 7",
        "New paragraph 5 of Article 8",
        "Paragraph 5 of Article 8",
        "Title of Article 31",
        "Paragraph 1 of Article 31",
        "Paragraph 2 of Article 31",
        "Paragraph 3 of Article 31",
        "Paragraph 2 of Article 37",
        "Article 38",
        "New part three of paragraph 4 of Article 47-5",
        "New Article 49-1",
        "Part two of paragraph 2 of Article 50",
        "Paragraph 3 of Article 50",
    ]


def test_the_table_sets_the_wordings_side_by_side() -> None:
    found = {row[1][0]: row[2:] for row in rows(comparative_table(proposal()))}
    assert found["New Article 49-1"] == (
        ("Absent.",),
        (
            "Article 49-1. Mediation",
            "1. A conflict in which a child takes part may be settled by mediation.",
            "2. Mediation shall be free of charge.",
        ),
        ("Mediation spares the child a trial.",),
    )
    assert found["Article 5"] == (
        (
            "Article 5. Prohibition of restricting rights of a child",
            "Rights of a child may not be restricted, with the exception of cases established by the Laws of "
            "the Republic of Kazakhstan.",
        ),
        ("Exclude.",),
        ("Article 39 of the Constitution says the same.",),
    )
    assert [len(part) for part in found["Article 38"]] == [3, 4, 1]
    assert found["Title of Chapter 2"][:2] == (
        ("Chapter 2. State policy in favor of children",),
        ("Chapter 2. State policy in the interests of children",),
    )


def changed(*changes: Change) -> list[tuple[str, str, str]]:
    """The rows of the table of other changes: element, and the first lines of both wordings."""
    after = applied(proposal().before, changes)
    amendments = tuple(Amendment(change, 1, "Why.") for change in changes)
    table = rows(comparative_table(replace(proposal(), amendments=amendments, after=after)))
    assert all(row[4] == ("Why.",) for row in table)
    return [(row[1][0], row[2][0], row[3][0]) for row in table]


def test_a_chapter_that_goes_is_one_row() -> None:
    assert changed(Exclude(EId("chp_7"))) == [("Chapter 7", "Chapter 7. Child and society", "Exclude.")]


def test_what_moves_past_others_is_told_in_both_places() -> None:
    old = "Prohibition of restricting rights of a child"
    assert changed(Move(EId("art_5"), EId("art_3-1"))) == [
        ("New Article 3-1", "Now Article 5.", f"Article 3-1. {old}"),
        ("Article 5", f"Article 5. {old}", "To be Article 3-1."),
    ]


def test_a_passage_in_the_place_of_another_is_two_rows() -> None:
    passage = EId("art_50__para_2__al_2")
    new = Insert(EId("art_50__para_2"), TextNode(passage, "", text="Benefits go on."))
    assert [row[0] for row in changed(Exclude(passage), new)] == [
        "Part two of paragraph 2 of Article 50",
        "New part two of paragraph 2 of Article 50",
    ]


def test_a_wording_that_is_not_proved_says_so_in_the_table() -> None:
    remarks = {row[1][0]: row[2][-1] for row in rows(comparative_table(proposal())) if "[" in row[2][-1]}
    said = "[later wording: 210-V may have changed it since; not proved for 5 July 2014]"
    assert remarks == {"Paragraph 2 of Article 37": said}


def test_changed_words_are_marked_in_both_columns() -> None:
    table = next(block for block in comparative_table(proposal()).blocks if isinstance(block, Table))
    row = table.rows[8]
    assert [run.text for run in row[2][0].runs if run.op is Op.DELETE] == ["disabled"]
    assert "".join(run.text for run in row[3][0].runs if run.op is Op.INSERT) == "awith disabilities "
    assert all(run.bold == (run.op is not Op.EQUAL) for each in row[2:4] for run in each[0].runs)


def test_the_redline_holds_both_texts() -> None:
    law = [
        block
        for block in redline_document(proposal()).blocks
        if isinstance(block, Paragraph) and block.style in (Style.LAW, Style.LAW_TITLE)
    ]
    assert [text(block, Op.INSERT) for block in law if block.op is not Op.INSERT] == current()
    assert [text(block, Op.DELETE) for block in law if block.op is not Op.DELETE] == proposed()


def text(block: Paragraph, without: Op) -> str:
    return "".join(run.text for run in block.runs if run.op is not without)


def remarks(document: Document, style: Style) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph) and block.style is style]


def behind(document: Document) -> dict[str, list[str]]:
    """The remarks in place, by the passage of the law that they stand behind."""
    found: dict[str, list[str]] = {}
    passage = ""
    for block in document.blocks:
        assert isinstance(block, Paragraph)
        if block.style is Style.ASIDE:
            found.setdefault(passage, []).append(block.text)
        passage = block.text[:20] if block.style is not Style.ASIDE else passage
    return found


# The note to Article 37: 210-V of 18.06.2014, enforced 21 days after publication, that is after 5 July.
LATER = "later wording: 210-V may have changed it since; not proved for 5 July 2014"
NOWHERE = "no source has the wording of 5 July 2014; 210-V replaced or excluded it"


def test_the_redline_says_what_is_not_proved() -> None:
    redline = redline_document(proposal())
    assert remarks(redline, Style.REMARK)[1:-1] == [
        f"Not certain: paragraph 2 of Article 37 – {LATER}.",
        f"Not certain: paragraph 5 of Article 37 – {NOWHERE}.",
    ]
    excluded = ["[to be excluded; the number stays]"]
    assert behind(redline) == {
        "Article 5. Prohibiti": excluded,
        "4) responsibility of": excluded,
        "2. Sale of alcoholic": [f"[{LATER}]"],
        "5.": [f"[{NOWHERE}]"],
    }


def test_the_remarks_are_printed_in_every_form() -> None:
    for form in ("md", "html"):
        assert written()[f"redline.{form}"].decode().count(LATER) == 2
    word = [each.text for each in open_docx(io.BytesIO(written()["redline.docx"])).paragraphs]
    assert word.count(f"[{LATER}]") == 1


def touching_article_40(base: str) -> Proposal:
    return opened(
        "Article 40 shall be in the following wording:\n\n"
        "   > Article 40. Protection of a child from exploitation\n"
        "   > Involvement of a child in prostitution shall entail responsibility.\n",
        base,
    )


def struck_or_underlined(document: Document) -> str:
    """All words of a document that are marked as going or coming."""
    blocks = [block for block in document.blocks if isinstance(block, Paragraph)]
    tables = [block for block in document.blocks if isinstance(block, Table)]
    blocks += [part for table in tables for row in table.rows for each in row for part in each]
    return " ".join(run.text for block in blocks for run in block.runs if run.op is not Op.EQUAL)


def test_a_day_inside_a_window_has_both_wordings() -> None:
    """354-IV of 23.11.2010 comes into force ten days after a publication that is due within thirty: between 4
    December and 3 January. Article 40 is in its wording, or still in the one before."""
    open_window = touching_article_40("2010-12-10")
    window = "354-IV (in force from a day between 4 December 2010 and 3 January 2011)"
    reason = f"uncertain wording, because of {window}; not proved for 10 December 2010"
    redline, table = redline_document(open_window), comparative_table(open_window)
    top = f"Not certain: all of the current text that is shown here – {reason}."
    assert remarks(redline, Style.REMARK)[1:-1] == [top]
    assert remarks(table, Style.REMARK)[1:] == [top]
    words = (
        "Involvement of a child in prostitution shall entail responsibility provided by the Laws of the "
        "republic of Kazakhstan."
    )
    both = (
        f"[{reason}: either “{words}” (as recorded; 354-IV decides), "
        "or a wording that no source has (354-IV replaced or excluded it)]"
    )
    assert both in remarks(redline, Style.ASIDE)
    (row,) = rows(table)
    assert both in row[2]
    for document in (redline, table):
        marked = struck_or_underlined(document)
        assert "not known" not in marked
        assert "excluded" not in marked
        assert "provided by the Laws" not in marked
        assert "entail responsibility" in marked


def test_what_is_excluded_has_no_words_to_strike() -> None:
    """“2) is excluded by the Law” stands in Article 7(1): its number goes with the article, and no words."""
    gone = opened("Article 7 shall be excluded;")
    for document in (redline_document(gone), comparative_table(gone)):
        marked = struck_or_underlined(document)
        assert "xcluded" not in marked
        assert "1) development of the basis of state policy" in marked
    # 2) and 7) of paragraph 1, paragraph 2, and 1) of paragraph 3
    assert remarks(redline_document(gone), Style.ASIDE).count("[excluded already]") == 4


def test_past_the_horizon_one_sentence_speaks_of_the_whole() -> None:
    """The last law that a note names was adopted on 5 July 2014."""
    amendments = "in Article 9 the words “Each child” shall be substituted by the words “Every child”;"
    late = opened(amendments, "2026-01-01")
    reason = (
        "last recorded wording: the sources prove the law up to 5 July 2014; not proved for 1 January 2026"
    )
    redline = redline_document(late)
    assert remarks(redline, Style.REMARK)[1:-1] == [
        f"Not certain: all of the current text that is shown here – {reason}."
    ]
    law = remarks(redline, Style.LAW) + remarks(redline, Style.LAW_TITLE)
    short = "[last recorded wording; not proved for 1 January 2026]"
    assert remarks(redline, Style.ASIDE) == [short] * len(law)


def test_no_place_is_left_out_of_the_list() -> None:
    """In 2006 most of the law's notes were still to come: far more than five places, and each is named."""
    amendments = "throughout the text the words “child” shall be substituted by the words “minor”;"
    early = opened(amendments, "2006-01-01")
    redline = redline_document(early)
    certainty = Certainty(early.base)
    named = " ".join(remarks(redline, Style.REMARK))
    assert "more that are marked" not in named
    texts = [(top_of(eid), eid, words) for eid, words in early.before.texts()]
    touched = {top for top, _, words in texts if re.search(r"\bchild\b", words)}
    unproved = {top for top, eid, _ in texts if top in touched and certainty.reason(eid)}
    assert len(unproved) > 20
    for top in unproved:
        assert re.search(rf"{in_words(top)}\b", named), top


def test_the_ledger_counts_and_lists() -> None:
    document = ledger_document(proposal(), LEDGER)
    assert words(document.blocks[2]) == [
        "2 occurrences in the Law of the Republic of Kazakhstan of 8 August 2002 No. 345 “On the Rights of "
        "the Child”, on 5 July 2014: 1 changed and 1 already in the new form."
    ]
    assert rows(document) == [
        (
            ("1.",),
            ("Title of Article 31",),
            ("Rights of disabled child to full life",),
            ("child with disabilities",),
            ("Changed: the title of an article",),
        ),
        (
            ("2.",),
            ("Paragraph 3 of Article 15",),
            ("for children with disabilities in schools",),
            ("–",),
            ("Already in the new form",),
        ),
    ]


def test_the_ledger_says_what_is_not_proved() -> None:
    """On 1 January 2026 nothing is; the note to Article 37 names 210-V of 2014 alone."""
    sweep = '[[sweep]]\nforms = [["tobacco", "nicotine"]]\n'
    amendments = "in paragraph 2 of Article 37 the words “tobacco products” shall be excluded;"
    beyond = "The source proves the law up to 2014-07-05."
    for base, said, is_beyond in (
        ("2026-01-01", "last recorded wording", True),
        ("2012-01-01", "later wording: 210-V may have changed it since", False),
    ):
        proposal = opened(amendments, base, sweep)
        document = ledger_document(proposal, ledger_of(proposal))
        found = [row[-1] for row in rows(document) if row[1] == ("Paragraph 2 of Article 37",)]
        assert found
        assert all(row[-1].startswith(f"[{said}; not proved for 1 January ") for row in found)
        told = remarks(document, Style.REMARK)
        assert any(text.startswith(beyond) for text in told) is is_beyond


def test_without_a_sweep_the_ledger_says_so() -> None:
    blocks = ledger_document(proposal(), ()).blocks
    assert words(blocks[-1]) == [
        "This proposal replaces no term throughout the law, so there is no ledger of it."
    ]
    assert not any(isinstance(block, Table) for block in blocks)


def test_the_note_tells_what_why_when_and_what_is_not_certain() -> None:
    lines = written()["explanatory-note.html"].decode()
    for said in (
        "<strong>Proposed by: </strong>Coalition of NGOs for the rights of the child",
        "the term “child with disabilities” <em>instead of</em> others;",
        "5 substitutions of words, 2 new wordings, 3 new titles, 4 new provisions, 3 exclusions and 1 change "
        "of number, in 13 items of the bill.",
        "<strong>Article 47-5: </strong>A child cannot wait.",
        "article 42(3)",
        "<strong>Paragraph 2 of Article 37: </strong>later wording: 210-V may have changed it since",
    ):
        assert said in lines


def test_the_markdown_of_a_note_is_read() -> None:
    note = "# Aims\n\n- one *i* **b**\n  going on\n\n  more\n  1. inner\n\n7) seven\n\n> said `x`\n\n[a](https://b.kz)"
    found = [(each.style, each.label, each.level, each.text) for each in note_paragraphs(note)]
    assert found == [
        (Style.HEADING, "", 0, "Aims"),
        (Style.LIST, "•", 0, "one i b going on"),
        (Style.LIST, "", 0, "more"),
        (Style.LIST, "1.", 1, "inner"),
        (Style.LIST, "7)", 0, "seven"),
        (Style.BODY, "", 0, "said x"),
        (Style.BODY, "", 0, "a (https://b.kz)"),
    ]
