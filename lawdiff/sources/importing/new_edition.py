"""What an import puts into an act's folder: the edition's text, its row, and the laws that its notes name."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.errors import SourceError, UsageError
from lawdiff.law.known_act import ActKind
from lawdiff.sources.act_source import ActSource, read_act_source
from lawdiff.sources.edition_file import EditionFile
from lawdiff.sources.edition_text import MAX_BYTES, read_edition, read_edition_file
from lawdiff.sources.importing.identity import Asked, Identity
from lawdiff.sources.importing.named_laws import NamedLaw, named_laws
from lawdiff.sources.importing.own_clause import OwnClause, own_clause
from lawdiff.sources.importing.saved_law import SavedLaw
from lawdiff.sources.law_register import EMPTY_REGISTER, read_law_register
from lawdiff.sources.note_effects import latest_adoption, read_notes
from lawdiff.sources.toml_row import read_utf8
from lawdiff.sources.toml_text import Value, toml_row, with_rows

_ACT = "# Read by `lawdiff import`; docs/corpus.md explains every key.\n\n"
_LAWS = "# The laws that the notes name, as `lawdiff import` read them; docs/corpus.md explains every key.\n"
_BY_NOTES = "# The date is the latest day of adoption that the notes mention.\n"
_OFFICIAL = ("kk", "ru")


@dataclass(frozen=True, slots=True)
class NewEdition:
    """An edition for an act's folder: its file's name, and the files to write, by name.

    Nothing is to be written where the folder has this text already: `files` is empty then. `added` are the
    laws that come into the register, `own` is the clause of a new act.
    """

    file: str
    files: Mapping[str, bytes]
    added: tuple[NamedLaw, ...]
    own: OwnClause | None = None


def new_edition(law: SavedLaw, act: Identity, asked: Asked, folder: Path) -> NewEdition:
    """What the text of the law adds to the act's folder.

    SourceError where it is too large, and where neither its notes nor the user tell its day; UsageError where
    the act has another edition of this language and day.
    """
    content = law.text.encode("utf-8")
    if len(content) > MAX_BYTES:
        raise SourceError(f"{law.file.path}: {len(content):,} bytes of text are more than any law has")
    sha256 = hashlib.sha256(content).hexdigest()
    held = read_act_source(folder) if act.is_held else None
    editions = held.editions if held else ()
    known = next((one for one in editions if (one.language, one.sha256) == (act.language, sha256)), None)
    if known:
        _must_have_day(known, asked)
        return NewEdition(known.path.name, {}, ())
    path = str(law.file.path)
    edition = read_edition(law.text, act.act_id, act.language, path)
    notes = read_notes(edition)
    day = asked.edition_date or latest_adoption(notes)
    if day is None:
        raise SourceError(
            f"{path}: no note names a law, so nothing tells up to which day this text is true; "
            "add --edition-date 2014-07-05"
        )
    same = [one for one in editions if one.language == act.language]
    _must_be_another(path, act.act_id, day, same)
    name = _file_name(folder, f"{act.language}-{day}" if same or asked.edition_date else act.language)
    values = _edition_row(law, act, name, sha256, day, _other_title(law, asked, held))
    row = ("" if asked.edition_date else _BY_NOTES) + toml_row(values, "[[edition]]")
    added, register = _register(folder / "laws.toml", named_laws(notes), name)
    files = {
        name: content,
        **_anchors(law, name),
        **register,
    }
    own = None if act.is_held else own_clause(edition, notes, act.adopted)
    files["act.toml"] = _act_file(folder / "act.toml", act, own, row).encode()
    return NewEdition(name, files, added, own)


def _must_have_day(known: EditionFile, asked: Asked) -> None:
    if asked.edition_date not in (None, known.date):
        raise UsageError(
            f"{known.path}: this text is in the corpus already, "
            f"{f'dated {known.date}' if known.date else 'without a date'}; write another date into act.toml"
        )


def _must_be_another(path: str, act_id: str, day: dt.date, same: Sequence[EditionFile]) -> None:
    """Each of several editions in a language needs a day of its own."""
    for one in same:
        if day == (
            one.date or latest_adoption(read_notes(read_edition_file(one.path, act_id, one.language)))
        ):
            raise UsageError(
                f"{path}: the corpus has another text in {one.language} that is true up to {day}, "
                f"{one.path.name}; say the day of this one with --edition-date"
            )


def _file_name(folder: Path, name: str) -> str:
    """`en.txt`, `en-2014-07-05.txt`, or one with a number behind it: no file is ever written over."""
    taken, found = 1, name
    while (folder / f"{found}.txt").exists() or (folder / f"{found}.anchors.tsv").exists():
        taken += 1
        found = f"{name}-{taken}"
    return f"{found}.txt"


def _edition_row(
    law: SavedLaw, act: Identity, name: str, sha256: str, day: dt.date, title: str | None
) -> dict[str, Value | None]:
    """The row of act.toml that registers the edition."""
    return {
        "language": act.language,
        "file": name,
        "sha256": sha256,
        "title": title,
        "issuer": law.opening.name.issuer if law.opening.name and law.opening.name.issuer else None,
        "date": day,
        "translation": "unofficial" if law.opening.is_translation else None,
        "url": law.address or None,
        "original_sha256": None if law.is_verbatim else law.file.sha256,
    }


def _other_title(law: SavedLaw, asked: Asked, held: ActSource | None) -> str | None:
    """The title in a language in which the corpus holds none."""
    if held is None or law.language in held.titles or law.language in {one.language for one in held.editions}:
        return None
    return asked.title or (law.opening.title.words if law.opening.title else None)


def _anchors(law: SavedLaw, name: str) -> dict[str, bytes]:
    """The anchors of the page by the lines of the text: `https://...#z5` is line 12."""
    rows = "".join(f"{line}\t{anchor}\n" for line, anchor in law.anchors)
    return {f"{name.removesuffix('.txt')}.anchors.tsv": rows.encode()} if rows else {}


def _act_file(path: Path, act: Identity, own: OwnClause | None, row: str) -> str:
    if act.is_held:
        return with_rows(path, read_utf8(path), "edition", [row])
    kind = None if act.kind is ActKind.LAW else act.kind.value
    named = {"id": act.act_id, "kind": kind, "number": act.number, "adopted": act.adopted, "title": act.title}
    top = toml_row(named)
    if own:
        top += f"# The text says so on line {own.line}.\n{toml_row({'clause': str(own.clause)})}"
    titles = f"\n{toml_row({act.language: act.title}, '[titles]')}" if act.language in _OFFICIAL else ""
    return f"{_ACT}{top}{titles}\n{row}"


def _register(
    path: Path, laws: tuple[NamedLaw, ...], name: str
) -> tuple[tuple[NamedLaw, ...], dict[str, bytes]]:
    """The laws that the register lacks, and the register with them."""
    register = read_law_register(path) if path.exists() else EMPTY_REGISTER
    known = {number: law.also_written for number, law in register.laws.items()}
    added = tuple(law for law in laws if not _is_known(law.number, known))
    if not added:
        return added, {}
    before = read_utf8(path) if path.exists() else _LAWS
    text = with_rows(path, before, "law", [_law_row(law, name) for law in added])
    return added, {path.name: text.encode()}


def _is_known(number: str, known: Mapping[str, tuple[str, ...]]) -> bool:
    return number in known or any(number in others for others in known.values())


def _law_row(law: NamedLaw, name: str) -> str:
    return toml_row(
        {
            "number": law.number,
            "adopted": law.adopted,
            "clause": str(law.clause) if law.clause else None,
            "source": f"note, {name} line {law.line}",
        },
        "[[law]]",
    )
