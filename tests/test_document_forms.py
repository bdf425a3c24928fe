"""A document as Markdown, HTML and DOCX: all three say the same, whatever the words are."""

from __future__ import annotations

import io
from html.parser import HTMLParser

from docx import Document as open_docx
from example_proposal import proposal
from markdown_it import MarkdownIt

from lawdiff.drafting.documents.as_docx import as_docx
from lawdiff.drafting.documents.as_html import as_html
from lawdiff.drafting.documents.as_markdown import as_markdown
from lawdiff.drafting.documents.document import (
    Block,
    Document,
    Paragraph,
    Run,
    Style,
    Table,
    cell,
    paragraph,
)
from lawdiff.history.redline import Op

HARD = [
    "x < 5 & y > \"6\" '7' <b>no</b> &amp; &#65;",
    "a\ttab and \u200fright\u200e to left, ‮, ребенок, Қазақстан",
    "=SUM(A1:A2) | a pipe",
    "1) a number",
    "12. a number",
    "- a dash",
    "+ a plus",
    "# no heading *no* _no_ `no` ~~no~~ [no](no)",
    "> no quotation \\ a backslash",
    "$a$ http://example.kz www.example.kz a_b_c",
]


def hard_document() -> Document:
    """Every hard text as a paragraph, in a list, changed in the middle of a word, and in a table."""
    blocks: list[Block] = []
    for each in HARD:
        changed = (Run(each[:3], op=Op.DELETE), Run(each[3:5], bold=True), Run(each[5:], op=Op.INSERT))
        blocks += [paragraph(each), paragraph(each, Style.LIST, "•"), Paragraph(changed, Style.LAW)]
        blocks.append(Table(("A", "B"), (50, 50), ((cell(each, each), cell("b")),)))
    return Document("T <&", "en", "A <&", proposal().file.base, tuple(blocks), tracks_changes=True)


class Words(HTMLParser):
    """The text of each paragraph and cell of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.is_open = False

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "br", "td", "li"):
            self.found.append("")
            self.is_open = True

    def handle_endtag(self, tag: str) -> None:
        self.is_open = self.is_open and tag not in ("p", "td", "li")

    def handle_data(self, data: str) -> None:
        if self.is_open:
            self.found[-1] += data


def read_html(page: str) -> list[str]:
    reader = Words()
    reader.feed(page)
    return [each for each in reader.found if each.strip()]


def expected_words(label: str) -> list[str]:
    return [one for each in HARD for one in (each, f"{label}{each}", each, each, each, "b")]


def test_hard_texts_come_out_right_in_html() -> None:
    page = as_html(hard_document()).decode()
    assert read_html(page) == expected_words("•")
    assert "<title>T &lt;&amp;</title>" in page
    assert '<html lang="en">' in page
    assert page.count("<style>") == 1
    assert " style=" not in page


def test_hard_texts_come_out_right_in_markdown() -> None:
    page = (
        MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .render(as_markdown(hard_document()).decode())
    )
    assert read_html(page) == expected_words("")


def test_hard_texts_come_out_right_in_docx() -> None:
    word = open_docx(io.BytesIO(as_docx(hard_document())))
    found = [each.text for each in word.paragraphs]
    tracked = [run.find("{*}t") is None for run in word.element.iter("{*}r")]
    assert any(tracked)
    assert [each for each in found if each.startswith("•")] == [f"•\t{each}" for each in HARD]
    assert [table.cell(1, 0).text for table in word.tables] == [f"{each}\n{each}" for each in HARD]


def test_a_control_character_is_shown_and_never_breaks_a_file() -> None:
    document = Document("T", "en", "A", proposal().file.base, (paragraph("a\x0bb\ufffe"),))
    assert open_docx(io.BytesIO(as_docx(document))).paragraphs[0].text == "a\ufffdb\ufffd"
