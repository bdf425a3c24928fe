"""`lawdiff import --git REPO FOLDER`: every version of an act in a repository becomes an edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from shlex import quote

import click

from lawdiff.cli.importing.saved_files import Terms
from lawdiff.cli.options import in_colour
from lawdiff.cli.page import print_json, wrapped
from lawdiff.law.errors import LawdiffError, SourceError
from lawdiff.law.phrases import count
from lawdiff.sources.act_source import read_act_source
from lawdiff.sources.editions.edition_reading import EditionReading, read_with_notes
from lawdiff.sources.importing.identity import Asked, Identity, identify
from lawdiff.sources.importing.mirror_text import mirror_text
from lawdiff.sources.importing.new_edition import NewEdition, new_edition
from lawdiff.sources.importing.saved_file import SavedFile
from lawdiff.sources.importing.saved_law import SavedLaw, read_saved_law
from lawdiff.store.mirror_versions import MirrorVersion, mirror_versions
from lawdiff.store.staged_corpus import StagedCorpus, staged_corpus


@dataclass(frozen=True, slots=True)
class ImportedVersion:
    """A version with the edition it became. `reading` is None where the text is that of another version."""

    version: MirrorVersion
    act: Identity
    file: str
    reading: EditionReading | None


def import_versions(repository: Path, folders: Sequence[str], asked: Asked, terms: Terms) -> int:
    """Import every version of the acts in these folders, all or nothing; gives the exit code."""
    found: list[ImportedVersion] = []
    try:
        with staged_corpus(terms.root) as corpus:
            for folder in folders:
                found += _staged_act(repository, folder, asked, corpus)
            return _finish(found, corpus, terms)
    except OSError as problem:
        raise SourceError(
            f"{terms.root}: cannot be written ({problem.strerror}); nothing was changed in it"
        ) from None


def _staged_act(
    repository: Path, folder: str, asked: Asked, corpus: StagedCorpus
) -> Iterator[ImportedVersion]:
    texts: dict[tuple[str, str], str] = {}
    for version in mirror_versions(repository, folder):
        if asked.language in (None, version.language):
            try:
                each, asked = _staged(version, asked, corpus, texts)
            except LawdiffError as problem:
                raise type(problem)(str(problem).replace(str(corpus.staging), str(corpus.root))) from None
            yield each


def _staged(
    version: MirrorVersion, asked: Asked, corpus: StagedCorpus, texts: dict[tuple[str, str], str]
) -> tuple[ImportedVersion, Asked]:
    """One version, put into the staged corpus and read there; the next ones are of the same act."""
    law = _law(version)
    terms = replace(
        asked,
        language=version.language,
        edition_date=version.day,
        title=asked.title or version.meta.titles.get(version.language),
    )
    act = identify(law, terms, corpus.root, corpus.staging)
    known = texts.get((version.language, law.text))
    if known:
        return ImportedVersion(version, act, known, None), replace(asked, act_id=act.act_id)
    folder = corpus.folder(act.act_id)
    new: NewEdition = new_edition(law, act, terms, folder)
    texts[version.language, law.text] = new.file
    corpus.put(act.act_id, new.files)
    source = read_act_source(folder)
    file = next(one for one in source.editions if one.path.name == new.file)
    return (
        ImportedVersion(version, act, new.file, read_with_notes(source, file)),
        replace(asked, act_id=act.act_id),
    )


def _law(version: MirrorVersion) -> SavedLaw:
    """The version as the text of a law, with the sum of the Markdown that it was taken out of."""
    name = version.meta.requisite if version.language == "ru" else ""
    text = mirror_text(version.content.decode("utf-8-sig"), name)
    path = Path(version.where)
    law = read_saved_law(SavedFile(path, text.encode()), None, version.language)
    return replace(law, file=SavedFile(path, version.content), is_verbatim=False)


def _finish(found: Sequence[ImportedVersion], corpus: StagedCorpus, terms: Terms) -> int:
    written = corpus.changed
    if not terms.as_json:
        click.echo("\n".join(_lines(found)), color=in_colour())
    if written and terms.asks and not click.confirm(f"\nWrite this into {corpus.root}?", default=True):
        click.echo("Nothing was written.")
        return 1
    corpus.commit()
    if terms.as_json:
        rows = [_json(each) for each in found]
        print_json({"corpus": str(corpus.root), "written": list(written), "versions": rows})
    elif written:
        place = f" --corpus {quote(str(terms.corpus))}" if terms.corpus else ""
        click.echo(f"\nWritten into {corpus.root}: {count(len(written), 'file')}")
        click.echo(f"Next: lawdiff check --law {found[0].act.act_id}{place}")
    else:
        click.echo("\nThe corpus has these texts already; nothing was written.")
    return 0


def _lines(found: Sequence[ImportedVersion]) -> Iterator[str]:
    act_id = ""
    for each in found:
        if each.act.act_id != act_id:
            act_id = each.act.act_id
            yield click.style(f"{act_id}  {each.act.title}", bold=True)
        yield from wrapped(
            f"{each.file}: {_read(each)}", f"  {each.version.day} {each.version.language}  ", " " * 17
        )


def _read(each: ImportedVersion) -> str:
    """What was read of a version, and the act that made it."""
    if each.reading is None:
        return "the same text"
    articles = sum(node.eid.kind == "art" for node in each.reading.edition.walk())
    unread = _unread(each.reading)
    notes = sum(1 for _ in each.reading.edition.all_notes())
    said = f"{count(articles, 'article')}, {count(notes, 'note')}"
    said += f" ({unread} not understood)" if unread else ""
    return f"{said}; by: {each.version.meta.caused_by}" if each.version.meta.caused_by else said


def _unread(reading: EditionReading) -> int:
    return sum(finding.code == "note-unknown" for finding in reading.findings)


def _json(each: ImportedVersion) -> dict[str, object]:
    return {
        "source": each.version.where,
        "law": each.act.act_id,
        "language": each.version.language,
        "date": each.version.day.isoformat(),
        "edition": each.file,
        "new_text": each.reading is not None,
        "notes_unknown": _unread(each.reading) if each.reading else 0,
        "caused_by": each.version.meta.caused_by or None,
    }
