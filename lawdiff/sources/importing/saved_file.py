"""A file that somebody saved, read whole and within bounds, or the one sentence that says what it is."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.errors import SourceError
from lawdiff.sources.importing.web_archive import ArchivedPage, archived_page, is_web_archive

MAX_FILE = 40_000_000
_LOOKED_AT = 4_096
_SAVE_AGAIN = "save the law's page as a web page (HTML) or as text"
# The first bytes of files that hold no text, and what people call them.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or a Word document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document"),
    (b"{\\rtf", "a document in rich text (RTF)"),
    (b"\x1f\x8b", "a file packed with gzip"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"bplist00", "a web archive of Safari"),
)
_KINDS = (
    (stat.S_ISDIR, "a folder; name the file in it"),
    (stat.S_ISFIFO, "a pipe; save its content as a file first"),
    (stat.S_ISSOCK, "a socket; name a file"),
    (stat.S_ISCHR, "a device; name a file"),
    (stat.S_ISBLK, "a device; name a file"),
)


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A file that may hold a law: its name and its bytes. `archived` is the page where a browser saved it
    with its pictures in one file."""

    path: Path
    content: bytes
    archived: ArchivedPage | None = None

    @property
    def text(self) -> bytes:
        """The bytes that are the text: the page's, in an archive."""
        return self.archived.content if self.archived else self.content

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def read_saved_file(path: Path) -> SavedFile:
    """The file's bytes. SourceError where it is no file, cannot be read, is too large, empty or of a kind
    that holds no text."""
    try:
        # a pipe must not be waited for
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            for is_kind, what in _KINDS:
                if is_kind(os.fstat(file.fileno()).st_mode):
                    raise SourceError(f"{path}: this is {what}")
            content = file.read(MAX_FILE + 1)
    except IsADirectoryError:
        raise SourceError(f"{path}: this is a folder; name the file in it") from None
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else problem
        raise SourceError(f"{path}: cannot be read ({reason}); correct the name or the access") from None
    _must_hold_text(path, content)
    archived = archived_page(path, content) if is_web_archive(content) else None
    if archived:
        _must_hold_text(path, archived.content)
    return SavedFile(path, content, archived)


def _must_hold_text(path: Path, content: bytes) -> None:
    if len(content) > MAX_FILE:
        raise SourceError(f"{path}: it has more than {MAX_FILE:,} bytes, which no law needs")
    if not content.strip(b"\x00 \t\r\n\f\v\xef\xbb\xbf"):
        raise SourceError(f"{path}: the file is empty; {_SAVE_AGAIN}")
    start = content[:_LOOKED_AT].lstrip()
    for signature, what in _SIGNATURES:
        if start.startswith(signature):
            raise SourceError(f"{path}: this is {what}, no page and no text; {_SAVE_AGAIN}")
