"""What editions in other languages tell of the same act: places, laws and days, and never a wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lawdiff.law.address import cite
from lawdiff.law.clause import NO_CLAUSE, Clause
from lawdiff.law.effect import Cause, Certainty, Effect, Kind, Unchanged
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding, Severity
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.sources.editions.edition_reading import EditionReading

_REWORDS = (Kind.REPLACE, Kind.RENAME_REPLACE, Kind.REPEAL)


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """What the editions in another language tell: the newest of them, all their effects, and the texts that
    comparing them proves untouched."""

    newest: EditionReading
    effects: tuple[Effect, ...]
    unchanged: tuple[Unchanged, ...] = ()

    @property
    def language(self) -> str:
        return self.newest.edition.language


@dataclass(frozen=True, slots=True)
class FromLanguages:
    """What counts of it for an edition in this language, and where the notes disagree."""

    effects: tuple[Effect, ...]
    unchanged: tuple[Unchanged, ...]
    findings: tuple[Finding, ...]


def from_languages(readings: Sequence[EditionReading], others: Iterable[OtherLanguage]) -> FromLanguages:
    """What other languages add to the editions in one, given oldest first."""
    here = _Here(readings)
    effects: dict[object, Effect] = {}
    unchanged: list[Unchanged] = []
    findings: list[Finding] = []
    for other in others:
        for effect in other.effects:
            if UNKNOWN_LAW in effect.laws and effect.from_facts and here.knows(effect.target):
                findings.append(_unexplained(effect, other, here.newest))
            if not _may_cross(effect):
                continue
            if here.has_room_for(effect):
                effects.setdefault(_key(effect), _crossed(effect, other.language))
            elif here.should_tell(effect):
                findings.append(_missing(effect, other, here.newest))
        unchanged += [row for row in other.unchanged if here.knows(row.target)]
        findings += _disagreements(here.newest, other)
    return FromLanguages(tuple(effects.values()), tuple(unchanged), tuple(findings))


class _Here:
    """The editions in the language that the answer is in."""

    def __init__(self, readings: Sequence[EditionReading]) -> None:
        self.newest = readings[-1]
        self._places = {node.eid for reading in readings for node in reading.edition.walk()}
        self._past = [effect for reading in readings for effect in reading.past]
        self._told = {_key(effect) for effect in self._past}
        self._coming = {law for e in self.newest.stated if e.announced for law in e.laws}

    def knows(self, target: EId) -> bool:
        """Whether the place is printed in this language."""
        return (target.parent if target.kind == "heading" else target) in self._places

    def has_room_for(self, effect: Effect) -> bool:
        """Whether an effect told in another language can say more than the notes here: of a law that they
        name at a place around it, that a later rewording hides, or that is younger than the edition."""
        if not self.knows(effect.target) and effect.kind is not Kind.INSERT:
            return False
        if _key(effect) in self._told or self._tells_more_nearly(effect):
            return False
        if self.is_later(effect):
            return True
        return any(
            effect.target.within(other.target)
            and (effect.laws[0] in other.laws or self._hides(other, effect))
            for other in self._past
        )

    def is_later(self, effect: Effect) -> bool:
        """Whether the law began after all that is proved here, or is one that is announced."""
        return all(
            cause.law in self._coming or cause.commencement.first > self.newest.horizon
            for cause in effect.causes
        )

    def should_tell(self, effect: Effect) -> bool:
        """Whether the notes here ought to name the law at the place, and do not."""
        if len(effect.causes) > 1 or effect.certainty is not Certainty.STATED or self.is_later(effect):
            return False
        adopted = effect.causes[0].adopted
        if adopted is None or adopted > self.newest.horizon or not self.knows(effect.target):
            return False
        return not any(
            (_meet(other, effect) and (effect.laws[0] in other.laws or other.causes[0].adopted == adopted))
            or (effect.target.within(other.target) and self._hides(other, effect))
            for other in self._past
        )

    def _hides(self, other: Effect, effect: Effect) -> bool:
        return other.kind in _REWORDS and other.causes[-1].order > effect.causes[-1].order

    def _tells_more_nearly(self, effect: Effect) -> bool:
        return any(
            effect.laws[0] in other.laws
            and other.target != effect.target
            and other.target.within(effect.target)
            for other in self._past
        )


def _may_cross(effect: Effect) -> bool:
    """Words, guesses and unknown laws stay in their language."""
    if effect.announced or effect.certainty is Certainty.INFERRED or UNKNOWN_LAW in effect.laws:
        return False
    return effect.kind is not Kind.SUBSTITUTE and effect.target.kind not in ("act", "title", "text")


def _crossed(effect: Effect, language: str) -> Effect:
    """The effect as this language takes it: a fact that a comparison of languages tells."""
    certainty = Certainty.COMPARED if len(effect.causes) == 1 else Certainty.ONE_OF
    return replace(
        effect,
        certainty=certainty,
        source=f"{language}: {effect.source}",
        text=None,
        substitutions=(),
        line=None,
        from_facts=True,
    )


def _key(effect: Effect) -> object:
    return (effect.kind, effect.target, effect.laws, effect.own_text_only, effect.moved_to)


def _meet(one: Effect, other: Effect) -> bool:
    return one.target.within(other.target) or other.target.within(one.target)


# --- days -----------------------------------------------------------------------------------------------


def with_known_days(reading: EditionReading, others: Iterable[EditionReading]) -> EditionReading:
    """The edition with the day of a law whose note gives no enforcement clause, where the notes of another
    edition do and that day lies in the window that is open here: more is known, and nothing else."""
    clauses: dict[tuple[str, object], dict[Clause, Cause]] = {}
    for other in others:
        for effect in other.stated:
            for cause in effect.causes:
                if cause.clause != NO_CLAUSE:
                    clauses.setdefault((cause.law, cause.adopted), {})[cause.clause] = cause
    known = {law: next(iter(told.values())) for law, told in clauses.items() if len(told) == 1}
    return replace(
        reading,
        stated=tuple(_dated(effect, known) for effect in reading.stated),
        inferred=tuple(_dated(effect, known) for effect in reading.inferred),
    )


def _dated(effect: Effect, known: Mapping[tuple[str, object], Cause]) -> Effect:
    causes = tuple(_narrowed(cause, known.get((cause.law, cause.adopted))) for cause in effect.causes)
    return effect if causes == effect.causes else replace(effect, causes=causes)


def _narrowed(cause: Cause, told: Cause | None) -> Cause:
    if told is None or cause.clause != NO_CLAUSE:
        return cause
    mine, other = cause.commencement, told.commencement
    return told if mine.first <= other.first and other.last <= mine.last else cause


# --- findings -------------------------------------------------------------------------------------------


def _missing(effect: Effect, other: OtherLanguage, here: EditionReading) -> Finding:
    return Finding(
        "languages-disagree",
        effect.target,
        here.line_of(effect.target),
        f"{other.newest.edition.path} tells that {effect.laws[0]} changed {cite(effect.target)} "
        f"({effect.source}), and no note here names that law there",
        Severity.WARNING,
        here.edition.path,
    )


def _unexplained(effect: Effect, other: OtherLanguage, here: EditionReading) -> Finding:
    when = effect.causes[0].commencement
    return Finding(
        "languages-disagree",
        effect.target,
        here.line_of(effect.target),
        f"the text of {cite(effect.target)} in {other.language} changed between {when.first} and {when.last} "
        f"({effect.source}), and no note explains it there or here",
        Severity.WARNING,
        here.edition.path,
    )


def _disagreements(here: EditionReading, other: OtherLanguage) -> Iterator[Finding]:
    """Laws that the notes of two languages date or number differently, or let begin on different days."""
    mine, theirs = _laws(here), _laws(other.newest)
    for law, (effect, cause) in mine.items():
        if law in theirs:
            there = theirs[law][1]
            if there.adopted != cause.adopted:
                yield _differs(
                    here, effect, other, f"{law} is of {cause.adopted} here and of {there.adopted}"
                )
            clauses, there_clauses = _clauses(here, law), _clauses(other.newest, law)
            if clauses and there_clauses and not clauses & there_clauses:
                here_said, there_said = (", ".join(sorted(each)) for each in (clauses, there_clauses))
                said = f"{law} commences {here_said} here and {there_said}"
                yield _differs(here, effect, other, said)
            continue
        for number, (there_effect, there) in theirs.items():
            same = there.adopted == cause.adopted and _meet(there_effect, effect)
            if same and number not in mine:
                said = f"the law of {cause.adopted} has the number {law} here and {number}"
                yield _differs(here, effect, other, said)


def _laws(reading: EditionReading) -> dict[str, tuple[Effect, Cause]]:
    found: dict[str, tuple[Effect, Cause]] = {}
    for effect in reading.stated:
        for cause in effect.causes:
            if cause.law != UNKNOWN_LAW and cause.adopted is not None:
                found.setdefault(cause.law, (effect, cause))
    return found


def _clauses(reading: EditionReading, law: str) -> set[str]:
    causes = (cause for effect in reading.stated for cause in effect.causes if cause.law == law)
    return {str(cause.clause) for cause in causes if cause.clause != NO_CLAUSE}


def _differs(here: EditionReading, effect: Effect, other: OtherLanguage, said: str) -> Finding:
    path = other.newest.edition.path
    line = effect.line
    return Finding(
        "languages-disagree", effect.target, line, f"{said} in {path}", Severity.WARNING, here.edition.path
    )
