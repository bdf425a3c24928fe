"""The blocks of a Markdown file as markdown-it-py reads them: headings, lists, quotes, tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdiff.law.errors import SourceError

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Span:
    """A run of a line: `text`, `strong`, `code`, `link` (with where it leads) or `break`."""

    kind: str
    text: str = ""
    href: str = ""


@dataclass(slots=True)
class Block:
    """A block: its kind by markdown-it's name, its level or the like in `tag`, its line of spans, and the
    blocks inside it."""

    kind: str
    tag: str = ""
    spans: tuple[Span, ...] = ()
    blocks: list[Block] = field(default_factory=list)


def read_blocks(markdown: str) -> list[Block]:
    """The top-level blocks. SourceError for inline forms that lawdiff never writes.

    An empty line ends every block that lawdiff writes, so each block is read alone, and only once where
    the next version of a file has it too.
    """
    return [block for chunk in markdown.split("\n\n") for block in _chunk_blocks(chunk)]


@lru_cache(maxsize=256)
def _chunk_blocks(markdown: str) -> tuple[Block, ...]:
    open_blocks = [Block("document")]
    for token in _parser().parse(markdown):
        if token.nesting == 1:
            block = Block(token.type.removesuffix("_open"), token.tag)
            open_blocks[-1].blocks.append(block)
            open_blocks.append(block)
        elif token.nesting == -1:
            open_blocks.pop()
        elif token.type == "inline":
            open_blocks[-1].spans = _spans(token.children or [])
        else:
            open_blocks[-1].blocks.append(Block(token.type, token.content))
    return tuple(open_blocks[0].blocks)


def text_of(spans: Sequence[Span]) -> str:
    """The words of spans that may be nothing but words."""
    if any(span.kind != "text" for span in spans):
        raise SourceError(f"{spans!r} is more than words; the file was not written by this lawdiff")
    return "".join(span.text for span in spans)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # 61 ms that an answer need not wait for

    return MarkdownIt("commonmark").enable("table")


_LEAVES = {"text": "text", "code_inline": "code"}


def _spans(tokens: Sequence[Token]) -> tuple[Span, ...]:
    found: list[Span] = []
    inside: list[Span] = []
    for token in tokens:
        if token.type in _LEAVES:
            if token.content:
                piece = Span(_LEAVES[token.type], token.content)
                (inside or found).append(piece)
        elif token.type == "softbreak":
            found.append(Span("break"))
        elif token.type == "strong_open":
            inside = [Span("strong")]
        elif token.type == "link_open":
            inside = [Span("link", "", str(token.attrs.get("href", "")))]
        elif token.type in ("strong_close", "link_close"):
            outer, *pieces = inside
            found.append(Span(outer.kind, text_of(pieces), outer.href))
            inside = []
        else:
            raise SourceError(f"a Markdown {token.type!r}: the file was not written by this lawdiff")
    return tuple(found)
