"""The act that a command is about: which one, in which language, out of which corpus, kept where."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from lawdiff.cli.language import LANGUAGE
from lawdiff.cli.options import archive_options, make_history, open_archive, pick_law
from lawdiff.law.timeline import Clock, EvidenceScope
from lawdiff.sources.corpus import act_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawdiff.law.amending_law import AmendingLaw
    from lawdiff.law.timeline import ActTimelines
    from lawdiff.sources.source_pages import SourcePages
    from lawdiff.store.archive import Archive

Command = TypeVar("Command", bound=Callable[..., Any])


class AskedAct(NamedTuple):
    """What the user says of the act: each is None where it was left out. `law` is its id, `language` that of
    the text, `corpus` and `repo` are folders."""

    law: str | None = None
    language: str | None = None
    corpus: str | None = None
    repo: str | None = None

    @property
    def archive(self) -> Archive:
        """The archive of the corpus named, or of the one that came with lawdiff."""
        return open_archive(self.corpus, self.repo)

    def timelines(self, evidence: str, clock: str = Clock.ENFORCED.value) -> ActTimelines:
        """The timelines of the act; on first use the history is made, and that is said."""
        archive = self.archive
        act = pick_law(archive, self.law)
        make_history(archive)
        return archive.timelines(act, EvidenceScope(evidence), Clock(clock), self.language)

    def source_pages(self) -> SourcePages:
        """The pages that the act's editions were saved from."""
        from pathlib import Path

        from lawdiff.sources.source_pages import source_pages

        return source_pages(Path(act_folder(self.archive.corpus_path, pick_law(self.archive, self.law))))

    def register(self) -> Mapping[str, AmendingLaw]:
        """The register of the laws that amend the act, by number; empty where the corpus has none."""
        from pathlib import Path

        from lawdiff.sources.law_register import EMPTY_REGISTER, read_law_register

        archive = self.archive
        path = Path(act_folder(archive.corpus_path, pick_law(archive, self.law)), "laws.toml")
        return (read_law_register(path) if path.exists() else EMPTY_REGISTER).laws


def act_options(command: Command) -> Command:
    """`--law`, `--language`, `--corpus` and `--repo`, which reach the command as its `act`."""

    @wraps(command)
    def with_act(
        *arguments: Any,
        law: str | None,
        language: str | None,
        corpus: str | None,
        repo: str | None,
        **options: Any,
    ) -> Any:
        return command(*arguments, act=AskedAct(law, language, corpus, repo), **options)

    told = click.option("--law", help="The law, as country/year/number; needed when the corpus has several.")
    spoken = click.option(
        "--language",
        type=LANGUAGE,
        help="The language of the text. [default: the first that the act is held in]",
    )
    return told(spoken(archive_options(with_act)))  # type: ignore[return-value]
