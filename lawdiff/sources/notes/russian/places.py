"""What a Russian note is about: "Статья 7", "Заголовок статьи 39", "подпункт 9) пункта 1"."""

from __future__ import annotations

from lawdiff.sources.notes.counts import take_ordinal
from lawdiff.sources.notes.cursor import Cursor
from lawdiff.sources.notes.lexicon import Lexicon, words
from lawdiff.sources.notes.places import ITEMS, Groups, eids, numbered

_STEMS = {
    "стат": "art",
    "подпункт": "subpara",
    "пункт": "para",
    "част": "part",
    "абзац": "al",
    "глав": "chp",
    "раздел": "sec",
    "подраздел": "subsec",
    "параграф": "subsec",
    "приложени": "annex",
    "преамбул": "preamble",
    "закон": "act",
    "кодекс": "act",
    "указ": "act",
    "постановлени": "act",
    "приказ": "act",
    "заголов": "heading",
    "названи": "heading",
    "наименовани": "heading",
    "текст": "text",
}
_FEMININE = ("стат", "част", "глав", "преамбул")
_NEUTER = ("приложени", "названи", "наименовани", "постановлени")
_ENDINGS = words(
    "а у ом е ы и ов ам ами ах ь я ья ью ьи ье ьей ьям ьями ьях ей ям ями ях ю ем ой ою ев "
    "ок ка ку ком ке ки ков кам ками ках"
)
_NOUNS = {
    stem + ending: kind
    for stem, kind in _STEMS.items()
    for ending in ("", *_ENDINGS)
    if kind != "act" or not ending.endswith(("м", "ми"))  # "Законом" leads to the law that did it
}
_SHORT = Lexicon(
    {
        "(ст|стст) [.]": "art",
        "(пп|подп|подпп) [.]": "subpara",
        "п [.]": "para",
        "ч [.]": "part",
        "гл [.]": "chp",
        "абз [.]": "al",
        "§": "subsec",
        "прил [.]": "annex",
        "(форма|вид) акта": "heading",  # "Указ" above the title became "Закон"
    }
)
_SMALL = words(
    "настоящего настоящий настоящему настоящим настоящем конституционный конституционного "
    "новой новым новыми следующей следующим"
)


_PLURAL = ("ей", "ям", "ями", "ях", "ов", "ам", "ами", "ах")
_MASCULINE = ("пункт", "подпункт", "абзац", "раздел", "подраздел", "параграф")


def _is_plural(noun: str, is_outer: bool) -> bool:
    """Whether a noun names several: "статьи" does, unless it stands behind another ("пункт 3 статьи 10")."""
    if noun.endswith(_PLURAL):
        return True
    return noun.endswith(("и", "ы")) and (not is_outer or noun.startswith(_MASCULINE))


def russian_gender(noun: str) -> str:
    """The gender of a provision's noun, "f" of "статья", "" of another word."""
    if noun not in _NOUNS:
        return ""
    return "f" if noun.startswith(_FEMININE) else "n" if noun.startswith(_NEUTER) else "m"


def russian_noun(cursor: Cursor) -> str:
    """The kind of provision that a noun without a number names, "" if there is none: `подпункт`."""
    kind = _NOUNS.get(cursor.word, "")
    cursor.pos += bool(kind)
    return ITEMS.get(kind, kind)


def russian_places(cursor: Cursor) -> tuple[str, ...]:
    """The eIds named here, innermost first: `подпункт 9) пункта 1 статьи 5`; empty if none is named."""
    groups: Groups = []
    while True:
        mark = cursor.mark()
        cursor.skip(_SMALL)
        ordinal = take_ordinal(cursor, "ru")
        kind = _SHORT.take(cursor)
        plural = kind is None and _is_plural(cursor.word, bool(groups))
        if kind is None:
            kind = _NOUNS.get(cursor.word)
            cursor.pos += kind is not None
        if kind is None:
            cursor.reset(mark)
            return eids(groups)
        if kind == "act":
            cursor.take("рк") or cursor.take("республики", "казахстан")
        group = numbered(cursor, kind, ordinal, "ru", plural)
        if group is None:
            cursor.reset(mark)
            return eids(groups)
        groups.append(group)
