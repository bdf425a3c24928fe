"""The benchmark's made-up laws are law: read without a doubt about any note, and the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.prose import Prose
from bench.synthetic import AMENDING_LAWS, write_corpus
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.corpus import act_ids, corpus_root, fingerprint, read_act
from lawdiff.sources.evidence import gather

LAWS = 3


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("made_up")
    write_corpus(root, LAWS, Prose(corpus_root() / "kz/2002/345/en.txt"))
    return root


def test_the_same_bytes_every_time(made_up: Path, tmp_path: Path) -> None:
    write_corpus(tmp_path, LAWS, Prose(corpus_root() / "kz/2002/345/en.txt"))
    assert fingerprint(tmp_path) == fingerprint(made_up)


@pytest.mark.parametrize("number", range(LAWS))
def test_every_note_is_read(made_up: Path, number: int) -> None:
    source = read_act(made_up, act_ids(made_up)[number])
    evidence = gather(source, EvidenceScope.ALL)
    expected = {"clause-missing", "law-missing"}  # as in the real law, some notes name no clause or no law
    assert {finding.code for finding in evidence.findings} <= expected
    assert len(source.laws) == AMENDING_LAWS
    assert {law for effect in evidence.effects for law in effect.laws} <= {*source.laws, "?"}
    assert {effect.causes[0].law for effect in evidence.effects if effect.announced} <= {
        list(source.laws)[-1]
    }


def test_the_size_of_the_real_law(made_up: Path) -> None:
    real = (corpus_root() / "kz/2002/345/en.txt").stat().st_size
    for path in made_up.glob("*/*/*/en.txt"):
        assert 0.8 * real < path.stat().st_size < 1.4 * real
        assert 60 <= path.read_text("utf-8").count("\nArticle ") <= 80
