"""Bad input gives one clear sentence and the right exit code, never a traceback (DESIGN section 8)."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ACT, Ran

from lawdiff.sources.corpus import corpus_root

Lawdiff = Callable[..., Ran]


def one_sentence(ran: Ran, code: int) -> str:
    """The message, checked to be a single line that begins with our name, with nothing printed."""
    assert ran.code == code, ran
    assert ran.out == ""
    assert ran.err.startswith("lawdiff: ")
    assert ran.err.count("\n") == 1, ran.err
    assert "Traceback" not in ran.err
    assert len(ran.err) < 500
    return ran.err


# --- the command line: exit code 2

WRONG = [
    (("asof", "yesterday"), "2012-01-01"),
    (("asof", "2012-13-01"), "2012-13-01"),
    (("asof", "2012-02-30"), "2012-02-30"),
    (("asof", "2012-2-3"), "2012-2-3"),
    (("asof", "32.01.2012"), "32.01.2012"),
    (("asof", "01/02/2012"), "01/02/2012"),
    (("asof", "0000-00-00"), "0000-00-00"),
    (("asof", ""), "''"),
    (("asof", "2012-01-01\n"), "2012"),
    (("asof", "٢٠١٢-٠١-٠١"), ""),
    (("asof", "x" * 10_000), "xxx"),
    (("asof",), "DATE"),
    (("asof", "2012-01-01", "art 99"), "art 53"),
    (("asof", "2012-01-01", "art 7 para 9"), "art 7 para"),
    (("asof", "2012-01-01", "chapter 99"), "chapter"),
    (("asof", "2012-01-01", "banana"), "banana"),
    (("asof", "2012-01-01", "../../x"), ""),
    (("asof", "2012-01-01", "\x1b[31mart 7"), ""),
    (("asof", "2012-01-01", "art 9..7"), "backwards"),
    (("asof", "2012-01-01", "art " + "7" * 5000), ""),
    (("asof", "2012-01-01", "art 7", "--law", "kz/2002/346"), "kz/2002/345"),
    (("asof", "2012-01-01", "--law", "../../x"), "country/year/number"),
    (("asof", "2012-01-01", "--law=--output=x"), "country/year/number"),
    (("asof", "2012-01-01", "--law", "kz/2002/345/../345"), "country/year/number"),
    (("asof", "2012-01-01", "--law", ""), "country/year/number"),
    (("asof", "2012-01-01", "--format", "pdf"), "markdown"),
    (("asof", "2012-01-01", "--clock", "sequence"), "adopted"),
    (("asof", "2012-01-01", "--corpus", "/nowhere"), "/nowhere"),
    (("diff", "2012-01-01"), "DATE"),
    (("diff", "2012-01-01", "art 7"), "art 7"),
    (("log", "art 99"), "art 53"),
    (("blame", "art 7", "--on", "soon"), "soon"),
    (("pending", "--on", "soon"), "soon"),
    (("show",), "LAW"),
    (("show", "354"), "354-IV"),
    (("show", "999-V"), "999-V"),
    (("show", ""), "lawdiff laws"),
    (("show", "--output=x"), "--output"),
    (("show", "--", "--output=x"), "--output=x"),
    (("show", "../../x"), "../../x"),
    (("show", "\x1b]0;x\x07"), ""),
    (("check", "--law", "../../x"), "country/year/number"),
    (("check", "--law", "kz/2002/346"), "kz/2002/345"),
    (("as-of", "2012-01-01"), "asof"),
    (("frobnicate",), "--help"),
    (("--frobnicate",), "--frobnicate"),
]


@pytest.mark.parametrize(("arguments", "hint"), WRONG, ids=[" ".join(each)[:40] for each, _ in WRONG])
def test_wrong_command_line(lawdiff: Lawdiff, arguments: tuple[str, ...], hint: str) -> None:
    said = one_sentence(lawdiff(*arguments), 2)
    assert hint in said
    assert said[:-1].isprintable()


def test_a_day_before_the_enactment_is_an_answer(lawdiff: Lawdiff) -> None:
    for day in ("2001-01-01", "0001-01-01"):
        ran = lawdiff("asof", day, "art 7")
        assert (ran.code, ran.err) == (1, "")
        assert "not in force yet" in ran.out
    assert lawdiff("asof", "9999-12-31", "art 3").code == 0


# --- the corpus: exit code 3


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the corpus that a test may spoil."""
    return Path(shutil.copytree(corpus_root(), tmp_path / "corpus"))


def edition(corpus: Path, content: bytes) -> None:
    """Put another text in, registered with its sum."""
    folder = corpus / ACT
    (folder / "en.txt").write_bytes(content)
    act = (folder / "act.toml").read_text("utf-8")
    digest = hashlib.sha256(content).hexdigest()
    (folder / "act.toml").write_text(re.sub(r'sha256 = "\w+"', f'sha256 = "{digest}"', act), "utf-8")


TEXT = (corpus_root() / ACT / "en.txt").read_bytes()
TEXTS = {
    "not UTF-8": (TEXT.replace(b"child", b"ch\xffld", 1), "UTF-8"),
    "UTF-16": (TEXT.decode().encode("utf-16"), "UTF-8"),
    "empty": (b"", "article"),
    "white space": (b"\n \n\n", "article"),
    "no articles": (b"Once upon a time\n\nthere was a law.\n", "article"),
    "binary": (bytes(range(256)) * 20, "UTF-8"),
    "50 MB": (TEXT + b"      More.\n" * 4_500_000, "20,000,000"),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_texts_that_cannot_be_read(lawdiff: Lawdiff, corpus: Path, tmp_path: Path, kind: str) -> None:
    content, hint = TEXTS[kind]
    edition(corpus, content)
    asked = ("--corpus", str(corpus), "--repo", str(tmp_path / "repo"))
    said = one_sentence(lawdiff("asof", "2012-01-01", "art 7", *asked), 3)
    assert "en.txt" in said
    assert hint in said
    assert "en.txt" in lawdiff("check", "--corpus", str(corpus)).err
    assert not list((tmp_path / "repo").rglob("*.json"))  # nothing half-written


@pytest.mark.parametrize("kept_bytes", [20_000, 45_678])
def test_a_truncated_text(lawdiff: Lawdiff, corpus: Path, tmp_path: Path, kept_bytes: int) -> None:
    """The sum tells that it is not the registered text; registered as it is, it is read as far as it goes."""
    (corpus / ACT / "en.txt").write_bytes(TEXT[:kept_bytes])
    asked = ("--corpus", str(corpus), "--repo", str(tmp_path / "repo"))
    assert "sha256" in one_sentence(lawdiff("asof", "2012-01-01", "art 3", *asked), 3)
    edition(corpus, TEXT[:kept_bytes].decode("utf-8", "ignore").encode())
    assert lawdiff("asof", "2012-01-01", "art 3", *asked).code in (0, 3)
    assert "Traceback" not in lawdiff("check", "--corpus", str(corpus)).err


def spoilt_toml(name: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return spoil


BROKEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "act.toml is not TOML": (spoilt_toml("act.toml", "[titles]", "[titles"), "act.toml:"),
    "laws.toml is not TOML": (spoilt_toml("laws.toml", "[[law]]", "[[law]"), "laws.toml:"),
    "facts.toml is not TOML": (spoilt_toml("facts.toml", "[[effect]]", "[[effect"), "facts.toml:"),
    "glossary.toml is not TOML": (spoilt_toml("glossary.toml", "[[term]]", "term"), "glossary.toml:"),
    "a day that is none": (spoilt_toml("act.toml", "2002-08-08", '"8 August"'), "act.toml"),
    "a clause that is none": (spoilt_toml("laws.toml", '"from:2005-01-01"', '"soon"'), "laws.toml"),
    "another id": (spoilt_toml("act.toml", 'id = "kz/2002/345"', 'id = "kz/2002/346"'), "act.toml"),
    "an id like an option": (spoilt_toml("act.toml", 'id = "kz/2002/345"', 'id = "--output=x"'), "act.toml"),
    "a file outside": (spoilt_toml("act.toml", '"en.txt"', '"../../../../etc/passwd"'), "act.toml"),
    "a file like an option": (spoilt_toml("act.toml", '"en.txt"', '"--upload-pack=x"'), "act.toml"),
    "no text": (lambda folder: (folder / "en.txt").unlink(), "en.txt"),
    "a folder for a text": (lambda folder: _folder_for_file(folder / "en.txt"), "en.txt"),
    "no edition": (spoilt_toml("act.toml", "[[edition]]", "[[editions]]"), "act.toml"),
    "not UTF-8": (lambda folder: _bytes(folder / "laws.toml", b"\xff\xfe"), "laws.toml"),
}


def _bytes(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _folder_for_file(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_corpus(lawdiff: Lawdiff, corpus: Path, tmp_path: Path, kind: str) -> None:
    spoil, hint = BROKEN[kind]
    spoil(corpus / ACT)
    asked = ("--corpus", str(corpus), "--repo", str(tmp_path / "repo"))
    assert hint in one_sentence(lawdiff("asof", "2012-01-01", "art 7", *asked), 3)
    assert hint in one_sentence(lawdiff("laws", *asked), 3)
    ran = lawdiff("check", "--corpus", str(corpus))
    assert (ran.code, ran.out) == (3, "")
    assert hint in ran.err
    said = one_sentence(lawdiff("build", str(tmp_path / "built"), "--corpus", str(corpus)), 3)
    assert hint in said


def test_an_empty_corpus(lawdiff: Lawdiff, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    for command in (("asof", "2012-01-01"), ("laws",), ("check",)):
        assert "holds no law" in one_sentence(lawdiff(*command, "--corpus", str(tmp_path / "corpus")), 2)


def test_several_laws(lawdiff: Lawdiff, corpus: Path, tmp_path: Path) -> None:
    other = corpus / "kz/2003/1-II"
    shutil.copytree(corpus / ACT, other)
    act = (other / "act.toml").read_text("utf-8").replace('"kz/2002/345"', '"kz/2003/1-II"')
    (other / "act.toml").write_text(act, "utf-8")
    asked = ("--corpus", str(corpus), "--repo", str(tmp_path / "repo"))
    said = one_sentence(lawdiff("asof", "2012-01-01", "art 3", *asked), 2)
    assert "kz/2002/345, kz/2003/1-II" in said
    assert lawdiff("asof", "2012-01-01", "art 3", "--law", "kz/2003/1-II", *asked).code == 0


# --- the repository: exit code 3


def test_a_folder_that_is_not_ours(lawdiff: Lawdiff, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    one_sentence(lawdiff("build", str(tmp_path)), 3)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    one_sentence(lawdiff("verify", str(tmp_path)), 3)


def test_a_file_in_the_place_of_the_repository(lawdiff: Lawdiff, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    one_sentence(lawdiff("build", str(tmp_path / "file")), 3)
    assert (tmp_path / "file").read_text("utf-8") == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(lawdiff: Lawdiff, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    one_sentence(lawdiff("build", str(tmp_path / "locked/history")), 3)
