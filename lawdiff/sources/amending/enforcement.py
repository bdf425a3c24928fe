"""When an amending law starts: its clause, and the exceptions for single items of it (R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lawdiff.law.clause import NO_CLAUSE, Clause, ClauseKind
from lawdiff.law.errors import SourceError
from lawdiff.sources.amending.law_text import THIS_ACT, LawText
from lawdiff.sources.instructions.grammar import Grammar
from lawdiff.sources.notes.cursor import Cursor
from lawdiff.sources.notes.english.clauses import english_clause
from lawdiff.sources.notes.russian.clauses import russian_clause

Levels = tuple[tuple[str, str], ...]

_LAW = re.compile(rf"(?:[0-9]+\. )?(?:{THIS_ACT}) ", re.IGNORECASE)
_EXCEPT = re.compile(
    r",? (?:за исключением|кроме|with the exception of|except(?: for)?|excluding):? ", re.IGNORECASE
)
_ITEM = re.compile(r"(?:^|(?<=[;:,] ))[0-9]+\) ")
# "подпункта 2) пункта 1 статьи 1, который вводится в действие с 1 января 2015 года"
_EXCEPTION = re.compile(
    r"(?P<places>[^;]+?),? (?:котор(?:ый|ая|ое|ые) |which )"
    r"(?P<clause>(?:ввод|вступ|shall|is|are|come|enter).+?)"
    r"(?:$|;? ?(?:, (?:и |and )?|; (?:и |and )?| и | and )(?=(?:the )?(?:под)?(?:пункт|абзац|част|"
    r"стат|sub-?para|para|part|art)))",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:The )?President\b|(?:Президент|Министр|Премьер-Министр)\b|Республики Казахстан\b|Н\. ?Назарбаев"
)
_LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Enforcement:
    """The clause of the law and of its exceptions, each for the items under some levels of the law.

    `unread` is why nothing exact is known: the words that could not be read; then the clause only sends to
    the article.
    """

    clause: Clause
    exceptions: tuple[tuple[Levels, Clause], ...] = ()
    unread: str = ""
    line: int = 0

    def of(self, place: Levels) -> Clause:
        """The clause of what stands at that place of the law: the most exact exception decides."""
        covering = [(levels, clause) for levels, clause in self.exceptions if place[: len(levels)] == levels]
        return max(covering, key=lambda each: len(each[0]), default=((), self.clause))[1]


def read_enforcement(law: LawText, grammar: Grammar) -> Enforcement:
    """When the law starts; where a word of its article on that cannot be read, only that it says so (R8)."""
    if not law.enforcement:
        return Enforcement(NO_CLAUSE)
    line = law.enforcement[0].line
    words = " ".join(each.text for each in law.enforcement if not _signature(each.text)).rstrip(" .")
    see = Clause(ClauseKind.SEE, reference=law.enforced_in)
    opening = _LAW.match(words)
    if not opening or len(words) > _LONGEST:
        return Enforcement(see, unread=words, line=line)
    main, *excepted = _EXCEPT.split(words[opening.end() :], maxsplit=1)
    clause = _clause(main, grammar)
    outermost = law.enforced_in.partition("_")[0]
    try:
        exceptions = tuple(_exceptions(excepted[0], grammar, outermost)) if excepted else ()
    except SourceError:
        return Enforcement(see, unread=words, line=line)
    if clause is None:
        return Enforcement(see, unread=words, line=line)
    return Enforcement(clause, exceptions, line=line)


def _signature(words: str) -> bool:
    return bool(_SIGNATURE.match(words))


def _clause(words: str, grammar: Grammar) -> Clause | None:
    cursor = Cursor(words.strip(" .,;"))
    found = russian_clause(cursor) if grammar.code == "ru" else english_clause(cursor)
    return found if cursor.at_end else None


def _exceptions(words: str, grammar: Grammar, outermost: str) -> Iterator[tuple[Levels, Clause]]:
    """Each place with its clause. SourceError where anything is left that is no exception."""
    rest = _ITEM.sub("", words)
    at = 0
    while at < len(rest):
        found = _EXCEPTION.match(rest, at)
        clause = _clause(found["clause"], grammar) if found else None
        if not found or clause is None or found.end() == at:
            raise SourceError(f"“{rest[at : at + 80]}” is no exception that lawdiff reads")
        for place in grammar.read_places(found["places"].strip(" ,;")):
            if not place.levels or place.levels[0][0] != outermost:
                raise SourceError(f"“{found['places']}” does not say where in the law that is")
            yield place.levels, clause
        at = found.end()
