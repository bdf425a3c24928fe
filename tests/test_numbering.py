"""The numbers that new provisions take (R1; Law No. 480-V, art. 26(7), 27(6))."""

from __future__ import annotations

import pytest

from lawdiff.history.numbering import is_in_row, next_number, number_before, same_row
from lawdiff.law.eid import EId


@pytest.mark.parametrize(
    ("number", "before"),
    [
        ("1", ""),
        ("2", "1"),
        ("10", "9"),
        ("4-1", "4"),
        ("4-2", "4-1"),
        ("14-1-1", "14-1"),
        ("14-1-2", "14-1-1"),
    ],
)
def test_the_number_that_must_stand_before(number: str, before: str) -> None:
    assert number_before(number) == before


@pytest.mark.parametrize(
    ("number", "taken", "fits"),
    [
        ("1", "", True),  # the first of all
        ("6", "1 2 3 4 5", True),  # behind the last
        ("7", "1 2 3 4 5", False),
        ("4-1", "1 2 3 4 5", True),
        ("4-2", "1 2 3 4 5", False),
        ("4-2", "1 2 3 4 4-1 5", True),
        ("4-1-1", "1 2 3 4 4-1 5", True),
        ("3", "1 2 4", True),  # a gap that a move left
        ("9-1", "1 2", False),
    ],
)
def test_what_fits_into_a_row(number: str, taken: str, fits: bool) -> None:
    assert is_in_row(number, taken.split()) is fits


@pytest.mark.parametrize(
    ("after", "taken", "number"),
    [
        ("5", "1 2 3 4 5", "6"),  # the last: counting goes on
        ("4", "1 2 3 4 5", "4-1"),
        ("4", "1 2 3 4 4-1 5", "4-2"),
        ("4-1", "1 2 3 4 4-1 5", "4-2"),
        ("4-1", "1 2 3 4 4-1 4-2 5", "4-1-1"),
        ("47-11", "47 47-1 47-11 48", "47-12"),
        ("14-1", "14 14-1", "14-2"),
    ],
)
def test_the_number_of_what_is_added(after: str, taken: str, number: str) -> None:
    assert next_number(after, taken.split()) == number
    assert is_in_row(number, taken.split())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("art_5", "art_48", True),  # articles count through all chapters
        ("chp_1", "chp_9", True),
        ("art_5__para_1", "art_5__para_2", True),
        ("art_5__para_1", "art_6__para_1", False),
        ("art_51__al_2__subpara_1", "art_51__subpara_2", False),
        ("art_5__para_1", "art_5__subpara_1", False),
    ],
)
def test_rows(one: str, other: str, same: bool) -> None:
    assert same_row(EId(one), EId(other)) is same
