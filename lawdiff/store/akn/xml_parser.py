"""XML read into elements, within bounds: no document type, no entities, no endless nesting or size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from xml.parsers import expat

from lawdiff.store.akn.xml_text import restored
from lawdiff.store.akn.xml_tree import MIXED, Element

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
    parts: list[Element | str] = field(default_factory=list)


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
        element = Element(ended.name, ended.attributes, tuple(_children(ended)), ended.line)
        if self._open:
            self._open[-1].parts.append(element)
        else:
            self.root = element

    def _words(self, words: str) -> None:
        self._open[-1].parts.append(words)

    def _refuse_doctype(self, name: str, *_: object) -> None:
        line = self._parser.CurrentLineNumber
        raise ValueError(f"line {line}: a document type ({name[:40]}) may declare entities and is not read")


def _children(ended: _Open) -> Iterator[Element | str]:
    """What stands in an element: words that follow one another as one, and none but those of a text between
    its elements."""
    is_mixed = ended.name in MIXED or all(isinstance(part, str) for part in ended.parts)
    for is_words, parts in groupby(ended.parts, key=lambda part: isinstance(part, str)):
        if not is_words:
            yield from parts
            continue
        words = restored("".join(str(part) for part in parts))
        if is_mixed and words:
            yield words
        elif words.strip():
            raise ValueError(f"line {ended.line}: <{ended.name}> has words between its elements")
