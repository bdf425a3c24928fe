"""From laws to a site on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from lawdiff.site.addresses import SITEMAP
from lawdiff.site.law_files import LawDone, LawFile, Opener, law_files, law_parts
from lawdiff.site.pages import SiteEntry, site_pages
from lawdiff.site.render import Renderer, assets
from lawdiff.site.search_words import Vocabulary
from lawdiff.site.site_folder import SiteFolder, Written
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.sitemap import sitemap_index
from lawdiff.store.collector import young_collected
from lawdiff.store.workers import as_made, workers_for

_WORTH_A_PROCESS = 1  # laws; one takes a hundred times as long as the start of a process
_PARTS = 2  # of a law that is alone
Job = Callable[[], Iterator[LawFile | LawDone]]
Progress = Callable[[int, int], None]
Kept = TypeVar("Kept")
Keep = Callable[[str, bytes], Kept]


@dataclass(frozen=True, slots=True)
class KeptFile(Generic[Kept]):
    """A file of a law that was put where it belongs; `pages` as those of `LawFile`."""

    path: str
    kept: Kept
    pages: int


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
    folder.begin()
    return folder.finish(_files(laws, base.rstrip("/"), progress, workers, folder.put))


def site_files(laws: Iterable[SiteLaw], base: str = "") -> Iterator[tuple[str, bytes]]:
    """Every file of the site with its content, one after the other."""
    return _files(_openers(laws), base.rstrip("/"), None, 1, lambda _, content: content)


def _openers(laws: Iterable[SiteLaw]) -> list[Opener]:
    return [lambda law=law: law for law in laws]  # type: ignore[misc]


def _files(
    laws: Sequence[Opener], base: str, progress: Progress | None, workers: int, keep: Keep[Kept]
) -> Iterator[tuple[str, Kept]]:
    """Every file, with what came of keeping it: the process that makes a file keeps it."""
    for path, content in assets():
        yield path, keep(path, content)
    renderer = Renderer(base)
    renderer.compile()
    shown: dict[int, SiteEntry] = {}
    vocabulary = Vocabulary()
    known: dict[int, int] = {}
    done = 0
    jobs = [partial(_kept, job, keep) for job in _jobs(laws, renderer, base, workers)]
    for number, made in as_made(jobs, workers):
        if isinstance(made, LawDone):
            shown[number] = made.entry
            vocabulary.add(number, made.words)
            continue
        yield made.path, made.kept
        if made.pages:
            known[number] = made.pages
            done += 1
            if progress:
                progress(done, sum(known.values()))
    around = _around([shown[number] for number in sorted(shown)], vocabulary, renderer, base)
    yield from ((path, keep(path, content)) for path, content in around)


def _jobs(laws: Sequence[Opener], renderer: Renderer, base: str, workers: int) -> Sequence[Job]:
    """What the processes do: a law each, or the parts of one law alone, which is opened before they begin."""
    if len(laws) == 1 and workers > 1:
        return law_parts(laws[0](), renderer, base)
    return [partial(law_files, law, renderer, base) for law in laws]


def _kept(job: Job, keep: Keep[Kept]) -> Iterator[KeptFile[Kept] | LawDone]:
    with young_collected():
        for made in job():
            if isinstance(made, LawDone):
                yield made
            else:
                yield KeptFile(made.path, keep(made.path, made.content), made.pages)


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
