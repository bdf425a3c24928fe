"""What many tests share: the law of this corpus with its evidence and timelines, folded once; a browser."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import CHROMIUM, FLAGS
from hypothesis import settings

from lawdiff.cli.main import main
from lawdiff.history.engine import fold
from lawdiff.law.evidence import Evidence
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope
from lawdiff.sources.act_source import ActSource
from lawdiff.sources.corpus import corpus_root, read_act
from lawdiff.sources.evidence import gather

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ACT = "kz/2002/345"

# How long one case takes says nothing where other programs share the machine.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")


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


@dataclass(frozen=True)
class Ran:
    """What one run of the command line left."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The history repository that all runs of the command line share."""
    return tmp_path_factory.mktemp("kept") / "history.git"


@pytest.fixture
def lawdiff(kept: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs the command line in this process: `lawdiff("asof", "2012-01-01", "art 7")`."""
    monkeypatch.setenv("LAWDIFF_REPO", str(kept))
    monkeypatch.delenv("LAWDIFF_CORPUS", raising=False)

    def run(*arguments: str) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
            main(arguments)
        code = left.value.code
        assert isinstance(code, int) or code is None
        return Ran(code or 0, out.getvalue(), err.getvalue())

    return run


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI") in ("true", "1"):
            pytest.fail("chromium is missing; `apt-get install chromium`")
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this corpus as a folder."""
    from whole_site import site

    place = tmp_path_factory.mktemp("site")
    for name, content in site().items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    return place
