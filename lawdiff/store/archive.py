"""The archive: an act's timelines and the history repository, kept in step with the corpus they come from."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from lawdiff.law.timeline import Clock, EvidenceScope
from lawdiff.sources.corpus import act_folder, read_act
from lawdiff.store.freshness import identity_of, keep_identity, kept_identity
from lawdiff.store.timeline_file import FORMAT, read_timelines

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import StrPath

    from lawdiff.law.timeline import ActTimelines

_POLL = 0.1  # seconds


class Archive:
    """Where the corpus lies and where its history is kept.

    Timelines are kept as files inside the repository's git folder, one for each act, language, evidence
    and clock; each names the sources it was made from, and is made again when they have changed. Whether
    they have is looked up once for each Archive.
    """

    __slots__ = ("_identity", "_looked_up", "corpus_path", "repository_path")

    def __init__(self, corpus: StrPath, repository: StrPath) -> None:
        self.corpus_path = os.fspath(corpus)
        self.repository_path = os.fspath(repository)
        self._identity: str | None = None
        self._looked_up = ""

    @property
    def corpus(self) -> Path:
        return _path(self.corpus_path)

    @property
    def repository(self) -> Path:
        return _path(self.repository_path)

    def timelines(
        self,
        act_id: str,
        scope: EvidenceScope = EvidenceScope.ALL,
        clock: Clock = Clock.ENFORCED,
        language: str | None = None,
    ) -> ActTimelines:
        """The timelines of an act, read from the archive or folded from the corpus and kept."""
        act_folder(self.corpus_path, act_id)  # one that is not held is the user's mistake
        made_from = f"{FORMAT}:{self.identity()}"
        name = f"{language or 'first'}.{scope.value}.{clock.value}.json"
        path = os.path.join(self.folder, "timelines", act_id, name)
        found = read_timelines(path, made_from)
        if found is None:
            found = self._fold(act_id, scope, clock, language)
            _keep(found, path, made_from)
        return found

    def identity(self) -> str:
        """What the corpus and the program are now, by their contents."""
        self._looked_up = self._kept() or self._looked_up or identity_of(self.corpus_path)
        return self._looked_up

    @property
    def folder(self) -> str:
        """Our own folder inside the repository's git folder, which git leaves alone."""
        inside = os.path.join(self.repository_path, ".git")
        return os.path.join(inside if os.path.isdir(inside) else self.repository_path, "lawdiff")

    def is_current(self) -> bool:
        """Whether the history repository is there and is that of the corpus as it is now."""
        return self._kept() is not None

    def _kept(self) -> str | None:
        self._identity = self._identity or kept_identity(self.folder, self.corpus_path)
        return self._identity

    def refresh(self, progress: Callable[[int, int], None] | None = None, patience: float = 60) -> None:
        """Make the history repository, or make it again after the corpus has changed.

        While another lawdiff is making it this waits, `patience` seconds at most. BuildRunningError after
        them; RepositoryError where the repository cannot be written.
        """
        from lawdiff.store.build_lock import BuildRunningError
        from lawdiff.store.repository import build

        identity = identity_of(self.corpus_path)
        until = time.monotonic() + patience
        while True:
            try:
                build(self.repository, self.corpus, bare=True, progress=progress)
            except BuildRunningError:
                if time.monotonic() > until:
                    raise
                time.sleep(_POLL)
                if self.is_current():
                    return
            else:
                keep_identity(self.folder, self.corpus_path, identity)
                self._identity = identity
                return

    def _fold(self, act_id: str, scope: EvidenceScope, clock: Clock, language: str | None) -> ActTimelines:
        from lawdiff.history.engine import fold  # only when nothing is kept: an answer must start fast
        from lawdiff.sources.evidence import gather

        source = read_act(self.corpus, act_id)
        return fold(gather(source, scope, language), scope, clock)


def _path(path: str) -> Path:
    from pathlib import Path  # 4 ms, which an answer that reads what is kept need not take

    return Path(path)


def _keep(timelines: ActTimelines, path: str, made_from: str) -> None:
    """Keep the timelines for the next question. An archive that cannot be written is slower, not wrong."""
    from lawdiff.store.timeline_writer import write_timelines

    try:
        write_timelines(timelines, _path(path), made_from)
    except OSError:
        return
