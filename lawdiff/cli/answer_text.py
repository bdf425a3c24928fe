"""An answer as text for a terminal: the provisions with their marks, a legend, the laws and the cautions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from lawdiff.cli.page import wrapped
from lawdiff.law.address import capitalised, cite
from lawdiff.law.answer import Answer, Node
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.marks import MARKS, explain, explanation, gone, legend
from lawdiff.law.phrases import in_words, law_told
from lawdiff.law.shown import is_closed, is_gone, is_titled, shown_children
from lawdiff.law.wording import Reason, State, Wording, in_order

_COLOURS = {
    State.RESTORED: "cyan",
    State.LATER: "yellow",
    State.EARLIER: "yellow",
    State.UNRECORDED: "red",
    State.ABSENT: "bright_black",
    State.UNCERTAIN: "magenta",
    State.PROPOSED: "green",
}


def answer_lines(answer: Answer) -> Iterator[str]:
    """Every line of the answer, without two blank ones in a row."""
    blank = False
    for line in _all_lines(answer):
        if line or not blank:
            yield line
        blank = not line


def _all_lines(answer: Answer) -> Iterator[str]:
    yield from wrapped(answer.act_cited, "", "  ")
    yield f"as it can be known for {in_words(answer.day)}"
    yield ""
    node = answer.node
    if not node.heading and node.eid != "act":
        yield click.style(capitalised(cite(node.eid, answer.language)), bold=True)
    shown = _Shown()
    yield from shown.node(node, 0)
    yield from legend_lines(shown.states)
    yield from law_lines(shown.reasons)
    yield from _edition_lines(answer)
    yield from caution_lines(answer.cautions)


_MOST_CITED = 6


def _edition_lines(answer: Answer) -> Iterator[str]:
    """Whose words are shown, where the law has several editions."""
    found: dict[str, list[str]] = {}
    for node in answer.node.walk():
        if node.edition:
            found.setdefault(node.edition, []).append(cite(node.eid, answer.language))
    if not found:
        return
    yield from ("", "Words")
    for file, day in answer.editions:
        if file in found:
            places = found[file]
            more = f" and {len(places) - _MOST_CITED} more" if len(places) > _MOST_CITED else ""
            said = "all of them" if len(found) == 1 else ", ".join(places[:_MOST_CITED]) + more
            yield from wrapped(f"edition of {day}, {file}: {said}", "  ", "    ")


class _Shown:
    """The provisions as lines, and what they showed: the legend and the laws are of nothing else."""

    def __init__(self) -> None:
        self.states: set[State] = set()
        self.reasons: list[Reason] = []

    def node(self, node: Node, depth: int) -> Iterator[str]:
        """A provision and what hangs under it; what is absent, or nowhere recorded, is one line."""
        if is_titled(node):
            yield ""
            yield from self._headed(node)
            yield ""
            return
        if node.has_own_text or is_closed(node):
            yield from self._passage(node.num, node.wording, depth)
            yield from self._note(node, depth)
        elif node.num:
            yield f"  {_indent(depth)}{node.num}"
        yield from self._children(node, depth + (node.eid != "act"))

    def _headed(self, node: Node) -> Iterator[str]:
        """An article or a chapter, under its title."""
        if is_gone(node):
            self._use(node.wording)
            number = f"{node.num}. " if node.num else ""
            yield from _said(f"{MARKS[State.ABSENT]} {number}", f"[{gone(node)}]", State.ABSENT)
            yield from self._note(node, 0)
            return
        if node.heading:
            yield from self._heading(node.num, node.heading)
            yield ""
        if node.has_own_text or is_closed(node):
            yield from self._passage("" if node.heading or not node.num else f"{node.num}.", node.wording, 0)
        yield from self._children(node, 0)

    def _heading(self, num: str, heading: Wording) -> Iterator[str]:
        self._use(heading)
        start = f"{MARKS[heading.state]} {num + '. ' if num else ''}"
        lines = wrapped(heading.text or "", start, " " * len(start))
        yield from (click.style(line, bold=True) for line in lines)
        yield from self._why("title: ", heading, " " * len(start))

    def _children(self, node: Node, depth: int) -> Iterator[str]:
        for child in shown_children(node):
            yield from self.node(child, depth)

    def _passage(self, num: str, wording: Wording, depth: int) -> Iterator[str]:
        self._use(wording)
        start = f"{MARKS[wording.state]} {_column(num, depth)}"
        if wording.text is not None:
            yield from wrapped(wording.text, start, " " * len(start))
            yield from self._why("", wording, " " * len(start))
        else:
            yield from _said(start, f"[{explanation(wording)}]", wording.state)
            yield from _possibilities(wording, " " * len(start))

    def _why(self, what: str, wording: Wording, indent: str) -> Iterator[str]:
        if why := explanation(wording):
            yield from _said(indent, f"[{what}{why}]", wording.state)
        yield from _possibilities(wording, indent)

    def _note(self, node: Node, depth: int) -> Iterator[str]:
        """What the source prints in the place of words that are no longer law."""
        if node.note and node.wording.state is State.ABSENT:
            indent = f"  {_indent(depth)}{'':<5}"
            title = node.heading is not None
            yield from wrapped(node.note if title else f"The source prints “{node.note}”", indent, indent)

    def _use(self, wording: Wording) -> None:
        self.states.add(wording.state)
        self.reasons += wording.because
        for each in wording.possibilities:
            self.reasons += each.because


def _column(num: str, depth: int) -> str:
    """What stands before a text: its number, or room for that of the paragraph which it continues."""
    if num:
        return f"{_indent(depth)}{num + ' ':<5}"
    return f"{_indent(depth - 1)}{'':<5}" if depth else ""


def _indent(depth: int) -> str:
    return "   " * depth


def _said(start: str, text: str, state: State) -> Iterator[str]:
    """Words of ours, in the colour of the state."""
    lines = wrapped(text, start, " " * len(start))
    yield from (click.style(line, fg=_COLOURS[state]) if state in _COLOURS else line for line in lines)


def _possibilities(wording: Wording, indent: str) -> Iterator[str]:
    """The things that an uncertain wording may have been: "either: ...", "or: ..."."""
    for index, each in enumerate(wording.possibilities):
        word = "or: " if index else "either: "
        why = explain(each.state, each.because) or "as recorded"
        if each.text is None:
            yield from _said(f"{indent}{word}", f"[{why}]", each.state)
        else:
            yield from wrapped(each.text, f"{indent}{word}", indent + " " * len(word))
            yield from _said(indent + " " * len(word), f"[{why}]", each.state)


def legend_lines(states: set[State]) -> Iterator[str]:
    """What the marks mean, those that were used."""
    lines = legend(states)
    if lines:
        yield from ("", "Marks")
        for line in lines:
            yield from wrapped(line[5:], line[:5], "     ")


def law_lines(reasons: Iterable[Reason]) -> Iterator[str]:
    """The laws that an answer names, with their days."""
    laws = [reason for reason in in_order(list(reasons)) if reason.law != UNKNOWN_LAW]
    if laws:
        yield from ("", "Laws")
        for reason in laws:
            yield from wrapped(law_told(reason), f"  {reason.law:<8} ", " " * 11)


def caution_lines(cautions: Iterable[str]) -> Iterator[str]:
    """What a reader must know before quoting."""
    for index, caution in enumerate(cautions):
        if not index:
            yield from ("", "Cautions")
        yield from wrapped(caution, "  * ", "    ")
