"""Excluded words leave no gap, and words that an edit takes away are written as excluded."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from conftest import law_timelines

from lawdiff.drafting.amending_text import amending_text, bill_items
from lawdiff.drafting.word_changes import substitutions
from lawdiff.history.applied import applied
from lawdiff.history.asof import act_on
from lawdiff.law.act_text import EXCLUDED, TextNode, act_text, find_node
from lawdiff.law.amendment import Amendment, Substitute
from lawdiff.law.eid import EId
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.instructions.outline import outline
from lawdiff.sources.instructions.plain_markdown import markdown_lines
from lawdiff.sources.instructions.reader import read_amendments

PLACE = EId("art_1")


def law(day: dt.date = dt.date(2014, 7, 5)) -> TextNode:
    return act_text(act_on(law_timelines(EvidenceScope.ALL), day).node)


def one_text(text: str) -> TextNode:
    return TextNode(EId("act"), "", "A law", children=(TextNode(PLACE, "Article 1", "Title", text),))


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("a child X of parents", "X", "a child of parents"),
        ("a child of parents X", "X", "a child of parents"),
        ("a child of parents X.", "X", "a child of parents."),
        ("X a child", "X", "a child"),
        ("a child, X, a parent", "X", "a child, a parent"),
        ("a child, X, a parent", ", X", "a child, a parent"),
        ("a child, X, a parent", "X,", "a child, a parent"),
        ("a child, X; a parent", "X", "a child; a parent"),
        ("a child (X of parents)", "X", "a child (of parents)"),
        ("a child (of parents X)", "X", "a child (of parents)"),
        ("a child (X)", "(X)", "a child"),
        ("X, a child", "X", "a child"),
        ("a child (X, Y)", "X", "a child (Y)"),
        ("a child (Y, X)", "X", "a child (Y)"),
        ("a state-X child", "-X", "a state child"),
    ],
)
def test_what_stays_reads_well(text: str, words: str, left: str) -> None:
    after = applied(one_text(text), [Substitute(PLACE, words, "")])
    assert after.children[0].text == left


def test_neighbours_are_excluded_one_by_one() -> None:
    """Each exclusion names words of the law as it is, and none takes what another has."""
    changes = [Substitute(PLACE, words, "") for words in ("A", "B,", "C")]
    assert applied(one_text("A B, C d"), changes).children[0].text == "d"


def test_words_that_go_are_written_as_excluded() -> None:
    old = "State shall guarantee gratuitous and full medical assistance for all the children."
    new = "State shall guarantee gratuitous medical assistance for all the children."
    assert substitutions(PLACE, old, new) == (Substitute(PLACE, "and full", ""),)


@pytest.mark.parametrize("seed", range(4))
def test_random_deletions_come_back_byte_for_byte(seed: int) -> None:
    """Some 500 deletions of one to four words each, anywhere in the real law: written, read and applied."""
    chance = random.Random(seed)
    root = law()
    texts = [(eid, text) for eid, text in root.texts() if eid.kind != "heading" and eid != "title"]
    excluded = 0
    for _ in range(125):
        eid, text = chance.choice(texts)
        words = text.split(" ")
        if text == EXCLUDED or len(words) < 10:
            continue
        at = chance.randrange(len(words) - 4)
        new = " ".join(words[:at] + words[at + chance.randint(1, 4) :])
        changes = substitutions(own(root, eid), text, new)
        assert changes
        excluded += all(change.new == "" for change in changes)
        again = read_again(root, changes)
        assert applied(root, again) == applied(root, changes)
        assert dict(applied(root, changes).texts())[eid] == new
    assert excluded > 60  # most; words that stand twice are quoted with their neighbours


def own(root: TextNode, eid: EId) -> EId:
    node = find_node(root, eid)
    return eid.child("al", "1") if node and node.children else eid


def read_again(root: TextNode, changes: tuple[Substitute, ...]) -> list[Substitute]:
    text = amending_text(bill_items([Amendment(change, 0) for change in changes], root))
    read = [each.change for each in read_amendments(outline(markdown_lines(text)), root)]
    found = [change for change in read if isinstance(change, Substitute)]
    assert len(found) == len(read)
    return found
