"""A redline gives both wordings back, and never cuts a word in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawdiff.history.redline import Op, Redline, redline

WORDS = st.lists(
    st.sampled_from(
        ["the", "Laws", "Legislative", "acts", ",", ";", " ", "  ", "\n", "child’s", "4-1)", "№", "ә", "𠀀"]
    ),
    max_size=12,
).map("".join)


def side(pieces: Redline, *ops: Op) -> str:
    return "".join(text for op, text in pieces if op in ops)


@given(WORDS | st.text(max_size=40), WORDS | st.text(max_size=40))
def test_both_wordings_come_back(old: str, new: str) -> None:
    pieces = redline(old, new)
    assert side(pieces, Op.EQUAL, Op.DELETE) == old
    assert side(pieces, Op.EQUAL, Op.INSERT) == new
    assert all(text for _, text in pieces)


@given(WORDS | st.text(max_size=40))
def test_nothing_changed(text: str) -> None:
    assert redline(text, text) == (((Op.EQUAL, text),) if text else ())


@given(st.lists(st.sampled_from(["Law", "Laws", "law", "lawful"]), max_size=8), st.data())
def test_words_stay_whole(old: list[str], data: st.DataObject) -> None:
    new = data.draw(st.permutations(old))
    for _, text in redline(" ".join(old), " ".join(new)):
        assert set(text.split()) <= set(old)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "established by the Legislative acts of the Republic",
            "established by the Laws of the Republic",
            "established by the [-Legislative acts-]{+Laws+} of the Republic",
        ),
        ("from 2 to 4", "from 2 to 14", "from 2 to [-4-]{+14+}"),
        ("a child", "a child;", "a child{+;+}"),
        ("", "a child", "{+a child+}"),
        ("a child", "", "[-a child-]"),
        ("", "", ""),
    ],
)
def test_pieces(old: str, new: str, expected: str) -> None:
    signs = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}
    assert "".join(signs[op].format(text) for op, text in redline(old, new)) == expected


def test_a_long_text_is_compared_to_the_end() -> None:
    """diff-match-patch gives up after a second by default and calls the rest changed."""
    words = [f"word{number}" for number in range(8000)]
    old, new = " ".join(words), " ".join(words[1:])
    assert redline(old, new) == ((Op.DELETE, "word0 "), (Op.EQUAL, new))
