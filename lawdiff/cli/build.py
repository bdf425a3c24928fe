"""`lawdiff build`: write the history as a git repository."""

from __future__ import annotations

import click

from lawdiff.cli.options import (
    default_repository,
    evidence_option,
    json_option,
    open_archive,
    progress_bar,
)
from lawdiff.law.timeline import EvidenceScope


@click.command("build")
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(), envvar="LAWDIFF_REPO")
@click.option("--bare", is_flag=True, help="Without a work tree: for a server, not for reading files.")
@click.option(
    "--corpus",
    type=click.Path(),
    envvar="LAWDIFF_CORPUS",
    help="Another corpus than the one that came with lawdiff. [env: LAWDIFF_CORPUS]",
)
@evidence_option
@json_option
def command(directory: str | None, bare: bool, corpus: str | None, evidence: str, as_json: bool) -> None:
    """Write the history of every law of the corpus into the git repository DIR.

    One commit for each amending law, a tag for each, announced laws on a branch of their own. Built
    again, the same corpus gives the same commit ids. Until all is written and checked, the old history
    stays as it is. Without DIR it is the repository that the other commands read.

    \b
    lawdiff build history
    git -C history log --stat
    """
    from lawdiff.store.freshness import forget_identity, identity_of, keep_identity
    from lawdiff.store.repository import build

    archive = open_archive(corpus, directory)
    is_cache = directory is None and archive.repository_path == default_repository(archive.corpus_path)
    identity = identity_of(archive.corpus)
    with progress_bar("Building the history") as progress:
        report = build(
            archive.repository,
            archive.corpus,
            scope=EvidenceScope(evidence),
            bare=bare or is_cache,
            progress=progress,
        )
    if evidence == EvidenceScope.ALL.value:  # what the other commands would build here themselves
        keep_identity(archive.folder, archive.corpus, identity)
    else:
        forget_identity(archive.folder)
    if as_json:
        from lawdiff.cli.page import print_json

        print_json(
            {
                "directory": str(report.directory),
                "acts": report.acts,
                "commits": report.commits,
                "file_versions": report.versions,
                "refs": report.refs,
            }
        )
        return
    from lawdiff.law.phrases import count

    tags = sum(name.startswith("refs/tags/") for name in report.refs)
    branches = [name.removeprefix("refs/heads/") for name in report.refs if name.startswith("refs/heads/")]
    shown = directory or report.directory
    click.echo(f"{shown}: the history of {count(report.acts, 'law')}")
    click.echo(f"  {count(report.commits, 'commit')} on {', '.join(branches)}; {count(tags, 'tag')}")
    click.echo(f"Look at it with `git -C {shown} log --stat`.")
