"""The archive: an act's timelines and the history repository, kept in step with the corpus they come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope
from lawdiff.sources.corpus import act_folder, read_act
from lawdiff.store.freshness import identity_of, keep_identity, kept_identity
from lawdiff.store.timeline_file import FORMAT, read_timelines, write_timelines


@dataclass(frozen=True, slots=True)
class Archive:
    """Where the corpus lies and where its history is kept.

    Timelines are kept as files inside the repository's git folder, one for each act, language, evidence
    and clock; each names the sources it was made from, and is made again when they have changed.
    """

    corpus: Path
    repository: Path

    def timelines(
        self,
        act_id: str,
        scope: EvidenceScope = EvidenceScope.ALL,
        clock: Clock = Clock.ENFORCED,
        language: str | None = None,
    ) -> ActTimelines:
        """The timelines of an act, read from the archive or folded from the corpus and kept."""
        act_folder(self.corpus, act_id)  # a law that is not held is the user's mistake, not a missing file
        made_from = f"{FORMAT}:{self.identity()}"
        name = f"{language or 'first'}.{scope.value}.{clock.value}.json"
        path = self.folder / "timelines" / act_id / name
        found = read_timelines(path, made_from)
        if found is None:
            found = self._fold(act_id, scope, clock, language)
            _keep(found, path, made_from)
        return found

    def identity(self) -> str:
        """What the corpus and the program are now, by their contents."""
        return kept_identity(self.folder, self.corpus) or identity_of(self.corpus)

    @property
    def folder(self) -> Path:
        """Our own folder inside the repository's git folder, which git leaves alone."""
        inside = self.repository / ".git"
        return (inside if inside.is_dir() else self.repository) / "lawdiff"

    def is_current(self) -> bool:
        """Whether the history repository is there and is that of the corpus as it is now."""
        return kept_identity(self.folder, self.corpus) is not None

    def refresh(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Make the history repository, or make it again after the corpus has changed."""
        from lawdiff.store.repository import build

        identity = identity_of(self.corpus)
        build(self.repository, self.corpus, bare=True, progress=progress)
        keep_identity(self.folder, self.corpus, identity)

    def _fold(self, act_id: str, scope: EvidenceScope, clock: Clock, language: str | None) -> ActTimelines:
        from lawdiff.history.engine import fold  # only when nothing is kept: an answer must start fast
        from lawdiff.sources.evidence import gather

        source = read_act(self.corpus, act_id)
        return fold(gather(source, scope, language), scope, clock)


def _keep(timelines: ActTimelines, path: Path, made_from: str) -> None:
    """Keep the timelines for the next question. An archive that cannot be written is slower, not wrong."""
    try:
        write_timelines(timelines, path, made_from)
    except OSError:
        return
