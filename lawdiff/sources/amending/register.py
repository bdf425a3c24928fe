"""`amending.toml`: the texts of amending laws that an act's folder holds."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.errors import SourceError
from lawdiff.law.finding import Finding
from lawdiff.sources.toml_row import Row, TomlFile, decode_utf8

REGISTER = "amending.toml"
KEYS = ("law", "adopted", "language", "file", "sha256", "original_sha256", "title", "source")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
LANGUAGES = ("en", "ru")


@dataclass(frozen=True, slots=True)
class AmendingFile:
    """The text of an amending law: its number, day and language, and the file with the sum of its bytes."""

    law: str
    adopted: dt.date
    language: str
    path: Path
    sha256: str
    title: str = ""

    def read(self) -> str:
        """The text. SourceError where the bytes are not the registered ones."""
        try:
            content = self.path.read_bytes()
        except OSError as problem:
            raise SourceError(
                f"{self.path}: cannot be read ({problem.strerror}); put the file there or correct {REGISTER}"
            ) from None
        found = hashlib.sha256(content).hexdigest()
        if found != self.sha256:
            raise SourceError(
                f"{self.path}: its sha256 is {found}, {REGISTER} says {self.sha256}; restore the file, or "
                "write the new sum if the change is meant"
            )
        return decode_utf8(content, self.path)


def read_amending_register(folder: Path) -> tuple[tuple[AmendingFile, ...], tuple[Finding, ...]]:
    """The texts that the folder's register lists, and the keys in it that nothing reads."""
    path = folder / REGISTER
    if not path.exists():
        return (), ()
    file = TomlFile.read(path)
    files: list[AmendingFile] = []
    findings = [*file.top.unknown_keys(("text",))]
    for row in file.rows("text"):
        files.append(_file(row, folder))
        findings.extend(row.unknown_keys(KEYS))
        if any((one.law, one.language) == (files[-1].law, files[-1].language) for one in files[:-1]):
            raise row.error(f"the text of {files[-1].law} in this language stands here twice; keep one row")
    return tuple(files), tuple(findings)


def _file(row: Row, folder: Path) -> AmendingFile:
    name, language = row.text("file"), row.text("language")
    if not _FILE_NAME.fullmatch(name):
        raise row.error(f"`file` is {name!r}; name a file in this folder (letters, digits, . _ -)")
    if language not in LANGUAGES:
        raise row.error(f"`language` is {language!r}; amending laws are read in {' and '.join(LANGUAGES)}")
    file = AmendingFile(
        row.text("law"),
        row.day("adopted"),
        language,
        folder / name,
        row.text("sha256"),
        row.text("title", ""),
    )
    file.read()
    return file
