"""The sources of a facts register: each row names one, by its key in the list or in a sentence (R13)."""

from __future__ import annotations

from dataclasses import dataclass

from lawdiff.sources.toml_row import Row


@dataclass(frozen=True, slots=True)
class FactSources:
    """The listed sources by their keys: `2010-354 = "rus 2010-03-19 vs 2010-11-23; the only law"`."""

    listed: Row

    def full(self, row: Row) -> str:
        """What the row was read from and why it holds; {since} and {until} are the row's own days."""
        source = row.text("source")
        if self.listed.has(source):
            source = self.listed.text(source)
        elif " " not in source:
            raise row.error(f"`source` is {source!r}, which [sources] does not list; add it there")
        for day in ("since", "until"):
            source = source.replace(f"{{{day}}}", str(row.values.get(day, "")))
        return source

    def short(self, row: Row) -> str:
        """What an answer quotes, "facts: rus 2010-03-19 vs 2010-11-23": up to the first semicolon."""
        return f"facts: {self.full(row).partition(';')[0]}"
