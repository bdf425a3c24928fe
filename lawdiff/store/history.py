"""The history of a whole corpus as one stream of commits, in the one order of laws (DESIGN section 6)."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from tempfile import TemporaryFile
from typing import IO

from lawdiff.law.errors import SourceError
from lawdiff.store.act_history import Key, Step
from lawdiff.store.act_workers import ActPart
from lawdiff.store.commit_message import UNKNOWN, commit_message
from lawdiff.store.fast_import import DONE, Blob, Commit, FileChange, Signature
from lawdiff.store.object_ids import FolderTree, commit_id

MAIN = "refs/heads/main"
ANNOUNCED = "refs/heads/announced"
TAGS = "refs/tags/"
LAWDIFF = ("lawdiff", "lawdiff@lawdiff.invalid")
_PARLIAMENTS = {"kz": "Parliament of the Republic of Kazakhstan"}


@dataclass(slots=True)
class Written:
    """What a stream holds: the id that each ref must get, and how many commits and files there are."""

    refs: dict[str, str] = field(default_factory=dict)
    commits: int = 0
    versions: int = 0


def write_history(parts: Iterable[ActPart], stream: IO[bytes], prefix: str) -> Written:
    """Write the history of these acts, its branches under `prefix` instead of `refs/heads/`.

    Every version of a file comes before any commit. The steps wait in a file of their own, so that
    memory does not grow with the corpus.
    """
    written = Written()
    with TemporaryFile() as file:
        steps = _Steps(file)
        for part in parts:
            for mark, content in enumerate(part.contents, start=written.versions + 1):
                stream.write(Blob(mark, content).stream())
            for step in part.steps:
                steps.add(step, written.versions)
            written.versions += len(part.contents)
        _Commits(stream, prefix, written, steps.laws()).write(steps)
    stream.write(DONE)
    return written


class _Steps:
    """The steps of all acts, kept in a file and read again in the order of the history."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: list[tuple[bool, Key, int]] = []

    def add(self, step: Step, marks_before: int) -> None:
        """Keep a step, with its marks counted on from those of the acts before it."""
        self._places.append((step.announced, step.key, self._file.tell()))
        changes = tuple((name, mark and mark + marks_before) for name, mark in step.changes)
        pickle.dump(replace(step, changes=changes), self._file, protocol=pickle.HIGHEST_PROTOCOL)

    def laws(self) -> Counter[tuple[str, object]]:
        """How many commits each amending law has, by number and day of adoption."""
        keys = {(announced, key) for announced, key, _ in self._places if key[3]}
        return Counter((key[4], key[1]) for _, key in keys)

    def __iter__(self) -> Iterator[list[Step]]:
        for _, places in groupby(sorted(self._places), key=lambda place: place[:2]):
            yield [self._read(at) for _, _, at in places]

    def _read(self, at: int) -> Step:
        self._file.seek(at)
        step: Step = pickle.load(self._file)
        return step


class _Commits:
    """Writes the commits behind the blobs, and knows the id that each must get."""

    def __init__(
        self, stream: IO[bytes], prefix: str, written: Written, laws: Counter[tuple[str, object]]
    ) -> None:
        self._stream = stream
        self._prefix = prefix
        self._written = written
        self._laws = laws
        self._numbers = Counter(number for number, _ in laws)
        self._tree = FolderTree()
        self._on_main: set[str] = set()
        self._parent: int | None = None
        self._parent_id: str | None = None

    def write(self, steps: _Steps) -> None:
        for together in steps:
            first = together[0]
            branch = ANNOUNCED if first.announced else MAIN
            known = self._commit(together, branch)
            self._written.refs[branch] = known
            if first.key[3] and first.message.law != UNKNOWN:
                self._put_tag(TAGS + self._tag(first), known, is_announced=first.announced)
        if not self._written.commits:
            raise SourceError("the corpus holds no law: there is no history to write")

    def _commit(self, steps: Sequence[Step], ref: str) -> str:
        first = steps[0]
        law = first.message.law
        several = bool(first.key[3]) and self._laws[law, first.key[1]] > 1
        message = commit_message([step.message for step in steps], first.day if several else None)
        author = _author(first)
        committer = Signature(*LAWDIFF, first.day)
        mark = self._written.versions + self._written.commits + 1
        changes = tuple(
            FileChange(f"{step.folder}/{name}", blob) for step in steps for name, blob in step.changes
        )
        name = self._prefix + ref.removeprefix("refs/heads/")
        commit = Commit(mark, name, author, committer, message, self._parent, changes)
        self._stream.write(commit.stream())
        for step in steps:
            self._tree.put(step.folder, step.tree)
        self._written.commits += 1
        self._parent = mark
        self._parent_id = commit_id(self._tree.id(), self._parent_id, f"{author}", f"{committer}", message)
        return self._parent_id

    def _put_tag(self, tag: str, known: str, *, is_announced: bool) -> None:
        """The tag stands on the law's last commit. A law that is announced for one act and in force for
        another has it on the main line."""
        if not is_announced:
            self._on_main.add(tag)
        if not is_announced or tag not in self._on_main:
            self._written.refs[tag] = known

    def _tag(self, step: Step) -> str:
        """The law's number; with its day of adoption where another law has the same number."""
        law, adopted = step.message.law, step.message.adopted
        return law if self._numbers[law] == 1 else f"{law}@{adopted or 'unknown'}"


def _author(step: Step) -> Signature:
    country = step.message.act.partition("/")[0]
    name = _PARLIAMENTS.get(country, "Parliament")
    return Signature(name, f"parliament@{country}.invalid", step.message.adopted or step.day)
