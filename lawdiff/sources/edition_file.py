"""The file that holds an edition: where it is, what it must contain, and its text once that is checked."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.errors import SourceError
from lawdiff.sources.toml_row import Row, decode_utf8

KEYS = ("language", "file", "sha256", "title", "issuer", "date", "translation", "url", "original_sha256")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class EditionFile:
    """An edition in the corpus. `date` is the day it states, None where the horizon must be read from its
    notes (R10); `translation` says what kind of translation it is ("unofficial"), "" for an official text.
    `original_sha256` is the sum of the page that the text was taken out of, "" for the file itself;
    `title` is the act's title in the language of the edition, "" where the act itself tells it;
    `issuer` are its words for who made the act, "" for a law."""

    language: str
    path: Path
    sha256: str
    date: dt.date | None = None
    translation: str = ""
    original_sha256: str = ""
    title: str = ""
    issuer: str = ""

    def read(self) -> str:
        """The text, line ends as they are; SourceError where the bytes are not the registered ones."""
        try:
            content = self.path.read_bytes()
        except OSError as problem:
            raise SourceError(
                f"{self.path}: cannot be read ({problem.strerror}); put the file there or correct act.toml"
            ) from None
        text = decode_utf8(content, self.path)
        found = hashlib.sha256(content).hexdigest()
        if found != self.sha256:
            raise SourceError(
                f"{self.path}: its sha256 is {found}, act.toml says {self.sha256}; "
                "restore the file, or write the new sum into act.toml if the change is meant"
            )
        return text


def edition_file(row: Row, folder: Path) -> EditionFile:
    """The edition that an `[[edition]]` row registers; its file must lie in the act's own folder."""
    language, name, sha256 = row.text("language"), row.text("file"), row.text("sha256")
    original = row.text("original_sha256", "")
    if not _LANGUAGE.fullmatch(language):
        raise row.error(f"`language` is {language!r}; write its ISO 639 code, such as en")
    path = folder / name
    if not _FILE_NAME.fullmatch(name) or not path.resolve().is_relative_to(folder.resolve()):
        raise row.error(f"`file` is {name!r}; name a file in this folder (letters, digits, . _ -)")
    for key, digits in (("sha256", sha256), ("original_sha256", original or sha256)):
        if not _SHA256.fullmatch(digits):
            raise row.error(f"`{key}` is {digits!r}; write the sum that sha256sum prints, 64 hex digits")
    return EditionFile(
        language,
        path,
        sha256,
        row.optional_day("date"),
        row.text("translation", ""),
        original,
        row.text("title", ""),
        row.text("issuer", ""),
    )
