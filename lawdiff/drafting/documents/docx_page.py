"""The page of a file for Word: A4, the margins of an official paper, page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

LONG, SHORT = Cm(29.7), Cm(21.0)
BOUND, OPEN = Cm(3.0), Cm(1.5)  # the side that a file binds, and the other


def set_page(word: WordDocument, is_landscape: bool) -> None:
    """A4 with the number of each page above it, but for the first."""
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if is_landscape else (SHORT, LONG)
    section.left_margin = Cm(2.0) if is_landscape else BOUND
    section.right_margin = OPEN
    section.top_margin = section.bottom_margin = Cm(2.0)
    section.header_distance = section.footer_distance = Cm(1.0)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number.paragraph_format.first_line_indent = Pt(0)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)
    run = number.add_run("1")
    run.font.size = Pt(12)
    field.append(run._r)


def text_width(is_landscape: bool) -> int:
    """The width between the margins."""
    return int(LONG - Cm(2.0) - OPEN if is_landscape else SHORT - BOUND - OPEN)
