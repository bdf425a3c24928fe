"""`lawdiff propose list`: the proposals that there are, and what recommendations ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from lawdiff.cli.options import json_option
from lawdiff.cli.page import print_json, print_lines, wrapped
from lawdiff.cli.propose.drafts import Drafts, drafts_options
from lawdiff.drafting.folders import proposal_paths
from lawdiff.law.errors import SourceError
from lawdiff.law.phrases import count
from lawdiff.sources.proposal_file import ProposalFile, read_proposal_file

if TYPE_CHECKING:
    from lawdiff.sources.recommendations import Recommendation


@click.command("list")
@click.option("--recommendations", is_flag=True, help="What others ask for: drafted, or why it is not.")
@json_option
@drafts_options
@click.pass_context
def command(
    ctx: click.Context,
    recommendations: bool,
    as_json: bool,
    drafts: Drafts,
) -> None:
    """The proposals in your folder and those that came with the corpus.

    With --recommendations: every recommendation of the register that asks for law-making, with the proposal
    that was drafted, or why none can be. Exit code 3 if a proposal is unreadable.

    \b
    lawdiff propose list
    lawdiff propose list --recommendations
    """
    if recommendations:
        from lawdiff.sources.recommendations import read_recommendations

        asked = [
            each for each in read_recommendations(drafts.archive.corpus) if drafts.law in (None, each.held)
        ]
        known = {path.stem for path in proposal_paths(drafts.folders)}
        if as_json:
            print_json({"recommendations": [_recommendation_json(each, known) for each in asked]})
        else:
            print_lines(_recommendation_lines(asked, known))
        return
    files, problems = _read(drafts)
    files = [file for file in files if drafts.law in (None, file.act)]
    if as_json:
        print_json({"proposals": [_file_json(file) for file in files]})
    else:
        print_lines(_file_lines(files, drafts))
    for problem in problems:
        click.echo(f"lawdiff: {problem}", err=True)
    ctx.exit(SourceError.exit_code if problems else 0)


def _read(drafts: Drafts) -> tuple[list[ProposalFile], list[SourceError]]:
    files: list[ProposalFile] = []
    problems: list[SourceError] = []
    for path in proposal_paths(drafts.folders):
        try:
            files.append(read_proposal_file(path))
        except SourceError as problem:
            problems.append(problem)
    return files, problems


def _file_lines(files: Sequence[ProposalFile], drafts: Drafts) -> Iterator[str]:
    if not files:
        yield from wrapped(f"No proposal in {drafts.own} or in the corpus.", "", "")
        yield "Make one with `lawdiff propose sweep` or `lawdiff propose edit`."
    for at, file in enumerate(files):
        if at:
            yield ""
        yield file.slug
        yield from wrapped(file.title, "  ", "  ")
        yield f"  {file.act} as of {file.base}{f', proposed by {file.proposer}' if file.proposer else ''}"
        yield f"  {file.path}"


def _file_json(file: ProposalFile) -> dict[str, object]:
    return {
        "slug": file.slug,
        "title": file.title,
        "law": file.act,
        "base": file.base.isoformat(),
        "proposer": file.proposer or None,
        "commencement": str(file.commencement),
        "file": file.path,
    }


def _recommendation_lines(asked: Sequence[Recommendation], known: set[str]) -> Iterator[str]:
    drafted = [each for each in asked if each.proposal in known]
    yield from wrapped(
        f"{count(len(asked), 'recommendation')} for law-making; {len(drafted)} drafted", "", ""
    )
    for each in asked:
        yield ""
        yield from wrapped(each.text, f"{'*' if each.proposal in known else '-'} ", "  ")
        yield from wrapped(f"[{each.issue}; {each.act}]", "  ", "  ")
        yield from wrapped(_status(each, known), "  ", "    ")


def _status(each: Recommendation, known: set[str]) -> str:
    if not each.proposal:
        return f"not drafted: {each.why}"
    found = each.proposal in known
    return f"drafted: {each.proposal}" if found else f"the proposal {each.proposal} is missing"


def _recommendation_json(each: Recommendation, known: set[str]) -> dict[str, object]:
    return {
        "issue": each.issue,
        "text": each.text,
        "act": each.act,
        "law": each.held or None,
        "proposal": each.proposal or None,
        "drafted": each.proposal in known,
        "why": each.why or None,
        "source": each.source,
    }
