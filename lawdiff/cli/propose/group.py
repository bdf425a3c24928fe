"""`lawdiff propose`: from an idea to the documents a bill needs."""

from __future__ import annotations

import click

from lawdiff.cli.main import LazyGroup

COMMANDS = {
    "sweep": ("propose.sweep", "Replace a term throughout the law, place by place."),
    "edit": ("propose.edit", "Work out the amendments from an edited text."),
    "check": ("propose.check", "What to know before anyone signs."),
    "build": ("propose.build", "Write the documents, and the branch in git."),
    "rebase": ("propose.rebase", "Move a proposal to a newer day."),
    "list": ("propose.list", "The proposals, and what recommendations ask for."),
}


@click.group("propose", cls=LazyGroup, commands_in=COMMANDS)
def command() -> None:
    """Draft a change of the law: a proposal is a Markdown file, its name is its slug.

    \b
    lawdiff propose sweep "disabled child" "child with disabilities"
    lawdiff propose check child-with-disabilities
    lawdiff propose build child-with-disabilities bill
    """
