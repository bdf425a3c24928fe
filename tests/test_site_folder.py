"""The folder of a site: the same bytes again, written whole or not at all, and the command that writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Ran
from history_corpus import small_corpus
from whole_site import site_law, small_site

from lawdiff.site.site_folder import MANIFEST, SiteFolder, SiteFolderError
from lawdiff.site.write import write_site


def files_of(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file with its time of change and content."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return small_corpus(tmp_path / "corpus")


def build(corpus: Path, out: Path) -> int:
    """Write the site of the small corpus; how many files were written."""
    return write_site(out, corpus, [site_law(corpus, "kz/2001/10")]).written


def test_the_same_corpus_gives_the_same_bytes(corpus: Path) -> None:
    assert small_site(corpus) == small_site(corpus)


def test_a_second_run_writes_nothing(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert build(corpus, out) == len(small_site(corpus))
    before = files_of(out)
    folder = out.stat()
    assert build(corpus, out) == 0
    assert files_of(out) == before
    assert (out.stat().st_ino, out.stat().st_mtime_ns) == (folder.st_ino, folder.st_mtime_ns)


def test_only_what_changed_is_written(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(corpus, out)
    before = files_of(out)
    folder = SiteFolder(out)
    files = {name: content for name, (_, content) in before.items() if name != MANIFEST}
    changed = dict(files) | {"index.html": b"other", "new/index.html": b"new"}
    del changed["about/index.html"]
    done = folder.write(changed.items())
    assert (done.written, done.removed) == (2, 1)
    after = files_of(out)
    same = before.keys() & after.keys() - {"index.html", MANIFEST}
    assert all(before[name] == after[name] for name in same)
    assert after.keys() == (before.keys() | {"new/index.html"}) - {"about/index.html"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "out"]


def test_files_of_the_users_stay(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(corpus, out)
    (out / "CNAME").write_text("laws.example.org")
    SiteFolder(out).write([("index.html", b"other")])
    assert (out / "CNAME").read_text() == "laws.example.org"
    assert not (out / "about").exists() or not list((out / "about").iterdir())


def test_a_build_that_breaks_off_leaves_the_old_site(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(corpus, out)
    before = files_of(out)

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        SiteFolder(out).write(broken())
    assert files_of(out) == before
    assert build(corpus, out) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "out"]


def test_a_build_killed_between_the_renames_is_mended(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(corpus, out)
    before = files_of(out)
    out.rename(tmp_path / ".out.old")
    assert build(corpus, out) == 0
    assert files_of(out) == before


def test_a_folder_with_something_else_is_refused(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine")
    with pytest.raises(SiteFolderError, match=r"is not empty and holds no site of lawdiff"):
        build(corpus, out)
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]


def test_a_manifest_of_something_else_is_no_site(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / MANIFEST).write_text('{"format": "something else"}')
    with pytest.raises(SiteFolderError, match=r"holds no site"):
        build(corpus, out)


def test_a_file_and_the_corpus_are_refused(corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    with pytest.raises(SiteFolderError, match=r"is a file; name a folder"):
        build(corpus, file)
    (tmp_path / "link").symlink_to(corpus)
    for place in (corpus, corpus / "kz" / "site", tmp_path, tmp_path / "link"):
        with pytest.raises(SiteFolderError, match=r"holds the corpus or lies in it"):
            build(corpus, place)


def test_a_read_only_folder_is_refused(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everywhere, so it is asked of the system and not tried."""
    out = tmp_path / "locked" / "out"
    out.parent.mkdir()
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != out.parent)
    with pytest.raises(SiteFolderError, match=r"locked cannot be written to; give yourself access"):
        build(corpus, out)
    assert not out.exists()


# The command


def test_the_command_says_what_it_wrote(
    lawdiff: Callable[..., Ran], corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWDIFF_REPO", str(tmp_path / "history"))
    out = tmp_path / "out"
    told = lawdiff("site", str(out), "--corpus", str(corpus), "--url", "https://example.org/law/")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"{out}: the site of 1 law\n")
    content = (out / "kz/2001/10/en/art_2/2005-01-01/index.html").read_text()
    assert '<link rel="canonical" href="https://example.org/law/kz/2001/10/en/art_2/2005-01-01/">' in content
    again = lawdiff("site", str(out), "--corpus", str(corpus), "--url", "https://example.org/law", "--json")
    assert '"written": 0' in again.out


def test_the_command_refuses_in_one_sentence(lawdiff: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    told = lawdiff("site", str(tmp_path))
    assert told.code == 2
    assert told.err.startswith(f"lawdiff: {tmp_path} is not empty and holds no site of lawdiff;")
    assert told.err.count("\n") == 1


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "https://",
        "https://[",
        "javascript:1",
        "https://a.org/?law",
        "https://a.org/#law",
        "https://a b",
    ],
)
def test_an_address_that_no_page_can_follow_is_refused(
    lawdiff: Callable[..., Ran], tmp_path: Path, url: str
) -> None:
    told = lawdiff("site", str(tmp_path / "out"), "--url", url)
    assert told.code == 2
    assert told.err == f"lawdiff: {url!r} is no address of a site; write https://example.org/law.\n"
    assert not (tmp_path / "out").exists()
