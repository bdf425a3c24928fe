"""XML read into elements, within bounds: no document type, no entities, no endless nesting or size."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from lawdiff.store.akn.xml_text import restored
from lawdiff.store.akn.xml_tree import Element

MAX_BYTES = 32 * 1024 * 1024  # the law of this corpus takes 0.4 MB
MAX_ELEMENTS = 500_000
MAX_DEPTH = 64


def parse_xml(data: bytes) -> Element:
    """The root element. ValueError, with the line, for what is no XML or goes beyond the bounds.

    Entities are declared in a document type; a file that begins one is refused before any is read.
    """
    if len(data) > MAX_BYTES:
        raise ValueError(f"it has {len(data)} bytes; at most {MAX_BYTES} are read")
    builder = _Builder()
    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = True
    builder.follow(parser)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as problem:
        raise ValueError(
            f"line {problem.lineno}: not well-formed XML: {expat.ErrorString(problem.code)}"
        ) from None
    assert builder.root is not None
    return builder.root


@dataclass(slots=True)
class _Open:
    """An element whose end has not been met."""

    name: str
    attributes: dict[str, str]
    line: int
    elements: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


class _Builder:
    """Takes what the parser meets and builds the tree from the inside out."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[_Open] = []
        self._count = 0

    def follow(self, parser: expat.XMLParserType) -> None:
        """Listen to the parser."""
        self._parser = parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.StartDoctypeDeclHandler = self._refuse_doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self._parser.CurrentLineNumber
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise ValueError(f"line {line}: more than {MAX_ELEMENTS} elements")
        if len(self._open) >= MAX_DEPTH:
            raise ValueError(f"line {line}: elements nested deeper than {MAX_DEPTH}")
        self._open.append(_Open(name, {key: restored(value) for key, value in attributes.items()}, line))

    def _end(self, _: str) -> None:
        ended = self._open.pop()
        words = restored("".join(ended.words))
        if ended.elements and words.strip():
            raise ValueError(f"line {ended.line}: <{ended.name}> has words between its elements")
        children = tuple(ended.elements) or ((words,) if words else ())
        element = Element(ended.name, ended.attributes, children, ended.line)
        if self._open:
            self._open[-1].elements.append(element)
        else:
            self.root = element

    def _words(self, words: str) -> None:
        self._open[-1].words.append(words)

    def _refuse_doctype(self, name: str, *_: object) -> None:
        line = self._parser.CurrentLineNumber
        raise ValueError(f"line {line}: a document type ({name[:40]}) may declare entities and is not read")
