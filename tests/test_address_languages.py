"""Addresses in Russian and Kazakh mean what the same address means in English."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawdiff.law.address import cite, resolve_address
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


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_is_cited_is_read_back(language: str) -> None:
    assert [resolve_address(cite(eid, language), KNOWN) for eid in KNOWN] == [(eid,) for eid in KNOWN]


CITED = [
    ("art_7-1", "статья 7-1", "7-1-бап"),
    (
        "art_7__para_3__subpara_4-1",
        "подпункт 4-1) пункта 3 статьи 7",
        "7-баптың 3-тармағының 4-1) тармақшасы",
    ),
    ("art_51__al_2", "абзац 2 статьи 51", "51-баптың 2-абзацы"),
    ("art_39__heading", "заголовок статьи 39", "39-баптың тақырыбы"),
    ("chp_3", "глава 3", "3-тарау"),
    ("annex_1__para_2", "пункт 2 приложения 1", "1-қосымшаның 2-тармағы"),
    ("preamble", "преамбула", "кіріспе"),
]


@pytest.mark.parametrize(("eid", "russian", "kazakh"), CITED, ids=[row[0] for row in CITED])
def test_a_provision_is_cited_as_laws_cite_it(eid: str, russian: str, kazakh: str) -> None:
    assert (cite(EId(eid), "ru"), cite(EId(eid), "kk")) == (russian, kazakh)


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
