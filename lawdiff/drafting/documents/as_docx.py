"""A document as a file for Word and LibreOffice (Office Open XML)."""

from __future__ import annotations

import datetime as dt
import io
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdiff.drafting.documents.document import Document, Paragraph, Style, Table
from lawdiff.drafting.documents.docx_bytes import same_bytes

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


_NEEDLESS = ("/thumbnail", "/stylesWithEffects", "/customXml")


def as_docx(document: Document) -> bytes:
    """The file. The same document gives the same bytes on any day and machine."""
    from docx import Document as new_document  # 300 ms and lxml: only who builds documents waits for it

    from lawdiff.drafting.documents.docx_page import set_page
    from lawdiff.drafting.documents.docx_paragraph import ParagraphWriter
    from lawdiff.drafting.documents.docx_styles import add_styles
    from lawdiff.drafting.documents.docx_table import add_table

    word = new_document()
    _describe(word, document)
    add_styles(word, document.language)
    set_page(word, document.is_landscape)
    writer = ParagraphWriter(word, document)
    for block, following in pairwise((*document.blocks, None)):
        if isinstance(block, Table):
            add_table(word, block, writer)
        elif block:
            added = word.add_paragraph()
            writer.write(added, block)
            if isinstance(following, Paragraph) and following.style is Style.SIGNATURE:
                added.paragraph_format.keep_with_next = True  # nobody signs an empty page
    written = io.BytesIO()
    word.save(written)
    return same_bytes(written.getvalue())


def _describe(word: WordDocument, document: Document) -> None:
    """The properties of the file: nothing of them comes from a clock. What is of use only to python-docx's
    own empty document goes: its picture, and half a megabyte of styles for Word 2007."""
    noon = dt.datetime.combine(document.day, dt.time(12))
    properties = word.core_properties
    properties.title = document.title[:255]
    properties.author = properties.last_modified_by = document.author[:255]
    properties.comments = properties.keywords = properties.subject = ""
    properties.language = document.language
    properties.created = properties.modified = noon
    properties.revision = 1
    for relations in (word.part.package.rels, word.part.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.endswith(_NEEDLESS):
                del relations[name]
