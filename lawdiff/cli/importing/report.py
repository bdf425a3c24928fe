"""The report of an import: what a text was taken for, what was read in it, and what was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import click

from lawdiff.cli.page import wrapped
from lawdiff.law.json_form import Json
from lawdiff.law.phrases import count, in_words, language_name
from lawdiff.sources.importing.edition_report import EditionReport
from lawdiff.sources.importing.identity import Identity
from lawdiff.sources.importing.named_laws import NamedLaw
from lawdiff.sources.importing.new_edition import NewEdition
from lawdiff.sources.importing.own_clause import OwnClause
from lawdiff.sources.importing.page_text import AROUND, LeftOut
from lawdiff.sources.importing.saved_law import SavedLaw

_KINDS = (
    ("part", "part"),
    ("sec", "section"),
    ("chp", "chapter"),
    ("art", "article"),
    ("para", "paragraph"),
    ("subpara", "subparagraph"),
)
_COLUMN = 12
_SHOWN = 10
_ENDING = 60


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was imported: the law in it, which act that is, what it adds, and what was read."""

    law: SavedLaw
    act: Identity
    new: NewEdition
    report: EditionReport


def report_lines(each: Imported) -> Iterator[str]:
    """The report for people to read."""
    law, act, report = each.law, each.act, each.report
    yield click.style(str(law.file.path), bold=True)
    yield from _row("title", _title(each))
    named = f"No. {act.number} of {in_words(act.adopted)}"
    yield from _row("law", f"{named}{_line(law.opening.name.line if law.opening.name else None)}")
    yield from _row("id", f"{act.act_id}, {'held' if act.is_held else 'new'}")
    if not act.is_held:
        yield from _row("clause", _own_clause(each.new.own))
    yield from _row("language", language_name(act.language))
    day = in_words(report.horizon) if report.horizon else "an unknown day"
    told = ", the latest day that its notes name" if report.horizon == report.latest else ""
    yield from _row("edition", f"{each.new.file}, true up to {day}{told}")
    yield ""
    has = [count(report.provisions[kind], noun) for kind, noun in _KINDS if report.provisions[kind]]
    yield from _row("read", ", ".join(has))
    yield from _row("ends", f"“{_ending(law.text)}”")
    yield from _row("notes", f"{report.notes_read} read, {len(report.unknown)} not understood")
    for note in report.unknown:
        yield from wrapped(" ".join(note.text.split()), f"    line {note.line}: ", "      ")
    yield from _row("laws", _laws(each))
    if law.left_out:
        yield from _row("left out", _left_out(law.left_out))
    for words in [one for one in law.left_out if one.why != AROUND][:_SHOWN]:
        yield from wrapped(f"{words.why}: {words.words[:200]}", "    ", "      ")


def _own_clause(own: OwnClause | None) -> str:
    """When a new act starts to apply by its own words."""
    return f"{own.clause} (line {own.line})" if own else "none was found; ten days after publication hold"


def _ending(text: str) -> str:
    """The last words, by which a reader sees whether a text was saved to its end."""
    last = text.rstrip().rpartition("\n")[2].strip()
    return last if len(last) <= _ENDING else f"... {last[-_ENDING:].partition(' ')[2]}"


def _title(each: Imported) -> str:
    found = each.law.opening.title
    return f"{found.words} (line {found.line})" if found else each.act.title


def _row(name: str, words: str) -> list[str]:
    return wrapped(words, f"  {name + ':':<{_COLUMN}}", " " * (_COLUMN + 2))


def _line(line: int | None) -> str:
    return f" (line {line})" if line else ""


def _laws(each: Imported) -> str:
    laws = each.report.laws
    if not laws:
        return "none is named"
    added = f"; {len(each.new.added)} put into laws.toml" if each.new.added else ""
    return f"{len(laws)} named in the notes: {', '.join(law.number for law in laws)}{added}"


def _left_out(left_out: tuple[LeftOut, ...]) -> str:
    """How much of a page is not in its text: "12 lines around the text, 1 line within it"."""
    around = sum(one.why == AROUND for one in left_out)
    within = len(left_out) - around
    said = [f"{count(around, 'line')} around the text"] if around else []
    return ", ".join([*said, f"{count(within, 'thing')} within it"] if within else said)


def report_json(each: Imported) -> Json:
    """The report for programs."""
    law, act, report = each.law, each.act, each.report
    return {
        "source": str(law.file.path),
        "law": act.act_id,
        "is_new": not act.is_held,
        "number": act.number,
        "adopted": act.adopted.isoformat(),
        "title": act.title,
        "clause": str(each.new.own.clause) if each.new.own else None,
        "language": act.language,
        "encoding": law.encoding,
        "edition": each.new.file,
        "sha256": report.file.sha256,
        "original_sha256": report.file.original_sha256 or None,
        "date": report.file.date.isoformat() if report.file.date else None,
        "horizon": report.horizon.isoformat() if report.horizon else None,
        "url": law.address or None,
        "left_out": [{"words": one.words[:200], "why": one.why} for one in law.left_out],
        "changed": bool(each.new.files),
        "ends": _ending(law.text),
        "provisions": {noun: report.provisions[kind] for kind, noun in _KINDS},
        "notes": {
            "read": report.notes_read,
            "unknown": [{"line": note.line, "text": note.text} for note in report.unknown],
        },
        "laws": [_law_json(each_law, each.new.added) for each_law in report.laws],
    }


def _law_json(law: NamedLaw, added: tuple[NamedLaw, ...]) -> Json:
    return {
        "number": law.number,
        "adopted": law.adopted.isoformat(),
        "clause": str(law.clause) if law.clause else None,
        "line": law.line,
        "added": law in added,
    }
