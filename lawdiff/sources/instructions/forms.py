"""The forms of a bill's sentences, each with its pattern (docs/drafting.md).

A form is matched against a statement whose quotations are ⟦0⟧, ⟦1⟧ ...; `at` is the place, `what` the number
of what is new, `old` and `new` are quoted words, `all` says that they are meant wherever they occur.
"""

from __future__ import annotations

import re

from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.instruction import Verb

LONGEST = 2_000  # signs of a statement without its quotations; the patterns take their time with longer ones

QUOTATION = r"⟦\d+⟧"
_QUOTES = r"⟦\d+⟧(?:(?:,? and |, )⟦\d+⟧)*"
_AT = r"(?:in )?(?P<at>[^⟦⟧]*?),? ?"
_THE_WORDS = r"(?:the )?(?:words?|figures?|numbers?|signs?|punctuation mark) "
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
_ADDED = r"(?:supplemented|complemented|added)"
_KINDS = r"(?:chapter|article|sub-?paragraph|paragraph|part|passage)"

# In their order: "in paragraph 1 the words “A” shall be substituted by the words “B”" comes before the forms
# that its beginning would fit too.
_PATTERNS: tuple[tuple[Verb, str], ...] = (
    (
        Verb.SUBSTITUTE,
        rf"{_AT}{_OLD}{_EVERYWHERE} {_BE} (?:substituted|replaced){_RESPECTIVELY} {_BY}{_RESPECTIVELY}"
        rf" {_NEW_WORDS}",
    ),
    (Verb.SUBSTITUTE, rf"{_AT}(?:substitute|replace) {_OLD}{_EVERYWHERE}{_RESPECTIVELY} {_BY} {_NEW_WORDS}"),
    (Verb.OMIT, rf"{_AT}{_OLD}{_EVERYWHERE} {_BE} {_OUT}"),
    (Verb.OMIT, rf"{_AT}(?:exclude|delete|remove) {_OLD}{_EVERYWHERE}"),
    *(
        (verb, pattern)
        for verb, side in ((Verb.AFTER, "after"), (Verb.BEFORE, "before"))
        for pattern in (
            rf"{_AT}{side} {_OLD}{_EVERYWHERE},? (?:{_BE} {_ADDED}|supplement|add) {_BY} {_NEW_WORDS}",
            rf"{_AT}{side} {_OLD}{_EVERYWHERE},? (?:add|insert) {_NEW_WORDS}",
            rf"{_AT}{side} {_OLD}{_EVERYWHERE},? {_NEW_WORDS} {_BE} (?:added|inserted)",
            rf"{_AT}{_THE_WORDS}(?P<new>{QUOTATION}) {_BE} (?:added|inserted) {side} {_OLD}{_EVERYWHERE}",
            rf"{_AT}{_BE} {_ADDED} {_BY} {_THE_WORDS}(?P<new>{QUOTATION}) {side} {_OLD}{_EVERYWHERE}",
        )
    ),
    (Verb.SUPPLEMENT, rf"{_AT}(?:{_BE} {_ADDED}|supplement|add) {_BY} {_NEW}{_CONTENT}"),
    (Verb.SUPPLEMENT, rf"add {_NEW}{_CONTENT}"),
    (Verb.SUPPLEMENT, rf"(?:in )?{_NEW}{_CONTENT} {_BE} (?:added|inserted)(?: (?:to|into) (?P<at>[^⟦⟧]+))?"),
    (Verb.REWORD, rf"(?:in )?(?P<at>[^⟦⟧]*?) ?{_BE} {_FOLLOWING}"),
    (
        Verb.REWORD,
        r"(?:state|set out|word) (?P<at>[^⟦⟧]*?) (?:in the following wording|as follows)",
    ),
    (Verb.EXCLUDE, rf"(?:in )?(?P<at>[^⟦⟧]+?) {_BE} {_OUT}"),
    (Verb.EXCLUDE, r"(?:exclude|delete|remove) (?P<at>[^⟦⟧]+)"),
    (
        Verb.RENUMBER,
        rf"(?:in )?(?P<at>[^⟦⟧]+?) {_BE} (?:considered|deemed|counted as){_RESPECTIVELY}(?: to be| as)?"
        rf"{_RESPECTIVELY} (?P<what>[^⟦⟧]+)",
    ),
    (Verb.IN, r"in (?P<at>[^⟦⟧]+)"),
    (Verb.IN, rf"(?P<at>{_KINDS} [^⟦⟧]+)"),
)
_FORMS = tuple((verb, re.compile(pattern, re.IGNORECASE)) for verb, pattern in _PATTERNS)


def form_of(words: str) -> tuple[Verb, dict[str, str]] | None:
    """The verb of a statement and its parts by name; None for what is none of the forms.

    SourceError for one that is too long for a sentence.
    """
    if len(words) > LONGEST:
        raise SourceError(
            f"“{words[:40]}...” has {len(words):,} signs, too many for one sentence; end each with “;”"
        )
    for verb, pattern in _FORMS:
        if found := pattern.fullmatch(words):
            return verb, {name: part for name, part in found.groupdict().items() if part}
    return None
