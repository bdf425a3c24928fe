"""The files of one law, one after the other, and at the end what the whole site tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from lawdiff.site.data_files import akn_files, published_files, version_files
from lawdiff.site.page import Page
from lawdiff.site.pages import SiteEntry, pages_of
from lawdiff.site.proposal_pages import proposal_files
from lawdiff.site.render import Renderer
from lawdiff.site.search_pages import index_files
from lawdiff.site.site_law import SiteLaw

Opener = Callable[[], SiteLaw]


@dataclass(frozen=True, slots=True)
class LawFile:
    """A file of a law; `pages` is how many pages the law has, 0 for a file that is none."""

    path: str
    content: bytes
    pages: int = 0


@dataclass(frozen=True, slots=True)
class LawDone:
    """What the whole site tells of a law, with all of its words."""

    entry: SiteEntry
    words: frozenset[str]


Made = Iterator[LawFile | LawDone]


def law_files(opener: Opener, renderer: Renderer, base: str) -> Made:
    """Open a law and make its files. Nothing of it is kept afterwards."""
    for part in law_parts(opener(), renderer, base):
        yield from part()


def law_parts(law: SiteLaw, renderer: Renderer, base: str) -> tuple[Callable[[], Made], ...]:
    """The same of a law that is open, in two parts that take about as long: its pages, and all else."""
    pages = list(pages_of(law))
    return partial(_pages, renderer, pages), partial(_other_files, law, pages, base)


def _pages(renderer: Renderer, pages: Sequence[Page]) -> Made:
    for page in pages:
        yield LawFile(page.path, renderer.html(page), len(pages))


def _other_files(law: SiteLaw, pages: list[Page], base: str) -> Made:
    for files in (version_files(law), akn_files(law), proposal_files(law), index_files(law)):
        for path, content in files:
            yield LawFile(path, content)
    if base:
        for path, content in published_files(law, pages, base):
            yield LawFile(path, content)
    yield LawDone(SiteEntry.of(law), frozenset[str]().union(*(part.words for part in law.index)))
