"""The lists: all versions by day, amending laws, announced changes, proposals, findings, the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from lawdiff.history.pending import pending
from lawdiff.law.address import capitalised, cite
from lawdiff.law.eid import EId, is_eid
from lawdiff.site.addresses import (
    LISTS,
    amending_page,
    comparison_file,
    list_page,
    unit_page,
    version_page,
)
from lawdiff.site.history_pages import adopted_on
from lawdiff.site.page import Page, Values
from lawdiff.site.proposal_pages import proposal_list_values
from lawdiff.site.site_law import SiteLaw


def list_pages(law: SiteLaw) -> Iterator[Page]:
    """Every list of a law."""
    values: Mapping[str, Values] = {
        "versions": lambda: {
            "rows": [(version, law.laws_from(version.first)) for version in law.versions],
            "version_link": lambda version: version_page(law, version),
        },
        "compare": lambda: _compare(law),
        "laws": lambda: {"rows": [(each, adopted_on(law, each)) for each in law.amendments]},
        "graph": lambda: {"drawing": law.drawing},
        "announced": lambda: _announced(law),
        "proposals": lambda: proposal_list_values(law),
        "statistics": lambda: _statistics(law),
        "findings": lambda: _findings(law),
    }
    for name, title in LISTS.items():
        path = list_page(law, name)
        yield Page(path, f"{name}.html", title, law, values[name], path, name)


def _compare(law: SiteLaw) -> Mapping[str, Any]:
    """The days that are compared first, the last that brought something before the horizon, and the lists
    that do without a script: each version with the one before it."""
    at = law.versions.index(law.current)
    return {
        "old": law.versions[max(at - 1, 0)],
        "new": law.current,
        "pairs": list(pairwise(law.versions)),
        "data": comparison_file(law),
    }


def _announced(law: SiteLaw) -> Mapping[str, Any]:
    found = pending(law.timelines, law.timelines.horizon)
    return {"found": found, "notes": law.notes, "day": law.timelines.horizon}


def _findings(law: SiteLaw) -> Mapping[str, Any]:
    counted = Counter(finding.severity.value for finding in law.findings)
    files = {finding: _shown_file(law, finding.file) for finding in law.findings}
    at = {finding: EId(finding.where) for finding in law.findings if is_eid(finding.where)}
    return {"found": law.findings, "counted": counted, "files": files, "at": at}


def _statistics(law: SiteLaw) -> Mapping[str, Any]:
    """The tables, and the page of each article and law that begins a row."""
    language = law.timelines.language
    articles = {capitalised(cite(unit.eid, language)): unit_page(law, unit.eid) for unit in law.units}
    amending = {each.law: amending_page(law, each.law) for each in law.amendments}
    return {"tables": law.drawing.tables, "pages": articles | amending}


def _shown_file(law: SiteLaw, file: str) -> str:
    """The file as a reader of the corpus knows it, whatever folder the corpus lies in."""
    return f"{law.act.id}/{file.replace(chr(92), '/').rpartition('/')[2]}"
