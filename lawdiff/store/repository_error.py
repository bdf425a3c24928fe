"""What is wrong with the place of the history and not with the sources: it cannot be read or written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lawdiff.law.errors import SourceError


class RepositoryError(SourceError):
    """The history repository cannot be read or written. What the laws say can still be answered."""


@contextmanager
def what_helps(sentence: str) -> Iterator[None]:
    """Add to what git says what has become of the history, and what the user can do."""
    try:
        yield
    except RepositoryError as problem:
        raise RepositoryError(f"{problem}; {sentence}") from None


@contextmanager
def writing(directory: Path) -> Iterator[None]:
    """Say in one sentence that the directory cannot be written to."""
    try:
        yield
    except OSError as problem:
        raise RepositoryError(
            f"{directory}: cannot be written ({problem.strerror}); "
            "make room and give yourself access, or name another folder"
        ) from None
