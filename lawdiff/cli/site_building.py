"""What `site` and `serve` share: the laws of an archive, opened one after the other and written as a site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lawdiff.cli.options import make_history, pick_law, progress_bar
from lawdiff.law.errors import UsageError
from lawdiff.law.phrases import language_name
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.act_source import languages_held
from lawdiff.sources.corpus import act_folder, act_ids

if TYPE_CHECKING:
    from lawdiff.site.site_folder import Written
    from lawdiff.site.site_law import SiteLaw
    from lawdiff.store.archive import Archive


@dataclass(frozen=True, slots=True)
class SiteTask:
    """Which laws are shown, in which of their languages, by which evidence, with which proposals besides
    those of the corpus; no law and no language are all of them. `akn`: as Akoma Ntoso too. `history`: a
    repository that the pages cite. `is_shared`: several processes may share the work; not where threads run,
    whose locks a fork takes along."""

    law: str | None = None
    language: str | None = None
    scope: EvidenceScope = EvidenceScope.ALL
    proposals: Path | None = None
    url: str = ""
    akn: bool = True
    history: Path | None = None
    is_shared: bool = True

    def acts(self, archive: Archive) -> Sequence[str]:
        """The law asked for, or every law of the corpus."""
        return (self.law,) if self.law else act_ids(archive.corpus_path) or (pick_law(archive, None),)

    def texts(self, archive: Archive) -> Sequence[LawText]:
        """Each of these laws in each language that it is held in, or in the one asked for.

        UsageError where none is held in that one.
        """
        found = []
        for act in self.acts(archive):
            held = languages_held(Path(act_folder(archive.corpus_path, act)))
            shown = held if self.language is None else tuple(each for each in held if each == self.language)
            found += [LawText(act, language, shown) for language in shown]
        if not found and self.language:
            raise UsageError(f"no law is held in {language_name(self.language)}; leave out --language.")
        return found


@dataclass(frozen=True, slots=True)
class LawText:
    """A law in one language, and all the languages in which the site has it."""

    act: str
    language: str
    languages: tuple[str, ...]


def write_site_of(archive: Archive, directory: Path, task: SiteTask) -> Written:
    """Write the site into the folder, with a progress bar; the history is made first where it is missing."""
    task.texts(archive)  # an empty corpus is said before a history is made of it
    make_history(archive)
    if task.history:
        _must_be_the_history(task.history, archive, task.scope)
    return write_site_alone(archive, directory, task)


def write_site_alone(archive: Archive, directory: Path, task: SiteTask) -> Written:
    """The same without the history repository."""
    from lawdiff.site.write import write_opened

    laws = [partial(_opened, archive, text, task) for text in task.texts(archive)]
    with progress_bar("Writing the site") as progress:
        return write_opened(directory, archive.corpus, laws, task.url, progress, task.is_shared)


def _must_be_the_history(directory: Path, archive: Archive, scope: EvidenceScope) -> None:
    """UsageError for a history of something else: a page must not cite what does not say the same."""
    from lawdiff.store.verify import verify

    differences = verify(directory, archive.corpus, scope)
    if differences:
        raise UsageError(
            f"{directory} is not the history of this corpus: {differences[0]}. "
            f"Run `lawdiff build {directory}`."
        )


def _opened(archive: Archive, text: LawText, task: SiteTask) -> SiteLaw:
    """A law with everything that its pages show, the parts of the graph and of drafting included.

    A proposal is about the text that all evidence gives: a site of the edition alone has none.
    """
    from lawdiff.cli.site_drawing import drawing_of
    from lawdiff.cli.site_proposals import proposals_of
    from lawdiff.drafting.folders import IN_CORPUS
    from lawdiff.site.site_law import read_site_law
    from lawdiff.sources.corpus import read_act

    timelines = archive.timelines(text.act, task.scope, language=text.language)
    timelines = timelines._replace(texts=dict(timelines.texts))  # all are needed: read them now
    own = [task.proposals] if task.proposals else []
    folders = [*own, Path(act_folder(archive.corpus_path, text.act), IN_CORPUS)]
    drawing = drawing_of(timelines, archive.corpus)
    is_all = task.scope is EvidenceScope.ALL
    proposals = proposals_of(timelines, read_act(archive.corpus, text.act), folders) if is_all else ()
    return read_site_law(
        archive.corpus,
        timelines,
        drawing,
        proposals,
        languages=text.languages,
        with_akn=task.akn,
        history=task.history,
    )
