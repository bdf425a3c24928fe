"""The glossary of an act: the terms that people ask for, and the forms that its text has for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.finding import Finding
from lawdiff.sources.toml_row import Row, TomlFile

_KEYS = ("official_ru", "official_kk", "forms", "synonyms", "proposed", "note")


@dataclass(frozen=True, slots=True)
class Term:
    """One concept under all its names.

    `forms` stand in the translation ("disabled child"), `synonyms` are what people ask for instead
    ("invalid child"), `proposed` is the modern usage that a bill may bring in.
    """

    forms: tuple[str, ...]
    official_ru: str = ""
    official_kk: str = ""
    synonyms: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    note: str = ""


def read_glossary(path: Path) -> tuple[tuple[Term, ...], tuple[Finding, ...]]:
    """The terms in that file, and a finding for each key that nothing reads."""
    file = TomlFile.read(path)
    rows = file.rows("term")
    findings = [*file.top.unknown_keys(("term",))]
    for row in rows:
        findings.extend(row.unknown_keys(_KEYS))
    return tuple(_term(row) for row in rows), tuple(findings)


def _term(row: Row) -> Term:
    return Term(
        forms=row.texts("forms"),
        official_ru=row.text("official_ru", ""),
        official_kk=row.text("official_kk", ""),
        synonyms=row.texts("synonyms", ()),
        proposed=row.texts("proposed", ()),
        note=row.text("note", ""),
    )
