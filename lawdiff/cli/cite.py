"""`lawdiff cite`: which act and edition a citation means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from lawdiff.cli.options import json_option, open_archive
from lawdiff.law.errors import UsageError


@click.command("cite")
@click.argument("text", nargs=-1)
@click.option(
    "--file", type=click.Path(path_type=Path), help="A bibliography: numbered entries, or one a line."
)
@click.option(
    "--corpus",
    type=click.Path(path_type=Path),
    envvar="LAWDIFF_CORPUS",
    help="Another corpus than the one that came with lawdiff. [env: LAWDIFF_CORPUS]",
)
@click.option(
    "--repo",
    type=click.Path(path_type=Path),
    envvar="LAWDIFF_REPO",
    help="The history repository. [env: LAWDIFF_REPO; default: the user's cache folder]",
)
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    text: Sequence[str],
    file: Path | None,
    corpus: str | None,
    repo: str | None,
    as_json: bool,
) -> None:
    """Which act and edition the citation TEXT means, why, and what is doubtful about it.

    An act of the corpus is `held`, one of its register `known`. Numbers with a wrong convocation and years
    that are not the act's are told. Exit code 1 if nothing could be read as a citation of an act.

    \b
    lawdiff cite "Law of Kazakhstan. 2013. No. 345-II On the Rights of the Child"
    lawdiff cite "Article 7(1) of the Law of 8 August 2002 No. 345"
    lawdiff cite --file article.txt --json
    """
    from lawdiff.cli.cite_forms import Answered, citation_lines, citations_json, table_lines
    from lawdiff.sources.act_register import known_acts
    from lawdiff.sources.citations.citation import Entry, Outcome
    from lawdiff.sources.citations.entries import entries
    from lawdiff.sources.citations.meaning import meant
    from lawdiff.sources.toml_row import read_utf8

    asked = " ".join(text)
    if bool(asked.strip()) == (file is not None):
        raise UsageError("give one citation in quotes, or a bibliography with --file.")
    archive = open_archive(corpus, repo)
    found = entries(read_utf8(file)) if file else (Entry("", 0, asked),)
    acts = known_acts(archive.corpus)
    answered = [Answered.of(entry, meant(entry.text, acts), archive.timelines) for entry in found]
    if as_json:
        from lawdiff.cli.page import print_json

        print_json(citations_json(answered))
    else:
        from lawdiff.cli.page import print_lines

        print_lines(table_lines(answered) if file else citation_lines(answered[0]))
    none = all(each.citation.outcome is Outcome.NOT_AN_ACT for each in answered)
    if none:
        click.echo("lawdiff: nothing here could be read as a citation of an act.", err=True)
    ctx.exit(int(none))
