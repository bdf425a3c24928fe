"""What an English note is about: "Article 7", "Title of Article 39", "Subparagraph 14) of paragraph 2"."""

from __future__ import annotations

from lawdiff.sources.notes.counts import take_ordinal
from lawdiff.sources.notes.cursor import Cursor
from lawdiff.sources.notes.lexicon import Lexicon, words
from lawdiff.sources.notes.places import ITEMS, RANK, Groups, eids, numbered

_NOUNS = Lexicon(
    {
        "(article|articles)": "art",
        "(art|arts) [.]": "art",
        "(paragraph|paragraphs|clause|clauses|item|items|point|points)": "para",
        "(para|paras) [.]": "para",
        "(subparagraph|subparagraphs|subclause|subclauses|subitem|subitems|subpoint|subpoints)": "subpara",
        "sub - (paragraph|paragraphs|clause|clauses|item|items|point|points)": "subpara",
        "(part|parts)": "part",
        "(indent|indents|passage|passages)": "al",
        "(chapter|chapters)": "chp",
        "(section|sections)": "sec",
        "(subsection|subsections|§)": "subsec",
        "(annex|annexes|appendix|appendices|attachment|schedule)": "annex",
        "preamble": "preamble",
        "[constitutional] (law|act|code|decree|edict|resolution|order|decision)": "act",
        "(title|heading|headline|name)": "heading",
        "form of the (act|document)": "heading",  # "Decree" above the title became "Law"
        "text": "text",
    }
)
_REPUBLIC = words("of the republic kazakhstan rk")
_SMALL = words("the this said new whole entire following a an")


def english_places(cursor: Cursor) -> tuple[str, ...]:
    """The eIds named here, outermost words last or first: `Subparagraph 14) of paragraph 2 of Article 5`.

    Empty if none is named. `Title of Article 39` is `art_39__heading`, `the Law` is `act`.
    """
    groups: Groups = []
    while True:
        mark = cursor.mark()
        if groups and not (cursor.take("of") or cursor.take("to") or cursor.take("in")):
            cursor.take(",")
            group = _english_group(cursor)
            if group is None or RANK.get(group[0], 0) <= RANK.get(groups[0][0], 9):
                cursor.reset(mark)
                return eids(groups)
            groups.insert(0, group)
            continue
        group = _english_group(cursor)
        if group is None or (groups and len(group[1]) > 1):
            cursor.reset(mark)
            return eids(groups)
        groups.append(group)


def _english_group(cursor: Cursor) -> tuple[str, list[str]] | None:
    """A noun and its numbers: `Article 7`, `paragraphs 3 and 4`, `part two`, `the second part`."""
    cursor.skip(_SMALL)
    ordinal = take_ordinal(cursor, "en")
    kind = _NOUNS.take(cursor)
    if kind is None:
        return None
    plural = cursor.words[cursor.pos - 1].endswith("s")
    if kind == "act":
        while cursor.word == "of" and cursor.ahead(1) in ("the", "republic", "rk", "kazakhstan"):
            if cursor.ahead(1) == "the" and cursor.ahead(2) not in ("republic", "rk"):
                break
            cursor.skip(_REPUBLIC)
    return numbered(cursor, kind, ordinal, "en", plural)


def english_noun(cursor: Cursor) -> str:
    """The kind of provision that a noun without a number names, "" if there is none: `the paragraph`."""
    cursor.skip(_SMALL)
    return ITEMS.get(kind := _NOUNS.take(cursor) or "", kind)
