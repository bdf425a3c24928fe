"""What a Kazakh note is about: "7-бапқа", "39-баптың тақырыбы", "5-баптың 2-тармағы"."""

from __future__ import annotations

from lawdiff.sources.notes.counts import take_ordinal
from lawdiff.sources.notes.cursor import Cursor
from lawdiff.sources.notes.lexicon import words
from lawdiff.sources.notes.places import ITEMS, Groups, eids, of_several, take_numbers

_STEMS = (
    ("тармақша", "subpara"),
    ("тармақ", "para"),
    ("тармағ", "para"),
    ("бапта", "art"),
    ("бап", "art"),
    ("баб", "art"),
    ("тарау", "chp"),
    ("бөлім", "sec"),
    ("бөлік", "part"),
    ("бөліг", "part"),
    ("абзац", "al"),
    ("параграф", "subsec"),
    ("қосымша", "annex"),
    ("кіріспе", "preamble"),
    ("преамбула", "preamble"),
    ("тақырып", "heading"),
    ("тақырыб", "heading"),
    ("мәтін", "text"),
    ("заң", "act"),
    ("кодекс", "act"),
    ("бұйрық", "act"),
    ("бұйрығ", "act"),
    ("қаулы", "act"),
)
_ENDINGS = words(
    "қа ке ға ге на не ына іне тың тің дың дің ның нің ының інің пен бен мен ымен імен ы і сы сі сын сін "
    "сына сіне сының сінің сымен сімен тар тер дар дер лар лер тары тері дары дері лары лері тарға терге "
    "дарға дерге ларға лерге тармен термен дармен дермен лармен лермен тан тен дан ден нан нен тарына "
    "теріне дарына деріне ларына леріне тарының терінің ларының лерінің та те да де ын ін ті ты ні ны ді "
    "ды ларымен лерімен тарымен терімен дарымен дерімен ында інде сында сінде"
)
_SMALL = words("осы жаңа мынадай")


def kazakh_places(cursor: Cursor) -> tuple[str, ...]:
    """The eIds named here, outermost first: `5-баптың 2-тармағының 3) тармақшасы`; empty if none is named.

    A noun in "-мен" ("16-1-баппен толықтырылды") says what was put in, and begins places of its own.
    """
    groups: Groups = []
    while True:
        mark = cursor.mark()
        group = _kazakh_group(cursor)
        if group is None or (groups and cursor.words[cursor.pos - 1].endswith(("пен", "бен", "мен"))):
            cursor.reset(mark)
            return eids(groups[::-1])
        groups.append(group)
        if cursor.words[cursor.pos - 1].endswith(("пен", "бен", "мен", "қа", "ке", "ға", "ге", "на", "не")):
            return eids(groups[::-1])


_PLURAL = ("тар", "тер", "дар", "дер", "лар", "лер")


def _kind_of(noun: str) -> str:
    """The kind of provision that a noun names in any case, "" if it names none."""
    for stem, kind in _STEMS:
        if noun.startswith(stem) and (noun == stem or noun[len(stem) :] in _ENDINGS):
            return kind
    return ""


def kazakh_noun(cursor: Cursor) -> str:
    """The kind of provision that a noun without a number names, "" if there is none: `тармақ`."""
    kind = _kind_of(cursor.word)
    cursor.pos += bool(kind)
    return ITEMS.get(kind, kind)


def _kazakh_group(cursor: Cursor) -> tuple[str, list[str]] | None:
    """Numbers and their noun: `16-1-бап`, `5 және 6-баптарға`, `3) тармақша`, `бірінші бөлігі`."""
    cursor.skip(_SMALL)
    ordinal = take_ordinal(cursor, "kk")
    numbers = [str(ordinal)] if ordinal else take_numbers(cursor, words(", және"), bracket=True)
    cursor.take("-")
    word = cursor.word
    kind = _kind_of(word)
    if not kind:
        return None
    cursor.pos += 1
    if any(ending in word[2:] for ending in _PLURAL):
        numbers = of_several(numbers)
    if kind == "part":
        kind = "al" if ordinal else "para"
    if not numbers and kind not in ("preamble", "heading", "act", "text"):
        return None
    return kind, numbers
