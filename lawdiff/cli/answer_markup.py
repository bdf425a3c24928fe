"""An answer as Markdown and as an HTML page: the same states and reasons as on a terminal, in words."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as html_escape

from lawdiff.law.address import capitalised, cite
from lawdiff.law.answer import Answer, Node
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.marks import LEGEND, explain, explanation, gone, mark
from lawdiff.law.phrases import in_words, law_told
from lawdiff.law.shown import is_closed, is_gone, is_titled, shown_children, shown_states
from lawdiff.law.wording import Reason, State, Wording, in_order
from lawdiff.store.markdown_text import escape


def answer_markdown(answer: Answer) -> str:
    """The answer as Markdown, one provision a line; behind what is not plainly recorded stands a mark such
    as `later: 36-V, 102-V`."""
    lines = [f"# {escape(answer.act_cited)}", "", f"As it can be known for {in_words(answer.day)}.", ""]
    if not answer.node.heading and answer.node.eid != "act":
        lines += [f"## {capitalised(cite(answer.node.eid, answer.language))}", ""]
    lines += _markdown_node(answer.node, "")
    for name, items in _sections(answer):
        lines += ["", f"## {name}", "", *(f"- {escape(item)}" for item in items)] if items else []
    return "\n".join(_without_doubled(lines)) + "\n"


def _markdown_node(node: Node, indent: str) -> Iterator[str]:
    if is_titled(node):
        yield from ("", _markdown_title(node), "")
        if is_gone(node):
            yield from [escape(node.note)] if node.note else []
            return
        if node.heading:
            yield from _markdown_possibilities(node.heading, "")
        indent = ""
    if node.has_own_text or (is_closed(node) and node.eid != "act"):
        number = f"**{escape(node.num)}** " if node.num and not is_titled(node) else ""
        yield f"{indent}- {number}{_markdown_words(node.wording)}"
        yield from _markdown_possibilities(node.wording, indent + "  ")
    elif node.num and not is_titled(node):
        yield f"{indent}- **{escape(node.num)}**"
    inside = indent if is_titled(node) or node.eid == "act" else indent + "  "
    for child in shown_children(node):
        yield from _markdown_node(child, inside)


def _markdown_title(node: Node) -> str:
    signs = "###" if node.num.startswith("Article") else "##"
    number = f"{escape(node.num)}. " if node.num else ""
    if is_gone(node):
        said = f" {escape(gone(node))}" if node.eid == "act" else ""
        return f"{signs} {number}`{mark(node.wording.state, _reasons(node))}`{said}"
    return f"{signs} {number}{_markdown_words(node.heading) if node.heading else ''}".rstrip()


def _markdown_words(wording: Wording) -> str:
    words = [escape(wording.text)] if wording.text is not None else []
    if wording.state is not State.RECORDED:
        words.append(f"`{mark(wording.state, wording.because)}`")
    return " ".join(words)


def _markdown_possibilities(wording: Wording, indent: str) -> Iterator[str]:
    for index, each in enumerate(wording.possibilities):
        words = f"{escape(each.text)} " if each.text is not None else ""
        yield f"{indent}- {'or' if index else 'either'}: {words}`{mark(each.state, each.because)}`"


def answer_html(answer: Answer) -> str:
    """The answer as one HTML page that needs no other file."""
    title = html_escape(answer.act_cited)
    lines = [*html_head(title, answer.language), f"<p>As it can be known for {in_words(answer.day)}.</p>"]
    if not answer.node.heading and answer.node.eid != "act":
        lines.append(f"<h2>{html_escape(capitalised(cite(answer.node.eid, answer.language)))}</h2>")
    lines += _html_node(answer.node)
    for name, items in _sections(answer):
        if items:
            listed = "".join(f"<li>{html_escape(item)}</li>" for item in items)
            lines.append(f"<h2>{name}</h2><ul>{listed}</ul>")
    return "\n".join([*lines, "</body></html>"]) + "\n"


def html_head(title: str, language: str) -> Iterator[str]:
    """The beginning of a page, down to its heading; the title comes escaped."""
    yield "<!DOCTYPE html>"
    yield f'<html lang="{html_escape(language)}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    yield f"<title>{title}</title><style>{_STYLE}</style></head>"
    yield f"<body><h1>{title}</h1>"


_STYLE = (
    "body{max-width:45rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 serif}"
    "h1{font-size:1.4rem}h2{font-size:1.2rem}h3{font-size:1.05rem}"
    ".item{margin:.3rem 0}.inside{margin-left:1.6rem}.num{font-weight:bold}"
    ".why{font:.85rem sans-serif;color:#555}"
    ".restored,.later,.earlier,.uncertain{border-left:.2rem solid #c80;padding-left:.5rem}"
    ".unrecorded,.absent{border-left:.2rem dashed #888;padding-left:.5rem}"
    "del{background:#fdd}ins{background:#dfd}"
)


def _html_node(node: Node) -> Iterator[str]:
    if is_titled(node):
        yield _html_title(node)
        if is_gone(node):
            yield from [f'<p class="why">{html_escape(node.note)}</p>'] if node.note else []
            return
        if node.heading:
            yield from _html_why("title: ", node.heading)
    if node.has_own_text or (is_closed(node) and node.eid != "act"):
        number = _html_number(node)
        words = html_escape(node.wording.text) if node.wording.text is not None else ""
        yield f'<div class="item {node.wording.state.value}" id="{html_escape(node.eid)}">{number}{words}'
        yield from _html_why("", node.wording)
        yield "</div>"
    elif node.num and not is_titled(node):
        yield f'<div class="item">{_html_number(node)}</div>'
    if not is_closed(node) and node.children:
        yield "<div>" if is_titled(node) or node.eid == "act" else '<div class="inside">'
        for child in shown_children(node):
            yield from _html_node(child)
        yield "</div>"


def _html_number(node: Node) -> str:
    has_number = node.num and not is_titled(node)
    return f'<span class="num">{html_escape(node.num)}</span> ' if has_number else ""


def _html_title(node: Node) -> str:
    level = "h3" if node.num.startswith("Article") else "h2"
    number = f"{html_escape(node.num)}. " if node.num else ""
    if is_gone(node):
        return (
            f'<{level} class="absent">{number}<span class="why">[{html_escape(gone(node))}]</span></{level}>'
        )
    words = html_escape(node.heading.text or "") if node.heading else ""
    return f"<{level}>{number}{words}</{level}>"


def _html_why(what: str, wording: Wording) -> Iterator[str]:
    if why := explanation(wording):
        yield f'<span class="why">[{what}{html_escape(why)}]</span>'
    for index, each in enumerate(wording.possibilities):
        words = f"{html_escape(each.text)} " if each.text is not None else ""
        why = f'<span class="why">[{html_escape(explain(each.state, each.because) or "as recorded")}]</span>'
        yield f'<div class="inside">{"or" if index else "either"}: {words}{why}</div>'


def _reasons(node: Node) -> tuple[Reason, ...]:
    heading = node.heading
    return heading.because if heading and heading.state is State.ABSENT else node.wording.because


def _sections(answer: Answer) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stands behind the provisions."""
    states = shown_states(answer.node)
    yield "Marks", tuple(words for state, words in LEGEND.items() if state in states)
    yield "Laws", _laws(answer)
    yield "Cautions", answer.cautions


def _laws(answer: Answer) -> tuple[str, ...]:
    named = (reason for reason in in_order(list(answer.node.reasons())) if reason.law != UNKNOWN_LAW)
    return tuple(f"{reason.law} {law_told(reason)}" for reason in named)


def _without_doubled(lines: list[str]) -> Iterator[str]:
    """The lines without a blank one behind another."""
    for index, line in enumerate(lines):
        if line or (index and lines[index - 1]):
            yield line
