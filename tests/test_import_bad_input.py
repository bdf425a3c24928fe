"""Files that are no law, or not whole, or made to hurt: one sentence, exit code 3, the corpus untouched."""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ACT, Ran
from docx import Document
from processor_time import least_seconds

from lawdiff.sources.corpus import corpus_root
from lawdiff.sources.importing.saved_file import MAX_FILE, SavedFile
from lawdiff.sources.importing.saved_law import read_saved_law

Lawdiff = Callable[..., Ran]
PAGE = (Path(__file__).parent / "fixtures/pages/kk.html").read_bytes()
TEXT = (corpus_root() / ACT / "en.txt").read_bytes()
RUSSIAN = (Path(__file__).parent / "fixtures/pages/ru.txt").read_bytes()
KAZAKH = (Path(__file__).parent / "fixtures/pages/kk.txt").read_bytes()
LAUGHS = b"".join(
    b'<!ENTITY a%d "%s">' % (level, b"&a%d;" % (level - 1) * 10 if level else b"lol") for level in range(10)
)


def docx() -> bytes:
    document, out = Document(), io.BytesIO()
    document.add_paragraph("Article 1. Bread")
    document.save(out)
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("law.txt", TEXT)
    return out.getvalue()


BAD = {
    # what: (content, words that the sentence has)
    "empty": (b"", "empty"),
    "white space": (b"\n \r\n\t\n", "empty"),
    "a mark alone": (b"\xef\xbb\xbf", "empty"),
    "nothing but zeros": (b"\x00" * 5000, "empty"),
    "no law": (b"Dear Sir,\n\nthank you for your letter.\n", "no article"),
    "a page without a law": (b"<html><body><h1>News</h1><p>Rain.</p></body></html>", "no article"),
    "a login page": (
        b"<html><body><form><input name=u><input type=password name=p></form></body></html>",
        "login page",
    ),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "a PDF"),
    "a ZIP archive": (archive(), "ZIP"),
    "a Word document": (docx(), "Word"),
    "an old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, "Word"),
    "rich text": (b"{\\rtf1\\ansi Article 1. Bread}", "RTF"),
    "an archive of a page, cut off": (
        b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n",
        "MHTML",
    ),
    "a page that is cut off": (PAGE.partition("Наубайхана".encode())[0], "cut off"),
    "a page that is cut off within a letter": (PAGE.partition("Наубайхана".encode())[0] + b"\xd0", "cut off"),
    "two languages in one": (RUSSIAN + b"\n" + KAZAKH, "several languages"),
    "binary": (bytes(range(256)) * 40, "no text"),
    "binary with a declaration": (b"<html><meta charset=utf-8>" + bytes(range(256)) * 40, "is not utf-8"),
    "zeros in a text": (TEXT.replace(b" ", b"\x00", 5), "0x00"),
    "an encoding that is not declared": (
        RUSSIAN.decode().encode("windows-1251", "replace"),
        "--encoding windows-1251",
    ),
    "half a letter": (PAGE.replace("а".encode(), b"\xd0", 1), "not utf-8"),
    "an encoding that is none of text": (
        b"<html><meta charset=rot13><p>\xff</p></html>",
        "no encoding that lawdiff reads",
    ),
    "laughing entities": (
        b"<!DOCTYPE html [" + LAUGHS + b"]><html><body><p>&a9;</p></body></html>",
        "no article",
    ),
    "elements in elements": (b"<html><body>" + b"<div><b>" * 200_000 + b"x</body></html>", "no article"),
    "a million attributes": (
        b"<html><body><p " + b" ".join(b"a%d=1" % at for at in range(1_000_000)) + b">x</p></body></html>",
        "no article",
    ),
    "tables in tables": (b"<html><body>" + b"<table><tr><td>" * 100_000 + b"</body></html>", "no article"),
    "open tags without end": (b"<html>" + b'<p a="' * 500_000 + b"</html>", "no article"),
    "a large file": (b"x" * (MAX_FILE + 1), "40,000,000"),
    "a large text": (TEXT + b"      More.\n" * 1_800_000, "more than any law has"),
}


def refused(lawdiff: Lawdiff, path: Path, hint: str) -> None:
    """The file is refused with one sentence that has the hint, and in bounded time; nothing is left."""
    corpus = path.parent / "corpus"
    started = time.process_time()
    ran = lawdiff("import", str(path), "--corpus", str(corpus))
    assert time.process_time() - started < 20
    assert (ran.code, ran.out) == (3, "")
    assert hint in ran.err, ran.err
    assert str(path) in ran.err
    assert ran.err.count("\n") == 1
    assert ran.err[:-1].isprintable()
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name]


@pytest.mark.parametrize("what", BAD)
def test_files_that_are_refused(lawdiff: Lawdiff, tmp_path: Path, what: str) -> None:
    content, hint = BAD[what]
    (tmp_path / "law").write_bytes(content)
    refused(lawdiff, tmp_path / "law", hint)


def test_what_is_no_file(lawdiff: Lawdiff, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "law.html").mkdir()
    refused(lawdiff, tmp_path / "folder" / "law.html", "a folder")
    (tmp_path / "pipes").mkdir()
    os.mkfifo(tmp_path / "pipes" / "pipe")  # nobody writes into it: reading would wait for ever
    refused(lawdiff, tmp_path / "pipes" / "pipe", "a pipe")
    ran = lawdiff("import", "/dev/zero", "--corpus", str(tmp_path / "corpus"))
    assert (ran.code, "a device" in ran.err) == (3, True)
    ran = lawdiff("import", str(tmp_path / "nowhere.html"), "--corpus", str(tmp_path / "corpus"))
    assert (ran.code, "No such file" in ran.err) == (3, True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read(lawdiff: Lawdiff, tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_bytes(TEXT)
    (tmp_path / "law.txt").chmod(0)
    refused(lawdiff, tmp_path / "law.txt", "Permission denied")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_corpus_that_may_not_be_written(lawdiff: Lawdiff, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir(mode=0o500)
    ran = lawdiff("import", str(corpus_root() / ACT / "en.txt"), "--corpus", str(tmp_path / "corpus"))
    assert (ran.code, "cannot be written" in ran.err) == (3, True)
    assert list((tmp_path / "corpus").iterdir()) == []


def test_a_file_in_the_place_of_the_corpus(lawdiff: Lawdiff, tmp_path: Path) -> None:
    (tmp_path / "corpus").write_text("mine", "utf-8")
    for place in ("corpus", "corpus/inside"):
        ran = lawdiff("import", str(corpus_root() / ACT / "en.txt"), "--corpus", str(tmp_path / place))
        assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1), ran
    assert (tmp_path / "corpus").read_text("utf-8") == "mine"


def test_rows_that_cannot_be_added_to(lawdiff: Lawdiff, tmp_path: Path) -> None:
    """A register that lists its laws in one list: nothing is written, and the file is named as it lies."""
    folder = tmp_path / "corpus" / ACT
    folder.mkdir(parents=True)
    (folder / "en.txt").write_bytes(TEXT)
    assert lawdiff("import", str(folder / "en.txt"), "--corpus", str(tmp_path / "corpus")).code == 0
    (folder / "laws.toml").write_text(
        'law = [ { number = "13", adopted = 2004-12-20, source = "note" } ]\n', "utf-8"
    )
    (tmp_path / "later.txt").write_bytes(TEXT.replace(b"05.07.2014 No. 236-V", b"05.07.2015 No. 236-V"))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ran = lawdiff("import", str(tmp_path / "later.txt"), "--corpus", str(tmp_path / "corpus"))
    assert (ran.code, ran.out) == (3, "")
    assert f"{folder}/laws.toml" in ran.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


# --- time


def law_with(articles: int, notes: int) -> bytes:
    """A page with so many articles, each with so many notes."""
    note = "<p class='note'>Footnote. Article {0} as amended by the Law dated 01.02.2010 No. {1}-IV.</p>"
    body = "".join(
        f"<h3>Article {at}. Bread {at}</h3><p>1. It shall be baked.</p>"
        + "".join(note.format(at, 1 + (at * notes + each) % 900) for each in range(notes))
        for at in range(1, articles + 1)
    )
    named = "Law of the Republic of Kazakhstan dated 5 May 2005 No. 50"
    return f"<html><body><h1>On bread</h1><p>{named}</p><div>{body}</div></body></html>".encode()


def least_time(content: bytes) -> float:
    return least_seconds(lambda: read_saved_law(SavedFile(Path("law.html"), content)))


def test_a_page_is_read_in_time_proportional_to_its_length() -> None:
    """Eight times the page takes about eight times the time; were it quadratic, sixty-four times."""
    assert least_time(law_with(800, 5)) < 24 * max(least_time(law_with(100, 5)), 0.01)


@pytest.mark.slow
@pytest.mark.parametrize(("articles", "notes"), [(5000, 20)])
def test_a_law_with_a_hundred_thousand_notes(
    lawdiff: Lawdiff, tmp_path: Path, articles: int, notes: int
) -> None:
    """Read, checked and written; its 10 MB take a minute or two of processor time."""
    (tmp_path / "law.html").write_bytes(law_with(articles, notes))
    started = time.process_time()
    ran = lawdiff("import", str(tmp_path / "law.html"), "--corpus", str(tmp_path / "corpus"), "--json")
    assert ran.code == 0, ran.err
    assert time.process_time() - started < 600


def test_a_page_of_twenty_megabytes(lawdiff: Lawdiff, tmp_path: Path) -> None:
    """Mostly pictures inside the page, as a browser saves them: the law in it is read."""
    picture = b"<img src='data:image/png;base64," + b"A" * 20_000_000 + b"'>"
    (tmp_path / "law.html").write_bytes(PAGE.replace(b"<body>", b"<body>" + picture))
    assert lawdiff("import", str(tmp_path / "law.html"), "--corpus", str(tmp_path / "corpus")).code == 0
