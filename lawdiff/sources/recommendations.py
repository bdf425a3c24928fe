"""The register of recommendations: what others ask the lawmaker for, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lawdiff.sources.toml_row import Row, TomlFile

_KEYS = ("issue", "text", "act", "held", "proposal", "why", "source")


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation that asks for law-making.

    `act` names the act concerned in the words of the recommendation, `held` is its id where the corpus has
    it. `proposal` is the slug of what was drafted; without one `why` says why nothing was.
    """

    issue: str
    text: str
    act: str
    held: str
    proposal: str
    why: str
    source: str


def read_recommendations(root: Path) -> tuple[Recommendation, ...]:
    """Every recommendation in the corpus, by country and in the order of its file.

    SourceError names the file and line of a row that cannot be used: each has a source (R13), and a proposal
    or the reason why there is none.
    """
    return tuple(each for path in sorted(root.glob("*/recommendations.toml")) for each in _read(path))


def _read(path: Path) -> Iterator[Recommendation]:
    file = TomlFile.read(path)
    for finding in file.top.unknown_keys(("source", "recommendation")):
        raise file.top.error(finding.message)
    source = file.top.text("source", "")
    for row in file.rows("recommendation"):
        yield _recommendation(row, source)


def _recommendation(row: Row, source: str) -> Recommendation:
    for finding in row.unknown_keys(_KEYS):
        raise row.error(finding.message)
    proposal, why = row.text("proposal", ""), row.text("why", "")
    if bool(proposal) == bool(why):
        raise row.error("it needs either the `proposal` that was drafted or `why` none was")
    return Recommendation(
        issue=row.text("issue"),
        text=row.text("text"),
        act=row.text("act"),
        held=row.text("held", ""),
        proposal=proposal,
        why=why,
        source=row.text("source", source) or row.text("source"),
    )
