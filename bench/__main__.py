"""`python -m bench [startup|first|bulk|site|register|peaks]`: measure, and print figures of this run."""

from __future__ import annotations

import click

from bench.bulk import SIZES, bulk
from bench.first import first
from bench.machine import machine
from bench.register import PAGES, peaks, register, site_of_one
from bench.startup import startup

PARTS = ("startup", "first", "bulk", "site", "register", "peaks")


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice(PARTS))
@click.option("--laws", type=int, multiple=True, default=SIZES, help="A size for `bulk`; may be repeated.")
@click.option("--pages", default=PAGES, show_default=True, help="The size for `register`.")
@click.option("--rounds", type=int, default=0, help="How often each is measured; 0: as the part needs it.")
def main(parts: tuple[str, ...], laws: tuple[int, ...], pages: int, rounds: int) -> None:
    """Measure the parts named, or all of them.

    \b
    python -m bench startup
    python -m bench bulk --laws 100 --rounds 5
    """
    print(machine(), flush=True)
    for part in parts or PARTS:
        print(part, flush=True)
        if part == "startup":
            startup(rounds or 41)
        elif part == "first":
            first(rounds or 9)
        elif part == "bulk":
            bulk(rounds or 3, laws)
        elif part == "site":
            site_of_one(rounds or 5)
        elif part == "register":
            register(rounds or 1, pages)
        else:
            peaks()


if __name__ == "__main__":
    main()
