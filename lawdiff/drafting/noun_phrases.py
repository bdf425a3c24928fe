"""English noun phrases in their forms: "disabled child", "disabled children"; "an invalid", "a child"."""

from __future__ import annotations

import re

_PREPOSITIONS = frozenset(
    {"about", "at", "being", "by", "during", "for", "from", "having", "in", "of", "on", "over", "under"}
    | {"upon", "who", "whose", "with", "within", "without"}
)
_IRREGULAR = {
    "child": "children", "person": "persons", "man": "men", "woman": "women", "foot": "feet",
    "life": "lives", "wife": "wives", "half": "halves",
}  # fmt: skip
_SINGULAR = {plural: singular for singular, plural in _IRREGULAR.items()}
# "an hour", "a university": the sound counts, not the letter
_VOWEL_SOUND = re.compile(r"(?:[aeiou]|hour|honest|hono|heir)(?!ni[vtfo]|ser|se\b|uro|ne\b)", re.IGNORECASE)


def plural(phrase: str) -> str:
    """The phrase with its noun in the plural; the phrase itself where it is plural already.

    >>> plural("child with disabilities"), plural("disabled child")
    ('children with disabilities', 'disabled children')
    """
    words = phrase.split(" ")
    at = _noun(words)
    words[at] = _plural_noun(words[at])
    return " ".join(words)


def number_pairs(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """The pairs of forms in which one term replaces another: singular and plural, each once.

    The plural is added to a singular, the singular of a known irregular noun to a plural.
    """
    pairs = [(old, new), (plural(old), plural(new))]
    if singular(old) != old:
        pairs.insert(1, (singular(old), singular(new)))
    return tuple(dict.fromkeys(pairs))


def singular(phrase: str) -> str:
    """The phrase with its noun in the singular, where that is one of the known irregular ones."""
    words = phrase.split(" ")
    at = _noun(words)
    stem, _, last = words[at].rpartition("-")
    words[at] = f"{stem}-{_SINGULAR.get(last, last)}" if stem else _SINGULAR.get(last, last)
    return " ".join(words)


def _noun(words: list[str]) -> int:
    """Where the noun stands: right before the first preposition, else at the end."""
    for at, word in enumerate(words[1:], 1):
        if word.lower() in _PREPOSITIONS:
            return at - 1
    return len(words) - 1


def _plural_noun(noun: str) -> str:
    stem, sign, last = noun.rpartition("-")  # orphan-child
    if last in _SINGULAR or last.lower() in _SINGULAR:
        return noun
    if last in _IRREGULAR:
        return f"{stem}{sign}{_IRREGULAR[last]}"
    if re.search(r"(?:ies|[^siu]s|ches|shes|xes)\Z", last):
        return noun
    if re.search(r"[^aeiou]y\Z", last):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(?:s|x|z|ch|sh)\Z", last) else f"{noun}s"


def indefinite_article(phrase: str) -> str:
    """ "a" or "an", as the phrase sounds."""
    return "an" if _VOWEL_SOUND.match(phrase) else "a"


def in_case_of(new: str, old: str) -> str:
    """The new words with the capitals that the old ones have.

    >>> in_case_of("child with disabilities", "Disabled children")
    'Child with disabilities'
    """
    letters = [sign for sign in old if sign.isalpha()]
    if len(letters) > 1 and all(sign.isupper() for sign in letters):
        return new.upper()
    if old[:1].isupper():
        return new[:1].upper() + new[1:]
    return new
