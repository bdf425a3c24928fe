"""The register of the laws that amend an act: `laws.toml`, read into amending laws by number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.clause import NO_CLAUSE
from lawdiff.law.finding import Finding, Severity
from lawdiff.sources.toml_row import Row, TomlFile

_SOURCES = {"clause": "source", "title": "title_source", "publication": "published_source"}
_KEYS = (
    "number",
    "adopted",
    "clause",
    "title",
    "title_official",
    "published",
    "zan",
    "note",
    "also_written",
    *_SOURCES.values(),
)


@dataclass(frozen=True, slots=True)
class LawRegister:
    """The amending laws by number, in the order of the file, and what is doubtful about them."""

    laws: Mapping[str, AmendingLaw]
    findings: tuple[Finding, ...] = ()


EMPTY_REGISTER = LawRegister(MappingProxyType({}))


def read_law_register(path: Path) -> LawRegister:
    """The register in that file. SourceError where a row lacks its number, day or source (R13)."""
    file = TomlFile.read(path)
    laws: dict[str, AmendingLaw] = {}
    findings = [*file.top.unknown_keys(("law",))]
    for row in file.rows("law"):
        law = _law(row)
        if law.number in laws:
            raise row.error(f"the law {law.number} stands here a second time; keep one of the two rows")
        laws[law.number] = law
        findings.extend(row.unknown_keys(_KEYS))
        if law.also_written:
            findings.append(_two_numbers(law, row))
    return LawRegister(MappingProxyType(laws), tuple(findings))


def _law(row: Row) -> AmendingLaw:
    if row.has("published") and not row.has("published_source"):
        raise row.error("`published` has no source; add `published_source`")
    return AmendingLaw(
        number=row.text("number"),
        adopted=row.day("adopted"),
        clause=row.clause("clause") if row.has("clause") else NO_CLAUSE,
        title=row.text("title", ""),
        title_official=row.text("title_official", ""),
        published=row.optional_day("published"),
        source=_source(row),
        note=row.text("note", ""),
        also_written=row.texts("also_written", ()),
    )


def _two_numbers(law: AmendingLaw, row: Row) -> Finding:
    also = ", ".join(law.also_written)
    message = f"the law {law.number} of {law.adopted} is also written {also}"
    return Finding("law-two-numbers", law.number, row.line, message, Severity.NOTE, str(row.path))


def _source(row: Row) -> str:
    """All that is known of where the fields were read: "clause: RU and EN footnote of Art. 7; title: ..."."""
    row.text("source")
    return "; ".join(f"{field}: {row.text(key)}" for field, key in _SOURCES.items() if row.has(key))
