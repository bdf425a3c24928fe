"""What a page is, for programs: schema.org `Legislation` and the European Legislation Identifier, as JSON-LD.

A law or an article is a `eli:LegalResource`, a version of it in one language a `eli:LegalExpression`, a file
of that a `eli:Format` (the ELI ontology; schema.org took its terms over). Whether a version is in force is
not said: no source here can prove that for today.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from lawdiff.history.amendment import Amendment
from lawdiff.law.address import capitalised, cite
from lawdiff.law.eid import EId
from lawdiff.law.wording import State
from lawdiff.site.addresses import (
    ABOUT,
    akn_file,
    amending_page,
    data_file,
    law_page,
    unit_page,
    unit_version_page,
    version_page,
)
from lawdiff.site.page import Whole
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.version import Version

_ELI = "http://data.europa.eu/eli/ontology#"
_CONTEXT = ["https://schema.org", {"eli": _ELI, "xsd": "http://www.w3.org/2001/XMLSchema#"}]
_LANGUAGES = {"en": "ENG", "ru": "RUS", "kk": "KAZ"}
_UNPROVED = "the last recorded wording, not proof of the law of these days"


def version_metadata(
    law: SiteLaw, version: Version, page: str, whole: Whole, unit: EId | None = None
) -> dict[str, Any]:
    """A version of the law, or of an article of it, and what it is a version of."""
    resource = law_page(law) if unit is None else unit_page(law, unit)
    files = {"text/html": page, "application/json": data_file(page)}
    if law.with_akn:
        files["application/akn+xml"] = akn_file(page)
    last = version.last.isoformat() if version.last else ".."
    expression = {
        "@id": whole(page),
        "@type": ["Legislation", "eli:LegalExpression"],
        "name": f"{_title(law, unit, version)} ({version.words})",
        "inLanguage": law.timelines.language,
        "legislationDateVersion": version.name,
        "temporalCoverage": f"{version.name}/{last}",
        "legislationLegalValue": {"@id": "https://schema.org/UnofficialLegalValue"},
        "exampleOfWork": {"@id": whole(resource)},
        "usageInfo": whole(ABOUT),
        "encoding": [_encoding(media, whole(path)) for media, path in files.items()],
        "eli:realizes": {"@id": whole(resource)},
        "eli:legal_value": {"@id": "eli:LegalValue-unofficial"},
        "eli:version_date": _day(version.name),
        "eli:language": _language(law.timelines.language),
        "eli:title": {"@value": _title(law, unit, version), "@language": law.timelines.language},
        "eli:is_embodied_by": [_format(media, whole(path)) for media, path in files.items()],
    }
    if not law.is_proved(version):
        expression["creativeWorkStatus"] = _UNPROVED
    found = [_law(law, whole)] if unit is None else [_unit(law, unit, whole), _law(law, whole, is_short=True)]
    return {"@context": _CONTEXT, "@graph": [expression, *found]}


def law_metadata(law: SiteLaw, whole: Whole) -> dict[str, Any]:
    """The law with all of its versions, and the one that is shown."""
    page = version_page(law, law.current)
    found = version_metadata(law, law.current, page, whole)
    pages = [{"@id": whole(version_page(law, version))} for version in law.versions]
    found["@graph"][1] |= {"workExample": pages, "eli:is_realized_by": pages}
    return found


def unit_metadata(law: SiteLaw, unit: EId, whole: Whole) -> dict[str, Any]:
    """An article with all of its versions."""
    versions = law.unit_versions[unit]
    pages = [{"@id": whole(unit_version_page(law, unit, version))} for version in versions]
    found = _unit(law, unit, whole) | {"workExample": pages, "eli:is_realized_by": pages}
    return {"@context": _CONTEXT, "@graph": [found, _law(law, whole, is_short=True)]}


def amending_metadata(
    law: SiteLaw, shown: Amendment, adopted: dt.date | None, whole: Whole
) -> dict[str, Any]:
    """A law that changed this one, or is announced to."""
    registered = law.register.get(shown.law)
    place = {"@id": whole(law_page(law))}
    found = {
        "@id": whole(amending_page(law, shown.law)),
        "@type": ["Legislation", "eli:LegalResource"],
        "name": (registered.title if registered else "") or f"Law {shown.law}",
        "legislationIdentifier": shown.law,
        "legislationChanges": place,
        "eli:id_local": shown.law,
        "eli:changes": place,
    }
    if adopted:
        found |= {"legislationDate": adopted.isoformat(), "eli:date_document": _day(adopted.isoformat())}
    return {"@context": _CONTEXT, "@graph": [found, _law(law, whole, is_short=True)]}


def _law(law: SiteLaw, whole: Whole, is_short: bool = False) -> dict[str, Any]:
    """The law as a work; with the laws that changed it unless the page is about something else."""
    act, when = law.act, law.act.commencement
    found: dict[str, Any] = {
        "@id": whole(law_page(law)),
        "@type": ["Legislation", "eli:LegalResource"],
        "name": act.title,
        "legislationIdentifier": act.number,
        "legislationDate": act.adopted.isoformat(),
        "legislationJurisdiction": act.id.partition("/")[0].upper(),
        "eli:id_local": act.number,
        "eli:date_document": _day(act.adopted.isoformat()),
    }
    if not when.is_window:
        found["eli:first_date_entry_in_force"] = _day(when.first.isoformat())
    if not is_short:
        changed = [each for each in law.amendments if not each.announced]
        found["eli:changed_by"] = [{"@id": whole(amending_page(law, each.law))} for each in changed]
    return found


def _unit(law: SiteLaw, unit: EId, whole: Whole) -> dict[str, Any]:
    """An article as a part of the law."""
    place = {"@id": whole(law_page(law))}
    return {
        "@id": whole(unit_page(law, unit)),
        "@type": ["Legislation", "eli:LegalResourceSubdivision"],
        "name": capitalised(cite(unit, law.timelines.language)),
        "legislationIdentifier": f"{law.act.number}, {cite(unit, law.timelines.language)}",
        "isPartOf": place,
        "eli:id_local": unit,
        "eli:is_part_of": place,
    }


def _title(law: SiteLaw, unit: EId | None, version: Version) -> str:
    """The title of the law, or of an article with its heading where that is certain."""
    if unit is None:
        return law.act.title
    timeline = law.timelines.texts.get(unit.heading)
    heading = timeline.on(version.first) if timeline else None
    is_certain = heading and heading.state in (State.RECORDED, State.RESTORED)
    cited = capitalised(cite(unit, law.timelines.language))
    return f"{cited}. {heading.text}" if heading and is_certain else cited


def _day(day: str) -> dict[str, str]:
    return {"@value": day, "@type": "xsd:date"}


def _language(code: str) -> dict[str, str]:
    """A language of the EU's authority table, which ELI asks for; elsewhere its code of the IANA registry."""
    known = _LANGUAGES.get(code)
    table = "http://publications.europa.eu/resource/authority/language"
    return {"@id": f"{table}/{known}" if known else f"urn:ietf:bcp:47:{code}"}


def _encoding(media: str, address: str) -> dict[str, str]:
    return {"@type": "LegislationObject", "encodingFormat": media, "contentUrl": address}


def _format(media: str, address: str) -> dict[str, Any]:
    """A file. The address of a page names the version already, so the file has a name of its own."""
    place = f"http://www.iana.org/assignments/media-types/{media}"
    return {"@id": f"{address}#file", "@type": "eli:Format", "eli:format": {"@id": place}}
