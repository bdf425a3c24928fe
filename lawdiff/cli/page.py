"""Text for a terminal: wrapped to its width, in colour only there, through a pager when it is long."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from lawdiff.cli.options import in_colour

if TYPE_CHECKING:
    import os

WIDEST = 100
NARROWEST = 40
_BLANKS = str.maketrans("\t\n\v\f\r", "     ")


def width() -> int:
    """Columns to fill: the terminal's, within reason; 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    return max(NARROWEST, min(_terminal().columns, WIDEST))


def _terminal() -> os.terminal_size:
    from shutil import get_terminal_size  # loads bz2 and lzma: only where there is a terminal

    return get_terminal_size()


def wrapped(text: str, first: str, rest: str) -> list[str]:
    """The text filled to the width, `first` before its first line and `rest` before the others.

    The lines are those of textwrap.wrap, which would take an answer 4 ms.
    """
    columns = width()
    lines, gap = [first], ""
    for word in text.translate(_BLANKS).split(" "):
        if not word:
            gap += " "
            continue
        while len(lines[-1]) + len(gap) + len(word) > columns:
            if len(word) > columns - len(first if len(lines) == 1 else rest):  # longer than a whole line
                here = max(columns - len(lines[-1]) - len(gap), 0 if gap else 1)
                lines[-1] += gap + word[:here] if here else ""
                word = word[here:]
            lines.append(rest)
            gap = ""
        lines[-1] += gap + word
        gap = " "
    return [first.rstrip()] if lines == [first] else lines


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
    if sys.stdout.isatty() and len(shown) >= _terminal().lines:
        click.echo_via_pager(text, color=colour)
    else:
        click.echo(text, nl=False, color=colour)
