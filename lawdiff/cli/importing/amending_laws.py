"""`lawdiff import --amending FILE...`: amending laws as evidence of what they did, put in together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from lawdiff.cli.importing.saved_files import Terms
from lawdiff.cli.options import in_colour
from lawdiff.cli.page import print_json, wrapped
from lawdiff.law.address import cite
from lawdiff.law.effect import Effect
from lawdiff.law.effect_words import VERBS
from lawdiff.law.errors import LawdiffError, SourceError
from lawdiff.law.json_form import Json
from lawdiff.law.known_act import KnownAct
from lawdiff.law.phrases import count, in_words
from lawdiff.sources.act_register import held_acts
from lawdiff.sources.act_source import ActSource, read_act_source
from lawdiff.sources.amending.told import LawTold, known_act, read_laws
from lawdiff.sources.editions.edition_reading import read_with_notes
from lawdiff.sources.evidence import edition_file
from lawdiff.sources.importing.identity import Asked
from lawdiff.sources.importing.new_amending import AmendingLawText, amending_files, read_amending_law
from lawdiff.sources.importing.saved_file import read_saved_file
from lawdiff.sources.importing.saved_law import read_saved_law
from lawdiff.store.staged_corpus import StagedCorpus, staged_corpus


@dataclass(frozen=True, slots=True)
class ImportedLaw:
    """An amending law that was imported, and what it tells of each held act."""

    law: AmendingLawText
    told: tuple[tuple[KnownAct, LawTold], ...]


def import_amending(files: Sequence[Path], asked: Asked, terms: Terms) -> int:
    """Import the laws and report; gives the exit code. Where any is wrong nothing is written."""
    if asked.act_id or asked.adopted or asked.edition_date or asked.title:
        raise SourceError("with --amending a text must name its law itself; only --lang and --encoding help")
    wrong: list[LawdiffError] = []
    found: list[ImportedLaw] = []
    acts = list(held_acts(terms.root))
    try:
        with staged_corpus(terms.root) as corpus:
            for path in files:
                try:
                    found.append(_staged(path, asked, acts, corpus))
                except LawdiffError as problem:
                    wrong.append(problem)
            if not wrong:
                return _finish(found, corpus, terms)
            for each in wrong:
                said = str(each).replace(str(corpus.staging), str(corpus.root))
                click.echo(f"lawdiff: {said}", err=True)
    except OSError as problem:
        raise SourceError(
            f"{terms.root}: cannot be written ({problem.strerror}); nothing was changed in it"
        ) from None
    return max(each.exit_code for each in wrong)


def _staged(path: Path, asked: Asked, acts: Sequence[KnownAct], corpus: StagedCorpus) -> ImportedLaw:
    saved = read_saved_law(read_saved_file(path), asked.encoding, asked.language, may_be_items=True)
    law = read_amending_law(saved, acts)
    told = []
    for act in law.acts:
        folder = corpus.folder(act.held)
        corpus.put(act.held, amending_files(law, folder))
        told.append((act, _told(read_act_source(folder), law)))
    return ImportedLaw(law, tuple(told))


def _told(source: ActSource, law: AmendingLawText) -> LawTold:
    reading = read_with_notes(source, edition_file(source))
    act = known_act(source.act, source.titles)
    read = read_laws(source.amending, act, reading, source.facts.effects, source.laws)
    return next(each for each in read if (each.file.law, each.file.language) == (law.number, law.language))


def _finish(found: Sequence[ImportedLaw], corpus: StagedCorpus, terms: Terms) -> int:
    if not terms.as_json:
        click.echo("\n".join(line for each in found for line in _lines(each)), color=in_colour())
    written = corpus.changed
    if written and terms.asks and not click.confirm(f"\nWrite this into {corpus.root}?", default=True):
        click.echo("Nothing was written.")
        return 1
    corpus.commit()
    if terms.as_json:
        imported = [_json(each) for each in found]
        print_json({"corpus": str(corpus.root), "written": list(written), "imported": imported})
    elif written:
        click.echo(f"\nWritten into {corpus.root}")
        click.echo("\n".join(f"  {name}" for name in written))
        click.echo(f"Next: lawdiff show {found[0].law.number} --law {found[0].law.acts[0].held}")
    else:
        click.echo("\nThe corpus has this text already; nothing was written.")
    return 0


def _lines(each: ImportedLaw) -> Iterator[str]:
    """The report for people to read: what each act gets, what was not read, what is about other acts."""
    law = each.law
    yield click.style(str(law.saved.file.path), bold=True)
    yield from wrapped(f"Law {law.number} of {in_words(law.adopted)}", "  ", "  ")
    yield from wrapped(law.title, "  ", "  ")
    for act, told in each.told:
        yield ""
        yield f"  {act.held}, “{act.title}”"
        yield from _told_lines(told)
    if law.others:
        yield ""
        yield f"  about other acts: {count(len(law.others), 'part')}"
        for part in law.others:
            yield from wrapped(f"{part.about}", f"    line {part.line}: ", "      ")


def _told_lines(told: LawTold) -> Iterator[str]:
    whole = "all of it was read" if told.is_whole else "not all of it counts"
    yield f"    {count(len(told.effects), 'change')}; {whole}"
    for effect in told.effects:
        yield from wrapped(_said(effect), f"    line {_line(effect)}: ", "      ")
    if told.unread:
        yield f"    not read: {count(len(told.unread), 'sentence')}"
        for unread in told.unread:
            said = f"{unread.text} " if unread.text else ""
            yield from wrapped(f"{said}[{unread.why}]", f"    line {unread.line}: ", "      ")
    if told.misfits:
        yield f"    does not fit the edition: {count(len(told.misfits), 'change')}"
        for misfit in told.misfits:
            yield from wrapped(misfit.why, f"    line {_line(misfit.effect)}: ", "      ")
    if told.enforcement.unread:
        said = f"when it starts was not read: {told.enforcement.unread}"
        yield from wrapped(said, f"    line {told.enforcement.line}: ", "      ")


def _said(effect: Effect) -> str:
    """A change in one line: "substituted words in Article 1(2), “cares for” → “keeps”, from 2012-06-01"."""
    (cause,) = effect.causes
    pairs = "; ".join(f"“{old}” → “{new}”" for old, new in effect.substitutions)
    words = pairs or (f"“{effect.text}”" if effect.text is not None else "")
    when = "" if cause.commencement.is_window else f"from {cause.commencement.first}"
    place = "the whole text" if effect.target == "text" else cite(effect.target)
    return ", ".join(part for part in (f"{VERBS[effect.kind.value]} {place}", words, when) if part)


def _line(effect: Effect) -> str:
    return effect.source.rpartition(" ")[2]


def _json(each: ImportedLaw) -> Json:
    law = each.law
    return {
        "source": str(law.saved.file.path),
        "law": law.number,
        "adopted": law.adopted.isoformat(),
        "title": law.title,
        "language": law.language,
        "acts": [_told_json(act, told) for act, told in each.told],
        "others": [{"line": part.line, "about": part.about} for part in law.others],
    }


def _told_json(act: KnownAct, told: LawTold) -> Json:
    return {
        "act": act.held,
        "is_whole": told.is_whole,
        "clause": str(told.enforcement.clause),
        "effects": [
            {
                "target": effect.target,
                "kind": effect.kind.value,
                "in_force": effect.causes[0].commencement.first.isoformat(),
                "substitutions": [list(pair) for pair in effect.substitutions],
                "text": effect.text,
                "line": int(_line(effect)),
                "source": effect.source,
            }
            for effect in told.effects
        ],
        "unread": [{"line": one.line, "text": one.text, "why": one.why} for one in told.unread],
        "misfits": [
            {"line": int(_line(one.effect)), "target": one.effect.target, "why": one.why}
            for one in told.misfits
        ],
    }
