"""The addresses of the pages: stable, made of the law's own numbers and days, the same on every host."""

from __future__ import annotations

from urllib.parse import quote

from lawdiff.law.eid import EId
from lawdiff.site.site_law import SiteLaw
from lawdiff.site.version import Version

HOME = "index.html"
ABOUT = "about/index.html"
FEED = "amendments.atom"
TIMEMAP = "timemap.link"
SITEMAP = "sitemap.xml"
SEARCH = "search/index.html"
DATA = "version.json"
AKN = "version.akn.xml"
CHANGES = "changes.js"
LISTS = {
    "versions": "All days",
    "compare": "Compare",
    "laws": "Amending laws",
    "graph": "Who amended what",
    "announced": "Announced",
    "proposals": "Proposals",
    "statistics": "Statistics",
    "findings": "Findings",
}


def law_page(law: SiteLaw) -> str:
    """The law as it was on the last day that is proved."""
    return f"{law.folder}/index.html"


def language_page(law: SiteLaw, language: str) -> str:
    """The same in another language of the law: kz/2002/345/ru/index.html."""
    return f"{law.act.id}/{language}/index.html"


def version_page(law: SiteLaw, version: Version) -> str:
    """The law from the first day of a version on: kz/2002/345/en/2012-08-20/index.html."""
    return f"{law.folder}/{version.name}/index.html"


def changes_page(law: SiteLaw, version: Version) -> str:
    """What a version brought to the law: kz/2002/345/en/2012-08-20/changes/index.html."""
    return f"{law.folder}/{version.name}/changes/index.html"


def compared(law: SiteLaw, old: Version, new: Version, unit: str = "") -> str:
    """Two days beside each other: kz/2002/345/en/compare/index.html?from=2009-12-04&to=2014-01-01."""
    of = f"&of={unit}" if unit else ""
    return f"{list_page(law, 'compare')}?from={old.name}&to={new.name}{of}"


def comparison_file(law: SiteLaw) -> str:
    """What the page of comparisons shows, beside it."""
    return f"{law.folder}/compare/{CHANGES}"


def unit_page(law: SiteLaw, unit: EId) -> str:
    """An article with its history: kz/2002/345/en/art_7/index.html."""
    return f"{law.folder}/{unit}/index.html"


def unit_version_page(law: SiteLaw, unit: EId, version: Version) -> str:
    """An article on its days: kz/2002/345/en/art_7/2012-08-20/index.html."""
    return f"{law.folder}/{unit}/{version.name}/index.html"


def list_page(law: SiteLaw, name: str) -> str:
    """One of the lists: amending laws, announced changes, proposals, findings, the graph, all days."""
    return f"{law.folder}/{name}/index.html"


def amending_page(law: SiteLaw, number: str) -> str:
    """An amending law: kz/2002/345/en/laws/354-IV/index.html.

    What no file name should hold is written as its code: `12/3` is `12=2F3`.
    """
    return f"{law.folder}/{amending_name(number)}"


def amending_name(number: str) -> str:
    """An amending law from the folder of the law that it amends: laws/354-IV/index.html."""
    return f"laws/{quote(number, safe='').replace('%', '=')}/index.html"


def proposal_page(law: SiteLaw, slug: str) -> str:
    """A proposal: kz/2002/345/en/proposals/disability-terms/index.html."""
    return f"{law.folder}/proposals/{slug}/index.html"


def proposal_file(law: SiteLaw, slug: str, name: str) -> str:
    """A document of a proposal, beside its page: kz/2002/345/en/proposals/disability-terms/bill.docx."""
    return f"{law.folder}/proposals/{slug}/{name}"


def search_page(law: SiteLaw | None) -> str:
    """The search in one law, or in all laws of the site."""
    return f"{law.folder}/{SEARCH}" if law else SEARCH


def index_file(law: SiteLaw, number: int) -> str:
    """A part of a law's index, counted from 1: kz/2002/345/en/search/part-1.js."""
    return f"{law.folder}/search/part-{number}.js"


def data_file(page: str) -> str:
    """The same version as JSON, beside its page."""
    return page.removesuffix("index.html") + DATA


def akn_file(page: str) -> str:
    """The same version as Akoma Ntoso, beside its page."""
    return page.removesuffix("index.html") + AKN


def absolute(base: str, page: str) -> str:
    """The address of a page on the web, where it is published at `base`."""
    return f"{base}/{page.removesuffix('index.html')}"


class LinksFrom:
    """The links from one page to others, with the file named, so that they work from a folder too."""

    def __init__(self, page: str) -> None:
        names = page.split("/")[:-1]
        depths = range(len(names), -1, -1)
        self._above = ["".join(f"{name}/" for name in names[:depth]) for depth in depths]

    def to(self, target: str) -> str:
        """The link to a page.

        >>> LinksFrom("kz/2002/345/en/art_7/index.html").to("kz/2002/345/en/graph/index.html")
        '../graph/index.html'
        """
        up = next(up for up, folder in enumerate(self._above) if target.startswith(folder))
        return "../" * up + target[len(self._above[up]) :]
