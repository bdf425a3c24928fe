"""`lawdiff export`: the act on a day, or a provision of it, as a file for other programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawdiff.cli.asked_act import AskedAct, act_options
from lawdiff.cli.options import DAY, asked_provisions, clock_option, evidence_option, json_option
from lawdiff.history.asof import act_on
from lawdiff.law.answer import Answer
from lawdiff.law.eid import EId
from lawdiff.law.errors import UsageError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.law.wording import State

if TYPE_CHECKING:
    from lawdiff.law.timeline import ActTimelines

_FORMS = ("akn", "json", "markdown", "text", "html")


@click.command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice(_FORMS), required=False)
@click.argument("address", nargs=-1)
@click.option(
    "--date", "--asof", "day", type=DAY, metavar="DATE", help="The day. [default: the last one proved]"
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write this file, whole or not at all, instead of standard output.",
)
@json_option
@clock_option
@evidence_option
@act_options
@click.pass_context
def command(
    ctx: click.Context,
    form: str | None,
    address: Sequence[str],
    day: dt.date | None,
    output: Path | None,
    as_json: bool,
    clock: str,
    evidence: str,
    act: AskedAct,
) -> None:
    """The act on a day, or the provision at ADDRESS, in FORMAT: akn, json, markdown, text or html.

    akn is Akoma Ntoso 3.0, the standard of legal software, valid against its schema: the text with how
    each word is known, the laws that changed it, and their days. No word that is not known is in the text.
    An article alone is a portion of the act. Without --date it is the last day that the source proves, so
    that the file is the same every day.

    \b
    lawdiff export akn --date 2012-01-01 -o 345.xml
    lawdiff export akn art 7 --date 2012-01-01
    lawdiff export json
    """
    chosen = _chosen(form, as_json)
    timelines = act.timelines(evidence, clock)
    day = day or timelines.horizon
    answer = act_on(timelines, day, asked_provisions(address, timelines))
    text = _akn(answer, timelines, act.archive.corpus) if chosen == "akn" else _written(answer, chosen)
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
    else:
        _keep(text, output)
    ctx.exit(1 if answer.node.wording.state is State.ABSENT else 0)


def _chosen(form: str | None, as_json: bool) -> str:
    """The format; `--json`, which every command has, is another word for json."""
    if as_json and form not in (None, "json"):
        raise UsageError(f"--json and {form} are two formats; name one.")
    if form is None and not as_json:
        raise UsageError(f"A format is missing; write one of {', '.join(_FORMS)}.")
    return form or "json"


def _akn(answer: Answer, timelines: ActTimelines, corpus: Path) -> str:
    """The act, or an article of it, as Akoma Ntoso; the edition is read for its notes and closing, the
    register for titles."""
    from lawdiff.sources.act_register import known_acts
    from lawdiff.sources.corpus import read_act
    from lawdiff.sources.evidence import gather
    from lawdiff.store.akn.act_documents import ActDocuments
    from lawdiff.store.akn.writer import write_akn

    asked = EId(answer.provision) if answer.provision else None
    if asked and (asked != answer.node.eid or asked.parent):
        raise UsageError(
            f"akn writes the act, or one article, chapter, annex or the preamble, not {answer.provision}; "
            "name one, or write another format."
        )
    source = read_act(corpus, timelines.act.id)
    edition = gather(source, EvidenceScope(timelines.scope), timelines.language).edition
    documents = ActDocuments(timelines, edition, source.laws, known_acts(corpus))
    return write_akn(documents.on(answer.day, asked, answer))


def _written(answer: Answer, form: str) -> str:
    """What `asof` prints where there is no terminal: without colour, 80 columns wide."""
    if form == "json":
        import json

        from lawdiff.law.json_form import answer_json

        return json.dumps(answer_json(answer), ensure_ascii=False, indent=2) + "\n"
    if form == "text":
        from lawdiff.cli.answer_text import answer_lines

        with redirect_stdout(StringIO()):  # the width of a terminal is no part of a file
            lines = [click.unstyle(line) for line in answer_lines(answer)]
        return "\n".join(lines) + "\n"
    from lawdiff.cli.answer_markup import answer_html, answer_markdown

    return answer_markdown(answer) if form == "markdown" else answer_html(answer)


def _keep(text: str, path: Path) -> None:
    """Write the file beside its place and move it there, so that nobody meets half of it."""
    partial = path.with_name(f"{path.name}.partial")
    try:
        partial.write_bytes(text.encode())
        partial.replace(path)
    except OSError as problem:
        partial.unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written ({problem.strerror}); name another file.") from None
