"""The words of one citation: what kind of act it names, and the number, days, title and address it gives."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from lawdiff.law.known_act import ActKind
from lawdiff.sources.citations import words
from lawdiff.sources.citations.citation import Cited, Found, NotAnAct

_LONGEST = 4000
_ROMAN = str.maketrans("ІХivx", "IXIVX")  # a number copied from a Russian page


@dataclass(slots=True)
class _Reading:
    """A citation while it is read. What was understood is blanked out in `rest`, so that spans stay true
    and nothing is read twice: the digits of a day are no number."""

    text: str
    rest: str
    found: list[Found] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def take(self, name: str, span: tuple[int, int], said: str, blank: tuple[int, int] | None = None) -> None:
        self.found.append(Found(name, said, span))
        start, end = blank or span
        self.rest = self.rest[:start] + " " * (end - start) + self.rest[end:]


def read_citation(text: str) -> Cited | NotAnAct:
    """The parts of the citation, or why it is none of an act."""
    whole = " ".join(text.split())
    cleaned = whole[:_LONGEST]
    authors = words.AUTHORS.match(cleaned)
    if authors:
        return NotAnAct(cleaned, f"a work by its authors ({authors['name']})")
    reading = _Reading(cleaned, cleaned)
    if len(whole) > _LONGEST:
        reading.unread.append(f"only its first {_LONGEST} characters were read")
    if url := words.URL.search(reading.rest):
        reading.take("url", url.span(), url[0].rstrip(".,;"))
    edition_day = _edition(reading)
    head = _head(reading)
    if head is None:
        return NotAnAct(cleaned, _other(cleaned) or "no kind of act, such as a law or a code, is named")
    if country := words.COUNTRY_ABROAD.match(reading.rest, head.end()):
        reading.take("abroad", country.span(), country[0].removeprefix(" of ").strip())
    _number(reading, head.end())
    _quoted(reading)
    day = _day(reading)
    _address(reading, head)
    _lone_year(reading)
    _title(reading, head)
    kind = _kind(head)
    cited = Cited(cleaned, kind, tuple(reading.found), day, edition_day, tuple(reading.unread))
    if kind is not ActKind.CONSTITUTION and not (cited.number or cited.title or cited.day):
        why = "it says neither the number nor the day nor the title of an act"
        return NotAnAct(cleaned, _other(cleaned) or why)
    return cited


def _kind(head: re.Match[str]) -> ActKind:
    return next(kind for kind, _ in words.KINDS if head[kind.name] is not None)


def _head(reading: _Reading) -> re.Match[str] | None:
    """The words that name the kind of act: at the start, or with the country or a number behind them."""
    start = words.OPENING.match(reading.rest)
    first = start.end() if start else 0
    for head in words.HEAD.finditer(reading.rest):
        before = reading.rest[first : head.start()].strip(" .,:;“”«»\"'")
        numbered = words.NUMBER.match(reading.rest[head.end() :].lstrip(" ,."))
        if not before or head["country"] or numbered or words.ADDRESS.match(before):
            reading.take("kind", head.span(), head[0], (head.start(), head.end()))
            return head
    return None


def _other(text: str) -> str:
    """What an entry is that names no act, by its first words."""
    start = words.OPENING.match(text)
    opening = text[start.end() if start else 0 :].lower()
    return next((what for pattern, what in words.OTHERS if re.match(pattern, opening)), "")


def _number(reading: _Reading, after: int) -> None:
    found = (
        words.NUMBER.search(reading.rest, after)
        or words.BARE_NUMBER.search(reading.rest, after)
        or words.PLAIN_NUMBER.match(reading.rest, after)
    )
    if found:
        convocation = (found["convocation"] or "").translate(_ROMAN)
        reading.take("number", found.span(), found["digits"] + (f"-{convocation}" if convocation else ""))


def _quoted(reading: _Reading) -> None:
    if found := words.QUOTED.search(reading.rest):
        name = "title" if found["title"] else "single"
        reading.take("title", found.span(name), found[name].strip(" .,"), found.span())


def _edition(reading: _Reading) -> dt.date | None:
    found = words.EDITION.search(reading.rest)
    if not found:
        return None
    day = words.DAY.search(found[0])
    reading.take("edition", found.span(), found[0].strip("() "))
    return words.day_of(day) if day else None


def _day(reading: _Reading) -> dt.date | None:
    found = words.DAY.search(reading.rest)
    if not found:
        return None
    day = words.day_of(found)
    reading.take("day", found.span(), found[0])
    if day is None:
        reading.unread.append(f"“{found[0]}” is no day of the calendar")
    return day


def _address(reading: _Reading, head: re.Match[str]) -> None:
    """The provisions before the act ("Article 7(1) of the Law") or at the end ("No. 345, Article 7(1)")."""
    before = words.ADDRESS.search(reading.rest[: head.start()])
    if before:
        words_before = reading.rest[before.start() : head.start()]
        said = re.sub(r"(?:[\s,.:]|\bof\b|\bthe\b)+$", "", words_before)
        reading.take("address", (before.start(), before.start() + len(said)), said)
        return
    for after in words.ADDRESS.finditer(reading.rest, head.end()):
        said = reading.rest[after.start() :].split("   ")[0].rstrip(" .,;")
        said = said.removesuffix(")") if said.count(")") > said.count("(") else said
        if re.search(r"[0-9]|[Pp]reamble", said) and len(said) <= 60:
            reading.take("address", (after.start(), after.start() + len(said)), said)
            return


def _lone_year(reading: _Reading) -> None:
    """A year that stands alone: "Law of Kazakhstan. 2002. No. 345-I". One inside a title stays there."""
    for found in words.YEAR.finditer(reading.rest):
        before, after = reading.rest[: found.start()].rstrip(), reading.rest[found.end() :].lstrip()
        alone = not before or before[-1] in ".,(" or before.endswith((" of", " in", " от"))
        if alone and (not after or after[0] in ".,);" or "   " in reading.rest[found.end() :][:4]):
            reading.take("year", found.span(), found["year"])
            return


def _title(reading: _Reading, head: re.Match[str]) -> None:
    """The title where it is not in quotes: "On Education", behind the kind of act, or before it."""
    if any(part.name == "title" for part in reading.found):
        return
    if head["CODE"] and " " in head["CODE"]:  # "Civil Code": the name is the title
        reading.found.append(Found("title", head["CODE"], head.span("CODE")))
        return
    before = reading.rest[: head.start()].rstrip()
    start = words.TITLE.search(reading.rest, 0 if before.endswith((":", ".", "//")) else head.end())
    if not start:
        return
    end = words.TITLE_END.search(reading.rest, start.start())
    stop = min(
        end.start() if end else len(reading.rest), head.start() if start.start() < head.start() else 10**9
    )
    said = words.TITLE_TAIL.sub("", reading.rest[start.start() : stop])
    if len(said.split()) > 1:
        reading.take("title", (start.start(), start.start() + len(said)), said)
