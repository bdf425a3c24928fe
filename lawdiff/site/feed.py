"""An Atom feed of the laws that amended a law, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lawdiff.history.amendment import Amendment
from lawdiff.law.phrases import in_force, in_words
from lawdiff.site.addresses import FEED, absolute, amending_page, list_page
from lawdiff.site.history_pages import adopted_on
from lawdiff.site.site_law import SiteLaw


def feed(law: SiteLaw, base: str) -> str:
    """The feed as a file. An entry is dated by the law's adoption, so that it never changes its place."""
    entries = sorted(law.amendments, key=lambda each: (_day(law, each), each.law), reverse=True)
    own, home = f"{base}/{law.folder}/{FEED}", absolute(base, list_page(law, "laws"))
    newest = _day(law, entries[0]) if entries else law.act.adopted.isoformat()
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<title>{escape(f'Amendments of the {law.name}')}</title>",
        f"<id>{escape(own)}</id>",
        f'<link rel="self" href={quoteattr(own)}/>',
        f"<link href={quoteattr(home)}/>",
        f"<updated>{newest}T00:00:00Z</updated>",
        "<author><name>lawdiff</name></author>",
        *(line for each in entries for line in _entry(law, each, base)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(law: SiteLaw, shown: Amendment, base: str) -> Iterator[str]:
    adopted, registered = adopted_on(law, shown), law.register.get(shown.law)
    address = absolute(base, amending_page(law, shown.law))
    title = f"Law {shown.law}{f' of {in_words(adopted)}' if adopted else ''}"
    when = "; ".join(f"in force {in_force(cause.commencement)}" for cause in shown.causes)
    said = [registered.title if registered else "", "announced" if shown.announced else "", when]
    yield "<entry>"
    yield f"<title>{escape(title)}</title>"
    yield f"<id>{escape(address)}</id>"
    yield f"<link href={quoteattr(address)}/>"
    yield f"<updated>{_day(law, shown)}T00:00:00Z</updated>"
    yield f"<summary>{escape('. '.join(part for part in said if part))}.</summary>"
    yield "</entry>"


def _day(law: SiteLaw, shown: Amendment) -> str:
    """The day of adoption; where no source has it, the first day on which the law may be in force."""
    return (adopted_on(law, shown) or shown.causes[0].commencement.first).isoformat()
