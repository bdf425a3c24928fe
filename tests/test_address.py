"""Addresses as people write them: a table of them, round trips, and what is no address."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawdiff.law.address import cite, format_address, resolve_address
from lawdiff.law.address_pattern import Part, parse_address
from lawdiff.law.address_search import search
from lawdiff.law.eid import EId, is_eid
from lawdiff.law.errors import UsageError

FIXTURES = Path(__file__).parent / "fixtures"
UNIVERSE = tuple(map(EId, (FIXTURES / "universe_345.txt").read_text(encoding="utf-8").split()))
ROWS = [
    line.split("\t")
    for line in (FIXTURES / "addresses.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def refusal(address: str) -> str:
    """The error for an address, checked to be one short printable sentence that leaves with 2."""
    with pytest.raises(UsageError) as caught:
        resolve_address(address, UNIVERSE)
    message = str(caught.value)
    assert caught.value.exit_code == 2
    assert message.isprintable()
    assert len(message) < 300
    return message


@pytest.mark.parametrize(("address", "expected"), ROWS, ids=[address for address, _ in ROWS])
def test_table(address: str, expected: str) -> None:
    if expected.startswith("!"):
        assert expected.removeprefix("! ") in refusal(address)
    else:
        assert " ".join(resolve_address(address, UNIVERSE)) == expected


def test_universe_is_of_eids_each_once() -> None:
    assert all(map(is_eid, UNIVERSE))
    assert len(set(UNIVERSE)) == len(UNIVERSE) == 424


@pytest.mark.parametrize("write", [format_address, cite, str, str.upper])
def test_every_provision_is_found_by_what_is_written_for_it(write: Callable[[EId], str]) -> None:
    for eid in UNIVERSE:
        assert resolve_address(write(eid), UNIVERSE) == (eid,), write(eid)
        if not is_eid(write(eid)):
            assert search(write(eid), UNIVERSE) == (eid,), write(eid)


def test_the_other_names_of_an_own_text() -> None:
    for eid in UNIVERSE:
        if eid.kind != "heading":
            for name in (f"{eid}__al_1", f"{eid}__intro", f"{format_address(eid)} passage 1"):
                assert resolve_address(name, UNIVERSE) == (eid,), name


@pytest.mark.parametrize(
    ("eid", "typed", "cited"),
    [
        ("art_7__para_1__subpara_2", "art 7 para 1 sub 2", "Article 7(1)(2)"),
        ("art_1__subpara_14", "art 1 sub 14", "Article 1(14)"),
        ("art_30__para_1__al_3", "art 30 para 1 passage 3", "Article 30(1), passage 3"),
        ("art_51__al_2__subpara_1-1", "art 51 passage 2 sub 1-1", "Article 51, passage 2, subparagraph 1-1)"),
        ("art_39__heading", "art 39 heading", "heading of Article 39"),
        ("chp_6__heading", "chapter 6 heading", "heading of Chapter 6"),
        ("art_52__al_1", "art 52 passage 1", "Article 52, passage 1"),
        ("art_7__para_1__intro", "art 7 para 1 intro", "Article 7(1), opening words"),
        ("annex_1__para_2__subpara_3", "annex 1 para 2 sub 3", "Annex 1, paragraph 2, subparagraph 3)"),
        ("chp_3", "chapter 3", "Chapter 3"),
        ("preamble", "preamble", "Preamble"),
        ("preamble__al_2", "preamble passage 2", "Preamble, passage 2"),
        ("title", "title", "title of the Law"),
    ],
)
def test_written_forms(eid: str, typed: str, cited: str) -> None:
    assert (format_address(EId(eid)), cite(EId(eid))) == (typed, cited)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "  \n ",
        ".",
        "..",
        "\x00",
        "art 7\x00",
        "\x1b[31mart 7",
        "art\x0b7",
        "art 7\udc80",
        "art\u200b7",
        "art ٧",
        "../../x",
        "--output=x",
        "-7",
        "art_7/../../etc",
        "(" * 200,
        "1-" * 100,
        "art " * 50,
        "1." * 100,
        "of " * 66,
        "x" * 10_240,
        "art 7 " * 200_000,
    ],
    ids=lambda address: ascii(address[:12]),
)
def test_junk_is_refused_with_one_sentence(address: str) -> None:
    refusal(address)


@given(st.text(max_size=220) | st.text("art 71.-()_parsubof", max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        found = resolve_address(text, UNIVERSE)
    except UsageError:
        return
    assert found
    assert set(found) <= set(UNIVERSE)


def test_what_is_known_may_come_in_any_order_and_collection() -> None:
    backwards = tuple(reversed(UNIVERSE))
    for address in ("art 47..47-3", "art 51 sub 1..4", "7.1"):
        answers = [resolve_address(address, known) for known in (UNIVERSE, backwards, set(UNIVERSE))]
        assert answers[0] == answers[1] == answers[2]


def test_a_level_left_out_is_ambiguous_as_soon_as_there_are_two() -> None:
    known = [EId("art_1"), EId("art_1__para_1"), EId("art_1__para_1__subpara_2")]
    assert resolve_address("art 1 sub 2", known) == (EId("art_1__para_1__subpara_2"),)
    with pytest.raises(UsageError, match=r"could be art 1 para 1 sub 2 or art 1 para 3 sub 2; say which"):
        resolve_address("art 1 sub 2", [*known, EId("art_1__para_3__subpara_2")])


def test_an_empty_act_has_no_provisions() -> None:
    with pytest.raises(UsageError, match="there is no Article 7 in this act"):
        resolve_address("art 7", [])


def test_an_address_is_read_without_an_act() -> None:
    assert parse_address("7(1)(2)").parts == (
        Part(("art",), "7"),
        Part(("para", "subpara"), "1"),
        Part(("para", "subpara"), "2"),
    )
    assert parse_address("paras 1..3 of art 7").until == Part(("para",), "3")


NUMBERS = st.sampled_from(
    [
        "2",
        "3",
        "10",
        "14",
        "2-1",
        "14-1",
        "14-10",
        "4-1-1",
        "12a",
        "12b",
        "5bis",
        "I",
        "IV",
        "A",
        "A2",
        "IV-1",
    ]
)
CHAINS = [
    ("art",),
    ("art", "para"),
    ("art", "para", "subpara"),
    ("art", "subpara"),
    ("art", "al"),
    ("art", "al", "subpara", "al"),
    ("art", "para", "al", "subpara"),
    ("chp",),
    ("part", "sec", "chp"),
    ("part", "chp", "art", "para"),
    ("annex", "para"),
    ("annex", "art", "para"),
]


@st.composite
def eids(draw: st.DrawFn) -> EId:
    """An eId of any act, but for the other names of an own text."""
    kinds = draw(st.sampled_from(CHAINS))
    numbers = [draw(NUMBERS) for _ in kinds]
    eid = "__".join(f"{kind}_{number}" for kind, number in zip(kinds, numbers, strict=True))
    return EId(eid + draw(st.sampled_from(["", "", "__heading"])))


@given(st.sets(eids() | st.sampled_from([EId("preamble"), EId("preamble__al_2")]), min_size=1, max_size=40))
def test_the_short_form_leads_back_in_any_act(known: set[EId]) -> None:
    for eid in known:
        assert resolve_address(format_address(eid), known) == (eid,)
        assert search(format_address(eid), known) == (eid,)


def test_reading_an_address_needs_nothing_but_a_light_standard_library() -> None:
    script = (
        "import sys, lawdiff.law.address; print(*{'difflib', 'json', 'tomllib', 'inspect'} & {*sys.modules})"
    )
    code = f"import sys; sys.path.insert(0, {str(Path(__file__).parents[1])!r}); {script}"
    run = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() in ([], ["inspect"])  # dataclasses imports inspect
