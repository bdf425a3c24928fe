"""`lawdiff export`: the same answers as `asof`, whole and as files; Akoma Ntoso without a new dependency."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran, law_timelines
from history_corpus import BEES, WASPS, write_act

from lawdiff.law.timeline import EvidenceScope
from lawdiff.store.akn.reader import read_akn

Lawdiff = Callable[..., Ran]
FORMATS = ("akn", "json", "markdown", "text", "html")


@pytest.mark.parametrize("form", ["json", "markdown", "text", "html"])
@pytest.mark.parametrize("day", ["2009-01-01", "2010-12-10"])
def test_a_format_is_what_asof_prints(lawdiff: Lawdiff, form: str, day: str) -> None:
    ran = lawdiff("export", form, "--date", day)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == lawdiff("asof", day, "--format", form).out


def test_json_by_the_name_that_every_command_has(lawdiff: Lawdiff) -> None:
    assert lawdiff("export", "--json").out == lawdiff("export", "json", "--json").out
    assert json.loads(lawdiff("export", "--json").out)["provision"] is None


@pytest.mark.parametrize("form", ["markdown", "text", "html"])
def test_before_the_act_each_format_says_so(lawdiff: Lawdiff, form: str) -> None:
    ran = lawdiff("export", form, "--date", "2001-01-01")
    assert ran.code == 1
    assert "not in force yet: the act itself had not begun" in ran.out


def test_akn_is_the_document_of_the_day(lawdiff: Lawdiff) -> None:
    ran = lawdiff("export", "akn", "--date", "01.01.2012", "--evidence", "edition", "--clock", "adopted")
    assert (ran.code, ran.err) == (0, "")
    answer = read_akn(ran.out.encode()).answer
    assert (answer.day, answer.scope.value, answer.clock.value) == (
        dt.date(2012, 1, 1),
        "edition",
        "adopted",
    )


@pytest.mark.parametrize("form", FORMATS)
def test_without_a_date_it_is_the_last_day_that_is_proved(lawdiff: Lawdiff, form: str) -> None:
    horizon = law_timelines(EvidenceScope.ALL).horizon
    assert lawdiff("export", form).out == lawdiff("export", form, "--date", f"{horizon}").out


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_has_what_would_be_printed(lawdiff: Lawdiff, tmp_path: Path, form: str) -> None:
    path = tmp_path / "law"
    ran = lawdiff("export", form, "-o", str(path))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert path.read_bytes().decode() == lawdiff("export", form, "-o", "-").out
    assert [one.name for one in tmp_path.iterdir()] == ["law"]


def test_before_the_act_the_answer_is_no(lawdiff: Lawdiff, tmp_path: Path) -> None:
    path = tmp_path / "law.xml"
    assert lawdiff("export", "akn", "--date", "2001-01-01", "-o", str(path)).code == 1
    assert read_akn(path.read_bytes()).answer.day == dt.date(2001, 1, 1)
    assert lawdiff("export", "text", "--date", "2001-01-01").code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export",), "A format is missing"),
        (("export", "pdf"), "'pdf' is not one of"),
        (("export", "akn", "--json"), "two formats"),
        (("export", "akn", "--date", "2012-02-30"), "no day of the calendar"),
        (("export", "akn", "--law", "kz/1999/1"), "not in the corpus"),
        (("export", "akn", "art 99"), "no Article 99"),
    ],
)
def test_a_wrong_command_line(lawdiff: Lawdiff, arguments: tuple[str, ...], said: str) -> None:
    ran = lawdiff(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_place_that_cannot_be_written(lawdiff: Lawdiff, tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "law.xml", tmp_path):
        ran = lawdiff("export", "akn", "-o", str(path))
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert str(path) in ran.err
    assert list(tmp_path.iterdir()) == []


def test_one_law_of_several(lawdiff: Lawdiff, tmp_path: Path) -> None:
    write_act(tmp_path / "corpus", "kz/2001/10", BEES)
    write_act(tmp_path / "corpus", "kz/2001/11", WASPS)
    held = ("--corpus", str(tmp_path / "corpus"), "--repo", str(tmp_path / "repo"))
    assert "name one with --law" in lawdiff("export", "akn", *held).err
    out = lawdiff("export", "akn", "--law", "kz/2001/10", *held, "--date", "2005-06-01").out
    assert "2014.5 grams are a &lt;spoon&gt;." in out
    assert read_akn(out.encode()).answer.act == "kz/2001/10"


def test_the_same_bytes_everywhere_and_no_new_dependency(kept: Path) -> None:
    """Whatever the hash seed, locale and zone; and neither lxml nor cobalt is needed to write (R15)."""
    program = (
        "import sys; from lawdiff.cli.main import main\n"
        "try: main(sys.argv[1:])\n"
        "finally: assert not {'lxml', 'cobalt'} & sys.modules.keys()"
    )
    written = set()
    for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Almaty")):
        environment = {
            **os.environ,
            "LAWDIFF_REPO": str(kept),
            "PYTHONHASHSEED": seed,
            "LC_ALL": locale,
            "TZ": zone,
            "PYTHONPATH": str(Path(__file__).parent.parent),
        }
        ran = subprocess.run(
            [sys.executable, "-c", program, "export", "akn", "--date", "2012-01-01"],
            env=environment,
            capture_output=True,
            check=True,
        )
        written.add(ran.stdout)
    assert len(written) == 1
    assert read_akn(written.pop()).answer.act == "kz/2002/345"
