"""The README of an act, read back into the page it was written from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawdiff.law.eid import EId, is_eid
from lawdiff.law.errors import SourceError
from lawdiff.law.printed_number import container_eid, has_number
from lawdiff.law.wording import State, Wording
from lawdiff.store.act_markdown import CLOSING, CONTENTS, FACTS, IN, LEGEND, PREAMBLE
from lawdiff.store.markdown_blocks import Block, Span, read_blocks, text_of
from lawdiff.store.markdown_reader import Reader, read_body, read_quotes, split_laws, table_rows
from lawdiff.store.page import ActPage, Link, Quote, Section

_LAYOUT = ("<!-- layout: ", " -->")


def read_act_page(markdown: str) -> ActPage:
    """The page that `act_markdown` wrote. SourceError where the text is no such page."""
    blocks = read_blocks(markdown)
    if not blocks or blocks[0].kind != "heading" or blocks[-1].kind != "html_block":
        raise SourceError("the act's README does not begin with its title and end with its layout")
    layout = blocks[-1].tag.strip().removeprefix(_LAYOUT[0]).removesuffix(_LAYOUT[1])
    reasons, blocks = split_laws(blocks[:-1])
    reader = Reader(reasons)
    front, parts = _split(blocks[1:], "h2")
    title = reader.title(blocks[0].spans, front)
    by_name = {text_of(heading.spans): inside for heading, inside in parts}
    if set(by_name) - {PREAMBLE, CLOSING} != {FACTS, CONTENTS, LEGEND}:
        raise SourceError(f"the act's README has the parts {', '.join(by_name)}")
    preamble = by_name.get(PREAMBLE)
    return ActPage(
        title=title,
        opening=tuple(text_of(block.spans) for block in front if block.kind == "paragraph"),
        quotes=tuple(_quotes(front)),
        facts=tuple((row[0], row[1]) for row in table_rows(by_name[FACTS][0])),
        preamble=None if preamble is None else _section(reader, EId("preamble"), "", None, preamble, ()),
        contents=_contents(reader, by_name[CONTENTS], 3),
        closing=tuple(text_of(block.spans) for block in by_name.get(CLOSING, ())),
        reasons=tuple(reasons.values()),
        layout=layout,
    )


def _split(blocks: Sequence[Block], tag: str) -> tuple[list[Block], list[tuple[Block, list[Block]]]]:
    """What stands before the first heading of that level, and each such heading with what it holds."""
    front: list[Block] = []
    parts: list[tuple[Block, list[Block]]] = []
    for block in blocks:
        if block.kind == "heading" and block.tag == tag:
            parts.append((block, []))
        else:
            (parts[-1][1] if parts else front).append(block)
    return front, parts


def _quotes(blocks: Sequence[Block]) -> Iterator[Quote]:
    for block in blocks:
        if block.kind == "blockquote":
            yield from read_quotes(block)


def _contents(reader: Reader, blocks: Sequence[Block], level: int) -> tuple[Section | Link, ...]:
    front, parts = _split(blocks, f"h{level}")
    found: list[Section | Link] = [*_links(front)]
    for heading, inside in parts:
        eid, num, wording, holder = _heading(reader, heading.spans)
        own, deeper = _own_and_deeper(inside)
        section = _section(reader, eid, num, wording, own, _contents(reader, deeper, level + 1))
        if holder is None:
            found.append(section)
        else:
            found[-1] = _with(found[-1], holder, section)
    return tuple(found)


def _with(part: Section | Link, holder: EId, section: Section) -> Section:
    """The container with a section at the end of the one that holds it, itself or its last."""
    if isinstance(part, Section) and part.eid == holder:
        return replace(part, parts=(*part.parts, section))
    if not isinstance(part, Section) or not part.parts:
        raise SourceError(f"{section.eid} is said to stand in {holder}, which is not before it")
    return replace(part, parts=(*part.parts[:-1], _with(part.parts[-1], holder, section)))


def _own_and_deeper(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """A container's own texts and notes, and the links and containers behind them."""
    for index, block in enumerate(blocks):
        if block.kind == "heading" or _is_links(block):
            return list(blocks[:index]), list(blocks[index:])
    return list(blocks), []


def _is_links(block: Block) -> bool:
    first = block.blocks[0].blocks[0] if block.kind == "bullet_list" else None
    return bool(first and first.spans and first.spans[0].kind == "link")


def _section(
    reader: Reader,
    eid: EId,
    num: str,
    heading: Wording | None,
    blocks: Sequence[Block],
    parts: tuple[Section | Link, ...],
) -> Section:
    page = read_body(reader, eid, num, heading, blocks, ())
    return Section(eid, num, page.heading, page.items, page.before, page.after, parts)


def _links(blocks: Sequence[Block]) -> Iterator[Link]:
    for block in blocks:
        if not _is_links(block):
            raise SourceError(f"a {block.kind} among the links of the contents")
        for item in block.blocks:
            link, *rest = item.blocks[0].spans
            num, _, heading = link.text.partition(". ")
            states = [State(span.text) for span in rest if span.kind == "code"]
            eid = EId(link.href.removesuffix(".md"))
            yield Link(eid, num, heading or None, states[0] if states else State.RECORDED)


def _heading(reader: Reader, spans: Sequence[Span]) -> tuple[EId, str, Wording | None, EId | None]:
    """A container's heading: `Chapter 3` is chp_3, unless a mark behind the title names it otherwise; and the
    container that it stands in, where the levels of headings do not tell."""
    codes = [span for span in spans if span.kind == "code" and is_eid(span.text.removeprefix(IN))]
    titled = [span for span in spans if span not in codes]
    words = "".join(span.text for span in titled if span.kind == "text")
    num, wording = reader.heading(titled, numbered=has_number(words))
    names = [EId(span.text) for span in codes if not span.text.startswith(IN)]
    holders = [EId(span.text.removeprefix(IN)) for span in codes if span.text.startswith(IN)]
    eid = names[0] if names else container_eid(num)
    if eid is None:
        raise SourceError(f"{num!r} is no number of a chapter, section or part")
    return eid, num, wording, holders[0] if holders else None
