"""What a mirror of the state's register says of a version of an act, in `meta.yaml` beside its texts.

Only the keys that are needed are read, each as the plain words that stand there: a day or a `no` is no
more than its letters. The layout is that of the repositories of kazakhstan-law.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lawdiff.law.errors import SourceError
from lawdiff.sources.importing.opening import ActName, FoundLine, read_opening

LANGUAGES = {"ru": "rus", "kk": "kaz"}
_ROW = re.compile(r"(?P<indent> *)(?P<key>[A-Za-z_]+):(?: +(?P<value>.*?))? *")
_ENDED = re.compile(r"(?<!\bг)\.\s+(?=[А-ЯӘІҢҒҮҰҚӨҺA-Z])")


@dataclass(frozen=True, slots=True)
class MirrorMeta:
    """A version as the mirror describes it. `days` are its days by language, `titles` the act's titles;
    `name` is what the act is called with number and day, None where that cannot be read; `caused_by` is
    the act that made the version, in words."""

    name: ActName | None
    requisite: str
    titles: Mapping[str, str]
    days: Mapping[str, dt.date]
    caused_by: str


def read_mirror_meta(text: str, where: str) -> MirrorMeta:
    """What a `meta.yaml` says. SourceError for a day that is none."""
    rows = _rows(text)
    requisite = _ENDED.split(rows.get("requisite", ""), maxsplit=1)[0]
    name = read_opening([FoundLine(requisite, 1)]).name if requisite else None
    days = {}
    for language, code in LANGUAGES.items():
        said = rows.get(f"version_date.{code}") or rows.get("version_date")
        if said:
            days[language] = _day(said, where)
    titles = {
        language: rows[f"title.{code}"] for language, code in LANGUAGES.items() if rows.get(f"title.{code}")
    }
    return MirrorMeta(name, requisite, titles, days, rows.get("caused_by.requisite", ""))


def _rows(text: str) -> dict[str, str]:
    """The words of each key, those one level down under "outer.inner"; lists and deeper levels are left."""
    found: dict[str, str] = {}
    outer = ""
    for line in text.splitlines():
        row = _ROW.fullmatch(line)
        if row is None or len(row["indent"]) > 2:
            continue
        value = _unquoted(row["value"] or "")
        if not row["indent"]:
            outer = row["key"]
            if value:
                found[outer] = value
        elif outer and value:
            found[f"{outer}.{row['key']}"] = value
    return found


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return value


def _day(said: str, where: str) -> dt.date:
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        raise SourceError(
            f"{where}: `version_date` is {said!r}; it must be a day, such as 2013-10-03"
        ) from None
