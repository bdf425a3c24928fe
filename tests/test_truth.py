"""The truth tables: what the law was known to say, read by hand, row by row."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import law_timelines

from lawdiff.history.asof import act_on, known_eids
from lawdiff.law.address import resolve_address
from lawdiff.law.timeline import EvidenceScope

TABLES = {
    "asof.tsv": EvidenceScope.EDITION,
    "own_edition.tsv": EvidenceScope.EDITION,
    "asof_all_evidence.tsv": EvidenceScope.ALL,
    "own_all_evidence.tsv": EvidenceScope.ALL,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: the question, and the state and laws of the answer."""

    table: str
    day: dt.date
    address: str
    state: str
    laws: str

    def __str__(self) -> str:
        return f"{self.table} {self.day} {self.address}"


def rows() -> list[Row]:
    found = []
    for table in TABLES:
        text = (Path(__file__).parent / "truth" / table).read_text(encoding="utf-8")
        for line in text.splitlines():
            if line.strip() and not line.startswith("#"):
                day, address, state, laws = line.split("\t")[:4]
                found.append(Row(table, dt.date.fromisoformat(day), address, state, laws))
    return found


@pytest.mark.parametrize("row", rows(), ids=str)
def test_row(row: Row) -> None:
    timelines = law_timelines(TABLES[row.table])
    asked = resolve_address(row.address, known_eids(timelines))
    wording = act_on(timelines, row.day, asked).node.wording
    assert (wording.state.value, ",".join(wording.laws) or "-") == (row.state, row.laws)


def test_tables_cover_every_article_and_rule() -> None:
    text = "".join((Path(__file__).parent / "truth" / t).read_text(encoding="utf-8") for t in TABLES)
    missing = [rule for rule in range(1, 13) if f"R{rule} " not in text + " " and f"R{rule}\n" not in text]
    assert missing == []
    articles = {place.eid for place in law_timelines(EvidenceScope.EDITION).walk() if place.eid.kind == "art"}
    asked = {
        resolve_address(row.address, known_eids(law_timelines(TABLES[row.table])))[0].segments[0]
        for row in rows()
    }
    assert {article.segments[0] for article in articles} <= asked
    assert len(rows()) >= 150
