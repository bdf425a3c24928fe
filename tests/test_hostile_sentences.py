"""Long hostile texts are read or refused in a time that grows with their length and no faster."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from processor_time import least_seconds
from test_bad_proposals import HEAD
from test_instructions import CASES, law

from lawdiff.drafting.edited_text import read_edited_text
from lawdiff.history.applied import applied
from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.forms import LONGEST, form_of
from lawdiff.sources.instructions.outline import Sentence, outline
from lawdiff.sources.instructions.plain_markdown import markdown_lines
from lawdiff.sources.instructions.quotations import without_quotations
from lawdiff.sources.instructions.reader import read_amendments
from lawdiff.sources.instructions.sentences import read_sentence
from lawdiff.sources.instructions.several_places import read_places
from lawdiff.sources.proposal_file import read_proposal

pytestmark = pytest.mark.slow
SIGNS = 100_000
_PIECES = """a|1| |-|1-|1)|1, |in |of |the |the words |; |: |::|.,;|“|”|“”|“a” |““”|„“|«»|"|"a" |⟦|<|<
“ |“=|“+a|1. |+|paragraph 1 of |paragraph 1, |paragraphs 1 and |paragraph 1 and |the title and
title of |Article 7, |part one of|in paragraph 1: |in Article 7: |subparagraph |text of |first
shall be supplemented by |of the following wording|the words “a” |after the words “a” |to
shall be excluded |shall be excluded; |wherever they occur |respectively|“a”, |“a” and |- |> |>|*
**Justification|Justification: |`|`a: |\\|[|![|](|&|&amp;|in the title and text """
_LINES = ("\n", "\n\n", "- \n", "> \n", "1) \n", "#\n", "+++\n", "\t ")
HOSTILE = (*_PIECES.replace("\n", " |").split("|"), *_LINES)


def seconds(read: Callable[[str], object], text: str) -> float:
    """The processor time that a text takes: refusing it is fine."""

    def read_or_refuse() -> None:
        with suppress(SourceError):
            read(text)

    return least_seconds(read_or_refuse)


def read_statements(text: str) -> None:
    for _ in read_sentence(Sentence(text, 1, 0)):
        pass


def read_bill(text: str) -> None:
    read = read_amendments(read_proposal(HEAD + text, "idea", "idea.md").entries, law())
    applied(law(), [each.change for each in read])


READERS = (read_statements, read_places, without_quotations)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hundred_thousand_signs(piece: str) -> None:
    """Ten times the text takes no more than some twenty times as long; a square would be a hundred."""
    for read in READERS:
        for before, behind in (
            ("", ""),
            ("in paragraph 1 the words “", "” shall be excluded"),
            ("in ", " :"),
        ):
            long, short = (before + piece * (size // len(piece)) + behind for size in (SIGNS, SIGNS // 10))
            assert seconds(read, long) < 0.1 + 20 * max(seconds(read, short), 0.001), read.__name__


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_statement_is_slow(piece: str) -> None:
    """What the patterns themselves are given, at its longest."""
    for before in ("", "in ", "the words ⟦0⟧ shall be substituted by ", "shall be supplemented by "):
        text = (before + piece * LONGEST)[:LONGEST].replace("“", "").replace("”", "")
        assert seconds(form_of, text) < 0.05
        assert seconds(form_of, text.replace("a", "⟦0⟧")[:LONGEST]) < 0.05


@pytest.mark.parametrize("piece", HOSTILE)
def test_whole_proposals(piece: str) -> None:
    long, short = (piece * (size // len(piece)) for size in (SIGNS, SIGNS // 10))
    for read in (read_bill, lambda text: read_edited_text(text, law())):
        assert seconds(read, long) < 1 + 20 * max(seconds(read, short), 0.001)


def test_every_form_is_quick() -> None:
    """A bill of 100 KB that repeats good sentences, each about another place, takes seconds at most."""
    for case in CASES:
        text = "\n\n".join([case.amending] * (20_000 // len(case.amending)))
        assert seconds(lambda text: read_amendments(outline(markdown_lines(text)), law()), text) < 2
