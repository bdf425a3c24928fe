"""The pages that are read as law: the whole law and each article, on each of their version days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lawdiff.history.cautions import cautions_between
from lawdiff.law.address import capitalised, cite
from lawdiff.law.answer import Answer
from lawdiff.law.eid import EId
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.phrases import in_words
from lawdiff.law.timeline import Place
from lawdiff.law.wording import in_order
from lawdiff.site.addresses import law_page, unit_version_page, version_page
from lawdiff.site.metadata import law_metadata, version_metadata
from lawdiff.site.page import Page, Whole
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.version import Version, version_on


def law_pages(law: SiteLaw) -> Iterator[Page]:
    """The law as it is proved last, then every version of it."""
    yield _law_page(law, law.current, law_page(law))
    for version in law.versions:
        yield _law_page(law, version, version_page(law, version))


def _law_page(law: SiteLaw, version: Version, path: str) -> Page:
    return Page(
        path=path,
        template="law.html",
        title=f"{law.act.title} ({version.words})",
        law=law,
        values=lambda: _law_values(law, version),
        canonical=version_page(law, version),
        section="law",
        metadata=lambda whole: _law_metadata(law, version, path, whole),
    )


def _law_metadata(law: SiteLaw, version: Version, path: str, whole: Whole) -> Mapping[str, Any]:
    is_work = path == law_page(law)
    return law_metadata(law, whole) if is_work else version_metadata(law, version, path, whole)


def _law_values(law: SiteLaw, version: Version) -> Mapping[str, Any]:
    answer = law.on(version.first)
    current = {
        unit.eid: found
        for unit in law.units
        if (found := version_on(law.unit_versions[unit.eid], version.first))
    }
    links = {eid: unit_version_page(law, eid, found) for eid, found in current.items()}
    return {
        **_shared(law, answer, version, law.versions),
        "links": links,
        "version_link": lambda other: version_page(law, other),
        "from_here": law.laws_from(version.first),
        "cited": f"{law.name}, as it can be known for {version.words}",
    }


def unit_version_pages(law: SiteLaw, unit: Place) -> Iterator[Page]:
    """One article on each of its version days."""
    for version in law.unit_versions[unit.eid]:
        yield _unit_page(law, unit.eid, version)


def _unit_page(law: SiteLaw, unit: EId, version: Version) -> Page:
    path = unit_version_page(law, unit, version)
    return Page(
        path=path,
        template="article.html",
        title=f"{capitalised(cite(unit, law.timelines.language))} ({version.words})",
        law=law,
        values=lambda: _unit_values(law, unit, version),
        canonical=path,
        section="law",
        metadata=lambda whole: version_metadata(law, version, path, whole, unit),
    )


def _unit_values(law: SiteLaw, unit: EId, version: Version) -> Mapping[str, Any]:
    answer = law.on(version.first, (unit,))
    units = [each.eid for each in law.units]
    at = units.index(unit)
    return {
        **_shared(law, answer, version, law.unit_versions[unit]),
        "unit": unit,
        "version_link": lambda other: unit_version_page(law, unit, other),
        "law_version": version_on(law.versions, version.first),
        "neighbours": [_on_day(law, each, version) for each in _beside(units, at)],
        "cited": f"{law.name}, {cite(unit, law.timelines.language)}, as it can be known for {version.words}",
    }


def _beside(units: Sequence[EId], at: int) -> list[EId | None]:
    """The units before and behind one, None at the ends."""
    return [units[at - 1] if at else None, units[at + 1] if at + 1 < len(units) else None]


def _on_day(law: SiteLaw, unit: EId | None, version: Version) -> tuple[EId, str] | None:
    """A unit with its page of that day."""
    if unit is None:
        return None
    found = version_on(law.unit_versions[unit], version.first)
    return (unit, unit_version_page(law, unit, found)) if found else None


def _shared(law: SiteLaw, answer: Answer, version: Version, versions: Sequence[Version]) -> Mapping[str, Any]:
    at = versions.index(version)
    reasons = law.reasons(answer.node)
    return {
        "answer": answer,
        "node": answer.node,
        "version": version,
        "versions": versions,
        "previous": versions[at - 1] if at else None,
        "next": versions[at + 1] if at + 1 < len(versions) else None,
        "states": law.states(answer.node),
        "named": [reason for reason in in_order(reasons) if reason.law != UNKNOWN_LAW],
        "cautions": list(cautions_between(law.timelines, version.first, version.last, reasons)),
        "is_proved": law.is_proved(version),
        "runs_past": _runs_past(law, version),
        "has_words": any(wording.text is not None for wording in answer.node.wordings()),
        "horizon_words": in_words(law.timelines.horizon),
        "is_current": version == version_on(versions, law.timelines.horizon),
    }


def _runs_past(law: SiteLaw, version: Version) -> bool:
    """Whether it begins on a day that the edition proves and goes on past the last of them."""
    horizon = law.timelines.horizon
    return law.is_proved(version) and (version.last is None or version.last > horizon)
