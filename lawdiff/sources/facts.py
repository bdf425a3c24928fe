"""The facts register of an act: what dated editions tell beside what the edition's own notes say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.clause import Clause
from lawdiff.law.effect import Effect, Unchanged
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding, Severity
from lawdiff.sources.effect_facts import read_effect
from lawdiff.sources.fact_source import FactSources
from lawdiff.sources.toml_row import Row, TomlFile

LANGUAGES = ("en", "ru", "kk")
_KEYS = {
    "compared": ("date", "language", "incorporates", "source", "note"),
    "unchanged": ("target", "since", "until", "source", "note"),
    "no_footnote": ("targets", "law", "source", "note"),
    "contradiction": ("place", *LANGUAGES, "source"),
    "translation_gap": ("target", "source", "note"),
    "later": ("law", "adopted", "clause", "targets", "what", "old", "new", "source", "note"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """A dated edition that was read, and the registered laws in it that no older one has."""

    date: dt.date
    language: str
    incorporates: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Unnoted:
    """Provisions where the edition's notes do not tell, or tell more than, what changed."""

    targets: tuple[EId, ...]
    law: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A place where languages disagree, with what each says: ("en", "see Article 2")."""

    place: str
    said: tuple[tuple[str, str], ...]
    source: str


@dataclass(frozen=True, slots=True)
class TranslationGap:
    """A difference between the translation and the official text that no law made."""

    target: EId
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Later:
    """A law after the edition, for orientation only: no effect is made of it."""

    law: str
    adopted: dt.date
    clause: Clause | None
    targets: tuple[EId, ...]
    what: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Facts:
    """A facts register. `effects` and `unchanged` are evidence; the rest is for findings and orientation."""

    effects: tuple[Effect, ...] = ()
    unchanged: tuple[Unchanged, ...] = ()
    compared: tuple[Compared, ...] = ()
    unnoted: tuple[Unnoted, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    gaps: tuple[TranslationGap, ...] = ()
    later: tuple[Later, ...] = ()
    findings: tuple[Finding, ...] = ()


NO_FACTS = Facts()


def read_facts(path: Path, laws: Mapping[str, AmendingLaw]) -> Facts:
    """The facts in that file; `laws` is the register, whose days and clauses the effects take.

    A doubtful row is a finding; a row that cannot be understood is a SourceError.
    """
    file = TomlFile.read(path)
    sources = FactSources(file.table("sources"))
    read = [read_effect(row, laws, sources) for row in file.rows("effect")]
    compared = tuple(_compared(row, sources) for row in file.rows("compared"))
    return Facts(
        effects=tuple(effect for effect, _ in read if effect),
        unchanged=tuple(_unchanged(row, compared, sources) for row in file.rows("unchanged")),
        compared=compared,
        unnoted=tuple(_unnoted(row, sources) for row in file.rows("no_footnote")),
        contradictions=tuple(_contradiction(row, sources) for row in file.rows("contradiction")),
        gaps=tuple(_gap(row, sources) for row in file.rows("translation_gap")),
        later=tuple(_later(row, sources) for row in file.rows("later")),
        findings=(*(one for _, found in read for one in found), *_findings(file, laws)),
    )


def _compared(row: Row, sources: FactSources) -> Compared:
    return Compared(row.day("date"), row.text("language"), row.texts("incorporates"), sources.full(row))


def _unchanged(row: Row, compared: tuple[Compared, ...], sources: FactSources) -> Unchanged:
    """The row with the laws it speaks for: those of the editions after `since` and up to `until`."""
    since, until = row.day("since"), row.day("until")
    days = {edition.date for edition in compared}
    for day in (since, until):
        if day not in days:
            raise row.error(f"no edition of {day} is listed in `compared`; add it or correct the day")
    if until <= since:
        raise row.error(f"`until` ({until}) must be later than `since` ({since})")
    target = row.eid("target")
    return Unchanged(
        target=target.own,
        own_text_only=target.names_own_text,
        laws=frozenset(
            law for edition in compared if since < edition.date <= until for law in edition.incorporates
        ),
        since=since,
        until=until,
        source=sources.short(row),
    )


def _unnoted(row: Row, sources: FactSources) -> Unnoted:
    return Unnoted(row.eids("targets"), row.text("law", ""), row.text("note"), sources.full(row))


def _contradiction(row: Row, sources: FactSources) -> Contradiction:
    said = tuple((language, row.text(language)) for language in LANGUAGES if row.has(language))
    return Contradiction(row.text("place"), said, sources.full(row))


def _gap(row: Row, sources: FactSources) -> TranslationGap:
    return TranslationGap(row.eid("target"), row.text("note"), sources.full(row))


def _later(row: Row, sources: FactSources) -> Later:
    return Later(
        law=row.text("law"),
        adopted=row.day("adopted"),
        clause=row.clause("clause") if row.has("clause") else None,
        targets=row.eids("targets"),
        what=row.text("what"),
        source=sources.full(row),
        note=row.text("note", ""),
    )


def _findings(file: TomlFile, laws: Mapping[str, AmendingLaw]) -> tuple[Finding, ...]:
    """What is wrong or doubtful in the rows that are no effects."""
    found = [*file.top.unknown_keys(("sources", "effect", *_KEYS))]
    for name, keys in _KEYS.items():
        for row in file.rows(name):
            found.extend(row.unknown_keys(keys))
    for row in file.rows("compared"):
        found.extend(_unregistered(row, laws))
    found.extend(_disagreement(row) for row in file.rows("contradiction"))
    for row in file.rows("translation_gap"):
        found.append(_note("translation-gap", row.text("target"), row, row.text("note")))
    return tuple(found)


def _unregistered(row: Row, laws: Mapping[str, AmendingLaw]) -> list[Finding]:
    message = "the law {} is not in the register laws.toml"
    where = str(row.day("date"))
    missing = [number for number in row.texts("incorporates") if number not in laws]
    return [_note("law-unregistered", where, row, message.format(number)) for number in missing]


def _disagreement(row: Row) -> Finding:
    said = "; ".join(f"{language}: {row.text(language)}" for language in LANGUAGES if row.has(language))
    return _note("languages-disagree", row.text("place"), row, f"told differently: {said}")


def _note(code: str, where: str, row: Row, message: str) -> Finding:
    return Finding(code, where, row.line, message, Severity.NOTE, str(row.path))
