"""A comparison of two days as Markdown and as an HTML page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape as html_escape

from lawdiff.cli.answer_markup import html_head
from lawdiff.history.change import Change, ChangeKind
from lawdiff.history.change_counts import by_article, by_law
from lawdiff.history.change_words import (
    COUNTED,
    headline,
    period,
    place,
    proved,
    remarks,
    sides,
    unproved_sentence,
)
from lawdiff.history.changes import Comparison
from lawdiff.history.redline import Op, Redline
from lawdiff.law.act_words import act_name
from lawdiff.law.address import cite
from lawdiff.store.markdown_text import escape


def comparison_markdown(comparison: Comparison, stat: bool) -> str:
    """The comparison as Markdown: ~~deleted~~ and **inserted** words, each change under its address."""
    shown, unproved, language = *proved(comparison), comparison.timelines.language
    lines = [f"# {escape(_name(comparison))}", "", _sentence(period(comparison))]
    if stat:
        for name, rows in _tables(shown, language):
            lines += ["", f"## {name}", "", "| | | |", "|---|---|---|"]
            lines += [
                f"| {escape(what)} | {kinds.total()} | {_kinds(kinds)} |" for what, kinds in rows.items()
            ]
    else:
        for change in shown:
            lines += [
                "",
                f"## {escape(place(change, language))}: {escape(headline(change))}",
                "",
            ]
            lines += _markdown_change(change, language)
    if unproved:
        lines += ["", escape(unproved_sentence(unproved))]
    if comparison.cautions:
        lines += ["", "## Cautions", "", *(f"- {escape(caution)}" for caution in comparison.cautions)]
    return "\n".join(lines) + "\n"


def _markdown_change(change: Change, language: str) -> Iterator[str]:
    yield from (f"- *{escape(remark)}*" for remark in remarks(change, language))
    pieces = change.pieces
    if pieces is None:
        yield from (f"- {label}: {escape(text)}" for label, text in sides(change))
    else:
        yield f"- {_markdown_redline(pieces)}"


def _markdown_redline(pieces: Redline) -> str:
    """The redline, its signs close to the words: CommonMark reads `** word**` as plain stars."""
    signs = {Op.EQUAL: "", Op.DELETE: "~~", Op.INSERT: "**"}
    found = ""
    for op, text in pieces:
        core = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        found += f"{before}{signs[op]}{escape(core)}{signs[op]}{after}" if core else text
    return found


def comparison_html(comparison: Comparison, stat: bool) -> str:
    """The comparison as one HTML page that needs no other file, with <del> and <ins>."""
    title = html_escape(_name(comparison))
    shown, unproved, language = *proved(comparison), comparison.timelines.language
    lines = [
        *html_head(title, language),
        f"<p>{html_escape(_sentence(period(comparison)))}</p>",
    ]
    if stat:
        for name, rows in _tables(shown, language):
            cells = (
                f"<tr><td>{html_escape(what)}<td>{kinds.total()}<td>{_kinds(kinds)}"
                for what, kinds in rows.items()
            )
            lines += [f"<h2>{name}</h2>", f"<table>{''.join(cells)}</table>"]
    else:
        lines += [line for change in shown for line in _html_change(change, language)]
    if unproved:
        lines.append(f"<p>{html_escape(unproved_sentence(unproved))}</p>")
    if comparison.cautions:
        listed = "".join(f"<li>{html_escape(caution)}</li>" for caution in comparison.cautions)
        lines.append(f"<h2>Cautions</h2><ul>{listed}</ul>")
    return "\n".join([*lines, "</body></html>"]) + "\n"


def _html_change(change: Change, language: str) -> Iterator[str]:
    name = html_escape(f"{place(change, language)}: {headline(change)}")
    yield f'<h3 id="{html_escape(change.eid)}">{name}</h3>'
    yield from (f'<p class="why">[{html_escape(remark)}]</p>' for remark in remarks(change, language))
    pieces = change.pieces
    if pieces is None:
        yield from (f"<p><em>{label}:</em> {html_escape(text)}</p>" for label, text in sides(change))
    else:
        yield f"<p>{''.join(_html_piece(op, text) for op, text in pieces)}</p>"


def _html_piece(op: Op, text: str) -> str:
    tag = {Op.DELETE: "del", Op.INSERT: "ins"}.get(op)
    return f"<{tag}>{html_escape(text)}</{tag}>" if tag else html_escape(text)


def _tables(
    changes: Sequence[Change], language: str
) -> Iterator[tuple[str, Mapping[str, Counter[ChangeKind]]]]:
    yield (
        "By provision",
        {cite(eid, language): kinds for eid, kinds in by_article(changes).items()},
    )
    yield "By law", by_law(changes)


def _kinds(kinds: Counter[ChangeKind]) -> str:
    return ", ".join(f"{number} {COUNTED[kind]}" for kind, number in kinds.items())


def _name(comparison: Comparison) -> str:
    act = comparison.timelines.act
    return act_name(act, comparison.timelines.language)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
