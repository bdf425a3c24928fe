"""Files for the importer that nobody would save: real pages and texts cut, shuffled and filled with markup.

Run it for more cases than the tests draw: `python tests/import_files.py 600` goes on for ten minutes.
"""

from __future__ import annotations

import base64
import io
import json
import quopri
import random
import sys
import tempfile
import time
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from lawdiff.cli.main import main
from lawdiff.sources.corpus import act_ids, corpus_root, read_act
from lawdiff.sources.edition_text import read_edition_file

FIXTURES = Path(__file__).parent / "fixtures"
SIGN = "----MultipartBoundary--Qw3rTy----"
PICTURE = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(range(64)))


def archive(
    page: bytes, how: str = "quoted-printable", charset: str = "", address: str = "https://a.kz/b"
) -> bytes:
    """The page as Chromium saves it, with a picture behind it."""
    written = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(how, bytes)(page)
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nSubject: =?utf-8?Q?=D0=9E?=\r\n"
        "Date: Thu, 26 Nov 2026 12:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        f'\ttype="text/html";\r\n\tboundary="{SIGN}"\r\n\r\n\r\n--{SIGN}\r\n'
        f"Content-Type: text/html{charset}\r\n"
        "Content-ID: <frame-1@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: {how}\r\nContent-Location: {address}\r\n\r\n"
    )
    tail = (
        f"\r\n--{SIGN}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://a.kz/c.png\r\n\r\n"
    )
    return head.encode() + written + tail.encode() + PICTURE + f"\r\n--{SIGN}--\r\n".encode()


BASES = (
    *(path.read_bytes() for path in sorted((FIXTURES / "pages").iterdir())),
    *(path.read_bytes() for path in sorted((FIXTURES / "acts").glob("*.txt"))),
    (corpus_root() / "kz/2002/345/en.txt").read_bytes(),
    archive((FIXTURES / "pages/kk.html").read_bytes()),
)
PIECES: tuple[bytes, ...] = tuple(
    str(piece).encode() for piece in json.loads((FIXTURES / "import_pieces.json").read_text("utf-8"))
)
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-16", "windows-1251", "koi8-r", "utf-8-sig", "utf-16-le")


@dataclass(frozen=True)
class Told:
    """What the command line said and left."""

    code: object
    out: str
    err: str


def spoilt(chance: random.Random) -> bytes:
    """A file made of one that is good."""
    content = chance.choice(BASES)
    for _ in range(chance.choice((0, 1, 1, 2, 3, 8, 40))):
        content = _once(content, chance)
    encoding = chance.choice(ENCODINGS)
    if encoding != "utf-8":
        content = content.decode("utf-8", "replace").encode(encoding, "xmlcharrefreplace")
    return content[: chance.randrange(len(content) + 1)] if chance.random() < 0.1 else content


def _once(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    length = chance.choice((0, 0, 1, 10, 200, 5000))
    piece = content[start : start + length]
    match chance.randrange(6):
        case 0:
            return content[:start] + content[start + length :]
        case 1:
            return content[:start] + piece * chance.choice((2, 3, 20)) + content[start + length :]
        case 2:
            place = chance.randrange(len(content) + 1)
            return content[:place] + piece + content[place:]
        case 3:
            return content[:start] + chance.choice(PIECES) * chance.choice((1, 1, 2, 50)) + content[start:]
        case 4:
            return content[:start] + chance.randbytes(min(length, 4)) + content[start:]
        case _:
            lines = content.split(b"\n")
            at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
            return b"\n".join(lines)


def imported(path: Path, corpus: Path, *options: str) -> Told:
    """`lawdiff import` of the file. An error that is not said in a sentence comes out of here."""
    return _ran("import", str(path), "--corpus", str(corpus), *options)


def _ran(*arguments: str) -> Told:
    out, err = io.StringIO(), io.StringIO()
    code: object = None
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main(arguments)
        except SystemExit as left:
            code = left.code or 0
    return Told(code, out.getvalue(), err.getvalue())


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def must_hold(content: bytes, folder: Path) -> int:
    """Import a file into a corpus that has a law, and check what holds of every file. Gives the exit code."""
    corpus, path = folder / "corpus", folder / "law"
    path.write_bytes(content)
    before = files(corpus)
    told = imported(path, corpus)
    assert told.code in (0, 2, 3), told
    if told.code:
        assert (told.out, told.err.count("\n")) == ("", 1), told
        assert told.err[:-1].isprintable(), told
        assert files(corpus) == before
        return int(str(told.code))
    assert told.err == ""
    after = files(corpus)
    assert all(name.startswith(".") or after[name].startswith(was) for name, was in before.items())
    for act_id in act_ids(corpus):
        for file in read_act(corpus, act_id).editions:
            edition = read_edition_file(file.path, act_id, file.language)
            assert edition.printed() == file.read()
    assert _ran("check", "--corpus", str(corpus)).code in (0, 1)
    again = imported(path, corpus)
    assert (again.code, "nothing was written" in again.out) == (0, True), again
    assert files(corpus) == after
    return 0


def fresh_corpus(folder: Path) -> None:
    """A corpus with one law in it, to be left alone or added to."""
    told = imported(FIXTURES / "acts/ru.txt", folder / "corpus")
    assert told.code == 0, told


def _many(seconds: float, seed: int) -> None:
    codes: dict[int, int] = {}
    until, case, slowest = time.monotonic() + seconds, seed, 0.0
    while time.monotonic() < until:
        content = spoilt(random.Random(case))
        with tempfile.TemporaryDirectory() as name:
            fresh_corpus(Path(name))
            started = time.process_time()
            try:
                code = must_hold(content, Path(name))
            except BaseException:
                Path(f"case-{case}").write_bytes(content)
                print(f"case {case} (written to case-{case}):", file=sys.stderr)
                raise
            slowest = max(slowest, time.process_time() - started)
        codes[code] = codes.get(code, 0) + 1
        case += 1
    print(f"{case - seed} cases, exit codes {codes}, the slowest took {slowest:.1f} s")


if __name__ == "__main__":
    _many(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
