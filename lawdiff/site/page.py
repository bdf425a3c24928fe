"""A page before it is written: where it goes, what it is called, and what its template is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lawdiff.site.site_law import SiteLaw

Values = Callable[[], Mapping[str, Any]]
Whole = Callable[[str], str]
"""The address of a page as programs want it: whole where the site's own is known, else from the page."""
Metadata = Callable[[Whole], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `values` are worked out when it is written. `canonical` is the page that says the same and
    is to be cited, where there is one. `law` is None for pages about the site. `metadata` says to programs
    what the page is."""

    path: str
    template: str
    title: str
    law: SiteLaw | None
    values: Values
    canonical: str = ""
    section: str = ""
    metadata: Metadata | None = None
