"""The body of a law while it is read: chapters, articles, paragraphs and items, one line at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lawdiff.law.edition import Note, NoteForm, Passage, Provision
from lawdiff.law.eid import EId
from lawdiff.sources.lines import LineKind, SourceLine
from lawdiff.sources.notes.grammar import is_in_place

STRUCTURE = (LineKind.CHAPTER, LineKind.ARTICLE)
NOTES = {LineKind.FOOTNOTE: NoteForm.FOOTNOTE, LineKind.ANNOUNCEMENT: NoteForm.ANNOUNCEMENT}


@dataclass(slots=True)
class Growing:
    """A provision while it is being read."""

    eid: EId
    num: str = ""
    heading: Passage | None = None
    text: Passage | None = None
    children: list[Growing] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    passages: int = 0

    def finished(self) -> Provision:
        children = tuple(child.finished() for child in self.children)
        return Provision(self.eid, self.num, self.heading, self.text, children, tuple(self.notes))


def whole_line(line: SourceLine) -> Passage:
    """The line with its number taken for words: "1." before any article numbers nothing."""
    indent = line.passage.lead[: len(line.passage.lead) - len(line.passage.lead.lstrip())]
    words = line.passage.lead[len(indent) :] + line.passage.text
    return Passage(words, line.passage.line, indent, line.passage.trail)


def note_lines(lines: Sequence[SourceLine], start: int) -> list[SourceLine]:
    """The lines of the note that starts there: an announcement of one bare line has the next one too
    ("Note of RCLI!"), and a note that ends in a colon goes on until a line ends in a full stop."""
    taken = [lines[start]]
    words = lines[start].passage.text
    following = start + 1
    if lines[start].kind is LineKind.ANNOUNCEMENT and words.rstrip().endswith(("!", ":")):
        sentence = lines[following : following + 1]
        taken += [line for line in sentence if line.kind not in STRUCTURE and line.kind not in NOTES]
    elif words.endswith(":"):
        while following < len(lines) and lines[following].kind is LineKind.PASSAGE:
            taken.append(lines[following])
            if lines[following].passage.text.endswith("."):
                break
            following += 1
    return taken


def add_passage(node: Growing, passage: Passage) -> Growing:
    """Put an unnumbered passage under a node: its own text if it has none yet, else `__al_2`, `__al_3`."""
    node.passages += 1
    if node.passages == 1 and not node.children:
        node.text = passage
        return node
    node.passages = max(node.passages, 2)  # `__al_1` is the node's own text, which it has not
    child = Growing(node.eid.child("al", str(node.passages)), text=passage)
    node.children.append(child)
    return child


class Body:
    """The stack that reads chapters, articles, paragraphs and items, one line at a time.

    `passage` is the unnumbered passage that introduces the items which follow it.
    """

    def __init__(self) -> None:
        self.top: list[Growing] = []
        self.chapter: Growing | None = None
        self.article: Growing | None = None
        self.paragraph: Growing | None = None
        self.passage: Growing | None = None
        self.item: Growing | None = None
        self.waiting: list[tuple[SourceLine, ...]] = []
        self.times: dict[EId, int] = {}

    def read(self, lines: Sequence[SourceLine]) -> list[Provision]:
        """The provisions of these lines. A note announced ahead waits for the provision behind it."""
        index = 0
        while index < len(lines):
            line = lines[index]
            if line.kind in NOTES:
                taken = note_lines(lines, index)
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

    def _attach(self, node: Growing | None, taken: Sequence[SourceLine], kind: LineKind) -> None:
        assert node is not None  # the body starts with a heading
        node.notes.append(Note(NOTES[kind], node.eid, tuple(item.passage for item in taken)))

    def _place(self, line: SourceLine) -> Growing:
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

    def _open_chapter(self, line: SourceLine) -> Growing:
        self.chapter = Growing(self._named(EId(f"chp_{line.number}")), line.num, heading=line.passage)
        self.article = self.paragraph = self.passage = self.item = None
        self.top.append(self.chapter)
        return self.chapter

    def _open_article(self, line: SourceLine) -> Growing:
        self.article = Growing(self._named(EId(f"art_{line.number}")), line.num, heading=line.passage)
        self.paragraph = self.passage = self.item = None
        (self.chapter.children if self.chapter else self.top).append(self.article)
        return self.article

    def _open_paragraph(self, line: SourceLine) -> Growing:
        if self.article is None:
            return self._continue(line)
        self.paragraph = self._numbered(self.article, "para", line)
        self.passage = self.item = None
        return self.paragraph

    def _open_item(self, line: SourceLine) -> Growing:
        holder = self.passage or self.paragraph or self.article
        if holder is None:
            return self._continue(line)
        self.item = self._numbered(holder, "subpara", line)
        return self.item

    def _numbered(self, holder: Growing, kind: str, line: SourceLine) -> Growing:
        node = Growing(self._named(holder.eid.child(kind, line.number)), line.num)
        if is_in_place(line.passage.text):
            node.notes.append(Note(NoteForm.INLINE, node.eid, (line.passage,)))
        else:
            add_passage(node, line.passage)
        holder.children.append(node)
        return node

    def _continue(self, line: SourceLine) -> Growing:
        holder = self.paragraph or self.article or self.chapter
        assert holder is not None
        self.item = None
        self.passage = add_passage(holder, whole_line(line))
        return self.passage
