"""TOML as text: rows for the corpus, put behind what is there, which stays as it was written."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from lawdiff.law.errors import SourceError

Value = str | dt.date


def toml_row(values: Mapping[str, Value | None], header: str = "") -> str:
    """The lines of one table; a key without a value is left out.

    >>> toml_row({"number": "354-IV", "adopted": dt.date(2010, 11, 23)}, "[[law]]")
    '[[law]]\\nnumber = "354-IV"\\nadopted = 2010-11-23\\n'
    """
    lines = [header] if header else []
    lines += [f"{key} = {_value(value)}" for key, value in values.items() if value is not None]
    return "".join(f"{line}\n" for line in lines)


def _value(value: Value) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def with_rows(path: Path, before: str, name: str, rows: Sequence[str]) -> str:
    """The text of a TOML file with rows `[[name]]` at its end; what is there stays, byte for byte.

    SourceError where the file writes its rows in another way, so that none can be put behind them.
    """
    if not rows:
        return before
    newline = "\r\n" if before.endswith("\r\n") else "\n"
    text = before if before.endswith("\n") or not before else before + newline
    for row in rows:
        text += (newline if text else "") + row.replace("\n", newline)
    _must_keep(path, before, text, name)
    return text


def _must_keep(path: Path, before: str, after: str, name: str) -> None:
    old = tomllib.loads(before)
    try:
        new = tomllib.loads(after)
    except tomllib.TOMLDecodeError:
        new = {}
    own = old.get(name, [])
    if {**new, name: None} != {**old, name: None} or new.get(name, [])[: len(own)] != own:
        raise SourceError(
            f"{path}: its rows are not written as [[{name}]] tables, so none can be added; write them so"
        )
