"""What changed on a day: the laws that begin to apply, and article by article what is different."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lawdiff.history.change import Change, ChangeKind
from lawdiff.law.eid import EId
from lawdiff.law.phrases import in_words
from lawdiff.law.wording import Wording
from lawdiff.site.addresses import changes_page, version_page
from lawdiff.site.page import Page
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.steps import (
    ShownChanges,
    begins,
    changes_from,
    shown_changes,
    uncertain_places,
    with_moved_words,
)
from lawdiff.site.version import Version


@dataclass(frozen=True, slots=True)
class UnitChanges:
    """What is different in an article, the preamble or a title, and its heading on that day. `has_version`:
    a version of the article begins then. None does where a law only may have changed words that a later law
    changed too: what can be known of them is the same before it and after it."""

    unit: EId
    heading: Wording | None
    has_version: bool
    changes: ShownChanges


def day_changes_pages(law: SiteLaw) -> Iterator[Page]:
    """For each version of the law a page of what it brought."""
    for index in range(len(law.versions)):
        yield _changes_page(law, index)


def _changes_page(law: SiteLaw, index: int) -> Page:
    version = law.versions[index]
    path = changes_page(law, version)
    return Page(
        path=path,
        template="day_changes.html",
        title=f"What changed on {in_words(version.first)}",
        law=law,
        values=lambda: _changes_values(law, index),
        canonical=path,
        section="versions",
    )


def _changes_values(law: SiteLaw, index: int) -> Mapping[str, Any]:
    versions, version = law.versions, law.versions[index]
    opening, settled = changes_from(law.changes, (), versions[: index + 1])
    by_laws = [change for change in settled if not begins(change)]
    moved = list(with_moved_words(law.timelines, by_laws, version.before))
    is_unproved = [change.kind is ChangeKind.UNPROVED for change in moved]
    return {
        "version": version,
        "from_here": law.laws_from(version.first),
        "units": list(
            _by_unit(law, version, (change for change, no in zip(moved, is_unproved, strict=True) if not no))
        ),
        "unproved": sum(is_unproved),
        "uncertain": uncertain_places(
            (change for change in opening if not begins(change)), law.timelines.language
        ),
        "begins": any(begins(change) for change in [*settled, *opening]),
        "is_settled": not opening,
        "previous": versions[index - 1] if index else None,
        "next": versions[index + 1] if index + 1 < len(versions) else None,
        "version_link": lambda other: changes_page(law, other),
        "text_link": version_page(law, version),
        "is_past": version.before == law.timelines.horizon,
    }


def _by_unit(law: SiteLaw, version: Version, changes: Iterable[Change]) -> Iterator[UnitChanges]:
    """The changes, those of one unit together, in the order of the text."""
    found: dict[EId, list[Change]] = {}
    for change in changes:
        found.setdefault(EId(change.eid.partition("__")[0]), []).append(change)
    for unit, inside in found.items():
        heading = law.timelines.texts.get(unit.heading)
        words = heading.on(version.first) if heading else None
        begins_too = any(each.first == version.first for each in law.unit_versions.get(unit, ()))
        yield UnitChanges(unit, words, begins_too, shown_changes(inside, law.timelines.language))
