"""Proposals that are refused, each with the sentence that fixtures/bad_proposals.txt gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Ran, law_evidence
from hypothesis import given, settings
from hypothesis import strategies as st
from test_instructions import CASES as GOOD
from test_instructions import law

from lawdiff.drafting.proposal import open_proposal
from lawdiff.history.applied import applied
from lawdiff.law.errors import SourceError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.instructions.reader import read_amendments
from lawdiff.sources.proposal_file import read_proposal

FIXTURES = Path(__file__).parent / "fixtures"
HEAD = """+++
title = "A proposal"
act = "kz/2002/345"
base = 2014-07-05
+++

## Amendments

"""


def cases() -> Iterator[tuple[str, str, str]]:
    """Name, text of the proposal, and the error."""
    fixture = (FIXTURES / "bad_proposals.txt").read_text(encoding="utf-8")
    for block in fixture.split("\n# ")[1:]:
        name, _, rest = block.partition("\n")
        text, _, error = rest.partition("\n=>\n")
        written = text.replace("\\x07", "\x07").replace("\\u202e", "\u202e")
        whole = written if written.startswith("+++") or not written.strip() else f"{HEAD}{written}\n"
        yield name, whole, error.strip("\n")


CASES = tuple(cases())


@pytest.mark.parametrize(("text", "error"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_error_is_one_clear_sentence(text: str, error: str) -> None:
    with pytest.raises(SourceError) as refused:
        open_proposal(read_proposal(text, "bad-idea", "bad-idea.md"), law_evidence(EvidenceScope.ALL))
    assert str(refused.value) == error


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize("slug", ["Bad_Idea", "-a", "a--b", "1a", "a" * 61, "", "ä"])
def test_bad_slug(slug: str) -> None:
    with pytest.raises(SourceError) as refused:
        read_proposal(f"{HEAD}Article 5 shall be excluded;\n", slug, f"{slug}.md")
    why = "a proposal is named in small letters, digits and hyphens, a letter first; rename the file"
    assert str(refused.value) == f"{slug}.md: {why}"


def test_nothing_is_written(
    lawdiff: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text, error in CASES[::9]:
        Path("bad-idea.md").write_text(text, encoding="utf-8")
        for command in (["build", "bad-idea.md", "bill"], ["check", "bad-idea.md"]):
            done = lawdiff("propose", *command)
            assert (done.code != 0, "Traceback" in done.err) == (True, False), name
            assert error.partition(": ")[2][:40] in " ".join(done.err.split()), name
    assert [path.name for path in tmp_path.iterdir()] == ["bad-idea.md"]


GOOD_PROPOSAL = (FIXTURES / "proposals/every-change.md").read_text(encoding="utf-8")
_PHRASES = """in|paragraph|1|2|subparagraph|)|.|:|;|“|”|>|-|1)|1.|Article|7|31|38|part|one|two|shall|be
excluded|the words|substituted|by|supplemented|following wording|of|and|to|,|title|text|Law|chapter|preamble
throughout|wherever they occur|shall be in the following wording:|shall be considered|Justification: a|#
+++|⟦0⟧|4-1|`|\\|99999999999999999999|<b>|=a()|ß|١|²|Ⅷ|Article 7-|1-1-1)|art_1|"|»|«"""
WORDS = (
    *_PHRASES.replace("\n", "|").split("|"),
    *("\n", "\n\n", "\n> ", "\n- ", "\n   ", "\n1) ", "\t", "\r", "\u2028", "\u00ad"),
)
mutations = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 60), st.sampled_from([*WORDS, ""])), min_size=1, max_size=6
)


def only_our_errors(text: str) -> None:
    """The proposal is read and applied, or refused with a sentence and nothing else."""
    try:
        read = read_amendments(read_proposal(text, "idea", "idea.md").entries, law(), "idea.md")
        applied(law(), [each.change for each in read])
    except SourceError as refused:
        said = str(refused)
    else:
        return
    assert "\n" not in said
    assert len(said) < 1000


def mutated(text: str, changes: list[tuple[float, int, str]]) -> str:
    """The text with pieces taken out and others put in their places."""
    for where, length, words in changes:
        at = int(where * len(text))
        text = text[:at] + words + text[at + length :]
    return text


@settings(max_examples=150, derandomize=True)
@given(mutations)
def test_mutations_of_a_good_proposal(changes: list[tuple[float, int, str]]) -> None:
    only_our_errors(mutated(GOOD_PROPOSAL, changes))


@settings(max_examples=300, derandomize=True)
@given(st.sampled_from([case.amending for case in GOOD]), mutations)
def test_mutations_of_every_form(amending: str, changes: list[tuple[float, int, str]]) -> None:
    only_our_errors(HEAD + mutated(amending, changes))


@settings(max_examples=200, derandomize=True)
@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)))
def test_random_words(words: str) -> None:
    only_our_errors(words)
    only_our_errors(HEAD + words)


@pytest.mark.slow
@settings(max_examples=4000, derandomize=True)
@given(st.sampled_from([case.amending for case in GOOD]), mutations)
def test_many_mutations(amending: str, changes: list[tuple[float, int, str]]) -> None:
    only_our_errors(HEAD + mutated(amending, changes))
