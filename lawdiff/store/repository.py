"""The history repository: built in one go, checked, and only then shown; an old history stays until then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.errors import SourceError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.corpus import act_ids, fingerprint
from lawdiff.store.act_workers import ActPart, Task, act_parts
from lawdiff.store.build_lock import build_lock
from lawdiff.store.build_state import FORMAT, BuildState, read_state, write_state
from lawdiff.store.git import git_reading, run_git
from lawdiff.store.history import ANNOUNCED, LAWDIFF, MAIN, Written, write_history
from lawdiff.store.work_tree import WorkTree

Progress = Callable[[int, int], None]

_BUILDING = "refs/lawdiff/building/"
_READ_BACK_ALL = 8  # acts; of more, the parser takes longer than all else together
_MANY_PACKS = 10


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build wrote: the refs with their commits, and how many acts, commits and versions of files."""

    directory: Path
    refs: dict[str, str]
    acts: int
    commits: int
    versions: int


def build(
    directory: Path,
    corpus: Path,
    *,
    scope: EvidenceScope = EvidenceScope.ALL,
    bare: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Write the history of every act of a corpus into a git repository (DESIGN section 6).

    The directory is made, or holds a history that lawdiff wrote before. Branches and tags of others in
    it are left alone. SourceError for a directory that is not lawdiff's, LawdiffError while another
    build is running there. Until everything is written and checked the old history stays as it is.
    """
    made_from = fingerprint(corpus)
    git_dir = _git_dir(directory, bare=bare)
    is_bare = git_dir == directory
    with _writing(directory):
        (git_dir / "lawdiff").mkdir(parents=True, exist_ok=True)
        with build_lock(git_dir / "lawdiff"):
            _prepare(git_dir, bare=is_bare)
            work_tree = None if is_bare else WorkTree(directory, git_dir)
            if work_tree:
                work_tree.must_be_on_main()
            acts = act_ids(corpus)
            try:
                written = _write(git_dir, corpus, acts, scope, progress)
                _check(git_dir, written)
                before = read_state(git_dir / "lawdiff") or BuildState()
                if work_tree:
                    old = before.work_tree or _ref(git_dir, MAIN) or ""
                    work_tree.must_be_unchanged(old, written.refs[MAIN])
                _show(git_dir, written.refs, set(before.refs))
            finally:
                _forget_building(git_dir)
            _finish(git_dir)
            if work_tree:
                work_tree.check_out()
            shown = "" if is_bare else written.refs[MAIN]
            write_state(git_dir / "lawdiff", BuildState(made_from, written.refs, shown))
    return BuildReport(directory, written.refs, len(acts), written.commits, written.versions)


def is_current(directory: Path, made_from: str) -> bool:
    """Whether the directory holds the history of the corpus with this fingerprint, as it was written."""
    for git_dir in (directory / ".git", directory):
        state = read_state(git_dir / "lawdiff")
        if state:
            same = (state.fingerprint, state.format) == (made_from, FORMAT)
            return same and _ref(git_dir, MAIN) == state.refs.get(MAIN)
    return False


def _write(
    git_dir: Path, corpus: Path, acts: tuple[str, ...], scope: EvidenceScope, progress: Progress | None
) -> Written:
    task = Task(corpus, scope, read_back=len(acts) <= _READ_BACK_ALL)
    with git_reading(git_dir, "fast-import", "--quiet", "--done", "--force", "--date-format=raw") as stream:
        return write_history(_told(act_parts(task, acts), len(acts), progress), stream, _BUILDING)


def _told(parts: Iterable[ActPart], total: int, progress: Progress | None) -> Iterator[ActPart]:
    """The parts, each told of when it is done."""
    for done, part in enumerate(parts):
        if progress:
            progress(done, total)
        yield part
    if progress:
        progress(total, total)


def _check(git_dir: Path, written: Written) -> None:
    """Git must have given every branch the id that was worked out without it, and find no fault."""
    building = _refs(git_dir, _BUILDING)
    for name in (MAIN, ANNOUNCED):
        if building.get(_BUILDING + name.removeprefix("refs/heads/")) != written.refs.get(name):
            raise SourceError(
                f"{git_dir}: git did not store {name} as it was written; the old history is still there. "
                "Check the disk and build again"
            )
    run_git(git_dir, "fsck", "--strict", "--no-dangling", "--no-progress", "--no-reflogs", *building)


def _show(git_dir: Path, refs: dict[str, str], before: set[str]) -> None:
    """Move all refs at once, and take away those of the history before."""
    lines = ["start", *(f"update {name} {known}" for name, known in refs.items())]
    lines += [f"delete {name}" for name in sorted(before - set(refs))]
    lines += ["prepare", "commit", ""]
    run_git(git_dir, "update-ref", "--stdin", given="\n".join(lines).encode())


def _forget_building(git_dir: Path) -> None:
    """Take the refs of the building away, whether or not it came to anything."""
    for name in (MAIN, ANNOUNCED):
        (git_dir / (_BUILDING + name.removeprefix("refs/heads/"))).unlink(missing_ok=True)


def _finish(git_dir: Path) -> None:
    """Show main, and make reading fast: one pack, and the commit-graph with the paths of each commit."""
    if (git_dir / "HEAD").read_text().strip() != f"ref: {MAIN}":
        run_git(git_dir, "symbolic-ref", "HEAD", MAIN)
    if len(list((git_dir / "objects" / "pack").glob("*.pack"))) > _MANY_PACKS:
        run_git(git_dir, "repack", "-a", "-d", "--quiet")
    run_git(git_dir, "commit-graph", "write", "--reachable", "--changed-paths", "--no-progress")


def _git_dir(directory: Path, *, bare: bool) -> Path:
    """Where git keeps its things. SourceError where the directory is neither empty nor lawdiff's."""
    inside = directory / ".git"
    if _is_git_dir(directory):
        return directory
    known = (inside / "lawdiff").is_dir() or (_is_git_dir(inside) and _refs(inside, "refs/heads"))
    if known:
        return inside
    try:
        found = {path.name for path in directory.iterdir()} if directory.exists() else set()
    except OSError as problem:
        raise SourceError(f"{directory}: {problem.strerror}; name a folder for the history") from None
    others = found - {"lawdiff"} - ({".git"} if _is_git_dir(inside) else set())
    if others:
        raise SourceError(
            f"{directory}: not empty ({min(others)} is there) and no history of lawdiff; name another folder"
        )
    return inside if ".git" in found or not bare else directory


def _is_git_dir(directory: Path) -> bool:
    return (directory / "HEAD").is_file() and (directory / "objects").is_dir()


def _prepare(git_dir: Path, *, bare: bool) -> None:
    """Make the repository where there is none; otherwise make sure that it is lawdiff's."""
    if not _is_git_dir(git_dir):
        kind = ["--bare", f"{git_dir}"] if bare else [f"{git_dir.parent}"]
        run_git(
            None, "init", "--quiet", "--template=", "--object-format=sha1", "--initial-branch=main", *kind
        )
    elif _refs(git_dir, "refs/heads") and not _is_ours(git_dir):
        raise SourceError(
            f"{git_dir}: its branch main is not a history that lawdiff wrote; name another folder"
        )
    for left in (*git_dir.glob("fast_import_crash_*"), *(git_dir / "objects" / "pack").glob("tmp_pack_*")):
        left.unlink(missing_ok=True)


def _is_ours(git_dir: Path) -> bool:
    """Whether main began with a lawdiff commit and ends with one: nobody has committed on top."""
    if MAIN not in _refs(git_dir, "refs/heads"):
        return False
    first = run_git(git_dir, "log", "--max-parents=0", "--format=%(trailers:key=Act,valueonly)", MAIN)
    last = run_git(git_dir, "log", "-1", "--format=%ce", MAIN)
    return bool(first.strip()) and last.decode().strip() == LAWDIFF[1]


def _refs(git_dir: Path, prefix: str) -> dict[str, str]:
    lines = run_git(git_dir, "for-each-ref", "--format=%(refname) %(objectname)", prefix).decode().split("\n")
    return dict(line.split(" ", 1) for line in lines if line)


def _ref(git_dir: Path, name: str) -> str | None:
    """The commit of a ref, read without starting git."""
    try:
        return (git_dir / name).read_text().strip()
    except OSError:
        pass
    try:
        packed = (git_dir / "packed-refs").read_text().splitlines()
    except OSError:
        return None
    return next((line.split(" ")[0] for line in packed if line.endswith(f" {name}")), None)


@contextmanager
def _writing(directory: Path) -> Iterator[None]:
    """Say in one sentence that the directory cannot be written to."""
    try:
        yield
    except OSError as problem:
        raise SourceError(
            f"{directory}: cannot be written ({problem.strerror}); "
            "make room and give yourself access, or name another folder"
        ) from None
