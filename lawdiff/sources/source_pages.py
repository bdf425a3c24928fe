"""Where on the publisher's page a line of an edition stands: the page's address with its anchor there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urldefrag

from lawdiff.law.errors import SourceError
from lawdiff.sources.toml_row import TomlFile, read_utf8

_TOLD = re.compile(r"(?P<file>[\w.-]+\.txt) line (?P<line>[0-9]{1,9})")
_FARTHEST = 40  # lines: an anchor farther above is that of something else


@dataclass(frozen=True, slots=True)
class SourcePages:
    """The pages that the editions of an act were saved from, by file: address, and anchors by line."""

    pages: Mapping[str, tuple[str, tuple[tuple[int, str], ...]]]

    def address(self, file: str, line: int = 0) -> str:
        """The page with the anchor that stands on the line, without one where none does; "" where it is not
        known from which page the file was saved."""
        page, anchors = self.pages.get(file, ("", ()))
        at = bisect_left(anchors, (line, ""))
        found = anchors[at][1] if at < len(anchors) and anchors[at][0] == line else ""
        return _anchored(page, found)

    def told_by(self, source: str) -> str:
        """The address of the words for a source: "footnote, ru.txt line 16"; "" for any other.

        A note stands below what it is about and seldom has an anchor: the nearest above leads there.
        """
        told = _TOLD.search(source)
        if not told:
            return ""
        page, anchors = self.pages.get(told["file"], ("", ()))
        line = int(told["line"])
        at = bisect_left(anchors, (line + 1, "")) - 1
        is_near = at >= 0 and line - anchors[at][0] <= _FARTHEST
        return _anchored(page, anchors[at][1] if is_near else "")


def _anchored(page: str, anchor: str) -> str:
    return f"{urldefrag(page)[0]}#{quote(anchor)}" if page and anchor else page


def source_pages(folder: Path) -> SourcePages:
    """The pages of an act's editions: `url` in `act.toml`, and the anchors that `lawdiff import` put beside
    the text (`ru.anchors.tsv`). SourceError names the line of a file of anchors that cannot be read."""
    pages = {}
    for row in TomlFile.read(folder / "act.toml").rows("edition"):
        name, url = row.text("file"), row.text("url", "")
        if re.match(r"https?://", url):
            pages[name] = (url, _anchors(folder / f"{name.removesuffix('.txt')}.anchors.tsv"))
    return SourcePages(pages)


def _anchors(path: Path) -> tuple[tuple[int, str], ...]:
    if not path.exists():
        return ()
    found = []
    for at, row in enumerate(read_utf8(path).splitlines(), 1):
        line, sign, anchor = row.partition("\t")
        if not (sign and anchor and line.isascii() and line.isdigit() and len(line) < 10):
            raise SourceError(f"{path}:{at}: write a line's number, a tabulator and its anchor")
        found.append((int(line), anchor))
    return tuple(sorted(found))
