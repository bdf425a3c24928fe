"""The entry point: one group whose commands are imported when they are called."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from lawdiff.law.errors import LawdiffError

# name -> (module, what it does in a line). `lawdiff --help` reads no module of a command.
COMMANDS = {
    "asof": ("asof", "What a law said on a day."),
    "diff": ("diff", "What changed between two days, word by word."),
    "log": ("log", "The laws that touched a provision, newest first."),
    "show": ("show", "Everything one amending law did."),
    "graph": ("graph", "Which law touched which article: matrix, lists, files."),
    "blame": ("blame", "Since when, and by which law, each line is known."),
    "pending": ("pending", "Changes that are announced and not in force yet."),
    "laws": ("laws", "The register of amending laws."),
    "export": ("export", "The act on a day as a file, such as Akoma Ntoso."),
    "refs": ("refs", "What a provision refers to, and what refers to it."),
    "cite": ("cite", "Which act and edition a citation means."),
    "propose": ("propose.group", "Draft a change of the law: sweep, edit, check, build."),
    "check": ("check", "What is wrong or doubtful in the sources."),
    "notes": ("notes", "What note sentences state, without an act."),
    "import": ("importing.command", "Take a saved page or text of a law into the corpus."),
    "build": ("build", "Write the history as a git repository."),
    "site": ("site", "Write a site with the law on each of its days."),
    "serve": ("serve", "Show the site on this machine, at http://127.0.0.1."),
    "verify": ("verify", "Check a history repository against the corpus."),
}


class LazyGroup(click.Group):
    """A group that knows its commands' names and imports each only to run it.

    `commands_in` has for each name the module in `lawdiff.cli` and what it does in a line.
    """

    def __init__(self, *arguments: Any, commands_in: Mapping[str, tuple[str, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.commands_in = commands_in

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands_in)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self.commands_in:
            return None
        module = import_module(f"lawdiff.cli.{self.commands_in[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self.commands_in.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and name not in self.commands_in and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, self.commands_in, 1)
            hint = (
                f" Did you mean {near[0]}?" if near else f" `{ctx.command_path} --help` lists the commands."
            )
            ctx.fail(f"There is no command {name[:40]!r}.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, commands_in=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lawdiff", message="%(prog)s %(version)s")
def group() -> None:
    """What a law said on any day, who changed it, and how well each word is known.

    \b
    lawdiff asof 2012-01-01 art 7
    lawdiff diff 2009-01-01 2012-01-01 art 29
    lawdiff log art 7
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code. A mistake is one sentence, never a traceback."""
    try:
        code = group.main(arguments, prog_name="lawdiff", standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        code = _refuse(error)
    except LawdiffError as error:
        click.echo(f"lawdiff: {error}", err=True)
        code = error.exit_code
    except click.ClickException as error:
        click.echo(f"lawdiff: {error.format_message()}", err=True)
        code = error.exit_code
    except click.Abort:
        code = 130
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    except OSError as error:
        code = _not_written(error)
    sys.exit(code)


def _not_written(error: OSError) -> int:
    """Say that a file cannot be used, or that nobody takes the answer: the disk behind `>` is full."""
    if error.filename is not None:
        said = f"{error.filename}: cannot be used ({error.strerror}); give yourself access or name another"
    else:
        said = f"the answer cannot be written ({error.strerror}); make room or send it elsewhere"
        with suppress(OSError):
            sys.stdout.close()  # what is left in it must not be written again
    click.echo(f"lawdiff: {said}", err=True)
    return LawdiffError.exit_code


def _refuse(error: click.UsageError) -> int:
    """Say what is wrong with the command line; a command without its arguments gets its help."""
    message = error.format_message()
    if "\n" not in message:
        known = f" See `{error.ctx.command_path} --help`." if error.ctx else ""
        message = f"lawdiff: {message}{'' if message.endswith(('.', '?')) else '.'}{known}"
    click.echo(message, err=True)
    return error.exit_code
