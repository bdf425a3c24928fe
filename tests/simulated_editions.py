"""A law with a history that is known, and the editions that a publisher would make of it: what they may claim
can be held against what the law really said on each day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random

START = dt.date(2000, 1, 1)
_DASHES = ("-", "–", "—")


@dataclass
class SimulatedArticle:
    """`items` are paragraphs by number, None once excluded; or, with `loose`, passages by place."""

    number: str
    loose: bool
    items: dict[str, str | None] = field(default_factory=dict)
    passages: list[str] = field(default_factory=list)
    excluded_by: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)  # (what, law)
    taken: int = 0
    ever: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Deed:
    """One thing that a law does to one article."""

    kind: str
    article: str
    at: int
    words: str


@dataclass(frozen=True)
class SimulatedLaw:
    """A law with its days and all it does."""

    number: str
    adopted: dt.date
    begins: dt.date
    deeds: tuple[Deed, ...]
    is_dated: bool = True  # else it begins some days after a publication that nobody knows

    @property
    def order(self) -> tuple[dt.date, dt.date, str]:
        return (self.begins, self.adopted, self.number)

    @property
    def noted(self) -> str:
        clause = "upon expiry of ten calendar days after its first official publication"
        if self.is_dated:
            clause = f"from {self.begins:%d.%m.%Y}"
        return (
            f"the Law of the Republic of Kazakhstan dated {self.adopted:%d.%m.%Y} No. {self.number} "
            f"(shall be enforced {clause})"
        )

    @property
    def russian(self) -> str:
        """The same in Russian."""
        delay = "по истечении десяти календарных дней после дня его первого официального опубликования"
        clause = f"вводится в действие {delay}"
        if self.is_dated:
            clause = f"вводится в действие с {self.begins:%d.%m.%Y}"
        return f"Законом РК от {self.adopted:%d.%m.%Y} № {self.number} ({clause})"


@dataclass(frozen=True)
class SimulatedEdition:
    """An edition: its day, the laws that it has, and its text."""

    date: dt.date
    laws: frozenset[str]
    text: str


class Simulation:
    """One law, the laws that changed it, and the editions of it; all of it decided by a seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.laws = self._laws()
        self.editions = self._editions()

    # --- the law -----------------------------------------------------------------------------------------

    def _first(self) -> dict[str, SimulatedArticle]:
        found: dict[str, SimulatedArticle] = {}
        for number in ("1", "2", "3"):
            article = SimulatedArticle(number, loose=number == "3")
            for place in range(1, 4):
                if article.loose:
                    article.passages.append(f"Passage {place} - of the first days")
                else:
                    article.items[str(place)] = f"Paragraph {number}.{place} - of the first days"
            article.taken = 3
            found[number] = article
        return found

    def _laws(self) -> tuple[SimulatedLaw, ...]:
        found = []
        for index in range(1, self.random.randint(2, 7)):
            adopted = START + dt.timedelta(self.random.randint(300, 4000))
            is_dated = self.random.random() < 0.6
            begins = adopted + dt.timedelta(self.random.choice((0, 10, 30, 200, 400)))
            if not is_dated:  # published one to thirty days after adoption, ten days before it begins
                begins = adopted + dt.timedelta(self.random.randint(11, 41))
            deeds = tuple(self._deed(f"{index}0-IV") for _ in range(self.random.randint(1, 3)))
            found.append(SimulatedLaw(f"{index}0-IV", adopted, begins, deeds, is_dated))
        return tuple(sorted(found, key=lambda law: law.order))

    def _deed(self, law: str) -> Deed:
        kind = self.random.choice(
            ("amend", "amend", "amend", "reword", "append", "hyphen", "exclude", "new-article", "drop")
        )
        return Deed(kind, self.random.choice(("1", "2", "3", "3")), self.random.randint(0, 9), f"by {law}")

    def state(self, laws: Iterable[SimulatedLaw]) -> dict[str, SimulatedArticle]:
        """The act as these laws leave it, in the order of their commencement."""
        articles = self._first()
        for law in sorted(laws, key=lambda each: each.order):
            for deed in law.deeds:
                _do(articles, law.number, deed)
        return articles

    def truth(self, day: dt.date) -> dict[str, str]:
        """What each text really said on a day, by eId."""
        return texts_of(self.state(law for law in self.laws if law.begins <= day))

    # --- its editions ------------------------------------------------------------------------------------

    def _editions(self) -> tuple[SimulatedEdition, ...]:
        days = sorted({START + dt.timedelta(self.random.randint(200, 4800)) for _ in range(4)})
        days = [day for at, day in enumerate(days) if not at or (day - days[at - 1]).days > 3]
        found = []
        for at, day in enumerate(days):
            manner = self.random.choice(("exact", "exact", "ahead", "late"))
            had = [law for law in self.laws if law.begins <= day]
            if manner == "ahead":
                had = [law for law in self.laws if law.adopted <= day]
            if manner == "late" and at < len(days) - 1:
                had = [law for law in had if (day - law.begins).days > 150]
            numbers = frozenset(law.number for law in had)
            found.append(SimulatedEdition(day, numbers, self._text(had, _DASHES[at % len(_DASHES)])))
        return tuple(found)

    def _text(self, had: Sequence[SimulatedLaw], dash: str) -> str:
        noted = {law.number: law.noted for law in had}
        lines = [
            "On Simulation",
            "",
            "The Law of the Republic of Kazakhstan dated 1 December 1999 No. 50",
            "",
        ]
        for article in sorted(self.state(had).values(), key=lambda each: each.number):
            lines += [f"Article {article.number}. Title of {article.number}", ""]
            for number, words in _sorted_items(article.items):
                if words is None:
                    lines.append(f"      {number}. is excluded by {noted[article.excluded_by[number]]}.")
                else:
                    lines.append(f"      {number}. {words}")
            lines += [f"      {passage}" for passage in article.passages]
            lines += _notes(article, noted)
            lines.append("")
        return "\n".join(lines).replace(" - ", f" {dash} ")

    def russian(self, edition: SimulatedEdition) -> str:
        """The edition in Russian: other words, the same places and notes."""
        had = [law for law in self.laws if law.number in edition.laws]
        noted = {law.number: law.russian for law in had}
        lines = ["О симуляции", "", "Закон Республики Казахстан от 1 декабря 1999 года № 50", ""]
        for article in sorted(self.state(had).values(), key=lambda each: each.number):
            lines += [f"Статья {article.number}. Заголовок {article.number}", ""]
            for number, words in _sorted_items(article.items):
                if words is None:
                    lines.append(f"      {number}. Исключен {noted[article.excluded_by[number]]}.")
                else:
                    lines.append(f"      {number}. По-русски: {words}")
            lines += [f"      По-русски: {passage}" for passage in article.passages]
            lines += _russian_notes(article, noted)
            lines.append("")
        return "\n".join(lines)

    # --- what cannot be seen -----------------------------------------------------------------------------

    def is_misled(self, day: dt.date) -> bool:
        """Whether some edition of that day or later lacks a law that was in force by then: by its date it
        claims what is not true."""
        return any(
            law.begins <= day <= edition.date and law.number not in edition.laws
            for edition in self.editions
            for law in self.laws
        )


def _do(articles: dict[str, SimulatedArticle], law: str, deed: Deed) -> None:
    article = articles[deed.article]
    if deed.kind == "new-article":
        number = f"{deed.article}-1"
        if number not in articles:
            made = SimulatedArticle(number, loose=False, items={"1": f"New - {deed.words}"}, taken=1)
            made.notes.append(("insert", law))
            articles[number] = made
        return
    if deed.kind == "reword":
        _reword(article, deed)
        article.notes = [("reword", law)]
        return
    done = _loosely(article, deed) if article.loose else _by_number(article, law, deed)
    if done and ("amend", law) not in article.notes and ("reword", law) not in article.notes:
        article.notes.append(("amend", law))


def _reword(article: SimulatedArticle, deed: Deed) -> None:
    """A new wording of the whole article: some texts stay as they were, excluded numbers are gone."""
    if article.loose:
        article.passages = [
            words if (at + deed.at) % 3 == 0 else f"{words} {deed.words}"
            for at, words in enumerate(article.passages)
        ][: 1 + deed.at % 4]
        return
    kept = {number: words for number, words in article.items.items() if words is not None}
    article.items = {
        number: words if (int(number[0]) + deed.at) % 3 == 0 else f"{words} {deed.words}"
        for number, words in kept.items()
    }
    article.excluded_by = {}
    if deed.at % 2:
        article.taken += 1
        article.items[str(article.taken)] = f"Brought - {deed.words}"


def _loosely(article: SimulatedArticle, deed: Deed) -> bool:
    at = deed.at % len(article.passages)
    if deed.kind in ("exclude", "drop"):
        if len(article.passages) < 2:
            return False
        del article.passages[at]
    elif deed.kind in ("append", "hyphen"):
        article.passages.insert(at + 1, f"Put in - {deed.words}")
    else:
        article.passages[at] += f" {deed.words}"
    return True


def _by_number(article: SimulatedArticle, law: str, deed: Deed) -> bool:
    there = [number for number, words in article.items.items() if words is not None]
    if deed.kind == "append":
        article.taken += 1
        article.items[str(article.taken)] = f"Added - {deed.words}"
        return True
    if not there:
        return False
    number = there[deed.at % len(there)]
    if deed.kind == "hyphen":
        inserted = f"{number.partition('-')[0]}-{1 + deed.at % 2}"
        if inserted in article.items or (inserted.endswith("2") and inserted[:-1] + "1" not in article.items):
            return False
        if inserted in article.ever:  # a number is a provision's name for life (R1)
            return False
        article.ever.add(inserted)
        article.items[inserted] = f"Inserted - {deed.words}"
        return True
    if deed.kind in ("exclude", "drop"):
        if len(there) < 2:
            return False
        article.items[number] = None
        article.excluded_by[number] = law
        return True
    article.items[number] = f"{article.items[number]} {deed.words}"
    return True


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("-"))


def _sorted_items(items: dict[str, str | None]) -> list[tuple[str, str | None]]:
    return sorted(items.items(), key=lambda item: _order(item[0]))


def _notes(article: SimulatedArticle, noted: dict[str, str]) -> list[str]:
    if not article.notes:
        return []
    said = []
    amending = [noted[law] for what, law in article.notes if what == "amend"]
    for what, law in article.notes:
        if what == "reword":
            said.append(f"is in the wording of {noted[law]}")
        if what == "insert":
            place = f"Article {article.number}"
            line = f"      Footnote. The Law is supplemented by {place} in accordance with {noted[law]}"
            return [f"{line}."] if not amending else [f"{line}; as amended by {'; '.join(amending)}."]
    if amending:
        said.append(f"as amended by {'; as amended by '.join(amending)}")
    return [f"      Footnote. Article {article.number} {'; '.join(said)}."]


def _russian_notes(article: SimulatedArticle, noted: dict[str, str]) -> list[str]:
    said = []
    for what, law in article.notes:
        if what == "insert":
            said.append(f"Закон дополнен статьей {article.number} в соответствии с {noted[law]}")
        elif what == "reword":
            by = noted[law].replace("Законом", "Закона")
            said.append(f"Статья {article.number} в редакции {by}")
    amending = [noted[law].removeprefix("Законом РК ") for what, law in article.notes if what == "amend"]
    if amending:
        by = f"Законом РК {amending[0]}" if len(amending) == 1 else f"законами РК {'; '.join(amending)}"
        start = "с изменениями" if said else f"Статья {article.number} с изменениями"
        said.append(f"{start}, внесенными {by}")
    return [f"      Сноска. {'; '.join(said)}."] if said else []


def texts_of(articles: dict[str, SimulatedArticle]) -> dict[str, str]:
    """The texts by eId: paragraphs, and passages of which the first is the article's own text."""
    found = {"title": "On Simulation"}
    for article in deepcopy(articles).values():
        found[f"art_{article.number}__heading"] = f"Title of {article.number}"
        for number, words in article.items.items():
            if words is not None:
                found[f"art_{article.number}__para_{number}"] = words
        for at, passage in enumerate(article.passages, start=1):
            eid = f"art_{article.number}" if at == 1 else f"art_{article.number}__al_{at}"
            found[eid] = passage
    return found
