"""The search: a page for each law and one for all of them, and the files that they read."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.law.eid import EId
from lawdiff.site.addresses import index_file, search_page
from lawdiff.site.page import Page
from lawdiff.site.site_law import SiteLaw


def law_search_page(law: SiteLaw) -> Page:
    """The page on which the words of one law are looked for, on all its days."""
    path = search_page(law)
    return Page(path, "search.html", "Search", law, lambda: {"parts": _options(law)}, path, "search")


def _options(law: SiteLaw) -> list[list[tuple[str, str, str]]]:
    """The articles to choose from, by the parts of the index: eId, name, and title on the horizon."""
    return [
        [(eid, name, _title(law, eid)) for eid, name in part.units if eid in law.unit_versions]
        for part in law.index
    ]


def _title(law: SiteLaw, eid: EId) -> str:
    heading = law.timelines.texts.get(eid.heading)
    return (heading.on(law.timelines.horizon).text if heading else None) or ""


def index_files(law: SiteLaw) -> Iterator[tuple[str, bytes]]:
    """The parts of the law's index."""
    for number, part in enumerate(law.index, 1):
        yield index_file(law, number), part.content
