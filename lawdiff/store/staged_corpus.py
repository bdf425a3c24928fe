"""Changes of a corpus, made beside it and then put in place together: all of them or none."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from lawdiff.law.errors import SourceError

_PREFIX = ".lawdiff-import-"


class StagedCorpus:
    """A corpus, and copies of the folders of the acts that are being changed."""

    def __init__(self, root: Path, staging: Path) -> None:
        self.root = root
        self.staging = staging
        self._changed: dict[tuple[str, str], bytes] = {}

    def folder(self, act_id: str) -> Path:
        """The act's folder with all changes so far, to be read and checked; it may be empty."""
        folder = self.staging / act_id
        if not folder.is_dir():
            folder.mkdir(parents=True)
            own = self.root / act_id
            for path in own.iterdir() if own.is_dir() else ():
                if path.is_file() and not path.name.startswith("."):
                    shutil.copyfile(path, folder / path.name)
        return folder

    def put(self, act_id: str, files: Mapping[str, bytes]) -> None:
        """Write files into the act's staged folder, for `commit`; the last one makes the others count."""
        folder = self.folder(act_id)
        for name, content in files.items():
            with (folder / name).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            self._changed.pop((act_id, name), None)
            self._changed[act_id, name] = content

    @property
    def changed(self) -> tuple[str, ...]:
        """The files that `commit` writes, from the corpus folder."""
        return tuple(f"{act_id}/{name}" for act_id, name in self._changed)

    def commit(self) -> None:
        """Put every changed file in its place. OSError where that cannot be done; then none is."""
        undo: list[tuple[Path, bytes | None]] = []
        made: list[Path] = []
        try:
            for act_id, name in self._changed:
                target = self.root / act_id / name
                for folder in _make_folders(target.parent):
                    made.append(folder)
                before = target.read_bytes() if target.exists() else None
                os.replace(self.staging / act_id / name, target)
                undo.append((target, before))
        except BaseException:
            for target, content in reversed(undo):
                with suppress(OSError):  # the others must go back all the same
                    _restore(target, content)
            for folder in reversed(made):
                with suppress(OSError):
                    folder.rmdir()
            raise


def _make_folders(folder: Path) -> Iterator[Path]:
    """Make a folder and those above it; gives each that was not there once it is, the outermost first."""
    for each in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
        each.mkdir()
        yield each


def _restore(target: Path, content: bytes | None) -> None:
    if content is None:
        target.unlink(missing_ok=True)
    else:
        target.write_bytes(content)


@contextmanager
def staged_corpus(root: Path) -> Iterator[StagedCorpus]:
    """A corpus to be changed, held against another import. What was not committed leaves no trace.

    The root may be missing: a commit makes it.
    """
    place = next(each for each in (root, *root.parents) if each.is_dir())
    with _held(place):
        for left in place.glob(f"{_PREFIX}*"):  # of an import that was killed
            shutil.rmtree(left, ignore_errors=True)
        staging = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
        try:
            yield StagedCorpus(root, staging)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; the operating system gives it back when the process ends."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise SourceError(
            f"{folder}: another lawdiff is importing into it; try again when it is done"
        ) from None
    finally:
        os.close(descriptor)
