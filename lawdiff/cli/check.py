"""`lawdiff check`: what is wrong or doubtful in the sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawdiff.cli.findings import finding_lines
from lawdiff.cli.options import json_option, open_archive, pick_law
from lawdiff.law.errors import SourceError
from lawdiff.sources.corpus import act_ids

if TYPE_CHECKING:
    from lawdiff.law.finding import Finding


@click.command("check")
@click.option("--law", help="The law, as country/year/number. [default: every law of the corpus]")
@click.option(
    "--corpus",
    type=click.Path(),
    envvar="LAWDIFF_CORPUS",
    help="Another corpus than the one that came with lawdiff. [env: LAWDIFF_CORPUS]",
)
@json_option
@click.pass_context
def command(ctx: click.Context, law: str | None, corpus: str | None, as_json: bool) -> None:
    """What is wrong or doubtful in the corpus, with file and line, and never silently repaired.

    Exit code 1 if any finding is an error; warnings and notes are for a reader to judge.

    \b
    lawdiff check
    lawdiff check --law kz/2002/345 --json
    """
    archive = open_archive(corpus, None)
    found: list[Finding] = []
    unreadable: list[SourceError] = []
    for act in (law,) if law else act_ids(archive.corpus) or (pick_law(archive, law),):
        try:
            found += _findings(archive.corpus, act)
        except SourceError as problem:
            unreadable.append(problem)
    found.sort(key=lambda finding: finding.order)
    if as_json:
        from lawdiff.cli.page import print_json
        from lawdiff.law.json_form import finding_json

        print_json({"findings": [finding_json(finding) for finding in found]})
    else:
        from lawdiff.cli.page import print_lines

        print_lines(finding_lines(found, is_whole=not unreadable))
    for error in unreadable:
        click.echo(f"lawdiff: {error}", err=True)
    errors = any(finding.severity.value == "error" for finding in found)
    ctx.exit(SourceError.exit_code if unreadable else int(errors))


def _findings(root: Path, act: str) -> Iterator[Finding]:
    """The findings on one act, their files named from the corpus folder."""
    from lawdiff.history.check import check
    from lawdiff.sources.corpus import read_act

    for finding in check(read_act(root, act)):
        path = Path(finding.file)
        inside = path.resolve().relative_to(root.resolve()) if path.is_absolute() else Path(act) / path
        yield replace(finding, file=inside.as_posix())
