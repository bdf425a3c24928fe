"""A finding: something wrong or doubtful in a source, reported and never silently repaired (R12)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """`ERROR`: the source cannot be used as it stands; `WARNING`: doubtful; `NOTE`: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` names the kind of finding, `where` the file or provision, `line` counts from 1."""

    code: str
    where: str
    line: int | None
    message: str
    severity: Severity = Severity.WARNING
    file: str = ""

    @property
    def order(self) -> tuple[str, int, str, str]:
        return (self.file, self.line or 0, self.code, self.message)
