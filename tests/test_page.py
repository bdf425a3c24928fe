"""Lines for a terminal are those of textwrap, without its cost at the start."""

from __future__ import annotations

import textwrap

from hypothesis import example, given
from hypothesis import strategies as st

from lawdiff.cli import page

WORDS = st.text("ab-—é", min_size=1, max_size=100) | st.sampled_from(["", "", "\n", "\t", "Article\xa07"])
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)
STARTS = st.sampled_from(["", "  ", "  * ", "~ Article 16-1. ", "x" * 30])


@given(TEXTS, STARTS, STARTS)
@example("Article 32(2)  [no footnote tells of it]", "    ", "      ")
@example(" ", "  * ", "    ")
def test_the_lines_are_those_of_textwrap(text: str, first: str, rest: str) -> None:
    lines = textwrap.wrap(
        text,
        page.width(),
        expand_tabs=False,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
    )
    assert page.wrapped(text, first, rest) == (lines or [first.rstrip()])
