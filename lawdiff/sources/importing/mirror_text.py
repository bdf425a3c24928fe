"""A mirror's Markdown of an act as the text of an edition: headings flush left, all else indented."""

from __future__ import annotations

import re
from collections.abc import Iterator

_INDENT = "      "
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ANCHOR = re.compile(r"<a\s+(?:id|name)=[^>]*>\s*</a>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_PART = re.compile(r"\]\(((?:rus|kaz)/[\w.-]+\.md)\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CONTENTS = ("Оглавление", "Мазмұны", "Содержание", "Contents", "Части документа")
_FRONT = "---"


def part_names(text: str) -> tuple[str, ...]:
    """The files that a long act is cut into, `rus/ch001.md`, as its contents link to them."""
    return tuple(dict.fromkeys(_PART.findall(text)))


def mirror_text(text: str, name_line: str = "") -> str:
    """The Markdown as the plain text of an edition. `name_line` ("Закон Республики Казахстан от ...") comes
    under the title: the mirror has it in `meta.yaml` only."""
    lines: list[str] = []
    title = ""
    for line in _body(text.splitlines()):
        found = _HEADING.fullmatch(line)
        if found is None:
            words = _plain(line.lstrip("> ").strip())
            if words and words == title and not any(line.startswith(_INDENT) for line in lines):
                continue  # the title, printed once more below itself
            lines.append(_INDENT + words if words else "")
            continue
        lines += ["", _plain(found[2]), ""]
        if not title and len(found[1]) == 1:
            title = _plain(found[2])
            lines += [name_line, ""] if name_line else []
    return "\n".join(_without_gaps(lines)) + "\n"


def _body(lines: list[str]) -> Iterator[str]:
    """The lines without front matter, fences, what stands before the title (the contents), and the sections
    that list contents or the files of the parts."""
    at = 0
    if lines and lines[0].strip() == _FRONT:
        at = next((i for i, line in enumerate(lines[1:], 2) if line.strip() == _FRONT), 1)
    titled = (i for i, line in enumerate(lines) if line.startswith("# "))
    at = max(at, next(titled, 0))
    for section in _sections(lines[at:]):
        found = _HEADING.fullmatch(section[0])
        lists = any(_PART.search(line) for line in section)
        if found and (found[2].strip() in _CONTENTS or (lists and len(found[1]) > 1)):
            continue
        yield from (line for line in section if not (_PART.search(line) or line.lstrip().startswith("```")))


def _sections(lines: list[str]) -> Iterator[list[str]]:
    """The lines from each heading to the next one."""
    section: list[str] = []
    for line in lines:
        if section and _HEADING.fullmatch(line):
            yield section
            section = []
        section.append(line)
    if section:
        yield section


def _plain(words: str) -> str:
    """Words without Markdown's marks: emphasis around a whole line, anchors, links, escapes."""
    words = _LINK.sub(r"\1", _ANCHOR.sub("", words)).strip()
    for mark in ("**", "*", "_"):
        if len(words) > 2 * len(mark) and words.startswith(mark) and words.endswith(mark):
            words = words[len(mark) : -len(mark)].strip()
    return _ESCAPED.sub(r"\1", words)


def _without_gaps(lines: list[str]) -> Iterator[str]:
    """The lines with one blank line at most before a heading, and none between passages."""
    pending = False
    is_first = True
    for line in lines:
        if not line:
            pending = True
            continue
        if pending and not is_first and not line.startswith(_INDENT):
            yield ""
        yield line
        pending, is_first = not line.startswith(_INDENT), False
