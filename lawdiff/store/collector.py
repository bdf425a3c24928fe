"""Python's search for cycles, held back while a law is worked out: its hundred thousand objects live long."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG = 10_000  # objects made since the last search
_NEVER = 1_000_000_000


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search. For what has no cycles and is freed as soon as it is not used: searching it again
    and again takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def young_collected() -> Iterator[None]:
    """With the search among new objects alone, and one through all at the end. For work that leaves cycles
    behind, as each page of jinja2 does, beside much that stays."""
    usual = gc.get_threshold()
    gc.set_threshold(_YOUNG, _NEVER, _NEVER)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.collect()
