"""Enforcement clauses in English: "(shall be enforced from 01.01.2005)" and what translators made of it."""

from __future__ import annotations

from lawdiff.law.clause import Clause, ClauseKind
from lawdiff.sources.notes.clauses import ON_PUBLICATION, ON_SIGNING, reference, term
from lawdiff.sources.notes.counts import take_count
from lawdiff.sources.notes.cursor import Cursor
from lawdiff.sources.notes.dates import take_date
from lawdiff.sources.notes.english.places import english_places
from lawdiff.sources.notes.lexicon import Lexicon, phrases, words

_HELPERS = words("shall will is are was were to be been being has have")
_ENFORCED = phrases("""
    (enforced|effective|enacted|implemented|introduced)
    (put|brought|introduced) (into|in) [legal] (effect|force|operation|action)
    (enter|enters|entered|come|comes|came|go|goes|went) (into|in) [legal] (effect|force|operation)
    (take|takes|took|have|has) effect
    (become|becomes|became) effective
    [with] effect
""")
_FROM = phrases("""
    [starting|beginning|effective] (from|since|on|as of|as from)
    [starting|beginning] with
    upon
    after
    following
""")
_AFTER = words("after following")
_SIGNED = phrases("""
    [the] [day|date|moment] [of] [its|their|the] (signing|signature|signature date)
    [the] [day|date|moment] (it|they) (is|was|are|were) signed
""")
_EXPIRY = phrases("""
    (upon|on|after|at|with|by|from) [the] (expiry|expiration|lapse|elapse|end|termination) [of]
    (after|upon|in|within|following) [the] [expiry|expiration] [of]
    as of [the] (expiry|expiration) [of]
""")
_UNITS = Lexicon(
    {
        "[calendar] (day|days)": 0,
        "[calendar] (month|months)": 1,
        "[calendar] (year|years)": 12,
    }
)
_BEHIND = words("after following from since of upon")
_SMALL = words("the its their his her of a it")
_PUBLICATION_WORDS = words("day date moment time official officially first initial")
_PUBLICATION = words("publication promulgation publishing published")
_ORDER = words("order procedure terms rules manner date")
_START = phrases("""
    (enforcement|enactment|implementation|introduction|commencement|enforcing|enacting)
    (putting|bringing|entry|coming|entering|introduction) into (force|effect)
    (enforcement|enactment|introduction) (order|procedure)
""")
_SEE = phrases("""
    (is|are) in
    [please|shall|is|are] (see|refer to|referred to in|specified in|provided in|determined by|established by)
    in
    of
""")
_COMMA = words(", - :")
_NUMBER_SIGNS = words("no n №")
_OF_LAW = words("of the this law laws code republic kazakhstan rk")


def english_clause(cursor: Cursor) -> Clause | None:
    """`shall be enforced upon expiry of ten calendar days after its first official publication`."""
    mark = cursor.mark()
    clause = _english_see(cursor)
    if clause is None:
        cursor.skip(_HELPERS)
        clause = _english_when(cursor) if _ENFORCED.take(cursor) else None
    if clause is None:
        cursor.reset(mark)
    return clause


def _english_when(cursor: Cursor) -> Clause | None:
    for form in (_english_term, _english_from):
        mark = cursor.mark()
        clause = form(cursor)
        if clause is not None:
            return clause
        cursor.reset(mark)
    return None


def _english_term(cursor: Cursor) -> Clause | None:
    """`upon expiry of twenty one calendar days after the date of its first official publication`."""
    _EXPIRY.take(cursor)
    count = take_count(cursor, "en")
    unit = _UNITS.take(cursor)
    if count is None or unit is None or not cursor.take_any(_BEHIND):
        return None
    return term(count, unit) if _take_publication(cursor) else None


def _english_from(cursor: Cursor) -> Clause | None:
    """`from 01.01.2005`, `from the date of its first official publication`."""
    leading = cursor.word
    _FROM.take(cursor)
    day = take_date(cursor, "en")
    if day is not None:  # "after 01.01.2012" is not from that day
        return Clause(ClauseKind.FROM, day=day) if leading not in _AFTER else None
    if _SIGNED.take(cursor):
        return ON_SIGNING if leading not in _AFTER else None
    if not _take_publication(cursor):
        return None
    return term(0, 0) if leading in _AFTER else ON_PUBLICATION


def _take_publication(cursor: Cursor) -> bool:
    """`the date of its first official publication`, and what the translators made of it."""
    cursor.skip(_SMALL | _PUBLICATION_WORDS)
    return bool(cursor.take_any(_PUBLICATION))


def _english_see(cursor: Cursor) -> Clause | None:
    """`the order of enforcement see Article 2`, `see Article 2 for the enactment procedure`."""
    order = english_order(cursor)
    if order is not None:
        return order[1]
    if not cursor.take("see"):
        return None
    if _take_order(cursor):  # "see the order of enforcement in Article 2"
        _SEE.take(cursor)
        return reference(english_places(cursor))
    places = english_places(cursor)
    mark = cursor.mark()
    cursor.skip(_OF_LAW)
    if cursor.take_any(_NUMBER_SIGNS):
        cursor.take(".")
        take_count(cursor, "en")
    cursor.take_any(_COMMA)
    if not _take_order(cursor):
        cursor.reset(mark)
    return reference(places)


def _take_order(cursor: Cursor) -> bool:
    """`for the order of enforcement`, `the procedure for putting into effect`, `the enactment procedure`."""
    mark = cursor.mark()
    cursor.take("for")
    cursor.skip(_SMALL)
    ordered = cursor.take_any(_ORDER)
    if ordered:
        cursor.skip(_SMALL | {"for"})
    if _START.take(cursor) and (ordered or cursor.words[cursor.pos - 1] in _ORDER):
        return True
    cursor.reset(mark)
    return False


def english_order(cursor: Cursor) -> tuple[tuple[str, ...], Clause] | None:
    """What starts when another place says: `The order of enforcement of this Law see Article 63`."""
    mark = cursor.mark()
    about: tuple[str, ...] = ("act",)
    if _take_order(cursor):
        if cursor.take("of"):
            about = english_places(cursor)
        cursor.take_any(_COMMA)
        clause = reference(english_places(cursor)) if _SEE.take(cursor) else None
        if clause and about:
            return about, clause
    cursor.reset(mark)
    return None
