"""A page of the site as a test reads it: links, ids, headings, and the words of the law with their marks."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})


@dataclass
class Wording:
    """One paragraph of the law: the provision it stands in, the state it is marked with, "" without a mark,
    all of its text, marks included, and the words of the law alone."""

    eid: str
    state: str
    text: str = ""
    words: str = ""


class SitePage(HTMLParser):
    """A page, read once. Every tag that opens must close."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.wordings: list[Wording] = []
        self.headings: dict[str, str] = {}
        self.scripts: list[str | None] = []
        self.attributes: set[str] = set()
        self.tags: list[str] = []
        self.text = ""
        self.metadata = ""
        self._is_data = False
        self._open: list[tuple[str, str | None]] = []
        self._in_wording = False
        self.feed(content.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.attributes |= given.keys()
        if "id" in given:
            self.ids.append(given["id"] or "")
        self.links += [given[name] or "" for name in ("href", "src") if name in given]
        self._is_data = tag == "script" and given.get("type") == "application/ld+json"
        if tag == "script" and not self._is_data:
            self.scripts.append(given.get("src"))
        classes = (given.get("class") or "").split()
        if tag == "p" and classes[:1] == ["w"]:
            self.wordings.append(Wording(self._eid(), " ".join(classes[1:])))
        if tag not in VOID:
            self._open.append((tag, given.get("id")))
            self._in_wording = self._in_wording or (tag == "p" and classes[:1] == ["w"])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        self._is_data = False
        assert opened == tag, f"<{opened}> is closed by </{tag}>"
        self._in_wording = self._in_wording and tag != "p"

    def handle_data(self, data: str) -> None:
        if self._is_data:
            self.metadata += data
            return
        self.text += data
        tags = [tag for tag, _ in self._open]
        if self._in_wording:
            self.wordings[-1].text += data
            if tags[-1] == "bdi":
                self.wordings[-1].words += data
        if tags and any(tag in ("h2", "h3") for tag in tags) and self._eid():
            self.headings[self._eid()] = self.headings.get(self._eid(), "") + data

    def _eid(self) -> str:
        """The nearest provision around this place."""
        return next((eid for _, eid in reversed(self._open) if eid and not eid.startswith("page-")), "")
