"""The amending laws of a made-up act, as its notes and its register name them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

# what a note says of the commencement, the same as laws.toml has it, and how often it comes among twenty laws
_CLAUSES = (
    ("upon expiry of ten calendar days after its first official publication", "after_publication:10", 11),
    ("upon expiry of twenty one calendar days after the date of its first official publication",
     "after_publication:21", 1),
    ("upon expiry of three months after its first official publication", "after_publication:3m", 1),
    ("from the date of its first official publication", "on_publication", 2),
    ("from {day:%d.%m.%Y}", "from:{day}", 2),
    ("", "see:art_2", 2),
    ("", "none", 1),
)  # fmt: skip
_REPUBLIC = "of the Republic of Kazakhstan"
_CONVOCATIONS = ((2012, "V"), (2007, "IV"), (2004, "III"), (1999, "II"))


@dataclass(frozen=True, slots=True)
class Amending:
    """An amending law: number, day of adoption, and its clause in words and in the register's form."""

    number: str
    adopted: dt.date
    words: str
    clause: str

    @property
    def cited(self) -> str:
        """`dated 23.11.2010 No. 354-IV (shall be enforced from 01.01.2011)`."""
        bracket = f" ({self.words})" if self.words else ""
        return f"dated {self.adopted:%d.%m.%Y} No. {self.number}{bracket}"

    def row(self) -> str:
        """The law in laws.toml."""
        return (
            f'[[law]]\nnumber = "{self.number}"\nadopted = {self.adopted}\nclause = "{self.clause}"\n'
            f'source = "made up by the benchmark"\ntitle = "On Amendments No. {self.number}"\n'
        )


def coming(law: Amending) -> Amending:
    """The same law, which the text only announces: it begins behind the edition's day."""
    day = dt.date(2016, 1, 1)
    return replace(law, words=f"shall be enforced from {day:%d.%m.%Y}", clause=f"from:{day}")


def by_law(law: Amending) -> str:
    """`by the Law of the Republic of Kazakhstan dated ...`."""
    return f"by the Law {_REPUBLIC} {law.cited}"


def by_laws(laws: Sequence[Amending]) -> str:
    """The same for one law or a list, as the footnotes write it."""
    if len(laws) == 1:
        return by_law(laws[0])
    return f"by the Laws {_REPUBLIC} {'; '.join(law.cited for law in laws)}"


def amending_laws(random: Random, count: int, first_number: int, after: dt.date) -> list[Amending]:
    """So many laws in the order of their adoption, the last of them before 2015."""
    days = sorted(random.sample(range((dt.date(2014, 12, 1) - after).days), count))
    laws = []
    for place, passed in enumerate(days):
        adopted = after + dt.timedelta(passed)
        words, clause, _ = random.choices(_CLAUSES, [often for *_, often in _CLAUSES])[0]
        day = adopted + dt.timedelta(random.randint(20, 120))
        if words:
            words = f"shall be enforced {words.format(day=day)}"
        elif clause.startswith("see"):
            words = "the order of enforcement see Article 2"
        convocation = next((f"-{name}" for year, name in _CONVOCATIONS if adopted.year >= year), "")
        laws.append(Amending(f"{first_number + place}{convocation}", adopted, words, clause.format(day=day)))
    return laws
