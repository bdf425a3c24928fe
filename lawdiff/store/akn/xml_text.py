"""Text inside XML: the five signs escaped, and what XML forbids written so that it comes back."""

from __future__ import annotations

import re

# XML 1.0 has no way to write these. They are written as their code in white brackets, ⟦U+000B⟧, and the
# opening bracket itself as ⟦U+27E6⟧, so that every text comes back as it was.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff⟦]")
_PLAIN = re.compile('[^\x00-\x1f\ud800-\udfff\ufffe\uffff⟦&<>"]*')  # most texts have nothing else
_WRITTEN = re.compile("⟦U\\+([0-9A-F]{4,6})⟧")
# A parser turns a carriage return into a line end, and any white space in an attribute into a space.
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def in_text(text: str) -> str:
    """The text as it stands between tags."""
    return text if _PLAIN.fullmatch(text) else _allowed(text).translate(_TEXT)


def in_attribute(text: str) -> str:
    """The text as it stands between the double quotes of an attribute."""
    return text if _PLAIN.fullmatch(text) else _allowed(text).translate(_ATTRIBUTE)


def restored(text: str) -> str:
    """The text as it was, from what a parser gives. ValueError for a code that is none."""
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), text)


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub(lambda found: f"⟦U+{ord(found[0]):04X}⟧", text)
