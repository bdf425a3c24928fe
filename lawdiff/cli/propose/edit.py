"""`lawdiff propose edit`: the amendments worked out from what was changed in the text of the act."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawdiff.cli.options import DAY, json_option
from lawdiff.cli.page import print_json
from lawdiff.cli.propose.drafts import Drafts, drafts_options
from lawdiff.law.errors import UsageError
from lawdiff.law.phrases import count
from lawdiff.sources.toml_row import read_utf8

if TYPE_CHECKING:
    from lawdiff.drafting.proposal_text import Head
    from lawdiff.law.act_text import TextNode
    from lawdiff.law.amendment import Amendment


@click.command("edit")
@click.argument("name", metavar="SLUG")
@click.option(
    "--from", "source", type=click.Path(path_type=Path), help="Take the edited text from this file."
)
@click.option(
    "--to", "target", type=click.Path(path_type=Path), help="Write the text to be edited, and stop."
)
@click.option("--title", help="The title of the bill.")
@click.option("--proposer", help="Who proposes it.")
@click.option("--why", default="", help="The justification of what is new.")
@click.option("--base", type=DAY, help="The day whose text is changed. [default: the last that is proved]")
@json_option
@drafts_options
@click.pass_context
def command(
    ctx: click.Context,
    name: str,
    source: Path | None,
    target: Path | None,
    title: str | None,
    proposer: str | None,
    why: str,
    base: dt.date | None,
    as_json: bool,
    drafts: Drafts,
) -> None:
    """Edit the text of the law, and let the proposal SLUG say what you changed.

    Your editor opens with the whole law as Markdown, one provision a line; or write it with --to, edit it in
    any program, and take it with --from. Words become substitutions, a provision that mostly changed gets a
    new wording, a deleted number is excluded, a new one (4-1, 14-1) is inserted. A proposal of that name is
    gone on with. Exit code 1 where nothing was changed.

    \b
    lawdiff propose edit school-meals --to law.md
    lawdiff propose edit school-meals --from law.md --title "On school meals"
    """
    text = None if source is None else read_utf8(source)
    work = _open(drafts, name, _base(text, base, source))
    if target is not None:
        _give(work, target)
        return
    edited = _edited(work, text, str(source))
    amendments = _amendments(work, edited, why)
    path = drafts.own / f"{name}.md"
    if amendments:
        from lawdiff.drafting.proposal_text import proposal_text, write_file

        head = replace(work.head, title=title or work.head.title, proposer=proposer or work.head.proposer)
        write_file(path, proposal_text(name, head, amendments, work.before), replace=True)
    if as_json:
        told = [{"line": each.line, "change": type(each.change).__name__.lower()} for each in amendments]
        print_json({"proposal": str(path) if amendments else None, "amendments": told})
    elif amendments:
        click.echo(f"{path}: {count(len(amendments), 'amendment')}")
        click.echo(f"Next: lawdiff propose check {name}")
    else:
        click.echo("Nothing was changed; nothing was written.")
    ctx.exit(0 if amendments else 1)


@dataclass(frozen=True, slots=True)
class _Work:
    """What is edited: the act before the proposal, the text that the editor gets, and what it says so far."""

    head: Head
    before: TextNode
    given: TextNode
    amendments: tuple[Amendment, ...]


def _open(drafts: Drafts, name: str, base: dt.date | None) -> _Work:
    from lawdiff.drafting.folders import proposal_paths
    from lawdiff.drafting.proposal_text import Head, head_of
    from lawdiff.history.text_on import text_on
    from lawdiff.sources.proposal_file import is_slug

    if not is_slug(name):
        raise UsageError(f"{name[:60]!r} is no name of a proposal: small letters, digits and hyphens")
    if any(path.stem == name for path in proposal_paths(drafts.folders)):
        proposal = drafts.open(name)
        if base not in (None, proposal.file.base):
            raise UsageError(
                f"the proposal {name} is on {proposal.file.base}; `lawdiff propose rebase` moves it"
            )
        return _Work(head_of(proposal.file), proposal.before, proposal.after, proposal.amendments)
    act = drafts.act()
    timelines = drafts.archive.timelines(act, language=drafts.language)
    day = base or timelines.horizon
    if day < timelines.act.commencement.last:
        raise UsageError(f"the act was not in force on {day}; name a later day with --base")
    root = text_on(timelines, day)
    title = f"On amendments to the Law of the Republic of Kazakhstan “{timelines.act.title}”"
    return _Work(Head(title, act, day, timelines.language), root, root, ())


def _give(work: _Work, target: Path) -> None:
    from lawdiff.drafting.edited_text import editable_text

    if target.exists():
        raise UsageError(f"{target} is there already; name another file")
    try:
        target.write_text(editable_text(work.given, work.head.base), encoding="utf-8", newline="\n")
    except OSError as problem:
        raise UsageError(f"{target}: cannot be written ({problem.strerror})") from None
    click.echo(f"{target}: the text of {work.head.base}; edit it and take it back with --from {target}")


def _base(text: str | None, base: dt.date | None, source: Path | None) -> dt.date | None:
    """The base day: the one that the edited file is of, which must be the one that was asked for."""
    from lawdiff.drafting.edited_text import base_named_in

    named = base_named_in(text) if text is not None else None
    if named and base and named != base:
        raise UsageError(f"{source} is the text of {named}, not of {base}; leave out --base")
    return base or named


def _edited(work: _Work, text: str | None, path: str) -> TextNode:
    from lawdiff.drafting.edited_text import editable_text, read_edited_text

    if text is not None:
        return read_edited_text(text, work.given, path)
    found = click.edit(editable_text(work.given, work.head.base), extension=".md")
    return work.given if found is None else read_edited_text(found, work.given, "your text")


def _amendments(work: _Work, edited: TextNode, why: str) -> tuple[Amendment, ...]:
    """The amendments of the edited text; those that stay as they were keep their justifications."""
    from lawdiff.drafting.differences import changes_between
    from lawdiff.law.amendment import Amendment

    if edited == work.given:
        return ()
    known = {each.change: each.justification for each in work.amendments}
    found = changes_between(work.before, edited)
    return tuple(Amendment(change, 0, known.get(change, why)) for change in found)
