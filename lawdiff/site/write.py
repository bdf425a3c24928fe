"""From laws to a site on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lawdiff.site.pages import SiteEntry, pages_of, site_pages
from lawdiff.site.render import Renderer, assets
from lawdiff.site.site_folder import SiteFolder, Written
from lawdiff.site.site_law import SiteLaw

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
    renderer = Renderer(base)
    yield from assets()
    shown = []
    done = known = 0
    for law in laws:
        pages = list(pages_of(law))
        known += len(pages)
        for page in pages:
            yield page.path, renderer.html(page)
            done += 1
            if progress:
                progress(done, known)
        shown.append(SiteEntry.of(law))
    for page in site_pages(shown):
        yield page.path, renderer.html(page)
