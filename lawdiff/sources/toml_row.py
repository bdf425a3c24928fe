"""A TOML file of the corpus as rows that know their place, so that a mistake can be told where it stands."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lawdiff.law.clause import Clause
from lawdiff.law.eid import EId, is_eid
from lawdiff.law.errors import SourceError
from lawdiff.law.finding import Finding

T = TypeVar("T")
_TOML_PLACE = re.compile(r" \(at line (\d+), column \d+\)\Z")
_YEARS = range(1000, 3000)


@dataclass(frozen=True, slots=True)
class Row:
    """One table of a file: its name (`[[law]]`, "" for the top), its line where known, and its values.

    The reading methods raise SourceError with file, line and key; those that take a `default` give it
    where the key is missing.
    """

    path: Path
    name: str
    line: int | None
    values: Mapping[str, object]

    @property
    def place(self) -> str:
        """File and line, as compilers write them."""
        return f"{self.path}:{self.line}" if self.line else str(self.path)

    def error(self, what: str) -> SourceError:
        """A SourceError that begins with the place of this row."""
        return SourceError(f"{self.place}: {self.name + ': ' if self.name else ''}{what}")

    def has(self, key: str) -> bool:
        return key in self.values

    def text(self, key: str, default: str | None = None) -> str:
        found = self._value(key, str, "words in quotes", default)
        if default is None and not found.strip():
            raise self.error(f"`{key}` is empty; fill it in")
        return found

    def day(self, key: str) -> dt.date:
        found = self._value(key, dt.date, "a day such as 2010-11-23, without quotes", None)
        if isinstance(found, dt.datetime):
            raise self.error(f"`{key}` has a time of day; write the day alone")
        if found.year not in _YEARS:
            raise self.error(f"`{key}` is {found}, which cannot be right; correct the year")
        return found

    def optional_day(self, key: str) -> dt.date | None:
        return self.day(key) if self.has(key) else None

    def flag(self, key: str) -> bool:
        return self._value(key, bool, "true or false", False)

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        found = self._value(key, list, 'a list such as ["354-IV"]', None if default is None else [*default])
        if not all(isinstance(one, str) and one for one in found):
            raise self.error(f'`{key}` must be a list of words in quotes, such as ["354-IV"]')
        return tuple(found)

    def eid(self, key: str) -> EId:
        return self._eid(key, self.text(key))

    def eids(self, key: str) -> tuple[EId, ...]:
        return tuple(self._eid(key, text) for text in self.texts(key))

    def clause(self, key: str) -> Clause:
        text = self.text(key)
        try:
            return Clause.parse(text)
        except ValueError:
            raise self.error(
                f"`{key}` is {text!r}; write from:2005-01-01, after_publication:10, on_publication, "
                "see:art_2 or none"
            ) from None

    def choice(self, key: str, choices: Mapping[str, T]) -> T:
        text = self.text(key)
        if text not in choices:
            raise self.error(f"`{key}` is {text!r}; choose one of {', '.join(choices)}")
        return choices[text]

    def unknown_keys(self, known: Collection[str]) -> tuple[Finding, ...]:
        """A finding for each key that nothing reads: most likely a slip of the pen."""
        return tuple(
            Finding(
                "unknown-key",
                self.name or self.path.name,
                self.line,
                f"nothing reads the key `{key}`; known are {', '.join(known)}",
                file=str(self.path),
            )
            for key in self.values
            if key not in known
        )

    def _value(self, key: str, kind: type[T], wanted: str, default: T | None) -> T:
        if key not in self.values:
            if default is None:
                raise self.error(f"`{key}` is missing; add it")
            return default
        value = self.values[key]
        if not isinstance(value, kind):
            raise self.error(f"`{key}` must be {wanted}")
        return value

    def _eid(self, key: str, text: str) -> EId:
        if not is_eid(text):
            raise self.error(f"`{key}` has {text!r}, which is no eId; write one such as art_7__para_1")
        return EId(text)


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file, read once: the top as a row, and the rows of each array of tables."""

    path: Path
    text: str
    top: Row

    @classmethod
    def read(cls, path: Path) -> TomlFile:
        """Read the file; SourceError names the line where it is not UTF-8 or not TOML."""
        text = read_utf8(path)
        try:
            values = tomllib.loads(text)
        except tomllib.TOMLDecodeError as broken:
            place = _TOML_PLACE.search(str(broken))
            reason = _TOML_PLACE.sub("", str(broken))
            where = f"{path}:{place[1]}" if place else str(path)
            raise SourceError(f"{where}: this is not TOML ({reason}); mend it there or just above") from None
        except RecursionError:
            raise SourceError(f"{path}: the lists in it are nested too deep; write them flat") from None
        return cls(path, text, Row(path, "", None, values))

    def table(self, name: str) -> Row:
        """The table of that name, empty where the file has none."""
        found = self.top.values.get(name, {})
        if not isinstance(found, dict):
            raise self.top.error(f"`{name}` must be a table; write [{name}]")
        return Row(self.path, f"[{name}]", None, found)

    def rows(self, name: str) -> tuple[Row, ...]:
        """The rows `[[name]]`, or those of the list `name = [{...}, ...]`, in the order of the file."""
        found = self.top.values.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self.top.error(f"`{name}` must be a list of tables; write [[{name}]] above each")
        lines = _row_lines(self.text, name)
        known = lines if len(lines) == len(found) else [None] * len(found)
        return tuple(Row(self.path, f"[[{name}]]", line, one) for line, one in zip(known, found, strict=True))


def read_utf8(path: Path) -> str:
    """The file's text with its line ends as they are; SourceError where it cannot be read as UTF-8."""
    try:
        return decode_utf8(path.read_bytes(), path)
    except OSError as problem:
        raise SourceError(
            f"{path}: cannot be read ({problem.strerror}); put the file there or correct its name"
        ) from None


def decode_utf8(content: bytes, path: Path) -> str:
    """The bytes of that file as text; SourceError names the line of the first byte that is not UTF-8."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        raise SourceError(f"{path}:{line}: this is not UTF-8; save the file in that encoding") from None


def _row_lines(text: str, name: str) -> list[int | None]:
    """The lines on which the rows begin, whichever of the two ways they are written in."""
    header = re.compile(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]")
    opening = re.compile(rf"{re.escape(name)}\s*=\s*\[\s*\Z")
    found: list[int | None] = []
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if header.match(line) or (inside and line.lstrip().startswith("{")):
            found.append(number)
        inside = bool(opening.match(line)) or (inside and not line.startswith("]"))
    return found
