"""The forms of a bill's sentences, each with its pattern (docs/drafting.md).

A form is matched against a statement whose quotations are ⟦0⟧, ⟦1⟧ ...; `at` is the place, `what` the number
of what is new, `old` and `new` are quoted words, `all` says that they are meant wherever they occur.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from lawdiff.law.errors import SourceError
from lawdiff.law.number_words import ORDINALS
from lawdiff.sources.instructions.instruction import Verb

LONGEST = 2_000  # signs of a statement without its quotations; the patterns take their time with longer ones

Form = tuple[Verb, dict[str, str]]
Pattern = tuple[Verb, str]
CompiledForm = tuple[Verb, re.Pattern[str]]

QUOTATION = r"⟦\d+⟧"
_THE_WORDS = r"(?:the )?(?:words?|figures?|numbers?|signs?|punctuation mark) "
_QUOTES = rf"⟦\d+⟧(?:(?:,? and |, )(?:{_THE_WORDS})?⟦\d+⟧)*"
_AT = r"(?:in )?(?P<at>[^⟦⟧]*?),? ?"
_BEHIND = r",? (?:in|of|from) (?P<at>[^⟦⟧]+?)"  # "the words “A” in paragraph 2 shall be excluded"
_OLD = rf"{_THE_WORDS}(?P<old>{_QUOTES})"
_EVERYWHERE = (
    r"(?P<all>,? wherever (?:they|it) (?:occurs?|stands?|appears?),?"
    r"| throughout the (?:whole |entire )?text)?"
)
_BE = r"(?:shall be|to be|is|are)"
_BY = r"(?:by|with)"
_RESPECTIVELY = r"(?:,? respectively)?"
_NEW_WORDS = rf"(?:{_THE_WORDS})?(?P<new>{_QUOTES}){_RESPECTIVELY}"
_OUT = r"(?:excluded|deleted|removed)"
_INVALID = (
    r"(?:recogni[sz]ed|deemed|declared|considered)(?: to be| to have| as)?"
    r" (?:invalid|void|no longer in force|(?:having )?lost (?:its |their )?(?:force|effect))"
    r"|repealed|abolished|annulled"
)
_STATED = r"(?:(?:stated|set out|set forth|given|laid down) )?"
_FOLLOWING = (
    rf"(?:{_STATED}in the (?:following )?(?:wording|edition)|(?:worded|stated|set out) as follows|"
    r"amended to read(?: as follows)?|read as follows)"
)
_CONTENT = (
    r"(?:,? (?:of|in|with) the following (?:wording|content|contents|edition|text)|,? (?:worded |reading )?"
    r"as follows)"
)
_NEW = r"(?:an? )?(?:new )?(?P<what>[^⟦⟧]+?)"
_SENTENCES = rf"(?:an? |the )?(?:new )?(?:(?:{'|'.join(ORDINALS)}) )?sentences?"
_ADDED = r"(?:supplemented|complemented|added)"
_KINDS = r"(?:chapter|article|sub-?paragraph|paragraph|part|passage)"
_TO = r"(?:to )?"  # "to exclude", as laws that are translated order it
_INTO = rf"(?:to|into|in) (?P<at>[^⟦⟧]+?),? (?=(?:an? )?(?:new )?{_KINDS}s? )"

# In their order: "in paragraph 1 the words “A” shall be substituted by the words “B”" comes before the forms
# that its beginning would fit too.
_PATTERNS: tuple[Pattern, ...] = (
    (
        Verb.SUBSTITUTE,
        rf"{_AT}{_OLD}{_EVERYWHERE} {_BE} (?:substituted|replaced){_RESPECTIVELY} {_BY}{_RESPECTIVELY}"
        rf" {_NEW_WORDS}",
    ),
    (
        Verb.SUBSTITUTE,
        rf"{_OLD}{_BEHIND}{_EVERYWHERE} {_BE} (?:substituted|replaced){_RESPECTIVELY} {_BY}{_RESPECTIVELY}"
        rf" {_NEW_WORDS}",
    ),
    (
        Verb.SUBSTITUTE,
        rf"{_AT}{_TO}(?:substitute|replace) {_OLD}{_EVERYWHERE}{_RESPECTIVELY} {_BY} {_NEW_WORDS}",
    ),
    (
        Verb.SUBSTITUTE,
        rf"{_TO}(?:substitute|replace) {_OLD}{_BEHIND}{_EVERYWHERE}{_RESPECTIVELY} {_BY} {_NEW_WORDS}",
    ),
    (Verb.OMIT, rf"{_AT}{_OLD}{_EVERYWHERE} {_BE} {_OUT}"),
    (Verb.OMIT, rf"{_OLD}{_BEHIND}{_EVERYWHERE} {_BE} {_OUT}"),
    (Verb.OMIT, rf"{_AT}{_TO}(?:exclude|delete|remove) {_OLD}{_EVERYWHERE}"),
    (Verb.OMIT, rf"{_TO}(?:exclude|delete|remove) {_OLD}{_BEHIND}{_EVERYWHERE}"),
    *(
        (verb, pattern)
        for verb, side in ((Verb.AFTER, "after"), (Verb.BEFORE, "before"))
        for pattern in (
            rf"{_AT}{side} {_OLD}{_EVERYWHERE},? (?:{_BE} {_ADDED}|{_TO}(?:supplement|add)) {_BY}"
            rf" {_NEW_WORDS}",
            rf"{_AT}{side} {_OLD}{_EVERYWHERE},? {_TO}(?:add|insert) {_NEW_WORDS}",
            rf"{_AT}{side} {_OLD}{_EVERYWHERE},? {_NEW_WORDS} {_BE} (?:added|inserted)",
            rf"{_AT}{_THE_WORDS}(?P<new>{QUOTATION}) {_BE} (?:added|inserted) {side} {_OLD}{_EVERYWHERE}",
            rf"{_AT}{_TO}(?:add|insert) {_THE_WORDS}(?P<new>{QUOTATION}) {side} {_OLD}{_EVERYWHERE}",
            rf"{_AT}{_BE} {_ADDED} {_BY} {_THE_WORDS}(?P<new>{QUOTATION}) {side} {_OLD}{_EVERYWHERE}",
            rf"{side} {_OLD}{_BEHIND}{_EVERYWHERE},? {_TO}(?:add|insert) {_NEW_WORDS}",
            rf"{side} {_OLD}{_BEHIND}{_EVERYWHERE} {_BE} {_ADDED} {_BY} {_NEW_WORDS}",
        )
    ),
    (Verb.APPEND, rf"{_AT}(?:{_BE} {_ADDED}|{_TO}(?:supplement|add)) {_BY} {_THE_WORDS}(?P<new>{QUOTATION})"),
    (Verb.APPEND, rf"{_AT}(?:{_BE} {_ADDED}|{_TO}(?:supplement|add)) {_BY} {_SENTENCES}{_CONTENT}"),
    (Verb.APPEND, rf"{_TO}(?:supplement|complement|add) (?P<at>[^⟦⟧]+?) {_BY} {_SENTENCES}{_CONTENT}"),
    (Verb.SUPPLEMENT, rf"{_AT}(?:{_BE} {_ADDED}|{_TO}(?:supplement|add)) {_BY} {_NEW}{_CONTENT}"),
    (Verb.SUPPLEMENT, rf"{_TO}(?:supplement|complement|add) (?P<at>[^⟦⟧]+?) {_BY} {_NEW}{_CONTENT}"),
    (Verb.SUPPLEMENT, rf"{_TO}add {_INTO}{_NEW}{_CONTENT}"),
    (Verb.SUPPLEMENT, rf"{_TO}add {_NEW}{_CONTENT}"),
    (Verb.SUPPLEMENT, rf"(?:in )?{_NEW}{_CONTENT} {_BE} (?:added|inserted)(?: (?:to|into) (?P<at>[^⟦⟧]+))?"),
    (Verb.SUPPLEMENT, rf"(?:in )?{_NEW} {_BE} (?:added|inserted)(?: (?:to|into) (?P<at>[^⟦⟧]+))?{_CONTENT}"),
    (Verb.REWORD, rf"(?:in )?(?P<at>[^⟦⟧]*?) ?{_BE} {_FOLLOWING}"),
    (
        Verb.REWORD,
        rf"{_TO}(?:state|set out|set forth|word|give) (?P<at>[^⟦⟧]*?)"
        r" (?:in the following (?:wording|edition)|as follows)",
    ),
    (Verb.EXCLUDE, rf"(?:in )?(?P<at>[^⟦⟧]+?) {_BE} (?:{_OUT}|{_INVALID})"),
    (Verb.EXCLUDE, rf"{_TO}(?:exclude|delete|remove|repeal) (?P<at>[^⟦⟧]+)"),
    (Verb.EXCLUDE, rf"in (?P<at>[^⟦⟧]+?),? {_TO}(?:exclude|delete|remove|repeal) (?P<inner>[^⟦⟧]+)"),
    (
        Verb.EXCLUDE,
        rf"{_TO}(?:recogni[sz]e|declare) (?P<at>[^⟦⟧]+?)(?: as)? (?:invalid|void|having lost force)",
    ),
    (
        Verb.RENUMBER,
        rf"(?:in )?(?P<at>[^⟦⟧]+?) {_BE} (?:considered|deemed|counted as){_RESPECTIVELY}(?: to be| as)?"
        rf"{_RESPECTIVELY} (?P<what>[^⟦⟧]+)",
    ),
    (Verb.IN, r"in (?P<at>[^⟦⟧]+)"),
    (Verb.IN, rf"(?P<at>{_KINDS} [^⟦⟧]+)"),
)


def compiled(patterns: Iterable[Pattern]) -> tuple[CompiledForm, ...]:
    """The patterns of a language, ready to be matched in their order."""
    return tuple((verb, re.compile(pattern, re.IGNORECASE)) for verb, pattern in patterns)


_FORMS = compiled(_PATTERNS)
_MOST_ORDERS = 40  # places where a statement may be parted; the patterns are tried on each
# Where a second order of a sentence begins: "exclude the words “A” and add the words “B” after ...".
_SECOND = re.compile(
    r",? and (?:also )?|, (?=(?:to )?(?:exclude|delete|remove|replace|substitute|supplement|add|insert|state|"
    r"recogni[sz]e) |(?:after |before )?the words? )",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"\b(?:shall be|to be|exclude|delete|remove|replace|substitute|supplement|add|insert)\b", re.IGNORECASE
)


def forms_of(words: str) -> tuple[Form, ...]:
    """The orders of a statement, several where its verbs are joined by "and"; () for none of the forms.

    >>> [verb.value for verb, _ in forms_of("exclude the words ⟦0⟧ and replace the words ⟦1⟧ by ⟦2⟧")]
    ['omit', 'substitute']
    """
    return orders_of(words, form_of, _SECOND, _ORDERS)


def orders_of(
    words: str, read: Callable[[str], Form | None], second: re.Pattern[str], verbs: re.Pattern[str]
) -> tuple[Form, ...]:
    """The orders of a statement that `read` reads one by one. `second` finds where another may begin, `verbs`
    what no place has in it."""
    whole = read(words)
    if whole and not verbs.search(whole[1].get("at", "")):
        return (whole,)
    found: list[Form] = []
    start = 0
    for parted in (*list(second.finditer(words))[:_MOST_ORDERS], None):
        form = read(words[start : parted.start() if parted else len(words)])
        if form and form[0] is not Verb.IN and not verbs.search(form[1].get("at", "")):
            found.append(form)
            start = parted.end() if parted else len(words)
    return tuple(found) if start == len(words) and len(found) > 1 else ()


def form_of(words: str) -> Form | None:
    """The verb of a statement and its parts by name; None for what is none of the forms.

    SourceError for one that is too long for a sentence.
    """
    return matched(_FORMS, words)


def matched(forms: Sequence[CompiledForm], words: str) -> Form | None:
    """The first form that the whole statement has."""
    if len(words) > LONGEST:
        raise SourceError(
            f"“{words[:40]}...” has {len(words):,} signs, too many for one sentence; end each with “;”"
        )
    for verb, pattern in forms:
        if found := pattern.fullmatch(words):
            return verb, {name: part for name, part in found.groupdict().items() if part}
    return None
