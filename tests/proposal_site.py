"""The site of this corpus with two proposals, its own and one with every kind of change: what tests share."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from conftest import law_source, law_timelines
from site_pages import SitePage
from whole_site import LAW

from lawdiff.cli.site_drawing import drawing_of
from lawdiff.cli.site_proposals import proposals_of
from lawdiff.law.timeline import EvidenceScope
from lawdiff.site.site_law import SiteLaw, read_site_law
from lawdiff.site.write import site_files
from lawdiff.sources.corpus import corpus_root

FIXTURES = Path(__file__).parent / "fixtures/proposals"
LIST = f"{LAW}/proposals/index.html"
TERMS = f"{LAW}/proposals/disability-terms/index.html"
EVERY = f"{LAW}/proposals/every-change/index.html"
KINDS = (LIST, TERMS, EVERY, f"{LAW}/art_31/index.html")


@cache
def law_with_proposals() -> SiteLaw:
    timelines = law_timelines(EvidenceScope.ALL)
    folders = [FIXTURES, corpus_root() / "kz/2002/345/proposals"]
    found = proposals_of(timelines, law_source(), folders)
    return read_site_law(corpus_root(), timelines, drawing_of(timelines, corpus_root()), found)


@cache
def proposal_site() -> dict[str, bytes]:
    return dict(site_files([law_with_proposals()]))


@cache
def read(path: str) -> SitePage:
    return SitePage(proposal_site()[path])
