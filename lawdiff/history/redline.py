"""A redline: two wordings of one text compared word by word."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_FIRST = 0x20000  # signs from here on stand for words; they end long before the words of a law do


class Op(Enum):
    """What a piece of a redline is: in both wordings, only in the new one, only in the old one."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


Redline = tuple[tuple[Op, str], ...]


@lru_cache(maxsize=2048)  # the pages of an article, a day, a law and a comparison show the same one
def redline(old: str, new: str) -> Redline:
    """The pieces of both wordings in reading order; deleted before inserted where they meet.

    The equal and deleted pieces joined are the old wording, the equal and inserted ones the new.
    """
    from diff_match_patch import diff_match_patch  # needed by no answer, only by a comparison

    words: dict[str, str] = {}
    try:
        coded = _coded(old, words), _coded(new, words)
    except ValueError:  # more different words than there are signs
        return tuple(piece for piece in ((Op.DELETE, old), (Op.INSERT, new)) if piece[1])
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # its default of a second gives up silently, sooner on a slow machine
    pieces = engine.diff_main(*coded, False)
    engine.diff_cleanupSemantic(pieces)
    meaning = {sign: word for word, sign in words.items()}
    return tuple((_OPS[op], "".join(meaning[sign] for sign in signs)) for op, signs in pieces)


_OPS = {-1: Op.DELETE, 0: Op.EQUAL, 1: Op.INSERT}


def _coded(text: str, words: dict[str, str]) -> str:
    """The text with one sign for each word, so that no word is ever cut in two."""
    return "".join(words.setdefault(word, chr(_FIRST + len(words))) for word in _TOKEN.findall(text))
