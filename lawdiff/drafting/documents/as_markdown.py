"""A document as Markdown, for a forge or an editor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lawdiff.drafting.documents.document import Cell, Document, Paragraph, Run, Style, Table
from lawdiff.history.redline import Op
from lawdiff.store.markdown_text import escape_inside

_HEADINGS = {Style.TITLE: "# ", Style.SUBTITLE: "## ", Style.HEADING: "## ", Style.LAW_TITLE: "### "}
# "**" and "~~" mean nothing between a word and a comma: CommonMark asks for a space there, tags do not.
_TAGS = {Op.INSERT: "ins", Op.DELETE: "del"}
_LEADING = re.compile(r"(?=[-+=>])|(?P<number>\d{1,9})(?=[.)])")


def as_markdown(document: Document) -> bytes:
    """The document as Markdown that reads the same in every viewer, UTF-8, with `<ins>` and `<del>`."""
    parts = [
        "\n".join(_table(block)) if isinstance(block, Table) else _paragraph(block)
        for block in document.blocks
    ]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _paragraph(block: Paragraph) -> str:
    words = _words(block.runs, bold=block.style not in _HEADINGS)
    if block.style in _HEADINGS:
        return f"{_HEADINGS[block.style]}{words}"
    if block.style is Style.LIST:
        return f"{'    ' * block.level}{_bullet(block)}{_start(words)}"
    if block.style in (Style.REMARK, Style.ASIDE):
        return f"<em>{words}</em>"
    return _start(words)


def _bullet(block: Paragraph) -> str:
    """What opens a list entry: its number, or "-"; a further paragraph of one stands under its words."""
    if not block.label:
        return "    "
    return f"{block.label} " if block.label[0].isdigit() else "- "


def _start(words: str) -> str:
    """The line so that its beginning is neither a number of a list nor a quotation."""
    return _LEADING.sub(r"\g<number>\\", words, count=1) if _LEADING.match(words) else words


def _words(runs: Sequence[Run], bold: bool = True) -> str:
    return "".join(_run(run, bold) for run in runs).strip()


def _run(run: Run, bold: bool) -> str:
    text = escape_inside(run.text)
    for tag in (_TAGS.get(run.op), "em" if run.italic else None, "strong" if run.bold and bold else None):
        text = f"<{tag}>{text}</{tag}>" if tag and text else text
    return text


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(escape_inside(column) for column in table.columns)} |"
    yield f"|{'---|' * len(table.columns)}"
    for row in table.rows:
        yield f"| {' | '.join(_cell(each) for each in row)} |"


def _cell(each: Cell) -> str:
    return "<br>".join(_words(block.runs) for block in each)
