"""The error of a change that cannot be made on the text it is meant for."""

from __future__ import annotations

from lawdiff.law.amendment import Change
from lawdiff.law.errors import SourceError


class DoesNotApply(SourceError):
    """A change does not fit the law: the message says why, `change` which one it is."""

    def __init__(self, change: Change, why: str) -> None:
        super().__init__(why)
        self.change = change
