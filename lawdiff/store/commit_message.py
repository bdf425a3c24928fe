"""The message of a commit: the law in words, what it did, and the facts as trailers."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lawdiff.law.effect import Effect, Kind
from lawdiff.law.eid import EId
from lawdiff.law.phrases import in_words, listed

_WIDTH = 76
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Message:
    """What a commit says of one law and one act. `days` are its commencements with basis and clause. `law` is
    "unknown" for a change that comparing editions shows and no note explains."""

    law: str
    adopted: dt.date | None
    published: dt.date | None
    title: str
    days: tuple[tuple[str, str, str], ...]
    act: str
    sentence: str
    effects: tuple[str, ...]
    evidence: tuple[str, ...]


def commit_message(messages: Sequence[Message], with_day: dt.date | None = None) -> str:
    """The message for all acts that the law changed on that day.

    `with_day` is named in the subject where the law has several commits.
    """
    first = messages[0]
    subject = f"Law No. {first.law} of {_day(first.adopted)}"
    if first.law == UNKNOWN:
        subject = "Change that no note explains"
    if with_day:
        subject += f", in force from {in_words(with_day)}"
    titles = list(dict.fromkeys(message.title for message in messages if message.title))
    sentences = dict.fromkeys(message.sentence for message in messages)
    paragraphs = [textwrap.fill(words, _WIDTH, break_on_hyphens=False) for words in (*titles[:1], *sentences)]
    return "\n\n".join((subject, *paragraphs, "\n".join(_trailers(messages)))) + "\n"


def _trailers(messages: Sequence[Message]) -> Iterator[str]:
    first = messages[0]
    published = next((message.published for message in messages if message.published), None)
    yield f"Law: {first.law}"
    yield f"Adopted: {first.adopted or UNKNOWN}"
    yield f"Published: {published or UNKNOWN}"
    for when, basis, clause in dict.fromkeys(day for message in messages for day in message.days):
        yield f"In-Force: {when}"
        yield f"In-Force-Basis: {basis}"
        if clause:
            yield f"Clause: {clause}"
    by_act: dict[str, list[Message]] = {}
    for message in messages:
        by_act.setdefault(message.act, []).append(message)
    for act, about in by_act.items():
        yield f"Act: {act}"
        yield from dict.fromkeys(f"Effect: {effect}" for message in about for effect in message.effects)
    yield from dict.fromkeys(f"Evidence: {source}" for message in messages for source in message.evidence)


def _day(day: dt.date | None) -> str:
    return in_words(day) if day else "a day that no source tells"


def effect_line(effect: Effect) -> str:
    """An effect in one line: `replace art_1 (stated; footnote, en.txt line 36)`."""
    parts = [effect.kind.value, effect.target]
    if effect.own_text_only:
        parts.append("own text")
    if effect.moved_to:
        parts.append(f"-> {effect.moved_to}")
    parts += [f"“{old}” -> “{new}”" for old, new in effect.substitutions]
    several = f" {', '.join(effect.laws)}" if len(effect.laws) > 1 else ""
    announced = "announced; " if effect.announced else ""
    said = f"({announced}{effect.certainty.value}{several}; {effect.source})"
    return " ".join(" ".join((*parts, said)).split())


_VERBS = {
    Kind.INSERT: "inserts",
    Kind.REPLACE: "rewords",
    Kind.REPEAL: "excludes",
    Kind.MOVE: "moves",
    Kind.SUBSTITUTE: "substitutes words in",
    Kind.AMEND: "amends",
    Kind.RENAME_REPLACE: "gives a new title to",
    Kind.RENAME_AMEND: "amends the title of",
}
_MAY = {
    "inserts": "may have inserted",
    "rewords": "may have reworded",
    "excludes": "may have excluded",
    "moves": "may have moved",
    "substitutes words in": "may have substituted words in",
    "amends": "may have amended",
    "gives a new title to": "may have given a new title to",
    "amends the title of": "may have amended the title of",
}


def sentence(act: str, effects: Iterable[Effect]) -> str:
    """What a law did to an act, in a sentence that counts by articles."""
    done: dict[str, dict[EId, None]] = {}
    told: set[EId] = set()
    ordered = sorted(effects, key=lambda effect: (len(effect.laws) > 1, _rank(effect), effect.target.order))
    for effect in ordered:
        verb, whole = _verb(effect), _whole(effect.target)
        if whole not in told:
            told.add(whole)
            done.setdefault(_MAY[verb] if len(effect.laws) > 1 else verb, {})[whole] = None
    said = "; ".join(f"{verb} {_listed(list(targets))}" for verb, targets in done.items())
    announced = ", announced only" if all(effect.announced for effect in ordered) else ""
    return f"{act}{announced}: {said}."


def _whole(target: EId) -> EId:
    """The article that the target is in; a chapter, the preamble or the act is named itself."""
    kind, number = target.segments[0]
    return EId(f"{kind}_{number}") if number else EId(kind)


def _verb(effect: Effect) -> str:
    if effect.target.kind == "heading":
        return _VERBS[Kind.RENAME_AMEND]
    return _VERBS[effect.kind if effect.target == _whole(effect.target) else Kind.AMEND]


def _rank(effect: Effect) -> int:
    return list(_VERBS.values()).index(_verb(effect))


_ALONE = {"act": "the whole act", "text": "the whole text", "title": "the title", "preamble": "the preamble"}
_NAMED = {"art": "Article", "chp": "Chapter", "sec": "Section", "subsec": "Subsection", "part": "Part"}


def _listed(targets: Sequence[EId]) -> str:
    by_kind: dict[str, list[str]] = {}
    for target in sorted(targets, key=lambda target: target.order):
        by_kind.setdefault(target.kind, []).append(target.number)
    parts = [_ALONE[kind] for kind in by_kind if kind in _ALONE]
    for kind, numbers in by_kind.items():
        if kind not in _ALONE:
            parts.append(f"{_NAMED.get(kind, kind)}{'s' * (len(numbers) > 1)} {listed(numbers)}")
    return listed(parts)
