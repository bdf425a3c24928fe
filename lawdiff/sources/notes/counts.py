"""Numbers in words, as terms and ordinals are written: "twenty one", "десяти", "жиырма бір"."""

from __future__ import annotations

from lawdiff.sources.notes.cursor import Cursor
from lawdiff.sources.notes.lexicon import words

_UNITS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    "ru": "одного двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати "
    "четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати",
    "kk": "бір екі үш төрт бес алты жеті сегіз тоғыз",
}
_TENS = {
    "en": "ten twenty thirty forty fifty sixty seventy eighty ninety",
    "ru": "десяти двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста",
    "kk": "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
}
_MORE = {
    "en": {"a": 1, "fourty": 40, "hundred": 100},
    "ru": {"один": 1, "три": 3, "шесть": 6, "десять": 10, "ста": 100},
    "kk": {"жүз": 100},
}
_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth",
    "ru": "перв втор трет четверт пят шест седьм восьм девят десят",
    "kk": "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы",
}
_ORDINAL_ENDINGS = words("ый ой ий ая яя ое ье ую юю ым им ого его ому ему ою ей ья ью ьего ьему ьим ьей")


def _numbered(row: str, step: int = 1) -> dict[str, int]:
    return {word: place * step for place, word in enumerate(row.split(), 1)}


_UNIT = {language: _numbered(row) for language, row in _UNITS.items()}
_TEN = {language: _numbered(row, 10) for language, row in _TENS.items()}
_ORDINAL = {language: _numbered(row) for language, row in _ORDINALS.items()}


def take_count(cursor: Cursor, language: str) -> int | None:
    """A whole number in digits or words, None if there is none: `twenty one`, `10`, `ten (10)`."""
    word = cursor.word
    if word.isascii() and word.isdigit() and len(word) <= 4:
        cursor.pos += 1
        number: int | None = int(word)
    else:
        number = _take_words(cursor, language)
    mark = cursor.mark()
    if number is None or not cursor.take("("):
        return number
    if not (cursor.take(str(number)) or _take_words(cursor, language) == number) or not cursor.take(")"):
        cursor.reset(mark)
    return number


def _take_words(cursor: Cursor, language: str) -> int | None:
    tens = _TEN[language].get(cursor.word)
    if tens is not None:
        cursor.pos += 1
        place = 1 if cursor.word == "-" else 0
        unit = _UNIT[language].get(cursor.ahead(place), 10)
        if unit < 10:
            cursor.pos += place + 1
            return tens + unit
        return tens
    number = _UNIT[language].get(cursor.word) or _MORE[language].get(cursor.word)
    if not number:
        return None
    cursor.pos += 1
    return number


def take_ordinal(cursor: Cursor, language: str) -> int | None:
    """A place in a row, None if there is none: `two` and `second`, `вторая`, `бірінші`."""
    word = cursor.word
    number = _ORDINAL[language].get(word)
    if number is None and language == "en":
        number = _UNIT["en"].get(word)
    if number is None and language == "ru":
        for length in (2, 3, 4):
            if word[-length:] in _ORDINAL_ENDINGS and word[:-length] in _ORDINAL["ru"]:
                number = _ORDINAL["ru"][word[:-length]]
    if number is not None:
        cursor.pos += 1
    return number
