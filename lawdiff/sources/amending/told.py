"""What the texts of amending laws tell of an act: exact effects, what they left alone, what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from lawdiff.law.act import Act
from lawdiff.law.act_text import ACT, TextNode
from lawdiff.law.address import cite
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.clause import NO_CLAUSE, Clause, ClauseKind, resolve
from lawdiff.law.edition import Edition
from lawdiff.law.effect import Cause, Effect, Kind
from lawdiff.law.evidence import LAW_TEXT
from lawdiff.law.finding import Finding, Severity
from lawdiff.law.known_act import ActKind, KnownAct
from lawdiff.sources.amending.enforcement import Enforcement, Levels, read_enforcement
from lawdiff.sources.amending.evidence import AmendingEvidence
from lawdiff.sources.amending.fitting import Misfit, fitted
from lawdiff.sources.amending.later import LaterEffects
from lawdiff.sources.amending.law_text import ActPart, LawText, read_law_text
from lawdiff.sources.amending.orders import Unread, orders_of_part
from lawdiff.sources.amending.register import AmendingFile
from lawdiff.sources.amending.told_effects import ActReader
from lawdiff.sources.amending.untouched import untouched
from lawdiff.sources.citations.meaning import meant
from lawdiff.sources.editions.edition_reading import EditionReading
from lawdiff.sources.instructions.grammar import ENGLISH
from lawdiff.sources.instructions.russian.grammar import RUSSIAN
from lawdiff.sources.wording_lines import text_node

GRAMMARS = {"en": ENGLISH, "ru": RUSSIAN}


@dataclass(frozen=True, slots=True)
class LawTold:
    """What the text of one law tells of the act: its parts about it, the effects that fit, and the rest.

    `is_whole`: every sentence about the act was read, so that what none is about was not touched.
    """

    file: AmendingFile
    law: LawText
    enforcement: Enforcement
    parts: tuple[ActPart, ...]
    effects: tuple[Effect, ...]
    unread: tuple[Unread, ...]
    misfits: tuple[Misfit, ...]
    is_whole: bool


def told_by_laws(
    files: Sequence[AmendingFile],
    act: KnownAct,
    reading: EditionReading,
    facts: Sequence[Effect],
    laws: Mapping[str, AmendingLaw],
) -> AmendingEvidence:
    """What the texts tell of the act, against the notes of its newest edition and the facts."""
    told = read_laws(files, act, reading, facts, laws)
    root, stated = edition_text(reading.edition), reading.effects
    effects = tuple(_once_told(told, reading.edition.language))
    whole = frozenset(each.file.law for each in told if each.is_whole)
    later = LaterEffects.of(reading.edition, (*stated, *facts))
    return AmendingEvidence(
        effects,
        tuple(untouched(stated, effects, whole, root, later, reading.horizon)),
        (
            *(finding for each in told for finding in findings_of(each)),
            *(finding for each in told for finding in _other_clauses(each, stated, later)),
        ),
        {law: tuple(each.target for each in effects if each.laws == (law,)) for law in sorted(whole)},
    )


def read_laws(
    files: Sequence[AmendingFile],
    act: KnownAct,
    reading: EditionReading,
    facts: Sequence[Effect],
    laws: Mapping[str, AmendingLaw],
) -> tuple[LawTold, ...]:
    """Each text, read against the edition, the facts and the other texts."""
    root, known = edition_text(reading.edition), (*reading.effects, *facts)
    alone = [_told(file, act, reading, root, known, laws) for file in files]
    known = (*_not_exact_elsewhere(known, alone), *(effect for each in alone for effect in each.effects))
    return tuple(_told(file, act, reading, root, known, laws) for file in files)


def _once_told(told: Sequence[LawTold], language: str) -> Iterator[Effect]:
    """The effects of all texts; what a law's text in the edition's language tells of a place, its text in
    another language does not tell again without the words."""
    own = {(each.file.law, e.target) for each in told if each.file.language == language for e in each.effects}
    for each in told:
        for effect in each.effects:
            if each.file.language == language or (each.file.law, effect.target) not in own:
                yield effect


def _not_exact_elsewhere(known: Sequence[Effect], told: Sequence[LawTold]) -> Iterator[Effect]:
    """The known effects but for each "as amended" whose law was read whole, and so is exact."""
    exact = {each.file.law: each.effects for each in told if each.is_whole}
    for effect in known:
        inside = (each.target.within(effect.target) for each in exact.get(effect.laws[0], ()))
        if effect.kind is not Kind.AMEND or effect.from_facts or len(effect.laws) > 1 or not any(inside):
            yield effect


def edition_text(edition: Edition) -> TextNode:
    """The edition as plain words, with the numbers of what it prints as excluded."""
    return TextNode(ACT, "", edition.title, None, tuple(text_node(node) for node in edition.provisions))


def known_act(act: Act, titles: Mapping[str, str]) -> KnownAct:
    """The act as a citation may mean it."""
    return KnownAct(
        ActKind(act.kind),
        act.number,
        act.adopted,
        act.title,
        act.id,
        also_titled=tuple(titles.values()),
        held=act.id,
    )


def parts_about(law: LawText, act: KnownAct) -> tuple[ActPart, ...]:
    """The parts of the law that are about the act, by its number, day and title."""
    return tuple(part for part in law.parts if meant(part.about, (act,)).act is not None)


def _told(
    file: AmendingFile,
    act: KnownAct,
    reading: EditionReading,
    root: TextNode,
    known: Sequence[Effect],
    laws: Mapping[str, AmendingLaw],
) -> LawTold:
    edition, grammar = reading.edition, GRAMMARS[file.language]
    law = read_law_text(file.read())
    enforcement = read_enforcement(law, grammar)
    parts = parts_about(law, act)
    registered = laws.get(file.law)
    later = LaterEffects.of(
        edition, [each for each in known if file.law not in each.laws or not each.from_facts]
    )
    reader = ActReader(
        root,
        file.language == edition.language,
        later,
        partial(_cause, file, enforcement, registered),
        partial(_source, file),
        _is_ahead(file, reading),
    )
    orders = [order for part in parts for order in orders_of_part(part, grammar)]
    made = tuple(reader.effects(orders))
    effects, misfits = fitted(made, root, later, reader.is_ahead)
    is_whole = bool(parts) and not reader.unread and not misfits and reader.is_whole
    return LawTold(file, law, enforcement, parts, effects, tuple(reader.unread), misfits, is_whole)


def _is_ahead(file: AmendingFile, reading: EditionReading) -> bool:
    """Whether the edition is from before the law: adopted past its horizon, or only announced in it (R9)."""
    notes = [note for note in reading.stated if file.law in note.laws]
    return file.adopted > reading.horizon or (bool(notes) and all(note.announced for note in notes))


def _cause(file: AmendingFile, told: Enforcement, law: AmendingLaw | None, place: Levels) -> Cause:
    clause = told.of(place)
    day = resolve(clause, file.adopted, law.published if law else None)
    return Cause(file.law, file.adopted, day, clause)


def _source(file: AmendingFile, place: Levels, line: int) -> str:
    nouns = {"art": "art. {}", "para": "item {}", "subpara": "{})"}
    said = " ".join(nouns[kind].format(number) for kind, number in place if kind in nouns)
    return f"{LAW_TEXT}{file.law}, {said}, {file.path.name} line {line}"


def findings_of(told: LawTold) -> Iterator[Finding]:
    """What of a text was not taken in, and what of it the edition contradicts."""
    name = str(told.file.path)
    for each in told.unread:
        said = f" “{each.text[:80]}”" if each.text else ""
        yield Finding("amending-unread", told.file.law, each.line, f"not read{said}: {each.why}", file=name)
    for misfit in told.misfits:
        effect = misfit.effect
        message = f"{told.file.law} does not fit the edition: {misfit.why}"
        line = int(effect.source.rpartition(" ")[2])
        yield Finding("amending-misfit", effect.target, line, message, Severity.WARNING, name)
    if told.enforcement.unread:
        message = f"when it starts was not read: “{told.enforcement.unread[:120]}”"
        yield Finding("amending-clause", told.file.law, told.enforcement.line, message, file=name)
    if not told.parts:
        message = f"nothing in the text of {told.file.law} is about this act"
        yield Finding("amending-elsewhere", told.file.law, None, message, Severity.NOTE, name)


def _other_clauses(told: LawTold, stated: Sequence[Effect], later: LaterEffects) -> Iterator[Finding]:
    """Where the text lets a change start on another day than the edition's note on it, whose day holds."""
    seen: set[tuple[str, Clause]] = set()
    for effect in told.effects:
        clause = effect.causes[0].clause
        notes = [one for one in stated if one.laws == effect.laws and later.covers(one.target, effect.target)]
        known = next(
            (one.causes[0].clause for one in notes if _says_another(one.causes[0].clause, clause)), None
        )
        if known and (effect.target, clause) not in seen:
            seen.add((effect.target, clause))
            message = (
                f"{told.file.law} changes {cite(effect.target)} {clause} by its text, {known} by the note "
                "of the edition, whose day holds"
            )
            line = int(effect.source.rpartition(" ")[2])
            yield Finding("amending-other-day", effect.target, line, message, file=str(told.file.path))


def _says_another(noted: Clause, clause: Clause) -> bool:
    sends_elsewhere = ClauseKind.SEE in (noted.kind, clause.kind)
    return noted not in (clause, NO_CLAUSE) and not sends_elsewhere
