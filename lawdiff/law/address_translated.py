"""Addresses in Russian and Kazakh, put into English words: "ст. 7 п. 2", "7-бап 2-тармақ"."""

from __future__ import annotations

import re

_RUSSIAN = {
    "art": r"стат\w+|ст",
    "sub": r"подпункт\w*|пп|подп",
    "para": r"пункт\w*|п",
    "part": r"част\w+|ч",
    "al": r"абзац\w*|абз",
    "chapter": r"глав\w+|гл",
    "subsection": r"подраздел\w*|параграф\w*|§",
    "section": r"раздел\w*|разд",
    "annex": r"приложени\w+|прил",
    "preamble": r"преамбул\w*",
    "heading": r"заголов\w+|названи\w+|наименовани\w+",
    "law": r"закон\w*|кодекс\w*",
}
_KAZAKH = {
    "art": r"ба[пб](?!\w*зац)\w*",
    "sub": r"тармақша\w*",
    "para": r"тарма[қғ]\w*",
    "part": r"бөлі[кг]\w*",
    "al": r"абзац\w*",
    "chapter": r"тарау\w*",
    "subsection": r"кіші бөлім\w*|параграф\w*",
    "section": r"бөлім\w*",
    "annex": r"қосымша\w*",
    "preamble": r"кіріспе\w*|преамбула\w*",
    "heading": r"тақыры[пб]\w*",
    "law": r"заң\w*",
}
# Outermost first; a heading is read in either place.
_DEPTHS = (
    "law", "annex", "section", "chapter", "subsection", "preamble", "art", "para", "part", "sub", "al",
    "heading",
)  # fmt: skip
_UNNUMBERED = frozenset({"preamble", "heading", "law"})
_DIGITS = r"\d+(?:-\d+)*"
# 7-1, 7.1.2, 7(1)(2), 7..9
_NUMBER = rf"{_DIGITS}(?:\.{_DIGITS}|\({_DIGITS}\))*(?: ?\.\.+ ?{_DIGITS})?"
_ORDINALS = (
    "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят",
    "бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші", "тоғызыншы",
    "оныншы",
)  # fmt: skip
_ORDINAL = rf"({'|'.join(_ORDINALS)})\w*"
_TOKEN = re.compile(
    rf"(?P<number>{_NUMBER})\)?\.?|(?P<ordinal>{_ORDINAL})\b"
    + "".join(rf"|(?P<r_{kind}>(?:{words})(?!\w)\.?)" for kind, words in _RUSSIAN.items())
    + "".join(rf"|(?P<k_{kind}>(?:{words})(?!\w))" for kind, words in _KAZAKH.items())
    + r"|(?P<other>[^\W\d_]+)|(?P<sign>\S)"
)
_CYRILLIC = re.compile("[А-Яа-яЁёІіӘәҒғҚқҢңӨөҰұҮүҺһ§]")
_BETWEEN = "-,()«»\"'."
_SAME = str.maketrans({"ё": "е", "i": "і", "№": " ", "–": "-", "—": "-", "‑": "-", "−": "-", "…": ".."})


def in_english(text: str) -> str:
    """The address in English words where it is written in Russian or Kazakh; any other comes back as it is.

    >>> in_english("подпункт 2) пункта 1 статьи 7-1"), in_english("7-1-баптың 1-тармағының 2) тармақшасы")
    ('art 7-1 para 1 sub 2', 'art 7-1 para 1 sub 2')
    """
    if not _CYRILLIC.search(text):
        return text
    parts: list[str] = []
    pending = ""  # a number whose noun has not come yet: "7-бап", "вторая часть"
    noun = ""  # a noun whose number has not come yet: "статья 7"
    for found in _TOKEN.finditer(text.lower().translate(_SAME)):
        name, words = found.lastgroup or "", found[0]
        if name in ("number", "ordinal"):
            number = found["number"] or _ordinal(words)
            if pending:
                return text
            parts += [f"{noun} {number}"] if noun else []
            noun, pending = "", "" if noun else number
        elif name.startswith(("r_", "k_")) and not noun:
            kind = name[2:]
            numbered = kind not in _UNNUMBERED
            parts += [f"{kind} {pending}" if numbered else kind] if pending or not numbered else []
            noun, pending = ("", "") if pending or not numbered else (kind, "")
        elif name != "sign" or words not in _BETWEEN:
            return text
    if not parts or noun or pending:
        return text
    depths = [_DEPTHS.index(part.split(" ")[0]) for part in parts]
    return " ".join(reversed(parts) if depths[0] > depths[-1] else parts)


def _ordinal(word: str) -> str:
    place = next(place for place, stem in enumerate(_ORDINALS) if word.startswith(stem))
    return str(place % 10 + 1)
