"""`lawdiff import` of a page that a browser saved as one file (MHTML): the same law as in the page itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from import_files import archive

from lawdiff.law.errors import SourceError
from lawdiff.sources.importing.saved_file import read_saved_file
from lawdiff.sources.importing.saved_law import read_saved_law

PAGES = Path(__file__).parent / "fixtures/pages"


@pytest.mark.parametrize("how", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("name", ["law.mht", "law.mhtml", "law.txt"])
def test_an_archive_is_the_page_in_it(tmp_path: Path, how: str, name: str) -> None:
    page = (PAGES / "kk.html").read_bytes()
    (tmp_path / "law.html").write_bytes(page)
    (tmp_path / name).write_bytes(archive(page, how))
    alone, archived = (read_saved_law(read_saved_file(tmp_path / each)) for each in ("law.html", name))
    assert archived.text == alone.text
    assert (archived.left_out, archived.anchors) == (alone.left_out, alone.anchors)
    assert archived.file.sha256 == hashlib.sha256(archive(page, how)).hexdigest()


def test_its_part_may_declare_the_encoding(tmp_path: Path) -> None:
    page = (
        (PAGES / "ru.html").read_text("utf-8").replace('charset="windows-1251"', "").replace("charset=", "c=")
    )
    (tmp_path / "law.mht").write_bytes(
        archive(page.encode("koi8-r", "xmlcharrefreplace"), charset='; charset="koi8-r"')
    )
    law = read_saved_law(read_saved_file(tmp_path / "law.mht"))
    assert law.encoding == "koi8-r"
    assert law.text.replace("\u00a0", " ") == (PAGES / "ru.txt").read_text("utf-8")


def test_the_whole_import(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "law.mhtml").write_bytes(archive((PAGES / "kk.html").read_bytes()))
    done = lawdiff("import", str(tmp_path / "law.mhtml"), "--corpus", str(tmp_path / "corpus"), "--json")
    assert done.code == 0, done.err
    (law,) = json.loads(done.out)["imported"]
    assert law["original_sha256"] == hashlib.sha256((tmp_path / "law.mhtml").read_bytes()).hexdigest()
    assert law["url"].startswith("https://")


WHOLE = archive((PAGES / "kk.html").read_bytes())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (WHOLE[: len(WHOLE) // 2], "is cut off"),
        (WHOLE.replace(b"Content-Type: text/html\r\n", b"Content-Type: text/css\r\n"), "holds no page"),
        (WHOLE.replace(b"Transfer-Encoding: quoted-printable", b"Transfer-Encoding: uuencode"), "'uuencode'"),
        (archive(b"%PDF-1.7 x"), "a PDF"),
        (archive(b""), "empty"),
    ],
)
def test_what_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "law.mht").write_bytes(content)
    with pytest.raises(SourceError, match=said):
        read_saved_law(read_saved_file(tmp_path / "law.mht"))


def test_an_archive_in_an_archive_in_an_archive_ends(tmp_path: Path) -> None:
    """Parts in parts, a hundred deep: no recursion without a bound."""
    inner = b"x"
    for at in range(100):
        sign = f"b{at}".encode()
        head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=" + sign + b"\r\n\r\n"
        inner = head + b"--" + sign + b"\r\n" + inner + b"\r\n--" + sign + b"--\r\n"
    (tmp_path / "law.mht").write_bytes(inner)
    with pytest.raises(SourceError, match="holds no page"):
        read_saved_file(tmp_path / "law.mht")
