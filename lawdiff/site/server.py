"""A server that shows the folder of a site to this machine: files with their types, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
_PATIENCE = 2.0  # seconds, while a new site takes the place of the old one
TYPES = {
    ".akn": "application/akn+xml",
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".link": "application/link-format",
    ".md": "text/markdown; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttl": "text/turtle; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
_MISSING = b"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>No such page</title><link rel="stylesheet" href="/assets/site.css"></head>
<body><main class="plain"><h1>There is no such page</h1>
<p>A law has pages for the days on which it changes. <a href="/index.html">All laws</a>,
<a href="/search/index.html">search</a>.</p></main></body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What an address leads to: a file, or the address under which its folder is read."""

    file: Path | None = None
    moved: str = ""


def find(root: Path, address: str) -> Found | None:
    """The file of an address, `index.html` of a folder; None for what is not in the site.

    An address that leads out of the folder, over `..` or a link, leads nowhere; hidden files are not shown.
    """
    parts = [part for part in unquote(urlsplit(address).path, errors="replace").split("/") if part]
    if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
        return None
    path = root.joinpath(*parts).resolve()
    if not path.is_relative_to(root.resolve()):
        return None
    if path.is_dir():
        if not urlsplit(address).path.endswith("/"):
            return Found(moved=f"/{quote('/'.join(parts))}/")
        path = path / "index.html"
    return Found(path) if path.is_file() else None


def server_of(root: Path, port: int) -> ThreadingHTTPServer:
    """A server of the folder on that port, of any free one for 0. OSError where the port cannot be had."""

    class Handler(_Handler):
        folder = root

    server = ThreadingHTTPServer((HOST, port), Handler)
    server.daemon_threads = True
    return server


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD. A host name that is not this machine's is refused: a page from elsewhere that
    makes its name mean this machine must not read drafts here."""

    folder: Path
    protocol_version = "HTTP/1.1"
    server_version = "lawdiff"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        self._answer(self.wfile.write)

    def do_HEAD(self) -> None:
        self._answer(lambda _: None)

    def _answer(self, write: Callable[[bytes], object]) -> None:
        if (self.headers.get("Host") or HOST).partition(":")[0].lower() not in _NAMES:
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"Only this machine is served.\n", write)
            return
        self._wait_for_folder()
        found = find(self.folder, self.path)
        if found is not None and found.moved:
            self._send(HTTPStatus.MOVED_PERMANENTLY, "text/plain", b"", write, Location=found.moved)
            return
        content = _content(found.file) if found and found.file else None
        if found is None or found.file is None or content is None:
            self._send(HTTPStatus.NOT_FOUND, TYPES[".html"], _MISSING, write)
            return
        kind = TYPES.get(found.file.suffix, "application/octet-stream")
        self._send(HTTPStatus.OK, kind, content, write)

    def _wait_for_folder(self) -> None:
        """A new site changes places with the old one, and for a moment neither is there."""
        until = time.monotonic() + _PATIENCE
        while not self.folder.is_dir() and time.monotonic() < until:
            time.sleep(0.01)

    def _send(
        self,
        status: HTTPStatus,
        kind: str,
        content: bytes,
        write: Callable[[bytes], object],
        **headers: str,
    ) -> None:
        self.send_response(status)
        given = {"Content-Type": kind, "Content-Length": f"{len(content)}", "Cache-Control": "no-cache"}
        for name, value in (given | {"X-Content-Type-Options": "nosniff"} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """A reader's pages are nobody's business, and would hide what the command says."""


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
