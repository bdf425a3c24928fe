"""The history repository: built in one go, checked, and only then shown; an old history stays until then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.errors import SourceError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.corpus import act_ids
from lawdiff.store.act_workers import ActPart, Task, act_parts
from lawdiff.store.build_lock import build_lock
from lawdiff.store.build_state import BuildState, read_state, write_state
from lawdiff.store.git import git_reading, run_git
from lawdiff.store.history import ANNOUNCED, MAIN, Written, write_history
from lawdiff.store.repository_error import what_helps, writing
from lawdiff.store.repository_folder import (
    find_git_dir,
    missing_folders,
    prepare_repository,
    refs_under,
    whole_or_nothing,
)
from lawdiff.store.work_tree import WaitingFiles, WorkTree

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
    it are left alone. SourceError for a directory that is not lawdiff's, BuildRunningError while another
    build is running there, RepositoryError where it cannot be read or written. Until everything is written
    and checked the old history stays as it is; without an old one nothing is left.
    """
    with what_helps(_if_damaged(directory)):
        git_dir = find_git_dir(directory, bare=bare)
    missing = missing_folders(git_dir)
    work_tree = None if git_dir == directory else WorkTree(directory, git_dir)
    acts = act_ids(corpus)
    with writing(directory), build_lock(git_dir / "lawdiff"):
        with whole_or_nothing(git_dir, missing):
            with what_helps(_if_damaged(directory)):
                prepare_repository(git_dir, bare=work_tree is None)
            if work_tree:
                work_tree.must_be_on_main()
            help_now = f"no history was changed; make room and build again; {_if_damaged(directory)}"
            with what_helps(help_now), _building(git_dir):
                written = _write(git_dir, corpus, acts, scope, progress)
                _check(git_dir, written)
                _show(git_dir, written.refs, work_tree)
        with what_helps(f"the new history is in {git_dir}; make room and build again, to make it fast"):
            _make_fast(git_dir)
    return BuildReport(directory, written.refs, len(acts), written.commits, written.versions)


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
    building = refs_under(git_dir, _BUILDING)
    for name in (MAIN, ANNOUNCED):
        if building.get(_BUILDING + name.removeprefix("refs/heads/")) != written.refs.get(name):
            raise SourceError(
                f"{git_dir}: git did not store {name} as it was written; the old history is still there. "
                "Check the disk and build again"
            )
    run_git(git_dir, "fsck", "--strict", "--no-dangling", "--no-progress", "--no-reflogs", *building)


def _show(git_dir: Path, refs: dict[str, str], work_tree: WorkTree | None) -> None:
    """Make the new history the one that is seen: its refs, then its files.

    All that needs room on the disk is done before the first ref moves. The state tells the next build
    what an interrupted one may have left.
    """
    folder, main = git_dir / "lawdiff", refs_under(git_dir, MAIN).get(MAIN, "")
    before = read_state(folder) or BuildState({}, main)
    left = (before.work_tree, main)
    with work_tree.prepared(left, refs[MAIN]) if work_tree else nullcontext(WaitingFiles()) as waiting:
        write_state(folder, BuildState({**before.refs, **refs}, before.work_tree))
        if (git_dir / "HEAD").read_text().strip() != f"ref: {MAIN}":
            run_git(git_dir, "symbolic-ref", "HEAD", MAIN)
        _move(git_dir, refs, set(before.refs))
        if work_tree:
            work_tree.put_in_place(waiting)
    write_state(folder, BuildState(refs, refs[MAIN] if work_tree else ""))


def _move(git_dir: Path, refs: dict[str, str], before: set[str]) -> None:
    """Move all refs at once, and take away those of the history before."""
    old = before & set(refs_under(git_dir, "refs/"))
    lines = ["start", *(f"update {name} {known}" for name, known in refs.items())]
    lines += [f"delete {name}" for name in sorted(old - set(refs))]
    lines += ["prepare", "commit", ""]
    run_git(git_dir, "update-ref", "--stdin", given="\n".join(lines).encode())


@contextmanager
def _building(git_dir: Path) -> Iterator[None]:
    """Take away the refs of the building, whether or not it came to anything."""
    try:
        yield
    finally:
        for name in (MAIN, ANNOUNCED):
            (git_dir / (_BUILDING + name.removeprefix("refs/heads/"))).unlink(missing_ok=True)


def _make_fast(git_dir: Path) -> None:
    """Make reading fast: one pack, and the commit-graph with the paths of each commit."""
    if len(list((git_dir / "objects" / "pack").glob("*.pack"))) > _MANY_PACKS:
        run_git(git_dir, "repack", "-a", "-d", "--quiet")
    run_git(git_dir, "commit-graph", "write", "--reachable", "--changed-paths", "--no-progress")


def _if_damaged(directory: Path) -> str:
    return f"if the repository is damaged, delete {directory}, or name another folder"
