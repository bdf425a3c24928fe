"""Text for a terminal: wrapped to its width, in colour only there, through a pager when it is long."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable

import click

from lawdiff.cli.options import in_colour

WIDEST = 100
NARROWEST = 40


def width() -> int:
    """Columns to fill: the terminal's, within reason; 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    return max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))


def wrapped(text: str, first: str, rest: str) -> list[str]:
    """The text filled to the width, `first` before its first line and `rest` before the others."""
    return textwrap.wrap(
        text,
        width(),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=True,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def print_json(value: object) -> None:
    """Print JSON for a program to read; never through the pager."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_lines(lines: Iterable[str]) -> None:
    """Print, through the pager when a terminal cannot hold it all."""
    shown = list(lines)
    if not shown:
        return
    colour = in_colour()
    text = "\n".join(shown) + "\n"
    tall = len(shown) >= shutil.get_terminal_size().lines
    if tall and sys.stdout.isatty():
        click.echo_via_pager(text, color=colour)
    else:
        click.echo(text, nl=False, color=colour)
