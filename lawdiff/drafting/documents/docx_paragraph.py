"""Paragraphs in a file for Word: words with their marks, changes that can be accepted."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from lawdiff.drafting.documents.document import Document, Paragraph, Run, Style
from lawdiff.history.redline import Op

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph as WordParagraph
    from docx.text.run import Run as WordRun

_CHANGES = {Op.INSERT: "w:ins", Op.DELETE: "w:del"}
_NOT_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_APART = dt.timedelta(minutes=2)
_HANGING = Cm(0.75)


class ParagraphWriter:
    """Writes the paragraphs of one document, and counts its changes."""

    def __init__(self, word: WordDocument, document: Document) -> None:
        self._word = word
        self._author = document.author[:255]
        self._noon = dt.datetime.combine(document.day, dt.time(12), dt.UTC)
        self._tracks = document.tracks_changes
        self._changes = 0
        self._time = self._noon
        self._open_end = Op.EQUAL  # what the last paragraph ends with, where its end itself stays

    def write(self, into: WordParagraph, block: Paragraph) -> None:
        """Fill an empty paragraph."""
        into.style = self._word.styles[block.style.value]
        if block.style is Style.LIST:
            into.paragraph_format.left_indent = Cm(0.75) * (block.level + 1)
            into.paragraph_format.first_line_indent = -_HANGING
            into.add_run(f"{block.label}\t")
        runs = [(into.add_run(_writable(run.text)), run) for run in block.runs if run.text]
        for added, run in runs:
            _look(added, run, self._tracks)
        if self._tracks:
            self._part_from_last(block)
            for added, run in runs:
                self._track(added, run.op)
            self._track_end(into, block.op)

    def _part_from_last(self, block: Paragraph) -> None:
        """Another time where a change ends one paragraph and a like one begins the next.

        LibreOffice joins changes of one author within a minute, over an end of paragraph that is no change;
        rejecting the joined one makes one paragraph of the two.
        """
        first = block.runs[0].op if block.runs else block.op
        if first is not Op.EQUAL and first is self._open_end:
            self._time = self._noon if self._time > self._noon else self._noon + _APART
        last = block.runs[-1].op if block.runs else block.op
        self._open_end = last if block.op is Op.EQUAL else Op.EQUAL

    def _track(self, added: WordRun, op: Op) -> None:
        """Put a run into the change that it is part of."""
        if op is Op.EQUAL:
            return
        change = self._change(op)
        added._r.addprevious(change)
        change.append(added._r)
        if op is Op.DELETE:
            for text in added._r.findall(qn("w:t")):
                text.tag = qn("w:delText")

    def _track_end(self, into: WordParagraph, op: Op) -> None:
        """The end of a paragraph that comes or goes: without it an empty line would be left."""
        if op is Op.EQUAL:
            return
        mark = OxmlElement("w:rPr")
        mark.append(self._change(op))
        into._p.get_or_add_pPr().append(mark)

    def _change(self, op: Op) -> BaseOxmlElement:
        change = OxmlElement(_CHANGES[op])
        self._changes += 1
        change.set(qn("w:id"), str(10_000 + self._changes))
        change.set(qn("w:author"), self._author)
        change.set(qn("w:date"), f"{self._time:%Y-%m-%dT%H:%M:%SZ}")
        return change


def _look(added: WordRun, run: Run, is_tracked: bool) -> None:
    if run.bold:
        added.bold = True
    if run.italic:
        added.italic = True
    if not is_tracked and run.op is Op.DELETE:
        added.font.strike = True
    if not is_tracked and run.op is Op.INSERT:
        added.font.underline = True


def _writable(text: str) -> str:
    """The text without the characters that XML cannot hold; each is shown as the sign for such a thing."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
