"""`lawdiff site`: write the site of historical versions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawdiff.cli.options import (
    archive_options,
    evidence_option,
    json_option,
    make_history,
    open_archive,
    pick_law,
    progress_bar,
)
from lawdiff.law.errors import UsageError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.corpus import act_folder, act_ids

if TYPE_CHECKING:
    from lawdiff.site.site_law import SiteLaw
    from lawdiff.store.archive import Archive


@click.command("site")
@click.argument("directory", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--law", help="One law alone, as country/year/number. [default: every law of the corpus]")
@click.option(
    "--url",
    metavar="URL",
    default="",
    help="Where it will be published: makes a feed and sitemaps too.",
)
@click.option(
    "--proposals",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of proposals that are to be published too, with those of the corpus.",
)
@json_option
@evidence_option
@archive_options
def command(
    directory: Path,
    law: str | None,
    url: str,
    proposals: Path | None,
    as_json: bool,
    evidence: str,
    corpus: str | None,
    repo: str | None,
) -> None:
    """Write a site into the folder OUT: the law on each of its days, and how well each word is known.

    It needs no server and no network: open OUT/index.html, or copy the folder to any web host. Written again
    it changes only what is different, and takes the old site's place at the end, whole.

    \b
    lawdiff site public
    lawdiff site public --url https://example.org/law
    """
    from lawdiff.site.write import write_site

    if url and not url.startswith(("https://", "http://")):
        raise UsageError(f"{url[:60]!r} is no address of a site; write https://example.org/law.")
    archive = open_archive(corpus, repo)
    acts = (law,) if law else act_ids(archive.corpus_path) or (pick_law(archive, None),)
    make_history(archive)
    laws = (_opened(archive, act, EvidenceScope(evidence), proposals) for act in acts)
    with progress_bar("Writing the site") as progress:
        done = write_site(directory, archive.corpus, laws, url, progress)
    if as_json:
        from lawdiff.cli.page import print_json

        counted = {"files": done.total, "written": done.written, "removed": done.removed}
        print_json({"directory": str(directory), "laws": len(acts), **counted})
        return
    from lawdiff.law.phrases import count

    click.echo(f"{directory}: the site of {count(len(acts), 'law')}")
    changed = f"{done.written} written, {done.kept} left as they were, {done.removed} removed"
    click.echo(f"  {count(done.total, 'file')}: {changed}")
    click.echo(f"Open {directory / 'index.html'} in a browser.")


def _opened(archive: Archive, act: str, scope: EvidenceScope, own: Path | None = None) -> SiteLaw:
    """A law with everything that its pages show, the parts of the graph and of drafting included.

    A proposal is about the text that all evidence gives: a site of the edition alone has none.
    """
    from lawdiff.cli.site_drawing import drawing_of
    from lawdiff.cli.site_proposals import proposals_of
    from lawdiff.drafting.folders import IN_CORPUS
    from lawdiff.site.site_law import read_site_law
    from lawdiff.sources.corpus import read_act

    timelines = archive.timelines(act, scope)
    folders = [*([own] if own else []), Path(act_folder(archive.corpus_path, act), IN_CORPUS)]
    drawing = drawing_of(timelines, archive.corpus)
    proposals = (
        proposals_of(timelines, read_act(archive.corpus, act), folders) if scope is EvidenceScope.ALL else ()
    )
    return read_site_law(archive.corpus, timelines, drawing, proposals)
