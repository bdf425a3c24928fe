"""`lawdiff import`: a law that somebody saved, taken into the corpus."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from lawdiff.cli.language import LANGUAGE
from lawdiff.cli.options import DAY, json_option
from lawdiff.law.errors import UsageError


@click.command("import")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False)
)
@click.option(
    "--git",
    "repository",
    metavar="REPO",
    type=click.Path(path_type=Path),
    help="Take every version of the acts in these folders of a git repository (docs/importing.md).",
)
@click.option("--as", "act_id", metavar="ID", help="Which law it is, such as kz/2002/345.")
@click.option("--lang", "--language", "lang", type=LANGUAGE, help="The language of the text.")
@click.option("--edition-date", type=DAY, help="The last day that the text is true for.")
@click.option("--adopted", type=DAY, help="The day on which the law was adopted.")
@click.option("--title", help="The title of the law.")
@click.option("--encoding", help="The encoding, such as windows-1251, of a text that declares none.")
@click.option(
    "--corpus",
    type=click.Path(path_type=Path),
    envvar="LAWDIFF_CORPUS",
    help="The corpus to put it in, made if it is missing. [env: LAWDIFF_CORPUS]",
)
@click.option("--amending", is_flag=True, help="The files are laws that amend others: take in what they did.")
@click.option("--yes", is_flag=True, help="Write without asking, on a terminal too.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    repository: Path | None,
    act_id: str | None,
    lang: str | None,
    edition_date: dt.date | None,
    adopted: dt.date | None,
    title: str | None,
    encoding: str | None,
    corpus: Path | None,
    amending: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Take the text of a law into the corpus: a page or a text that you saved.

    Number, day of adoption, title and language are read from its first lines; an option says what they do
    not. A law that the corpus has gets one more edition. Several files go in together or not at all. The
    report says what was read and what was not.

    \b
    lawdiff import law.html --corpus mylaws
    lawdiff import law.txt --as kz/2002/345 --lang en --corpus mylaws
    lawdiff import --git codes 03-laws/2002/0808-o-pravakh-rebenka --corpus mylaws
    lawdiff import --amending 159-V.txt --corpus mylaws
    """
    from lawdiff.cli.importing.saved_files import Terms, import_saved
    from lawdiff.sources.importing.identity import Asked

    asked = Asked(act_id, lang, edition_date, adopted, title, encoding)
    terms = Terms(corpus, yes, as_json)
    if amending:
        from lawdiff.cli.importing.amending_laws import import_amending

        if repository is not None:
            raise UsageError("--amending reads files; leave out --git")
        ctx.exit(import_amending(files, asked, terms))
    if repository is None:
        ctx.exit(import_saved(files, asked, terms))
    from lawdiff.cli.importing.git_versions import import_versions

    if edition_date:
        raise UsageError(
            "--edition-date is for one file; the versions of a repository have days of their own"
        )
    ctx.exit(import_versions(repository, [path.as_posix() for path in files], asked, terms))
