"""The files beside the pages of a law, for programs: versions as JSON, TimeMaps, a feed, a sitemap."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.site.addresses import (
    FEED,
    SITEMAP,
    TIMEMAP,
    absolute,
    akn_file,
    comparison_file,
    data_file,
    unit_version_page,
    version_page,
)
from lawdiff.site.answer_texts import AnswerTexts
from lawdiff.site.comparison import comparison_script
from lawdiff.site.feed import feed
from lawdiff.site.page import Page
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.sitemap import sitemap
from lawdiff.site.timemap import timemap
from lawdiff.site.version import Version


def version_files(law: SiteLaw) -> Iterator[tuple[str, bytes]]:
    """Each version of the law and of its articles as `asof --json` gives it for the first day, and all
    comparisons."""
    yield comparison_file(law), comparison_script(law)
    answers = AnswerTexts()
    for version in law.versions:
        yield data_file(version_page(law, version)), answers.of(law.on(version.first)).encode()
    for unit, versions in law.unit_versions.items():
        for version in versions:
            answer = law.on(version.first, (unit,))
            yield data_file(unit_version_page(law, unit, version)), answers.of(answer).encode()


def akn_files(law: SiteLaw) -> Iterator[tuple[str, bytes]]:
    """Each version of the law and of its articles as Akoma Ntoso, as `export akn` writes it for the first
    day."""
    from lawdiff.store.akn.act_documents import ActDocuments
    from lawdiff.store.akn.shared_elements import SharedElements
    from lawdiff.store.akn.writer import write_akn

    if not law.with_akn:
        return
    documents = ActDocuments(law.timelines, law.printed, law.register, law.acts)
    shared = SharedElements(law.timelines)
    for version in law.versions:
        day = version.first
        document = documents.on(day, None, law.on(day))
        yield akn_file(version_page(law, version)), write_akn(document, shared).encode()
    for unit, versions in law.unit_versions.items():
        for version in versions:
            document = documents.on(version.first, unit, law.on(version.first, (unit,)))
            page = unit_version_page(law, unit, version)
            yield akn_file(page), write_akn(document, shared).encode()


def published_files(law: SiteLaw, pages: list[Page], base: str) -> Iterator[tuple[str, bytes]]:
    """What can only be written for a site whose address is known, for its standards want whole addresses."""
    yield f"{law.folder}/{FEED}", feed(law, base).encode()
    yield f"{law.folder}/{SITEMAP}", sitemap(absolute(base, page.path) for page in pages).encode()
    versions = [(each, absolute(base, version_page(law, each))) for each in law.versions]
    yield _timemap(base, law.folder, versions)
    for unit, found in law.unit_versions.items():
        listed = [(each, absolute(base, unit_version_page(law, unit, each))) for each in found]
        yield _timemap(base, f"{law.folder}/{unit}", listed)


def _timemap(base: str, folder: str, versions: list[tuple[Version, str]]) -> tuple[str, bytes]:
    path = f"{folder}/{TIMEMAP}"
    return path, timemap(f"{base}/{folder}/", f"{base}/{path}", versions).encode()
