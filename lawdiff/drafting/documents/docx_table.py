"""Tables in a file for Word: fixed columns, a head on every page, short rows kept whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu

from lawdiff.drafting.documents.document import Cell, Style, Table, paragraph
from lawdiff.drafting.documents.docx_page import text_width
from lawdiff.drafting.documents.docx_paragraph import ParagraphWriter

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.table import _Row

_SHORT = 900  # characters in the longest cell of a row that fits a third of a page


def add_table(word: WordDocument, block: Table, writer: ParagraphWriter) -> None:
    """The table at the end of the document."""
    width = text_width(word.sections[0].orientation is WD_ORIENT.LANDSCAPE)
    table = word.add_table(rows=0, cols=len(block.columns))
    table.style = word.styles["Table Grid"]
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _pad(table)
    widths = [Emu(width * share // sum(block.widths)) for share in block.widths]
    for column, each in zip(table.columns, widths, strict=True):
        column.width = each
    head = tuple((paragraph(name, Style.COLUMN),) for name in block.columns)
    for number, row in enumerate((head, *block.rows)):
        added = table.add_row()
        _fill(added, row, widths, writer)
        longest = max(sum(len(part.text) for part in each) for each in row)
        _mark(added, is_head=number == 0, is_whole=longest <= _SHORT)


def _fill(added: _Row, row: Sequence[Cell], widths: Sequence[Emu], writer: ParagraphWriter) -> None:
    for into, each, width in zip(added.cells, row, widths, strict=True):
        into.width = width
        for number, part in enumerate(each):
            writer.write(into.paragraphs[0] if number == 0 else into.add_paragraph(), part)


def _pad(table: WordTable) -> None:
    """A little room between the words and the lines of the table, in twentieths of a point."""
    margins = OxmlElement("w:tblCellMar")
    for side, room in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(room))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:  # the schema wants the margins before it
        look.addprevious(margins)
    else:
        table._tbl.tblPr.append(margins)


def _mark(added: _Row, is_head: bool, is_whole: bool) -> None:
    properties = added._tr.get_or_add_trPr()
    if is_whole:
        properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        head = OxmlElement("w:tblHeader")
        head.set(qn("w:val"), "true")
        properties.append(head)
