"""`lawdiff import` of a plain English text: what it takes it for, writes, and leaves alone."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ACT, Ran

from lawdiff.law.known_act import ActKind
from lawdiff.sources.corpus import corpus_root
from lawdiff.sources.importing.opening import FoundLine, read_act_name, read_opening

Lawdiff = Callable[..., Ran]
TEXT = corpus_root() / ACT / "en.txt"


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder for a corpus, which is not there yet."""
    return tmp_path / "mine"


def test_the_law_goes_into_an_empty_corpus(lawdiff: Lawdiff, corpus: Path, tmp_path: Path) -> None:
    ran = lawdiff("import", str(TEXT), "--corpus", str(corpus))
    assert (ran.code, ran.err) == (0, "")
    assert sorted(files(corpus)) == [f"{ACT}/{name}" for name in ("act.toml", "en.txt", "laws.toml")]
    assert (corpus / ACT / "en.txt").read_bytes() == TEXT.read_bytes()
    assert "No. 345 of 8 August 2002 (line 3)" in ran.out
    assert "On the Rights of a Child in the Republic of Kazakhstan (line 1)" in ran.out
    asked = ("--corpus", str(corpus), "--repo", str(tmp_path / "repo"))
    own = lawdiff("asof", "2012-01-01", "art 7", "--evidence", "edition").out
    here = lawdiff("asof", "2012-01-01", "art 7", "--evidence", "edition", *asked).out
    assert (
        here.split("\n\n")[1:] == own.split("\n\n")[1:]
    )  # the corpus that came with lawdiff cites another title


def test_the_register_says_what_the_notes_say(lawdiff: Lawdiff, corpus: Path) -> None:
    told = json.loads(lawdiff("import", str(TEXT), "--corpus", str(corpus), "--json").out)["imported"][0]
    laws = {law["number"]: law for law in told["laws"]}
    assert laws["13"] == {
        "number": "13", "adopted": "2004-12-20", "clause": "from:2005-01-01", "line": 94, "added": True,
    }  # fmt: skip
    assert laws["258-IV"]["clause"] is None  # line 94: "dated 19.03.2010 No. 258-IV;" and nothing behind it
    assert len(laws) == 23
    assert (told["notes"]["read"], told["notes"]["unknown"]) == (56, [])
    text = (corpus / ACT / "laws.toml").read_text("utf-8")
    assert '[[law]]\nnumber = "258-IV"\nadopted = 2010-03-19\nsource = "note, en.txt line 94"\n' in text


def test_the_findings_are_those_of_check(lawdiff: Lawdiff, corpus: Path) -> None:
    told = json.loads(lawdiff("import", str(TEXT), "--corpus", str(corpus), "--json").out)
    checked = json.loads(lawdiff("check", "--corpus", str(corpus), "--json").out)
    assert told["findings"] == checked["findings"]
    assert {finding["code"] for finding in checked["findings"]} >= {"law-missing", "note-wrong-number"}


def test_the_held_law_again_changes_nothing(lawdiff: Lawdiff, corpus: Path) -> None:
    """The law that came with lawdiff: known by its day and number, its findings those of `check`."""
    shutil.copytree(corpus_root(), corpus)
    before = files(corpus)
    ran = lawdiff("import", str(TEXT), "--corpus", str(corpus))
    assert ran.code == 0
    assert "has this text already; nothing was written" in ran.out
    told = json.loads(lawdiff("import", str(TEXT), "--corpus", str(corpus), "--json").out)
    assert told["written"] == []
    assert told["imported"][0]["changed"] is False
    checked = json.loads(lawdiff("check", "--corpus", str(corpus), "--json").out)
    assert told["findings"] == checked["findings"]
    assert files(corpus) == before


def test_another_edition_of_a_held_law(lawdiff: Lawdiff, corpus: Path, tmp_path: Path) -> None:
    """Written behind the rows that are there; registers written by hand stay as they are, byte for byte."""
    shutil.copytree(corpus_root(), corpus)
    before = files(corpus)
    later = tmp_path / "later.txt"
    note = "\n      Footnote. Article 3 as amended by the Law dated 01.02.2016 No. 999-V.\n\nArticle 4. "
    later.write_text(TEXT.read_text("utf-8").replace("\n\nArticle 4. ", note), "utf-8")
    refused = lawdiff("import", str(later), "--corpus", str(corpus), "--edition-date", "2014-07-05")
    assert refused.code == 2
    assert "en.txt; say the day of this one with --edition-date" in refused.err
    assert files(corpus) == before
    ran = lawdiff("import", str(later), "--corpus", str(corpus), "--edition-date", "2016-03-01")
    assert ran.code == 0, ran
    after = files(corpus)
    assert after.pop(f"{ACT}/en-2016-03-01.txt") == later.read_bytes()
    act, laws = after[f"{ACT}/act.toml"].decode(), after[f"{ACT}/laws.toml"].decode()
    assert act.startswith(before[f"{ACT}/act.toml"].decode())
    assert laws == before[f"{ACT}/laws.toml"].decode() + (
        '\n[[law]]\nnumber = "999-V"\nadopted = 2016-02-01\nsource = "note, en-2016-03-01.txt line 45"\n'
    )
    changed = {name for name, content in after.items() if before.get(name) != content}
    assert changed == {f"{ACT}/act.toml", f"{ACT}/laws.toml"}
    assert lawdiff("check", "--corpus", str(corpus)).code == 0


def test_a_later_page_is_dated_by_its_notes(lawdiff: Lawdiff, corpus: Path, tmp_path: Path) -> None:
    """The same page saved again years later; and other words that are true up to the same day."""
    assert lawdiff("import", str(TEXT), "--corpus", str(corpus)).code == 0
    later, other = tmp_path / "later.txt", tmp_path / "other.txt"
    later.write_text(TEXT.read_text("utf-8").replace("05.07.2014 No. 236-V", "05.07.2015 No. 236-V"), "utf-8")
    ran = lawdiff("import", str(later), "--corpus", str(corpus))
    assert ran.code == 0, ran
    assert (corpus / ACT / "en-2015-07-05.txt").read_bytes() == later.read_bytes()
    other.write_text(TEXT.read_text("utf-8").replace("On the Rights", "On all the Rights", 1), "utf-8")
    before = files(corpus)
    ran = lawdiff("import", str(other), "--corpus", str(corpus))
    assert ran.code == 2
    assert "true up to 2014-07-05" in ran.err
    assert "--edition-date" in ran.err
    assert files(corpus) == before


def test_everything_or_nothing(lawdiff: Lawdiff, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "no law.txt").write_text("Once upon a time.\n", "utf-8")
    ran = lawdiff("import", str(TEXT), str(tmp_path / "no law.txt"), "--corpus", str(corpus))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.count("\n") == 1
    assert not corpus.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["no law.txt"]


LAW = """On bread

Law of the Republic of Kazakhstan dated 5 May 2005 No. 50-III

Article 1. Bread

      1. Bread shall be baked.
      Footnote. Article 1 as amended by the Law dated 06.06.2006 No. 60-III.
"""
NAME = "Law of the Republic of Kazakhstan dated 5 May 2005 No. 50-III"
UNTOLD = {
    "its name": (LAW.replace(NAME, "2005"), "--as"),
    "the day of an edition without notes": (LAW.partition("      Footnote")[0], "--edition-date"),
    "the title": (LAW.partition("\n")[2], "--title"),
}


@pytest.mark.parametrize("what", UNTOLD)
def test_what_a_text_does_not_say_an_option_does(
    lawdiff: Lawdiff, corpus: Path, tmp_path: Path, what: str
) -> None:
    text, option = UNTOLD[what]
    (tmp_path / "bread.txt").write_text(text, "utf-8")
    ran = lawdiff("import", str(tmp_path / "bread.txt"), "--corpus", str(corpus))
    assert (ran.code, ran.out) == (3, "")
    assert option in ran.err
    options = ("--as", "kz/2005/50", "--lang", "en", "--adopted", "2005-05-05", "--title", "On bread")
    day = ("--edition-date", "2006-07-01")
    ran = lawdiff("import", str(tmp_path / "bread.txt"), "--corpus", str(corpus), *options, *day)
    assert ran.code == 0, ran
    assert lawdiff("check", "--corpus", str(corpus)).code == 0


def test_another_law_than_the_one_named(lawdiff: Lawdiff, corpus: Path, tmp_path: Path) -> None:
    shutil.copytree(corpus_root(), corpus)
    before = files(corpus)
    (tmp_path / "bread.txt").write_text(LAW, "utf-8")
    ran = lawdiff("import", str(tmp_path / "bread.txt"), "--corpus", str(corpus), "--as", ACT)
    assert ran.code == 3
    assert "No. 50-III of 2005-05-05" in ran.err
    assert files(corpus) == before


NAMES = [
    line.split("\t")
    for line in (Path(__file__).parent / "fixtures/act_names.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("row", NAMES, ids=[row[0][:40] for row in NAMES])
def test_the_line_that_names_an_act(row: list[str]) -> None:
    """The line, what it says, and in a third column its words for who made the act."""
    name = read_act_name(FoundLine(row[0], 3))
    told = f"{name.kind.value} {name.number} {name.adopted} {name.language}" if name else "-"
    issuer = [name.issuer] if name and name.issuer else []
    assert [told, *issuer] == row[1:]


@pytest.mark.parametrize(
    ("named", "title", "article", "cited"),
    [
        (
            "Order of the Minister of Justice of the Republic of Kazakhstan dated 12.02.2010 No. 52",
            "On bread",
            "Article 1. Bread",
            "Order of the Minister of Justice of the Republic of Kazakhstan of 12 February 2010 No. 52 "
            "“On bread”",
        ),
        (
            "Code of the Republic of Kazakhstan dated 23 November 2015 No. 414-V",
            "Labour Code",
            "Article 1. Bread",
            "Code of the Republic of Kazakhstan of 23 November 2015 No. 414-V “Labour Code”",
        ),
        (
            "Приказ Министра юстиции Республики Казахстан от 12 февраля 2010 года № 52",
            "О хлебе",
            "Статья 1. Хлеб",
            "Приказ Министра юстиции Республики Казахстан от 12 февраля 2010 года № 52 «О хлебе»",
        ),
        (
            "Приказ Министра здравоохранения РК от 30 октября 2015 года № ҚР ДСМ-175/2015",
            "О хлебе",
            "Статья 1. Хлеб",
            "Приказ Министра здравоохранения РК от 30 октября 2015 года № ҚР ДСМ-175/2015 «О хлебе»",
        ),
        (
            "Қазақстан Республикасы Үкіметінің 2011 жылғы 30 желтоқсандағы № 1684 Қаулысы",
            "Нан туралы",
            "1-бап. Нан",
            "«Нан туралы» Қазақстан Республикасы Үкіметінің 2011 жылғы 30 желтоқсандағы № 1684 қаулысы",
        ),
    ],
    ids=["order", "code", "приказ", "a number with a code", "қаулы"],
)
def test_an_act_is_cited_by_its_kind_and_who_made_it(
    lawdiff: Lawdiff, corpus: Path, tmp_path: Path, named: str, title: str, article: str, cited: str
) -> None:
    (tmp_path / "act.txt").write_text(f"{title}\n\n{named}\n\n{article}\n\n      1. ...\n", "utf-8")
    options = ("--corpus", str(corpus), "--repo", str(tmp_path / "history"))
    assert (
        lawdiff("import", str(tmp_path / "act.txt"), *options[:2], "--edition-date", "2015-12-01").code == 0
    )
    law = ("--law", str((next(corpus.glob("kz/*/*"))).relative_to(corpus)))
    for command in (("asof", "2015-12-01"), ("log",), ("blame",), ("diff", "2015-11-01", "2015-12-01")):
        out = lawdiff(*command, *options, *law).out
        assert " ".join(out.split()).startswith(cited)
    written = lawdiff("export", "akn", *options, *law).out
    kind = next(kind for kind in ("order", "resolution", "code") if kind in law[1] or kind == "code")
    assert f' kind="{kind}" issuer="' in written


def test_the_title_stands_behind_the_name_where_nothing_stands_before_it() -> None:
    lines = [
        "Unofficial translation",
        "Law of the Republic of Kazakhstan dated 5 May 2005 No. 50",
        "On bread.",
    ]
    opening = read_opening([FoundLine(line, at) for at, line in enumerate(lines, 1)])
    assert opening.title == FoundLine("On bread", 3)
    assert opening.is_translation
    assert opening.name
    assert (opening.name.kind, opening.name.adopted) == (ActKind.LAW, dt.date(2005, 5, 5))


def test_the_language_must_be_that_of_the_articles(lawdiff: Lawdiff, corpus: Path) -> None:
    ran = lawdiff("import", str(TEXT), "--corpus", str(corpus), "--lang", "ru")
    assert (ran.code, ran.out) == (3, "")
    assert "its articles are in 'en'" in ran.err
    assert not corpus.exists()


def test_the_report_shows_how_the_text_ends(lawdiff: Lawdiff, corpus: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.txt"
    cut.write_text(TEXT.read_text("utf-8").partition("shall be carried out by the Government")[0], "utf-8")
    told = json.loads(lawdiff("import", str(cut), "--corpus", str(corpus), "--json").out)
    assert told["imported"][0]["ends"].endswith("carrying out the functions on protection of child’s rights")
