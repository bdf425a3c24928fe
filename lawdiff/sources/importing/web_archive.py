"""A page that a browser saved with its pictures in one file (MHTML, RFC 2557): the page, and where it was."""

from __future__ import annotations

import binascii
import quopri
import re
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from pathlib import Path

from lawdiff.law.errors import SourceError

_STARTS = (b"MIME-Version:", b"From:", b"Content-Type: multipart/related", b"Subject:", b"Snapshot-Content-")
_LONGEST_HEAD = 65_536
_MOST_PARTS = 10_000
_DEEPEST = 3  # a page inside multipart/alternative inside multipart/related
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_PAGES = ("text/html", "application/xhtml+xml")
_SAVE_AGAIN = "save the page again, as “web page, HTML only”"


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """The page's bytes, the encoding that its part declares ("" for none), and the address it was at."""

    content: bytes
    charset: str
    address: str


def is_web_archive(content: bytes) -> bool:
    """Whether these bytes begin as the browsers' archives of one page do."""
    start = content[:_LONGEST_HEAD].lstrip()
    head = _head(start)[0].lower() if start.startswith(_STARTS) else b""
    return b"multipart/related" in head


def archived_page(path: Path, content: bytes) -> ArchivedPage:
    """The page in an archive: the part that it names as its start, or else the first page in it.

    SourceError where it has none, or is cut off.
    """
    head, body = _head(content.lstrip())
    message = _headers(head)
    found = _page(path, message, body, _DEEPEST)
    if found is None:
        raise SourceError(f"{path}: this archive of a page (MHTML) holds no page; {_SAVE_AGAIN}")
    part, encoded = found
    whole = _address(message, "Snapshot-Content-Location")
    address = whole or _address(part, "Content-Location")
    return ArchivedPage(_decoded(path, part, encoded), part.get_content_charset() or "", address)


def _page(path: Path, message: Message, body: bytes, depth: int) -> tuple[Message, bytes] | None:
    boundary = message.get_boundary()
    if not boundary or not depth:
        return None
    sign = re.escape(boundary.encode("ascii", "replace"))
    parts = re.split(rb"\r?\n--" + sign + rb"(?=--|[ \t]*\r?\n)", b"\n" + body, maxsplit=_MOST_PARTS)[1:]
    if not parts or not parts[-1].startswith(b"--"):
        raise SourceError(f"{path}: this archive of a page (MHTML) is cut off; {_SAVE_AGAIN}")
    wanted = message.get_param("start")
    found: tuple[Message, bytes] | None = None
    for part in parts[:-1]:
        head, inside = _head(part.lstrip(b" \t"))
        headers = _headers(head.lstrip(b"\r\n"))
        kind = headers.get_content_type()
        if kind in _PAGES:
            inner: tuple[Message, bytes] | None = (headers, inside)
        else:
            inner = _page(path, headers, inside, depth - 1) if kind.startswith("multipart/") else None
        if inner and wanted and headers["Content-ID"] == wanted:
            return inner
        found = found or inner
    return found


def _head(content: bytes) -> tuple[bytes, bytes]:
    """What stands before the first blank line, and what behind it."""
    content = content.removeprefix(b"\r\n").removeprefix(b"\n")
    blank = _BLANK_LINE.search(content, 0, _LONGEST_HEAD)
    return (content[: blank.start()], content[blank.end() :]) if blank else (content[:_LONGEST_HEAD], b"")


def _headers(head: bytes) -> Message:
    return BytesHeaderParser().parsebytes(head + b"\r\n\r\n")


def _address(headers: Message, name: str) -> str:
    """An address on the web; that of a local file or of the archive itself says nothing."""
    told = "".join(str(headers.get(name, "")).split())
    return told if re.match(r"https?://", told) else ""


def _decoded(path: Path, headers: Message, encoded: bytes) -> bytes:
    match str(headers.get("Content-Transfer-Encoding", "binary")).strip().lower():
        case "quoted-printable":
            return quopri.decodestring(encoded)
        case "base64":
            try:
                return binascii.a2b_base64(encoded)
            except binascii.Error as problem:
                raise SourceError(f"{path}: the page in this archive cannot be read ({problem})") from None
        case "7bit" | "8bit" | "binary":
            return encoded
        case other:
            raise SourceError(f"{path}: the page in this archive is written as {other[:40]!r}; {_SAVE_AGAIN}")
