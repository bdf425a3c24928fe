"""What the site is given of a proposal: plain data and finished files.

Drafting is another house of the same floor; the command line takes a proposal from there and hands it in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from lawdiff.history.redline import Op
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a document that look alike; `op` says whether the proposal brings them or takes them out."""

    text: str
    op: Op
    is_bold: bool
    is_italic: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a document. `kind` says what it is ("law", "heading", "remark", "list"), `label` is the
    number of a list entry, `level` how deep that list is."""

    kind: str
    words: tuple[Words, ...]
    label: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class PassageTable:
    """A table of a document: the words above its columns, and its rows of cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Passage, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document of the bill as the page shows it; `name` is that of its files without their ending."""

    name: str
    blocks: tuple[Passage | PassageTable, ...]


@dataclass(frozen=True, slots=True)
class RestsOn:
    """A law that may have changed texts of the base day which the proposal changes, and those texts."""

    law: str
    texts: tuple[EId, ...]


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """A proposal with everything that its page shows.

    `summary` is what the bill introduces, in a sentence, `commencement` its enforcement clause. `touched` are
    the articles and titles in which a text changes, `rests_on` the laws behind wordings that are not proved
    for the base day, `unproved` all such texts. `files` are the documents as `propose build` writes them.
    """

    slug: str
    title: str
    proposer: str
    base: dt.date
    language: str
    summary: str
    commencement: str
    findings: tuple[Finding, ...]
    touched: tuple[EId, ...]
    rests_on: tuple[RestsOn, ...]
    unproved: tuple[EId, ...]
    documents: tuple[ShownDocument, ...]
    files: Mapping[str, bytes]
