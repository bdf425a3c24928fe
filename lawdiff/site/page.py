"""A page before it is written: where it goes, what it is called, and what its template is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lawdiff.site.site_law import SiteLaw

Values = Callable[[], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `values` are worked out when it is written. `canonical` is the page that says the same and
    is to be cited, where there is one. `law` is None for pages about the site."""

    path: str
    template: str
    title: str
    law: SiteLaw | None
    values: Values
    canonical: str = ""
    section: str = ""
