"""A document as one HTML page that needs no other file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from lawdiff.drafting.documents.document import Cell, Document, Paragraph, Run, Style, Table
from lawdiff.history.redline import Op

_TAGS = {Op.INSERT: "ins", Op.DELETE: "del"}
_ELEMENTS = {Style.TITLE: "h1", Style.SUBTITLE: "h2", Style.HEADING: "h3", Style.LAW_TITLE: "h3"}
_CLASSES = {
    Style.MARK: "mark",
    Style.BODY: "body",
    Style.LIST: "entry",
    Style.REMARK: "remark",
    Style.ASIDE: "aside",
    Style.LAW: "body",
    Style.SIGNATURE: "signature",
}
_STYLE = """\
@page{size:A4 PAGE;margin:2cm 1.5cm 2cm 3cm}
body{margin:0;color:#111;background:#fff;font:1.05rem/1.45 "Times New Roman","Liberation Serif",serif}
main{max-width:WIDTH;margin:0 auto;padding:1.5rem 1rem 3rem;overflow-wrap:break-word}
h1,h2{text-align:center}h1{font-size:1.25rem;margin:1.5rem 0 .5rem}h2{font-size:1.1rem;margin:.5rem 0 1.5rem}
h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
h1,h2,h3,p{white-space:pre-wrap}
p{margin:.4rem 0}.body{text-indent:2rem}.mark{text-align:right;font-style:italic}
.remark,.aside{font-size:.9rem;font-style:italic;color:#444}
.entry{margin-left:1.6rem;text-indent:-1.6rem}.label{text-indent:0}
.label{display:inline-block;min-width:1.6rem}
.level-1{margin-left:3.2rem}.level-2{margin-left:4.8rem}.level-3{margin-left:6.4rem}
.aside{margin:0 0 .4rem 2rem}
.signature{margin-top:2.5rem;font-weight:bold}
del{text-decoration:line-through;background:#fbe3e3}ins{text-decoration:underline;background:#e2f4e2}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;min-width:52rem;table-layout:fixed}
th,td{border:1px solid #555;padding:.35rem .45rem;vertical-align:top;text-align:left;font-size:.95rem}
th{text-align:center;background:#eee}td p{margin:0 0 .35rem}thead{display:table-header-group}
@media print{main{max-width:none;padding:0}.wide{overflow:visible}table{min-width:0}tr{break-inside:avoid}}
"""


def as_html(document: Document) -> bytes:
    """The page, UTF-8. All of its look is in one style element; nothing in the text can become markup."""
    language = escape(document.language)
    page, width = ("landscape", "76rem") if document.is_landscape else ("portrait", "44rem")
    style = _STYLE.replace("PAGE", page).replace("WIDTH", width)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    widths = "".join(rule for number, table in enumerate(tables) for rule in _widths(number, table))
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{language}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(document.title)}</title>",
        f"<style>\n{style}{widths}</style>",
        "</head>",
        "<body>",
        "<main>",
    ]
    for block in document.blocks:
        if isinstance(block, Table):
            lines.extend(_table(tables.index(block), block))
        else:
            lines.append(_paragraph(block))
    return "\n".join([*lines, "</main>", "</body>", "</html>", ""]).encode()


def _widths(number: int, table: Table) -> Iterator[str]:
    for at, width in enumerate(table.widths, 1):
        yield f".table-{number} col:nth-child({at}){{width:{width}%}}\n"


def _paragraph(block: Paragraph) -> str:
    words = _words(block.runs)
    if element := _ELEMENTS.get(block.style):
        return f"<{element}>{words}</{element}>"
    if block.style is Style.LIST:
        words = f'<span class="label">{escape(block.label)}</span>{words}'
    level = f" level-{min(block.level, 3)}" if block.level else ""
    return f'<p class="{_CLASSES[block.style]}{level}">{words}</p>'


def _words(runs: Sequence[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = escape(run.text)
    for tag in (_TAGS.get(run.op), "em" if run.italic else None, "strong" if run.bold else None):
        text = f"<{tag}>{text}</{tag}>" if tag and text else text
    return text


def _table(number: int, table: Table) -> Iterator[str]:
    yield '<div class="wide" role="region" aria-label="Table" tabindex="0">'
    yield f'<table class="table-{number}">'
    yield f"<colgroup>{'<col>' * len(table.columns)}</colgroup>"
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(f'<td>{_cell(each)}</td>' for each in row)}</tr>"
    yield from ("</tbody>", "</table>", "</div>")


def _cell(each: Cell) -> str:
    return "".join(f"<p>{_words(block.runs)}</p>" for block in each)
