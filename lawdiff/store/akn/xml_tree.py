"""An XML element as data, and the one way in which it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lawdiff.law.eid import EId, is_eid
from lawdiff.store.akn.xml_text import in_attribute, in_text

HEADER = '<?xml version="1.0" encoding="UTF-8"?>'
# Elements that hold words: white space in them is text, so they stand on one line.
_INLINE = frozenset({"p", "num", "heading", "docTitle", "ref", "ld:text", "ld:caution", "ld:printed"})
MIXED = frozenset({"p", "heading", "docTitle"})  # and these may have elements among their words


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes in the order of writing. `line` is its place in a file that was read."""

    name: str
    attributes: Mapping[str, str]
    children: tuple[Element | str, ...] = ()
    line: int = 0

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements directly inside."""
        return tuple(child for child in self.children if isinstance(child, Element))

    @property
    def text(self) -> str:
        """The words directly inside."""
        return "".join(child for child in self.children if isinstance(child, str))

    @property
    def words(self) -> str:
        """The words inside, those of the elements in it too."""
        return "".join(child if isinstance(child, str) else child.words for child in self.children)

    def all(self, name: str) -> tuple[Element, ...]:
        """The elements of that name directly inside."""
        return tuple(child for child in self.elements if child.name == name)

    def first(self, name: str) -> Element | None:
        """The first element of that name directly inside."""
        return next(iter(self.all(name)), None)

    def one(self, *path: str) -> Element:
        """The element at the end of a path of names. ValueError where a step is missing."""
        found = self
        for name in path:
            inside = found.first(name)
            if inside is None:
                raise ValueError(f"line {found.line}: <{found.name}> has no <{name}>")
            found = inside
        return found

    def value(self, name: str) -> str:
        """An attribute that must be there. ValueError where it is not."""
        if name not in self.attributes:
            raise ValueError(f"line {self.line}: <{self.name}> has no attribute {name}")
        return self.attributes[name]

    def eid(self, name: str) -> EId:
        """The eId of ours in an attribute. ValueError where it is none."""
        value = self.value(name)
        if not is_eid(value):
            raise ValueError(f"line {self.line}: {value[:80]!r} is no eId of a provision")
        return EId(value)

    def has(self, name: str) -> bool:
        """Whether an attribute says "true"."""
        return self.attributes.get(name) == "true"


@dataclass(frozen=True, slots=True)
class Written(Element):
    """An element of which only the lines are kept, as they stand where it is not indented: several files have
    it."""

    lines: tuple[str, ...] = ()


def tag(name: str, attributes: Mapping[str, str | None], *children: Element | str) -> Element:
    """An element to write; attributes that are None are left out."""
    given = {key: value for key, value in attributes.items() if value is not None}
    return Element(name, given, children)


def flag(value: bool) -> str | None:
    """An attribute that says "true" or is not there."""
    return "true" if value else None


def document_text(root: Element) -> str:
    """The file: one element a line, two spaces for each level, words on the line of their element."""
    lines = [HEADER]
    _add(root, "", lines)
    return "\n".join(lines) + "\n"


def written(element: Element) -> Written:
    """The element, written for every file that has it."""
    lines: list[str] = []
    _add(element, "", lines)
    return Written(element.name, {}, lines=tuple(lines))


def _add(element: Element, indent: str, lines: list[str]) -> None:
    """Add the lines of the element."""
    if isinstance(element, Written):
        lines.append(indent + f"\n{indent}".join(element.lines))
    elif element.name in _INLINE or not element.children:
        lines.append(indent + _inline(element))
    else:
        lines.append(f"{indent}<{_opening(element)}>")
        for child in element.children:
            if isinstance(child, Element):
                _add(child, indent + "  ", lines)
        lines.append(f"{indent}</{element.name}>")


def _inline(element: Element) -> str:
    inside = "".join(
        in_text(child) if isinstance(child, str) else _inline(child) for child in element.children
    )
    return f"<{_opening(element)}>{inside}</{element.name}>" if inside else f"<{_opening(element)}/>"


def _opening(element: Element) -> str:
    written = (f' {name}="{in_attribute(value)}"' for name, value in element.attributes.items())
    return element.name + "".join(written)
