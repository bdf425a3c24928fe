"""lawdiff: what a law said on any day, who changed it, and drafting the next change."""

from importlib import import_module
from typing import Any

__all__ = ["Law", "laws", "open_history", "open_law"]


def __getattr__(name: str) -> Any:
    """`lawdiff.open_law` and the rest of lawdiff.api, imported when asked for: commands start fast."""
    if name not in __all__:
        raise AttributeError(f"module 'lawdiff' has no attribute {name!r}")
    return getattr(import_module("lawdiff.api"), name)
