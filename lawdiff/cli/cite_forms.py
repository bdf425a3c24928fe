"""Citations as text, as a table and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import click

from lawdiff.cli.page import wrapped
from lawdiff.history.cited import CitedEdition, cited_edition, cited_provisions
from lawdiff.law.act_words import cited_act
from lawdiff.law.address import cite, format_address
from lawdiff.law.eid import EId
from lawdiff.law.json_form import Json
from lawdiff.law.known_act import ActKind, KnownAct
from lawdiff.law.phrases import in_words
from lawdiff.law.timeline import ActTimelines
from lawdiff.sources.citations.citation import Citation, Entry, Outcome

_OUTCOMES = {
    Outcome.HELD: "held: its text is in this corpus",
    Outcome.KNOWN: "known: its text is not held",
    Outcome.UNKNOWN: "a citation of an act, but of which cannot be told",
    Outcome.NOT_AN_ACT: "not a citation of an act",
}
_COLOURS = {Outcome.HELD: "green", Outcome.KNOWN: "cyan", Outcome.UNKNOWN: "yellow"}


@dataclass(frozen=True, slots=True)
class Answered:
    """A citation with what its act's timelines say of it, where the act is held. `problem` is what is wrong
    with the address in it."""

    entry: Entry
    citation: Citation
    edition: CitedEdition | None = None
    provisions: tuple[EId, ...] = ()
    problem: str = ""
    timelines: ActTimelines | None = None

    @classmethod
    def of(cls, entry: Entry, citation: Citation, opened: Callable[[str], ActTimelines]) -> Answered:
        if citation.act is None or not citation.act.held or citation.cited is None:
            return cls(entry, citation)
        timelines, cited = opened(citation.act.held), citation.cited
        provisions, problem = cited_provisions(timelines, cited.said("address"))
        year = cited.edition_year or (None if cited.day else cited.year)
        edition = cited_edition(timelines, cited.edition_day, year)
        return cls(entry, citation, edition, provisions, problem, timelines)

    @property
    def doubts(self) -> tuple[str, ...]:
        return (*self.citation.doubts, *((self.problem,) if self.problem else ()))

    @property
    def cites_an_act(self) -> bool:
        """Whether the entry could be read as a citation of an act, known or not."""
        return self.citation.outcome is not Outcome.NOT_AN_ACT

    @property
    def command(self) -> str:
        """The command that shows the text meant, "" where it is not held or no edition is named."""
        if self.edition is None:
            return ""
        return " ".join(["lawdiff asof", str(self.edition.last), *map(format_address, self.provisions[:1])])


def known_name(act: KnownAct) -> str:
    """An act as it is cited: Code of 26 December 2011 No. 518-IV “On Marriage (Matrimony) and Family”."""
    if act.kind is ActKind.CONSTITUTION:
        return f"{act.title} of {in_words(act.adopted)}"
    return cited_act(act.number, act.adopted, act.title, act.kind.value)


def citation_lines(each: Answered) -> Iterator[str]:
    """One citation: the act, why, the doubts, the provisions and the edition."""
    citation = each.citation
    yield from wrapped(_name(each), "", "  ")
    yield ""
    if citation.act:
        yield from _labelled("outcome", _OUTCOMES[citation.outcome])
    for reason in citation.reasons:
        yield from _labelled("because", reason)
    for doubt in each.doubts:
        yield from _labelled("doubt", doubt)
    for candidate in citation.candidates:
        yield from _labelled("perhaps", known_name(candidate))
    if citation.act:
        yield from _about(citation.act, each)


def _name(each: Answered) -> str:
    """What the citation means, in a line."""
    act = each.citation.act
    if act is None:
        return _OUTCOMES[each.citation.outcome].capitalize()
    if not each.provisions:
        return known_name(act)
    places = cite(each.provisions[0])
    if len(each.provisions) > 1:
        places += f" to {cite(each.provisions[-1])}"
    return f"{places} of the {known_name(act)}"


def _about(act: KnownAct, each: Answered) -> Iterator[str]:
    if act.ended:
        yield from _labelled("ended", f"it {act.ended}")
    if act.note:
        yield from _labelled("note", act.note)
    if each.timelines:
        yield from _labelled("edition", _edition(each, each.timelines))
    if each.command:
        yield from _labelled("show it", each.command)
    yield from _labelled("source", act.source)


def _edition(each: Answered, timelines: ActTimelines) -> str:
    """Which text of the act is meant, in words."""
    edition = each.edition
    if edition is None:
        return "none is named; the law as it was read cannot be told from the citation"
    past = f", past {in_words(timelines.horizon)}, the last day that the corpus proves"
    past = past if edition.last > timelines.horizon else ""
    if edition.first == edition.last:
        return f"the law as it stood on {in_words(edition.first)}{past}"
    if not edition.laws:
        return f"the law as it stood in {edition.first.year}, when no law is known to have changed it{past}"
    laws = ", ".join(edition.laws)
    year = edition.first.year
    return f"the law as it stood on some day of {year}; in that year {laws} changed it or may have{past}"


def _labelled(label: str, words: str) -> Iterator[str]:
    yield from wrapped(words, f"{label + ':':<10}", " " * 10)


def table_lines(answered: Sequence[Answered]) -> Iterator[str]:
    """A bibliography: a line or more for each entry, its doubts below it, and the count at the end."""
    width = max((len(each.entry.number) for each in answered), default=0) + 1
    indent = " " * (width + 11)
    for each in answered:
        outcome = each.citation.outcome
        label = click.style(f"{outcome.value:<10} ", fg=_COLOURS.get(outcome))
        if outcome in (Outcome.HELD, Outcome.KNOWN):
            words = _name(each)
        else:
            words = f"{_shortened(each.entry.text)}: {'; '.join(each.citation.reasons)}"
        first, *rest = wrapped(words, indent, indent)
        yield f"{each.entry.number:<{width}}{label}{first.lstrip()}"
        yield from rest
        for doubt in each.doubts:
            yield from wrapped(doubt, indent + "! ", indent + "  ")
        if each.edition and each.timelines:
            yield from wrapped(_edition(each, each.timelines), indent + "= ", indent + "  ")
    counted = Counter(each.citation.outcome for each in answered)
    if counted:
        yield ""
        yield ", ".join(f"{counted[outcome]} {outcome.value}" for outcome in Outcome if counted[outcome])


def _shortened(text: str, longest: int = 60) -> str:
    """The beginning of the text, with nothing in it that a terminal would obey."""
    shown = text if text.isprintable() else ascii(text)[1:-1]
    return shown if len(shown) <= longest else shown[: longest - 3].rstrip() + "..."


def citations_json(answered: Sequence[Answered]) -> Json:
    """`cite --json`."""
    return {"citations": [_citation_json(each) for each in answered]}


def _citation_json(each: Answered) -> Json:
    citation, cited, edition = each.citation, each.citation.cited, each.edition
    return {
        "number": each.entry.number or None,
        "line": each.entry.line or None,
        "text": citation.text,
        "outcome": citation.outcome.value,
        "read": [{"part": one.name, "words": one.words, "span": list(one.span)} for one in cited.found]
        if cited
        else [],
        "act": _act_json(citation.act) if citation.act else None,
        "provisions": list(each.provisions),
        "edition": {
            "first": edition.first.isoformat(),
            "last": edition.last.isoformat(),
            "laws": list(edition.laws),
        }
        if edition
        else None,
        "reasons": list(citation.reasons),
        "doubts": list(each.doubts),
        "candidates": [_act_json(act) for act in citation.candidates],
    }


def _act_json(act: KnownAct) -> Json:
    return {
        "kind": act.kind.value,
        "number": act.number or None,
        "adopted": act.adopted.isoformat(),
        "title": act.title or None,
        "held": act.held or None,
        "ended": act.ended or None,
        "source": act.source,
    }
