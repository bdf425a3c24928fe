"""The Markdown of the history loses nothing: every page reads back, and the edition comes out again."""

from __future__ import annotations

import datetime as dt
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lawdiff.history.asof import act_on
from lawdiff.history.clocks import causes_of, tick_day
from lawdiff.history.engine import fold
from lawdiff.law.commencement import Basis, Commencement
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.law.evidence import Evidence
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope
from lawdiff.law.wording import Possibility, Reason, State, Wording
from lawdiff.sources.corpus import corpus_root, read_act
from lawdiff.sources.evidence import gather
from lawdiff.store.act_markdown import act_markdown
from lawdiff.store.act_pages import ActPages
from lawdiff.store.act_reader import read_act_page
from lawdiff.store.article_markdown import article_markdown
from lawdiff.store.layout import PrintedLine, common_indent, exceptions, lines_of, printed, with_exceptions
from lawdiff.store.markdown_blocks import read_blocks, text_of
from lawdiff.store.markdown_reader import read_article
from lawdiff.store.markdown_text import escape, escape_inside
from lawdiff.store.object_ids import blob_id, commit_id, tree_id
from lawdiff.store.page import ActPage, Item, Label, Link, Page, Quote, Section
from lawdiff.store.replay import replayed, usual_lines

NO_CONTROL = st.characters(exclude_characters="\0\n", exclude_categories=["Cs"])
TEXTS = st.text(NO_CONTROL, min_size=1).map(str.strip).filter(bool)
HOSTILE = (
    "2014. was a year", "1) one", "- dash", "+ plus", "* star", "> quote", "# sign", "=== rule", "--- rule",
    "a_b_c _d_ __e__", "x * y ** z", "`code` ``two``", "[link](a) ![image](b)", "<b>bold</b> <!-- x -->",
    "&amp; & &#65; R&D", "a \\ b \\* c\\", "| cell | cell |", "~~gone~~", "$1 and $2", "tab\there", "end #",
    "[x] task", "http://example.org/a_b", "no\u00a0break", "line\u2028separator", "form\x0cfeed", "cr\rcr",
)  # fmt: skip


def words_read(markdown: str) -> str:
    """The words that a third party's parser reads in a Markdown text of one block."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    (inline,) = (token for token in tokens if token.type == "inline")
    assert {token.type for token in inline.children or ()} <= {"text", "strong_open", "strong_close"}
    return "".join(token.content for token in inline.children or ())


@pytest.mark.parametrize(
    ("before", "in_front"),
    [("", ""), ("- ", ""), ("> ", ""), ("> - ", ""), ("- **1.** ", "1. "), ("# Article 1. ", "Article 1. ")],
)
@given(text=TEXTS)
def test_escaped_text_is_read_as_it_was(before: str, in_front: str, text: str) -> None:
    assert words_read(before + escape(text)) == in_front + text


@given(TEXTS)
def test_a_cell_is_read_as_it_was(text: str) -> None:
    table = read_blocks(f"| a |\n| --- |\n| {escape_inside(text)} |\n")[0]
    assert text_of(table.blocks[1].blocks[0].blocks[0].spans) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text(text: str) -> None:
    why = reason("1-V", source=text)
    words = Wording(State.RECORDED, text)
    items = (
        Item(EId("art_1"), "", words),
        Item(EId("art_1__para_1"), "1.", Wording(State.LATER, text, (why,))),
        Item(
            EId("art_1__para_2"),
            "2.",
            Wording(State.UNCERTAIN, None, (why,), (Possibility(State.LATER, text, ()),)),
        ),
    )
    note = Quote(Label.FOOTNOTE, (text, text))
    page = Page(EId("art_1"), "Article 1", words, items, (note,), (note,), (why,))
    assert read_article(article_markdown(page), page.eid) == page


def test_nul_is_refused() -> None:
    with pytest.raises(SourceError, match="NUL"):
        escape("a\0b")


def test_words_that_need_no_escape_stay_as_they_are() -> None:
    text = "Note of RCLI! (see art. 2); “words” – 5 > 4, one_of ]"
    assert escape(text) == text
    assert escape_inside("2014. year") == "2014. year"


def reason(law: str, kind: str = "amend", source: str = "footnote, en.txt line 3") -> Reason:
    when = Commencement(dt.date(2012, 7, 21), dt.date(2012, 8, 20), Basis.WINDOW)
    return Reason(law, dt.date(2012, 7, 10), when, kind, "stated", source)


UNKNOWN = Reason("?", None, None, "amend", "unknown", "older notes are lost with a rewording")
A, B, C = reason("36-V"), reason("36-V", "insert"), reason("102-V")
WORDS = Wording(State.RECORDED, "words")


def uncertain(*reasons: Reason) -> Wording:
    possibilities = (
        Possibility(State.RECORDED, "as it is", ()),
        Possibility(State.LATER, "1) as later", reasons),
        Possibility(State.ABSENT, None, reasons),
    )
    return Wording(State.UNCERTAIN, None, reasons, possibilities)


def page(
    *items: Item,
    heading: Wording | None = WORDS,
    before: tuple[Quote, ...] = (),
    after: tuple[Quote, ...] = (),
    reasons: tuple[Reason, ...] = (A, B, C, UNKNOWN),
) -> Page:
    return Page(EId("art_7"), "Article 7", heading, items, before, after, reasons)


def item(eid: str, num: str = "", wording: Wording | None = WORDS, *children: Item, quotes: int = 0) -> Item:
    notes = tuple(Quote(Label.ANNOUNCED, (f"Note of RCLI {n}!", "2. is to come")) for n in range(quotes))
    return Item(EId(eid), num, wording, notes, children)


PAGES = {
    "own text alone": page(item("art_7")),
    "own text and what it introduces": page(item("art_7"), item("art_7__subpara_1", "1)")),
    "passages behind an own text": page(
        item("art_7"), item("art_7__subpara_1", "1)"),
        item("art_7__al_2", "", WORDS, item("art_7__al_2__subpara_1-1", "1-1)")), item("art_7__para_1", "1."),
    ),
    "passages without an own text": page(item("art_7__al_2"), item("art_7__al_3"), item("art_7__al_5")),
    "a paragraph without words": page(
        item("art_7__para_1", "1.", None, item("art_7__para_1__subpara_2", "2)"))
    ),
    "a passage without words": page(item("art_7__al_2", "", None, item("art_7__al_2__subpara_2", "2)"))),
    "a number alone": page(item("art_7__para_3", "3.", Wording(State.RECORDED, ""))),
    "a number of another form": page(item("art_7__para_3a", "§ 3a")),
    "every state": page(*(
        item(f"art_7__para_{n}", f"{n}.", Wording(state, "text" if n < 5 else None, (A, C)))
        for n, state in enumerate((State.RECORDED, State.RESTORED, State.LATER, State.EARLIER,
                                   State.UNRECORDED, State.ABSENT), start=1)
    )),
    "no reasons": page(
        item("art_7", "", Wording(State.ABSENT, None)), heading=Wording(State.UNRECORDED, None)
    ),
    "uncertain, with notes and children": page(
        item("art_7__para_1", "1.", uncertain(A, C), item("art_7__para_1__subpara_1", "1)"), quotes=2)
    ),
    "an uncertain own text": page(item("art_7", "", uncertain(B)), item("art_7__subpara_1", "1)")),
    "an uncertain heading": page(item("art_7"), heading=uncertain(B, UNKNOWN)),
    "no heading": page(item("art_7"), heading=None),
    "a heading with a full stop": page(
        item("art_7"), heading=Wording(State.LATER, "One. Two. 3.", (UNKNOWN,))
    ),
    "an absent heading": page(
        item("art_7", "", Wording(State.ABSENT, None, (B,))),
        heading=Wording(State.ABSENT, None, (B,)),
        before=(Quote(Label.FOOTNOTE, ("one", "two")), Quote(Label.PRINTED_TITLE, ("Old title",))),
        after=(Quote(Label.FOOTNOTE, ("- last",)), Quote(Label.FOOTNOTE, ("very last",))),
    ),
    "no laws": page(item("art_7"), reasons=()),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_back(name: str) -> None:
    text = article_markdown(PAGES[name])
    assert read_article(text, EId("art_7")) == PAGES[name], text


@pytest.mark.parametrize("name", PAGES)
def test_blocks_read_alone_are_the_blocks_of_the_file(name: str) -> None:
    whole = MarkdownIt("commonmark").enable("table").parse(article_markdown(PAGES[name]))
    kinds = [token.type.removesuffix("_open") for token in whole if token.level == 0 and token.nesting >= 0]
    assert [block.kind for block in read_blocks(article_markdown(PAGES[name]))] == kinds


def test_the_form_of_an_article() -> None:
    shown = page(
        item("art_7__para_1", "1.", Wording(State.RECORDED, "Powers shall include:"),
             item("art_7__para_1__subpara_2", "2)", Wording(State.UNRECORDED, None, (A,))),
             item("art_7__para_1__subpara_4-1", "4-1)", uncertain(B))),
        after=(Quote(Label.FOOTNOTE, ("Footnote. Article 7 as amended",)),),
        reasons=(A, B, UNKNOWN),
    )  # fmt: skip
    assert (
        article_markdown(shown)
        == """\
# Article 7. words

- **1.** Powers shall include:
  - **2)** `unrecorded: 36-V`
  - **4-1)** `uncertain: 36-V/2`
    - `or recorded` as it is
    - `or later: 36-V/2` 1\\) as later
    - `or absent: 36-V/2`

> **Footnote:** Footnote. Article 7 as amended

## Laws behind the marks

| Mark | Adopted | In force | Basis | Kind | Certainty | Source |
| --- | --- | --- | --- | --- | --- | --- |
| 36-V | 2012-07-10 | 2012-07-21..2012-08-20 | window | amend | stated | footnote, en.txt line 3 |
| 36-V/2 | 2012-07-10 | 2012-07-21..2012-08-20 | window | insert | stated | footnote, en.txt line 3 |
| ? | unknown | unknown | unknown | amend | unknown | older notes are lost with a rewording |
"""
    )


@pytest.mark.parametrize(
    "text",
    ["", "no heading\n", "# A. b\n\n- x `later: 9`\n", "# A. b\n\n1. x\n", "# A. b\n\n- x `later` y\n",
     "# A. b\n\n- *x*\n", "# A. b\n\n> x\n", "# A. b\n\n```\nx\n```\n", "# A. b\n\n- x `what`\n",
     "# A. b\n\n## Laws behind the marks\n\n| a |\n| --- |\n| b |\n"],
)  # fmt: skip
def test_what_lawdiff_did_not_write_is_refused(text: str) -> None:
    with pytest.raises(SourceError):
        read_article(text, EId("art_1"))


def test_the_page_of_an_act_reads_back() -> None:
    links = (Link(EId("art_1"), "Article 1", "On [all] things_", State.RECORDED),
             Link(EId("art_2"), "Article 2", None, State.ABSENT))  # fmt: skip
    inner = Section(EId("sec_1-1"), "Section 1-1", WORDS, (item("sec_1-1"),), parts=links)
    deep = Section(EId("part_1"), "Part 1", uncertain(A), parts=(inner,))
    act = ActPage(
        title=uncertain(A),
        opening=("2001. The Law", "of many lines"),
        quotes=(Quote(Label.FOOTNOTE, ("one", "two")), Quote(Label.FOOTNOTE, ("three",))),
        facts=(("Act", "kz/2002/345"), ("Number", "345|6")),
        preamble=Section(EId("preamble"), "", None, (item("preamble"), item("preamble__al_2")),
                         after=(Quote(Label.FOOTNOTE, ("note",)),)),
        contents=(*links, deep),
        closing=("The President",),
        reasons=(A,),
        layout='{"end": [""]}',
    )  # fmt: skip
    assert read_act_page(act_markdown(act)) == act
    bare = replace(
        act, title=WORDS, opening=(), quotes=(), preamble=None, contents=links, closing=(), reasons=()
    )
    assert read_act_page(act_markdown(bare)) == bare


LINES = st.builds(
    PrintedLine,
    st.sampled_from("abcde"),
    st.sampled_from(["", " ", "1. "]),
    st.sampled_from(["", "\r", " -->"]),
    st.lists(st.sampled_from(["", "  "]), max_size=2).map(tuple),
)


@given(st.lists(LINES), st.lists(LINES), st.lists(st.sampled_from(["", " "]), max_size=2).map(tuple))
def test_any_layout_comes_back(
    usual: list[PrintedLine], lines: list[PrintedLine], end: tuple[str, ...]
) -> None:
    text = exceptions(usual, lines, end)
    assert "-->" not in text
    assert with_exceptions(usual, text) == (lines, end)


@pytest.fixture(scope="module", params=list(EvidenceScope), ids=lambda scope: scope.value)
def folded(request: pytest.FixtureRequest) -> tuple[Evidence, ActTimelines, ActPages]:
    evidence = gather(read_act(corpus_root(), "kz/2002/345"), request.param)
    timelines = fold(evidence, request.param, Clock.SEQUENCE)
    return evidence, timelines, ActPages(timelines, evidence.edition, tick_day(0))


def test_every_article_at_every_step_reads_back(folded: tuple[Evidence, ActTimelines, ActPages]) -> None:
    _, _, pages = folded
    versions = [page for versions in pages.articles.values() for _, page in versions if page]
    assert len(pages.articles) == 68
    assert len(versions) > 68
    for each in versions:
        assert read_article(article_markdown(each), each.eid) == each


def test_the_act_at_every_step_reads_back(folded: tuple[Evidence, ActTimelines, ActPages]) -> None:
    _, _, pages = folded
    for day in pages.act_days():
        assert read_act_page(act_markdown(pages.act(day))) == pages.act(day)


def test_the_pages_say_what_asof_says(folded: tuple[Evidence, ActTimelines, ActPages]) -> None:
    evidence, timelines, pages = folded
    for tick in range(len(causes_of(evidence)) + 1):
        day = tick_day(tick)
        answers = {node.eid: node for node in act_on(timelines, day).node.walk() if node.eid.kind == "art"}
        for eid, versions in pages.articles.items():
            shown = [page for start, page in versions if start <= day][-1]
            items = [each for top in shown.items for each in top.walk()] if shown else []
            node = answers[eid]
            said = {
                n.eid: n.wording
                for n in node.walk()
                if n.has_own_text and n.wording.state is not State.ABSENT
            }
            written = {i.eid: i.wording for i in items if i.wording and i.wording.state is not State.ABSENT}
            assert written == said
            assert [i.eid for i in items if i.eid in said] == list(said)
            if shown:
                assert shown.heading == node.heading


def test_the_edition_comes_out_again(folded: tuple[Evidence, ActTimelines, ActPages]) -> None:
    evidence, _, pages = folded
    last = tick_day(len(causes_of(evidence)))
    articles = {eid: page for eid, versions in pages.articles.items() if (page := versions[-1][1])}
    lines, end = lines_of(evidence.edition)
    usual = usual_lines(pages.act(last), articles, common_indent(lines))
    layout = exceptions(usual, lines, end)
    assert printed(lines, end) == evidence.edition.printed()
    assert replayed(replace(pages.act(last), layout=layout), articles) == evidence.edition.printed()
    assert layout == "{}"


def test_article_7_as_enacted() -> None:
    evidence = gather(read_act(corpus_root(), "kz/2002/345"), EvidenceScope.EDITION)
    pages = ActPages(fold(evidence, EvidenceScope.EDITION, Clock.SEQUENCE), evidence.edition, tick_day(0))
    first = pages.articles[EId("art_7")][0][1]
    assert first is not None
    text = article_markdown(first)
    assert "\n  - **2)** `unrecorded: 159-V" in text
    assert (
        "\n    > **Printed here:** is excluded by the Law of the Republic of Kazakhstan dated 13.01.2014"
        in text
    )
    assert "**4-1)**" not in text


def test_object_ids_are_those_of_git(tmp_path: Path) -> None:
    def git(*arguments: str, given: str = "") -> str:
        done = subprocess.run(
            ["git", "-C", tmp_path, *arguments], input=given, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    git("init", "--quiet", "--object-format=sha1")
    blob = git("hash-object", "-w", "--stdin", given="words\n")
    assert blob == blob_id(b"words\n")
    inner = git("mktree", given=f"100644 blob {blob}\ta-b\n100644 blob {blob}\ta\n")
    assert inner == tree_id({"a": blob, "a-b": blob}, {})
    tree = git("mktree", given=f"040000 tree {inner}\ta\n100644 blob {blob}\ta.md\n100644 blob {blob}\ta0\n")
    assert tree == tree_id({"a.md": blob, "a0": blob}, {"a": inner})
    who = "Ä <a@b.invalid> 0 +0000"
    raw = f"tree {tree}\nauthor {who}\ncommitter {who}\n\nwörds\n"
    commit = git("hash-object", "-w", "-t", "commit", "--stdin", given=raw)
    assert commit == commit_id(tree, None, who, who, "wörds\n")


def test_text_of_takes_only_words() -> None:
    with pytest.raises(SourceError):
        text_of(read_blocks("# `code`\n")[0].spans)
