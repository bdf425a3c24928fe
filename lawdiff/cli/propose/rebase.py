"""`lawdiff propose rebase`: a proposal moved to a newer day, with what it meets there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from lawdiff.cli.options import DAY, json_option
from lawdiff.cli.page import print_json, print_lines, wrapped
from lawdiff.cli.propose.build import write_proposal_branch
from lawdiff.cli.propose.drafts import Drafts, drafts_options
from lawdiff.law.address import cite
from lawdiff.law.errors import UsageError

if TYPE_CHECKING:
    from lawdiff.drafting.proposal import Proposal
    from lawdiff.drafting.rebase import Rebased


@click.command("rebase")
@click.argument("name", metavar="SLUG")
@click.option("--onto", type=DAY, help="The newer day. [default: the last that is proved]")
@click.option("--dry-run", is_flag=True, help="Report and write nothing.")
@json_option
@drafts_options
@click.pass_context
def command(
    ctx: click.Context,
    name: str,
    onto: dt.date | None,
    dry_run: bool,
    as_json: bool,
    drafts: Drafts,
) -> None:
    """Move the proposal SLUG to the text of a newer day, and report what each amendment meets there.

    What the law says already is left out; where an amendment does not apply any more nothing is written, and
    the exit code is 1. The branch of the proposal moves too, where there is one.

    \b
    lawdiff propose rebase disability-terms --onto 2014-07-05
    """
    from lawdiff.drafting.rebase import Meeting, rebase

    proposal = drafts.open(name)
    day = onto or proposal.timelines.horizon
    if day < proposal.file.base:
        raise UsageError(
            f"the proposal {name} is on {proposal.file.base}; name a newer day than that with --onto"
        )
    if day == proposal.file.base:
        raise UsageError(f"the proposal {name} is on the text of {day} already; name another day with --onto")
    rows = rebase(proposal, day)
    is_lost = any(row.meeting is Meeting.LOST for row in rows)
    if not is_lost and not dry_run:
        _write(drafts, proposal, rows, day)
    if as_json:
        found = [_json(row) for row in rows]
        print_json(
            {
                "from": f"{proposal.file.base}",
                "to": f"{day}",
                "moved": not (is_lost or dry_run),
                "amendments": found,
            }
        )
    else:
        print_lines(_lines(proposal, rows, day))
        if is_lost:
            click.echo("Nothing was written. Mend the amendments marked ! in the proposal, and rebase again.")
    ctx.exit(1 if is_lost else 0)


def _write(drafts: Drafts, proposal: Proposal, rows: Sequence[Rebased], day: dt.date) -> None:
    """Write the proposal on its new day, and move its branch where it has one."""
    from dataclasses import replace

    from lawdiff.drafting.proposal_text import head_of, proposal_text, write_file
    from lawdiff.drafting.rebase import kept
    from lawdiff.history.text_on import text_on
    from lawdiff.store.proposal_branch import has_branch

    amendments = tuple(kept(rows))
    if not amendments:
        raise UsageError(f"the law of {day} says already all that the proposal {proposal.file.slug} asks for")
    root = text_on(proposal.timelines, day)
    slug = proposal.file.slug
    text = proposal_text(slug, replace(head_of(proposal.file), base=day), amendments, root)
    write_file(drafts.own / f"{slug}.md", text, replace=True)
    if has_branch(drafts.archive.repository, slug):
        write_proposal_branch(drafts, drafts.open(slug))


def _lines(proposal: Proposal, rows: Sequence[Rebased], day: dt.date) -> Iterator[str]:
    from lawdiff.drafting.rebase import Meeting

    signs = {Meeting.SAME: " ", Meeting.MET: "~", Meeting.DONE: "=", Meeting.LOST: "!"}
    yield f"{proposal.file.slug}: from the text of {proposal.file.base} to that of {day}"
    for row in rows:
        laws = f" ({', '.join(row.laws)})" if row.laws and row.meeting is not Meeting.SAME else ""
        why = f": {row.why}" if row.why else ""
        yield from wrapped(f"{_place(row)}: {row.meeting.value}{laws}{why}", f"{signs[row.meeting]} ", "    ")


def _place(row: Rebased) -> str:
    return "the whole text" if row.place == "text" else cite(row.place)


def _json(row: Rebased) -> dict[str, object]:
    return {
        "place": row.place,
        "line": row.amendment.line,
        "meeting": row.meeting.name.lower(),
        "why": row.why or None,
        "laws": list(row.laws),
    }
