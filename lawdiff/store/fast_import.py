"""The stream that `git fast-import` reads: blobs and commits that write their own text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

_NOON = dt.timedelta(hours=12)
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
LATEST = 2**34 - 1  # the commit-graph has 34 bits for a date: the year 2514


@dataclass(frozen=True, slots=True)
class Blob:
    """The content of a file, known by its mark from here on."""

    mark: int
    content: bytes

    def stream(self) -> bytes:
        return b"blob\nmark :%d\n%b" % (self.mark, _data(self.content))


@dataclass(frozen=True, slots=True)
class Signature:
    """Who made a commit, and on what day; the hour is noon in UTC."""

    name: str
    email: str
    day: dt.date

    def __str__(self) -> str:
        return f"{self.name} <{self.email}> {seconds(self.day)} +0000"


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file's new content by its mark, None where the file goes."""

    path: str
    mark: int | None

    def line(self) -> str:
        return f"D {self.path}" if self.mark is None else f"M 100644 :{self.mark} {self.path}"


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit on a ref. `parent` is the mark of the commit before it, None for the first."""

    mark: int
    ref: str
    author: Signature
    committer: Signature
    message: str
    parent: int | None
    changes: tuple[FileChange, ...]

    def stream(self) -> bytes:
        head = f"commit {self.ref}\nmark :{self.mark}\nauthor {self.author}\ncommitter {self.committer}\n"
        parent = [] if self.parent is None else [f"from :{self.parent}"]
        lines = "\n".join([*parent, *(change.line() for change in self.changes)])
        return head.encode() + _data(self.message.encode()) + lines.encode() + b"\n\n"


DONE = b"done\n"


def seconds(day: dt.date) -> int:
    """Noon of the day as git counts time, clamped to what git can write."""
    noon = dt.datetime.combine(day, dt.time(), dt.UTC) + _NOON
    return min(max(int((noon - _EPOCH).total_seconds()), 0), LATEST)


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)
