"""Addresses as documents cite them in Russian and in Kazakh: "подпункт 2) пункта 1 статьи 7"."""

from __future__ import annotations

from lawdiff.law.eid import EId

# Each kind as it is named, and as it stands behind what is inside it: "пункт 1", "подпункт 2) пункта 1".
_RUSSIAN = {
    "part": ("часть", "части"),
    "sec": ("раздел", "раздела"),
    "subsec": ("параграф", "параграфа"),
    "chp": ("глава", "главы"),
    "art": ("статья", "статьи"),
    "para": ("пункт", "пункта"),
    "subpara": ("подпункт", "подпункта"),
    "al": ("абзац", "абзаца"),
    "annex": ("приложение", "приложения"),
    "preamble": ("преамбула", "преамбулы"),
    "heading": ("заголовок", "заголовка"),
    "intro": ("вводные слова", "вводных слов"),
    "act": ("акт", "акта"),
    "title": ("заголовок акта", "заголовка акта"),
    "text": ("текст акта", "текста акта"),
}
# Inside another provision, alone, and around one: "7-баптың 1-тармағы", "7-бап", "7-баптың".
_KAZAKH = {
    "part": ("бөлігі", "бөлік", "бөліктің", "бөлігінің"),
    "sec": ("бөлімі", "бөлім", "бөлімнің", "бөлімінің"),
    "subsec": ("параграфы", "параграф", "параграфтың", "параграфының"),
    "chp": ("тарауы", "тарау", "тараудың", "тарауының"),
    "art": ("бабы", "бап", "баптың", "бабының"),
    "para": ("тармағы", "тармақ", "тармақтың", "тармағының"),
    "subpara": ("тармақшасы", "тармақша", "тармақшаның", "тармақшасының"),
    "al": ("абзацы", "абзац", "абзацтың", "абзацының"),
    "annex": ("қосымшасы", "қосымша", "қосымшаның", "қосымшасының"),
    "preamble": ("кіріспесі", "кіріспе", "кіріспенің", "кіріспесінің"),
    "heading": ("тақырыбы", "тақырып", "тақырыптың", "тақырыбының"),
    "intro": ("кіріспе сөздері", "кіріспе сөздер", "кіріспе сөздердің", "кіріспе сөздерінің"),
    "act": ("актісі", "акт", "актінің", "актісінің"),
    "title": ("актінің тақырыбы", "актінің тақырыбы", "актінің тақырыбының", "актінің тақырыбының"),
    "text": ("актінің мәтіні", "актінің мәтіні", "актінің мәтінінің", "актінің мәтінінің"),
}


def cite_in_russian(eid: EId) -> str:
    """The address from the inside out, as laws write it.

    >>> cite_in_russian(EId("art_7__para_1__subpara_2"))
    'подпункт 2) пункта 1 статьи 7'
    """
    words = []
    for depth, (kind, number) in enumerate(reversed(eid.segments)):
        sign = ")" if kind == "subpara" else ""
        words.append(f"{_RUSSIAN[kind][depth > 0]} {number}".rstrip() + sign)
    return " ".join(words)


def cite_in_kazakh(eid: EId) -> str:
    """The address from the outside in, as laws write it.

    >>> cite_in_kazakh(EId("art_7__para_1__subpara_2"))
    '7-баптың 1-тармағының 2) тармақшасы'
    """
    words = []
    last = len(eid.segments) - 1
    for depth, (kind, number) in enumerate(eid.segments):
        inside, alone, around_alone, around_inside = _KAZAKH[kind]
        around, named = (around_inside, inside) if depth else (around_alone, alone)
        noun = named if depth == last else around
        sign = ") " if kind == "subpara" else "-" if number else ""
        words.append(f"{number}{sign}{noun}")
    return " ".join(words)
