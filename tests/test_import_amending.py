"""`lawdiff import --amending`: the text of an amending law goes into the acts that it amends, or nowhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from amending_corpus import ACT, FIXTURES, gardens
from conftest import Ran
from test_hostile_sentences import SIGNS, seconds

from lawdiff.sources.amending.enforcement import read_enforcement
from lawdiff.sources.amending.law_text import read_law_text
from lawdiff.sources.amending.orders import orders_of_part
from lawdiff.sources.instructions.russian.grammar import RUSSIAN

ENGLISH, RUS = FIXTURES / "20-V.en.txt", FIXTURES / "20-V.ru.txt"


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_it_goes_in_and_once(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    root = gardens(tmp_path)
    before = files(root)
    done = lawdiff("import", "--amending", str(ENGLISH), str(RUS), "--corpus", str(root))
    assert done.code == 0, done.err
    after = files(root)
    assert set(after) - set(before) == {
        f"{ACT}/{name}" for name in ("20-V.en.txt", "20-V.ru.txt", "amending.toml", "laws.toml")
    }
    assert {name: after[name] for name in before} == before
    assert after[f"{ACT}/20-V.ru.txt"] == RUS.read_bytes()
    again = lawdiff("import", "--amending", str(RUS), "--corpus", str(root))
    assert (again.code, files(root)) == (0, after)
    assert "nothing was written" in again.out


def test_the_report(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    text = tmp_path / "law.txt"
    words = ENGLISH.read_text(encoding="utf-8").replace("shall be excluded", "should go")
    text.write_text(words.replace('"keeps"', '"holds"'), encoding="utf-8")
    done = lawdiff("import", "--amending", str(text), "--corpus", str(gardens(tmp_path / "corpus")))
    said = " ".join(done.out.split())
    assert "about other acts: 1 part line 7: Civil Code of the Republic of Kazakhstan" in said
    assert "line 15: subparagraph 3) should go; [" in said
    assert (
        "line 10: it puts the words “holds” into Article 1(2), and in the edition they do not stand there"
        in said
    )
    assert "not all of it counts" in said
    assert all(len(line) <= 80 for line in done.out.splitlines())


def test_for_programs(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    done = lawdiff("import", "--amending", str(RUS), "--corpus", str(gardens(tmp_path)), "--json")
    (law,) = json.loads(done.out)["imported"]
    (act,) = law["acts"]
    assert (law["law"], law["adopted"], act["act"], act["is_whole"]) == ("20-V", "2012-05-05", ACT, True)
    assert [(one["target"], one["in_force"]) for one in act["effects"]][-1] == ("art_3-1", "2013-01-01")
    assert [one["line"] for one in law["others"]] == [7]


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        (
            '"On Gardens"',
            '"On Ponds" No. 77',
            3,
            "is about no law that the corpus holds, but about Civil",
        ),
        ("dated 5 May 2012 No. 20-V", "of old", 3, "its first lines do not name the law with number and day"),
        ("Article", "Clause", 3, "no article found"),
    ],
)
def test_what_is_refused(
    lawdiff: Callable[..., Ran], tmp_path: Path, old: str, new: str, code: int, said: str
) -> None:
    text = tmp_path / "law.txt"
    words = ENGLISH.read_text(encoding="utf-8").replace(old, new)
    text.write_text(words.replace("dated 1 March 2010", "dated 2 April 2011"), encoding="utf-8")
    root = gardens(tmp_path / "corpus")
    before = files(root)
    done = lawdiff("import", "--amending", str(text), "--corpus", str(root))
    assert (done.code, files(root)) == (code, before)
    assert said in " ".join(done.err.split())


def test_the_register_knows_the_law(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    """A law that `laws.toml` lacks gets a row; one of another day is refused."""
    root = gardens(tmp_path)
    lawdiff("import", "--amending", str(ENGLISH), "--corpus", str(root))
    shown = lawdiff("show", "20-V", "--corpus", str(root), "--law", ACT, "--repo", str(tmp_path / "repo"))
    assert "On Amendments and Additions to Some Legislative Acts" in shown.out
    assert "its text, 20-V.en.txt" in shown.out
    laws = root / ACT / "laws.toml"
    laws.write_text(laws.read_text(encoding="utf-8").replace("2012-05-05", "2012-05-06"), encoding="utf-8")
    done = lawdiff("import", "--amending", str(RUS), "--corpus", str(root))
    assert (done.code, "20-V is dated 2012-05-06 here" in done.err) == (3, True)


def test_a_saved_page(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    """A page says the same as the text, whatever menus stand around it."""
    lines = RUS.read_text(encoding="utf-8").splitlines()
    body = "".join(f"<p>{line}</p>\n" for line in lines if line)
    page = tmp_path / "law.html"
    page.write_text(
        f"<!DOCTYPE html><html><head><title>x</title></head><body><nav>Меню</nav><div>{body}</div>"
        "</body></html>",
        encoding="utf-8",
    )
    said = [
        json.loads(lawdiff("import", "--amending", str(each), "--corpus", str(root), "--json").out)
        for each, root in ((page, gardens(tmp_path / "a")), (RUS, gardens(tmp_path / "b")))
    ]
    one, other = (
        [{**effect, "line": 0, "source": ""} for effect in each["imported"][0]["acts"][0]["effects"]]
        for each in said
    )
    assert one == other
    assert said[0]["imported"][0]["acts"][0]["is_whole"]


def test_another_text_of_the_same_law(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    root = gardens(tmp_path / "corpus", [("20-V.en.txt", None)])
    text = tmp_path / "law.txt"
    text.write_text(ENGLISH.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    done = lawdiff("import", "--amending", str(text), "--corpus", str(root))
    assert done.code == 2
    assert "is another text of 20-V in 'en'; take its row out of amending.toml" in done.err


def test_a_day_that_the_note_has_otherwise(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    root = gardens(tmp_path, [("20-V.ru.txt", None)])
    found = json.loads(lawdiff("check", "--corpus", str(root), "--law", ACT, "--json").out)["findings"]
    (other,) = [one for one in found if one["code"] == "amending-other-day"]
    assert (other["where"], other["line"]) == ("art_3-1", 19)


def test_a_text_that_was_changed_is_refused(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    root = gardens(tmp_path, [("20-V.en.txt", None)])
    with (root / ACT / "20-V.en.txt").open("a", encoding="utf-8") as file:
        file.write("\n")
    done = lawdiff("check", "--corpus", str(root), "--law", ACT)
    assert done.code == 3
    assert "20-V.en.txt: its sha256 is" in done.err


HEAD = "Статья 1.\n1. В Закон Республики Казахстан от 1 марта 2010 года «О садах»:\n"
PIECES = (
    "1. ", "1) ", "«", "»", '"', "Статья 2. ", "\n", "в статье 1:\n", "слова «а» исключить;\n", "«а\n",
    "1. В Закон «", ":", "за исключением ", ", который ", "и ",
    "пункта 1 статьи 1, который вводится в действие с 1 января 2015 года, и ",
)  # fmt: skip
ENFORCED = "Статья 2. Настоящий Закон вводится в действие с 1 июня 2012 года, за исключением "


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_hostile_laws(piece: str) -> None:
    """Ten times the text takes no more than some twenty times as long; a square would be a hundred."""

    def read(text: str) -> None:
        law = read_law_text(text)
        read_enforcement(law, RUSSIAN)
        for part in law.parts:
            for _ in orders_of_part(part, RUSSIAN):
                pass

    for before in (
        HEAD,
        f"{HEAD}Статья 2. Настоящий Закон вводится в действие с 1 июня 2012 года, за исключением ",
    ):
        long, short = (before + piece * (size // len(piece)) for size in (SIGNS, SIGNS // 10))
        assert seconds(read, long) < 0.3 + 20 * max(seconds(read, short), 0.001)


def test_an_exception_that_cannot_be_read() -> None:
    """Then nothing exact is said of any day: only that the article tells it."""
    law = read_law_text(
        HEAD + "1) статью 1 исключить.\nСтатья 2. Настоящий Закон вводится в действие с 1 июня 2012 года, за "
        "исключением того, что вводится в действие позже.\n"
    )
    told = read_enforcement(law, RUSSIAN)
    assert (str(told.clause), told.exceptions, bool(told.unread)) == ("see:art_2", (), True)


ORDER = FIXTURES / "order.ru.txt"


def test_an_order_of_numbered_items(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    """No articles, a number with the code of its ministry, a sentence excluded, an exception for an item."""
    root = gardens(tmp_path)
    done = lawdiff("import", "--amending", str(ORDER), "--corpus", str(root), "--json")
    assert done.code == 0, done.err
    (law,) = json.loads(done.out)["imported"]
    (act,) = law["acts"]
    assert (law["law"], law["language"], act["is_whole"]) == ("ҚР-ДСМ-66", "ru", True)
    assert (act["unread"], act["misfits"], law["others"]) == ([], [], [])
    assert [(one["kind"], one["target"], one["in_force"]) for one in act["effects"]] == [
        ("amend", "art_1__para_2", "2012-06-01"),
        ("repeal", "art_2__para_1__subpara_3", "2013-01-01"),
        ("amend", "art_3", "2012-06-01"),
    ]
    assert (root / ACT / "2012-05-05-66.ru.txt").read_bytes() == ORDER.read_bytes()
    shown = lawdiff(
        "show", "№ ҚР ДСМ-66", "--corpus", str(root), "--law", ACT, "--repo", str(tmp_path / "repo")
    )
    assert shown.code == 0, shown.err
    assert "item 1 2), 2012-05-05-66.ru.txt line 8" in " ".join(shown.out.split())
