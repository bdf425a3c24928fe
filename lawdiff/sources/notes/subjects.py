"""What a change is about that names no place of its own, or one inside what was told of before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lawdiff.sources.notes.cursor import Cursor, Unread
from lawdiff.sources.notes.language import Language, Places
from lawdiff.sources.notes.places import RANK

_NOT_INSIDE = ("chp_", "sec_", "part_", "subsec_", "act", "title", "preamble", "text")
ARTICLE_OR_ABOVE = (*_NOT_INSIDE, "art_", "annex_")
RELATIVE = ("para_", "subpara_", "al_")  # a place that names no article
_UNTITLED = ("act", "title", "text", "preamble")
_SMALL = ("the", "its", "a", "an")
_BEFORE = (".", ";", "!", ":")
_LOOKED_BACK = 60


@dataclass(frozen=True, slots=True)
class Subject:
    """Places that a note tells of, and the gender of the noun that names them; "" where it has none."""

    places: Places
    gender: str = ""

    def agrees(self, gender: str) -> bool:
        """Whether a verb of that gender may be about it: "исключена" is about "статья", not "пункт"."""
        return not (gender and self.gender) or gender == self.gender

    def holds(self, inner: Subject) -> bool:
        """Whether all the places of the other one stand inside these."""
        around = set(self.places)
        return all(around.intersection(_around(eid)) for eid in inner.places)


def named_subject(cursor: Cursor, language: Language, start: int, places: Places) -> Subject:
    """The subject that the words since the lexeme at `start` name: its verb agrees with the first noun."""
    if len(places) > 1:
        return Subject(places, "pl")
    genders = map(language.noun_gender, cursor.words[start : cursor.pos])
    return Subject(places, next(filter(None, genders), ""))


def told_of(told: Sequence[Subject], last: Subject) -> list[Subject]:
    """What a note tells of now, the widest first: of what it told before only what holds the last."""
    return [*(each for each in told if each.holds(last)), last]


def first_subject(cursor: Cursor, language: Language, places: Places) -> Subject:
    """The subject that the sentence begins with, up to the cursor."""
    start = cursor.pos
    while start > max(cursor.pos - _LOOKED_BACK, 0) and cursor.words[start - 1] not in _BEFORE:
        start -= 1
    return named_subject(cursor, language, start, places)


def going_on(cursor: Cursor, language: Language, told: Sequence[Subject], inside: Subject | None) -> Subject:
    """What the verb at the cursor is about, of what the note tells of (`told_of`).

    `Article 5 as amended by L1; paragraph 3 is excluded by L2; as amended by L3` amends Article 5: the widest
    that it may be about. `inside` was put into the last one. Unread where a wording or an exclusion may be of
    several: `Пункт 1 дополнен подпунктом 7) L1; исключен L2`.
    """
    kind, gender = _next_verb(cursor, language)
    last = told[-1]
    options = [each for each in (*told, *([inside] if inside else [])) if each.agrees(gender)]
    if not options:
        raise Unread
    if len(options) > 1 and (kind in ("replace", "repeal", "lapse") or last.places[0].endswith("heading")):
        raise Unread  # an amendment of an article leaves its title alone
    if kind == "amend" or last not in options:
        return options[0]
    return last


def _next_verb(cursor: Cursor, language: Language) -> tuple[str | None, str]:
    """What the verb at the cursor says was done, and the gender that it agrees with."""
    mark = cursor.mark()
    cursor.skip(language.helpers | {"-", ",", ":"})
    gender = language.verb_gender(cursor.word)
    kind = language.verbs.take(cursor)
    cursor.reset(mark)
    return kind, gender


def under(outer: Places, inner: Places) -> Places:
    """The inner places, inside the one outer place where they name no article: paragraph 3 of Article 5."""
    if not inner or inner[0].startswith(ARTICLE_OR_ABOVE) or outer[0].startswith(_NOT_INSIDE):
        return inner
    if len(outer) > 1:
        raise Unread  # "Articles 3 and 4 are supplemented by paragraph 5": whose?
    return tuple(f"{outer[0]}__{eid}" for eid in inner)


def beside(subject: Places, named: Places) -> Places:
    """Places named after a first one: `paragraph 2 of Article 6 ...; paragraph 4 ...` is Article 6(4)."""
    if not named or named[0].startswith(ARTICLE_OR_ABOVE) or subject[0].startswith(_NOT_INSIDE):
        return named
    rank = RANK[named[0].partition("_")[0]]
    around = {"__".join(part for part in eid.split("__") if _rank(part) < rank) for eid in subject}
    if len(around) > 1:
        raise Unread
    (outer,) = around
    return under((outer,), named) if outer else named


def inside_only(outer: Places, inner: Places) -> Places:
    """The inner places; Unread where what holds them is no larger: an article added to a paragraph."""
    if _rank(inner[0].rpartition("__")[2]) <= _rank(outer[0].rpartition("__")[2]):
        raise Unread
    return inner


def title_beside(cursor: Cursor, start: int, subject: Places, named: Places) -> Places:
    """The title named behind what has one of its own: `Article 15 ...; the title is in the wording`."""
    words = [word for word in cursor.words[start : cursor.pos] if word not in _SMALL]
    if named != ("title",) or len(words) > 1 or subject[0] in _UNTITLED:
        return named
    holder = subject[0].partition("__")[0] if subject[0].startswith("art_") else subject[0]
    if len(subject) > 1:
        raise Unread
    return (f"{holder}__heading",) if holder.startswith(ARTICLE_OR_ABOVE) else named


def _around(eid: str) -> list[str]:
    """The eIds around one: `art_5__para_2` has `art_5`."""
    parts = eid.split("__")
    return ["__".join(parts[:count]) for count in range(1, len(parts))]


def _rank(part: str) -> int:
    return RANK.get(part.partition("_")[0], len(RANK))
