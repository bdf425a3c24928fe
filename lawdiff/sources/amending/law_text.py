"""The text of an amending law, parted: its articles, and the parts of them that are about one act each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_ARTICLE = re.compile(r"\**(?:Article|Статья) (?P<number>[0-9]{1,4}(?:-[0-9]{1,4})*)\.?\** ?(?P<rest>.*)")
_ITEM = re.compile(r"(?P<number>[0-9]{1,4}(?:-[0-9]{1,4})*)\. +(?P<rest>\S.*)")
_SUBITEM = re.compile(r"(?P<number>[0-9]{1,4}(?:-[0-9]{1,4})*)\) +")
_KIND_RU = r"(?:конституционный )?закон\b|(?:[а-яё]+ )?кодекс\b|указ\b|постановление\b|приказ\b"
_KIND_EN = r"(?:constitutional )?law\b|(?:[a-z]+ ){0,2}code\b|decree\b|resolution\b|order\b"
_WHAT_RU = r"(?:следующие )?(?:изменени[ея]|дополнени[ея])(?: и (?:изменени[ея]|дополнени[ея]))?"
_WHAT_EN = r"(?:the following )?(?:an? )?(?:amendments?|additions?)(?: and (?:amendments?|additions?))?"
THIS_ACT = (
    r"Настоящ(?:ий|ее) (?:Закон|Кодекс|Указ|приказ|постановление|решение)"
    r"|(?:This|The present) (?:Law|Code|Decree|Order|Resolution|Decision)"
)
# "1. В Закон Республики Казахстан от 8 августа 2002 года «О правах ребенка ...» (Ведомости ...):"
_HEAD = re.compile(
    rf"(?:внести (?:{_WHAT_RU} )?в|в) (?P<ru>(?:{_KIND_RU}).*?)(?:,? {_WHAT_RU})?:"
    rf"|(?:to (?:introduce|make) (?:{_WHAT_EN} )?)?(?:in|into|to) (?:the )?(?P<en>(?:{_KIND_EN}).*?)"
    rf"(?:,? {_WHAT_EN})?:",
    re.IGNORECASE,
)
_GAZETTE = re.compile(
    r"\s*\((?:Ведомости|САПП|зарегистрирован\w*|опубликован\w*|registered|Bulletin|Gazette|"
    r"The (?:Bulletin|Gazette)|Vedomosti).*",
    re.DOTALL,
)
_ENFORCED = re.compile(
    rf"(?:[0-9]+\. )?(?:{THIS_ACT}) (?:shall |is |will )?"
    r"(?:ввод|вступ|be |enter|come|enforced|put)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?P<number>[0-9]{1,4}(?:-[0-9]{1,4})*)\. ")
_LONGEST_HEAD = 20_000


@dataclass(frozen=True, slots=True)
class LawLine:
    """A line of the law with its number in the file, and where it stands: the subitem that it is in ("" for
    none) and which line of that it is."""

    text: str
    line: int
    subitem: str = ""
    passage: int = 1


@dataclass(frozen=True, slots=True)
class ActPart:
    """What the law orders of one act: `about` are its words for the act; article and item say where."""

    about: str
    article: str
    item: str
    line: int
    lines: tuple[LawLine, ...]

    @property
    def place(self) -> tuple[tuple[str, str], ...]:
        """The levels of the amending law: its article, where it has any, and its numbered item."""
        levels = (("art", self.article), ("para", self.item))
        return tuple((kind, number) for kind, number in levels if number)


@dataclass(frozen=True, slots=True)
class LawText:
    """An amending law: what it orders of each act, and the lines of the article on its commencement, or of
    the item where it has no articles; `enforced_in` is the eId of that."""

    parts: tuple[ActPart, ...]
    enforcement: tuple[LawLine, ...]
    enforced_in: str


@dataclass(slots=True)
class _Growing:
    about: str
    article: str
    item: str
    line: int
    lines: list[LawLine] = field(default_factory=list)
    subitem: str = ""
    passage: int = 0

    def add(self, text: str, line: int, is_quoted: bool) -> None:
        number = None if is_quoted else _SUBITEM.match(text)
        if number:
            self.subitem, self.passage = number["number"], 0
        self.passage += 1
        self.lines.append(LawLine(text, line, self.subitem, self.passage))

    def done(self) -> ActPart:
        return ActPart(self.about, self.article, self.item, self.line, tuple(self.lines))


def read_law_text(text: str) -> LawText:
    """The parts of the law. What stands in a quotation is never a title or a number of the law's own.

    An order or a resolution has numbered items and no articles: "1. Внести в приказ ... изменения:". An item
    on another act is a part, and ends with the next item.
    """
    has_articles = any(_ARTICLE.fullmatch(line.text) for line in _lines(text) if not line.subitem)
    parts: list[_Growing] = []
    enforcement: list[LawLine] = []
    unit = enforced = ""  # the article, or the item where there are none
    for line in _lines(text):
        words, is_quoted = line.text, bool(line.subitem)
        found = _ARTICLE.fullmatch(words) if has_articles else _NUMBERED.match(words)
        opened = None if is_quoted else found
        if opened:
            unit, words = opened["number"], opened["rest"] if has_articles else words
        if not words or not unit:
            continue
        if not is_quoted and _ENFORCED.match(words):
            enforced = unit
        if enforced == unit:
            enforcement.append(LawLine(words, line.line))
            continue
        head = _head(words) if opened or (has_articles and not is_quoted) else None
        if head:
            about, item = head
            parts.append(_Growing(about, unit if has_articles else "", item, line.line))
        elif parts and (parts[-1].article or parts[-1].item) == unit:
            parts[-1].add(words, line.line, is_quoted)
    kind = "art" if has_articles else "para"
    return LawText(tuple(part.done() for part in parts), tuple(enforcement), f"{kind}_{enforced}")


def _head(words: str) -> tuple[str, str] | None:
    """The act that a line opens the part of, and the line's item number."""
    item = _ITEM.fullmatch(words)
    rest = item["rest"] if item else words
    found = _HEAD.fullmatch(rest) if rest.endswith(":") and len(rest) <= _LONGEST_HEAD else None
    if not found:
        return None
    about = _GAZETTE.sub("", found["ru"] or found["en"])
    return about.strip(" ,"), item["number"] if item else ""


def _lines(text: str) -> Iterator[LawLine]:
    """The lines that have words, straight quotation marks curled; `subitem` is "«" inside a quotation."""
    depth = 0
    for number, raw in enumerate(text.split("\n"), 1):
        words = curled(" ".join(raw.split()))
        if words:
            yield LawLine(words, number, "«" if depth > 0 else "")
            depth = max(0, depth + sum((sign in "“«") - (sign in "”»") for sign in words))


def curled(text: str) -> str:
    """The text with each straight quotation mark turned to the side that it stands on.

    >>> curled('слова "Закон "Об образовании"" исключить')
    'слова “Закон “Об образовании”” исключить'
    """
    if '"' not in text:
        return text
    signs = list(text)
    for at, sign in enumerate(signs):
        if sign == '"':
            opens = (at == 0 or signs[at - 1] in " (“«") and at + 1 < len(signs) and signs[at + 1] != " "
            signs[at] = "“" if opens else "”"
    return "".join(signs)
