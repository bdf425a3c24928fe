"""The whole site of this corpus, built once, and small ones of other laws: what its tests share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from conftest import law_timelines
from site_pages import SitePage

from lawdiff.cli.site_drawing import drawing_of
from lawdiff.history.engine import fold
from lawdiff.law.timeline import ActTimelines, EvidenceScope
from lawdiff.site.site_law import SiteLaw, read_site_law
from lawdiff.site.write import site_files
from lawdiff.sources.corpus import corpus_root, read_act
from lawdiff.sources.evidence import gather

LAW = "kz/2002/345/en"
KINDS = (
    "index.html",
    "about/index.html",
    f"{LAW}/index.html",
    f"{LAW}/2002-08-19/index.html",
    f"{LAW}/2014-07-06/index.html",
    f"{LAW}/2011-01-03/changes/index.html",
    f"{LAW}/art_7/index.html",
    f"{LAW}/art_7/2012-08-20/index.html",
    f"{LAW}/art_40/2010-12-04/index.html",
    f"{LAW}/laws/index.html",
    f"{LAW}/laws/354-IV/index.html",
    f"{LAW}/versions/index.html",
    f"{LAW}/compare/index.html",
    f"{LAW}/graph/index.html",
    f"{LAW}/announced/index.html",
    f"{LAW}/proposals/index.html",
    f"{LAW}/statistics/index.html",
    f"{LAW}/findings/index.html",
)


def site_law(corpus: Path, act: str, timelines: ActTimelines | None = None) -> SiteLaw:
    folded = timelines or fold(gather(read_act(corpus, act), EvidenceScope.ALL), EvidenceScope.ALL)
    return read_site_law(corpus, folded, drawing_of(folded, corpus))


@cache
def site() -> dict[str, bytes]:
    """Every file of the site of this corpus."""
    law = site_law(corpus_root(), "kz/2002/345", law_timelines(EvidenceScope.ALL))
    return dict(site_files([law]))


@cache
def page(path: str) -> SitePage:
    return SitePage(site()[path])


def pages() -> Iterator[tuple[str, SitePage]]:
    for path in site():
        if path.endswith(".html"):
            yield path, page(path)


def small_site(corpus: Path, act: str = "kz/2001/10") -> dict[str, bytes]:
    return dict(site_files([site_law(corpus, act)]))
