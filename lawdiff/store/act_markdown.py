"""The README of an act as Markdown: title, facts, preamble, contents, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawdiff.law.printed_number import container_eid
from lawdiff.law.wording import State
from lawdiff.store.article_markdown import (
    Marks,
    blocks_of_quotes,
    heading_lines,
    items_lines,
)
from lawdiff.store.law_table import marks_of, row, table_lines
from lawdiff.store.markdown_text import escape, escape_inside
from lawdiff.store.page import ActPage, Link, Section, links_of, sections_of

FACTS = "Facts"
PREAMBLE = "Preamble"
CONTENTS = "Contents"
CLOSING = "Closing lines"
LEGEND = "What the marks mean"

_MEANINGS = (
    ("(no mark)", "recorded: the edition has these words, and no law can have changed them since that day"),
    (
        f"`{State.RESTORED.value}: ...`",
        "worked out by undoing a substitution whose words the law named gives",
    ),
    (f"`{State.LATER.value}: ...`", "a later wording; the laws named may have changed it since that day"),
    (f"`{State.EARLIER.value}: ...`", "an earlier wording; the laws named were to change it by that day"),
    (
        f"`{State.UNRECORDED.value}: ...`",
        "it was law, and no source has its words; the law named changed them",
    ),
    (f"`{State.ABSENT.value}: ...`", "no part of the law that day; the law named took it out"),
    (f"`{State.UNCERTAIN.value}: ...`", "the sources allow more than one answer; each stands below it"),
    ("`354-IV/2`", "the second line of that law in the table of laws at the end of the file"),
    (
        "`al_3`",
        "an unnumbered passage that is the third of its paragraph though it does not stand third here",
    ),
)


_PROPOSED = (
    f"`{State.PROPOSED.value}: ...`",
    "no law: what the proposal named would make of the text, and nobody has adopted it",
)


_NAMED = ("`sec_2__chp_1`", "the name of a chapter, section or part that its number alone does not tell")


def act_markdown(page: ActPage) -> str:
    """The README of an act; `read_act_page` gives the page again."""
    marks = marks_of(page.reasons)
    lines = [*heading_lines("#", "", page.title, marks)]
    for words in page.opening:
        lines += ["", escape(words)]
    lines += blocks_of_quotes(page.quotes)
    lines += ["", f"## {FACTS}", *_facts_lines(page.facts)]
    if page.preamble:
        lines += ["", f"## {PREAMBLE}", *_body_lines(page.preamble, marks)]
    lines += ["", f"## {CONTENTS}", *_parts_lines(page.contents, "###", marks)]
    if page.closing:
        lines += ["", f"## {CLOSING}"]
        for words in page.closing:
            lines += ["", escape(words)]
    lines += ["", f"## {LEGEND}", *_legend_lines(page)]
    lines += table_lines(page.reasons)
    lines += ["", f"<!-- layout: {page.layout} -->"]
    return "\n".join(lines) + "\n"


def _facts_lines(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield from ("", row(("Fact", "Value")), row(("---", "---")))
    for name, value in facts:
        yield row((escape_inside(name), escape_inside(value)))


def _legend_lines(page: ActPage) -> Iterator[str]:
    yield from ("", row(("Mark", "Meaning")), row(("---", "---")))
    yield from (row(each) for each in _MEANINGS)
    if any(container_eid(section.num) != section.eid for section in sections_of(page.contents)):
        yield row(_NAMED)
    links = any(link.state is State.PROPOSED for link in links_of(page.contents))
    if links or any(reason.certainty == "proposed" for reason in page.reasons):
        yield row(_PROPOSED)


def _body_lines(section: Section, marks: Marks) -> Iterator[str]:
    yield from blocks_of_quotes(section.before)
    if section.items:
        yield ""
        yield from items_lines(section.eid, section.items, marks)
    yield from blocks_of_quotes(section.after)


def _parts_lines(
    parts: Iterable[Section | Link], signs: str, marks: Marks, inside: str = ""
) -> Iterator[str]:
    """The links in lists, each container under a heading of its own. Markdown has six levels: a container
    deeper than that says what it is `inside`."""
    in_list = False
    for part in parts:
        if isinstance(part, Link):
            if not in_list:
                yield ""
            yield _link_line(part)
            in_list = True
            continue
        in_list = False
        yield ""
        first, *below = heading_lines(signs, part.num, part.heading, marks)
        named = "" if container_eid(part.num) == part.eid else f" `{part.eid}`"
        yield f"{first}{named} `{IN}{inside}`" if inside else f"{first}{named}"
        yield from below
        yield from _body_lines(part, marks)
        if len(signs) == _DEEPEST:
            yield from _parts_lines(part.parts, signs, marks, part.eid)
        else:
            yield from _parts_lines(part.parts, signs + "#", marks)


_DEEPEST = 6
IN = "in "


def _link_line(link: Link) -> str:
    title = (
        f"{escape_inside(link.num)}. {escape_inside(link.heading)}"
        if link.heading
        else escape_inside(link.num)
    )
    line = f"- [{title.replace(']', chr(92) + ']')}]({link.eid}.md)"
    return line if link.state is State.RECORDED else f"{line} `{link.state.value}`"
