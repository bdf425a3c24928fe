"""`lawdiff cite`: which act and edition a citation means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawdiff.cli.options import archive_options, json_option, open_archive
from lawdiff.law.errors import UsageError

if TYPE_CHECKING:
    from lawdiff.cli.cite_forms import Answered
    from lawdiff.store.archive import Archive


@click.command("cite")
@click.argument("text", nargs=-1)
@click.option(
    "--file", type=click.Path(path_type=Path), help="A bibliography: numbered entries, or one a line."
)
@json_option
@archive_options
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
    asked = " ".join(text)
    if bool(asked.strip()) == (file is not None):
        raise UsageError("give one citation in quotes, or a bibliography with --file.")
    answered = _answered(asked, file, open_archive(corpus, repo))
    _print(answered, as_json, is_table=file is not None)
    if not any(each.cites_an_act for each in answered):
        click.echo("lawdiff: nothing here could be read as a citation of an act.", err=True)
        ctx.exit(1)


def _answered(asked: str, file: Path | None, archive: Archive) -> list[Answered]:
    """Each entry of the file, or the one citation, with what it means among the acts that are known."""
    from lawdiff.cli.cite_forms import Answered
    from lawdiff.sources.act_register import known_acts
    from lawdiff.sources.citations.citation import Entry
    from lawdiff.sources.citations.entries import entries
    from lawdiff.sources.citations.meaning import meant
    from lawdiff.sources.toml_row import read_utf8

    found = entries(read_utf8(file)) if file else (Entry("", 0, asked),)
    acts = known_acts(archive.corpus)
    return [Answered.of(entry, meant(entry.text, acts), archive.timelines) for entry in found]


def _print(answered: list[Answered], as_json: bool, is_table: bool) -> None:
    from lawdiff.cli.cite_forms import citation_lines, citations_json, table_lines
    from lawdiff.cli.page import print_json, print_lines

    if as_json:
        print_json(citations_json(answered))
    else:
        print_lines(table_lines(answered) if is_table else citation_lines(answered[0]))
