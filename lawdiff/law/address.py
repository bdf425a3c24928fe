"""Addresses: from the words a person writes to the eIds of an act, and back to words."""

from __future__ import annotations

from collections.abc import Collection

from lawdiff.law.eid import EId, is_eid

SHORT = {"chp": "chapter", "sec": "section", "subsec": "subsection", "subpara": "sub", "al": "passage"}
NOUN = {
    "al": "passage",
    "art": "Article",
    "chp": "Chapter",
    "part": "Part",
    "sec": "Section",
    "subsec": "Subsection",
    "annex": "Annex",
    "preamble": "Preamble",
    "para": "paragraph",
    "subpara": "subparagraph",
    "act": "the Law",
    "title": "title of the Law",
    "text": "text of the Law",
    "intro": "opening words",
}
_KINDS = {word: kind for kind, word in SHORT.items()}


def resolve_address(text: str, known: Collection[EId]) -> tuple[EId, ...]:
    """The provision that an address names, or those of a range (`art 7..9`) in the order of the text.

    `known` are the provisions that there are. Levels may be left out where only one provision is meant:
    `art 51 sub 2` is `art_51__al_2__subpara_2`. `__al_1` and `__intro` name the node whose own text they are.
    Raises UsageError for what is no address, names nothing (with the nearest that there is) or is ambiguous.
    """
    asked = text.strip()
    if is_eid(asked):
        for eid in (EId(asked), EId(asked).own):
            if eid in known:
                return (eid,)
    spelled_out = _spelled_out(asked)
    if spelled_out in known:
        return (spelled_out,)
    from lawdiff.law.address_search import search  # its patterns take longer to compile than most answers

    return search(text, known)


def format_address(eid: EId) -> str:
    """The address as a person would type it: "art 7 para 1 sub 2", "art 51 passage 2 sub 2", "chapter 3".

    `resolve_address` reads it back as the same eId.
    """
    return " ".join(f"{SHORT.get(kind, kind)} {number}".rstrip() for kind, number in eid.segments)


def cite(eid: EId, language: str = "en") -> str:
    """The address as documents cite it: "Article 7(1)(2)", "Article 30(1), passage 3", "Preamble"; in the
    words of another language "подпункт 2) пункта 1 статьи 7", "7-баптың 1-тармағы".

    `resolve_address` reads these forms too.
    """
    if language in ("ru", "kk"):
        from lawdiff.law.address_cited import cite_in_kazakh, cite_in_russian

        return cite_in_russian(eid) if language == "ru" else cite_in_kazakh(eid)
    if eid.kind == "heading" and eid.parent:
        return f"heading of {cite(eid.parent)}"
    cited = ""
    brackets = False  # from the article's number down to the first passage: Article 14-1(2), passage 5
    for kind, number in eid.segments:
        brackets = kind == "art" or (brackets and kind in ("para", "subpara"))
        if brackets and kind != "art":
            cited += f"({number})"
        else:
            closing = ")" if kind == "subpara" else ""
            cited += f"{', ' if cited else ''}{NOUN.get(kind, kind)} {number}".rstrip() + closing
    return cited


def capitalised(words: str) -> str:
    """Words that begin a line: "Подпункт 2) пункта 1 статьи 7"."""
    return words[:1].upper() + words[1:]


def _spelled_out(text: str) -> EId:
    """The eId that `format_address` writes like this; no provision has the eId that other words give.

    >>> _spelled_out("art 7 para 1 sub 2")
    'art_7__para_1__subpara_2'
    """
    parts: list[str] = []
    for word in text.split(" "):
        parts.append(f"_{word}" if word[:1].isdigit() else f"__{_KINDS.get(word, word)}")
    return EId("".join(parts).removeprefix("__"))
