"""Everything that is known of an act, gathered: its edition, its notes as effects, and the facts."""

from __future__ import annotations

from dataclasses import replace

from lawdiff.law.effect import Effect
from lawdiff.law.errors import SourceError, UsageError
from lawdiff.law.evidence import Evidence
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.act_source import ActSource
from lawdiff.sources.edition_file import EditionFile
from lawdiff.sources.edition_text import read_edition_file
from lawdiff.sources.inference import inferred_insertions, known_from, with_candidates
from lawdiff.sources.note_effects import NoteEffects, latest_adoption, read_notes


def edition_file(source: ActSource, language: str | None = None) -> EditionFile:
    """The edition in that language, or the first. Raises UsageError where there is none."""
    for file in source.editions:
        if language in (None, file.language):
            return file
    held = ", ".join(file.language for file in source.editions) or "none"
    raise UsageError(f"{source.act.id} has no edition in {language!r}; it has: {held}.")


def gather(source: ActSource, scope: EvidenceScope, language: str | None = None) -> Evidence:
    """The evidence of an act: what its edition and notes say, and with `ALL` what the facts add (R5)."""
    file = edition_file(source, language)
    edition = replace(read_edition_file(file.path, source.act.id, file.language), date=file.date)
    notes = read_notes(edition)
    horizon = file.date or latest_adoption(notes)
    if horizon is None:
        raise SourceError(
            f"{file.path}: no note names a law, so nothing tells the edition's day. Set `date`."
        )
    read = NoteEffects(edition, source.laws, horizon)
    stated = with_candidates(edition, read.read(notes), source.act, horizon)
    inferred = tuple(inferred_insertions(edition, stated, source.act, horizon))
    effects = (*stated, *inferred)
    findings = tuple(read.findings)
    if scope is EvidenceScope.EDITION:
        return Evidence(source.act, edition, horizon, effects, (), source.laws, findings)
    told = _told(source.facts.effects, stated)
    return Evidence(
        source.act,
        edition,
        horizon,
        (*_not_inferred(effects, told), *told),
        source.facts.unchanged,
        source.laws,
        findings,
    )


def _told(facts: tuple[Effect, ...], stated: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """The facts' effects; one about a law that the edition only announces is that same change (R9)."""
    coming = {law for effect in stated if effect.announced for law in effect.laws}
    past = {law for effect in stated if not effect.announced for law in effect.laws}
    return tuple(
        replace(effect, announced=True) if set(effect.laws) <= coming - past else effect for effect in facts
    )


def _not_inferred(effects: tuple[Effect, ...], told: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """The edition's effects without the inferences that a fact makes needless (R7)."""
    known = known_from(told)
    return tuple(
        effect
        for effect in effects
        if effect.certainty.value != "inferred" or (effect.kind, effect.target) not in known
    )
