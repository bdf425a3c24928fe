"""A comparison of two days as text for a terminal, whole or counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import click

from lawdiff.cli.answer_text import caution_lines, law_lines
from lawdiff.cli.page import wrapped
from lawdiff.history.change import Change, ChangeKind
from lawdiff.history.change_counts import by_article, by_law
from lawdiff.history.change_words import (
    COUNTED,
    LEGEND,
    SIGNS,
    WITH_LEGEND,
    headline,
    period,
    place,
    proved,
    remarks,
    sides,
    unproved_sentence,
)
from lawdiff.history.changes import Comparison
from lawdiff.history.redline import Op
from lawdiff.law.act_words import act_name
from lawdiff.law.address import cite
from lawdiff.law.eid import EId
from lawdiff.law.phrases import count

_COLOURS = {"+": "green", "-": "red", "*": "cyan", "~": "yellow"}
_INDENT = "    "
_NOTHING = "Nothing changed, as far as the sources tell."


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """Every line: the changes with their redlines, what the signs mean, the laws and the cautions."""
    yield from _opening(comparison)
    shown, unproved = proved(comparison)
    for change in shown:
        yield ""
        yield from _change_lines(change, comparison.timelines.language)
    yield from _closing(comparison, shown, unproved)


def _opening(comparison: Comparison) -> Iterator[str]:
    act = comparison.timelines.act
    yield from wrapped(act_name(act, comparison.timelines.language), "", "  ")
    yield from wrapped(period(comparison), "", "  ")


def _closing(comparison: Comparison, shown: Sequence[Change], unproved: int) -> Iterator[str]:
    if not comparison.changes:
        nothing = "The proposal changes nothing here." if comparison.proposal else _NOTHING
        yield from ("", nothing)
    if unproved:
        yield ""
        yield from wrapped(unproved_sentence(unproved), "", "")
    signs = {SIGNS[change.kind] for change in shown}
    legend = WITH_LEGEND if comparison.proposal else LEGEND
    if signs:
        yield from ("", "Signs")
        yield from (f"  {sign}  {words}" for sign, words in legend.items() if sign in signs)
    yield from law_lines(reason for change in shown for reason in change.reasons)
    yield from caution_lines(comparison.cautions)


def _change_lines(change: Change, language: str) -> Iterator[str]:
    sign = SIGNS[change.kind]
    first, *rest = wrapped(f"{place(change, language)}  {headline(change)}", f"{sign} ", _INDENT)
    yield click.style(first, fg=_COLOURS.get(sign), bold=True)
    yield from (click.style(line, fg=_COLOURS.get(sign), bold=True) for line in rest)
    for remark in remarks(change, language):
        yield from wrapped(f"[{remark}]", _INDENT, _INDENT)
    pieces = change.pieces
    if pieces is not None:
        yield from coloured(wrapped(marked_up(pieces), _INDENT, _INDENT))
        return
    for label, text in sides(change):
        yield from wrapped(text, f"{_INDENT}{label}: ", _INDENT + "  ")


def marked_up(pieces: Sequence[tuple[Op, str]]) -> str:
    """A redline as one text: [-deleted-] and {+inserted+}."""
    signs = {Op.EQUAL: ("", ""), Op.DELETE: ("[-", "-]"), Op.INSERT: ("{+", "+}")}
    return "".join(f"{signs[op][0]}{text}{signs[op][1]}" for op, text in pieces)


_SIGN = re.compile(r"(\[-|-\]|\{\+|\+\})")


def coloured(lines: Sequence[str]) -> Iterator[str]:
    """The lines with deleted and inserted words in colour, across line ends too."""
    colour: str | None = None
    for line in lines:
        parts = []
        for part in _SIGN.split(line):
            colour = {"[-": "red", "{+": "green"}.get(part, colour)
            parts.append(click.style(part, fg=colour) if part and colour else part)
            colour = None if part in ("-]", "+}") else colour
        yield "".join(parts)


def stat_lines(comparison: Comparison) -> Iterator[str]:
    """How many texts changed, by article and by law."""
    yield from _opening(comparison)
    shown, unproved = proved(comparison)
    if shown:
        yield from ("", "By provision")
        yield from _table(_cited(by_article(shown), comparison.timelines.language))
        yield from ("", "By law (a text may have been changed by several)")
        yield from _table(by_law(shown))
        yield ""
        yield from _table({count(len(shown), "text"): Counter(change.kind for change in shown)})
    yield from _closing(comparison, (), unproved)


def _cited(rows: Mapping[EId, Counter[ChangeKind]], language: str) -> Mapping[str, Counter[ChangeKind]]:
    return {cite(eid, language): kinds for eid, kinds in rows.items()}


def _table(rows: Mapping[str, Counter[ChangeKind]]) -> Iterator[str]:
    widest = max(len(name) for name in rows)
    for name, kinds in rows.items():
        words = ", ".join(f"{number} {COUNTED[kind]}" for kind, number in kinds.items())
        yield from wrapped(f"{kinds.total():>3}  {words}", f"  {name:<{widest}}  ", " " * (widest + 9))
