"""`lawdiff import FILE...`: saved pages and texts, each read, shown and put into the corpus together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from lawdiff.cli.findings import finding_lines
from lawdiff.cli.importing.report import Imported, report_json, report_lines
from lawdiff.cli.options import in_colour
from lawdiff.cli.page import print_json
from lawdiff.history.check import check
from lawdiff.law.errors import LawdiffError, SourceError
from lawdiff.law.json_form import finding_json
from lawdiff.sources.act_source import read_act_source
from lawdiff.sources.corpus import own_corpus
from lawdiff.sources.importing.edition_report import edition_report
from lawdiff.sources.importing.identity import Asked, identify
from lawdiff.sources.importing.new_edition import new_edition
from lawdiff.sources.importing.saved_file import read_saved_file
from lawdiff.sources.importing.saved_law import read_saved_law
from lawdiff.store.staged_corpus import StagedCorpus, staged_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdiff.law.finding import Finding


@dataclass(frozen=True, slots=True)
class Terms:
    """How an import goes on: into which corpus, whether to ask before writing, in which form to report."""

    corpus: Path | None = None
    yes: bool = False
    as_json: bool = False

    @property
    def root(self) -> Path:
        """The corpus folder, which may not be there yet."""
        root = Path(self.corpus or own_corpus()).absolute()
        there = next(each for each in (root, *root.parents) if each.exists())
        if not there.is_dir():
            raise SourceError(f"{there}: this is a file; name a folder for the corpus with --corpus")
        return root

    @property
    def asks(self) -> bool:
        """Whether to ask before anything is written: only where somebody sits at a terminal."""
        return not self.yes and not self.as_json and sys.stdin.isatty() and sys.stdout.isatty()


def import_saved(files: Sequence[Path], asked: Asked, terms: Terms) -> int:
    """Import the files and report; gives the exit code. What is wrong with any of them is said, and then
    nothing is written. The report comes last: whoever stops reading it stops no import."""
    wrong: list[LawdiffError] = []
    try:
        with staged_corpus(terms.root) as corpus:
            done = _staged_all(files, asked, corpus, wrong)
            if done is not None:
                if done.written and terms.asks and not _agreed(done):
                    return 1
                corpus.commit()
    except OSError as problem:
        raise SourceError(
            f"{terms.root}: cannot be written ({problem.strerror}); nothing was changed in it"
        ) from None
    if done is None:
        for each in wrong:
            click.echo(f"lawdiff: {str(each).replace(str(corpus.staging), str(corpus.root))}", err=True)
        return max(each.exit_code for each in wrong)
    _report(done, terms)
    return 0


@dataclass(frozen=True, slots=True)
class _Done:
    """What was read out of all files, what is wrong in the acts, and the files that go into the corpus."""

    root: Path
    imported: tuple[Imported, ...]
    findings: tuple[Finding, ...]
    written: tuple[str, ...]


def _staged_all(
    files: Sequence[Path], asked: Asked, corpus: StagedCorpus, wrong: list[LawdiffError]
) -> _Done | None:
    """Every file in the staged corpus; None where one is `wrong`, or makes an act that cannot be read."""
    found: list[Imported] = []
    for path in files:
        try:
            found.append(_staged(path, asked, corpus))
        except LawdiffError as problem:
            wrong.append(problem)
    if wrong:
        return None
    try:
        findings = _findings(found, corpus)
    except LawdiffError as problem:
        wrong.append(problem)
        return None
    return _Done(corpus.root, tuple(found), tuple(findings), corpus.changed)


def _staged(path: Path, asked: Asked, corpus: StagedCorpus) -> Imported:
    """One file, put into the staged corpus and read there as every command will read it."""
    law = read_saved_law(read_saved_file(path), asked.encoding, asked.language)
    act = identify(law, asked, corpus.root, corpus.staging)
    folder = corpus.folder(act.act_id)
    new = new_edition(law, act, asked, folder)
    corpus.put(act.act_id, new.files)
    file = next(one for one in read_act_source(folder).editions if one.path.name == new.file)
    return Imported(law, act, new, edition_report(act.act_id, file))


def _findings(found: Sequence[Imported], corpus: StagedCorpus) -> list[Finding]:
    """The findings on the acts as `lawdiff check` will tell them, their files named from the corpus."""
    named = (
        replace(finding, file=f"{act_id}/{Path(finding.file).name}")
        for act_id in dict.fromkeys(each.act.act_id for each in found)
        for finding in check(read_act_source(corpus.folder(act_id)))
    )
    return sorted(named, key=lambda finding: finding.order)


def _agreed(done: _Done) -> bool:
    """Whether the user, who has seen the report, wants it written."""
    click.echo("\n".join(_lines(done)), color=in_colour())
    agreed = click.confirm(f"\nWrite this into {done.root}?", default=True)
    if not agreed:
        click.echo("Nothing was written.")
    return agreed


def _report(done: _Done, terms: Terms) -> None:
    """Print what was read, unless it was shown before, and what was written."""
    if terms.as_json:
        print_json(
            {
                "corpus": str(done.root),
                "written": list(done.written),
                "imported": [report_json(each) for each in done.imported],
                "findings": [finding_json(finding) for finding in done.findings],
            }
        )
        return
    if not (done.written and terms.asks):
        click.echo("\n".join(_lines(done)), color=in_colour())
    if done.written:
        click.echo(f"\nWritten into {done.root}")
        click.echo("\n".join(f"  {name}" for name in done.written))
        click.echo(_next(done.imported[0], terms))
    else:
        click.echo("\nThe corpus has this text already; nothing was written.")


def _lines(done: _Done) -> Iterator[str]:
    for each in done.imported:
        yield from report_lines(each)
        yield ""
    yield from finding_lines(done.findings)


def _next(each: Imported, terms: Terms) -> str:
    """How to see the text that was written: one in another language than the first has to be asked for."""
    place = f" --corpus {quote(str(terms.corpus))}" if terms.corpus else ""
    language = f" --language {each.act.language}" if each.act.is_held else ""
    return f"Next: lawdiff asof {each.report.horizon} --law {each.act.act_id}{language}{place}"
