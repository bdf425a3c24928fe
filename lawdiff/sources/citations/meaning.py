"""The act that a citation means: chosen among the known ones by number, title and year, with its doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawdiff.law.known_act import KnownAct, plain_title
from lawdiff.sources.citations.citation import Citation, Cited, NotAnAct, Outcome
from lawdiff.sources.citations.reader import read_citation

_ENOUGH = 4  # a number or a title of its own, or a part of one with the year
_ALIKE = 0.6  # so much of two titles' words must agree
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a citation and an act agree, each from 0 (not) to 2 (exactly)."""

    act: KnownAct
    number: int
    title: int
    points: int

    @property
    def identifies(self) -> bool:
        nameless = not self.act.number and self.points >= _ENOUGH
        return nameless or (self.points >= _ENOUGH and bool(self.number or self.title))


def meant(text: str, acts: Sequence[KnownAct]) -> Citation:
    """What the citation means among these acts."""
    read = read_citation(text)
    if isinstance(read, NotAnAct):
        return _titled(read, acts)
    if abroad := read.said("abroad"):
        why = f"it is an act of another country ({abroad}), and no such acts are known here"
        return Citation(read.text, Outcome.UNKNOWN, read, None, (why,), read.unread)
    fits = sorted((_fit(read, act) for act in acts), key=lambda fit: -fit.points)
    sure = [fit for fit in fits if fit.identifies]
    if not sure or _disagree(sure):
        return _unknown(read, sure or [fit for fit in fits if fit.number or fit.title])
    best = sure[0]
    equal = [fit for fit in sure[1:] if fit.points == best.points]
    if equal:
        return _unknown(read, [best, *equal])
    outcome = Outcome.HELD if best.act.held else Outcome.KNOWN
    doubts = (*_doubts(read, best), *read.unread)
    return Citation(read.text, outcome, read, best.act, tuple(_reasons(read, best)), doubts)


def _titled(read: NotAnAct, acts: Sequence[KnownAct]) -> Citation:
    """An entry that names no kind of act may still be the bare title of one."""
    named = [act for act in acts if len(read.text) <= 400 and act.is_titled(read.text)]
    if len(named) != 1:
        return Citation(read.text, Outcome.NOT_AN_ACT, reasons=(read.why,))
    outcome = Outcome.HELD if named[0].held else Outcome.KNOWN
    doubts = ("only a title is given, without kind, number or day",)
    return Citation(read.text, outcome, None, named[0], ("the title is its own",), doubts)


def _disagree(sure: Sequence[_Fit]) -> bool:
    """Whether the number is that of one act and the title that of another."""
    return any(one.number == 2 and not one.title for one in sure) and any(
        other.title == 2 and not other.number for other in sure
    )


def _unknown(read: Cited, near: Sequence[_Fit]) -> Citation:
    if len(near) > 1 and _disagree(near):
        why = "the number is that of one act and the title that of another"
    elif near:
        why = "no known act agrees with it well enough to be named"
    else:
        why = "no known act has such a number or title"
    candidates = tuple(fit.act for fit in near[:_SHOWN])
    return Citation(read.text, Outcome.UNKNOWN, read, None, (why,), read.unread, candidates)


def _fit(cited: Cited, act: KnownAct) -> _Fit:
    number, title = _number_fit(cited.number, act), _title_fit(cited.title, act)
    points = 2 * number + 2 * title + (1 if cited.kind is act.kind else -1)
    if not act.number and cited.kind is act.kind:
        points += 3  # there is one Constitution in force: no number tells it apart
    if cited.day == act.adopted:
        points += 3
    year = cited.day.year if cited.day else cited.year
    if year is not None:
        points += 1 if year == act.adopted.year else -3 if year < act.adopted.year else 0
    if cited.title and not title and act.title:
        points -= 1
    return _Fit(act, number, title, points)


def _number_fit(number: str, act: KnownAct) -> int:
    if not number or not act.number:
        return 0
    if number in act.numbers:
        return 2
    return int(number.partition("-")[0] == act.number.partition("-")[0])


def _title_fit(title: str, act: KnownAct) -> int:
    if not title:
        return 0
    if act.is_titled(title):
        return 2
    wanted = set(plain_title(title).split())
    owns = (set(plain_title(own).split()) for own in act.titles)
    return int(any(len(wanted & own) >= _ALIKE * len(wanted | own) for own in owns))


def _reasons(cited: Cited, fit: _Fit) -> Iterator[str]:
    act = fit.act
    if cited.number and cited.number == act.number:
        yield f"No. {act.number} is its number"
    elif fit.number == 2:
        bare = ", which itself carries no convocation" if "-" not in act.number else ""
        yield f"No. {cited.number} is how some sources write its number {act.number}{bare}"
    elif fit.number:
        yield f"the digits {act.number.partition('-')[0]} are those of its number"
    if fit.title == 2:
        yield "the title is its own"
    elif fit.title:
        yield "the title is like its own"
    if cited.day == act.adopted:
        yield "the day is that of its adoption"
    elif cited.year == act.adopted.year:
        yield f"{cited.year} is the year of its adoption"
    if not act.number and cited.kind is act.kind:
        yield "it is the only constitution that is known here"


def _doubts(cited: Cited, fit: _Fit) -> Iterator[str]:
    act = fit.act
    if cited.kind is not act.kind:
        yield f"it is cited as a {cited.kind.noun} and is a {act.kind.noun}"
    if fit.number == 1:
        others = f", and some sources write {' or '.join(act.also_written)}" if act.also_written else ""
        yield f"No. {cited.number} is miswritten: its number is {act.number}{others}"
    elif cited.number and not fit.number:
        yield f"No. {cited.number} is not its number, which is {act.number}"
    elif act.number and not cited.number:
        yield "no number is given"
    if cited.number and not cited.title and not cited.day:
        yield "only a number is given, and numbers begin anew with each convocation of the Parliament"
    if cited.title and fit.title < 2:
        yield f"the title is not the known one, “{act.title}”" if act.title else "its title is not known here"
    yield from _wrong_years(cited, act)


def _wrong_years(cited: Cited, act: KnownAct) -> Iterator[str]:
    adopted = act.adopted
    if cited.day and cited.day != adopted:
        yield f"{cited.day} is not the day of its adoption, {adopted}"
    if cited.year is None or cited.year == adopted.year:
        return
    if cited.year < adopted.year:
        yield f"{cited.year} lies before its adoption in {adopted.year}"
    elif not cited.day:
        yield (
            f"{cited.year} is not the year of its adoption, {adopted.year}: "
            "at best that of the edition that was read"
        )
