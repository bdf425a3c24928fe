"""The pages of what happened: each article's history, and each amending law with all that it did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lawdiff.history.amendment import Amendment, Deed
from lawdiff.history.change import Change
from lawdiff.history.references import referred_by, refers_to
from lawdiff.law.address import capitalised, cite
from lawdiff.law.commencement import Commencement
from lawdiff.law.eid import EId
from lawdiff.law.timeline import Place
from lawdiff.site.addresses import amending_page, unit_page
from lawdiff.site.metadata import amending_metadata, unit_metadata
from lawdiff.site.page import Page
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.steps import ShownChanges, shown_changes, steps_of, with_moved_words
from lawdiff.site.version import version_on


def unit_history_page(law: SiteLaw, unit: Place) -> Page:
    """An article's history: its versions, each with what it brought, its laws and references."""
    path = unit_page(law, unit.eid)
    return Page(
        path=path,
        template="history.html",
        title=f"{capitalised(cite(unit.eid, law.timelines.language))}: history",
        law=law,
        values=lambda: _history_values(law, unit.eid),
        canonical=path,
        section="law",
        metadata=lambda whole: unit_metadata(law, unit.eid, whole),
    )


def _history_values(law: SiteLaw, unit: EId) -> Mapping[str, Any]:
    timelines, found = law.timelines, law.references.found
    versions = law.unit_versions[unit]
    heading = timelines.texts.get(unit.heading)
    inside = [each for each in refers_to(found, (unit,)) if each.target or each.act or each.act_title]
    return {
        "unit": unit,
        "heading": heading.on(timelines.horizon) if heading else None,
        "steps": list(steps_of(law.changes, unit, versions))[::-1],
        "current": version_on(versions, timelines.horizon),
        "log": law.logs.of((unit,)),
        "refers_to": inside,
        "referred_by": [each for each in referred_by(found, (unit,)) if not each.source.within(unit)],
        "proposals": law.proposals_for(unit),
        "unsearched": law.references.unsearched,
    }


def amending_pages(law: SiteLaw) -> Iterator[Page]:
    """One page for each law that a source names as having changed this one, or being about to."""
    for index in range(len(law.amendments)):
        yield _amending_page(law, index)


def _amending_page(law: SiteLaw, index: int) -> Page:
    shown = law.amendments[index]
    path = amending_page(law, shown.law)
    beside = [law.amendments[at] if 0 <= at < len(law.amendments) else None for at in (index - 1, index + 1)]
    return Page(
        path=path,
        template="amending_law.html",
        title=f"Law {shown.law}",
        law=law,
        values=lambda: {
            "shown": shown,
            "registered": law.register.get(shown.law),
            "adopted": adopted_on(law, shown),
            "told": list(_by_source(law, shown)),
            "changes_of": list(_changes(law, shown)),
            "beside": beside,
        },
        canonical=path,
        section="laws",
        metadata=lambda whole: amending_metadata(law, shown, adopted_on(law, shown), whole),
    )


def adopted_on(law: SiteLaw, shown: Amendment) -> dt.date | None:
    """The day of adoption, from the register or else from the notes."""
    registered = law.register.get(shown.law)
    told = [cause.adopted for cause in shown.causes if cause.adopted]
    return registered.adopted if registered else min(told, default=None)


def _by_source(law: SiteLaw, shown: Amendment) -> Iterator[tuple[str, str, list[Deed]]]:
    """The law's deeds, those of one source together: the source, the words of its note, the deeds."""
    found: dict[str, list[Deed]] = {}
    for deed in shown.deeds:
        found.setdefault(deed.effect.source, []).append(deed)
    for source, deeds in found.items():
        lines = {deed.effect.line for deed in deeds if not deed.effect.from_facts}
        yield source, " ".join(law.notes.get(line or 0, "") for line in sorted(lines, key=str)), deeds


def _changes(law: SiteLaw, shown: Amendment) -> Iterator[tuple[Commencement, ShownChanges]]:
    """For each of the law's commencements what is different after it, as far as the law has a part in it."""
    for when in dict.fromkeys(cause.commencement for cause in shown.causes):
        before = when.first - dt.timedelta(1)
        found = law.changes.all(before, when.last)
        changes = with_moved_words(law.timelines, _by_law(found, shown.law), before)
        yield when, shown_changes(changes, law.timelines.language)


def _by_law(changes: Sequence[Change], number: str) -> Iterator[Change]:
    return (change for change in changes if any(reason.law == number for reason in change.by))
