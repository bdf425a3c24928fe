"""The IRIs of an act, by the Akoma Ntoso Naming Convention 1.0: work, expression, manifestation, law."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from lawdiff.law.answer import Answer
from lawdiff.law.eid import EId
from lawdiff.store.akn.document import LawReference
from lawdiff.store.akn.vocabulary import akn_language

LawIds = Mapping[tuple[str, dt.date | None], str]
_MAIN = "!main"


@dataclass(frozen=True, slots=True)
class Uris:
    """The IRIs of one act on one day: `/akn/kz/act/2002-08-08/345/eng@2012-01-01`. `this` is what the file
    has of it: `!main`, or of a provision alone `!main~art_7`."""

    country: str
    work: str
    expression: str
    original: str
    this: str

    @classmethod
    def of(cls, answer: Answer) -> Uris:
        """The IRIs of the act and the day that an answer is about."""
        country = answer.act.partition("/")[0]
        work = law_uri(country, answer.act_adopted, answer.act_number)
        language = akn_language(answer.language)
        return cls(
            country,
            work,
            f"{work}/{language}@{answer.day}",
            f"{work}/{language}@{answer.act_adopted}",
            _MAIN if answer.provision is None else f"{_MAIN}~{quote(answer.provision)}",
        )

    @property
    def work_this(self) -> str:
        return f"{self.work}/{self.this}"

    @property
    def expression_this(self) -> str:
        return f"{self.expression}/{self.this}"

    @property
    def whole_work(self) -> str:
        """The text of the act as a work."""
        return f"{self.work}/{_MAIN}"

    @property
    def whole_expression(self) -> str:
        """The text of the act on the day, whatever part of it the file has."""
        return f"{self.expression}/{_MAIN}"

    @property
    def manifestation(self) -> str:
        return f"{self.expression}.akn"

    @property
    def manifestation_this(self) -> str:
        return f"{self.expression_this}.xml"

    def portion(self, eid: EId) -> str:
        """The IRI of a provision that the file does not have."""
        return f"{self.whole_work}~{quote(eid)}"


def law_uri(country: str, adopted: dt.date, number: str) -> str:
    """The IRI of a law as a work: `/akn/kz/act/2010-11-23/354-IV`."""
    return f"/akn/{country}/act/{adopted}/{quote(number, safe='')}"


def ontology_uri(kind: str, name: str) -> str:
    """The IRI of what is no document: an organization, a role, a concept."""
    return f"/akn/ontology/{kind}/{quote(name, safe='')}"


def law_ids(laws: Sequence[LawReference]) -> LawIds:
    """The eIds of the references to laws: `law_354-IV`; with the day of adoption where two share a number."""
    count = Counter(law.number for law in laws)
    return {
        (law.number, law.adopted): f"law_{_safe(law.number)}"
        + ("" if count[law.number] == 1 else f"_{law.adopted or 'unknown'}")
        for law in laws
    }


def _safe(number: str) -> str:
    """The number with a dot and its code, `.41f`, for each character that an eId should not have."""
    return "".join(
        sign if sign.isascii() and (sign.isalnum() or sign == "-") else f".{ord(sign):x}" for sign in number
    )
