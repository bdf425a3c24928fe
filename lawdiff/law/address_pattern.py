"""The reading of an address: from the words a person writes, `Article 7(1)(2)`, to the parts they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lawdiff.law.errors import UsageError
from lawdiff.law.number_words import COUNTED, ORDINALS

EXAMPLES = 'write one like "art 7 para 1 sub 2", "7(1)(2)", "art 7..9", "chapter 3" or "preamble"'
CONTAINERS = frozenset({"part", "sec", "subsec", "chp"})
ITEM = ("para", "subpara")  # what a number without a word may be: 7.1.2, 1(14)
_ROOTS = CONTAINERS | {"act", "title", "text", "preamble", "art", "annex"}
_UNNUMBERED = frozenset({"act", "title", "text", "preamble", "heading", "intro"})
_OUTERMOST_FIRST = ("part", "sec", "subsec", "chp", "annex", "preamble", "art", "para")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or number of an address. `name`: kind, of, ordinal, or how the number is written."""

    name: str
    value: str


_WORDS = {
    "act": "act law",
    "title": "title",
    "text": "text",
    "preamble": "preamble",
    "part": "part parts",
    "sec": "sec section sections",
    "subsec": "subsec subsection subsections",
    "chp": "ch chp chap chapter chapters",
    "art": "art arts article articles",
    "para": "p par para paras paragraph paragraphs",
    "subpara": "sub subs subp subpar subpara subparas subparagraph subparagraphs point points item items",
    "al": "al als alinea alineas passage passages",
    "heading": "heading",
    "intro": "intro",
    "annex": "annex annexes appendix",
}

_MEANING = {
    **{word: _Token("kind", kind) for kind, words in _WORDS.items() for word in words.split()},
    **{word: _Token("number", str(number)) for number, word in enumerate(COUNTED, 1)},
    **{word: _Token("ordinal", str(number)) for number, word in enumerate(ORDINALS, 1)},
    **dict.fromkeys(("of", "in"), _Token("of", "")),
    **dict.fromkeys(("the", "this", "no", "nr"), None),
}

_DIGITS = r"[0-9][0-9A-Za-z]*(?:-[0-9A-Za-z]+)*"  # 7, 14-1, 12a
_LETTERS = r"(?:[IVXLCDMivxlcdm]+|[A-Za-z])"  # IV, A
_LETTERED = re.compile(rf"(?P<number>{_LETTERS}[0-9]*(?:-[0-9A-Za-z]+)*)(?![A-Za-z])")  # IV-1, A2
_TOKEN = re.compile(
    r"(?P<ordinal>[0-9]+)(?:st|nd|rd|th)(?![0-9A-Za-z])"
    rf"|\( ?(?P<bracketed>{_DIGITS}|{_LETTERS}) ?\)"
    rf"|\.(?P<dotted>{_DIGITS})\)?"
    rf"|(?P<closed>{_DIGITS})\)"
    rf"|(?P<number>{_DIGITS})"
    r"|(?P<word>[A-Za-z]+)"
    r"|[ ,;:._]+"
)
_SIGNS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-") | {"…": "..", "№": " "})
_RANGE = re.compile(r" ?\.{2,3} ?| to ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One level of an address: the kinds it may be, and its number ("" where the kind has none).

    A number without a word, the second in `7.1`, has the kinds of `ITEM`. `directly`: no level may have
    been left out before this one.
    """

    kinds: tuple[str, ...]
    number: str = ""
    directly: bool = False

    @property
    def names_own_text(self) -> bool:
        """Whether this is another name of a node's own text: `passage 1`, `intro` (DESIGN section 2)."""
        return self.kinds == ("intro",) or (self.kinds == ("al",) and self.number == "1")


@dataclass(frozen=True, slots=True)
class AddressPattern:
    """An address as written: its parts from the outermost in and, for a range, the end of its last part.

    `art 7 para 1..3` has the parts `art 7` and `para 1`, and `until` is `para 3`.
    """

    parts: tuple[Part, ...]
    until: Part | None = None


def parse_address(text: str) -> AddressPattern:
    """What an address names, before anyone looks whether the law has it.

    >>> parse_address("subparagraph 2) of paragraph 1 of Article 7") == parse_address("art. 7 p 1 sub 2")
    True

    Raises UsageError, one sentence, for what cannot be an address.
    """
    first, *rest = _RANGE.split(_cleaned(text if text.isascii() else _translated(text)))
    if len(rest) > 1:
        raise _wrong(text, 'has more than one ".."')
    if rest:
        return _range(_parts(first, text), _parts(rest[0], text), text)
    return AddressPattern(_rooted(_parts(first, text), text))


def _translated(text: str) -> str:
    """The address in English words; only one that is not in ASCII loads the words of other languages."""
    from lawdiff.law.address_translated import in_english

    return in_english(text[:_LONGEST]) + text[_LONGEST:]


def quoted(text: str) -> str:
    """The user's words for an error message: short, and nothing in them that a terminal would obey."""
    shown = text if text.isprintable() else ascii(text)[1:-1]
    return f'"{shown}"' if len(shown) <= 60 else f'"{shown[:57]}..."'


def _wrong(text: str, why: str) -> UsageError:
    return UsageError(f"the address {quoted(text)} {why}; {EXAMPLES}")


def _cleaned(text: str) -> str:
    """The address on one line, with one kind of dash and without the punctuation around it."""
    if len(text) > _LONGEST:
        raise _wrong(text[:_LONGEST], f"is longer than {_LONGEST} characters")
    if not all(sign.isprintable() or sign in "\t\r\n" or (sign.isspace() and sign > "\x9f") for sign in text):
        raise _wrong(text, "has control characters")
    cleaned = " ".join(text.translate(_SIGNS).split()).strip(" \"'“”‘’«»,;:!?")
    strange = re.search(r"[^0-9A-Za-z ()._,;:-]", cleaned)
    if strange:
        raise _wrong(text, f"cannot be read from {quoted(cleaned[strange.start() :])} on")
    if cleaned.startswith("..") or cleaned.endswith(".."):
        raise _wrong(text, "is a range without its two ends")
    cleaned = re.sub(r"(?<=[0-9]) ?- ?(?=[0-9])", "-", cleaned.rstrip(". "))
    cleaned = re.sub(r"\bsub[ -](?=par)", "sub", cleaned, flags=re.IGNORECASE)
    if not cleaned:
        raise UsageError(f"the address is empty; {EXAMPLES}")
    return cleaned


def _tokens(words: str, text: str) -> Iterator[_Token]:
    """The tokens that say something; "the", "No." and what stands between words say nothing."""
    at = 0
    while at < len(words):
        found = _TOKEN.match(words, at)
        word = found["word"].lower() if found and found["word"] else ""
        if word and word not in _MEANING:
            found = _LETTERED.match(words, at)
        if found is None:
            raise _wrong(text, f"cannot be read from {quoted(words[at:])} on")
        at = found.end()
        if found.lastgroup == "word":
            token = _MEANING[word]
        else:
            token = _Token(found.lastgroup, found[found.lastgroup]) if found.lastgroup else None
        if token:
            yield token


def _parts(words: str, text: str) -> tuple[Part, ...]:
    """The parts of an address, or of one end of a range, from the outermost in: "of" turns them round.

    A leading number without a word has no kinds yet: `7` is an article, the `9` of `art 7..9` what 7 is.
    """
    groups: list[list[Part]] = [[]]
    kind = ordinal = ""
    for token in _tokens(words, text):
        if token.name == "kind" and not kind:
            if token.value in _UNNUMBERED or ordinal:
                groups[-1].append(Part((token.value,), ordinal))
                ordinal = ""
            else:
                kind = token.value
        elif token.name in ("kind", "of", "ordinal"):
            if kind or ordinal:
                break
            if token.name == "of":
                groups.append([])
            ordinal = token.value if token.name == "ordinal" else ""
        else:
            kinds = (kind,) if kind else _kinds(token, len(groups) == 1 and not groups[0], text)
            groups[-1].append(Part(kinds, token.value))
            kind = ""
    if kind:
        raise _wrong(text, f"has no number after {quoted(kind)}")
    if ordinal:
        raise _wrong(text, f"does not say what {ordinal} is")
    return tuple(part for group in reversed(groups) for part in group)


def _kinds(token: _Token, is_first: bool, text: str) -> tuple[str, ...]:
    """The kinds that a number without a word may have, by how it is written."""
    if token.name == "closed":
        return ("subpara",)  # "2) of Article 7": so are subparagraphs printed
    if is_first and token.name == "number" and token.value[0].isdigit():
        return ()
    if is_first or token.name == "number":
        raise _wrong(text, f"does not say what {token.value} is")
    return ITEM


def _rooted(parts: tuple[Part, ...], text: str) -> tuple[Part, ...]:
    """The parts, checked to begin with what stands on its own: an article, a chapter, the preamble."""
    if len(parts) > 1:  # "title of the Law", "text of Article 7"
        parts = tuple(part for part in parts if part.kinds not in (("act",), ("text",))) or parts[:1]
    if not parts:
        raise _wrong(text, "names nothing")
    if not parts[0].kinds:
        parts = (replace(parts[0], kinds=("art",)), *parts[1:])
    loose = next((part.number for part in parts if not part.kinds), "")
    if loose:
        raise _wrong(text, f"does not say what {loose} is")
    if len(parts) > 1 and (_is_inner(parts[0]) or parts[0].kinds == ("title",)):  # "paragraph 2, Article 7"
        parts = tuple(sorted(parts, key=_depth))
    if _is_inner(parts[0]):
        raise _wrong(text, "does not say which article or chapter it means")
    if any(part.kinds[0] in _UNNUMBERED - {"preamble"} for part in parts[:-1]):
        raise _wrong(text, "looks for a provision inside a heading or an introduction")
    return _levels(parts)


def _levels(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with "title" and "part" as what they mean below an article: its heading, a passage."""
    named = [parts[0]]
    for part in parts[1:]:
        if part.kinds == ("title",):
            part = Part(("heading",))
        elif part.kinds == ("part",) and named[-1].kinds[0] not in CONTAINERS:
            # "part 2" of Article 30 might mean its paragraph 2, so it is no passage of paragraph 1
            part = replace(part, kinds=("al",), directly=True)
        named.append(part)
    return tuple(named)


def _is_inner(part: Part) -> bool:
    return part.kinds[0] not in _ROOTS


def _depth(part: Part) -> int:
    kind = part.kinds[0]
    return _OUTERMOST_FIRST.index(kind) if kind in _OUTERMOST_FIRST else len(_OUTERMOST_FIRST)


def _range(start: tuple[Part, ...], end: tuple[Part, ...], text: str) -> AddressPattern:
    """A range, written `art 7 para 1..3`, `paras 1..3 of art 7` or `7.1..7.3`."""
    if len(start) == 1 < len(end) and (not end[-1].kinds or (start[0].kinds and _is_inner(start[0]))):
        start = (*end[:-1], *start)
    first = _rooted(start, text)
    last = replace(end[-1], kinds=end[-1].kinds or first[-1].kinds) if end else Part(())
    whole = _rooted((*first[:-1], last) if len(end) == 1 else (*end[:-1], last), text)
    if whole[:-1] != first[:-1] or whole[-1].kinds != first[-1].kinds or not last.number:
        raise _wrong(text, "is a range whose ends are not in one place")
    return AddressPattern(first, whole[-1])
