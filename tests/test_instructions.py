"""The amending text is read as fixtures/instructions.txt says, one case for each form of a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from conftest import law_timelines

from lawdiff.history.applied import applied
from lawdiff.history.asof import act_on
from lawdiff.law.act_text import TextNode, act_text, numeral
from lawdiff.law.amendment import Change, Exclude, Insert, Move, Retitle, Reword, Substitute
from lawdiff.law.errors import SourceError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.instructions.instruction import Verb
from lawdiff.sources.instructions.outline import Sentence, outline
from lawdiff.sources.instructions.plain_markdown import markdown_lines
from lawdiff.sources.instructions.reader import read_amendments
from lawdiff.sources.instructions.sentences import read_sentence

FIXTURE = Path(__file__).parent / "fixtures/instructions.txt"


@dataclass(frozen=True)
class Case:
    """A case of the fixture: its name, the amending text, and the lines that say what is ordered."""

    name: str
    amending: str
    expected: str


def cases(text: str) -> Iterator[Case]:
    """The cases: "# name", the amending text, "=>", the changes."""
    for block in text.split("\n# ")[1:]:
        name, _, rest = block.partition("\n")
        amending, _, expected = rest.partition("\n=>\n")
        yield Case(name, amending.strip("\n"), expected.strip("\n"))


CASES = tuple(cases("\n" + FIXTURE.read_text(encoding="utf-8")))


@cache
def law() -> TextNode:
    return act_text(act_on(law_timelines(EvidenceScope.ALL), dt.date(2014, 7, 5)).node)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_read(case: Case) -> None:
    read = read_amendments(outline(markdown_lines(case.amending)), law(), "bill.md")
    assert "\n".join(line for each in read for line in notation(each.change)) == case.expected
    applied(law(), [each.change for each in read])  # and the law is such that it can be done


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 45
    assert len({case.name for case in CASES}) == len(CASES)


def notation(change: Change) -> Iterator[str]:
    """A change as the fixture writes it."""
    match change:
        case Substitute():
            everywhere = " everywhere" if change.everywhere else ""
            yield f"substitute {change.target} “{change.old}” -> “{change.new}”{everywhere}"
        case Exclude():
            yield f"exclude {change.target}"
        case Move():
            yield f"move {change.target} -> {change.to}"
        case Retitle():
            yield f"retitle {change.target.removesuffix('__heading')} “{change.heading}”"
        case Insert():
            home = "" if change.home == change.node.eid.parent else f" into {change.home}"
            yield from with_words(f"insert {change.node.eid}{home}", change.node)
        case Reword():
            yield from with_words(f"reword {change.target}", change.node)


def with_words(order: str, node: TextNode) -> Iterator[str]:
    """The words behind the order where there is one text, else below it."""
    assert all(each.num == numeral(each.eid) for each in node.walk())
    texts = list(node.texts())
    if len(texts) == 1 and texts[0][0] == node.eid:
        yield f"{order} “{texts[0][1]}”"
        return
    yield order
    yield from (f"  {eid} “{text}”" for eid, text in texts)


SENTENCES = [
    ("the second sentence of paragraph 2 of Article 5 shall be excluded;", Verb.EXCLUDE),
    (
        "in the first sentence of paragraph 2 of Article 5 the words “a” shall be replaced by the words “b”;",
        Verb.SUBSTITUTE,
    ),
    (
        "paragraph 2 of Article 5 shall be supplemented by a sentence of the following content: “So.”;",
        Verb.APPEND,
    ),
]


@pytest.mark.parametrize(("text", "verb"), SENTENCES)
def test_a_sentence_is_a_part_of_what_holds_it(text: str, verb: Verb) -> None:
    """Laws order so; a bill is refused, because nothing of ours has such a number."""
    (found,) = read_sentence(Sentence(text, 1, 0))
    assert (found.verb, found.place.levels) == (verb, (("art", "5"), ("para", "2")))
    assert found.place.is_inside == (verb is not Verb.APPEND)
    if found.place.is_inside:
        with pytest.raises(SourceError, match="a sentence has no number of its own"):
            read_amendments([Sentence(text, 1, 0)], law())
