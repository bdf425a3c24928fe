"""The body of a law while it is read: chapters, articles, paragraphs and items, one line at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lawdiff.law.edition import Note, NoteForm, Passage, Provision
from lawdiff.law.eid import EId
from lawdiff.sources.gone_passages import gone_in_place
from lawdiff.sources.item_lists import continues
from lawdiff.sources.lines import LineKind, SourceLine, whole_line
from lawdiff.sources.note_lines import NOTES, note_lines
from lawdiff.sources.notes.grammar import is_in_place, read_note


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

    @property
    def is_gone(self) -> bool:
        """Whether it is a number with nothing but a note in the place of its words."""
        return self.text is None and any(note.form is NoteForm.INLINE for note in self.notes)

    def finished(self) -> Provision:
        """The provision as read; a note in the place of all its words is about the provision itself."""
        if not self.text and [child.eid for child in self.children] == [self.eid.child("al", "1")]:
            (only,) = self.children
            self.notes += [replace(note, about=self.eid) for note in only.notes]
            self.children = []
        children = tuple(child.finished() for child in self.children)
        return Provision(self.eid, self.num, self.heading, self.text, children, tuple(self.notes))


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


def add_gone(node: Growing, passage: Passage) -> Growing:
    """Put a note in the place of an unnumbered passage under a node: `__al_1` where it is the first."""
    node.passages = max(node.passages + 1, 2 if node.children or node.text else 1)
    child = Growing(node.eid.child("al", str(node.passages)))
    child.notes.append(Note(NoteForm.INLINE, child.eid, (passage,)))
    node.children.append(child)
    return child


class Body:
    """The stack that reads chapters, articles, paragraphs and items, one line at a time.

    `containers` are the open part, section, chapter, each with its rank. `passage` is the unnumbered passage
    that introduces the items which follow it.
    """

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self.top: list[Growing] = []
        self.containers: list[tuple[int, Growing]] = []
        self.article: Growing | None = None
        self.paragraph: Growing | None = None
        self.passage: Growing | None = None
        self.item: Growing | None = None
        self.waiting: list[tuple[SourceLine, ...]] = []
        self.times: dict[EId, int] = {}

    @property
    def container(self) -> Growing | None:
        """The innermost open container."""
        return self.containers[-1][1] if self.containers else None

    def read(self, lines: Sequence[SourceLine]) -> list[Provision]:
        """The provisions of these lines. A note announced ahead waits for the provision behind it."""
        going_on = continues(lines)
        index = 0
        while index < len(lines):
            line = lines[index]
            if line.kind in NOTES:
                taken = note_lines(lines, index, self.language)
                index += len(taken)
                if line.kind is LineKind.ANNOUNCEMENT and index < len(lines):
                    self.waiting.append(tuple(taken))
                else:
                    self._attach(self.article or self.container, taken, line.kind)
                continue
            node = self._place(line, index in going_on)
            for taken_ahead in self.waiting:
                self._attach(node, taken_ahead, LineKind.ANNOUNCEMENT)
            self.waiting.clear()
            index += 1
        for left in self.waiting:  # announced ahead of nothing: it stays with what is before it
            self._attach(self.article or self.container, left, LineKind.ANNOUNCEMENT)
        return [node.finished() for node in self.top]

    def _attach(self, node: Growing | None, taken: Sequence[SourceLine], kind: LineKind) -> None:
        assert node is not None  # the body starts with a heading
        node.notes.append(Note(NOTES[kind], node.eid, tuple(item.passage for item in taken)))

    def _place(self, line: SourceLine, goes_on: bool) -> Growing:
        match line.kind:
            case LineKind.ARTICLE:
                return self._open_article(line)
            case LineKind.PARAGRAPH:
                return self._open_paragraph(line)
            case LineKind.SUBPARAGRAPH:
                return self._open_item(line)
            case LineKind.PASSAGE | LineKind.FLUSH:
                return self._continue(line, goes_on)
            case _:
                return self._open_container(line)

    def _named(self, eid: EId) -> EId:
        """The eId, or one of its own for a number that stands a second time: `subpara_1-x2`."""
        self.times[eid] = times = self.times.get(eid, 0) + 1
        return eid if times == 1 else EId(f"{eid}-x{times}")

    def _open_container(self, line: SourceLine) -> Growing:
        """A chapter, section or part. What counts anew in each container, a "§" or the chapters of an annex,
        has the container in its eId."""
        while self.containers and self.containers[-1][0] >= line.rank:
            self.containers.pop()
        outer = self.container
        eid = EId(f"{line.kind.value}_{line.number}")
        anew = line.kind is LineKind.SUBSECTION or eid in self.times
        if outer and (anew or outer.eid.segments[0][0] == "annex"):
            eid = outer.eid.child(line.kind.value, line.number)
        node = self._headed(eid, line)
        (outer.children if outer else self.top).append(node)
        self.containers.append((line.rank, node))
        self.article = self.paragraph = self.passage = self.item = None
        if line.kind is LineKind.ANNEX:
            self.article = node  # its paragraphs are numbered as an article's are
        return node

    def _open_article(self, line: SourceLine) -> Growing:
        outer = self.container
        annexed = outer if outer and outer.eid.segments[0][0] == "annex" else None
        eid = EId(f"art_{line.number}")
        if annexed:
            eid = self.containers[0][1].eid.child("art", line.number)
        self.article = self._headed(eid, line)
        self.paragraph = self.passage = self.item = None
        (outer.children if outer else self.top).append(self.article)
        return self.article

    def _headed(self, eid: EId, line: SourceLine) -> Growing:
        """What begins with a heading; "Статья 6. Исключена Законом РК" has a note in its title's place."""
        node = Growing(self._named(eid), line.num)
        if is_in_place(line.passage.text, self.language):
            node.notes.append(Note(NoteForm.INLINE, node.eid, (line.passage,)))
        else:
            node.heading = line.passage
        return node

    def _open_paragraph(self, line: SourceLine) -> Growing:
        if self.article is None:
            return self._continue(line, False)
        self.paragraph = self._numbered(self.article, "para", line)
        self.passage = self.item = None
        return self.paragraph

    def _open_item(self, line: SourceLine) -> Growing:
        holder = self.passage or self.paragraph or self.article
        if holder is None:
            return self._continue(line, False)
        self.item = self._numbered(holder, "subpara", line)
        return self.item

    def _numbered(self, holder: Growing, kind: str, line: SourceLine) -> Growing:
        number = line.number
        if is_gone := is_in_place(f"{line.num} {line.passage.text}", self.language):
            number = self._first_gone(kind, line)
        node = Growing(self._named(holder.eid.child(kind, number)), line.num.replace(line.number, number, 1))
        if is_gone:
            node.notes.append(Note(NoteForm.INLINE, node.eid, (line.passage,)))
        else:
            add_passage(node, line.passage)
        holder.children.append(node)
        return node

    def _first_gone(self, kind: str, line: SourceLine) -> str:
        """The number of a note in place, the first one of several: "7-8. Исключены" stands where 7 was."""
        effects = read_note(f"{line.num} {line.passage.text}", self.language).effects
        first = effects[0].target.partition("__")[0]
        in_row = first.startswith(f"{kind}_") and line.number.startswith(first.removeprefix(f"{kind}_") + "-")
        return first.removeprefix(f"{kind}_") if in_row else line.number

    def _gone(self, passage: Passage, named: str, goes_on: bool) -> Growing:
        """A note without a marker in the place of what it says is gone, or behind the articles around it."""
        kind = named.partition("_")[0]
        within = self.item if goes_on else None
        holder = within or self.paragraph or self.article or self.container
        if kind == "para":
            holder = self.article or holder
        elif kind not in ("act", "al", "subpara"):
            holder = self.article or self.container
        assert holder is not None
        if kind in ("act", "al"):
            return add_gone(holder, passage)
        holder.notes.append(Note(NoteForm.FOOTNOTE, holder.eid, (passage,)))
        return holder

    def _continue(self, line: SourceLine, goes_on: bool) -> Growing:
        if gone := gone_in_place(whole_line(line).text, self.language):
            return self._gone(whole_line(line), gone, goes_on)
        if goes_on and self.item is not None and self.item.text is not None:
            return add_passage(self.item, whole_line(line))
        if self.paragraph and self.paragraph.is_gone:  # what stands below "2. Исключен" was never its words
            self.paragraph = None
        holder = self.paragraph or self.article or self.container
        assert holder is not None
        if goes_on and self.item is not None:  # behind "2) исключен;" and before 3): the list goes on
            return add_passage(self.passage or holder, whole_line(line))
        self.item = None
        self.passage = add_passage(holder, whole_line(line))
        return self.passage
