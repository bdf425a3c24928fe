"""`lawdiff verify`: check a history repository against the corpus."""

from __future__ import annotations

import click

from lawdiff.cli.options import evidence_option, json_option, open_archive
from lawdiff.law.timeline import EvidenceScope


@click.command("verify")
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(), envvar="LAWDIFF_REPO")
@click.option(
    "--corpus",
    type=click.Path(),
    envvar="LAWDIFF_CORPUS",
    help="Another corpus than the one that came with lawdiff. [env: LAWDIFF_CORPUS]",
)
@evidence_option
@json_option
@click.pass_context
def command(
    ctx: click.Context, directory: str | None, corpus: str | None, evidence: str, as_json: bool
) -> None:
    """Whether the repository DIR is the history of the corpus: nothing missing, nothing changed.

    The history is built again in a temporary folder and its commit ids compared; git checks the
    repository; and replaying all commits must give back each edition, byte for byte. Exit code 1 names
    the first thing that differs.

    \b
    lawdiff verify history
    """
    from lawdiff.store.verify import verify

    archive = open_archive(corpus, directory)
    found = verify(archive.repository, archive.corpus, EvidenceScope(evidence))
    if as_json:
        from lawdiff.cli.page import print_json

        print_json({"directory": str(archive.repository), "verified": not found, "differences": found})
    elif found:
        for sentence in found:
            click.echo(f"{archive.repository}: {sentence}")
    else:
        click.echo(f"{archive.repository}: verified; every edition comes out of it byte for byte.")
    ctx.exit(1 if found else 0)
