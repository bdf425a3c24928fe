"""What many tests share: the law of this corpus, its evidence and its timelines, folded once."""

from __future__ import annotations

from functools import cache

import pytest

from lawdiff.history.engine import fold
from lawdiff.law.evidence import Evidence
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope
from lawdiff.sources.act_source import ActSource
from lawdiff.sources.corpus import corpus_root, read_act
from lawdiff.sources.evidence import gather

ACT = "kz/2002/345"


@cache
def law_source() -> ActSource:
    return read_act(corpus_root(), ACT)


@cache
def law_evidence(scope: EvidenceScope) -> Evidence:
    return gather(law_source(), scope)


@cache
def law_timelines(scope: EvidenceScope, clock: Clock = Clock.ENFORCED) -> ActTimelines:
    return fold(law_evidence(scope), scope, clock)


@pytest.fixture(scope="session")
def source() -> ActSource:
    return law_source()


@pytest.fixture(scope="session")
def evidence() -> Evidence:
    return law_evidence(EvidenceScope.ALL)
