"""From laws to a site on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from lawdiff.site.addresses import SITEMAP
from lawdiff.site.law_files import LawDone, LawFile, Opener, law_files, law_parts
from lawdiff.site.pages import SiteEntry, site_pages
from lawdiff.site.render import Renderer, assets
from lawdiff.site.search_words import Vocabulary
from lawdiff.site.site_folder import SiteFolder, Written
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.sitemap import sitemap_index
from lawdiff.store.workers import as_made, workers_for

_WORTH_A_PROCESS = 1  # laws; one takes a hundred times as long as the start of a process
_PARTS = 2  # of a law that is alone
Job = Callable[[], Iterator[LawFile | LawDone]]
Progress = Callable[[int, int], None]


def write_site(
    directory: Path, corpus: Path, laws: Iterable[SiteLaw], base: str = "", progress: Progress | None = None
) -> Written:
    """Write the site of those laws, and say what was written. A second call with the same laws writes
    nothing. `base` is the address at which it will be published; `progress` hears of pages done and known.

    SiteFolderError where the folder cannot hold it; the folder is left as it was whatever goes wrong.
    """
    return write_opened(directory, corpus, _openers(laws), base, progress)


def write_opened(
    directory: Path,
    corpus: Path,
    laws: Sequence[Opener],
    base: str = "",
    progress: Progress | None = None,
    is_shared: bool = True,
) -> Written:
    """The same for laws that are opened when they are needed. `is_shared`: several processes may do it."""
    folder = SiteFolder(directory)
    folder.must_be_usable(corpus)
    workers = workers_for(max(len(laws), _PARTS), _WORTH_A_PROCESS) if is_shared else 1
    return folder.write(_files(laws, base.rstrip("/"), progress, workers))


def site_files(laws: Iterable[SiteLaw], base: str = "") -> Iterator[tuple[str, bytes]]:
    """Every file of the site with its content, one after the other."""
    return _files(_openers(laws), base.rstrip("/"), None, 1)


def _openers(laws: Iterable[SiteLaw]) -> list[Opener]:
    return [lambda law=law: law for law in laws]  # type: ignore[misc]


def _files(
    laws: Sequence[Opener], base: str, progress: Progress | None, workers: int
) -> Iterator[tuple[str, bytes]]:
    yield from assets()
    renderer = Renderer(base)
    renderer.compile()
    shown: dict[int, SiteEntry] = {}
    vocabulary = Vocabulary()
    known: dict[int, int] = {}
    done = 0
    for number, made in as_made(_jobs(laws, renderer, base, workers), workers):
        if isinstance(made, LawDone):
            shown[number] = made.entry
            vocabulary.add(number, made.words)
            continue
        yield made.path, made.content
        if made.pages:
            known[number] = made.pages
            done += 1
            if progress:
                progress(done, sum(known.values()))
    yield from _around([shown[number] for number in sorted(shown)], vocabulary, renderer, base)


def _jobs(laws: Sequence[Opener], renderer: Renderer, base: str, workers: int) -> Sequence[Job]:
    """What the processes do: a law each, or the parts of one law alone, which is opened before they begin."""
    if len(laws) == 1 and workers > 1:
        return law_parts(laws[0](), renderer, base)
    return [partial(law_files, law, renderer, base) for law in laws]


def _around(
    shown: Sequence[SiteEntry], vocabulary: Vocabulary, renderer: Renderer, base: str
) -> Iterator[tuple[str, bytes]]:
    """The files that are about no single law."""
    shards = dict(vocabulary.shards()) if len(shown) > 1 else {}
    yield from shards.values()
    for page in site_pages(shown, list(shards)):
        yield page.path, renderer.html(page)
    if base:
        yield SITEMAP, sitemap_index(f"{base}/{entry.folder}/{SITEMAP}" for entry in shown).encode()
