"""From laws to a site on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lawdiff.site.addresses import SITEMAP
from lawdiff.site.data_files import akn_files, published_files, version_files
from lawdiff.site.pages import SiteEntry, pages_of, site_pages
from lawdiff.site.proposal_pages import proposal_files
from lawdiff.site.render import Renderer, assets
from lawdiff.site.search_pages import index_files
from lawdiff.site.search_words import Vocabulary
from lawdiff.site.site_folder import SiteFolder, Written
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.sitemap import sitemap_index

Progress = Callable[[int, int], None]


def write_site(
    directory: Path, corpus: Path, laws: Iterable[SiteLaw], base: str = "", progress: Progress | None = None
) -> Written:
    """Write the site of those laws, and say what was written. A second call with the same laws writes
    nothing. `base` is the address at which it will be published; `progress` hears of pages done and known.

    SiteFolderError where the folder cannot hold it; the folder is left as it was whatever goes wrong.
    """
    folder = SiteFolder(directory)
    folder.must_be_usable(corpus)
    return folder.write(site_files(laws, base, progress))


def site_files(
    laws: Iterable[SiteLaw], base: str = "", progress: Progress | None = None
) -> Iterator[tuple[str, bytes]]:
    """Every file of the site with its content, one after the other."""
    base = base.rstrip("/")
    renderer = Renderer(base)
    yield from assets()
    shown: list[SiteEntry] = []
    vocabulary = Vocabulary()
    sitemaps: list[str] = []
    done = known = 0
    for law in laws:
        pages = list(pages_of(law))
        known += len(pages)
        for page in pages:
            yield page.path, renderer.html(page)
            done += 1
            if progress:
                progress(done, known)
        yield from version_files(law)
        yield from akn_files(law)
        yield from proposal_files(law)
        yield from index_files(law)
        vocabulary.add(frozenset().union(*(part.words for part in law.index)))
        if base:
            yield from published_files(law, pages, base)
            sitemaps.append(f"{base}/{law.folder}/{SITEMAP}")
        shown.append(SiteEntry.of(law))
    shards = dict(vocabulary.shards()) if len(shown) > 1 else {}
    yield from shards.values()
    for page in site_pages(shown, list(shards)):
        yield page.path, renderer.html(page)
    if base:
        yield SITEMAP, sitemap_index(sitemaps).encode()
