"""The bytes of a saved file as text, in the encoding that they declare; what cannot be decoded has a line."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.errors import SourceError
from lawdiff.sources.importing.saved_file import SavedFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What texts of laws are written in. Others are refused: some of Python's codecs are no encodings of text.
KNOWN = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "windows-1251",
    "koi8-r",
    "kz1048",
    "iso-8859-5",
    "cp866",
    "mac-cyrillic",
    "windows-1252",
    "iso-8859-1",
)
_NAMES = {codecs.lookup(name).name: name for name in (*KNOWN, "utf-32-le", "utf-32-be", "us-ascii")}
_LOOKED_AT = 8_192
# <meta charset="windows-1251">, <meta http-equiv=... content="text/html; charset=koi8-r">, <?xml encoding=?>
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^<>]*?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text, the encoding it was read in, and whether its bytes are those of the text in plain UTF-8."""

    text: str
    encoding: str
    is_verbatim: bool


def decoded(file: SavedFile, named: str | None = None) -> DecodedText:
    """The file's text. `named` is the encoding that the user names, for a file that declares none.

    A mark at its start decides; else bytes that are UTF-8 are UTF-8, whatever a page declares; else the
    declaration. SourceError where there is none, and with the line of what is not of that encoding.
    """
    content = file.text
    mark, encoding = next((pair for pair in _MARKS if content.startswith(pair[0])), (b"", ""))
    if not encoding and named:
        encoding = _known(named, f"`--encoding {named}`")
    if not encoding:
        encoding = _utf8_or_declared(file)
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as wrong:
        if "end of data" in wrong.reason or "truncated" in wrong.reason:
            raise SourceError(f"{file.path}: the file is cut off within a letter; {_again()}") from None
        before = content[len(mark) : len(mark) + wrong.start].decode(encoding, "replace")
        raise SourceError(
            f"{file.path}:{_line(before)}: byte {content[len(mark) + wrong.start]:#04x} is not "
            f"{_NAMES[codecs.lookup(encoding).name]}; save the page again, or name its --encoding"
        ) from None
    _must_be_text(file.path, text)
    plain = text if "\n" in text else text.replace("\r", "\n")
    is_verbatim = not mark and encoding == "utf-8" and plain == text
    return DecodedText(plain, _NAMES[codecs.lookup(encoding).name], is_verbatim)


def _utf8_or_declared(file: SavedFile) -> str:
    found = _DECLARED.search(file.text[:_LOOKED_AT])
    if file.text.isascii():
        return "utf-8"
    try:
        file.text.decode("utf-8")
    except UnicodeDecodeError as wrong:
        if "end of data" in wrong.reason:
            return "utf-8"
        declared = file.archived.charset if file.archived else ""
        if declared or found:
            name = declared or (found[1].decode("ascii") if found else "")
            return _known(name, f"{file.path}: it declares {name}, which")
        if b"\x00" in file.text[:_LOOKED_AT]:
            raise SourceError(f"{file.path}: these bytes are no text; {_again()}") from None
        line = file.text.count(b"\n", 0, wrong.start) + 1
        raise SourceError(
            f"{file.path}:{line}: this is not UTF-8, and the file does not declare another encoding; "
            "name it, such as --encoding windows-1251"
        ) from None
    return "utf-8"


def _known(name: str, said: str) -> str:
    try:
        found = codecs.lookup(name.lower()).name
    except (LookupError, ValueError):
        found = ""
    if found not in _NAMES and found not in ("utf-16", "ascii"):
        raise SourceError(f"{said} is no encoding that lawdiff reads; those are {', '.join(KNOWN)}")
    # a page that declares "utf-16" and has no mark can only be read as what its declaration is written in
    return {"ascii": "windows-1252", "utf-16": "utf-8"}.get(found, found)


def _must_be_text(path: Path, text: str) -> None:
    found = _CONTROLS.search(text)
    if found:
        raise SourceError(
            f"{path}:{_line(text[: found.start()])}: the sign {ord(found[0]):#04x} is in no text; {_again()}"
        )


def _line(before: str) -> int:
    return before.count("\n") + 1


def _again() -> str:
    return "save the law's page as a web page (HTML) or as text"
