"""The `[[effect]]` rows of a facts register: what a law did, found outside the edition's notes."""

from __future__ import annotations

from collections.abc import Mapping

from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.clause import resolve
from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding, Severity
from lawdiff.sources.fact_source import FactSources
from lawdiff.sources.toml_row import Row

KEYS = (
    "target",
    "kind",
    "law",
    "laws",
    "certainty",
    "attribution",
    "clause",
    "moved_to",
    "same_words",
    "old",
    "new",
    "source",
    "note",
    "doubt",
)
_KINDS = {
    "insert": Kind.INSERT,
    "replace": Kind.REPLACE,
    "amend": Kind.AMEND,
    "substitute": Kind.SUBSTITUTE,
    "repeal": Kind.REPEAL,
    "move": Kind.MOVE,
    "rename": Kind.RENAME_AMEND,
}
_CERTAINTIES = {one.value: one for one in (Certainty.STATED, Certainty.COMPARED, Certainty.ONE_OF)}


def read_effect(
    row: Row, laws: Mapping[str, AmendingLaw], sources: FactSources
) -> tuple[Effect | None, tuple[Finding, ...]]:
    """The effect that the row tells, None where no law of it is registered, and what is doubtful about it.

    `old` and `new` stay in the file: they are words of the official language, and a substitution is
    made in the words of the edition's own whole-text note (R6).
    """
    kind = row.choice("kind", _KINDS)
    target = row.eid("target")
    certainty = row.choice("certainty", _CERTAINTIES)
    named = _laws_named(row, certainty)
    source = sources.short(row)
    findings = _doubts(row, named, laws)
    causes = tuple(_cause(row, laws[number]) for number in named if number in laws)
    if not causes:
        return None, findings
    effect = Effect(
        kind=kind,
        target=target.own,
        own_text_only=target.names_own_text,
        causes=causes,
        certainty=certainty,
        source=source,
        moved_to=_moved_to(row, kind),
        same_words=row.flag("same_words"),
        from_facts=True,
    )
    return effect, findings


def _laws_named(row: Row, certainty: Certainty) -> tuple[str, ...]:
    if row.has("law") == row.has("laws"):
        raise row.error("name the law in `law`, or the candidates in `laws`, and not both")
    named = (row.text("law"),) if row.has("law") else row.texts("laws")
    if not named:
        raise row.error("`laws` is empty; name the candidates")
    if len(named) > 1 and certainty is not Certainty.ONE_OF:
        raise row.error('several laws are named; write certainty = "one_of"')
    return named


def _cause(row: Row, law: AmendingLaw) -> Cause:
    """The law with the days on which this effect began: its own clause, else the register's."""
    clause = row.clause("clause") if row.has("clause") else law.clause
    return Cause(law.number, law.adopted, resolve(clause, law.adopted, law.published), clause)


def _moved_to(row: Row, kind: Kind) -> EId | None:
    if row.has("moved_to") != (kind is Kind.MOVE):
        raise row.error("`moved_to` belongs to a move, and a move needs it")
    return row.eid("moved_to").own if kind is Kind.MOVE else None


def _doubts(row: Row, named: tuple[str, ...], laws: Mapping[str, AmendingLaw]) -> tuple[Finding, ...]:
    where, file = row.text("target"), str(row.path)
    found = [*row.unknown_keys(KEYS)]
    for number in named:
        if number not in laws:
            message = f"the law {number} is not in the register laws.toml and is left out as a candidate"
            found.append(Finding("law-unregistered", where, row.line, message, Severity.NOTE, file))
    if row.has("doubt"):
        found.append(Finding("fact-doubtful", where, row.line, row.text("doubt"), Severity.NOTE, file))
    return tuple(found)
