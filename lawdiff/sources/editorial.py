"""What the editors of a text say that is neither law nor of any effect on it: "Unofficial translation"."""

from __future__ import annotations

import re

from lawdiff.law.edition import Passage
from lawdiff.sources.notes.grammar import read_note

_REMARK = re.compile(
    r"(?:Updated |New )?Unofficial translation\b|Table of contents\b|Contents\s*\Z"
    r"|Вниманию пользовател|Для удобства пользования|(?:Оглавление|Содержание)\s*\Z"
    r"|(?:Қолданушы|Пайдаланушы)лар\w*\s+(?:назарына|ыңғайлы)|Назар аударыңыз|Мазмұны\s*\Z",
    re.IGNORECASE,
)
# "Сноска. Оглавление исключено Законом РК ...": what was done to it touches no word of the law
_CONTENTS = re.compile(
    r"(?P<before>\A\s*(?:(?:Footnote|Сноска|Ескерту)\.\s*)?)"
    r"(?:(?:The )?(?:table of contents|contents)|Оглавлени[еяю]|Содержани[еяю]|Мазмұн\w*)(?=[\s-])",
    re.IGNORECASE,
)
_PREAMBLE = {"en": "Preamble", "ru": "Преамбула", "kk": "Кіріспеге"}


def is_remark(passage: Passage) -> bool:
    """Whether a line ahead of the law is a remark to its readers: "Для удобства пользования РЦПИ создано
    оглавление"."""
    return bool(_REMARK.match(passage.text))


def is_about_contents(sentence: str, language: str) -> bool:
    """Whether the whole of a note tells of the table of contents: it can be read as a note on a preamble if
    that stood in its place."""
    as_preamble = _CONTENTS.sub(rf"\g<before>{_PREAMBLE.get(language, 'Preamble')}", sentence, count=1)
    if as_preamble == sentence:
        return False
    effects = read_note(as_preamble, language).effects
    return bool(effects) and all(effect.target == "preamble" for effect in effects)
