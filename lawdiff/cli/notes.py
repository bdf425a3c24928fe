"""`lawdiff notes`: what the note sentences of a file state."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from lawdiff.cli.language import LANGUAGE
from lawdiff.law.errors import SourceError

if TYPE_CHECKING:
    from lawdiff.sources.notes.collection import LooseNote


@click.command("notes")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True))
@click.option(
    "--language",
    type=LANGUAGE,
    help="The language of the notes. [default: told from the letters of each]",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(ctx: click.Context, file: str, language: str | None, as_json: bool) -> None:
    """The effects that the editors' notes in FILE state, one a line; `-` is standard input.

    A line is `kind target law adopted clause`, for a substitution with the words behind it; a note that
    cannot be read is `unknown`, and the exit code is 1. Notes are told apart by empty lines, or stand one on
    each line. No law is looked at: what is doubtful in a note is told by --json.

    \b
    echo "Title as amended by the Law of 27.07.2007 No. 320" | lawdiff notes -
    lawdiff notes notes.txt --json
    """
    from lawdiff.sources.notes.collection import read_notes_in

    notes = read_notes_in(_text_of(file), language)
    if not notes:
        raise SourceError(f"{file}: it has no note; write one, such as “Article 5 as amended by the Law ...”")
    if as_json:
        import json

        click.echo(json.dumps({"notes": [_json_of(note) for note in notes]}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(notes)))
    ctx.exit(1 if any(note.reading.unknown for note in notes) else 0)


def _text_of(file: str) -> str:
    """The file as text; SourceError where it is none."""
    try:
        if file == "-":
            content = sys.stdin.buffer.read()
        else:
            with open(file, "rb") as opened:
                content = opened.read()
        return content.decode("utf-8")
    except OSError as problem:
        raise SourceError(
            f"{file}: cannot be read ({problem.strerror}); put the file there or correct its name"
        ) from None
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        raise SourceError(f"{file}:{line}: this is not UTF-8; save the file in that encoding") from None


def _lines(notes: Iterable[LooseNote]) -> Iterable[str]:
    for note in notes:
        yield from ["unknown"] if note.reading.unknown else map(str, note.reading.effects)


def _json_of(note: LooseNote) -> dict[str, Any]:
    return {
        "note": note.sentence,
        "language": note.language,
        "unknown": note.reading.unknown,
        "effects": [
            {
                "kind": effect.kind,
                "target": effect.target,
                "law": effect.law,
                "adopted": str(effect.adopted) if effect.adopted else None,
                "clause": str(effect.clause),
                "substitutions": [{"old": old, "new": new} for old, new in effect.substitutions],
            }
            for effect in note.reading.effects
        ],
        "findings": [{"code": each.code, "message": each.message} for each in note.reading.findings],
    }
