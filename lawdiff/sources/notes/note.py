"""What a note says once it is read: its effects, and what is odd about how it is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lawdiff.law.clause import Clause
from lawdiff.law.law_order import UNKNOWN_LAW

KINDS = (
    "insert",
    "replace",
    "amend",
    "substitute",
    "repeal",
    "rename-replace",
    "rename-amend",
    "announce-replace",
    "announce-amend",
    "announce-insert",
    "announce-repeal",
    "commencement",
    "lapse",
)


@dataclass(frozen=True, slots=True)
class NoteEffect:
    """One change that a note states, by one law, to one provision.

    `target` is an eId; `act`, `title` and `text` are the act, its title and its every provision. A place
    that names no article is relative to where the note stands (`subpara_2`). `adopted` is None where no
    day is named, and `law` is "?" where no law is. `substitutions` are (old, new) pairs, None for words
    that the note does not give.

    >>> print(NoteEffect("amend", "art_4", "354-IV", dt.date(2010, 11, 23), Clause.parse("none")))
    amend art_4 354-IV 2010-11-23 none
    """

    kind: str
    target: str
    law: str
    adopted: dt.date | None
    clause: Clause
    substitutions: tuple[tuple[str | None, str | None], ...] = ()

    def __str__(self) -> str:
        """The effect in words, `kind target law adopted clause`: one line, or one for each pair of words."""
        line = f"{self.kind} {self.target} {self.law} {self.adopted or UNKNOWN_LAW} {self.clause}"
        pairs = [f"{line} {_words(old)} -> {_words(new)}" for old, new in self.substitutions]
        return "\n".join(pairs) if pairs else line


@dataclass(frozen=True, slots=True)
class NoteFinding:
    """An oddity in the spelling of a note; `code` names the kind, `message` says what it is.

    Codes: `no-spelling`, `missing-space`, `date-spelled`, `clause-missing`, `law-missing`,
    `date-missing`, `ambiguous-date`, `slip`, `law-spelling`.
    """

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class NoteReading:
    """Everything that was read in a note. `unknown`: no rule took the whole of it, so no effect is told."""

    effects: tuple[NoteEffect, ...]
    unknown: bool
    findings: tuple[NoteFinding, ...]


UNREAD = NoteReading((), True, ())


def _words(words: str | None) -> str:
    return "?" if words is None else f'"{words}"'
