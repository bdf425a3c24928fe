"""A consolidated text, read into an edition: the tree of provisions with every note in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lawdiff.law.edition import Edition, Note, NoteForm, Passage, Provision
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.sources.lines import LineKind, SourceLine, blank_lines, source_lines
from lawdiff.sources.notes.grammar import is_in_place

MAX_BYTES = 20_000_000
_SIGNATURE = re.compile(r"(The )?President\b")


@dataclass(slots=True)
class _Node:
    """A provision while it is being read."""

    eid: EId
    num: str = ""
    heading: Passage | None = None
    text: Passage | None = None
    children: list[_Node] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    passages: int = 0

    def finished(self) -> Provision:
        children = tuple(child.finished() for child in self.children)
        return Provision(self.eid, self.num, self.heading, self.text, children, tuple(self.notes))


def read_edition_file(path: Path, act: str, language: str) -> Edition:
    """The edition in a file of UTF-8 text. Raises SourceError where it is no text of a law."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}). Check the file.") from error
    if len(data) > MAX_BYTES:
        raise SourceError(
            f"{path}: {len(data):,} bytes are more than any law has; the limit is {MAX_BYTES:,}."
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SourceError(f"{path}:{line}: not UTF-8. Save the text as UTF-8 and try again.") from error
    return read_edition(text, act, language, path.name)


def read_edition(text: str, act: str, language: str, path: str = "") -> Edition:
    """The edition in a text: what is no provision and no note is opening or closing. Drops nothing.

    Raises SourceError where no article is found.
    """
    lines = list(source_lines(text))
    first = next((i for i, line in enumerate(lines) if line.kind in _STRUCTURE), None)
    if first is None or not any(line.kind is LineKind.ARTICLE for line in lines):
        raise SourceError(
            f"{path or 'the text'}: no article found: a line such as 'Article 1. ...' is missing."
        )
    last = _closing_start(lines)
    opening, act_notes, preamble = _read_front(lines[:first])
    provisions = _Body().read(lines[first:last])
    return Edition(
        act=act,
        language=language,
        title=opening[0].text if opening else "",
        opening=tuple(opening),
        notes=tuple(act_notes),
        provisions=(*preamble, *provisions),
        closing=tuple(line.passage for line in lines[last:]),
        line_count=text.count("\n") + 1,
        path=path,
        spacing=tuple(blank_lines(text)),
    )


_STRUCTURE = (LineKind.CHAPTER, LineKind.ARTICLE)
_NOTES = {LineKind.FOOTNOTE: NoteForm.FOOTNOTE, LineKind.ANNOUNCEMENT: NoteForm.ANNOUNCEMENT}


def _closing_start(lines: Sequence[SourceLine]) -> int:
    """Where the signature begins: the last block of the file, if it opens with the President."""
    for index in range(len(lines) - 1, max(len(lines) - 6, 0), -1):
        line = lines[index]
        if line.kind in _STRUCTURE:
            break
        if line.after_blank:
            return index if _SIGNATURE.match(line.passage.text) else len(lines)
    return len(lines)


def _read_front(lines: Sequence[SourceLine]) -> tuple[list[Passage], list[Note], list[Provision]]:
    """What stands before the first chapter or article: opening lines, notes on the act, the preamble.

    A footnote is the preamble's when it stands behind its words. A note right before the first heading
    would be an announcement about it; it is kept with the act.
    """
    opening: list[Passage] = []
    notes: list[Note] = []
    preamble = _Node(EId("preamble"))
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.kind in _NOTES:
            taken = _note_lines(lines, index)
            owner = preamble if preamble.text else None
            about = preamble.eid if owner else EId("act")
            note = Note(_NOTES[line.kind], about, tuple(item.passage for item in taken))
            (owner.notes if owner else notes).append(note)
            index += len(taken)
            continue
        if line.kind is LineKind.FLUSH and not preamble.text:
            opening.append(line.passage)
        else:
            _add_passage(preamble, _whole(line))
        index += 1
    return opening, notes, [preamble.finished()] if preamble.text else []


def _whole(line: SourceLine) -> Passage:
    """The line with its number taken for words: "1." before any article numbers nothing."""
    indent = line.passage.lead[: len(line.passage.lead) - len(line.passage.lead.lstrip())]
    words = line.passage.lead[len(indent) :] + line.passage.text
    return Passage(words, line.passage.line, indent, line.passage.trail)


def _note_lines(lines: Sequence[SourceLine], start: int) -> list[SourceLine]:
    """The lines of the note that starts there: an announcement of one bare line has the next one too
    ("Note of RCLI!"), and a note that ends in a colon goes on until a line ends in a full stop."""
    taken = [lines[start]]
    words = lines[start].passage.text
    following = start + 1
    if lines[start].kind is LineKind.ANNOUNCEMENT and words.rstrip().endswith(("!", ":")):
        sentence = lines[following : following + 1]
        taken += [line for line in sentence if line.kind not in _STRUCTURE and line.kind not in _NOTES]
    elif words.endswith(":"):
        while following < len(lines) and lines[following].kind is LineKind.PASSAGE:
            taken.append(lines[following])
            if lines[following].passage.text.endswith("."):
                break
            following += 1
    return taken


def _add_passage(node: _Node, passage: Passage) -> _Node:
    """Put an unnumbered passage under a node: its own text if it has none yet, else `__al_2`, `__al_3`."""
    node.passages += 1
    if node.passages == 1 and not node.children:
        node.text = passage
        return node
    node.passages = max(node.passages, 2)  # `__al_1` is the node's own text, which it has not
    child = _Node(node.eid.child("al", str(node.passages)), text=passage)
    node.children.append(child)
    return child


class _Body:
    """The stack that reads chapters, articles, paragraphs and items, one line at a time.

    `passage` is the unnumbered passage that introduces the items which follow it.
    """

    def __init__(self) -> None:
        self.top: list[_Node] = []
        self.chapter: _Node | None = None
        self.article: _Node | None = None
        self.paragraph: _Node | None = None
        self.passage: _Node | None = None
        self.item: _Node | None = None
        self.waiting: list[tuple[SourceLine, ...]] = []
        self.times: dict[EId, int] = {}

    def read(self, lines: Sequence[SourceLine]) -> list[Provision]:
        """The provisions of these lines. A note announced ahead waits for the provision behind it."""
        index = 0
        while index < len(lines):
            line = lines[index]
            if line.kind in _NOTES:
                taken = _note_lines(lines, index)
                index += len(taken)
                if line.kind is LineKind.ANNOUNCEMENT and index < len(lines):
                    self.waiting.append(tuple(taken))
                else:
                    self._attach(self.article or self.chapter, taken, line.kind)
                continue
            node = self._place(line)
            for taken_ahead in self.waiting:
                self._attach(node, taken_ahead, LineKind.ANNOUNCEMENT)
            self.waiting.clear()
            index += 1
        for left in self.waiting:  # announced ahead of nothing: it stays with what is before it
            self._attach(self.article or self.chapter, left, LineKind.ANNOUNCEMENT)
        return [node.finished() for node in self.top]

    def _attach(self, node: _Node | None, taken: Sequence[SourceLine], kind: LineKind) -> None:
        assert node is not None  # the body starts with a heading
        node.notes.append(Note(_NOTES[kind], node.eid, tuple(item.passage for item in taken)))

    def _place(self, line: SourceLine) -> _Node:
        match line.kind:
            case LineKind.CHAPTER:
                return self._open_chapter(line)
            case LineKind.ARTICLE:
                return self._open_article(line)
            case LineKind.PARAGRAPH:
                return self._open_paragraph(line)
            case LineKind.SUBPARAGRAPH:
                return self._open_item(line)
            case _:
                return self._continue(line)

    def _named(self, eid: EId) -> EId:
        """The eId, or one of its own for a number that stands a second time: `subpara_1-x2`."""
        self.times[eid] = times = self.times.get(eid, 0) + 1
        return eid if times == 1 else EId(f"{eid}-x{times}")

    def _open_chapter(self, line: SourceLine) -> _Node:
        self.chapter = _Node(self._named(EId(f"chp_{line.number}")), line.num, heading=line.passage)
        self.article = self.paragraph = self.passage = self.item = None
        self.top.append(self.chapter)
        return self.chapter

    def _open_article(self, line: SourceLine) -> _Node:
        self.article = _Node(self._named(EId(f"art_{line.number}")), line.num, heading=line.passage)
        self.paragraph = self.passage = self.item = None
        (self.chapter.children if self.chapter else self.top).append(self.article)
        return self.article

    def _open_paragraph(self, line: SourceLine) -> _Node:
        if self.article is None:
            return self._continue(line)
        self.paragraph = self._numbered(self.article, "para", line)
        self.passage = self.item = None
        return self.paragraph

    def _open_item(self, line: SourceLine) -> _Node:
        holder = self.passage or self.paragraph or self.article
        if holder is None:
            return self._continue(line)
        self.item = self._numbered(holder, "subpara", line)
        return self.item

    def _numbered(self, holder: _Node, kind: str, line: SourceLine) -> _Node:
        node = _Node(self._named(holder.eid.child(kind, line.number)), line.num)
        if is_in_place(line.passage.text):
            node.notes.append(Note(NoteForm.INLINE, node.eid, (line.passage,)))
        else:
            _add_passage(node, line.passage)
        holder.children.append(node)
        return node

    def _continue(self, line: SourceLine) -> _Node:
        holder = self.paragraph or self.article or self.chapter
        assert holder is not None
        self.item = None
        self.passage = _add_passage(holder, _whole(line))
        return self.passage
