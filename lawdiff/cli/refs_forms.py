"""References as text and as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import click

from lawdiff.cli.page import wrapped
from lawdiff.history.cautions import cautions
from lawdiff.history.references import referred_by, refers_to
from lawdiff.law.act_words import act_name, cited_act
from lawdiff.law.address import cite
from lawdiff.law.eid import EId
from lawdiff.law.json_form import Json
from lawdiff.law.phrases import count, in_words
from lawdiff.law.reference import Reference, ReferenceKind
from lawdiff.law.reference_json import reference_json
from lawdiff.law.timeline import ActTimelines
from lawdiff.law.wording import State

_PLAIN = (State.RECORDED, State.MIXED)
_SINGLE = str.maketrans('“”«»"', "‘’‘’'")
_SHOWN = 5
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class References:
    """What `refs` shows: all references of the act that day, and the provisions asked for, some of them
    `absent`; the words of the `unsearched` are not known."""

    timelines: ActTimelines
    day: dt.date
    asked: tuple[EId, ...]
    found: tuple[Reference, ...]
    unsearched: tuple[EId, ...]
    absent: tuple[EId, ...]

    @property
    def out(self) -> tuple[Reference, ...]:
        return tuple(refers_to(self.found, self.asked))

    @property
    def back(self) -> tuple[Reference, ...]:
        """What refers to the provisions; for the whole act that is said already by what it refers to."""
        return tuple(referred_by(self.found, self.asked)) if self.asked else ()

    @property
    def is_absent(self) -> bool:
        """Whether nothing that was asked for is part of the law that day."""
        return bool(self.absent) and len(self.absent) == max(len(self.asked), 1)

    @property
    def cautions(self) -> tuple[str, ...]:
        return tuple(cautions(self.timelines, (self.day,), ()))


def refs_lines(shown: References) -> Iterator[str]:
    """The references in groups: out, in bodies of law, and back; then what could not be searched."""
    act = shown.timelines.act
    language = shown.timelines.language
    what = ", ".join(cite(eid, language) for eid in shown.asked) or "the whole act"
    yield from wrapped(act_name(act, language), "", "  ")
    yield from wrapped(f"references of {what} on {in_words(shown.day)}", "", "  ")
    for eid in shown.absent:
        said = "The act is not in force" if eid == "act" else f"{cite(eid, language)} is not part of the law"
        yield from ("", f"{said} that day.")
    yield from outward_lines(shown.out, language)
    if shown.asked:
        yield from _group("is referred to by", shown.back, "Nothing refers to it.", language)
    yield from unsearched_lines(shown.unsearched, language)
    for caution in shown.cautions:
        yield from ("", *wrapped(caution, "* ", "  "))


def outward_lines(found: Sequence[Reference], language: str) -> Iterator[str]:
    """What the references point at, those to bodies of law apart."""
    general = [each for each in found if each.kind is ReferenceKind.LEGISLATION]
    named = [each for each in found if each.kind is not ReferenceKind.LEGISLATION]
    if named or not general:
        yield from _group("refers to", named, "It refers to nothing.", language)
    if general:
        yield from _bodies(general, language)


def _group(title: str, found: Sequence[Reference], none: str, language: str) -> Iterator[str]:
    yield ""
    if not found:
        yield none
        return
    yield click.style(title, bold=True)
    said = _by(found, language, lambda each: (target(each, language), _said(each), _doubt(each)))
    for (meant, words, doubt), places in said:
        yield from wrapped(f"{'; '.join(places)} → {meant}", "  ", "      ")
        yield from wrapped(f"{words}{doubt}", "      ", "      ")


def _bodies(found: Sequence[Reference], language: str) -> Iterator[str]:
    """References to bodies of law, one entry for each body."""
    yield from ("", click.style("refers to bodies of law", bold=True))
    first = {each.words.lower(): each.words for each in reversed(found)}
    for words, places in _by(found, language, lambda each: first[each.words.lower()]):
        yield from wrapped(f"{words}: {'; '.join(places)}", "  ", "      ")


def _by(
    found: Sequence[Reference], language: str, key: Callable[[Reference], Key]
) -> Iterator[tuple[Key, list[str]]]:
    """The places of the references by what is said of them, so that what is said often takes one entry."""
    places: dict[Key, dict[str, None]] = {}
    for each in found:
        places.setdefault(key(each), {})[cite(each.source, language)] = None
    return ((said, list(where)) for said, where in places.items())


def _said(each: Reference) -> str:
    """The words in quotes, with those inside made single."""
    return f"“{each.words.translate(_SINGLE)}”"


def unsearched_lines(unsearched: Sequence[EId], language: str) -> Iterator[str]:
    """The texts that could not be searched, the first of them by name."""
    if not unsearched:
        return
    shown = ", ".join(cite(eid, language) for eid in unsearched[:_SHOWN])
    more = f" and {count(len(unsearched) - _SHOWN, 'more text')}" if len(unsearched) > _SHOWN else ""
    said = f"Not searched, because the words of that day are not known: {shown}{more}."
    yield from ("", *wrapped(said, "", ""))


def target(each: Reference, language: str) -> str:
    """What a reference points at, in words."""
    if each.kind is ReferenceKind.OTHER_ACT:
        title = each.act.title if each.act else each.act_title
        if each.act and each.act.number:
            return cited_act(each.act.number, each.act.adopted, title, each.act.kind.value)
        return (
            f"{title} of {in_words(each.act.adopted)}" if each.act else title or f"Law No. {each.act_number}"
        )
    if each.kind is ReferenceKind.LEGISLATION:
        return "a body of law"
    if each.kind is ReferenceKind.UNKNOWN or each.target is None:
        return "not known"
    meant = "this act" if each.target == "act" else cite(each.target, language)
    if each.kind is ReferenceKind.DOUBTFUL:
        return f"{meant}, or law in general" if each.target == "act" else f"perhaps {meant}"
    return f"nothing: {each.reason}" if each.to_nothing else meant


def _doubt(each: Reference) -> str:
    """The reason why a reference is not sure, and how its words are known."""
    said = [] if each.to_nothing or not each.reason else [each.reason]
    if each.state not in _PLAIN:
        said.append(f"its words are {each.state.value}")
    return f"  [{'; '.join(said)}]" if said else ""


def refs_json(shown: References) -> Json:
    """`refs --json`."""
    asked = shown.asked
    return {
        "law": shown.timelines.act.id,
        "language": shown.timelines.language,
        "date": shown.day.isoformat(),
        "evidence": shown.timelines.scope.value,
        "horizon": shown.timelines.horizon.isoformat(),
        "provision": f"{asked[0]}..{asked[-1]}" if len(asked) > 1 else asked[0] if asked else None,
        "cautions": list(shown.cautions),
        "absent": list(shown.absent),
        "refers_to": [reference_json(each) for each in shown.out],
        "referred_to_by": [reference_json(each) for each in shown.back],
        "unsearched": list(shown.unsearched),
    }
