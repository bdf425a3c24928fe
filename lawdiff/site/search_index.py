"""The index of a law: each wording once, with the days on which it is known and how well."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lawdiff.history.inside import TITLE, eids_inside
from lawdiff.law.address import capitalised, cite
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, Timeline
from lawdiff.law.wording import State, Wording
from lawdiff.site.search_words import script, words_in
from lawdiff.site.version import Version

_PART = 200_000  # bytes of words in a file: the whole law here, a large code in several


@dataclass(frozen=True, slots=True)
class Span:
    """The versions from the first to the last, counted from 0, in which a wording is known in one way."""

    first: int
    last: int
    state: State


@dataclass(frozen=True, slots=True)
class IndexedWording:
    """One wording of one text. `label` is "" for the title of its unit; `words` is None where no source has
    them: then nobody can search them, and that is said."""

    label: str
    fragment: str
    words: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class IndexedUnit:
    """An article, or what stands around the articles, with its wordings. A version is read at `folder` and
    its first day."""

    eid: EId
    name: str
    folder: str
    versions: tuple[Version, ...]
    wordings: tuple[IndexedWording, ...]


@dataclass(frozen=True, slots=True)
class IndexPart:
    """A part of an index as a file, the eId and name of each unit in it, and their words."""

    content: bytes
    units: tuple[tuple[EId, str], ...]
    words: frozenset[str]


def index_of(
    timelines: ActTimelines, versions: Sequence[Version], unit_versions: Mapping[EId, Sequence[Version]]
) -> Iterator[IndexPart]:
    """The index of a law in one part or several, in the order of the text."""
    units: list[IndexedUnit] = []
    size = 0
    for unit in indexed_units(timelines, versions, unit_versions):
        units.append(unit)
        size += sum(len(each.words or "") for each in unit.wordings)
        if size > _PART:
            yield _part(timelines, units)
            units, size = [], 0
    if units:
        yield _part(timelines, units)


def indexed_units(
    timelines: ActTimelines, versions: Sequence[Version], unit_versions: Mapping[EId, Sequence[Version]]
) -> Iterator[IndexedUnit]:
    """Every text of the law by the page on which it is read: articles and the like by themselves, titles of
    the law and of its chapters on the pages of the whole law."""
    texts: dict[EId, list[EId]] = {}
    for text in eids_inside(timelines):
        texts.setdefault(_unit(text), []).append(text)
    for eid, inside in texts.items():
        own = eid in unit_versions
        found = unit_versions[eid] if own else versions
        name = "Title of the Law" if eid == TITLE else capitalised(cite(eid, timelines.language))
        folder = f"{eid}/" if own else ""
        wordings = (each for text in inside for each in _wordings(timelines, text, eid, own, found))
        yield IndexedUnit(eid, name, folder, tuple(found), tuple(wordings))


def _unit(eid: EId) -> EId:
    return EId(eid.partition("__")[0])


def _wordings(
    timelines: ActTimelines, text: EId, unit: EId, own: bool, versions: Sequence[Version]
) -> Iterator[IndexedWording]:
    """The wordings of a text, each once, in the order of their first days."""
    holder = text.parent if text.kind == "heading" else text
    label = "" if text in (unit.heading, TITLE) else capitalised(cite(text, timelines.language))
    fragment = holder if holder and holder != TITLE and not (own and holder == unit) else ""
    for words, spans in _spans(timelines.texts[text], versions).items():
        yield IndexedWording(label, fragment, words, tuple(_joined(spans)))


def _spans(timeline: Timeline, versions: Sequence[Version]) -> dict[str | None, list[Span]]:
    firsts = [version.first for version in versions]
    found: dict[str | None, list[Span]] = {}
    segments = list(timeline.segments())
    ends = [bisect_left(firsts, start) - 1 for start, _ in segments[1:]]
    for (start, wording), last in zip(segments, [*ends, len(firsts) - 1], strict=True):
        for words in _words(wording):
            span = Span(bisect_left(firsts, max(start, firsts[0])), last, wording.state)
            found.setdefault(words, []).append(span)
    return found


def _words(wording: Wording) -> tuple[str | None, ...]:
    """What may be searched: the words, or those of each possibility; None where some are in no source."""
    if wording.state is State.UNRECORDED:
        return (None,)
    sides = wording.possibilities or (wording,)
    there = (each.text for each in sides if each.text is not None or each.state is State.UNRECORDED)
    return tuple(dict.fromkeys(there))


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, those of one state behind one another as one."""
    open_span: Span | None = None
    for span in spans:
        if open_span and open_span.state is span.state and open_span.last + 1 == span.first:
            open_span = Span(open_span.first, span.last, span.state)
            continue
        if open_span:
            yield open_span
        open_span = span
    if open_span:
        yield open_span


def _part(timelines: ActTimelines, units: Sequence[IndexedUnit]) -> IndexPart:
    told = {
        "language": timelines.language,
        "horizon": timelines.horizon.isoformat(),
        "units": [_told(unit) for unit in units],
    }
    words = (words_in(each.words) for unit in units for each in unit.wordings if each.words)
    return IndexPart(
        script("part", told), tuple((unit.eid, unit.name) for unit in units), frozenset().union(*words)
    )


def _told(unit: IndexedUnit) -> dict[str, object]:
    return {
        "eid": unit.eid,
        "name": unit.name,
        "folder": unit.folder,
        "days": [version.first.isoformat() for version in unit.versions],
        "wordings": [
            [each.label, each.fragment, each.words, [[s.first, s.last, s.state.value] for s in each.spans]]
            for each in unit.wordings
        ],
    }
