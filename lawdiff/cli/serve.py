"""`lawdiff serve`: build the site and show it on this machine, again whenever the corpus changes."""

from __future__ import annotations

import errno
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawdiff.cli.language import LANGUAGE
from lawdiff.cli.options import archive_options, evidence_option, open_archive
from lawdiff.cli.site_building import SiteTask, write_site_alone, write_site_of
from lawdiff.law.errors import LawdiffError, UsageError
from lawdiff.law.timeline import EvidenceScope

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer

_POLL = 1.0  # seconds between two looks at the corpus


@click.command("serve")
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one."
)
@click.option("--law", help="One law alone, as country/year/number. [default: every law of the corpus]")
@click.option(
    "--language",
    type=LANGUAGE,
    help="One language alone. [default: every language that a law is held in]",
)
@click.option(
    "--proposals",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of proposals that are to be shown too, with those of the corpus.",
)
@evidence_option
@archive_options
def command(
    directory: Path | None,
    port: int,
    law: str | None,
    language: str | None,
    proposals: Path | None,
    evidence: str,
    corpus: str | None,
    repo: str | None,
) -> None:
    """Build the site and show it at http://127.0.0.1:8000/, to this machine alone, until Ctrl-C.

    The site is built into DIR, or into a folder that is gone afterwards. When a file of the corpus or of the
    proposals changes it is built again: load the page again.

    \b
    lawdiff serve
    lawdiff serve public --port 8080
    """
    task = SiteTask(law, language, EvidenceScope(evidence), proposals)
    archive = open_archive(corpus, repo)
    with _folder(directory) as folder, _listening(folder, port) as server:
        watched = [archive.corpus, *([proposals] if proposals else [])]
        seen = _signature(watched)
        write_site_of(archive, folder, task)
        _start(server)
        click.echo(f"The site is at http://127.0.0.1:{server.server_port}/")
        click.echo("Ctrl-C stops it.")
        try:
            _rebuild_for_ever(folder, task, corpus, repo, watched, seen)
        except KeyboardInterrupt:
            click.echo("Stopped.")


@contextmanager
def _folder(directory: Path | None) -> Iterator[Path]:
    """The folder named, or one that is gone afterwards."""
    if directory is not None:
        yield directory.resolve()
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="lawdiff-site-") as made:
        yield Path(made).resolve() / "site"


@contextmanager
def _listening(folder: Path, port: int) -> Iterator[ThreadingHTTPServer]:
    """A server that has its port before anything is built, so that one that is taken is said at once."""
    from lawdiff.site.server import server_of

    try:
        server = server_of(folder, port)
    except OSError as error:
        raise UsageError(_why_no_port(port, error)) from error
    with server:
        yield server


def _why_no_port(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken; stop what uses it or name another: --port {port % 65535 + 1}."
    if error.errno == errno.EACCES:
        return f"port {port} is the system's; name one above 1023: --port 8000."
    return f"port {port} cannot be used ({error.strerror}); name another with --port."


def _start(server: ThreadingHTTPServer) -> None:
    from threading import Thread

    Thread(target=server.serve_forever, daemon=True).start()


def _rebuild_for_ever(
    folder: Path, task: SiteTask, corpus: str | None, repo: str | None, watched: list[Path], seen: list[int]
) -> None:
    """Build the site again after each change. What cannot be read is said, and the old site stays."""
    while True:
        time.sleep(_POLL)
        now = _signature(watched)
        if now == seen:
            continue
        seen = now
        try:
            done = write_site_alone(open_archive(corpus, repo), folder, replace(task, is_shared=False))
        except LawdiffError as error:
            click.echo(f"lawdiff: {error} The site stays as it was.", err=True)
        else:
            click.echo(f"Built again: {done.written} written, {done.removed} removed.")


def _signature(folders: list[Path]) -> list[int]:
    """What changes when a file in one of the folders does; empty while an editor replaces one."""
    from lawdiff.store.freshness import corpus_signature

    try:
        return corpus_signature(*folders)
    except OSError:
        return []
