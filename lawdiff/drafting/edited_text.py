"""The act on a day as one Markdown file that a person edits, and the text of the act in it again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawdiff.law.act_text import ACT, EXCLUDED, NOT_KNOWN, TextNode, changed_nodes, under_another_number
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.plain_markdown import MarkdownLine, markdown_lines
from lawdiff.sources.wording_lines import read_body
from lawdiff.store.markdown_text import escape, escape_inside

PREAMBLE = "Preamble"
LAWS = "Laws behind the marks"  # the table at the end of a file of the history
_MARK = re.compile(r" ?`(?P<state>[a-z]+)(?:: [^`]*)?`\Z")  # "... the words `restored: 354-IV`"
_IN_PLACE = {"absent": EXCLUDED, "unrecorded": NOT_KNOWN, "uncertain": NOT_KNOWN}
_NUMBER = re.compile(r"\*{0,2}(?P<number>\d{1,4}(?:-\d+)*[.)])\*{0,2}(?:\s+|\Z)")
_HEAD = re.compile(r"<!-- text of (?P<day>\d{4}-\d{2}-\d{2}) -->[ \t]*\n")
_TITLED = re.compile(r"(?:Article|Chapter) \d+(?:-\d+)*(?:\.|\s|\Z)")


def editable_text(root: TextNode, base: dt.date | None = None) -> str:
    """The act as Markdown: a heading for each title, a list item for each provision, its number bold.

    The first line says of which day the text is, where `base` is given.
    """
    lines = [f"<!-- text of {base} -->", ""] if base else []
    lines.append(f"# {escape_inside(root.heading or '')}")
    for node in root.children:
        lines += _node_lines(node, "##")
    once = (line for at, line in enumerate(lines) if line or lines[at - 1])
    return "\n".join(once) + "\n"


def _node_lines(node: TextNode, signs: str) -> Iterator[str]:
    if node.heading is not None or node.eid == "preamble":
        title = PREAMBLE if node.heading is None else f"{node.num}. {node.heading}"
        yield ""
        yield f"{signs} {escape_inside(title)}".rstrip()
        yield ""
        if node.text is not None:
            yield f"- {escape(node.text)}"
        for child in node.children:
            yield from _node_lines(child, "###")
        return
    indent = "  " if node.eid.kind == "subpara" else ""
    number = f"**{escape_inside(node.num)}** " if node.num else ""
    text = escape_inside(node.text or "") if number else escape(node.text or "")
    yield f"{indent}- {number}{text}".rstrip()
    for child in node.children:
        yield from _node_lines(child, signs)


def read_edited_text(markdown: str, before: TextNode, path: str = "") -> TextNode:
    """The act in an edited file. `before` is the act as it was given to the editor.

    The numbers say what a provision is, as in the law itself; indents and bold type do not matter. A file
    without the act's title holds the articles it has, such as one of the history; the others stay as they
    are. SourceError, with path and line, for words outside of any article.
    """
    parts = _Parts(path)
    for line in _joined_lines(_body(markdown)):
        parts.add(line)
    if not parts.body and not parts.title:
        raise SourceError(f"{path}: this is no text of an act; it has titles such as “### Article 1. ...”")
    try:
        provisions = read_body(
            [_printed(line) for line in parts.body], [line.level > 0 for line in parts.body]
        )
    except SourceError as problem:
        raise SourceError(f"{path}: {problem}" if path else f"{problem}") from None
    if parts.title:
        found = TextNode(ACT, "", parts.title, children=(*_preamble(parts.preamble), *provisions))
    else:
        found = _spliced(before, provisions, path)
    return _numbered_as(found, before)


def base_named_in(markdown: str) -> dt.date | None:
    """The day whose text a file is that `editable_text` wrote; None where it does not say."""
    found = _HEAD.match(markdown.lstrip("\ufeff"))
    return dt.date.fromisoformat(found["day"]) if found else None


def _body(markdown: str) -> str:
    """The text without what stands before the law; its lines keep their numbers."""
    plain = markdown.removeprefix("\ufeff").replace("\r\n", "\n")
    return _HEAD.sub("\n", plain, count=1)


def _joined_lines(markdown: str) -> Iterator[MarkdownLine]:
    """The lines, those that an editor broke in one again; a line that begins with a number stands alone."""
    pending: MarkdownLine | None = None
    for line in markdown_lines(markdown):
        if pending and line.goes_on and not line.level and not _NUMBER.match(line.text.strip()):
            pending = replace(pending, text=f"{pending.text.rstrip()} {line.text.strip()}")
            continue
        if pending:
            yield pending
        pending = line
    if pending:
        yield pending


class _Parts:
    """The title of the act, the lines of the preamble, and those of chapters and articles."""

    def __init__(self, path: str) -> None:
        self.title = ""
        self.preamble: list[MarkdownLine] = []
        self.body: list[MarkdownLine] = []
        self._path = path
        self._section: list[MarkdownLine] | None = None
        self._is_over = False

    def add(self, line: MarkdownLine) -> None:
        """Put a line where it belongs. What the history adds to the law is left out: notes, marks, tables."""
        text = line.text.strip()
        self._is_over = self._is_over or bool(line.level and text == LAWS)
        if self._is_over or line.is_quoted:
            return
        if line.level and _TITLED.match(text):
            self._section = self.body
            self.body.append(line)
        elif line.level and text == PREAMBLE:
            self._section = self.preamble
        elif line.level == 1 and not self.title and not self.body:
            self.title = text
        elif line.level or self._section is None:
            what = "is no title of a chapter or article" if line.level else "stands before any article"
            raise SourceError(f"{self._path}:{line.line}: “{text[:60]}” {what}")
        else:
            self._section.append(line)


def _spliced(before: TextNode, provisions: Sequence[TextNode], path: str) -> TextNode:
    """The act with these articles in the place of its own."""
    new = {node.eid: node for node in provisions}
    for eid, node in new.items():
        if eid.kind != "art" or not any(each.eid == eid for each in before.walk()):
            raise SourceError(
                f"{path}: {node.num} is no article of the act; only the file of the whole act can add one"
            )
    done = changed_nodes(before, lambda node: new.get(node.eid, node))
    assert done is not None
    return done


def _printed(line: MarkdownLine) -> str:
    """A line as the law prints it: its number, then its words, or what stands in their place."""
    text = _MARK.sub("", line.text.strip())
    mark = _MARK.search(line.text.strip())
    gone = _IN_PLACE.get(mark["state"], "") if mark else ""
    if line.level:
        return f"{text} {gone}".strip()
    number = _NUMBER.match(text)
    if line.item.rstrip(".)") != line.item:
        return f"{line.item} {text or gone}"
    return f"{number['number']} {text[number.end() :] or gone}".strip() if number else text


def _preamble(lines: Sequence[MarkdownLine]) -> Iterator[TextNode]:
    if lines:
        eid = EId("preamble")
        texts = [_printed(line) for line in lines]
        passages = (TextNode(eid.child("al", str(at)), "", text=text) for at, text in enumerate(texts[1:], 2))
        yield TextNode(eid, "", text=texts[0], children=tuple(passages))


def _numbered_as(node: TextNode, before: TextNode) -> TextNode:
    """The tree with passages counted as in the act: on an early day some are not there, and leave a gap."""
    old = {each.eid: each for each in before.walk()}

    def counted(each: TextNode) -> TextNode:
        children = list(each.children)
        there = old.get(each.eid)
        numbers = [child.eid for child in there.children if child.eid.kind == "al"] if there else []
        places = [at for at, child in enumerate(children) if child.eid.kind == "al"]
        if len(numbers) == len(places):
            for at, eid in zip(places, numbers, strict=True):
                children[at] = under_another_number(children[at], eid)
        return replace(each, children=tuple(counted(child) for child in children))

    return counted(node)
