"""Everything that is known of an act, gathered: its editions, their notes as effects, and the facts."""

from __future__ import annotations

from dataclasses import replace

from lawdiff.law.effect import Effect, Unchanged
from lawdiff.law.errors import UsageError
from lawdiff.law.evidence import Evidence, Witness
from lawdiff.law.finding import Finding, Severity
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.act_source import ActSource
from lawdiff.sources.amending.evidence import NOTHING_TOLD, AmendingEvidence
from lawdiff.sources.edition_file import EditionFile
from lawdiff.sources.editions.edition_reading import EditionReading, read_with_notes
from lawdiff.sources.inference import known_from


def edition_files(source: ActSource, language: str | None = None) -> tuple[EditionFile, ...]:
    """The editions in that language, or in the first that the act lists; the oldest first.

    Raises UsageError where there is none.
    """
    wanted = language or next((file.language for file in source.editions), None)
    files = [file for file in source.editions if file.language == wanted]
    if not files:
        held = ", ".join(dict.fromkeys(file.language for file in source.editions)) or "none"
        raise UsageError(f"{source.act.id} has no edition in {language!r}; it has: {held}.")
    if len(files) == 1:
        return tuple(files)
    return tuple(sorted(files, key=lambda file: file.date or read_with_notes(source, file).horizon))


def edition_file(source: ActSource, language: str | None = None) -> EditionFile:
    """The newest edition in that language, or in the first. Raises UsageError where there is none."""
    return edition_files(source, language)[-1]


def gather(source: ActSource, scope: EvidenceScope, language: str | None = None) -> Evidence:
    """The evidence of an act: what its newest edition and its notes say, and with `ALL` what the facts and
    the other editions, in this language and in others, add (R5)."""
    files = edition_files(source, language)
    if scope is EvidenceScope.EDITION:
        reading = read_with_notes(source, files[-1])
        return _evidence(source, reading, reading.effects, (), reading.findings)
    if len(source.editions) > 1:
        return _gather_all(source, files)
    reading = read_with_notes(source, files[-1])
    laws = _amending(source, reading, source.facts.effects)
    told = _told((*laws.narrowed(source.facts.effects), *laws.effects), reading.stated)
    effects = (*_not_inferred(laws.narrowed(reading.effects), told), *told)
    unchanged = (*source.facts.unchanged, *laws.unchanged)
    return _evidence(source, reading, effects, unchanged, (*reading.findings, *laws.findings))


def _amending(source: ActSource, reading: EditionReading, facts: tuple[Effect, ...]) -> AmendingEvidence:
    """What the texts of amending laws tell beside the newest edition."""
    if not source.amending:
        return NOTHING_TOLD
    from lawdiff.sources.amending.told import known_act, told_by_laws

    act = known_act(source.act, source.titles)
    return told_by_laws(source.amending, act, reading, facts, source.laws)


def _evidence(
    source: ActSource,
    reading: EditionReading,
    effects: tuple[Effect, ...],
    unchanged: tuple[Unchanged, ...],
    findings: tuple[Finding, ...],
    witnesses: tuple[Witness, ...] = (),
) -> Evidence:
    edition, horizon = reading.edition, reading.horizon
    act = source.act_in(edition.language)
    return Evidence(act, edition, horizon, effects, unchanged, source.laws, findings, witnesses=witnesses)


def _gather_all(source: ActSource, files: tuple[EditionFile, ...]) -> Evidence:
    """The evidence of an act with several editions."""
    from lawdiff.sources.editions.one_act import together
    from lawdiff.sources.editions.other_languages import OtherLanguage, from_languages, with_known_days

    read, same_day = _of_different_days([read_with_notes(source, file) for file in source.editions])
    dated = [with_known_days(each, [other for other in read if other is not each]) for each in read]
    by_language: dict[str, list[EditionReading]] = {}
    for each in sorted(dated, key=lambda each: each.horizon):
        by_language.setdefault(each.edition.language, []).append(each)
    readings = by_language.pop(files[-1].language)
    others = []
    for given in by_language.values():
        found = together(given, ())
        others.append(OtherLanguage(given[-1], found.effects, found.unchanged))
    crossed = from_languages(readings, others)
    newest = readings[-1]
    laws = _amending(source, newest, (*source.facts.effects, *crossed.effects))
    facts = laws.narrowed((*source.facts.effects, *crossed.effects))
    told = _told((*facts, *laws.effects), newest.stated)
    readings = [_without_needless(each, told, laws) for each in readings]
    found = together(readings, told)
    return _evidence(
        source,
        newest,
        found.effects,
        (*source.facts.unchanged, *crossed.unchanged, *found.unchanged, *laws.unchanged),
        (
            *(one for each in readings for one in each.findings),
            *found.findings,
            *crossed.findings,
            *same_day,
            *laws.findings,
        ),
        found.witnesses if len(readings) > 1 else (),
    )


def _of_different_days(
    readings: list[EditionReading],
) -> tuple[list[EditionReading], list[Finding]]:
    """The editions of which no two in one language are of one day: the last that is listed counts."""
    found = {(each.edition.language, each.horizon): each for each in readings}
    findings = [
        Finding(
            "edition-same-day",
            each.edition.path,
            None,
            f"this edition and {found[each.edition.language, each.horizon].edition.path} are both of "
            f"{each.horizon}; this one is left out of the answers. Give each its own `date`",
            Severity.ERROR,
            each.edition.path,
        )
        for each in readings
        if found[each.edition.language, each.horizon] is not each
    ]
    return list(found.values()), findings


def _told(facts: tuple[Effect, ...], stated: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """The facts' effects; one about a law that the edition only announces is that same change (R9)."""
    coming = {law for effect in stated if effect.announced for law in effect.laws}
    past = {law for effect in stated if not effect.announced for law in effect.laws}
    return tuple(
        replace(effect, announced=True) if set(effect.laws) <= coming - past else effect for effect in facts
    )


def _without_needless(
    reading: EditionReading, told: tuple[Effect, ...], laws: AmendingEvidence
) -> EditionReading:
    return replace(
        reading,
        stated=_not_inferred(laws.narrowed(reading.stated), told),
        inferred=_not_inferred(laws.narrowed(reading.inferred), told),
    )


def _not_inferred(effects: tuple[Effect, ...], told: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """The edition's effects without the inferences that a fact makes needless (R7)."""
    known = known_from(told)
    return tuple(
        effect
        for effect in effects
        if effect.certainty.value != "inferred" or (effect.kind, effect.target) not in known
    )
