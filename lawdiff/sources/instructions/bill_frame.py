"""What stands around the orders of a whole bill: the act that it amends, when it starts, who signs it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawdiff.law.clause import Clause
from lawdiff.sources.notes.cursor import Cursor
from lawdiff.sources.notes.english.clauses import english_clause

_ARTICLE = r"\**Article [0-9]{1,4}\.\** ?"
_WHAT = r"(?:an? )?(?:amendments?|additions?|changes?)"
_WHATS = rf"(?:the following )?{_WHAT}(?:(?:, | and ){_WHAT})*"
_OPENING = re.compile(
    rf"(?:{_ARTICLE})?To (?:introduce|make) (?:"
    rf"{_WHATS} (?:to|into|in) (?:the )?(?P<act>[^:]+?)(?:,? {_WHATS})?"
    rf"|(?:to|into|in) (?:the )?(?P<named>[^:]+?),? {_WHATS}):?",
    re.IGNORECASE,
)
_ENFORCED = re.compile(rf"(?:{_ARTICLE})?(?P<clause>(?:This|The present) Law [^;:]+?)\.?", re.IGNORECASE)
_AROUND = re.compile(r"Draft|(?:The )?President of [^.;:]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BillFrame:
    """A paragraph of a bill that orders nothing itself.

    `act` are the words for the act that the bill amends ("Law of the Republic of Kazakhstan of 8 August 2002
    No. 345"), `clause` tells when it is enforced. "Draft" and the signature have neither.
    """

    line: int
    act: str = ""
    clause: Clause | None = None


def read_frame(text: str, line: int) -> BillFrame | None:
    """What the paragraph is, None for one that orders something, or is none that is known."""
    words = " ".join(text.split())
    if opening := _OPENING.fullmatch(words):
        return BillFrame(line, act=(opening["act"] or opening["named"]).strip(" ,"))
    if enforced := _ENFORCED.fullmatch(words):
        cursor = Cursor(enforced["clause"].partition(" Law ")[2])
        clause = english_clause(cursor)
        return BillFrame(line, clause=clause) if clause and cursor.at_end else None
    return BillFrame(line) if _AROUND.fullmatch(words) else None
