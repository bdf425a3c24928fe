"""The explanatory note that a proposer wrote in Markdown, as paragraphs of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawdiff.drafting.documents.document import Paragraph, Run, Style

if TYPE_CHECKING:
    from markdown_it.token import Token


def note_paragraphs(markdown: str) -> Iterator[Paragraph]:
    """The paragraphs, headings and list entries of the note, with what is bold and italic in them.

    A quotation is a paragraph like others, code is plain words, a link its words and its address.
    """
    from markdown_it import MarkdownIt  # 61 ms that nobody waits for who builds no documents

    reader = _Reader()
    for token in MarkdownIt("commonmark", {"html": False}).parse(markdown):
        yield from reader.read(token)


@dataclass(slots=True)
class _Reader:
    """Where the reader stands: in which lists, and what the next paragraph is."""

    _labels: list[str] = field(default_factory=list)
    _label: str = ""
    _is_heading: bool = False

    def read(self, token: Token) -> Iterator[Paragraph]:
        match token.type:
            case "heading_open":
                self._is_heading = True
            case "heading_close":
                self._is_heading = False
            case "bullet_list_open" | "ordered_list_open":
                self._labels.append("•")
            case "bullet_list_close" | "ordered_list_close":
                self._labels.pop()
            case "list_item_open":
                self._label = f"{token.info}{token.markup}" if token.info else "•"
            case "inline":
                yield self._paragraph(_runs(token.children or ()))
            case "fence" | "code_block":
                for line in token.content.splitlines():
                    yield self._paragraph((Run(line),))

    def _paragraph(self, runs: tuple[Run, ...]) -> Paragraph:
        label, self._label = self._label, ""
        if self._is_heading:
            return Paragraph(runs, Style.HEADING)
        if self._labels:
            return Paragraph(runs, Style.LIST, label, len(self._labels) - 1)
        return Paragraph(runs)


def _runs(tokens: Sequence[Token]) -> tuple[Run, ...]:
    found: list[Run] = []
    bold = italic = 0
    links: list[str] = []
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                links.append(f"{token.attrs.get('href', '')}")
            case "link_close":
                address = links.pop()
                shown = "".join(run.text for run in found)
                if address and not shown.endswith(address):
                    found.append(Run(f" ({address})", bool(bold), bool(italic)))
            case "softbreak" | "hardbreak":
                found.append(Run(" ", bool(bold), bool(italic)))
            case _ if token.content:
                found.append(Run(token.content, bool(bold), bool(italic)))
    return _joined(found)


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Neighbours that look alike as one run."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and (last.bold, last.italic) == (run.bold, run.italic):
            found[-1] = Run(last.text + run.text, run.bold, run.italic)
        else:
            found.append(run)
    return tuple(found)
