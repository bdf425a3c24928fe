"""What the commands of `propose` share: where proposals lie, and the act that they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawdiff.cli.asked_act import AskedAct, act_options
from lawdiff.cli.options import pick_law, proposals_option
from lawdiff.drafting.folders import IN_CORPUS, find_proposal, proposal_paths
from lawdiff.law.errors import SourceError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.corpus import act_folder, act_ids, read_act
from lawdiff.sources.evidence import gather
from lawdiff.sources.proposal_file import ProposalFile, read_proposal_file

if TYPE_CHECKING:
    from lawdiff.drafting.proposal import Proposal
    from lawdiff.law.evidence import Evidence
    from lawdiff.sources.act_source import ActSource
    from lawdiff.store.archive import Archive

OWN_FOLDER = "proposals"


def drafts_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--proposals` and what names the act, which reach the command as its `drafts`."""

    @wraps(command)
    def with_drafts(*arguments: Any, act: AskedAct, proposals: str | None, **options: Any) -> Any:
        return command(*arguments, drafts=open_drafts(act, proposals), **options)

    return act_options(proposals_option(with_drafts))


@dataclass(frozen=True, slots=True)
class Drafts:
    """The corpus with its acts, and the folders that proposals are looked for in: the user's own first, then
    those that came with each act. `law` and `language` are what was asked for; `shown_repository` is the
    history repository as the user names it."""

    archive: Archive
    law: str | None
    language: str | None
    own: Path
    shown_repository: str

    @property
    def folders(self) -> list[Path]:
        corpus = self.archive.corpus_path
        return [self.own, *(Path(act_folder(corpus, act), IN_CORPUS) for act in act_ids(corpus))]

    def file(self, name: str) -> ProposalFile:
        """The proposal of that slug, or in that file."""
        return find_proposal(name, self.folders)

    def open(self, name: str) -> Proposal:
        """The proposal on its act."""
        from lawdiff.drafting.proposal import open_proposal

        file = self.file(name)
        return open_proposal(file, self.evidence(file.act, file.language))

    def others(self, proposal: Proposal) -> Iterator[Proposal]:
        """The other proposals about the same act, as far as they can be opened."""

        def evidence(file: ProposalFile) -> Evidence:
            return self.evidence(file.act, file.language)

        return opened_about(proposal.act.id, self.folders, evidence, without=proposal.file.slug)

    def act(self) -> str:
        """The act that `--law` names, or the only one."""
        return pick_law(self.archive, self.law)

    def source(self, act: str) -> ActSource:
        """What the corpus holds of an act."""
        return read_act(self.archive.corpus, act)

    def evidence(self, act: str, language: str | None = None) -> Evidence:
        """All evidence about an act."""
        return gather(self.source(act), EvidenceScope.ALL, language)


def opened_about(
    act: str, folders: Sequence[Path], evidence: Callable[[ProposalFile], Evidence], without: str = ""
) -> Iterator[Proposal]:
    """The proposals in the folders about an act, but one; what cannot be opened is left out, and that is
    said on standard error."""
    from lawdiff.drafting.proposal import open_proposal

    for path in proposal_paths(folders):
        try:
            file = read_proposal_file(path)
            if path.stem != without and file.act == act:
                yield open_proposal(file, evidence(file))
        except SourceError as problem:
            click.echo(f"lawdiff: left out: {problem}", err=True)


def open_drafts(act: AskedAct, proposals: str | None) -> Drafts:
    """The drafts of a corpus, and of the folder that the user works in."""
    archive = act.archive
    shown = act.repo or archive.repository_path
    return Drafts(archive, act.law, act.language, Path(proposals or OWN_FOLDER), shown)
