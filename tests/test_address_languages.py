"""Addresses in Russian and Kazakh mean what the same address means in English."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawdiff.law.address import resolve_address
from lawdiff.law.address_translated import in_english
from lawdiff.law.eid import EId
from lawdiff.law.errors import UsageError

FIXTURES = Path(__file__).parent / "fixtures"
KNOWN = [EId(line) for line in (FIXTURES / "universe_345.txt").read_text("utf-8").split()]
ROWS = [
    tuple(line.split("\t"))
    for line in (FIXTURES / "addresses_ru_kk.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "meant"), ROWS)
def test_row(text: str, meant: str) -> None:
    if meant.startswith("!"):
        with pytest.raises(UsageError) as error:
            resolve_address(text, KNOWN)
        assert meant[1:] in str(error.value)
    else:
        assert resolve_address(text, KNOWN) == tuple(meant.split())


@settings(derandomize=True)
@given(
    st.text(max_size=250)
    | st.lists(st.sampled_from(["ст.", "бап", "7", "-1", "(", "пункт", "..", "§", "первый "])).map("".join)
)
def test_any_words_are_an_address_or_a_mistake(text: str) -> None:
    in_english(text)
    with suppress(UsageError):
        assert set(resolve_address(text, KNOWN)) <= set(KNOWN)


@pytest.mark.parametrize("text", ["art 7 para 2", "Article 14–1", "7(1)(2)", ""])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert in_english(text) == text
