"""Markdown read for its blocks alone: inside a line every sign is a sign of the law, but for backslashes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# "*" and "<" in a bill are signs of its text; "2018_1" is no emphasis. A backslash still takes the meaning
# from the sign behind it, so that "4\\)" at the start of a line numbers no list.
_NOT_MARKUP = (
    "autolink", "backticks", "code", "emphasis", "fence", "hr", "html_block", "html_inline", "image",
    "lheading", "link", "reference", "table",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MarkdownLine:
    """A line of words, the source line it begins on, and how many lists it stands in.

    `level` is that of a heading (0: none), `item` the number or bullet of the list item that it opens ("" for
    none). `goes_on`: it is a further line of a paragraph.
    """

    text: str
    line: int
    depth: int
    is_quoted: bool = False
    level: int = 0
    item: str = ""
    goes_on: bool = False


def markdown_lines(markdown: str, first_line: int = 1) -> Iterator[MarkdownLine]:
    """The lines of a document in order. A line break in a paragraph begins another line."""
    depth = quotes = 0
    level = 0
    items: list[str] = []
    at = first_line
    for token in _parser().parse(markdown):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                depth += not quotes
            case "bullet_list_close" | "ordered_list_close":
                depth -= not quotes
            case "list_item_open":
                items.append(f"{token.info}{token.markup}")
            case "blockquote_open":
                quotes += 1
            case "blockquote_close":
                quotes -= 1
            case "heading_open":
                level = int(token.tag[1:])
            case "inline":
                at = first_line + (token.map[0] if token.map else 0)
                for offset, words in enumerate(_words(token)):
                    item = items.pop() if items else ""
                    items.clear()
                    yield MarkdownLine(words, at + offset, depth, quotes > 0, level, item, offset > 0)
                level = 0


def _words(token: Token) -> Iterator[str]:
    words = ""
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            yield words
            words = ""
        else:
            words += child.content
    yield words


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # 61 ms that an answer need not wait for

    return MarkdownIt("commonmark", {"html": False}).disable(list(_NOT_MARKUP), ignoreInvalid=True)
