"""The documents as files: Word and LibreOffice open them, their bytes are stable, nothing is half written."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from document_law import current, proposed
from docx import Document as open_docx
from example_proposal import proposal, written

from lawdiff.drafting.documents.as_docx import as_docx
from lawdiff.drafting.documents.document import Document, Paragraph, Run, Style, paragraph, runs_of
from lawdiff.drafting.documents.documents import NAMES
from lawdiff.drafting.documents.folder import MANIFEST, write_documents
from lawdiff.history.redline import Op, Redline
from lawdiff.law.errors import UsageError


@pytest.mark.parametrize("name", NAMES)
def test_word_opens_every_document_on_a4(name: str) -> None:
    word = open_docx(io.BytesIO(written()[f"{name}.docx"]))
    section = word.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    sides = round(section.page_width.cm, 1), round(section.page_height.cm, 1)
    assert sides == ((29.7, 21.0) if name in ("comparative-table", "ledger") else (21.0, 29.7))
    assert word.core_properties.created == word.core_properties.modified
    for table in word.tables:
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find("{*}tblHeader") is not None
        assert all(row._tr.find("{*}trPr/{*}cantSplit") is not None for row in table.rows[:3])


def test_changes_are_signed_with_the_base_day() -> None:
    with zipfile.ZipFile(io.BytesIO(written()["redline.docx"])) as archive:
        body = archive.read("word/document.xml").decode()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist() == sorted(archive.namelist())
    signed = re.findall(r'<w:(?:ins|del) w:id="\d+" w:author="([^"]*)" w:date="([^"]*)"', body)
    assert len(signed) == body.count("<w:ins ") + body.count("<w:del ") > 30
    assert {author for author, _ in signed} == {"Coalition of NGOs for the rights of the child"}
    assert {time for _, time in signed} <= {"2014-07-05T12:00:00Z", "2014-07-05T12:02:00Z"}


_BUILD = """
import hashlib, sys
from example_proposal import LEDGER, documents_of, proposal
total = hashlib.sha256()
for name, content in documents_of(proposal(), LEDGER).items():
    total.update(name.encode() + content)
print(total.hexdigest())
"""


def test_the_same_proposal_gives_the_same_bytes() -> None:
    here = Path(__file__).parent
    found = set()
    for seed, zone in (("1", "Asia/Almaty"), ("2", "America/New_York")):
        world = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        run = subprocess.run(
            [sys.executable, "-c", _BUILD], cwd=here, env=world, capture_output=True, check=True
        )
        found.add(run.stdout)
    assert len(found) == 1


def test_nothing_heavy_is_loaded_before_a_document_is_written() -> None:
    code = (
        "import sys, lawdiff.drafting.documents.documents\n"
        "print([name for name in ('docx', 'lxml', 'markdown_it', 'click') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout == "[]\n"


FILES = {"bill.md": b"one", "bill.html": b"two"}


def test_documents_are_written_and_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "deep/out"
    write_documents(folder, FILES)
    (folder / "bill.md.partial").write_bytes(b"left by a run that was stopped")
    write_documents(folder, {**FILES, "bill.md": b"three"})
    assert held(folder) == {**FILES, "bill.md": b"three"}


def held(folder: Path) -> dict[str, bytes]:
    """The documents in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != MANIFEST}


def test_a_document_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "bill.md").write_bytes(b"my own bill")
    with pytest.raises(UsageError, match=r"bill\.md was not written by lawdiff, or was changed since"):
        write_documents(tmp_path, FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["bill.md"]
    assert held(tmp_path) == {"bill.md": b"my own bill"}


def test_a_document_that_was_changed_is_not_written_over(tmp_path: Path) -> None:
    write_documents(tmp_path, FILES)
    (tmp_path / "bill.html").write_bytes(b"mended by hand")
    with pytest.raises(UsageError, match=r"bill\.html was not written by lawdiff, or was changed since"):
        write_documents(tmp_path, {**FILES, "bill.md": b"three", "bill.html": b"four"})
    assert held(tmp_path) == {"bill.md": b"one", "bill.html": b"mended by hand"}
    (tmp_path / "bill.html").unlink()
    write_documents(tmp_path, {**FILES, "bill.html": b"four"})
    assert held(tmp_path) == {"bill.md": b"one", "bill.html": b"four"}


def test_a_manifest_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="was not written by lawdiff"):
        write_documents(tmp_path, FILES)


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"")
    with pytest.raises(UsageError, match=r"holds other things \(thesis.docx\)"):
        write_documents(tmp_path, FILES)
    with pytest.raises(UsageError, match="is a file"):
        write_documents(tmp_path / "thesis.docx", FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_what_cannot_be_written_leaves_the_old_documents(tmp_path: Path) -> None:
    write_documents(tmp_path, FILES)
    with pytest.raises(FileNotFoundError):
        write_documents(tmp_path, {"bill.md": b"new", "no/such/folder": b""})
    assert held(tmp_path) == FILES


SOFFICE = shutil.which("soffice")
PYTHONS = ("/usr/bin/python3", "/usr/lib/libreoffice/program/python")


def python_with_uno() -> str | None:
    """A Python that can speak to LibreOffice: Debian's, not that of a virtual environment."""
    for python in PYTHONS:
        if Path(python).exists():
            asked = subprocess.run([python, "-c", "import uno"], capture_output=True)
            if asked.returncode == 0:
                return python
    return None


def read_by_libreoffice(tmp_path: Path, *files: Path) -> Any:
    """Every file as LibreOffice opens it, and after it has accepted or rejected all changes."""
    python = python_with_uno()
    if SOFFICE is None or python is None:
        assert os.environ.get("CI") != "true", "CI needs soffice and python3-uno"
        pytest.skip("needs LibreOffice: apt-get install libreoffice-writer python3-uno")
    script = Path(__file__).parent / "libreoffice_changes.py"
    command = [python, str(script), SOFFICE, str(tmp_path / "profile"), *map(str, files)]
    run = subprocess.run(command, capture_output=True, check=True, timeout=300)
    return json.loads(run.stdout)


@pytest.mark.slow
def test_libreoffice_accepts_and_rejects_the_changes(tmp_path: Path) -> None:
    write_documents(tmp_path / "out", written())
    read = read_by_libreoffice(tmp_path, *(tmp_path / f"out/{name}.docx" for name in NAMES))
    redline = {
        done: [words for style, words in lines if style in ("Law heading", "Law text")]
        for done, lines in read["redline.docx"].items()
    }
    assert redline["accepted"] == proposed()
    assert redline["rejected"] == current()
    assert all(read["redline.docx"][done][-1][0] == "Remark" for done in ("accepted", "rejected"))
    assert read["comparative-table.docx"]["opened"][-1:] == [["table", "19 rows, True"]]
    assert all(read[f"{name}.docx"]["opened"][0][0] for name in NAMES)


# Every way in which a paragraph can change: its pieces, and whether it comes or goes as a whole.
WAYS: tuple[tuple[Redline, Op], ...] = (
    (((Op.EQUAL, "same"),), Op.EQUAL),
    (((Op.EQUAL, "same "), (Op.INSERT, "new")), Op.EQUAL),
    (((Op.EQUAL, "same "), (Op.DELETE, "old")), Op.EQUAL),
    (((Op.INSERT, "new "), (Op.EQUAL, "same")), Op.EQUAL),
    (((Op.DELETE, "old "), (Op.EQUAL, "same")), Op.EQUAL),
    (((Op.DELETE, "old"), (Op.INSERT, "new")), Op.EQUAL),
    (((Op.INSERT, "new"),), Op.INSERT),
    (((Op.DELETE, "old"),), Op.DELETE),
)


@pytest.mark.slow
@pytest.mark.parametrize("has_remarks", [False, True], ids=["passages", "passages and remarks"])
def test_no_change_runs_over_into_the_next_paragraph(tmp_path: Path, has_remarks: bool) -> None:
    kept = Paragraph((Run("kept"),), Style.LAW)
    blocks = [kept]
    for ways in product(WAYS, repeat=2):
        for pieces, op in ways:
            blocks.append(Paragraph(runs_of(pieces), Style.LAW, op=op))
            blocks += [paragraph("[remark]", Style.ASIDE)] if has_remarks else []
        blocks.append(kept)
    day = proposal().file.base
    document = Document("T", "en", "A", day, tuple(blocks), tracks_changes=True)
    (tmp_path / "ways.docx").write_bytes(as_docx(document))
    read = read_by_libreoffice(tmp_path, tmp_path / "ways.docx")["ways.docx"]
    for done, gone in (("accepted", Op.DELETE), ("rejected", Op.INSERT)):
        expected = [
            "".join(run.text for run in block.runs if run.op is not gone)
            for block in blocks
            if block.op is not gone and block.style is Style.LAW
        ]
        assert [words for style, words in read[done] if style == "Law text"] == expected
        assert sum(words == "[remark]" for _, words in read[done]) == (128 if has_remarks else 0)
