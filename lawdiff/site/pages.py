"""All pages of a law, and of the site around the laws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lawdiff.site.addresses import ABOUT, HOME, SEARCH, law_page
from lawdiff.site.day_changes import day_changes_pages
from lawdiff.site.history_pages import amending_pages, unit_history_page
from lawdiff.site.list_pages import list_pages
from lawdiff.site.page import Page
from lawdiff.site.proposal_pages import proposal_pages
from lawdiff.site.reading_pages import law_pages, unit_version_pages
from lawdiff.site.search_pages import law_search_page
from lawdiff.site.site_law import SiteLaw


def pages_of(law: SiteLaw) -> Iterator[Page]:
    """Every page of one law."""
    yield from law_pages(law)
    for unit in law.units:
        yield unit_history_page(law, unit)
        yield from unit_version_pages(law, unit)
    yield from day_changes_pages(law)
    yield from amending_pages(law)
    yield from list_pages(law)
    yield from proposal_pages(law)
    yield law_search_page(law)


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """What the pages of the whole site tell of one law."""

    name: str
    title: str
    page: str
    folder: str
    parts: int
    versions: int
    first: dt.date
    horizon: dt.date
    file: str
    older: tuple[tuple[str, dt.date], ...]
    sha256: str
    translation: str
    language: str
    titles: Mapping[str, str]

    @classmethod
    def of(cls, law: SiteLaw) -> SiteEntry:
        return cls(
            name=law.name,
            title=law.act.title,
            page=law_page(law),
            folder=law.folder,
            parts=len(law.index),
            versions=len(law.versions),
            first=law.versions[0].first,
            horizon=law.timelines.horizon,
            file=f"{law.act.id}/{law.edition.path.name}",
            older=law.timelines.editions[:-1],
            sha256=law.edition.sha256,
            translation=law.edition.translation,
            language=law.timelines.language,
            titles=dict(law.source.titles),  # a mapping that can go from one process to another
        )


def site_pages(laws: Sequence[SiteEntry], shards: Sequence[str]) -> Iterator[Page]:
    """The pages that are about no single law. `shards` are the beginnings by which words are kept."""
    yield Page(HOME, "home.html", "Laws", None, lambda: {"laws": laws}, HOME)
    yield Page(ABOUT, "about.html", "About this site", None, lambda: {"laws": laws}, ABOUT, "about")
    yield Page(
        SEARCH, "search.html", "Search", None, lambda: {"laws": laws, "shards": shards}, SEARCH, "search"
    )
