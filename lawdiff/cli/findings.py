"""Findings as lines, as compilers write them, so that an editor can jump to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from lawdiff.law.address import cite
from lawdiff.law.eid import EId, is_eid
from lawdiff.law.finding import Finding
from lawdiff.law.phrases import count

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def finding_lines(found: Sequence[Finding], is_whole: bool = True) -> Iterator[str]:
    """One line for each finding, and how many there are. `is_whole`: everything could be looked at."""
    for finding in found:
        place = f"{finding.file}:{finding.line}" if finding.line else finding.file
        severity = click.style(finding.severity.value, fg=_COLOURS[finding.severity.value], bold=True)
        yield f"{place}: {severity} [{finding.code}] {about(finding)}{finding.message}"
    severities = Counter(finding.severity.value for finding in found)
    said = [count(severities[name], name) for name in _COLOURS if severities[name]]
    if said or is_whole:
        yield ", ".join(said) or "Nothing was found wrong."


def about(finding: Finding) -> str:
    """What the finding is about, unless its message says so."""
    where = cite(EId(finding.where)) if is_eid(finding.where) else finding.where
    return "" if where in finding.message else f"{where}: "
