"""Names made safe for each format: no quote, bracket, tag or formula in a title can break a file."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NOT_PLAIN = re.compile(r"[^\w ,:’“”–—…-]|^-")


def plain(text: str) -> str:
    """The text with what no XML may hold, control characters and lone surrogates, put as U+FFFD, and line
    ends as a reader of XML gives them back."""
    return _NO_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The text on one line, for a label."""
    return " ".join(plain(text).split())


def xml_text(text: str) -> str:
    """The text for XML, between tags or in a quoted attribute.

    >>> xml_text('“a” < "b"')
    '“a” &lt; &quot;b&quot;'
    """
    return escape(plain(text), {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def dot_string(text: str) -> str:
    """A quoted string of DOT: quotes and backslashes escaped, an ampersand as an entity, because Graphviz
    reads entities in labels; a line break is a space."""
    safe = one_line(text).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f'"{safe}"'


def mermaid_string(text: str) -> str:
    """A quoted label of Mermaid: what its grammar, HTML or Markdown ("1. ") could take for its own is put
    as numbered entities."""
    return '"' + _NOT_PLAIN.sub(lambda found: f"#{ord(found[0])};", one_line(text)) + '"'


def csv_cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins like it gets an apostrophe in front.

    >>> csv_cell("=1+1")
    "'=1+1"
    """
    text = "" if value is None else plain(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
