"""The history is the same whoever builds it and wherever, and a build that fails leaves the old one."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from history_corpus import BEES, WASPS, small_corpus, write_act

from lawdiff.law.errors import LawdiffError, SourceError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.corpus import corpus_root, read_act
from lawdiff.sources.evidence import gather
from lawdiff.store.act_workers import Task, act_parts
from lawdiff.store.build_lock import build_lock
from lawdiff.store.commit_message import sentence
from lawdiff.store.history import write_history
from lawdiff.store.names import act_folder, article_file, checked_law
from lawdiff.store.repository import build

LAWS = "--format=%(trailers:key=Law,valueonly,separator=)"
FIXTURES = Path(__file__).parent / "fixtures"
EN = "kz/2002/345/en"


def git(directory: Path, *arguments: str, **more: str) -> str:
    """What plain git prints, with the user's settings out of the way."""
    environment = {"PATH": os.environ["PATH"], "HOME": "/nowhere", "LC_ALL": "C", **more}
    done = subprocess.run(
        ["git", "-C", directory, *arguments], capture_output=True, text=True, check=True, env=environment
    )
    return done.stdout.strip()


def refs(directory: Path) -> str:
    return git(directory, "for-each-ref")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The history of the corpus that comes with lawdiff."""
    directory = tmp_path_factory.mktemp("built") / "history"
    build(directory, corpus_root(), bare=True)
    return directory


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Path]:
    """A small corpus, and its history with a work tree."""
    corpus = small_corpus(tmp_path / "corpus")
    build(tmp_path / "history", corpus)
    return corpus, tmp_path / "history"


def test_the_stream_of_a_small_history(tmp_path: Path) -> None:
    """The whole stream as text: what git is told, in the order in which it is told."""
    task = Task(small_corpus(tmp_path), EvidenceScope.ALL, read_back=True)
    stream = io.BytesIO()
    written = write_history(act_parts(task, ["kz/2001/10"]), stream, "refs/heads/")
    expected = FIXTURES / "small_history.fi"
    assert stream.getvalue().decode() == expected.read_text("utf-8")
    directory = tmp_path / "plain"
    git(tmp_path, "init", "--quiet", "--initial-branch=main", f"{directory}")
    with expected.open("rb") as file:
        subprocess.run(["git", "-C", directory, "fast-import", "--quiet", "--done"], stdin=file, check=True)
    assert git(directory, "rev-parse", "main") == written.refs["refs/heads/main"]
    assert git(directory, "rev-parse", "announced") == written.refs["refs/heads/announced"]


def test_git_finds_no_fault(built: Path) -> None:
    assert git(built, "fsck", "--strict", "--no-dangling") == ""
    assert git(built, "symbolic-ref", "HEAD") == "refs/heads/main"
    assert git(built, "commit-graph", "verify") == ""


def test_one_commit_a_law(built: Path) -> None:
    laws = git(built, "log", "--reverse", LAWS, "main").split()
    assert laws == [
        "345", "13", "40", "125", "253", "320", "176-IV", "188-IV", "185-IV", "258-IV", "354-IV", "372-IV",
        "378-IV", "452-IV", "484-IV", "517-IV", "36-V", "102-V", "111-V", "124-V", "126-V", "159-V", "175-V",
        "210-V",
    ]  # fmt: skip
    announced = git(built, "log", "--reverse", LAWS, "main..announced")
    assert announced.split() == ["227-V", "236-V"]
    assert sorted(git(built, "tag").split()) == sorted([*laws[1:], "227-V", "236-V"])
    for law in laws[1:]:
        assert git(built, "log", "-1", LAWS, law) == law


def test_what_a_commit_says(built: Path) -> None:
    assert git(built, "log", "-1", "--format=%s", "354-IV") == "Law No. 354-IV of 23 November 2010"
    trailers = git(built, "log", "-1", "--format=%(trailers)", "354-IV").splitlines()
    assert trailers[:7] == [
        "Law: 354-IV",
        "Adopted: 2010-11-23",
        "Published: unknown",
        "In-Force: 2010-12-04..2011-01-03",
        "In-Force-Basis: window",
        "Clause: after_publication:10",
        "Act: kz/2002/345",
    ]
    assert "Effect: replace art_1 (stated; footnote, en.txt line 33)" in trailers
    assert "Evidence: facts register" in trailers
    body = git(built, "log", "-1", "--format=%b", "354-IV")
    assert "On Amendments and Additions to Some Legislative Acts" in body
    assert "inserts Articles 16-1, 40-1 and\n41-1; rewords Articles 1, 2, 5, 9, 22 and 40" in body
    parsed = subprocess.run(
        ["git", "interpret-trailers", "--parse"],
        input=git(built, "log", "-1", "--format=%B", "40"), capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "In-Force: 2005-01-01\n" in parsed


def test_who_and_when(built: Path) -> None:
    form = "--format=%an <%ae> %aI, %cn <%ce> %cI"
    assert git(built, "log", "-1", form, "40") == (
        "Parliament of the Republic of Kazakhstan <parliament@kz.invalid> 2005-04-13T12:00:00+00:00, "
        "lawdiff <lawdiff@lawdiff.invalid> 2005-01-01T12:00:00+00:00"
    )


def test_the_history_of_an_article_is_that_of_its_file(built: Path) -> None:
    laws = git(
        built,
        "log",
        "--reverse",
        LAWS,
        "main",
        "--",
        f"{EN}/art_7.md",
    )
    assert laws.split() == [
        "345", "13", "188-IV", "258-IV", "378-IV", "452-IV", "36-V", "102-V", "124-V", "159-V",
    ]  # fmt: skip
    assert git(built, "log", "--format=%s", "main", "--", f"{EN}/art_6.md") == "Law No. 345 of 8 August 2002"


def test_blame_names_the_law_behind_a_line(built: Path) -> None:
    blamed = git(built, "blame", "--line-porcelain", "main", "--", f"{EN}/art_7.md")
    last = ""
    by_line = {}
    for line in blamed.splitlines():
        if line.startswith("summary "):
            last = line.removeprefix("summary ")
        elif line.startswith("\t"):
            by_line[line.strip()[:10]] = last
    assert by_line["- **4-1)**"] == "Law No. 159-V of 13 January 2014"
    assert by_line["# Article "] == "Law No. 345 of 8 August 2002"


def test_an_article_appears_with_the_law_that_inserts_it(built: Path) -> None:
    path = f"{EN}/art_41-1.md"
    assert (
        git(built, "log", "--diff-filter=A", "--format=%s", "main", "--", path)
        == "Law No. 354-IV of 23 November 2010"
    )
    assert path not in git(built, "ls-tree", "-r", "--name-only", "354-IV~1")
    text = git(built, "show", f"main:{EN}/art_42.md")
    assert "> **Printed title:** Protection of child from illegal movement" in text


FOREIGN = """[user]
name = Somebody
email = somebody@example.org
[core]
autocrlf = true
abbrev = 5
[commit]
gpgsign = true
[i18n]
commitEncoding = ISO-8859-1
[init]
defaultBranch = trunk
defaultObjectFormat = sha256
"""


@pytest.mark.parametrize(
    ("zone", "locale", "seed"), [("Asia/Almaty", "kk_KZ.UTF-8", "1"), ("America/Los_Angeles", "C", "2")]
)
def test_the_same_commits_anywhere(tmp_path: Path, built: Path, zone: str, locale: str, seed: str) -> None:
    """Another folder, time zone, locale, git config, hash seed and umask (R15)."""
    (tmp_path / ".gitconfig").write_text(FOREIGN)
    program = (
        "import sys; from pathlib import Path; from lawdiff.store.repository import build;"
        "from lawdiff.sources.corpus import corpus_root; build(Path(sys.argv[1]), corpus_root())"
    )
    directory = tmp_path / "elsewhere" / "with a space"
    environment = {
        **os.environ,
        **{"HOME": f"{tmp_path}", "TZ": zone, "LC_ALL": locale, "LANG": locale, "PYTHONHASHSEED": seed},
        **{"GIT_AUTHOR_DATE": "2001-01-01T00:00:00", "GIT_COMMITTER_NAME": "Nobody"},
        **{"GIT_DIR": f"{tmp_path}/other", "GIT_INDEX_FILE": f"{tmp_path}/index"},
        **{"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.bare", "GIT_CONFIG_VALUE_0": "true"},
        "PYTHONPATH": f"{Path(__file__).parent.parent}",
    }
    command = [sys.executable, "-c", program, f"{directory}"]
    subprocess.run(command, check=True, env=environment, cwd="/", umask=0o077)
    assert refs(directory) == refs(built)
    assert git(directory, "status", "--porcelain") == ""


def test_building_again_changes_nothing(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    before = refs(directory)
    packs = sorted((directory / ".git/objects/pack").glob("*.pack"))
    build(directory, corpus)
    assert refs(directory) == before
    assert sorted((directory / ".git/objects/pack").glob("*.pack")) == packs


def test_a_changed_corpus_makes_another_history(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    assert "77-II" in git(directory, "tag")
    write_act(corpus, "kz/2001/10", BEES.replace("77-II", "78-II"))
    build(directory, corpus)
    assert git(directory, "tag").split() == ["78-II", "88-III", "99-III"]
    assert git(directory, "status", "--porcelain") == ""
    assert "78-II" in (directory / "kz/2001/10/en/art_1.md").read_text("utf-8")


def test_a_law_that_changes_two_acts_is_one_commit(tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path / "corpus")
    write_act(corpus, "kz/2000/9", WASPS, "2000-01-05")
    build(tmp_path / "history", corpus, bare=True)
    subjects = git(tmp_path / "history", "log", "--reverse", "--format=%s", "main").splitlines()
    assert subjects == [
        "Law No. 9 of 5 January 2000",
        "Law No. 10 of 1 March 2001",
        "Law No. 77-II of 5 May 2003",
        "Law No. 88-III of 6 June 2004",
    ]
    acts = git(tmp_path / "history", "log", "-1", "--format=%(trailers:key=Act,valueonly)", "88-III").split()
    assert acts == ["kz/2000/9", "kz/2001/10"]
    changed = git(tmp_path / "history", "show", "--format=", "--name-only", "88-III").split()
    assert changed == [
        "kz/2000/9/en/art_1.md",
        "kz/2001/10/en/README.md",
        "kz/2001/10/en/art_2-1.md",
        "kz/2001/10/en/art_2.md",
    ]


def test_several_processes_write_the_same(tmp_path: Path) -> None:
    acts = [f"kz/2000/{number}" for number in range(1, 18)]
    for act in acts:
        write_act(tmp_path, act, WASPS, "2000-01-05")
    task = Task(tmp_path, EvidenceScope.ALL, read_back=False)
    together = list(act_parts(task, acts))
    alone = [part for act in acts for part in act_parts(task, [act])]
    assert [part.contents for part in together] == [part.contents for part in alone]
    assert [part.steps for part in together] == [part.steps for part in alone]
    write_act(tmp_path, acts[3], "no law\n")
    with pytest.raises(SourceError, match="no article"):
        list(act_parts(task, acts))


def test_two_laws_of_one_number_and_a_law_before_1970(tmp_path: Path) -> None:
    text = BEES.replace("dated 06.06.2004 No. 88-III (shall be enforced from 01.01.2005)",
                        "dated 06.06.2004 No. 77-II (shall be enforced from 01.01.2005)")  # fmt: skip
    write_act(tmp_path / "corpus", "kz/1960/10", text, "1960-02-29")
    build(tmp_path / "history", tmp_path / "corpus", bare=True)
    assert git(tmp_path / "history", "tag").split() == ["77-II@2003-05-05", "77-II@2004-06-06", "99-III"]
    first = git(
        tmp_path / "history", "log", "--max-parents=0", "--format=%at %ct %(trailers:key=Adopted)", "main"
    )
    assert first == "0 0 Adopted: 1960-02-29"


def test_a_law_that_reaches_back_behind_the_act_comes_after_it(tmp_path: Path) -> None:
    write_act(tmp_path / "corpus", "kz/2001/10", BEES.replace("01.07.2003", "01.07.1999"))
    build(tmp_path / "history", tmp_path / "corpus", bare=True)
    subjects = git(tmp_path / "history", "log", "--reverse", "--format=%s", "main").splitlines()
    assert subjects[:2] == ["Law No. 10 of 1 March 2001", "Law No. 77-II of 5 May 2003"]


def test_a_killed_build_leaves_the_old_history(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    before = refs(directory)
    for number in range(2, 6):
        write_act(corpus, f"kz/2000/{number}", WASPS, "2000-01-05")
    program = (
        "import os, signal, sys; from pathlib import Path; from lawdiff.store.repository import build\n"
        "def killed(done, total):\n    if done == 3: os.kill(os.getpid(), signal.SIGKILL)\n"
        "build(Path(sys.argv[1]), Path(sys.argv[2]), progress=killed)"
    )
    environment = {**os.environ, "PYTHONPATH": f"{Path(__file__).parent.parent}"}
    killed = subprocess.run([sys.executable, "-c", program, directory, corpus], check=False, env=environment)
    assert killed.returncode == -signal.SIGKILL
    assert refs(directory) == before
    assert git(directory, "status", "--porcelain") == ""
    assert git(directory, "fsck", "--strict", "--no-dangling") == ""
    build(directory, corpus)
    assert git(directory, "log", "--format=%s", "main").count("\n") == 6
    assert list((directory / ".git").glob("fast_import_crash_*")) == []


def test_a_build_killed_before_its_files_are_written_is_taken_up(small: tuple[Path, Path]) -> None:
    """The refs have moved, the state tells of the old ones, and half of the files are new."""
    corpus, directory = small
    state = (directory / ".git/lawdiff/state.json").read_bytes()
    old = {path: path.read_bytes() for path in directory.glob("kz/2001/10/en/*.md")}
    write_act(corpus, "kz/2001/10", BEES.replace("marked", "painted").replace("Honey", "Mead"))
    build(directory, corpus)
    (directory / ".git/lawdiff/state.json").write_bytes(state)
    for path in (directory / "kz/2001/10/en/art_1.md", directory / "kz/2001/10/en/README.md"):
        path.write_bytes(old[path])
    build(directory, corpus)
    assert "painted" in (directory / "kz/2001/10/en/art_1.md").read_text("utf-8")
    assert git(directory, "status", "--porcelain") == ""


def test_an_error_in_the_corpus_leaves_the_old_history(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    before = refs(directory)
    write_act(corpus, "kz/2001/11", "no law at all\n")
    with pytest.raises(SourceError, match="no article"):
        build(directory, corpus)
    assert refs(directory) == before


def test_two_builds_at_once(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    with (
        build_lock(directory / ".git/lawdiff"),
        pytest.raises(LawdiffError, match=f"another lawdiff \\(process {os.getpid()}\\) is building"),
    ):
        build(directory, corpus)
    build(directory, corpus)


def test_what_is_not_lawdiffs_is_left_alone(tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path / "corpus")
    full = tmp_path / "full"
    full.mkdir()
    (full / "thesis.txt").write_text("mine")
    with pytest.raises(SourceError, match=r"thesis\.txt is there"):
        build(full, corpus)
    assert [path.name for path in full.iterdir()] == ["thesis.txt"]
    git(full, "init", "--quiet")
    with pytest.raises(SourceError, match=r"thesis\.txt is there"):
        build(full, corpus)
    git(full, "add", ".")
    git(full, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "-m", "mine")
    before = refs(full)
    with pytest.raises(SourceError, match="not a history that lawdiff wrote"):
        build(full, corpus)
    assert refs(full) == before
    file = tmp_path / "file"
    file.write_text("")
    for directory in (file, file / "inside"):
        with pytest.raises(SourceError, match="Not a directory"):
            build(directory, corpus)


def test_an_empty_corpus(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    with pytest.raises(SourceError, match="holds no law"):
        build(tmp_path / "history", tmp_path / "corpus")
    assert not (tmp_path / "history").exists()


def test_commits_on_top_of_main_are_not_lost(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    (directory / "kz/2001/10/en/art_1.md").write_text("better\n")
    git(directory, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "-a", "-m", "mine")
    with pytest.raises(SourceError, match="not a history that lawdiff wrote"):
        build(directory, corpus)


def test_changed_files_are_not_lost(small: tuple[Path, Path]) -> None:
    corpus, directory = small
    before = refs(directory)
    (directory / "notes.txt").write_text("of no concern")
    build(directory, corpus)
    (directory / "kz/2001/10/en/art_1.md").write_text("better\n")
    write_act(corpus, "kz/2001/10", BEES.replace("marked", "painted"))
    with pytest.raises(SourceError, match=r"art_1\.md has changes of yours"):
        build(directory, corpus)
    assert refs(directory) == before
    assert (directory / "kz/2001/10/en/art_1.md").read_text() == "better\n"
    git(directory, "checkout", "--quiet", "--", ".")
    git(directory, "switch", "--quiet", "--create", "mine")
    with pytest.raises(SourceError, match="another branch than main"):
        build(directory, corpus)
    git(directory, "switch", "--quiet", "main")
    build(directory, corpus)
    assert (directory / "notes.txt").read_text() == "of no concern"
    assert git(directory, "rev-parse", "mine") != git(directory, "rev-parse", "main")


def test_a_read_only_place(tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path / "corpus")
    with pytest.raises(SourceError, match="cannot be written"):
        build(Path("/proc/history"), corpus)


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}")
    with pytest.raises(LawdiffError, match="git was not found"):
        build(tmp_path / "history", small_corpus(tmp_path / "corpus"))


@pytest.mark.parametrize(
    "number", ["--output=x", "../../x", "a b", "x\ny", "", "1..2", "a~1", "@{0}", "x.lock", "1/2", "?"]
)
def test_a_number_that_is_no_number_of_a_law(number: str) -> None:
    with pytest.raises(SourceError, match="is no number of a law"):
        checked_law(number)


@pytest.mark.parametrize(("act", "language"), [("../../x", "en"), ("--x", "en"), ("kz/2002/345", "../x")])
def test_a_name_that_is_no_folder(act: str, language: str) -> None:
    with pytest.raises(SourceError):
        act_folder(act, language)


def test_only_articles_have_files() -> None:
    evidence = gather(read_act(corpus_root(), "kz/2002/345"), EvidenceScope.EDITION)
    for node in evidence.edition.walk():
        if node.eid.kind == "art":
            assert article_file(node.eid) == f"{node.eid}.md"
        else:
            with pytest.raises(SourceError):
                article_file(node.eid)


def test_one_of_several_laws_may_have_done_it() -> None:
    evidence = gather(read_act(corpus_root(), "kz/2002/345"), EvidenceScope.ALL)
    effects = [effect for effect in evidence.effects if "102-V" in effect.laws]
    said = sentence("The act", effects)
    assert said == "The act: amends Articles 7, 47 and 51."
    may = [effect for effect in effects if len(effect.laws) > 1]
    assert "may have amended Article" in sentence("The act", may)


@pytest.mark.parametrize("bare", ["Article 1.", "Article 1"])
def test_an_article_without_a_title(tmp_path: Path, bare: str) -> None:
    write_act(tmp_path, "kz/2001/10", BEES.replace("Article 1. Hives", bare))
    task = Task(tmp_path, EvidenceScope.ALL, read_back=True)
    (part,) = act_parts(task, ["kz/2001/10"])
    assert any(b"- [Article 1](art_1.md)\n" in content for content in part.contents)
