"""`lawdiff site`: write the site of historical versions."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import click

from lawdiff.cli.language import LANGUAGE
from lawdiff.cli.options import archive_options, evidence_option, json_option, open_archive
from lawdiff.cli.site_building import SiteTask, write_site_of
from lawdiff.law.errors import UsageError
from lawdiff.law.timeline import EvidenceScope


@click.command("site")
@click.argument("directory", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--law", help="One law alone, as country/year/number. [default: every law of the corpus]")
@click.option(
    "--language",
    type=LANGUAGE,
    help="One language alone. [default: every language that a law is held in]",
)
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
@click.option(
    "--akn/--no-akn",
    default=True,
    help="With or without each version as Akoma Ntoso, beside its page. [default: with]",
)
@click.option(
    "--history",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A history that `build` wrote: each page names the commit that holds it.",
)
@json_option
@evidence_option
@archive_options
def command(
    directory: Path,
    law: str | None,
    language: str | None,
    url: str,
    proposals: Path | None,
    akn: bool,
    history: Path | None,
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
    if url and not _is_site(url):
        raise UsageError(f"{url[:60]!r} is no address of a site; write https://example.org/law.")
    archive = open_archive(corpus, repo)
    task = SiteTask(law, language, EvidenceScope(evidence), proposals, url, akn, history)
    done = write_site_of(archive, directory, task)
    laws = len({text.act for text in task.texts(archive)})
    if as_json:
        from lawdiff.cli.page import print_json

        counted = {"files": done.total, "written": done.written, "removed": done.removed}
        print_json({"directory": str(directory), "laws": laws, **counted})
        return
    from lawdiff.law.phrases import count

    click.echo(f"{directory}: the site of {count(laws, 'law')}")
    changed = f"{done.written} written, {done.kept} left as they were, {done.removed} removed"
    click.echo(f"  {count(done.total, 'file')}: {changed}")
    click.echo(f"Open {directory / 'index.html'} in a browser.")


def _is_site(url: str) -> bool:
    """Whether addresses of pages can be made of it by putting a path behind it."""
    try:
        parts = urlsplit(url)
    except ValueError:  # "https://["
        return False
    is_whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    return is_whole and not set(url) & set(' ?#"<>\\') and url.isprintable()
