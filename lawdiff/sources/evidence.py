"""Everything that is known of an act, gathered: its editions, their notes as effects, and the facts."""

from __future__ import annotations

from dataclasses import replace

from lawdiff.law.effect import Effect
from lawdiff.law.errors import UsageError
from lawdiff.law.evidence import Evidence
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.act_source import ActSource
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
    return tuple(sorted(files, key=lambda file: str(file.date)))


def edition_file(source: ActSource, language: str | None = None) -> EditionFile:
    """The newest edition in that language, or in the first. Raises UsageError where there is none."""
    return edition_files(source, language)[-1]


def gather(source: ActSource, scope: EvidenceScope, language: str | None = None) -> Evidence:
    """The evidence of an act: what its newest edition and its notes say, and with `ALL` what the facts and
    the other editions add (R5)."""
    files = edition_files(source, language)
    reading = read_with_notes(source, files[-1])
    edition, horizon = reading.edition, reading.horizon
    if scope is EvidenceScope.EDITION:
        return Evidence(source.act, edition, horizon, reading.effects, (), source.laws, reading.findings)
    told = _told(source.facts.effects, reading.stated)
    unchanged = source.facts.unchanged
    if len(files) == 1:
        effects = (*_not_inferred(reading.effects, told), *told)
        return Evidence(source.act, edition, horizon, effects, unchanged, source.laws, reading.findings)
    from lawdiff.sources.editions.one_act import together

    readings = [_without_needless(read_with_notes(source, file), told) for file in files[:-1]]
    found = together([*readings, _without_needless(reading, told)], told)
    return Evidence(
        source.act,
        edition,
        horizon,
        found.effects,
        (*unchanged, *found.unchanged),
        source.laws,
        (*reading.findings, *(one for each in readings for one in each.findings), *found.findings),
        found.witnesses,
    )


def _told(facts: tuple[Effect, ...], stated: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """The facts' effects; one about a law that the edition only announces is that same change (R9)."""
    coming = {law for effect in stated if effect.announced for law in effect.laws}
    past = {law for effect in stated if not effect.announced for law in effect.laws}
    return tuple(
        replace(effect, announced=True) if set(effect.laws) <= coming - past else effect for effect in facts
    )


def _without_needless(reading: EditionReading, told: tuple[Effect, ...]) -> EditionReading:
    return replace(
        reading,
        stated=_not_inferred(reading.stated, told),
        inferred=_not_inferred(reading.inferred, told),
    )


def _not_inferred(effects: tuple[Effect, ...], told: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """The edition's effects without the inferences that a fact makes needless (R7)."""
    known = known_from(told)
    return tuple(
        effect
        for effect in effects
        if effect.certainty.value != "inferred" or (effect.kind, effect.target) not in known
    )
