"""The findings on one act: what is wrong or doubtful in its text, notes, registers and facts (R12)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from lawdiff.history.clocks import reading_of
from lawdiff.history.merge import cleared_laws
from lawdiff.history.places import Slot, slots_of_each, unplaced
from lawdiff.history.reference_findings import references_to_nothing
from lawdiff.history.room import allowed
from lawdiff.history.touch import Made, Reach, Touch
from lawdiff.law.address import cite
from lawdiff.law.edition import Edition, Provision
from lawdiff.law.effect import Certainty, Effect, Kind
from lawdiff.law.eid import EId, number_order
from lawdiff.law.evidence import Evidence
from lawdiff.law.finding import Finding, Severity
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.law.timeline import Clock, EvidenceScope
from lawdiff.sources.act_source import ActSource
from lawdiff.sources.evidence import gather
from lawdiff.sources.glossary import Term


def check(source: ActSource, language: str | None = None) -> tuple[Finding, ...]:
    """Every finding on the act in a language, or in all that the corpus has it in, by file and line."""
    languages = [language] if language else [file.language for file in source.editions]
    found = [one for each in dict.fromkeys(languages) for one in _in_language(source, each)]
    return tuple(sorted(dict.fromkeys((*source.findings, *found)), key=lambda finding: finding.order))


def _in_language(source: ActSource, language: str) -> Iterator[Finding]:
    stated = gather(source, EvidenceScope.EDITION, language)
    everything = gather(source, EvidenceScope.ALL, language)
    edition = stated.edition
    yield from everything.findings
    yield from _numbers_without_note(stated)
    yield from _numbering(edition, {each.target for each in stated.effects if each.kind is Kind.REPEAL})
    yield from _likely_moves(edition, stated.effects)
    yield from _two_forms(edition, source.terms)
    yield from _unplaced(everything)
    yield from _excluded_and_printed(stated)
    yield from _like_notes(edition)
    yield from _contradicted(everything)
    yield from references_to_nothing(stated)


def _numbers_without_note(evidence: Evidence) -> Iterator[Finding]:
    """Hyphenated numbers that no note inserts (R7)."""
    for effect in evidence.effects:
        if effect.certainty is Certainty.INFERRED and effect.kind is Kind.INSERT:
            laws = ", ".join(law for law in effect.laws if law != UNKNOWN_LAW) or "a law that no note names"
            yield Finding(
                "number-without-note",
                effect.target,
                effect.line,
                f"{effect.source.partition(',')[0].removeprefix('the number ')} was inserted, and no note "
                f"says by which law: {'one of ' if len(effect.laws) > 1 else ''}{laws}",
                Severity.NOTE,
                evidence.edition.path,
            )


def _numbering(edition: Edition, gone: Collection[EId]) -> Iterator[Finding]:
    """Numbers that stand twice or are left out: an excluded number stays (R1), so a gap is no exclusion,
    unless a note tells of it ("7-8. Excluded by ...")."""
    for node in edition.walk():
        again = re.search(r"-x(\d+)$", node.eid)
        if again:
            yield Finding(
                "number-twice",
                node.eid,
                node.line,
                f"{node.num} stands here for the {again[1]}. time; it is kept apart as {node.eid}",
                Severity.ERROR,
                edition.path,
            )
        yield from _gaps(edition, [child for child in node.children if child.eid.kind != "art"], gone)
    articles = [node for node in edition.walk() if node.eid.kind == "art"]
    chapters = [node for node in edition.walk() if node.eid.kind == "chp" and node.eid.parent is None]
    yield from _gaps(edition, [*articles, *chapters], gone)


def _gaps(edition: Edition, nodes: Iterable[Provision], gone: Collection[EId]) -> Iterator[Finding]:
    last: dict[str, int] = {}
    for node in nodes:
        kind, number = node.eid.kind, node.eid.number
        if kind not in ("art", "chp", "para", "subpara") or not number_order(number):
            continue
        first = number_order(number)[0][0]
        missing = range(last.get(kind, 0) + 1, first)
        if not all(_beside(node.eid, str(each)) in gone for each in missing):
            yield Finding(
                "number-missing",
                node.eid,
                node.line,
                f"{node.num} follows number {last.get(kind, 0)}: a number is missing, and no note says why",
                Severity.WARNING,
                edition.path,
            )
        last[kind] = max(first, last.get(kind, 0))


def _beside(eid: EId, number: str) -> EId:
    """The provision of another number in the same place."""
    return eid.parent.child(eid.kind, number) if eid.parent else EId(f"{eid.kind}_{number}")


def _likely_moves(edition: Edition, effects: Iterable[Effect]) -> Iterator[Finding]:
    """An article excluded and one inserted by the same law under the same title."""
    titles = {n.eid: n.heading.text for n in edition.walk() if n.heading and n.eid.kind == "art"}
    given = list(effects)
    inserted: dict[tuple[str, ...], list[Effect]] = {}
    for effect in given:
        if effect.kind is Kind.INSERT:
            inserted.setdefault(effect.laws, []).append(effect)
    for gone in (effect for effect in given if effect.kind is Kind.REPEAL):
        for come in inserted.get(gone.laws, ()):
            if _plain(titles.get(gone.target, "")) == _plain(titles.get(come.target, "?")):
                yield Finding(
                    "likely-move",
                    gone.target,
                    gone.line,
                    f"{gone.laws[0]} excludes {cite(gone.target)} and inserts {cite(come.target)} under "
                    f"the same title, “{titles[come.target]}”: likely a move",
                    Severity.NOTE,
                    edition.path,
                )


def _plain(title: str) -> str:
    """A title without what translators add: articles, case."""
    return " ".join(word for word in title.lower().split() if word not in ("a", "an", "the"))


def _two_forms(edition: Edition, terms: Iterable[Term]) -> Iterator[Finding]:
    """A term that the text has in an old and a new form side by side (R12)."""
    passages = [
        (node.eid, passage)
        for node in edition.walk()
        for passage in (node.heading, node.text)
        if passage is not None
    ]
    for term in terms:
        old, new = _pattern(term.forms), _pattern(term.proposed)
        if not old or not new:
            continue
        first_old = next((passage for _, passage in passages if old.search(passage.text)), None)
        for eid, passage in passages:
            found = new.search(passage.text)
            if first_old and found:
                yield Finding(
                    "term-two-forms",
                    eid,
                    passage.line,
                    f"“{found[0]}” here, “{term.forms[0]}” elsewhere (line {first_old.line}): one term in "
                    "two forms",
                    Severity.WARNING,
                    edition.path,
                )


def _pattern(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    if not forms:
        return None
    return re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b", re.IGNORECASE)


def _unplaced(evidence: Evidence) -> Iterator[Finding]:
    """Facts and notes about provisions that no source knows on any day."""
    for row in unplaced(evidence):
        noted = row if isinstance(row, Effect) and not row.from_facts else None
        yield Finding(
            "target-unknown",
            row.target,
            noted.line if noted else None,
            f"{cite(row.target)} is no provision of any day: the edition does not print it, and "
            f"nothing tells how it ended ({row.source})",
            Severity.ERROR,
            evidence.edition.path if noted else "facts.toml",
        )


def _excluded_and_printed(evidence: Evidence) -> Iterator[Finding]:
    """Notes that exclude what the edition still prints (DESIGN section 3: a contradiction is a finding)."""
    for effect in evidence.effects:
        if effect.kind is not Kind.REPEAL or effect.announced:
            continue
        inside = (node for node in evidence.edition.walk() if node.text and node.eid.within(effect.target))
        chapter = (n for n in evidence.edition.walk() if n.eid == effect.target and n.children)
        if next(inside, None) or next(chapter, None):
            yield Finding(
                "excluded-and-printed",
                effect.target,
                effect.line,
                f"a note excludes {cite(effect.target)}, whose words the edition still prints",
                Severity.ERROR,
                evidence.edition.path,
            )


# What only editors write: "as amended by the Law of", "(shall be enforced from". Law text names no law so.
_LIKE_NOTE = re.compile(
    r"\b(?:as amended|in the wording|(?:is|are) (?:supplemented|excluded)) (?:by|of) the Laws?\b"
    r"|[(,;]\s*shall be enforced (?:from|upon)\b"
    r"|\b(?:внесенными|в редакции|исключен[аоы]?|дополнен[аоы]?) закон\w* (?:рк|республики казахстан) от\b"
    r"|\(вводится в действие\b",
    re.IGNORECASE,
)


def _like_notes(edition: Edition) -> Iterator[Finding]:
    """Words of the law that look like a note of the editors with its marker missing."""
    for node in edition.walk():
        if node.text and _LIKE_NOTE.search(node.text.text):
            yield Finding(
                "looks-like-note",
                node.eid,
                node.text.line,
                f"this line is read as words of {cite(node.eid)}, and looks like a note without its marker; "
                "what it tells is not used",
                Severity.WARNING,
                edition.path,
            )


def _contradicted(evidence: Evidence) -> Iterator[Finding]:
    """A fact that a law changed a text, and one that the same law did not touch it."""
    slots = list(slots_of_each(evidence)[0].values())
    reach = Reach(evidence.standings, evidence.unchanged, frozenset(slot.eid for slot in slots))
    reading = reading_of(evidence, Clock.ENFORCED)
    for slot in slots:
        made = [Made(touch, cause) for touch in reach.touches(slot) for cause in touch.effect.causes]
        stands = allowed(slot, made, reading)
        for item in made:
            if item not in stands:
                yield _unnoted(slot, item, evidence)
        cleared = cleared_laws(slot, reach.unchanged(slot))
        for touch in reach.touches(slot):
            against = [law for law in touch.effect.laws if touch.distance <= cleared.get(law, -2)]
            if touch.exact and against and len(touch.effect.laws) == 1:
                yield _contradiction(slot, touch, evidence)


def _unnoted(slot: Slot, item: Made, evidence: Evidence) -> Finding:
    return Finding(
        "fact-against-notes",
        slot.eid,
        None,
        f"a fact says that {item.cause.law} changed {cite(slot.eid)} ({item.touch.effect.source}); the "
        "edition's notes on it are complete and do not allow that. The fact is left out of the answers.",
        Severity.ERROR,
        evidence.edition.path,
    )


def _contradiction(slot: Slot, touch: Touch, evidence: Evidence) -> Finding:
    return Finding(
        "facts-contradict",
        slot.eid,
        touch.effect.line,
        f"{touch.effect.laws[0]} changed {cite(slot.eid)} by one source ({touch.effect.source}) and left it "
        "alone by another",
        Severity.ERROR,
        evidence.edition.path if touch.effect.line else "facts.toml",
    )
