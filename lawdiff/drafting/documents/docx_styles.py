"""The styles of a file for Word: how each kind of paragraph looks, by a name that a reader can change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from lawdiff.drafting.documents.document import Style

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.text.font import CT_RPr
    from docx.styles.style import ParagraphStyle

FONT = "Times New Roman"
_KEPT_TABLES = ("Normal Table", "Table Grid")
_LANGUAGES = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}
_LEFT, _RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
_CENTER, _JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass(frozen=True, slots=True)
class _Look:
    """How a style looks: sizes and spaces in points, the indent of the first line in centimetres.

    `outline` is the level in the outline of the document, 0 where it is none.
    """

    size: float = 14
    align: WD_ALIGN_PARAGRAPH = _JUSTIFY
    first: float = 0
    before: float = 0
    after: float = 0
    bold: bool = False
    italic: bool = False
    outline: int = 0
    keeps_with_next: bool = False


_LOOKS = {
    Style.MARK: _Look(align=_RIGHT, italic=True, after=18),
    Style.TITLE: _Look(align=_CENTER, bold=True, after=12, outline=1, keeps_with_next=True),
    Style.SUBTITLE: _Look(align=_CENTER, bold=True, after=18, keeps_with_next=True),
    Style.HEADING: _Look(
        align=_LEFT, first=1.25, bold=True, before=12, after=4, outline=2, keeps_with_next=True
    ),
    Style.BODY: _Look(first=1.25, after=3),
    Style.LIST: _Look(after=3),
    Style.CELL: _Look(size=11, align=_LEFT, after=2),
    Style.COLUMN: _Look(size=11, align=_CENTER, bold=True),
    Style.REMARK: _Look(size=12, italic=True, after=8),
    Style.ASIDE: _Look(size=11, align=_LEFT, italic=True, after=4),
    Style.LAW_TITLE: _Look(
        align=_LEFT, first=1.25, bold=True, before=12, after=6, outline=2, keeps_with_next=True
    ),
    Style.LAW: _Look(first=1.25, after=3),
    Style.SIGNATURE: _Look(align=_LEFT, bold=True, before=36),
}


def add_styles(word: WordDocument, language: str) -> None:
    """Every style of `Style`, and the font and language of all text. The table styles that come with
    python-docx go, but for the plain one."""
    for each in [style for style in word.styles if style.type is WD_STYLE_TYPE.TABLE]:
        if each.name not in _KEPT_TABLES:
            each.delete()
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    properties = normal.element.get_or_add_rPr()
    _all_scripts(properties)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), _LANGUAGES.get(language, language))
    properties.append(tongue)
    for style, look in _LOOKS.items():
        _add(word, style, look)


def _add(word: WordDocument, style: Style, look: _Look) -> None:
    added: ParagraphStyle = word.styles.add_style(style.value, WD_STYLE_TYPE.PARAGRAPH)
    added.base_style = word.styles["Normal"]
    added.font.name, added.font.size = FONT, Pt(look.size)
    _all_scripts(added.element.get_or_add_rPr())
    added.font.bold, added.font.italic = look.bold, look.italic
    added.font.color.rgb = RGBColor(0, 0, 0)
    form = added.paragraph_format
    form.alignment, form.line_spacing = look.align, 1.0
    form.first_line_indent = Cm(look.first)
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.keep_with_next, form.widow_control = look.keeps_with_next, True
    if look.outline:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(look.outline - 1))
        added.element.get_or_add_pPr().append(level)


def _all_scripts(properties: CT_RPr) -> None:
    """The font for every script, not for Latin letters alone."""
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
