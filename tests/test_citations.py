"""Citations as people write them: each names the act that it must mean, with the doubts about it."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from conftest import ACT, Ran, law_timelines

from lawdiff.cli.cite_forms import Answered
from lawdiff.history.cited import cited_edition
from lawdiff.law.errors import SourceError
from lawdiff.law.known_act import ActKind, KnownAct, plain_title
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.act_register import known_acts
from lawdiff.sources.citations.citation import Cited, Entry
from lawdiff.sources.citations.entries import entries
from lawdiff.sources.citations.meaning import meant
from lawdiff.sources.citations.reader import read_citation
from lawdiff.sources.corpus import corpus_root

FIXTURE = Path(__file__).parent / "fixtures" / "citations.tsv"
ROWS = [line.split("\t") for line in FIXTURE.read_text("utf-8").splitlines() if not line.startswith("#")]


@cache
def acts() -> tuple[KnownAct, ...]:
    return known_acts(corpus_root())


@pytest.mark.parametrize(
    ("text", "outcome", "act", "doubt", "provision"), ROWS, ids=[row[0][:40] for row in ROWS]
)
def test_what_a_citation_means(text: str, outcome: str, act: str, doubt: str, provision: str) -> None:
    citation = meant(text, acts())
    each = Answered.of(Entry("", 0, text), citation, lambda _: law_timelines(EvidenceScope.ALL))
    assert citation.outcome.value == outcome
    named = (citation.act.number or citation.act.title.partition(" ")[0]) if citation.act else "-"
    assert named == act
    told = " | ".join(each.doubts if citation.act else citation.reasons)
    assert (doubt in told) if doubt != "-" else not told
    assert (each.provisions[0] if each.provisions else "-") == provision


def test_the_article_has_fifteen_references() -> None:
    text = "Law and\nits body\n\n" + "".join(f"[{n}] {row[0]}\n" for n, row in enumerate(ROWS[:15], 1))
    found = entries(text)
    assert [entry.number for entry in found] == [f"[{n}]" for n in range(1, 16)]
    assert [entry.line for entry in found] == list(range(4, 19))


def test_entries_go_on_over_lines() -> None:
    text = "[1] Law of Kazakhstan. 2002.\n  No. 345-I On the Rights\n  of the child\n[2] Sembin, B. 2012.\n\n"
    assert [entry.text for entry in entries(text)] == [
        "Law of Kazakhstan. 2002. No. 345-I On the Rights of the child",
        "Sembin, B. 2012.",
    ]
    assert [(e.number, e.text) for e in entries("1. Law No. 345\n2. Law No. 591")] == [
        ("1.", "Law No. 345"),
        ("2.", "Law No. 591"),
    ]
    assert [e.text for e in entries("Law No. 345\n\nLaw No. 591\n")] == ["Law No. 345", "Law No. 591"]


@pytest.mark.parametrize("text", [row[0] for row in ROWS])
def test_spans_are_those_of_the_words(text: str) -> None:
    read = read_citation(text)
    if isinstance(read, Cited):
        for part in read.found:
            start, end = part.span
            said = read.text[start:end]
            assert part.words in said or part.name == "number"
            assert part.words.partition("-")[0] in said


@pytest.mark.parametrize(
    ("day", "year", "laws"),
    [
        (None, 2002, None),
        (None, None, None),
        (None, 2013, ("102-V", "111-V", "124-V", "126-V")),
        (None, 2003, ()),
        (dt.date(2012, 1, 1), 2012, ()),
    ],
)
def test_the_edition(day: dt.date | None, year: int | None, laws: tuple[str, ...] | None) -> None:
    edition = cited_edition(law_timelines(EvidenceScope.ALL), day, year)
    assert (edition.laws if edition else None) == laws


@pytest.mark.parametrize(
    ("text", "edition_day", "adopted"),
    [
        ("Law No. 345 (as of 1 January 2012)", dt.date(2012, 1, 1), None),
        ("Law No. 345 of 8 August 2002, as of 01.01.2012", dt.date(2012, 1, 1), dt.date(2002, 8, 8)),
        ("Law of the RK No. 345 as it stood on January 1, 2012, art. 7", dt.date(2012, 1, 1), None),
        ("Закон РК от 08.08.2002 № 345 по состоянию на 01.01.2012", dt.date(2012, 1, 1), dt.date(2002, 8, 8)),
        ("Law of the RK as of 06.04.2016 «On legal acts»", None, dt.date(2016, 4, 6)),
    ],
)
def test_a_day_of_the_text_is_not_the_day_of_adoption(
    text: str, edition_day: dt.date | None, adopted: dt.date | None
) -> None:
    read = read_citation(text)
    assert isinstance(read, Cited)
    assert (read.edition_day, read.day) == (edition_day, adopted)


def test_a_bibliography_without_an_entry_prints_nothing(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n\n", encoding="utf-8")
    ran = lawdiff("cite", "--file", str(tmp_path / "empty.txt"))
    assert (ran.code, ran.out) == (1, "")
    assert "nothing here could be read as a citation" in ran.err


def test_titles_are_compared_without_what_translators_change() -> None:
    assert plain_title("On the Rights of a Child in the Republic of Kazakhstan") == "on rights of child"
    assert plain_title("О правах ребёнка в РК") == plain_title("О правах ребенка в Республике Казахстан")


def test_the_register() -> None:
    held = [act for act in acts() if act.held]
    assert [(act.held, act.numbers) for act in held] == [(ACT, ("345", "345-II"))]
    assert all(act.source for act in acts())  # R13
    assert len({(act.number, act.adopted) for act in acts()}) == len(acts())
    (constitution,) = (act for act in acts() if act.kind is ActKind.CONSTITUTION)
    assert (constitution.number, constitution.adopted) == ("", dt.date(1995, 8, 30))
    assert any(act.number == "354-IV" for act in acts())  # an amending law is known too


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ('kind = "law"\nnumber = "1"\nadopted = 2001-01-01\ntitle = "On X"', "`source` is missing"),
        ('kind = "bill"\nnumber = "1"', "choose one of"),
        (
            'kind = "law"\nnumber = "1"\nadopted = 2001-01-01\ntitle = "X"\nsource = "s"\ntitel = "Y"',
            "`titel`",
        ),
        ('kind = "law"\nheld = "kz/1/1"\nnumber = "1"\nadopted = 2001-01-01\nsource = "s"', "does not hold"),
    ],
)
def test_a_row_that_cannot_be_used(tmp_path: Path, row: str, wrong: str) -> None:
    (tmp_path / "kz").mkdir()
    (tmp_path / "kz/acts.toml").write_text(f"[[act]]\n{row}\n", "utf-8")
    with pytest.raises(SourceError, match=r"acts\.toml:1: .*" + wrong):
        known_acts(tmp_path)


@pytest.mark.parametrize(
    "unit", ["Law of ", "No. 1-", "“On ", "'On ", "Article 1 of ", "(as amended ", "A. "]
)
def test_a_long_text_takes_no_long_time(unit: str) -> None:
    start = time.process_time()
    meant("Law " + unit * 20000, acts())
    assert time.process_time() - start < 1


def test_the_command(lawdiff: Callable[..., Ran]) -> None:
    ran = lawdiff("cite", "Law of Kazakhstan. 2013. No. 345-II On the Rights of the Child in Kazakhstan.")
    assert ran.code == 0
    assert ran.out.startswith("Law of 8 August 2002 No. 345 “On the Rights of the Child”\n")
    words = " ".join(ran.out.split())
    assert "in that year 102-V, 111-V, 124-V, 126-V changed it or may have" in words
    assert "lawdiff asof 2013-12-31" in words


def test_a_bibliography(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "references.txt"
    path.write_text("".join(f"[{n}] {row[0]}\n" for n, row in enumerate(ROWS[:15], 1)), "utf-8")
    ran = lawdiff("cite", "--file", str(path))
    assert ran.code == 0
    assert ran.out.endswith("2 held, 5 known, 8 not-an-act\n")
    found = json.loads(lawdiff("cite", "--file", str(path), "--json").out)["citations"]
    assert [each["outcome"] for each in found] == [row[1] for row in ROWS[:15]]
    assert (found[6]["number"], found[6]["line"], found[6]["act"]["held"]) == ("[7]", 7, ACT)
    assert found[6]["edition"]["laws"] == ["102-V", "111-V", "124-V", "126-V"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("colourless green ideas",), 1, "nothing here could be read as a citation"),
        ((), 2, "give one citation"),
        (("  ",), 2, "give one citation"),
        (("Law No. 345", "--file", "x"), 2, "give one citation"),
        (("--file", "/does/not/exist"), 3, "cannot be read"),
        (("Law No. 7",), 0, "no known act"),
    ],
)
def test_exit_codes(lawdiff: Callable[..., Ran], arguments: tuple[str, ...], code: int, said: str) -> None:
    ran = lawdiff("cite", *arguments)
    assert ran.code == code
    assert said in " ".join((ran.out + ran.err).split())


def test_files_that_are_no_bibliography(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "odd"
    path.write_bytes(b"")
    assert lawdiff("cite", "--file", str(path)).code == 1
    path.write_bytes(b"\xff\xfe\x00Law")
    ran = lawdiff("cite", "--file", str(path))
    assert (ran.code, "not UTF-8" in ran.err) == (3, True)
    path.write_bytes(b"\x1b[31mred ink\n")
    assert "\x1b" not in lawdiff("cite", "--file", str(path)).out
