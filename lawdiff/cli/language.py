"""The choice of a language, the same for every command."""

from __future__ import annotations

import click

LANGUAGE = click.Choice(["en", "ru", "kk"])
