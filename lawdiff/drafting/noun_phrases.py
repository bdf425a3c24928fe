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
    last = in_case_of(_SINGULAR.get(last.lower(), last), last)
    words[at] = f"{stem}-{last}" if stem else last
    return " ".join(words)


def _noun(words: list[str]) -> int:
    """Where the noun stands: right before the first preposition, else at the end."""
    for at, word in enumerate(words[1:], 1):
        if word.lower() in _PREPOSITIONS:
            return at - 1
    return len(words) - 1


def _plural_noun(noun: str) -> str:
    stem, sign, last = noun.rpartition("-")  # orphan-child
    if last.lower() in _SINGULAR:
        return noun
    if last.lower() in _IRREGULAR:
        return f"{stem}{sign}{in_case_of(_IRREGULAR[last.lower()], last)}"
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


def in_case_found(old: str, new: str, found: str) -> str:
    """The new words with the capitals of the words found, where a term was typed with capitals that the text
    does not have.

    >>> in_case_found("Disabled Children", "Children with Disabilities", "disabled children")
    'children with disabilities'
    """
    there = " ".join(found.split())
    capitals = [at for at, sign in enumerate(" ".join(old.split())) if sign.isupper()]
    inside = [at for at in capitals if at > 0]
    if inside and not any(there[at].isupper() for at in inside):
        new = new.lower()
    elif capitals and there[0].islower():
        new = new[:1].lower() + new[1:]
    return in_case_of(new, found)
