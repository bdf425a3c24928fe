"""`lawdiff serve`: the right file under the right type, nothing else, and an end at Ctrl-C."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import Ran
from history_corpus import BEES, small_corpus, write_act

from lawdiff.site.server import find, server_of

Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one file of each kind that matters, and a secret beside it."""
    place = tmp_path / "site"
    (place / "law/art 1").mkdir(parents=True)
    (place / "empty").mkdir()
    (place / "index.html").write_text("<p>first</p>")
    (place / "law/art 1/index.html").write_text("<p>article</p>")
    for name in ("a.akn", "a.xml", "a.link", "a.atom", "a.js", "a.json", "a.css", "a.svg", "a.docx", "a.bin"):
        (place / name).write_bytes(b"content")
    (place / ".hidden").write_text("secret")
    (tmp_path / "secret.txt").write_text("secret")
    (place / "out.txt").symlink_to(tmp_path / "secret.txt")
    return place


@contextmanager
def served(folder: Path) -> Iterator[Callable[..., Answer]]:
    """Asks a server of the folder, with the path exactly as given."""
    with server_of(folder, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()

        def ask(path: str, method: str = "GET", host: str = "127.0.0.1") -> Answer:
            return asked(server.server_port, path, method, host)

        yield ask
        server.shutdown()


def asked(port: int, path: str, method: str = "GET", host: str = "127.0.0.1") -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", f"{host}:{port}")
    connection.endheaders()
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("a.akn", "application/akn+xml"),  # registered by OASIS
        ("a.xml", "application/xml"),
        ("a.link", "application/link-format"),  # RFC 6690
        ("a.atom", "application/atom+xml"),  # RFC 4287
        ("a.js", "text/javascript; charset=utf-8"),  # RFC 9239
        ("a.json", "application/json"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.svg", "image/svg+xml"),
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.bin", "application/octet-stream"),
    ],
)
def test_each_file_has_its_type(folder: Path, name: str, kind: str) -> None:
    with served(folder) as ask:
        status, headers, content = ask(f"/{name}")
    assert (status, headers["Content-Type"]) == (200, kind)
    assert content == (folder / name).read_bytes()
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_folder_is_its_index(folder: Path) -> None:
    with served(folder) as ask:
        assert ask("/")[2] == b"<p>first</p>"
        assert ask("/law/art%201/?day=1")[2] == b"<p>article</p>"
        status, headers, _ = ask("/law/art%201")
        assert (status, headers["Location"]) == (301, "/law/art%201/")
        assert ask("/empty/")[0] == 404
        assert ask("/law/")[0] == 404  # folders are not listed


def test_a_head_has_no_body(folder: Path) -> None:
    with served(folder) as ask:
        status, headers, content = ask("/index.html", "HEAD")
        assert (status, headers["Content-Length"], content) == (200, "12", b"")
        assert ask("/index.html", "POST")[0] == 501


def test_what_is_not_there_says_so(folder: Path) -> None:
    with served(folder) as ask:
        status, headers, content = ask("/law/9999-01-01/")
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert b"<h1>There is no such page</h1>" in content


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/law/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%5csecret.txt",
        "/..\\secret.txt",
        "/.hidden",
        "/out.txt",  # a link that leads out
        "/a.bin%00.html",
        "//etc/passwd",
        "/a.bin/",
    ],
)
def test_nothing_outside_is_shown(folder: Path, path: str) -> None:
    with served(folder) as ask:
        status, _, content = ask(path)
    assert status in (301, 404) or path == "/a.bin/"
    assert b"secret" not in content
    found = find(folder, path)
    assert found is None or found.file == folder / "a.bin"


def test_a_page_from_elsewhere_learns_nothing(folder: Path) -> None:
    """A name of the attacker's that leads to 127.0.0.1 makes the browser think it the attacker's site."""
    with served(folder) as ask:
        assert ask("/", host="evil.example")[0] == 403
        assert ask("/", host="localhost")[0] == 200
        assert b"first" not in ask("/", host="127.0.0.1.evil.example")[2]


def test_a_redirect_stays_here(folder: Path) -> None:
    (folder / "evil.example").mkdir()
    with served(folder) as ask:
        assert ask("//evil.example")[1].get("Location", "") in ("", "/evil.example/")


def test_a_site_that_changes_places_is_waited_for(folder: Path) -> None:
    with served(folder) as ask:
        folder.rename(folder.with_name("elsewhere"))
        threading.Timer(0.3, lambda: folder.with_name("elsewhere").rename(folder)).start()
        assert ask("/")[0] == 200


@contextmanager
def command(*arguments: str, corpus: Path, repo: Path) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "LAWDIFF_REPO": str(repo), "LAWDIFF_CORPUS": str(corpus)}
    script = "import sys; from lawdiff.cli.main import main; main(sys.argv[1:])"
    with subprocess.Popen(
        [sys.executable, "-c", script, "serve", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_it_serves_until_it_is_stopped(tmp_path: Path) -> None:
    """And builds the site again when the corpus changes; a corpus that cannot be read leaves it as it was."""
    corpus, out = small_corpus(tmp_path / "corpus"), tmp_path / "out"
    with command(str(out), "--port", "0", corpus=corpus, repo=tmp_path / "repo") as process:
        assert process.stdout
        assert process.stderr
        line = process.stdout.readline()
        assert line.startswith("The site is at http://127.0.0.1:"), process.stderr.read()
        port = int(line.rstrip("/\n").rpartition(":")[2])
        assert process.stdout.readline() == "Ctrl-C stops it.\n"
        page = "/kz/2001/10/en/search/part-1.js"  # has every wording
        assert b"Wax is sold." in asked(port, page)[2]
        write_act(corpus, "kz/2001/10", BEES.replace("Wax is sold.", "Wax is given away."))
        assert process.stdout.readline().startswith("Built again: ")
        assert b"Wax is given away." in asked(port, page)[2]
        (corpus / "kz/2001/10/act.toml").write_text("nonsense")
        assert "The site stays as it was." in process.stderr.readline()
        assert b"Wax is given away." in asked(port, page)[2]
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert process.stdout.read() == "Stopped.\n"
        assert process.stderr.read() == ""
    assert (out / "index.html").exists()


def test_a_folder_of_its_own_is_gone_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "made"))
    (tmp_path / "made").mkdir()
    corpus = small_corpus(tmp_path / "corpus")
    with command("--port", "0", corpus=corpus, repo=tmp_path / "repo") as process:
        assert process.stdout
        assert process.stdout.readline()
        assert [path.name[:13] for path in (tmp_path / "made").iterdir()] == ["lawdiff-site-"]
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
    assert list((tmp_path / "made").iterdir()) == []


def test_a_port_that_is_taken_is_said_before_anything_is_built(
    lawdiff: Callable[..., Ran], tmp_path: Path
) -> None:
    corpus = small_corpus(tmp_path / "corpus")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = lawdiff("serve", str(tmp_path / "out"), "--port", f"{port}", "--corpus", str(corpus))
    assert told.code == 2
    assert told.err.startswith(f"lawdiff: port {port} is taken; stop what uses it or name another: --port ")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_hold_it_is_refused(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path / "corpus")
    told = lawdiff("serve", str(corpus), "--port", "0", "--corpus", str(corpus))
    assert (told.code, told.out) == (2, "")
    assert "holds the corpus or lies in it" in told.err
